import Gendan
import GendanOutput

/// A report on its way to an answer: its title says the period and what is counted, then come its tables, with notes
/// below. `-s` and `-L` work on its rows, whatever their columns are.
struct ReportPage {
  private let desk: Desk
  private let id: String
  private let title: Text
  private let limit: Int?
  private let isForPeople: Bool
  private var blocks: [Document.Block]
  private var rows: [String] = []
  private var isArranged = false
  /// How many rows its tables have.
  private(set) var count = 0
  /// More members of the JSON head.
  var extra: [JSON.Member] = []

  /// A page with a title, such as `Daily report  2026-03-16 周一`.
  init(_ id: String, _ title: Text, at desk: Desk) throws {
    (self.id, self.title, self.desk) = (id, title, desk)
    limit = try desk.limit(sorting: true)
    isForPeople = try Presentation(desk).format().isForPeople
    blocks = [.line(desk.say(title), .strong)]
  }

  /// The table that the report is; `numbers` are its rows' orders, for the next command.
  mutating func table(_ table: Table, numbers: [String?] = []) throws {
    var lines = Array(zip(table.rows, numbers + [String?](repeating: nil, count: table.rows.count)))
    if let keys = desk.options.sort {
      lines = try RowSort(keys, of: table).order(of: table.rows).map { lines[$0] }
      isArranged = true
    }
    if let limit { lines = Array(lines.prefix(limit)) }
    count += lines.count
    rows += lines.compactMap { $1 }
    var table = table
    table.rows = lines.map(\.0)
    table.ruled = !lines.isEmpty
    // Programs find the columns all the same.
    table.showsHeader = !lines.isEmpty
    if lines.isEmpty { line(desk.nothing(Text("nothing", "没有", "沒有"))) }
    blocks += [.blank, .table(table)]
  }

  /// One of several tables, under a heading with its count; people see it where it has a row.
  mutating func section(_ heading: Text, _ table: Table) {
    count += table.rows.count
    guard !table.rows.isEmpty || !isForPeople else { return }
    blocks += [.blank, .line(desk.say(heading) + " \(table.rows.count)", .strong), .table(table)]
  }

  /// A line of the report.
  mutating func line(_ text: Text) { blocks += [.blank, .line(desk.say(text))] }

  /// What is counted, and how, below the table.
  mutating func note(_ text: Text) { blocks.append(.line(desk.say(text), .faint)) }

  /// The answer; with `check` its exit code says whether there is any row.
  func answer(check: Bool = false, columns: [String]? = nil) -> Answer {
    var answer = Answer(id, Document(blocks))
    answer.title = title
    answer.columns = columns
    answer.extra = extra
    answer.isArranged = isArranged
    if !rows.isEmpty { answer.rows = rows }
    if check && count > 0 { answer.exit = .attention }
    if check && desk.options.quiet { answer.verbatim = "" }
    return answer
  }
}

extension Desk {
  /// The day that a report is about: `--date`, or today.
  func reportDay(_ date: String?, in reading: Reading) throws -> Day {
    try date.map { try day($0, .view, in: reading) } ?? reading.today
  }

  /// `--by`, as one of the groups that a report knows.
  func grouping<T: RawRepresentable & CaseIterable & Worded>(
    _ type: T.Type = T.self
  ) throws -> T? where T.RawValue == String {
    try options.by.map { try Spelling.read($0, as: Text("group", "分组", "分組")) }
  }
}

extension Cell {
  /// A share in whole percent, rounded down: 100 only where all is there.
  init(percent share: Ratio?) {
    guard let share else {
      self = .none
      return
    }
    let percent = share.part * 100 / share.whole
    self.init("\(percent)%", value: .integer(Int64(percent)))
  }

  /// A part of a sum in whole percent, half up: parts are compared, and add up as nearly as they can.
  init(share: Ratio?) {
    self = share.map { Cell("\($0.of(100))%", value: .integer(Int64($0.of(100)))) } ?? .none
  }

  /// Amounts of several currencies side by side: `7,300.00 CNY  1,200.00 EUR`.
  init(amounts: [String: Int64]) {
    let sorted = amounts.sorted { $0.key < $1.key }
    self.init(
      sorted.map { "\(Amount.text($0.value)) \($0.key)" }.joined(separator: "  "),
      value: .array(sorted.map { ["amount": Amount.json($0.value), "currency": .string($0.key)] }))
  }

  /// A count that is not worth a word where it is nothing.
  init(count: Int, style: Style? = nil) {
    self.init(count == 0 ? "" : String(count), value: .integer(Int64(count)), style: count == 0 ? nil : style)
  }

  /// A group's name, or that none is given.
  init(group: String, _ language: Language) {
    self = group.isEmpty ? Cell(Text("(not given)", "(未登记)", "(未登記)")[language], value: .null) : Cell(group)
  }
}
