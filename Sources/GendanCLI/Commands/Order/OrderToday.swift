import ArgumentParser
import Gendan
import GendanOutput

/// What today asks for: overdue, due today, and what one is reminded of (R-398).
struct OrderToday: BookCommand {
  static let sheet = CommandSheet(
    id: "order.today", word: "today", short: "t", chinese: ["今日"],
    about: Text("what has to be done today", "今天该办的事", "今天該辦的事"),
    usage:
      "[--mine | --all | --for CLERK | --dept DEPARTMENT] [--left | --wrap | --plan | --done N,…] [-L N]",
    examples: [
      "today", "today --mine", "today --for chenting -L 50", "today --left", "today --wrap", "today --plan",
      "today --done 1,3",
    ],
    part: .morning, repaints: true)

  @Flag var mine = false
  @Flag var all = false
  @Option(name: .customLong("for")) var clerk: String?
  @Option var dept: String?
  @Flag var left = false
  @Flag var wrap = false
  @Flag var plan = false
  @Option var done: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if plan || done != nil {
      guard !all, clerk == nil, dept == nil, !left, !wrap else {
        throw Complaint(
          .usage, Text("a plan of the day is one's own", "今日计划只能是自己的", "今日計劃只能是自己的"),
          try: "gendan today --plan")
      }
      return try done.map { try DayPlanPage(desk).settle($0) } ?? DayPlanPage(desk).plan()
    }
    return try desk.read { reading in
      let mine = mine ? desk.actor.login : nil
      let user = try desk.whose(clerk ?? mine, all: all || dept != nil, in: reading)
      if left || wrap { return try DayWrapPage(desk, reading).answer(user, isWhole: wrap) }
      let department = try dept.map { try Department.named($0, in: reading.db).name }
      let limit = try desk.limit() ?? 20
      let report = try DayReport.read(clerk: user?.login, department: department, limit: limit, in: reading)
      return try DayScreen(desk, reading, limit: limit).answer(report, who: user?.name ?? department)
    }
  }
}

extension Desk {
  /// Whose day it is: a clerk's own unless more is asked for, everybody's for those who lead (R-408).
  func whose(_ clerk: String?, all: Bool, in reading: Reading) throws -> User? {
    if let clerk { return try User.named(clerk, in: reading.db) }
    if all { return nil }
    return try User.all(in: reading).first { $0.login == actor.login && $0.readsOwn }
  }
}

/// The screen of a day.
struct DayScreen {
  private let desk: Desk
  private let tables: OrderTable
  private let dates: DateWords
  private let isWorking: Bool
  private let isForPeople: Bool
  private let reading: Reading
  private let limit: Int

  init(_ desk: Desk, _ reading: Reading, limit: Int) throws {
    self.desk = desk
    self.limit = limit
    self.reading = reading
    tables = try OrderTable(desk, reading)
    dates = try desk.dateWords(reading)
    isWorking = try reading.calendar().isWorking(reading.today)
    isForPeople = try Presentation(desk).format().isForPeople
  }

  func answer(_ report: DayReport, who: String?) throws -> Answer {
    var blocks: [Document.Block] = [.line(desk.say(heading(report, who)), .strong)]
    var rows: [String] = []
    // What was changed is made wrong until everybody knows: it stands above all (R-112).
    let changes = isForPeople ? report.tasks.filter(\.isChange) : []
    if !changes.isEmpty { tasks(changes, ReminderID.changeUnacknowledged.heading, &rows, &blocks) }
    section(Text("Overdue", "超期", "逾期"), "overdue", report.overdue, of: report.counts.overdue, &rows, &blocks)
    section(
      Text("Due today", "今日到期", "今日到期"), "due_today", report.dueToday, of: report.counts.dueToday, &rows,
      &blocks)
    risks(report.risks, &rows, &blocks)
    tasks(
      report.tasks.filter { !isForPeople || !$0.isChange }, Text("To do", "待办", "待辦"), &rows, &blocks)
    blocks += [.blank] + (try forecastHint(report.risks)).map { .line(desk.say($0), .faint) }
    if desk.showsHints { blocks.append(.line(desk.say(hint), .faint)) }
    var answer = Answer("today", Document(blocks))
    answer.columns = [
      "row", "no", "customer", "product", "qty", "due", "late", "forecast", "behind", "step", "cause", "what",
      "about", "text", "day",
    ]
    answer.rows = rows
    answer.extra = [.init("counts", Self.json(report))]
    answer.title = Text("Today", "今日", "今日")
    return answer
  }

