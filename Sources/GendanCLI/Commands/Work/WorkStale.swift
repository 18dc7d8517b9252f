import ArgumentParser
import Gendan
import GendanOutput

/// Running production of which nobody said anything for longer than is settled.
struct WorkStale: BookCommand {
  static let sheet = CommandSheet(
    id: "report.stale", word: "stale", chinese: ["未报工", "未報工"],
    about: Text("production that nobody reported", "多日没有报工的生产", "多日沒有報工的生產"),
    usage: "[--for CLERK] [--check]", examples: ["stale", "stale --check -q"], part: .supervisor)

  @Option(name: .customLong("for")) var clerk: String?
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let login = try clerk.map { try User.named($0, in: reading.db).login }
      let tasks = try Reminder.tasks(
        of: .staleProduction, ReminderScope(day: reading.today, clerk: login), in: reading)
      var answer = Answer("stale", Self.listing(desk.language, try desk.dateWords(reading)).list(tasks))
      answer.rows = tasks.map(\.no)
      answer.title = Self.sheet.about
      if check && !tasks.isEmpty { answer.exit = .attention }
      if check && desk.options.quiet { answer.verbatim = "" }
      return answer
    }
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<Gendan.Task> {
    Listing(
      id: "stale", language: language,
      fields: [
        .init("no", Noun.order.heading) { Cell($0.no) },
        .init("customer", Noun.customer.heading, shrinks: true) { Cell($0.customer) },
        .init("step", Noun.step.heading) { Cell($0.about) },
        .init("last", Text("Last report", "上次报工", "上次報工")) { task in
          Cell(dates.short(task.dueOn), value: .string(task.dueOn.description))
        },
        .init("days", Text("Working days", "工作日", "工作日"), .trailing) { task in
          Cell(number: dates.calendar.workingDays(from: task.dueOn, to: dates.today))
        },
      ])
  }
}
