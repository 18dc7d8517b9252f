import ArgumentParser
import Gendan
import GendanOutput

/// How long deliveries took, by product or customer.
struct ReportLeadTime: BookCommand {
  static let sheet = CommandSheet(
    id: "report.leadtime", word: "leadtime", chinese: ["交货周期", "交貨週期"],
    about: Text("how long orders took, by product", "订单用了多少天, 按产品", "訂單用了多少天, 按產品"),
    usage: "[-p PERIOD] [--by product|customer]",
    examples: ["report leadtime", "report leadtime -p 2026q1 --by customer"], part: .supervisor)

  @OptionGroup var global: GlobalOptions

  /// By what deliveries are put together.
  enum Grouping: String, CaseIterable, Worded {
    case product, customer

    var words: Text { self == .product ? OrderField.product.words : OrderField.customer.words }
  }

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let grouping: Grouping = try desk.grouping() ?? .product
      let period = try desk.period(in: reading) ?? .quarter(of: reading.today)
      let figures = try LeadTimeReport.figures(period, byCustomer: grouping == .customer, in: reading)
      var page = try ReportPage(
        "leadtime", Text("Lead times  ", "交货周期  ", "交貨週期  ") + period.description, at: desk)
      try page.table(Self.listing(grouping, desk.language).table(figures))
      page.note(
        Text(
          "deliveries complete in the period, calendar days: median and nine of ten within",
          "期间内交完的行, 日历天: 中位数, 九成不超过", "期間內交完的行, 日曆天: 中位數, 九成不超過"))
      return page.answer()
    }
  }

  private static func listing(_ grouping: Grouping, _ language: Language) -> Listing<LeadTimeReport.Figures> {
    func days(
      _ id: String, _ heading: Text, _ hundredths: Int, priority: Int = 0,
      _ values: @escaping (LeadTimeReport.Figures) -> [Int]
    ) -> Listing<LeadTimeReport.Figures>.Field {
      .init(id, heading, .trailing, priority: priority) { Cell(number: values($0).percentile(hundredths)) }
    }
    return Listing(
      id: "leadtime", language: language,
      fields: [
        .init(grouping.rawValue, grouping.words, shrinks: true) { Cell($0.group) },
        .init("n", Text(verbatim: "n"), .trailing) { Cell(number: $0.whole.count) },
        days("promised", Text("Promised", "答复", "答覆"), 50) { $0.promised },
        days("whole", Text("Order to done", "接单到交完", "接單到交完"), 50) { $0.whole },
        days("whole_90", Text("9 of 10", "九成内", "九成內"), 90) { $0.whole },
        days("made", Text("In production", "生产", "生產"), 50) { $0.made },
        days("made_90", Text("9 of 10", "九成内", "九成內"), 90, priority: 1) { $0.made },
      ])
  }
}
