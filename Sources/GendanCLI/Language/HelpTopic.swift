import Gendan
import GendanOutput

/// What `help` explains besides commands.
enum HelpTopic: String, CaseIterable {
  case dates, refs, filters, periods, exit, lateness, reminders, cron, options, scan, conf, json

  /// The Chinese words that name it too.
  var chinese: [String] {
    switch self {
    case .dates: ["日期"]
    case .refs: ["单号", "單號"]
    case .filters: ["筛选", "篩選"]
    case .periods: ["期间", "期間"]
    case .exit: ["退出码", "結束碼"]
    case .lateness: ["超期口径", "逾期口徑"]
    case .reminders: ["提醒"]
    case .cron: ["定时", "定時"]
    case .options: ["选项", "選項"]
    case .scan: ["扫码", "掃碼"]
    case .conf: ["configuration", "配置文件", "設定檔"]
    case .json: []
    }
  }

  /// Its page of the manual: 5 for what stands in files, 7 for the rest.
  var manual: (name: String, section: Int) {
    switch self {
    case .conf: ("gendan-config", 5)
    case .json: ("gendan-json", 5)
    default: ("gendan-\(rawValue)", 7)
    }
  }

  /// The topic that a word names.
  init?(word: String) {
    let word = folded(word)
    guard let topic = Self.allCases.first(where: { ([$0.rawValue] + $0.chinese).contains(word) })
    else { return nil }
    self = topic
  }

  var page: TopicPage {
    switch self {
    case .dates: .dates
    case .refs: .refs
    case .filters: .filters
    case .periods: .periods
    case .exit: .exit
    case .lateness: .lateness
    case .reminders: .reminders
    case .cron: .cron
    case .options: .options
    case .scan: .scan
    case .conf: .configuration
    case .json: .json
    }
  }
}

/// A page of things to type with what they mean, and sentences below.
struct TopicPage {
  /// One line of the table: what is typed, several forms with two spaces between, and its meaning.
  typealias Row = (typed: String, meaning: Text)

  let title: Text
  var rows: [Row] = []
  var notes: [Text] = []

  /// The page as lines of at most 80 cells.
  func lines(_ language: Language) -> [String] {
    let width = rows.map { CellWidth.of($0.typed) }.max() ?? 0
    return [title[language], ""]
      + rows.map { row in
        let meaning = row.meaning[language]
        return "  " + (meaning.isEmpty ? row.typed : CellWidth.pad(row.typed, to: width) + "  " + meaning)
      }
      + (rows.isEmpty || notes.isEmpty ? [] : [""]) + notes.map { $0[language] }
  }
}

extension TopicPage {
  static let dates = TopicPage(
    title: Text(
      "Dates. Plans look forward, facts look back; case, width and spaces do not matter",
      "日期。计划往后看, 事实往前看; 大小写、全角半角、空格都不论", "日期。計畫往後看, 事實往前看; 大小寫、全形半形、空格都不論"),
    rows: [
      ("+3d  +2w  +1m", Text("that much later, calendar days", "往后推, 日历日", "往後推, 日曆日")),
      ("+5wd  5个工作日后", Text("working days, holidays left out", "工作日, 跳过节假日", "工作日, 跳過節假日")),
      ("promise+3wd  due-2wd", Text("from the order's own date", "从订单自己的日期算", "從訂單自己的日期算")),
      ("today  tomorrow  明天  后天", Text("", "", "")),
      ("fri  周五", Text("plan: the coming one; fact: the last one", "计划: 下一个; 事实: 上一个", "計畫: 下一個; 事實: 上一個")),
      ("next fri  下周五  下下周五", Text("of next week, of the week after", "下一周、再下一周的", "下一週、再下一週的")),
      ("15  15号  下月5号", Text("a day of the month", "几号", "幾號")),
      ("3/25  3-25  3.25  0325  3月25日", Text("month and day", "月和日", "月和日")),
      ("2026-03-25  20260325  26-3-25", Text("the year comes first", "年份在前", "年份在前")),
      (
        "eow  eom  eoq  eoy  月底  季末  年底",
        Text("last day of the week, month …", "周、月、季、年的最后一天", "週、月、季、年的最後一天")
      ),
      ("eowwd  eomwd", Text("last working day", "最后一个工作日", "最後一個工作日")),
      ("preholiday  postholiday  节前  节后", Text("beside the next holiday", "下一个假期前、后的工作日", "下一個假期前、後的工作日")),
    ],
    notes: [
      Text(
        "Counted from: today due want promise order ship. A fact (--on) is never in the future.",
        "可作起点: today due want promise order ship。事实 (--on) 不会在将来。",
        "可作起點: today due want promise order ship。事實 (--on) 不會在將來。"),
      Text(
        "3/4/26 is refused: put the year first. Every date is echoed with its weekday.",
        "3/4/26 不接受: 年份写前面。每个日期都回显星期。", "3/4/26 不接受: 年份寫前面。每個日期都回顯星期。"),
    ])

