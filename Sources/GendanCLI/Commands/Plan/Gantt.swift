import ArgumentParser
import Gendan
import GendanOutput

/// The steps of an order on a calendar, as first planned and as they are (R-164).
struct OrderGantt: BookCommand {
  static let sheet = CommandSheet(
    id: "step.gantt", word: "gantt", short: "g", chinese: ["甘特"],
    about: Text("an order's steps on a calendar", "甘特图", "甘特圖"), usage: "REF",
    examples: ["gantt 118", "gantt ^ --width 120"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let accounts = try reading.delayAccounts(of: order)
      let calendar = try reading.calendar()
      let width = try desk.width(standard: 100)
      var blocks: [Document.Block] = []
      var bars: [JSON] = []
      for account in accounts where !account.steps.isEmpty {
        let chart = GanttChart(
          account, calendar: calendar, today: reading.today, width: width, language: desk.language)
        if !blocks.isEmpty { blocks.append(.blank) }
        blocks.append(.line(desk.say(heading(order, account, reading.today, calendar)), .strong))
        blocks += chart.lines.map { .line($0) }
        bars += account.steps.map { $0.json(account.schedule) }
      }
      if blocks.isEmpty { throw BookError.notReleased(order.no) }
      blocks.append(.line(desk.say(Self.legend)))
      var answer = Answer("gantt", Document(blocks, json: ["no": .string(order.no), "steps": .array(bars)]))
      answer.touched = [order.no]
      return answer
    }
  }

  private func heading(
    _ order: Order, _ account: DelayAccount, _ today: Day, _ calendar: WorkingCalendar
  ) -> Text {
    let dates = DateWords(today: today, calendar: calendar)
    let schedule = account.schedule
    var text = Text(
      verbatim:
        "\(order.no).\(schedule.lineNo)  \(order.customer)  \(schedule.product)  \(schedule.quantity.text)")
    if let due = schedule.dueOn { text = text + Text("   due ", "   交期 ", "   交期 ") + dates.short(due) }
    if let ready = account.readyOn {
      text = text + Text("   expected ", "   预计 ", "   預計 ") + dates.short(ready)
      if account.daysLate > 0 { text = text + Text(verbatim: " (+") + DateWords.days(account.daysLate) + ")" }
    }
    return text + Text("   today ", "   今天 ", "   今天 ") + dates.short(today)
  }

  private static let legend = Text(
    "- plan   = in time   # after its plan   > expected   . rest day   v due   ^ today",
    "- 计划   = 按期   # 拖期   > 预计   . 休息日   v 交期   ^ 今天", "- 計劃   = 按期   # 拖期   > 預計   . 休息日   v 交期   ^ 今天")
}

extension DelayAccount.Step {
  fileprivate func json(_ schedule: Schedule) -> JSON {
    [
      "line": .integer(Int64(schedule.lineNo)), "step": .string(name),
      "plan": .array([.string(planStart.description), .string(planFinish.description)]),
      "actual": .array([.string(start.description), .string(finish.description)]),
      "is_done": .bool(isDone), "qty": .decimal(schedule.quantity.with(good).plain),
    ]
  }
}

/// Bars of ASCII, which keep their width in every terminal and font; one or two cells a day.
struct GanttChart {
  let lines: [String]

  init(_ account: DelayAccount, calendar: WorkingCalendar, today: Day, width: Int, language: Language) {
    let steps = account.steps
    let label = min(20, max(8, steps.map { CellWidth.of($0.name) }.max() ?? 8))
    let due = account.schedule.dueOn
    let days =
      steps.flatMap { [$0.planStart, $0.start, $0.planFinish, $0.finish] } + [today]
      + (due.map { [$0] } ?? [])
    let first = (days.min() ?? today).adding(days: -1)
    let last = (days.max() ?? today).adding(days: 2)
    let room = max(20, width - label - 14)
    let cells = (last - first + 1) * 2 <= room ? 2 : 1
    let shown = min(last - first + 1, room / cells)
    // A chart that is wider than the screen shows its end: that is what is still to come.
    let from = last.adding(days: 1 - shown)
    let span = (0..<shown).map { from.adding(days: $0) }
    func row(_ name: String, _ tail: String, _ mark: (Day) -> Character) -> String {
      let bar = String(span.flatMap { [Character](repeating: mark($0), count: cells) })
      return (CellWidth.pad(name, to: label) + " " + bar + "  " + tail).trimmedEnd
    }
    func rest(_ day: Day) -> Character { calendar.isWorking(day) ? " " : "." }
    var lines = [Self.scale(span, cells, label)]
    for step in steps {
      lines.append(
        row(step.name, Text("plan", "计划", "計劃")[language]) { day in
          step.planStart <= day && day <= step.planFinish && calendar.isWorking(day) ? "-" : rest(day)
        })
      let done = "\(account.schedule.quantity.with(step.good).text)/\(account.schedule.quantity.text)"
      let word =
        step.isDone || step.good > 0 ? Text("actual ", "实际 ", "實際 ") : Text("expected ", "预计 ", "預計 ")
      lines.append(
        row("", (word + done)[language]) { day in
          guard step.start <= day && day <= step.finish, calendar.isWorking(day) else { return rest(day) }
          if !step.isDone && day >= today { return ">" }
          return day > step.planFinish ? "#" : "="
        })
    }
    lines.append(
      row("", "") { day in
        day == today ? "^" : day == due ? "v" : " "
      })
    self.lines = lines
  }

  /// The days of the month over their Mondays, with the month where it begins.
  private static func scale(_ span: [Day], _ cells: Int, _ label: Int) -> String {
    var text = [Character](repeating: " ", count: span.count * cells + 8)
    for (index, day) in span.enumerated() where day.weekday == .monday || index == 0 {
      let name = "\(day.month)/\(day.dayOfMonth)"
      // Two weeks' names never meet: a Monday soon after the first day goes without.
      if index > 0 && index * cells < 6 { continue }
      for (offset, character) in name.enumerated() { text[index * cells + offset] = character }
    }
    return (String(repeating: " ", count: label + 1) + String(text)).trimmedEnd
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
