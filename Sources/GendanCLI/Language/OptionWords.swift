/// What every option is for, in one line.
enum OptionWords {
  /// The words for an option such as `--period`, where a command gives it a meaning of its own that.
  static func words(_ option: String, of id: String? = nil) -> Text? {
    id.flatMap { particular[$0 + " " + option] } ?? common[option] ?? own[option]
  }

  /// Options that mean something else in one command.
  private static let particular: [String: Text] = [
    "order.show --steps": Text("the steps alone", "只看工序", "只看工序"),
    "order.show --log": Text("all that happened", "只看经过, 全部", "只看經過, 全部"),
    "order.show --money": Text("what is to be paid and was", "只看货款", "只看貨款"),
    "order.show --why": Text("why it is late", "为什么超期", "為什麼逾期"),
    "report.overdue --min": Text("only those at least this late", "至少晚这么多的", "至少晚這麼多的"),
    "report.overdue --check": Text("exit 8 where there is any", "有超期时退出码 8", "有逾期時結束碼 8"),
    "remind.add --every": Text("how often it comes again: 2wd, 1w", "每隔多久: 2工作日, 1周", "每隔多久: 2工作日, 1週"),
    "morning --to": Text("the addresses of the mail", "邮件收件人", "郵件收件人"),
    "order.next --all": Text("everybody's", "所有人的", "所有人的"),
    "remind.list --all": Text("everybody's", "所有人的", "所有人的"),
    "sample.list --open": Text("only what somebody is waited for", "只看还在等的", "只看還在等的"),
    "sample.lend --to": Text("who takes it", "借给谁", "借給誰"),
    "customer.add --next": Text("the day to speak with it", "哪天联络", "哪天聯絡"),
    "customer.add --source": Text("how it was found", "怎么找到的", "怎麼找到的"),
    "customer.copy --to": Text("supervisor, billing or warehouse", "主管, 开单文员或仓管", "主管, 開單文員或倉管"),
    "customer.copy --all": Text("every customer, changed or not", "连没改的", "連沒改的"),
    "customer.silent --days": Text("for how many days", "多少天没联络", "多少天沒聯絡"),
    "contact.log --next": Text("the day to ask again", "下次联络日", "下次聯絡日"),
    "contact.log --kind": Text(
      "phone, visit, service, survey …", "电话 来访 售后 回访 满意度 …", "電話 來訪 售後 回訪 滿意度 …"),
    "contact.list --due": Text("only those to follow up now", "只看到期该联络的", "只看到期該聯絡的"),
    "notice.list --open": Text("only those not acknowledged", "只看未签收的", "只看未簽收的"),
    "enquiry.list --all": Text("answered ones too", "连已答复的", "連已答覆的"),
    "quote.list --all": Text("every version", "每一版", "每一版"),
    "quote.list --open": Text("only those still open", "只看未结的", "只看未結的"),
    "quote.add --lead": Text("the lead time in working days", "交货期(工作日)", "交貨期(工作日)"),
    "ship.arrive --by": Text("who received it", "签收人", "簽收人"),
    "quote.confirm --by": Text("who at the customer confirmed", "客户的确认人", "客戶的確認人"),
    "price.list --all": Text("those gone by too", "连以前的", "連以前的"),
    "order.assign --from": Text("whose orders", "原来是谁的", "原來是誰的"),
    "question.list --open": Text("only what waits for an answer", "只看未答复的", "只看未答覆的"),
    "question.add --due": Text("the day by which an answer is wanted", "哪天要答复", "哪天要答覆"),
    "report.timely --all": Text("every order, not only the late ones", "全部订单, 不只迟的", "全部訂單, 不只遲的"),
    "report.timely --every": Text("month: one row a month", "month: 按月分行", "month: 按月分列"),
    "problem.add --until": Text("until which day it blocks", "预计影响到哪天", "預計影響到哪天"),
    "problem.add --qty": Text("how much it concerns", "涉及数量", "涉及數量"),
    "problem.add --dept": Text("the department that deals with it", "处理部门", "處理部門"),
    "problem.cause --dept": Text("the department that answers for it", "责任部门", "責任部門"),
    "problem.cause --side": Text(
      "own, customer, supplier or force-majeure", "own 本厂, customer 客户, supplier 供应商, force-majeure 不可抗力",
      "own 本廠, customer 客戶, supplier 供應商, force-majeure 不可抗力"),
    "problem.remedy --due": Text("the day by which it is done", "哪天完成", "哪天完成"),
    "problem.escalate --to": Text("a person or a role: supervisor, gm …", "报给谁: 人或角色", "報給誰: 人或角色"),
    "problem.list --all": Text("closed ones too", "连已关闭的", "連已關閉的"),
    "problem.list --open": Text("only open ones, as without it", "只看未关闭的(默认)", "只看未關閉的(預設)"),
    "delay.open --at": Text("when it was found", "发现时间: 日期 时:分", "發現時間: 日期 時:分"),
    "delay.open --dept": Text("the department asked for the cause", "由哪个部门查原因", "由哪個部門查原因"),
    "delay.cause --dept": Text("the department that answers for it", "责任部门", "責任部門"),
    "delay.told --keep": Text("the customer keeps the old day", "客户坚持原交期", "客戶堅持原交期"),
    "delay.list --all": Text("ended ones too", "连已结束的", "連已結束的"),
    "delay.list --open": Text("only open ones, as without it", "只看未结束的(默认)", "只看未結束的(預設)"),
    "plan.baseline --reset": Text("make the live plan the baseline", "把现计划定为基准", "把現計劃定為基準"),
    "step.gantt --days": Text("how many days the chart has", "画多少天", "畫多少天"),
    "step.feed --partial": Text("post the lines that are good", "先报好的行", "先報好的行"),
    "step.feed --again": Text("post what was fed before too", "以前报过的也再报", "以前報過的也再報"),
    "plan.settle --with": Text("who took part", "参加的人", "參加的人"),
    "plan.day --for": Text("the day, the next working day where left out", "哪天, 不写是下个工作日", "哪天, 不寫是下個工作日"),
    "work.urge --to": Text("the day by which it is wanted", "要在哪天完工", "要在哪天完工"),
    "work.release --batch": Text(
      "a file of orders, REF [QTY] a line", "清单文件, 每行 单号 [数量]", "清單檔案, 每行 單號 [數量]"),
    "order.decide --by": Text("who settled it", "由谁决定", "由誰決定"),
    "report.daily --remark": Text("remarks at its end", "文末备注", "文末備註"),
    "report.progress --for": Text("gm, sales-manager, or a person", "呈给谁: gm 等角色, 或某人", "呈給誰: gm 等角色, 或某人"),
    "report.daily-progress --check": Text(
      "exit 8 where less was done than planned", "有未达计划时退出码 8", "有未達計劃時結束碼 8"),
    "order.today --left": Text(
      "what is left of today; exit 8 where anything is", "今天没办完的, 有则退出码 8", "今天沒辦完的, 有則結束碼 8"),
    "order.today --plan": Text("one's plan of the day, and how far it is", "今天的计划和进展", "今天的計劃和進展"),
    "order.today --done": Text("lines of the plan that are done", "计划里已办的项", "計劃裡已辦的項"),
    "day.close --all": Text("for everybody", "对所有人", "對所有人"),
    "order.today --wrap": Text("done, left, and what tomorrow asks", "今天已办 未办, 明天要办", "今天已辦 未辦, 明天要辦"),
    "report.work --for": Text("whom it is for", "呈给谁", "呈給誰"),
    "report.work --week": Text("of this week, as without it", "本周的 (默认)", "本週的 (預設)"),
    "morning --all": Text("for everybody", "全体人员", "全體人員"),
  ]

