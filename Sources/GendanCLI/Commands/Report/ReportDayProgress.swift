import ArgumentParser
import Gendan
import GendanOutput

/// A day's progress and completion, step by step, for the leader of a department to review (R-390, P5).
struct ReportDayProgress: BookCommand {
  static let sheet = CommandSheet(
    id: "report.daily-progress", word: "daily-progress", chinese: ["进度日报", "進度日報"],
    about: Text("a day's progress and completion", "订单进度和完成情况表", "訂單進度和完成情況表"),
    usage: "[--date DATE] [--dept DEPARTMENT] [--check]",
    examples: ["report daily-progress", "report daily-progress --date 2026-03-13 --dept 机加车间"], part: .evening
  )

  @Option var date: String?
  @Option var dept: String?
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let day = try desk.reportDay(date, in: reading)
      let department = try dept.map { try Department.named($0, in: reading.db).name }
      let lines = try DayProgress.lines(on: day, in: reading)
        .filter { line in department.map { line.department == $0 } ?? true }
      let marks = try ReportMark.of(.progress, .day(day), in: reading.db)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "daily-progress",
        Text("Progress and completion  ", "订单进度和完成情况  ", "訂單進度和完成情況  ") + dates.full(day)
          + (department ?? "").spaced, at: desk)
      try page.table(Self.listing(desk.language, dates).table(lines), numbers: lines.map(\.orderNo))
      page.line(
        marks.last.map { mark in
          Text("reviewed: ", "审阅: ", "審閱: ") + mark.by + " "
            + dates.time(mark.at, utcOffset: reading.utcOffset)
            + (mark.note ?? "").spaced
        }
          ?? Text(
            "not reviewed yet: gendan report review --date \(day)",
            "还没审阅: gendan report review --date \(day)",
            "還沒審閱: gendan report review --date \(day)"))
      page.note(
        Text(
          "planned: what the plan wants by the day's end, less what was done before; behind: \(lines.count(where: \.isBehind))",
          "应完: 按计划到当日应完数减以前已完; 未达 \(lines.count(where: \.isBehind)) 行",
          "應完: 按計劃到當日應完數減以前已完; 未達 \(lines.count(where: \.isBehind)) 行"))
      page.extra = [
        .init("reviewed_by", marks.last.map { .string($0.by) } ?? .null),
        .init("behind", .integer(Int64(lines.count(where: \.isBehind)))),
      ]
      var answer = page.answer()
      answer.asOf = day
      if check && lines.contains(where: \.isBehind) { answer.exit = .attention }
      if check && desk.options.quiet { answer.verbatim = "" }
      return answer
    }
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<DayProgress> {
    Listing(
      id: "daily-progress", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell(optional: $0.orderNo) },
        .init("production", Noun.production.heading, priority: 5) { Cell($0.production) },
        .init("customer", OrderField.customer.words, priority: 3, shrinks: true) {
          Cell(optional: $0.customer)
        },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("step", Noun.step.heading) { Cell(optional: $0.step) },
        .init("dept", OrderField.dept.words, priority: 4) { Cell(optional: $0.department) },
        .init("qty", OrderField.qty.words, .trailing, priority: 2) { Cell($0.quantity) },
        .init("planned", Text("Planned", "当日应完", "當日應完"), .trailing) { line in
          line.planned.map { Cell($0) } ?? .none
        },
        .init("done", Text("Done", "当日完成", "當日完成"), .trailing) { line in
          var cell = Cell(line.done)
          if line.isBehind { cell.style = .attention }
          return cell
        },
        .init("total", Text("So far", "累计", "累計"), .trailing) { Cell($0.total) },
        .init("percent", Text("%", "完成率", "完成率"), .trailing) { Cell(percent: $0.share) },
        .init("due", OrderField.due.words, priority: 1) { Cell(day: $0.dueOn, dates) },
        .init("remark", OrderField.note.words, priority: 1, shrinks: true) { Cell(optional: $0.remark) },
      ])
  }
}

extension String {
  /// With two spaces before it; nothing where it is empty.
  var spaced: String { isEmpty ? "" : "  " + self }
}

/// The leader's mark that a day's progress was seen.
struct ReportReview: BookCommand {
  static let sheet = CommandSheet(
    id: "report.review", word: "review", chinese: ["审阅", "審閱"],
    about: Text("mark a day's progress as reviewed", "审阅某日进度表", "審閱某日進度表"),
    usage: "[--date DATE] [--note TEXT]",
    examples: ["report review", "report review --date 2026-03-13 --note 机加要加班"], part: .supervisor,
    right: .supervise)

  @Option var date: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let day = try desk.reportDay(date, in: writing)
      try writing.mark(.progress, .day(day), .reviewed, note: note.filled)
      answer.echo = [
        Text("progress of ", "进度表 ", "進度表 ") + "\(day)"
          + Text(": reviewed by ", ": 已审阅, ", ": 已審閱, ") + writing.user.name
      ]
    }
  }
}
