import GendanOutput

extension TopicPage {
  static var exit: TopicPage {
    TopicPage(
      title: Text("Exit codes", "退出码", "結束碼"),
      rows: ExitCode.allCases.map { (String($0.rawValue), $0.words) },
      notes: [
        Text(
          "With --json the error is one JSON object on standard error.", "用 --json 时, 错误是标准错误上的一个 JSON 对象。",
          "用 --json 時, 錯誤是標準錯誤上的一個 JSON 物件。")
      ])
  }

  static let lateness = TopicPage(
    title: Text("How lateness is counted", "超期怎么算", "逾期怎麼算"),
    rows: [
      ("R", Text("the day the customer asked for", "客户要求的日期", "客戶要求的日期")),
      ("P1", Text("the first promise; it never changes", "首次答复的交期, 永不改", "首次答覆的交期, 永不改")),
      ("Pn", Text("the promise that stands now", "现在有效的答复", "現在有效的答覆")),
    ],
    notes: [
      Text(
        " 1. What is late is one delivery: a line and its date. An order is as late as its worst.",
        " 1. 按交货行算: 一行一个日期。整张订单取最晚的一行。", " 1. 按交貨行算: 一行一個日期。整張訂單取最晚的一行。"),
      Text(
        " 2. Late means after the date. What is due today is not late before tomorrow.",
        " 2. 过了日期才算晚。今天到期的, 明天才晚。", " 2. 過了日期才算晚。今天到期的, 明天才晚。"),
      Text(
        " 3. Screens measure against Pn, or R while nothing is promised; P1 stands beside it.",
        " 3. 列表按 Pn, 没有答复时按 R; 旁边是 P1。", " 3. 列表按 Pn, 沒有答覆時按 R; 旁邊是 P1。"),
      Text(
        " 4. On-time rates measure against P1; moving a promise does not mend history.",
        " 4. 准交率按 P1; 改交期改不了历史。", " 4. 準交率按 P1; 改交期改不了歷史。"),
      Text(
        " 5. Complete is the first day on which all but the agreed shortfall has left",
        " 5. 交清日 = 发货累计达到数量 (扣除允差) 的第一天;", " 5. 交清日 = 出貨累計達到數量 (扣除允差) 的第一天;"),
      Text(
        "    (or arrived, where the customer's dates mean that).",
        "    客户日期指到货的, 看到货日。", "    客戶日期指到貨的, 看到貨日。"),
      Text(
        " 6. What arrived short or damaged does not count as delivered.",
        " 6. 短少和损坏的不算交了。", " 6. 短少和損壞的不算交了。"),
      Text(
        " 7. Late of the open: today - due. Late of the complete: completion - due. Never below 0.",
        " 7. 未交: 今天 - 交期; 已交: 交清日 - 交期; 不小于 0。", " 7. 未交: 今天 - 交期; 已交: 交清日 - 交期; 不小於 0。"),
      Text(
        " 8. Days on screens are working days of the calendar, make-up Saturdays included.",
        " 8. 屏幕上的天数是工作日, 调休上班日也算。", " 8. 畫面上的天數是工作日, 調休上班日也算。"),
      Text(
        " 9. A rate counts deliveries whose date is in the period; open and past is a miss.",
        " 9. 准交率看日期落在期间内的行; 过期未交算没准交。", " 9. 準交率看日期落在期間內的行; 過期未交算沒準交。"),
      Text(
        "10. Cancelled before its date is not counted; over-delivery covers no other row.",
        "10. 到期前取消的不计; 一行超发不抵别的行。", "10. 到期前取消的不計; 一行超出貨不抵別的行。"),
      Text(
        "11. Grace days turn a miss into a hit; the days late still count from the date.",
        "11. 宽限天数只影响准不准; 天数仍从日期算起。", "11. 寬限天數只影響準不準; 天數仍從日期算起。"),
      Text(
        "12. Fewer than 5 deliveries give counts and no percentage; no data is n/a, not 100 %.",
        "12. 少于 5 行只给数目不给百分比; 没有数据是 n/a, 不是 100 %。",
        "12. 少於 5 行只給數目不給百分比; 沒有資料是 n/a, 不是 100 %。"),
      Text(
        "13. A hold keeps the order in every list; the customer's, with start, end and proof,",
        "13. 暂停的订单仍在列表里; 客户要求且有起止和凭据的,", "13. 暫停的訂單仍在列表裡; 客戶要求且有起止和憑據的,"),
      Text(
        "    gives an adjusted figure beside the raw one.",
        "    在原数旁另给扣除后的数。", "    在原數旁另給扣除後的數。"),
    ])

