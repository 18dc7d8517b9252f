import ArgumentParser
import Gendan
import GendanOutput

/// What customers think of us, quarter by quarter, and whether it gets better.
struct ContactScores: BookCommand {
  static let sheet = CommandSheet(
    id: "contact.scores", word: "scores", chinese: ["满意度", "滿意度"],
    about: Text("satisfaction by quarter", "各季度客户满意度", "各季度客戶滿意度"),
    usage: "[CUSTOMER] [-p PERIOD] \(CustomerOptions.usage)",
    examples: ["contact scores", "contact scores 宏达机械 -p 2026"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let periods = try SatisfactionPeriod.all(
        try customers.filter(words: words, at: desk, in: reading), during: try desk.period(in: reading),
        in: reading.db)
      let rows = zip(periods, [nil] + periods.dropLast().map(Optional.some)).map { Row($0, before: $1) }
      return Answer("satisfaction", Self.listing(desk.language).list(rows))
    }
  }

  /// A quarter beside the one before it.
  private struct Row {
    let period: SatisfactionPeriod
    let change: Int?

    init(_ period: SatisfactionPeriod, before: SatisfactionPeriod?) {
      self.period = period
      change = before.map { period.overall - $0.overall }
    }
  }

  private static func listing(_ language: Language) -> Listing<Row> {
    func average(_ id: String, _ heading: Text, _ mark: @escaping (Row) -> Int) -> Listing<Row>.Field {
      .init(id, heading, .trailing) { row in
        let text = Decimal.text(Int64(mark(row)), decimals: 2)
        return Cell(text, value: .decimal(text))
      }
    }
    return Listing(
      id: "satisfaction", language: language,
      fields: [
        .init("quarter", Text("Quarter", "季度", "季度")) { row in
          Cell("\(row.period.first.year)Q\((row.period.first.month + 2) / 3)")
        },
        .init("answers", Text("Answers", "份数", "份數"), .trailing) { Cell(number: $0.period.count) },
        average("quality", Text("Quality", "质量", "品質")) { $0.period.quality },
        average("delivery", Text("Delivery", "交货", "交貨")) { $0.period.delivery },
        average("service", Text("Service", "服务", "服務")) { $0.period.service },
        average("overall", Text("Overall", "平均", "平均")) { $0.period.overall },
        .init("change", Text("Change", "变化", "變化"), .trailing) { row in
          row.change.map { change in
            let text = Decimal.text(Int64(change), decimals: 2)
            return Cell(change > 0 ? "+" + text : text, value: .decimal(text))
          } ?? .none
        },
      ])
  }
}
