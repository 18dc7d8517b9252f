import ArgumentParser
import Gendan
import GendanOutput

/// Promises that were moved: how often, how far, and why.
struct ReportSlips: BookCommand {
  static let sheet = CommandSheet(
    id: "report.slips", word: "slips", chinese: ["改期表"],
    about: Text("promises moved: how often, how far", "改期: 次数和天数", "改期: 次數和天數"),
    usage: "[-p PERIOD] [--by cause|customer|clerk]",
    examples: ["report slips", "report slips -p lastmonth --by cause"], part: .supervisor)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let grouping: SlipGrouping? = try desk.grouping()
      let period = try desk.period(in: reading) ?? .month(of: reading.today)
      let slips = try Slip.made(in: period, reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "slips", Text("Promises moved  ", "改期  ", "改期  ") + dates.span(period), at: desk)
      if let grouping {
        try page.table(Self.groups(slips, grouping, desk.language))
      } else {
        try page.table(Slip.listing(desk.language, dates).table(slips), numbers: slips.map(\.no))
      }
      let (later, days) = (slips.filter { $0.days > 0 }, slips.reduce(0) { $0 + max(0, $1.days) })
      page.line(
        Text(
          "moved \(slips.count), later \(later.count) by \(days) days; by the customer \(slips.count { $0.cause == .customer })",
          "改期 \(slips.count) 次, 推迟 \(later.count) 次共 \(days) 天; 客户原因 \(slips.count { $0.cause == .customer }) 次",
          "改期 \(slips.count) 次, 推遲 \(later.count) 次共 \(days) 天; 客戶原因 \(slips.count { $0.cause == .customer }) 次"
        ))
      page.note(Text("calendar days, promise to promise", "日历天, 按前后两次答复", "日曆天, 按前後兩次答覆"))
      return page.answer()
    }
  }

  /// The slips of one group.
  private struct Group {
    let name: String
    let id: String
    let slips: [Slip]
    var orders: Int { Set(slips.map(\.no)).count }
    var days: Int { slips.reduce(0) { $0 + max(0, $1.days) } }
  }

  private static func groups(_ slips: [Slip], _ grouping: SlipGrouping, _ language: Language) -> Table {
    let named = Dictionary(grouping: slips) { grouping.name($0, language) }
    let groups = named.map { Group(name: $0.key.text, id: $0.key.id, slips: $0.value) }
      .sorted { ($1.days, $1.slips.count, $0.name) < ($0.days, $0.slips.count, $1.name) }
    return Listing<Group>(
      id: "slips", language: language,
      fields: [
        .init(grouping.rawValue, grouping.words.capitalized, shrinks: true) {
          Cell($0.name, code: $0.id)
        },
        .init("moved", Text("Moved", "次数", "次數"), .trailing) { Cell(number: $0.slips.count) },
        .init("orders", Text("Orders", "订单", "訂單"), .trailing) { Cell(number: $0.orders) },
        .init("days", Text("Days later", "推迟天数", "推遲天數"), .trailing) { Cell(number: $0.days) },
        .init("mean", Text("Mean", "平均", "平均"), .trailing) { group in
          Cell.mean(group.days, of: group.slips.count { $0.days > 0 })
        },
      ]
    ).table(groups)
  }
}

extension Cell {
  /// A mean with one decimal; nothing of nothing.
  static func mean(_ sum: Int, of count: Int) -> Cell {
    guard count > 0 else { return .none }
    let text = Decimal.text(Int64((sum * 20 + count) / (count * 2)), decimals: 1)
    return Cell(text, value: .decimal(text))
  }
}

/// By what moved promises are put together.
enum SlipGrouping: String, CaseIterable, Worded {
  case cause, customer, clerk

  var words: Text {
    switch self {
    case .cause: OrderField.cause.words.lowercased
    case .customer: OrderField.customer.words.lowercased
    case .clerk: OrderField.clerk.words.lowercased
    }
  }

  /// A group's name, and its id for programs.
  struct Name: Hashable {
    let text: String
    let id: String
  }

  fileprivate func name(_ slip: Slip, _ language: Language) -> Name {
    let none = Text("(not given)", "(未登记)", "(未登記)")[language]
    return switch self {
    case .cause: Name(text: slip.cause?.words[language] ?? none, id: slip.cause?.rawValue ?? "")
    case .customer: Name(text: slip.customer, id: slip.customer)
    case .clerk: Name(text: slip.clerk ?? none, id: slip.clerk ?? "")
    }
  }
}

extension Slip {
  /// What is shown of a promise that was moved.
  static func listing(_ language: Language, _ dates: DateWords) -> Listing<Slip> {
    Listing(
      id: "slips", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("line", OrderField.line.words, .trailing, priority: 5) { Cell(number: $0.lineNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("from", Text("From", "原交期", "原交期")) { Cell(day: $0.from, dates) },
        .init("to", Text("To", "改为", "改為")) { Cell(day: $0.to, dates) },
        .init("days", Text("Days", "天数", "天數"), .trailing) { slip in
          Cell(slip.days > 0 ? "+\(slip.days)" : String(slip.days), value: .integer(Int64(slip.days)))
        },
        .init("cause", OrderField.cause.words) { slip in
          slip.cause.map { Cell(id: $0, language) } ?? .none
        },
        .init("told", Text("Told", "告知", "告知"), priority: 2, shrinks: true) { Cell(optional: $0.told) },
        .init("made", Text("On", "改期日", "改期日"), priority: 1) { Cell(day: $0.madeOn, dates) },
        .init("clerk", OrderField.clerk.words, priority: 3) { Cell(optional: $0.clerk) },
      ])
  }
}