  static let cron = TopicPage(
    title: Text("For cron: silent where there is nothing to say", "给 cron 用: 无事不出声", "給 cron 用: 無事不出聲"),
    rows: [],
    notes: [
      Text(verbatim: "  GENDAN_DB=/srv/gendan/main.db"),
      Text("  GENDAN_LANG=en", "  GENDAN_LANG=zh-Hans", "  GENDAN_LANG=zh-Hant"),
      Text(verbatim: "  0 8 * * *   gendan morning --workdays-only --once today"),
      Text(
        verbatim: "  0 8 * * *   gendan morning --once today -O mail --to a@x.example | sendmail -t"),
      Text(verbatim: "  30 12 * * * gendan overdue --check -q"),
      Text(verbatim: "  15 2 * * *  gendan backup /srv/backup --keep 30 --verify && gendan check"),
      Text(verbatim: ""),
      Text(
        "morning  stdout is the message; nothing to say, no byte. Rest days are known.",
        "morning  标准输出就是早报; 无事不输出。知道休息日和调休。", "morning  標準輸出就是早報; 無事不輸出。知道休息日和調休。"),
      Text(
        "         --once KEY says a thing once; the first run after a holiday covers it.",
        "         --once 键 只说一次; 节后第一次包含整个假期。", "         --once 鍵 只說一次; 節後第一次包含整個假期。"),
      Text(
        "         -O wecom, -O dingtalk: a request a line for the robot, each as long as it takes.",
        "         -O wecom, -O dingtalk: 每行一个机器人请求, 不超过长度限制。",
        "         -O wecom, -O dingtalk: 每行一個機器人請求, 不超過長度限制。"),
      Text(
        "         --peek marks nothing; --mark KEY does, once it was sent. More: docs/cron.md",
        "         --peek 不记已发; 发出后用 --mark 键 记。详见 docs/cron.md",
        "         --peek 不記已發; 發出後用 --mark 鍵 記。詳見 docs/cron.md"),
      Text(
        "overdue  --check exits 8 where anything is overdue.", "overdue  --check 有超期时退出码 8。",
        "overdue  --check 有逾期時結束碼 8。"),
      Text(
        "backup   copies while people work; --keep removes only after success.",
        "backup   不影响别人工作; --keep 成功之后才删旧的。", "backup   不影響別人工作; --keep 成功之後才刪舊的。"),
      Text(
        "check    is silent and 0 when the book is well, else a table and exit 8.",
        "check    账本正常就不出声, 退出码 0; 有问题列表, 退出码 8。", "check    帳本正常就不出聲, 結束碼 0; 有問題列表, 結束碼 8。"),
      Text(
        "No prompt is ever shown without a terminal: exit 6 instead, or say --yes.",
        "没有终端就不提问: 退出码 6, 或加 --yes。", "沒有終端就不提問: 結束碼 6, 或加 --yes。"),
    ])

  /// The options of every command.
  static var options: TopicPage {
    TopicPage(
      title: Text("Options of every command", "每个命令都有的选项", "每個命令都有的選項"),
      rows: CommandOption.common.map { ($0.typed, OptionWords.words($0.name) ?? Text(verbatim: "")) })
  }
}

extension ExitCode: Worded {
  var words: Text {
    switch self {
    case .ok: Text("done; an empty list too", "办好了; 空列表也算", "辦好了; 空列表也算")
    case .failure: Text("unexpected error, please report it", "程序出错, 请报告", "程式出錯, 請回報")
    case .cancelled: Text("answered no", "回答了不", "回答了不")
    case .notFound: Text("what was named does not exist", "要找的没有", "要找的沒有")
    case .ambiguous: Text("several fit", "对上几个", "對上幾個")
    case .refused: Text("a rule refuses it", "规则不允许", "規則不允許")
    case .needsAnswer: Text("would have to ask, without a terminal", "要问人, 但没有终端", "要問人, 但沒有終端")
    case .conflict: Text("changed by somebody else meanwhile", "刚被别人改过", "剛被別人改過")
    case .attention: Text("--check or check found something", "--check 或体检查出问题", "--check 或體檢查出問題")
    case .usage: Text("command, option or date not understood", "看不懂命令、选项或日期", "看不懂命令、選項或日期")
    case .data: Text("the file has bad rows", "文件里有读不了的行", "檔案裡有讀不了的列")
    case .noInput: Text("the file or book is not there", "没有这个文件或账本", "沒有這個檔案或帳本")
    case .unavailable: Text("a server or helper is missing", "服务器或辅助程序没有", "伺服器或輔助程式沒有")
    case .cannotCreate: Text("exists already, or cannot be written", "已存在, 或不可写", "已存在, 或不可寫")
    case .io: Text("disk full, read error, damaged book", "磁盘满, 读写错, 账本损坏", "磁碟滿, 讀寫錯, 帳本損壞")
    case .tryLater: Text("somebody else is writing, try again", "别人正在写, 稍后再试", "別人正在寫, 稍後再試")
    case .noPermission: Text("your role does not allow it", "没有权限", "沒有權限")
    case .config: Text("configuration or book's version", "配置文件或账本版本不对", "設定檔或帳本版本不對")
    case .interrupted: Text("interrupted, nothing was changed", "被中断, 什么也没改", "被中斷, 什麼也沒改")
    }
  }
}
