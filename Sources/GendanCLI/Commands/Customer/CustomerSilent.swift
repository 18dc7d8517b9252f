import ArgumentParser
import Gendan
import GendanOutput

/// Customers of whom nobody has heard for long.
struct CustomerSilent: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.silent", word: "silent", chinese: ["久未联络", "久未聯絡"],
    about: Text("customers nobody has heard of for long", "久未联络的客户", "久未聯絡的客戶"),
    usage: "[--days N] \(CustomerOptions.usage)",
    examples: ["customer silent", "customer silent --days 60 --mine"], part: .follow)

  @Option var days: String?
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let limit = try days.map(CustomerSilent.days) ?? reading.settings().number(.silentDays)
      let found = try SilentCustomer.list(
        try customers.filter(at: desk, in: reading), days: limit, in: reading)
      let dates = try desk.dateWords(reading)
      return Answer("silent_customers", Self.listing(dates, desk.language).list(found))
    }
  }

  private static func days(_ text: String) throws -> Int {
    guard let days = Int(folded(text)), 0...36_500 ~= days else {
      throw Complaint(
        .usage, Text("\"\(text)\" is no number of days", "\"\(text)\" 不是天数", "\"\(text)\" 不是天數"),
        try: "gendan customer silent --days 30")
    }
    return days
  }

  private static func listing(_ dates: DateWords, _ language: Language) -> Listing<SilentCustomer> {
    Listing(
      id: "silent_customers", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        .init("name", CustomerWord.name.heading, shrinks: true) { Cell($0.name) },
        .init("last", Text("Last heard", "最近联络", "最近聯絡")) { customer in
          customer.lastOn.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
        },
        .init("days", Text("Days", "天数", "天數"), .trailing) { customer in
          Cell(number: customer.lastOn.map { dates.today - $0 })
        },
        .init("clerk", CustomerWord.clerk.heading, priority: 1) { Cell(optional: $0.clerk) },
      ])
  }
}
