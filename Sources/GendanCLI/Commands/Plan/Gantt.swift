import ArgumentParser
import Gendan
import GendanOutput

/// The steps of an order on a calendar, as first planned and as they are; or many orders, a line each (R-154, R-156,
/// R-164).
struct OrderGantt: BookCommand {
  static let sheet = CommandSheet(
    id: "step.gantt", word: "gantt", short: "g", chinese: ["甘特"],
    about: Text("orders or an order's steps on a calendar", "甘特图", "甘特圖"),
    usage: "[REF…] [FILTER…] [-p PERIOD] [--days N] [--by FIELD]",
    examples: [
      "gantt 118", "gantt ^ --width 120", "gantt dept:表面车间 --days 42", "gantt 客户:宏达 --by dept -o gantt.html",
    ], part: .follow)

  @Argument var words: [String] = []
  @Option var days: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let first = words.first.map { Reference($0) != nil || $0 == "-" } ?? false
      if words.count == 1, first, global.period == nil, days == nil, global.by == nil {
        var words = words
        let found = try desk.references(&words, in: reading)
        if found.count == 1, let only = found.first {
          return try steps(of: only.order, at: desk, in: reading)
        }
      }
      return try board(at: desk, in: reading)
    }
  }

  /// Many orders, a line a delivery.
  private func board(at desk: Desk, in reading: Reading) throws -> Answer {
    var words = words
    var terms: [OrderFilter] = []
    if words.first.map({ Reference($0) != nil || $0 == "-" }) ?? false {
      let orders = try desk.references(&words, in: reading)
      terms.append(.any(orders.map { .numbered($0.order.no) }))
      terms.append(try desk.filter(words, in: reading).throughDepartments)
    } else {
      let filter = try desk.filter(words, in: reading).throughDepartments
      terms += filter.namesState ? [filter] : [.owed, filter]
    }
    var list = Gendan.OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .all(terms)
    list.limit = try desk.limit()
    let lines = try GanttLine.of(try list.rows(in: reading), in: reading)
    let board = try GanttBoard(
      lines, period: try desk.period(in: reading), days: try days.map(Self.count), at: desk, in: reading)
    var answer = Answer("gantt", board.document(self.words))
    answer.title = Self.sheet.about
    return answer
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(folded(text)), 1...366 ~= count else {
      throw Complaint(
        .usage, Text("--days \"\(text)\" is no count", "--days \"\(text)\" 不是天数", "--days \"\(text)\" 不是天數"),
        try: "gendan gantt --days 42")
    }
    return count
  }

  /// One order, two lines a step.
  private func steps(of order: Order, at desk: Desk, in reading: Reading) throws -> Answer {
    let accounts = try reading.delayAccounts(of: order)
    let calendar = try reading.calendar()
    let width = try desk.width(standard: 100)
    var blocks: [Document.Block] = []
    var bars: [JSON] = []
    let charted = accounts.filter { !$0.steps.isEmpty }
    for (place, account) in charted.enumerated() {
      if !blocks.isEmpty { blocks.append(.blank) }
      blocks.append(.line(desk.say(heading(order, account, reading.today, calendar)), .strong))
      blocks.append(
        .chart(
          BarChart(
            account, calendar: calendar, today: reading.today, width: width, language: desk.language,
            explains: place == charted.count - 1)))
      bars += account.steps.map { $0.json(account.schedule) }
    }
    if blocks.isEmpty { throw BookError.notReleased(order.no) }
    var answer = Answer("gantt", Document(blocks, json: ["no": .string(order.no), "steps": .array(bars)]))
    answer.touched = [order.no]
    answer.title = Self.sheet.about + Text(verbatim: " \(order.no)")
    return answer
  }

  private func heading(
    _ order: Order, _ account: DelayAccount, _ today: Day, _ calendar: WorkingCalendar
  ) -> Text {
    let dates = DateWords(today: today, calendar: calendar)
    let schedule = account.schedule
    var text = Text(
      verbatim:
        "\(order.no).\(schedule.place)  \(order.customer)  \(schedule.product)  \(schedule.quantity.text)")
    if let due = schedule.dueOn { text = text + Text("   due ", "   交期 ", "   交期 ") + dates.short(due) }
    if let ready = account.readyOn {
      text = text + Text("   expected ", "   预计 ", "   預計 ") + dates.short(ready)
      if account.daysLate > 0 { text = text + Text(verbatim: " (+") + DateWords.days(account.daysLate) + ")" }
    }
    return text + Text("   today ", "   今天 ", "   今天 ") + dates.short(today)
  }
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

extension BarChart {
  /// The steps of a delivery: as first planned, and as they are or are expected; one or two characters a day.
  fileprivate init(
    _ account: DelayAccount, calendar: WorkingCalendar, today: Day, width: Int, language: Language,
    explains: Bool
  ) {
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
    func row(_ name: String, _ tail: Text, _ mark: (Day) -> Character) -> Row {
      Row([name], span.map(mark), tail: tail[language])
    }
    func rest(_ day: Day) -> Character { calendar.isWorking(day) ? " " : "." }
    var rows: [Row] = []
    for step in steps {
      rows.append(
        row(step.name, Text("plan", "计划", "計劃")) { day in
          step.planStart <= day && day <= step.planFinish && calendar.isWorking(day) ? "-" : rest(day)
        })
      let quantity = account.schedule.quantity
      let done = "\(quantity.with(step.good).text)/\(quantity.with(step.total).text)"
      let word =
        step.isDone || step.good > 0 ? Text("actual ", "实际 ", "實際 ") : Text("expected ", "预计 ", "預計 ")
      rows.append(
        row("", word + done) { day in
          let isEnd = day == step.start || step.isDone && day == step.finish
          guard step.start <= day && day <= step.finish, calendar.isWorking(day) || isEnd else {
            return rest(day)
          }
          if !step.isDone && day >= today { return ">" }
          return day > step.planFinish ? "#" : "="
        })
    }
    rows.append(
      row("", Text(verbatim: "")) { day in
        day == today ? "^" : day == due ? "v" : " "
      })
    self.init(headings: [""], widths: [label], ticks: BarChart.weeks(span, cells: cells), rows: rows)
    self.cells = cells
    gap = 1
    guard explains else { return }
    legend = [
      ("-", Text("plan", "计划", "計劃")), ("=", Text("in time", "按期", "按期")),
      ("#", Text("after its plan", "拖期", "拖期")), (">", Text("expected", "预计", "預計")),
      (".", Text("rest day", "休息日", "休息日")), ("v", Text("due", "交期", "交期")),
      ("^", Text("today", "今天", "今天")),
    ].map { ($0.0, $0.1[language]) }
  }
}
