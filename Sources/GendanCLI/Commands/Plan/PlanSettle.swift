import ArgumentParser
import Gendan
import GendanOutput

/// Notes that the plan of a week or a day is settled, and with whom.
struct PlanSettle: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.settle", word: "settle", chinese: ["商定"],
    about: Text("settle a week's or day's plan", "商定周计划或日计划", "商定週計劃或日計劃"),
    usage: "week|day [DATE] [--with NAMES] [--note TEXT]",
    examples: ["plan settle week --with 张三,李四", "plan settle day", "plan settle day 3/20 --note 夜班加人"],
    part: .supervisor, right: .produce)

  @Argument var words: [String] = []
  @Option var with: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let word = words.first else {
      throw Complaint.missing(
        Text("week or day", "week 周 或 day 日", "week 週 或 day 日"), try: "gendan plan settle day")
    }
    let span: PlanSpan = try Spelling.read(word, as: Text("week or day", "周或日", "週或日"))
    let names = with?.split { ",，、;；".contains($0) }.map { String($0.trimmed) }.filter { !$0.isEmpty } ?? []
    return try desk.write { writing, answer in
      let day =
        try words.count > 1
        ? desk.day(words.dropFirst().joined(separator: " "), .plan, in: writing)
        : span.next(after: writing.today, writing.calendar())
      let agreement = try writing.settlePlan(span, of: day, with: names, note: note.filled)
      let steps = try PlanLine.saved(in: writing, during: agreement.period).count
      let page = try PlanPage(desk, writing)
      let what = span.words + " " + page.words(agreement.period)
      let settled = Text(
        " settled: \(steps) steps", " 已商定: \(steps) 道工序", " 已商定: \(steps) 道工序")
      answer.echo = [what + settled + page.attendance(agreement)]
      answer.extra = [.init("settled", page.json(agreement))]
    }
  }
}

extension PlanSpan: Worded {
  var words: Text {
    switch self {
    case .week: Text("week", "周计划", "週計劃")
    case .day: Text("day", "日计划", "日計劃")
    }
  }
}

extension PlanPage {
  /// `2026-03-17 周二`, or a week's first and last day.
  func words(_ period: Period) -> Text {
    guard let first = period.first, first == period.last else { return Text(verbatim: period.description) }
    return dates.full(first)
  }

  /// `, with 张三, 李四`.
  func attendance(_ agreement: PlanAgreement) -> Text {
    guard !agreement.attendees.isEmpty else { return Text(verbatim: "") }
    return Text(", with ", ", 参加: ", ", 參加: ") + agreement.attendees.joined(separator: ", ")
  }

  /// When the plan was saved, and how late it leaves the work.
  func words(_ saved: SavedPlan) -> Text {
    let figures = Text(
      ": \(saved.productions) production orders, \(saved.late) late, \(saved.unplaced) not placed",
      ": \(saved.productions) 张生产单, 赶不上 \(saved.late), 排不了 \(saved.unplaced)",
      ": \(saved.productions) 張生產單, 趕不上 \(saved.late), 排不了 \(saved.unplaced)")
    let text = Text("saved ", "排于 ", "排於 ") + whenAndWho(saved.at, saved.by) + figures
    return saved.reason.map { text + ", \($0)" } ?? text
  }

  private func whenAndWho(_ at: Instant, _ name: String?) -> Text {
    let time = Text(verbatim: dates.time(at, utcOffset: reading.utcOffset))
    return name.map { time + Text(" by \($0)", " \($0)", " \($0)") } ?? time
  }

  /// When the plan of a span was settled, and with whom; how to settle it where nobody did.
  func words(_ agreement: PlanAgreement?, _ span: PlanSpan, of day: Day) -> Text {
    guard let agreement else {
      return Text("not settled: ", "未商定: ", "未商定: ") + "gendan plan settle \(span.rawValue) \(day)"
    }
    var text = Text("settled ", "商定于 ", "商定於 ") + whenAndWho(agreement.at, agreement.by)
    text = text + attendance(agreement)
    if let note = agreement.note { text = text + ": \(note)" }
    guard agreement.isOutdated else { return text }
    return text + Text("; the plan has moved since", "; 之后计划又有移动", "; 之後計劃又有移動")
  }

  /// For machines.
  func json(_ agreement: PlanAgreement) -> JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    let names = agreement.attendees.map { JSON.string($0) }
    return [
      "from": text(agreement.period.first?.description), "to": text(agreement.period.last?.description),
      "with": .array(names), "note": text(agreement.note), "at": text(agreement.at.description),
      "by": text(agreement.by), "outdated": .bool(agreement.isOutdated),
    ]
  }

  /// For machines.
  func json(_ saved: SavedPlan) -> JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    func number(_ number: Int) -> JSON { .integer(Int64(number)) }
    return [
      "at": text(saved.at.description), "by": text(saved.by), "reason": text(saved.reason),
      "production_orders": number(saved.productions), "late": number(saved.late),
      "unplaced": number(saved.unplaced),
    ]
  }
}
