import ArgumentParser
import Gendan
import GendanOutput

/// Ten days by customer: orders, shipments, money received, and what is owed (R-393, P9).
struct ReportTenDays: BookCommand {
  static let sheet = CommandSheet(
    id: "report.tenday", word: "tenday", chinese: ["旬报", "旬報"],
    about: Text("the ten-day report by customer", "旬报表, 按客户", "旬報表, 按客戶"),
    usage: "[-p 2026-03-1 | 2026-03-2 | 2026-03-3]",
    examples: ["report tenday", "report tenday -p 2026-03-1"], part: .evening)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let period = try period(at: desk, in: reading)
      var page = try ReportPage(
        "tenday", Text("Ten-day report by customer  ", "旬报表 (按客户)  ", "旬報表 (按客戶)  ") + period.description,
        at: desk)
      let lines = try Turnover(period, by: .customer).lines(in: reading)
      try page.table(Turnover.listing("tenday", .customer, desk.language).table(lines))
      page.note(Turnover.note)
      return page.answer()
    }
  }

  /// The ten days that were typed, as 1 to 3 after a month, or those of a day; today's where nothing is.
  private func period(at desk: Desk, in reading: Reading) throws -> Period {
    guard let text = desk.options.period else { return .tenDays(of: reading.today) }
    let parts = folded(text).split(separator: "-")
    if parts.count == 3, let part = Int(parts[2]), 1...3 ~= part, parts[2].count == 1,
      let year = Int(parts[0]),
      let month = Int(parts[1]), let first = Day(year: year, month: month, day: 1)
    {
      return .tenDays(of: first.adding(days: (part - 1) * 10))
    }
    let period = try desk.period(in: reading)
    return .tenDays(of: period?.first ?? reading.today)
  }
}