  private static func json(_ report: DayReport) -> JSON {
    let counts = report.counts
    return [
      "open": .integer(Int64(counts.open)), "overdue": .integer(Int64(counts.overdue)),
      "due_today": .integer(Int64(counts.dueToday)), "due_week": .integer(Int64(counts.dueThisWeek)),
      "at_risk": report.risks.toldOn == nil ? .null : .integer(Int64(report.risks.loud.count)),
      "tasks": .integer(Int64(report.tasks.count)),
    ]
  }

  private func heading(_ report: DayReport, _ who: String?) -> Text {
    let day = report.day
    let rest =
      isWorking ? Text("working day", "工作日", "工作日") : Text("rest day", "休息日", "休息日")
    let counts = report.counts
    let risks = report.risks.loud.count
    let atRisk =
      report.risks.toldOn == nil
      ? Text("", "", "") : Text("   \(risks) at risk", "   有风险 \(risks)", "   有風險 \(risks)")
    return dates.heading(day) + " (" + rest + ")"
      + Text("  wk \(day.isoWeek.week)", "  第\(day.isoWeek.week)周", "  第\(day.isoWeek.week)週")
      + (who.map { "    " + $0 } ?? "")
      + Text(
        "    \(counts.open) open   \(counts.overdue) overdue   \(counts.dueToday) due today",
        "    在手 \(counts.open) 单   超期 \(counts.overdue)   今日到期 \(counts.dueToday)",
        "    在手 \(counts.open) 單   逾期 \(counts.overdue)   今日到期 \(counts.dueToday)")
      + atRisk
      + Text("   \(report.tasks.count) to do", "   待办 \(report.tasks.count)", "   待辦 \(report.tasks.count)")
  }

  private func section(
    _ title: Text, _ id: String, _ orders: [OrderRow], of count: Int, _ rows: inout [String],
    _ blocks: inout [Document.Block]
  ) {
    var table = tables.table(id, orders, numberedFrom: rows.count + 1, group: "day")
    table.indent = 1
    guard !orders.isEmpty else {
      // Machines find every section, people only those with something in them.
      if desk.options.json != nil { blocks.append(.table(table)) }
      return
    }
    blocks += [.blank, .line(desk.say(title) + " \(count)", .strong), .table(table)]
    rows += orders.map(\.no)
    if count > orders.count {
      let left = count - orders.count
      blocks.append(
        .line(
          desk.say(
            Text(
              "     \(left) more: gendan list is:\(id == "overdue" ? "overdue" : "today")",
              "     还有 \(left) 单: gendan list is:\(id == "overdue" ? "overdue" : "today")",
              "     還有 \(left) 單: gendan list is:\(id == "overdue" ? "overdue" : "today")"))))
    }
  }

  /// What is expected late and nobody has said to know.
  private func risks(_ risks: RiskList, _ rows: inout [String], _ blocks: inout [Document.Block]) {
    let shown = Array(risks.loud.prefix(limit))
    var table = tables.risks(
      "at_risk", shown, numberedFrom: rows.count + 1, risks.forecasts, isForPeople: isForPeople)
    table.indent = 1
    if !shown.isEmpty {
      let title = Text(
        "At risk \(risks.loud.count) (expected late)", "有风险 \(risks.loud.count) (预计赶不上交期)",
        "有風險 \(risks.loud.count) (預計趕不上交期)")
      blocks += [.blank, .line(desk.say(title), .strong)]
    }
    if !shown.isEmpty || desk.options.json != nil { blocks.append(.table(table)) }
    rows += shown.map(\.no)
    let left = risks.loud.count - shown.count
    let more: [Text?] = [
      left > 0
        ? Text(
          "     \(left) more: gendan risk", "     还有 \(left) 行: gendan risk", "     還有 \(left) 行: gendan risk"
        ) : nil,
      risks.quiet > 0 && !shown.isEmpty
        ? Text(
          "     \(risks.quiet) known and no worse: gendan risk",
          "     另有 \(risks.quiet) 行已知且没有变坏: gendan risk", "     另有 \(risks.quiet) 行已知且沒有變壞: gendan risk")
        : nil,
    ]
    blocks += more.compactMap { $0 }.map { .line(desk.say($0)) }
  }

