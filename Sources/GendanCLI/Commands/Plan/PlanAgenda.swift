import ArgumentParser
import Gendan
import GendanOutput

/// What is made in a week, by the day it begins (R-161, P13).
struct PlanWeek: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.week", word: "week", chinese: ["周计划", "週計劃"],
    about: Text("what is made in a week", "周生产计划", "週生產計劃"), usage: "[DATE]",
    examples: ["plan week", "plan week 下周", "plan week 3/9"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      try PlanPage(desk, reading).agenda(.week, of: week(at: desk, in: reading))
    }
  }

  /// A day of the week that is meant: that of the date, or the first of 本周, 下周 and such.
  private func week(at desk: Desk, in reading: Reading) throws -> Day {
    guard !words.isEmpty else { return reading.today }
    let text = words.joined(separator: " ")
    do {
      return try desk.day(text, .plan, in: reading)
    } catch let error {
      let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .plan)
      guard case .success(let week) = Result(catching: { try PeriodPhrase.parse(text, in: context) }),
        let first = week.first, week == PlanSpan.week.period(of: first)
      else { throw error }
      return first
    }
  }
}

/// What is made on the next working day, by department or outside factory (R-162, R-190, P14).
struct PlanDay: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.day", word: "day", chinese: ["日计划", "日計劃"],
    about: Text("what is made on a day", "日生产计划", "日生產計劃"), usage: "[--for DATE]",
    examples: ["plan day", "plan day --for 3/3"], part: .supervisor)

  @Option(name: .customLong("for")) var day: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let day =
        try day.map { try desk.day($0, .plan, in: reading) }
        ?? PlanSpan.day.next(after: reading.today, reading.calendar())
      return try PlanPage(desk, reading).agenda(.day, of: day)
    }
  }
}

extension PlanPage {
  /// The steps of a week or a day: when they were planned, whether they are settled, and what they are; those of
  /// a day by who makes them.
  func agenda(_ span: PlanSpan, of day: Day) throws -> Answer {
    let period = span.period(of: day)
    let saved = try SavedPlan.last(in: reading)
    let agreement = try PlanAgreement.newest(span, of: day, in: reading)
    var lines = try PlanLine.saved(in: reading, during: period)
    let title =
      (span == .week ? Text("Week plan", "周生产计划", "週生產計劃") : Text("Day plan", "日生产计划", "日生產計劃")) + "  "
      + words(period)
    var table = listing(showsWhy: false, of: lines).table(lines)
    if span == .day {
      let order = Self.byMaker(lines)
      table.rows = order.flatMap { maker, places -> [Table.Row] in
        [.heading(maker ?? desk.say(Text("(nobody named)", "(未登记)", "(未登記)")))]
          + places.map { table.rows[$0] }
      }
      lines = order.flatMap { $0.places.map { lines[$0] } }
    }
    (table.ruled, table.showsHeader) = (!lines.isEmpty, !lines.isEmpty)
    var blocks: [Document.Block] = [.line(desk.say(title), .strong)]
    if let saved { blocks.append(.line(desk.say(words(saved)))) }
    if saved != nil || agreement != nil { blocks.append(.line(desk.say(words(agreement, span, of: day)))) }
    if lines.isEmpty {
      blocks.append(
        .line(
          desk.say(
            Text("nothing is planned: gendan plan run", "没有排程: gendan plan run", "沒有排程: gendan plan run"))))
    } else {
      blocks.append(.blank)
    }
    blocks.append(.table(table))
    var answer = Answer("plan", Document(blocks))
    answer.title = title
    answer.rows = lines.map { $0.orderNo ?? $0.production }
    answer.extra = [
      .init("saved", saved.map { json($0) } ?? .null), .init("settled", agreement.map { json($0) } ?? .null),
    ]
    if span == .day {
      answer.columns = [
        "production", "no", "product", "step", "left", "resource", "start", "finish", "material",
        "packing", "prio", "due",
      ]
    }
    return answer
  }

  /// The places of lines by the outside factory or the department that makes them, in the order in which they
  /// begin.
  private static func byMaker(_ lines: [PlanLine]) -> [(maker: String?, places: [Int])] {
    var groups: [(maker: String?, places: [Int])] = []
    for (place, line) in lines.enumerated() {
      let maker = line.maker ?? line.department
      if let group = groups.firstIndex(where: { $0.maker == maker }) {
        groups[group].places.append(place)
      } else {
        groups.append((maker, [place]))
      }
    }
    return groups
  }
}
