import Gendan

extension TopicPage {
  /// The person's file of taste.
  static let configuration = TopicPage(
    title: Text(
      "The configuration: one's own taste; it cannot change what a number means", "个人配置: 只管口味, 不改任何数字的含义",
      "個人設定: 只管口味, 不改任何數字的含義"),
    rows: [
      ("db = \"/srv/gendan/main.db\"", Text("the book, where nothing else says", "默认的账本", "預設的帳本")),
      ("user = \"chenting\"", Text("as whom one acts", "以谁的名义", "以誰的名義")),
      (
        "lang = \"zh-Hans\"",
        Text("zh-Hans, zh-Hant, en or auto", "zh-Hans, zh-Hant, en 或 auto", "zh-Hans, zh-Hant, en 或 auto")
      ),
      (
        "ambiguous = \"1\"",
        Text("cells of ① φ ℃ (gendan doctor)", "① φ ℃ 占几格 (gendan doctor)", "① φ ℃ 佔幾格 (gendan doctor)")
      ),
      ("color = \"auto\"", Text("auto, always or never", "auto, always 或 never", "auto, always 或 never")),
      ("width = \"100\"", Text("cells of a line", "每行几格", "每行幾格")),
      (
        "pager = \"less -FRSX\"",
        Text("for what is longer than the screen; never", "超过一屏时用; never 不用", "超過一屏時用; never 不用")
      ),
      ("hints = \"false\"", Text("no commands at the end of a list", "清单末尾不提示命令", "清單末尾不提示命令")),
      ("[columns]  list = \"no,due,late\"", Text("the columns of a list", "清单的列", "清單的欄")),
      ("[alias]  \"急\" = \"list is:risk\"", Text("a name for a line", "给一行命令起名", "給一行命令取名")),
    ],
    notes: [
      Text(
        "In ~/.config/gendan/config, before it /etc/gendan/config for all; --config FILE.",
        "写在 ~/.config/gendan/config; 全机共用的在 /etc/gendan/config; --config 文件。",
        "寫在 ~/.config/gendan/config; 全機共用的在 /etc/gendan/config; --config 檔案。"),
      Text(
        "An option counts before GENDAN_DB, _USER, _LANG, _PAGER, and these before files.",
        "先看选项, 再看 GENDAN_DB, _USER, _LANG, _PAGER, 最后看文件。", "先看選項, 再看 GENDAN_DB, _USER, _LANG, _PAGER, 最後看檔案。"
      ),
      Text(
        "What is the firm's stands in the book: gendan setting, calendar, route, view.",
        "公司的规则在账本里: gendan setting, calendar, route, view。",
        "公司的規則在帳本裡: gendan setting, calendar, route, view。"),
      Text(
        "gendan config set KEY VALUE writes it; gendan config list --show-origin tells.",
        "写入: gendan config set 键 值; 查看: gendan config list --show-origin。",
        "寫入: gendan config set 鍵 值; 查看: gendan config list --show-origin。"),
    ])

  /// What programs read.
  static let json = TopicPage(
    title: Text(
      "JSON, for programs: --json, or --json=no,due for some fields",
      "给程序的 JSON: --json, 或 --json=no,due 只要几个字段", "給程式的 JSON: --json, 或 --json=no,due 只要幾個欄位"),
    rows: [
      ("\"schema\":\"gendan.orders/1\"", Text("within a number only added to", "同一号内只增不改", "同一號內只增不改")),
      ("\"as_of\":\"2026-03-16\"", Text("the day it speaks of", "说的是哪天", "說的是哪天")),
      ("\"db\":\"e18452\"", Text("the newest event it knows", "已知的最新流水", "已知的最新流水")),
      ("\"count\":3,\"rows\":[…]", Text("an object a row, with every field", "每行一个对象, 字段齐全", "每列一個物件, 欄位齊全")),
      (
        "\"2026-03-20\"",
        Text(
          "a day; moments are UTC, 2026-03-20T00:05:00Z", "日期; 时刻是 UTC, 2026-03-20T00:05:00Z",
          "日期; 時刻是 UTC, 2026-03-20T00:05:00Z")
      ),
      ("{\"amount\":\"7300.00\",\"currency\":\"CNY\"}", Text("money, exact", "金额, 精确", "金額, 精確")),
      ("\"shortage\"", Text("an id; the same in every language", "代号, 各语言相同", "代號, 各語言相同")),
      ("null", Text("not known, or not one number", "没有, 或不是一个数", "沒有, 或不是一個數")),
      ("\"event\":\"e18453\",\"dry_run\":false", Text("of what was written", "写入后才有", "寫入後才有")),
    ],
    notes: [
      Text(
        "An error is one object on standard error: {\"error\":{\"code\":3,\"id\":\"not_found\",",
        "出错时标准错误输出一个对象: {\"error\":{\"code\":3,\"id\":\"not_found\",",
        "出錯時標準錯誤輸出一個物件: {\"error\":{\"code\":3,\"id\":\"not_found\","),
      Text(verbatim: "\"message\":…,\"facts\":[…],\"try\":[…]}}; gendan help exit"),
      Text(
        "-O ndjson: a row a line, without a head. gendan log -f --json: events as they come.",
        "-O ndjson: 每行一个对象, 没有外层。gendan log -f --json: 新流水随到随出。",
        "-O ndjson: 每行一個物件, 沒有外層。gendan log -f --json: 新流水隨到隨出。"),
      Text(
        "gendan explain FIELD tells what a field is; gendan list -c help names them all.",
        "gendan explain 字段 说明含义; gendan list -c help 列出全部字段。",
        "gendan explain 欄位 說明含義; gendan list -c help 列出全部欄位。"),
    ])
}
