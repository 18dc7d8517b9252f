import ArgumentParser
import Gendan
import GendanOutput

/// What waits for signatures: whose turn it is, and since when.
struct OrderUnsigned: BookCommand {
  static let sheet = CommandSheet(
    id: "review.list", word: "unsigned", chinese: ["待签", "待簽"],
    about: Text("what waits for signatures", "等待会签的单据", "等待會簽的單據"),
    usage: "[--mine] [--dept D] [--waiting 1wd]",
    examples: ["unsigned", "unsigned --mine", "unsigned --dept 财务 --waiting 1wd"], part: .supervisor)

  @Flag var mine = false
  @Option var dept: String?
  @Option var waiting: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var waiting = try UnsignedDocuments(of: mine ? desk.actor.login : nil, in: reading)
      if let dept { waiting.keep(department: try Department.named(dept, in: reading.db).name) }
      if let text = self.waiting { try waiting.keep(since: Self.moment(text, in: reading)) }
      var answer = Answer("unsigned", Document([.table(waiting.table(desk))]))
      answer.rows = waiting.lines.map(\.document.no)
      answer.title = OrderUnsigned.sheet.about
      return answer
    }
  }
}

extension OrderUnsigned {
  /// The latest moment of what has waited as long: `1wd`, `2d`, `4h`.
  fileprivate static func moment(_ text: String, in reading: Reading) throws -> Instant {
    let word = folded(text)
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let unit = String(word.dropFirst(digits.count))
    guard let count = Int(digits), count <= 3650,
      let now = Instant(reading.today, hour: 23, minute: 59, utcOffset: reading.utcOffset)
    else { throw unreadable(text) }
    switch unit {
    case "wd", "工作日", "工":
      let day = try reading.calendar().day(-count, workingDaysAfter: reading.today)
      return now.adding(seconds: Int64(day - reading.today) * 86_400)
    case "d", "天": return now.adding(seconds: Int64(-count) * 86_400)
    case "h", "小时", "小時": return reading.now.adding(seconds: Int64(-count) * 3600)
    default: throw unreadable(text)
    }
  }

  private static func unreadable(_ text: String) -> Complaint {
    Complaint(
      .usage, Text("cannot read \"\(text)\" as a wait", "看不懂等待时间 \"\(text)\"", "看不懂等待時間 \"\(text)\""),
      try: "--waiting 1wd", "--waiting 4h")
  }
}

/// What waits for signatures.
struct UnsignedDocuments {
  /// A document and what is awaited of it.
  struct Line {
    let document: any Signable
    let trail: ApprovalTrail
  }

  private(set) var lines: [Line]
  private let people: [User]
  private let reading: Reading

  /// Of everybody, or of one person.
  init(of login: String?, in reading: Reading) throws {
    self.reading = reading
    people = try User.all(in: reading)
    let me = people.first { $0.login == login }
    var waiting: [any Signable] = try Order.unsigned(in: reading.db)
    waiting += try Quote.unsigned(in: reading) as [any Signable]
    waiting += try ProductionOrder.unsigned(in: reading) as [any Signable]
    lines = try waiting.map { Line(document: $0, trail: try ApprovalTrail.of($0, in: reading)) }
      .filter { line in login == nil || line.trail.next.contains { me?.has($0) ?? false } }
  }

  /// Leaves what waits for somebody of a department.
  mutating func keep(department: String) {
    lines = lines.filter { line in
      people.contains { $0.department == department && !$0.roles.isDisjoint(with: line.trail.next) }
    }
  }

  /// Leaves what has waited since a moment at least.
  mutating func keep(since moment: Instant) {
    lines = lines.filter { ($0.trail.submittedAt ?? moment) <= moment }
  }

  /// A row for each.
  func table(_ desk: Desk) -> Table { listing(desk, reading, people).numbered(lines) }

  private func listing(_ desk: Desk, _ reading: Reading, _ people: [User]) -> Listing<Line> {
    let language = desk.language
    return Listing(
      id: "unsigned", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.document.no) },
        .init("about", Text("About", "对象", "對象"), shrinks: true) { Cell($0.document.about) },
        .init("next", Text("Whose turn", "轮到", "輪到")) { line in
          Cell(
            line.trail.next.map(\.words).joined(", ")[language],
            value: .array(line.trail.next.map { .string($0.rawValue) }))
        },
        .init("who", Text("Who", "谁", "誰"), shrinks: true) { line in
          let hands = people.filter { !$0.roles.isDisjoint(with: line.trail.next) }
          return Cell(
            hands.map(\.name).joined(separator: ", "), value: .array(hands.map { .string($0.login) }))
        },
        .init("signed", Text("Signed", "已签", "已簽"), priority: 1, shrinks: true) { line in
          Cell(line.trail.signatures.compactMap(\.role?.words).joined(", ")[language])
        },
        .init("waiting", Text("Waiting", "已等", "已等"), .trailing) { line in
          guard let since = line.trail.submittedAt else { return .none }
          let minutes = (reading.now - since) / 60
          return Cell(Elapsed.text(minutes: minutes)[language], value: .integer(minutes))
        },
        .init("clerk", OrderField.clerk.words, priority: 2) { Cell(optional: $0.document.clerk) },
      ])
  }
}
