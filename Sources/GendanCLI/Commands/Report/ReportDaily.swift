import ArgumentParser
import Gendan
import GendanOutput

/// The day's report: orders, shipments, money found, problems, promises moved (R-392, P7).
struct ReportDaily: BookCommand {
  static let sheet = CommandSheet(
    id: "report.daily", word: "daily", chinese: ["日报", "日報"],
    about: Text("the day's report", "日报表", "日報表"), usage: "[--date DATE | -p PERIOD] [--remark TEXT]",
    examples: ["report daily", "report daily --date 2026-03-13", "report daily --remark 展会"], part: .evening)

  @Option var date: String?
  @Option var remark: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let period = try desk.period(in: reading) ?? .day(desk.reportDay(date, in: reading))
      let report = try DailyReport.read(period, in: reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "daily", Text("Daily report  ", "日报表  ", "日報表  ") + dates.span(period), at: desk)
      let language = desk.language
      page.section(Text("Totals", "合计", "合計"), Self.totals(report.totals, language))
      page.section(Text("Orders", "接单", "接單"), SalesLine.listing("orders", language).table(report.orders))
      page.section(Text("Shipped", "发货", "出貨"), Self.shipped(language).table(report.shipments))
      page.section(Text("Money received", "到账", "到帳"), Self.received(language, dates).table(report.receipts))
      page.section(Text("Problems", "异常", "異常"), Self.troubles(language).table(report.problems))
      page.section(Text("Promises moved", "改期", "改期"), Slip.listing(language, dates).table(report.slips))
      if page.count == 0 { page.line(Text("nothing happened", "没有发生", "沒有發生")) }
      if let remark = remark.filled { page.line(Text("Remarks: ", "备注: ", "備註: ") + remark) }
      page.line(Turnover.note)
      var answer = page.answer()
      answer.rows = report.orders.map(\.no)
      return answer
    }
  }

  private static func totals(_ lines: [Turnover.Line], _ language: Language) -> Table {
    Turnover.listing("totals", nil, language).table(lines)
  }

  private static func shipped(_ language: Language) -> Listing<DailyReport.Shipped> {
    Listing(
      id: "shipments", language: language,
      fields: [
        .init("note_no", Noun.shipment.heading) { Cell($0.no) },
        .init("no", OrderField.no.words) { Cell($0.order) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("unit", Text("Unit", "单位", "單位"), priority: 3) { Cell($0.quantity.unit) },
        .init("carrier", OrderField.carrier.words, priority: 1) { Cell(optional: $0.carrier) },
      ])
  }

  private static func received(_ language: Language, _ dates: DateWords) -> Listing<DailyReport.Received> {
    Listing(
      id: "receipts", language: language,
      fields: [
        .init("payment", Noun.payment.heading) { Cell($0.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("no", OrderField.no.words) { Cell(optional: $0.order) },
        .init("amount", OrderField.amount.words, .trailing) { Cell(amount: $0.money.cents) },
        .init("currency", CustomerWord.currency.heading) { Cell($0.money.currency) },
        .init("bank", Text("At the bank", "到账日", "到帳日"), priority: 1) { Cell(day: $0.bankOn, dates) },
      ])
  }

  private static func troubles(_ language: Language) -> Listing<DailyReport.Trouble> {
    Listing(
      id: "problems", language: language,
      fields: [
        .init("problem", Noun.problem.heading) { Cell($0.no) },
        .init("no", OrderField.no.words) { Cell(optional: $0.order) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell(optional: $0.customer) },
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: $0.kind, language) },
        .init("text", Text("What", "内容", "內容"), shrinks: true) { Cell($0.text) },
      ])
  }
}

extension DateWords {
  /// `2026-03-16 周一`, or `2026-03-01..2026-03-10`.
  func span(_ period: Period) -> Text {
    guard let first = period.first, first == period.last else { return Text(verbatim: period.description) }
    return full(first)
  }
}