  /// Options of every command.
  private static let common: [String: Text] = [
    "--db": Text("the book: a file, or a server's URL", "账本: 文件或服务器地址", "帳本: 檔案或伺服器位址"),
    "--config": Text("read this configuration", "用这个配置文件", "用這個設定檔"),
    "--no-config": Text("read no configuration", "不读配置文件", "不讀設定檔"),
    "--format": Text(
      "table csv tsv json ndjson markdown html text name xlsx pdf",
      "格式: table csv tsv json ndjson markdown html text name xlsx pdf",
      "格式: table csv tsv json ndjson markdown html text name xlsx pdf"),
    "--output": Text("write to a file, its ending is the format", "写到文件, 后缀决定格式", "寫到檔案, 副檔名決定格式"),
    "--force": Text("overwrite the file", "覆盖已有文件", "覆寫已有檔案"),
    "--json": Text(
      "JSON, all fields or --json=no,due", "JSON, 全部字段或 --json=no,due", "JSON, 全部欄位或 --json=no,due"),
    "--columns": Text(
      "no,due or +cause,-qty; help lists them", "no,due 或 +cause,-qty; help 列出全部",
      "no,due 或 +cause,-qty; help 列出全部"),
    "--sort": Text("due or -amount,no", "排序: due 或 -amount,no", "排序: due 或 -amount,no"),
    "--limit": Text("at most so many rows", "最多几行", "最多幾列"),
    "--by": Text("group by a field; in log: a user", "按字段分组; log 中是用户", "按欄位分組; log 中是使用者"),
    "--period": Text(
      "a period (gendan help periods)", "期间 (gendan help periods)", "期間 (gendan help periods)"),
    "--no-headers": Text("no column titles", "不要表头", "不要表頭"),
    "--width": Text("cells of a line", "行宽", "行寬"),
    "--ambiguous": Text(
      "1 or 2 cells for ① φ ℃ (gendan doctor)", "① φ ℃ 占 1 或 2 格 (gendan doctor)",
      "① φ ℃ 佔 1 或 2 格 (gendan doctor)"),
    "--color": Text("auto, always or never", "auto, always 或 never", "auto, always 或 never"),
    "--pager": Text("the pager, or never", "分页程序, 或 never", "分頁程式, 或 never"),
    "--quiet": Text("no echo of what was done", "不回显", "不回顯"),
    "--verbose": Text("say more", "多说一些", "多說一些"),
    "--lang": Text("en, zh-Hans or zh-Hant", "en, zh-Hans 或 zh-Hant", "en, zh-Hans 或 zh-Hant"),
    "--as": Text("act as this user", "以此用户身份", "以此使用者身分"),
    "--today": Text("work as on this day", "当作这一天", "當作這一天"),
    "--dry-run": Text("try it, save nothing", "演练, 不保存", "演練, 不儲存"),
    "--confirm": Text("the name to type, for a script", "脚本里代替输入名称", "腳本裡代替輸入名稱"),
    "--yes": Text("answer yes to every question", "一律回答是", "一律回答是"),
    "--no-input": Text("never ask", "从不提问", "從不提問"),
    "--wait": Text("how long to wait for another writer: 5s, 2m", "等别人写完多久: 5s, 2m", "等別人寫完多久: 5s, 2m"),
    "--encoding": Text("of a file: utf-8, gb18030 …", "文件编码: utf-8, gb18030 …", "檔案編碼: utf-8, gb18030 …"),
    "--bom": Text("yes or no: byte order mark in CSV", "yes 或 no: CSV 文件头标记", "yes 或 no: CSV 檔頭標記"),
    "--header": Text("id, label or both: CSV titles", "id, label 或 both: CSV 表头", "id, label 或 both: CSV 表頭"),
    "--paper": Text(
      "A4, A5 or letter: PDF and XLSX", "纸张 A4, A5 或 letter: PDF 和 XLSX", "紙張 A4, A5 或 letter: PDF 和 XLSX"),
    "--portrait": Text("the paper upright", "纵向", "直向"),
    "--sign": Text(
      "places to sign on paper: prepared,approved", "签字栏: 制表,审核,生产,批准", "簽字欄: 製表,審核,生產,核准"),
    "--page-lines": Text("text in pages of so many lines: 66", "文本分页, 每页行数: 66", "文字分頁, 每頁行數: 66"),
    "--where": Text(
      "terms with and, or, not and ( )", "条件, 可用 and or not 和括号", "條件, 可用 and or not 和括號"),
    "--view": Text(
      "a saved filter (gendan view list)", "保存的视图 (gendan view list)", "儲存的檢視 (gendan view list)"),
    "--follow": Text("and each as it is entered, until Ctrl-C", "接着看新的, Ctrl-C 结束", "接著看新的, Ctrl-C 結束"),
    "--spread": Text("over the open orders, the oldest first", "分摊到未付订单, 最早的先", "分攤到未付訂單, 最早的先"),
    "--waiting": Text("only what has waited as long: 1wd, 4h", "至少等了多久的: 1工作日, 4小时", "至少等了多久的: 1工作日, 4小時"),
    "--totals": Text("a line of sums at the end", "末尾加合计", "末尾加合計"),
    "--sheet-by": Text("xlsx: a sheet for each group of --by", "xlsx: --by 每组一张表", "xlsx: --by 每組一張表"),
    "--form-feed": Text("a form feed between pages of text", "文本页之间走纸", "文字頁之間走紙"),
    "--print": Text(
      "print it, --print=PRINTER where there are several", "打印, 可指定 --print=打印机", "列印, 可指定 --print=印表機"),
    "--copies": Text("how many, printed", "打印几份", "列印幾份"),
    "-0": Text("NUL between names, for xargs -0", "名字之间用 NUL, 配 xargs -0", "名字之間用 NUL, 配 xargs -0"),
    "--override": Text("override a rule that may be overridden", "越过可越过的规则", "越過可越過的規則"),
    "--reason": Text("why; the journal keeps it", "原因, 记入流水", "原因, 記入流水"),
    "--help": Text("this command's page", "本命令的说明", "本命令的說明"),
  ]
}