  static let refs = TopicPage(
    title: Text("Naming orders", "怎么写单号", "怎麼寫單號"),
    rows: [
      ("SO2603-0042", Text("the whole number", "整个单号", "整個單號")),
      (
        "118  0118  2-0118",
        Text("its end, 3 digits or more; open orders first", "尾号, 3 位以上; 先找在手的", "尾號, 3 位以上; 先找在手的")
      ),
      ("SO2602-", Text("all of that month, where several are allowed", "那个月的全部, 限可多张的命令", "那個月的全部, 限可多張的命令")),
      ("^  @", Text("the one touched last in this terminal", "本终端上一张", "本終端上一張")),
      ("^2", Text("the one before", "再上一张", "再上一張")),
      ("3  :120  3-7  3,5,9", Text("rows of the list printed last", "上次列表的行号", "上次列表的行號")),
      (
        "118.2  ^.2  :3.2  118.2.1",
        Text("line 2 of the order; its first delivery", "订单第 2 行; 其中第 1 批", "訂單第 2 行; 其中第 1 批")
      ),
      ("po:HD-26-0331", Text("the customer's own number", "客户单号", "客戶單號")),
      ("D2603-0097", Text("the orders of a shipment", "送货单上的订单", "送貨單上的訂單")),
      ("-", Text("read them from standard input, one a line", "从标准输入读, 一行一个", "從標準輸入讀, 一行一個")),
    ],
    notes: [
      Text(
        "1 or 2 digits are a row, 3 or more an order. Row numbers last 8 hours.",
        "1 到 2 位是行号, 3 位以上是单号。行号 8 小时内有效。", "1 到 2 位是列號, 3 位以上是單號。列號 8 小時內有效。"),
      Text(
        "One match: done. Several: listed, exit 4. None: the nearest, exit 3.",
        "对上一张就办; 几张就列出, 退出码 4; 没有就列相近的, 退出码 3。", "對上一張就辦; 幾張就列出, 結束碼 4; 沒有就列相近的, 結束碼 3。"),
    ])

  static var filters: TopicPage {
    TopicPage(
      title: Text("Filters: terms with spaces between must all hold", "筛选: 空格隔开的条件都要满足", "篩選: 空格隔開的條件都要滿足"),
      rows: [
        ("customer:宏达,华威", Text("one of several values", "几个值之一", "幾個值之一")),
        ("customer:=宏达  customer:宏~", Text("exactly; beginning with", "完全等于; 以此开头", "完全等於; 以此開頭")),
        ("qty:500..  price:..3", Text("from, up to; both ends count", "不小于, 不大于; 含两端", "不小於, 不大於; 含兩端")),
        (
          "due:week  交期:本周  due:..3/20",
          Text("a period (gendan help periods)", "期间 (gendan help periods)", "期間 (gendan help periods)")
        ),
        ("late:3wd..", Text("late by 3 working days or more", "超期 3 个工作日以上", "逾期 3 個工作日以上")),
        ("is:overdue  is:unpromised", Text("a state", "状态", "狀態")),
        ("not:is:held", Text("the opposite of a term", "条件取反", "條件取反")),
        ("no:promise  has:po", Text("without, with a field", "没有、有某字段", "沒有、有某欄位")),
        (
          "--where 'is:overdue or (prio:H due:..+3d)'",
          Text("terms with and, or, not; ( ) where mixed", "and or not, 混用要加括号", "and or not, 混用要加括號")
        ),
        (
          "--view 急  view:急",
          Text("a saved filter (gendan view)", "保存的视图 (gendan view)", "儲存的檢視 (gendan view)")
        ),
        ("法兰", Text("a word in any text of the order", "订单里任何文字", "訂單裡任何文字")),
      ],
      notes: [
        Text("states: ", "状态: ", "狀態: ")
          + StateWord.allCases.map(\.rawValue).joined(separator: " ")
      ] + fieldLines
        + [
          Text(
            "Fields and states are understood in every language, full-width too.",
            "字段和状态中英文都认, 全角也行。", "欄位和狀態中英文都認, 全形也行。")
        ])
  }

  /// The fields on lines that fit.
  private static var fieldLines: [Text] {
    let names = OrderField.allCases.map(\.rawValue)
    return TextFlow.fill(names, width: 66, gap: 1).enumerated().map { index, line in
      (index == 0 ? Text("fields: ", "字段: ", "欄位: ") : Text("        ", "      ", "      ")) + line
    }
  }

  static let periods = TopicPage(
    title: Text("Periods (-p): both ends are included", "期间 (-p): 含首尾两天", "期間 (-p): 含首尾兩天"),
    rows: [
      ("today  yesterday  今天  昨天", Text("", "", "")),
      ("week  nextweek  本周  上周  下周", Text("Monday to Sunday", "周一到周日", "週一到週日")),
      ("month  lastmonth  本月  上月  下月", Text("", "", "")),
      ("q1  2026q1  本季", Text("a quarter", "季度", "季度")),
      ("2026  2026-02  今年", Text("a year, a month", "一年, 一个月", "一年, 一個月")),
      ("wtd  mtd  qtd  ytd", Text("from its first day to today", "从头到今天", "從頭到今天")),
      ("7d  30d  3m  近30天", Text("that long, up to today", "到今天为止", "到今天為止")),
      (
        "3/1..3/15  2026-03-01..", Text("from .. to, an end may be left open", "从..到, 一头可以空着", "從..到, 一頭可以空著")
      ),
    ],
    notes: [
      Text(
        "Any date may be an end: gendan help dates", "两头可以是任何日期: gendan help dates",
        "兩頭可以是任何日期: gendan help dates")
    ])
}
