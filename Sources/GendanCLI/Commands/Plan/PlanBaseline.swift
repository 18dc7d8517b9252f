import ArgumentParser
import Gendan
import GendanOutput

/// The baseline against the live plan and what is expected, step by step; with `--reset` a new baseline
/// (R-164, R-179, R-189).
struct PlanBaseline: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.baseline", word: "baseline", chinese: ["基准", "基準"],
    about: Text("the first plan against the live one", "原计划和现计划对照", "原計劃和現計劃對照"),
    usage: "REF|MO [--reset --reason TEXT]",
    examples: [
      "plan baseline 118", "plan baseline MO2603-0001 --json", "plan baseline 118 --reset --reason 客户改了图纸",
    ], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Flag var reset = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard reset else {
      return try desk.read { reading in
        var words = words
        return try page(of: try desk.work(&words, in: reading), at: desk, in: reading)
      }
    }
    let reason = try global.why(try: "gendan plan baseline \(words.first ?? "118") --reset --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      var words = words
      let work = try desk.work(&words, in: writing)
      let dates = try desk.dateWords(writing)
      let before = try work.productions(in: writing.db).flatMap { try writing.baseline(of: $0) }
      let changed = try writing.resetBaseline(of: work)
      answer.echo = try changed.map { production -> Text in
        let finish = try writing.baseline(of: production).compactMap(\.base?.upperBound).max()
        let old = before.filter { $0.production == production.no }.compactMap(\.base?.upperBound).max()
        let days = Text(
          verbatim: " \(old.map(dates.short) ?? "-") -> \(finish.map { dates.short($0) } ?? "-")")
        let what = Text(verbatim: production.no) + Text(" baseline", " 基准", " 基準")
        return try desk.label(work, in: writing) + what + days
      }
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
  }

  private func page(of work: any Producible, at desk: Desk, in reading: Reading) throws -> Answer {
    let dates = try desk.dateWords(reading)
    let calendar = try reading.calendar()
    var blocks: [Document.Block] = []
    var rows: [JSON] = []
    for production in try work.productions(in: reading.db) {
      let lines = try reading.baseline(of: production)
      let resets = try reading.baselineResets(of: production)
      let table = Self.listing(desk.language, dates, calendar).table(lines)
      if !blocks.isEmpty { blocks.append(.blank) }
      let title =
        try desk.label(work, in: reading)
        + "\(production.no)  \(production.product)  \(production.quantity.text)"
      blocks += [.line(desk.say(title), .strong), .table(table)]
      blocks += resets.map { reset in
        .line(desk.say(Self.words(reset, dates, zone: reading.utcOffset)))
      }
      rows.append(
        [
          "production": .string(production.no), "steps": table.json,
          "resets": .array(resets.map { Self.json($0) }),
        ])
    }
    let json: JSON = ["no": .string(work.no), "rows": .array(rows)]
    var answer = Answer("baseline", Document(blocks, json: json))
    answer.touched = try work.customerOrder(in: reading.db).map { [$0.no] } ?? []
    answer.title = Self.sheet.about
    return answer
  }

  /// `reset 03-16 10:02 by 赵磊 (e18): 客户改了图纸; before it ended 03-24`.
  private static func words(_ reset: BaselineReset, _ dates: DateWords, zone: Int) -> Text {
    let head = dates.time(reset.at, utcOffset: zone)
    return Text("reset ", "基准重设 ", "基準重設 ") + "\(head)  \(reset.by)  e\(reset.event)  \(reset.reason ?? "")"
      + Text("  it ended ", "  原来到 ", "  原來到 ") + (reset.oldFinish.map(dates.short) ?? "-")
  }

  private static func json(_ reset: BaselineReset) -> JSON {
    [
      "event": .string("e\(reset.event)"), "at": .string(reset.at.description), "by": .string(reset.by),
      "reason": reset.reason.map { .string($0) } ?? .null,
      "old_finish": reset.oldFinish.map { .string($0.description) } ?? .null,
    ]
  }

  private static func listing(
    _ language: Language, _ dates: DateWords, _ calendar: WorkingCalendar
  ) -> Listing<BaselineLine> {
    func span(_ days: ClosedRange<Day>?) -> Cell {
      guard let days else { return .none }
      let text = [days.lowerBound, days.upperBound].map(dates.short).joined(separator: "..")
      return Cell(text, value: .array([days.lowerBound, days.upperBound].map { .string($0.description) }))
    }
    return Listing(
      id: "steps", language: language,
      fields: [
        .init("seq", Text(verbatim: "#"), .trailing) { Cell(number: $0.seq) },
        .init("step", Noun.step.heading, shrinks: true) { Cell($0.step) },
        .init("base", Text("Baseline", "原计划", "原計劃")) { span($0.base) },
        .init("plan", Text("Plan", "现计划", "現計劃")) { span($0.plan) },
        .init("actual", Text("Actual, expected", "实际, 预计", "實際, 預計")) { span($0.actual) },
        .init("behind", Text("Off by", "差", "差"), .trailing) { line in
          guard let days = line.daysBehind(calendar) else { return .none }
          return Cell(
            (days > 0 ? "+" : "") + DateWords.days(days)[language], value: .integer(Int64(days)),
            style: days > 0 ? .overdue : nil)
        },
        .init("is_done", Text("Done", "完成", "完成"), priority: 1) { Cell(flag: $0.isDone, language) },
      ])
  }
}