  /// How old the forecasts are, where that is not of the last working day; how to have some, where work is open.
  private func forecastHint(_ risks: RiskList) throws -> [Text] {
    guard let told = risks.toldOn else {
      guard try reading.db.count("SELECT count(*) FROM production_orders WHERE is_open = 1") > 0 else {
        return []
      }
      return [
        Text(
          "who will be late: gendan forecast run", "看哪些会迟: gendan forecast run", "看哪些會遲: gendan forecast run")
      ]
    }
    guard tables.calendar.workingDays(from: told, to: reading.today) > 1 else { return [] }
    return [
      Text("forecasts of ", "预测是 ", "預測是 ") + dates.short(told)
        + Text(": gendan forecast run", " 的: gendan forecast run", " 的: gendan forecast run")
    ]
  }

  private func tasks(
    _ tasks: [Task], _ title: Text, _ rows: inout [String], _ blocks: inout [Document.Block]
  ) {
    guard !tasks.isEmpty || desk.options.json != nil else { return }
    let table = TaskTable(language: desk.language, dates: dates, reading: reading).table(
      tasks, numberedFrom: rows.count + 1)
    if !tasks.isEmpty {
      blocks += [.blank, .line(desk.say(title) + " \(tasks.count)", .strong)]
    }
    blocks.append(.table(table))
    rows += tasks.map(\.no)
  }

  private var hint: Text {
    Text(
      "d = working days  gendan 1: look  gendan chase 1 ...: chase  gendan promise 1 +3wd",
      "天 = 工作日  看单 gendan 1  跟催 gendan chase 1 ...  改期 gendan promise 1 +3wd",
      "天 = 工作日  看單 gendan 1  跟催 gendan chase 1 ...  改期 gendan promise 1 +3wd")
  }
}

extension Gendan.Task {
  /// Whether it is about a change that a department has not acknowledged.
  var isChange: Bool { reminder == .changeUnacknowledged }
}

/// The table of what people are reminded of.
struct TaskTable {
  let language: Language
  let dates: DateWords
  let reading: Reading

  func table(_ tasks: [Task], numberedFrom first: Int?) -> Table {
    var table = Table(
      "tasks",
      columns: (first == nil ? [] : [Column("row", "#", .trailing, isForPeopleOnly: true)]) + [
        Column("no", OrderField.no.words[language]),
        Column("customer", OrderField.customer.words[language], shrinks: true),
        Column("what", Text("What", "事项", "事項")[language], shrinks: true, minimumWidth: 10),
        Column("about", Text("About", "对象", "對象")[language], priority: 1, shrinks: true),
        Column("text", Text("Text", "内容", "內容")[language], priority: 2, shrinks: true),
        Column("day", Text("Since", "日期", "日期")[language]),
      ], indent: 1)
    table.showsHeader = false
    table.rows = tasks.enumerated().map { index, task in
      .cells(
        (first.map { [Cell(String($0 + index))] } ?? []) + [
          Cell(task.no), Cell(task.customer),
          Cell(task.reminder.words[language], code: task.reminder.rawValue), Cell(task.about),
          Cell(text(of: task)), day(of: task),
        ])
    }
    return table
  }

  /// A clock that counts minutes says how many are left, or over.
  private func text(of task: Task) -> String {
    guard let due = task.dueAt else { return task.text }
    return ([ReplyClock(due: due, now: reading.now).words[language]] + [task.text].filter { !$0.isEmpty })
      .joined(separator: " ")
  }

  private func day(of task: Task) -> Cell {
    guard let due = task.dueAt else {
      return Cell(dates.short(task.dueOn), value: .string(task.dueOn.description))
    }
    let time = dates.time(due, utcOffset: reading.utcOffset)
    return Cell(time, value: .string(due.description), style: reading.now > due ? .overdue : nil)
  }
}
