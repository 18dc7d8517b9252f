import ArgumentParser
import Gendan
import GendanOutput

/// Customers, orders and papers of a period, counted.
struct ReportStatistics: BookCommand {
  static let sheet = CommandSheet(
    id: "report.stats", word: "stats", chinese: ["统计", "統計"],
    about: Text("customers, orders and papers, counted", "客户 订单 文件统计", "客戶 訂單 文件統計"),
    usage: "[--month MONTH | -p PERIOD]", examples: ["report stats", "report stats --month 2026-03"],
    part: .supervisor)

  @Option var month: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let period =
        try month == nil
        ? desk.period(in: reading) ?? desk.month(nil, in: reading) : desk.month(month, in: reading)
      let counts = try BookStatistics.read(period, in: reading)
      let language = desk.language
      var page = try ReportPage(
        "stats", Text("Statistics  ", "统计  ", "統計  ") + period.description, at: desk)
      page.line(
        Text(
          "customers that ordered: \(counts.customers)", "有订单的客户 \(counts.customers) 家",
          "有訂單的客戶 \(counts.customers) 家"))
      page.section(
        Text("Orders", "订单", "訂單"), Turnover.listing("orders", nil, language).table(counts.turnover))
      page.section(
        Text("Customers by credit", "客户资信", "客戶資信"),
        Self.listing("grades", Text("Grade", "信用等级", "信用等級"), language) { $0 }.table(counts.grades))
      page.section(
        Text("Papers filed", "文件归档", "文件歸檔"),
        Self.listing("papers", Text("Kind", "类别", "類別"), language) {
          DocumentKind(rawValue: $0)?.words[language] ?? $0
        }.table(counts.papers))
      page.section(
        Text("Notices given out", "通知分发", "通知分發"),
        Self.listing("notices", OrderField.dept.words, language) { $0 }.table(counts.notices))
      page.line(Turnover.note)
      return page.answer()
    }
  }

  private static func listing(
    _ id: String, _ heading: Text, _ language: Language, _ word: @escaping (String) -> String
  ) -> Listing<BookStatistics.Count> {
    Listing(
      id: id, language: language,
      fields: [
        .init("name", heading) { count in
          count.name.isEmpty ? Cell(group: "", language) : Cell(word(count.name), code: count.name)
        },
        .init("count", Text("Count", "数", "數"), .trailing) { Cell(number: $0.count) },
      ])
  }
}
