import ArgumentParser
import Gendan
import GendanOutput

/// The month's cumulative sales by customer, with the year so far, and its way to finance and the archive (R-394,
/// R-395, P10).
struct ReportMonthly: BookCommand {
  static let sheet = CommandSheet(
    id: "report.monthly", word: "monthly", chinese: ["月报", "月報"],
    about: Text("the month's sales by customer, year to date", "月销售累总表, 按客户", "月銷售累總表, 按客戶"),
    usage: "[--month MONTH | -p MONTH] [--made | --submit | --audit | --archive] [--note TEXT]",
    examples: [
      "report monthly", "report monthly --month lastmonth", "report monthly --month 2026-03 --submit",
    ], part: .evening)

  @Option var month: String?
  @Flag var made = false
  @Flag var submit = false
  @Flag var audit = false
  @Flag var archive = false
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let acts = [(made, ReportMark.Act.made), (submit, .submitted), (audit, .audited), (archive, .archived)]
      .filter(\.0).map(\.1)
    guard let act = acts.last else { return try desk.read { try page($0, at: desk) } }
    return try desk.write(right: act.right) { writing, answer in
      let month = try desk.month(month, in: writing)
      let figures = MonthSummary.figures(try MonthSummary.all(month, in: writing))
      try writing.mark(.monthly, month, act, figures: figures, note: note)
      answer.echo = [Self.title(month) + ": " + act.words + (figures.isEmpty ? "" : "  " + figures)]
    }
  }

  private static func title(_ month: Period) -> Text {
    Text("Monthly sales by customer  ", "月销售累总表 (按客户)  ", "月銷售累總表 (按客戶)  ")
      + String(month.first?.description.prefix(7) ?? "")
  }

  private func page(_ reading: Reading, at desk: Desk) throws -> Answer {
    let month = try desk.month(month, in: reading)
    let summaries = try MonthSummary.all(month, in: reading)
    let marks = try ReportMark.of(.monthly, month, in: reading.db)
    let dates = try desk.dateWords(reading)
    let isRunning = month.contains(reading.today)
    var page = try ReportPage(
      "monthly",
      Self.title(month)
        + (isRunning
          ? Text("  up to ", "  截至 ", "  截至 ") + dates.short(reading.today) : Text(verbatim: "")),
      at: desk)
    try page.table(Self.listing(desk.language).table(summaries))
    page.line(state(marks, month, reading, dates))
    if let told = marks.last(where: { $0.figures != nil })?.figures, told != MonthSummary.figures(summaries) {
      page.line(
        Text(
          "the figures changed since then; ordered, shipped, received were: ", "此后数字有变动; 当时接单 发货 到账: ",
          "此後數字有變動; 當時接單 出貨 到帳: ") + (told.isEmpty ? "0" : told))
    }
    page.note(Turnover.note)
    page.note(
      Text(
        "owed: today, for goods of open orders that left", "应收: 截至今天, 未结案订单已发货未收", "應收: 截至今天, 未結案訂單已出貨未收"))
    page.extra = [
      .init("month", .string(String(month.first?.description.prefix(7) ?? ""))),
      .init("state", marks.last.map { .string($0.act.rawValue) } ?? .null),
    ]
    return page.answer()
  }

  /// `submitted 王芳 04-02 17:05`, or until when it is to be.
  private func state(
    _ marks: [ReportMark], _ month: Period, _ reading: Reading, _ dates: DateWords
  ) -> Text {
    let done = marks.map {
      $0.act.words + " \($0.by) " + dates.time($0.at, utcOffset: reading.utcOffset)
        + ($0.note.map { " " + $0 } ?? "")
    }.joined("; ")
    guard !marks.contains(where: { $0.act >= .submitted }), let last = month.last else { return done }
    let due = last.adding(days: 3)
    let left = due - reading.today
    let wait =
      left < 0
      ? Text(
        "not submitted, \(-left) d late (by \(due))", "未提交, 超 \(-left) 天 (应在 \(due) 前)",
        "未提交, 超 \(-left) 天 (應在 \(due) 前)")
      : Text(
        "to finance by \(due), \(left) d left", "\(due) 前提交财务, 还有 \(left) 天",
        "\(due) 前提交財務, 還有 \(left) 天")
    return marks.isEmpty ? wait : done + "; " + wait
  }

  private static func listing(_ language: Language) -> Listing<MonthSummary> {
    func amount(
      _ id: String, _ heading: Text, priority: Int = 0, _ value: @escaping (MonthSummary) -> Int64
    ) -> Listing<MonthSummary>.Field {
      .init(id, heading, .trailing, priority: priority) { Cell(amount: value($0)) }
    }
    return Listing(
      id: "monthly", language: language,
      fields: [
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.year.group) },
        .init("currency", CustomerWord.currency.heading) { Cell($0.year.currency) },
        .init("orders", Text("Orders", "订单数", "訂單數"), .trailing, priority: 2) {
          Cell(count: $0.month.orders)
        },
        amount("ordered", Text("Ordered", "本月接单", "本月接單")) { $0.month.ordered },
        amount("shipped", Text("Shipped", "本月发货", "本月出貨")) { $0.month.shipped },
        amount("received", Text("Received", "本月到账", "本月到帳")) { $0.month.received },
        .init("year_orders", Text("Orders, year", "累计订单", "累計訂單"), .trailing, priority: 4) {
          Cell(count: $0.year.orders)
        },
        amount("year_ordered", Text("Ordered, year", "累计接单", "累計接單"), priority: 1) { $0.year.ordered },
        amount("year_shipped", Text("Shipped, year", "累计发货", "累計出貨"), priority: 1) { $0.year.shipped },
        amount("year_received", Text("Received, year", "累计到账", "累計到帳"), priority: 3) { $0.year.received },
        amount("receivable", Text("Owed", "应收", "應收")) { $0.receivable },
      ])
  }
}

extension ReportMark.Act: Worded {
  var words: Text {
    switch self {
    case .made: Text("made", "制表", "製表")
    case .submitted: Text("submitted", "提交财务", "提交財務")
    case .audited: Text("audited", "审核", "審核")
    case .archived: Text("archived", "归档", "歸檔")
    case .reviewed: Text("reviewed", "审阅", "審閱")
    }
  }
}
