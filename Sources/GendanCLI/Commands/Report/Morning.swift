import ArgumentParser
import Gendan
import GendanOutput

/// The morning summary for cron: silent when there is nothing to say, never twice for one key.
struct Morning: BookCommand {
  static let sheet = CommandSheet(
    id: "morning", word: "morning", chinese: ["早报", "早報"],
    about: Text("the morning summary, for cron", "早报 (给 cron)", "早報 (給 cron)"),
    usage:
      "[--for CLERK | --dept D | --all] [--since last|DATE] [-O text|markdown|html|json|mail|wecom|dingtalk] [--to ADDR,…] [--workdays-only] [--always] [--once KEY] [--peek] [--mark KEY] [--max-bytes N]",
    examples: [
      "morning --workdays-only", "morning --for chenting --once today -O markdown",
      "morning --once today -O mail --to sales@factory.example", "morning --peek -O wecom",
    ],
    part: .admin)

  @Option(name: .customLong("for")) var clerk: String?
  @Option var dept: String?
  @Flag var all = false
  @Option var since: String?
  @Flag(name: .customLong("workdays-only")) var workdaysOnly = false
  @Flag var always = false
  @Option var once: String?
  @Flag var peek = false
  @Option var mark: String?
  @Option var to: String?
  @Option(name: .customLong("max-bytes")) var maxBytes: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let format = try Presentation(desk).format().rawValue
    // A peek only reads; everything else holds the one writer's place until the mark is written, so
    // that two copies started together say it once.
    if peek && mark == nil { return try desk.read { try show(at: desk, in: $0, format) ?? .silent } }
    return try desk.book().alone { reading in
      if let mark = mark.map({ key($0, reading) }) {
        let report = try report(at: desk, in: reading, format)
        try MorningRun.mark(mark, recipient, format, overdue: report.overdueNumbers, in: reading)
        return Answer([Text("marked \(mark)", "已标记 \(mark)", "已標記 \(mark)")])
      }
      if let answer = try show(at: desk, in: reading, format) {
        // The mark follows only once the text has left without an error.
        try Presentation(desk).show(answer)
      }
      return .silent
    }
  }

  private var recipient: String { clerk ?? dept.map { "dept:" + $0 } ?? "all" }

  /// The summary, or nil where this run has nothing to say; marks the run unless it only peeks.
  private func show(at desk: Desk, in reading: Reading, _ format: String) throws -> Answer? {
    let isWorking = try reading.calendar().isWorking(reading.today)
    if workdaysOnly && !isWorking { return nil }
    let key = key(once ?? "today", reading)
    let isMail = format == Presentation.Format.mail.rawValue
    var envelope = try envelope(key, in: reading, isMail: isMail)
    if isMail { envelope.from = try desk.actorsMail(in: reading) ?? desk.defaultSender }
    if once != nil, try MorningRun.isMarked(key, recipient, format, in: reading.db) { return nil }
    if let clerk { desk.speak(try User.named(clerk, in: reading.db).language) }
    let report = try report(at: desk, in: reading, format)
    var answer =
      report.isQuiet && !always
      ? nil : try MorningPage(report, desk, reading, isWorking: isWorking).answer
    answer?.envelope = envelope
    answer?.newest = try Journal.newest(in: reading)
    if !peek { try MorningRun.mark(key, recipient, format, overdue: report.overdueNumbers, in: reading) }
    return answer
  }

  /// The key of a run; `today` is the day, so that a crontab needs no date.
  private func key(_ text: String, _ reading: Reading) -> String {
    folded(text) == "today" ? reading.today.description : text
  }

  private func envelope(_ key: String, in reading: Reading, isMail: Bool) throws -> Envelope {
    var envelope = Envelope(key: "morning.\(recipient).\(key)")
    envelope.maxBytes = try maxBytes.map { text in
      guard let number = Int(folded(text)), 500...20_000 ~= number else {
        throw Complaint(
          .usage,
          Text(
            "--max-bytes \"\(text)\" is not between 500 and 20000",
            "--max-bytes \"\(text)\" 要在 500 到 20000 之间", "--max-bytes \"\(text)\" 要在 500 到 20000 之間"),
          try: "--max-bytes 4096")
      }
      return number
    }
    if let to { envelope.to = try MailAddress.list(to) }
    guard isMail, envelope.to.isEmpty else { return envelope }
    let member = try clerk.map { try Member.named($0, in: reading.db) }
    guard let mail = member?.mail else {
      throw Complaint(
        .usage, Text("nobody is named whom the mail goes to", "没有写邮件发给谁", "沒有寫郵件寄給誰"),
        tries: [
          "gendan morning -O mail --to sales@factory.example",
          "gendan user set \(member?.user.login ?? "chenting") mail=sales@factory.example",
        ])
    }
    envelope.to = [mail]
    return envelope
  }

  private func report(at desk: Desk, in reading: Reading, _ format: String) throws -> MorningReport {
    if !peek || mark != nil { _ = try reading.keepForecasts() }
    let login = try clerk.map { try User.named($0, in: reading.db).login }
    let from = try since.flatMap { folded($0) == "last" ? nil : try desk.day($0, .view, in: reading) }
    return try MorningReport.read(
      clerk: login, department: dept,
      previous: try MorningRun.last(recipient, format, in: reading.db), since: from, in: reading)
  }
}

/// The page of a morning.
struct MorningPage {
  private let report: MorningReport
  private let desk: Desk
  private let tables: OrderTable
  private let dates: DateWords
  private let reading: Reading
  private let isWorking: Bool
  private let previousWorkday: Day

  init(_ report: MorningReport, _ desk: Desk, _ reading: Reading, isWorking: Bool) throws {
    self.report = report
    self.desk = desk
    self.isWorking = isWorking
    tables = try OrderTable(desk, reading)
    dates = try desk.dateWords(reading)
    self.reading = reading
    previousWorkday = report.previous?.coversTo ?? reading.today.adding(days: -1)
  }

  var answer: Answer {
    var blocks: [Document.Block] = [.line(desk.say(title), .strong)]
    if let previous = report.previous { blocks.append(.line(desk.say(gap(previous)))) }
    blocks += [.blank, .line(desk.say(counts))]
    if report.isQuiet { blocks += [.blank, .line(desk.say(Text("nothing to do", "无事", "無事")))] }
    // What was changed is made wrong until everybody knows: it stands above all (R-112).
    tasks(report.day.tasks.filter(\.isChange), ReminderID.changeUnacknowledged.heading, &blocks)
    section(Text("Newly overdue", "新增超期", "新增逾期"), "overdue_new", report.newlyOverdue, &blocks)
    section(Text("Still overdue", "仍超期", "仍逾期"), "overdue_still", report.stillOverdue, &blocks)
    section(Text("Due today", "今日到期", "今日到期"), "due_today", report.day.dueToday, &blocks)
    risks(Text("Newly at risk", "新增风险", "新增風險"), "risk_new", report.day.risks.news, &blocks)
    risks(Text("Out of risk", "风险解除", "風險解除"), "recovered", report.day.risks.recovered, &blocks)
    section(Text("Own shops", "自营店面", "自營店面"), "stores", report.stores, &blocks)
    tasks(report.day.tasks.filter { !$0.isChange }, Text("To do", "待办", "待辦"), &blocks)
    if !report.heldAt.isEmpty {
      let held = report.heldAt.map { "\($0.department) \($0.count)" }.joined(separator: "   ")
      blocks += [.blank, .line("[" + desk.say(Text("Where it is stuck", "卡在谁手里", "卡在誰手裡")) + "]  " + held)]
    }
    for event in report.overrides.prefix(10) {
      let words = event.overrides?.split(separator: " ").compactMap { GateID(rawValue: String($0))?.words }
        .joined(", ")
      blocks.append(
        .line(
          desk.say(Text("Override: ", "越过规则: ", "越過規則: ") + (words ?? Text("", "", "")))
            + "  \(event.login)  \(event.subject ?? "")  \(event.reason ?? "")"))
    }
    blocks += [.blank, .line(desk.say(last)), .line(desk.say(onTime))]
    var answer = Answer("morning", Document(blocks, json: json))
    answer.columns = [
      "no", "customer", "product", "qty", "due", "late", "forecast", "behind", "step", "cause", "what",
      "about",
      "text", "day",
    ]
    answer.width = 92
    answer.title = title
    return answer
  }

  private var title: Text {
    Text("Order follow-up  ", "跟单早报  ", "跟單早報  ") + dates.full(report.day.day)
  }

  private func gap(_ previous: MorningRun) -> Text {
    let between = max(0, report.day.day - previous.coversTo - 1)
    let text = Text("Previous: ", "上一份: ", "上一份: ") + dates.full(previous.coversTo)
    guard between > 0 else { return text }
    return text
      + Text(
        " (\(between) day\(between == 1 ? "" : "s") in between)", " (中间隔 \(between) 天)", " (中間隔 \(between) 天)"
      )
  }

  private var counts: Text {
    let counts = report.day.counts
    let risks = report.day.risks
    let atRisk =
      risks.toldOn == nil
      ? Text("", "", "")
      : Text("   \(risks.loud.count) at risk", "   有风险 \(risks.loud.count) 行", "   有風險 \(risks.loud.count) 行")
    let more = report.overdueNumbers.count - (report.previous?.overdue.count ?? 0)
    let change =
      report.previous == nil
      ? Text("", "", "")
      : Text(
        " (\(more >= 0 ? "+" : "")\(more))", " (比上次 \(more >= 0 ? "+" : "")\(more))",
        " (比上次 \(more >= 0 ? "+" : "")\(more))")
    return Text("\(counts.overdue) overdue", "超期 \(counts.overdue) 单", "逾期 \(counts.overdue) 單") + change
      + Text(
        "   \(counts.dueToday) due today   \(counts.dueThisWeek) due later this week",
        "   今日到期 \(counts.dueToday) 单   本周还有 \(counts.dueThisWeek) 单",
        "   今日到期 \(counts.dueToday) 單   本週還有 \(counts.dueThisWeek) 單")
      + atRisk
      + Text(
        "   \(report.day.tasks.count) to do   \(counts.open) open",
        "   待办 \(report.day.tasks.count)   在手 \(counts.open) 单",
        "   待辦 \(report.day.tasks.count)   在手 \(counts.open) 單")
  }

  private func section(_ name: Text, _ id: String, _ rows: [OrderRow], _ blocks: inout [Document.Block]) {
    guard !rows.isEmpty else { return }
    var table = tables.table(id, rows, group: "orders")
    table.showsHeader = false
    table.indent = 2
    blocks += [.blank, .line("[" + desk.say(name) + "]", .strong), .table(table)]
  }

  private func risks(_ name: Text, _ id: String, _ rows: [OrderRow], _ blocks: inout [Document.Block]) {
    guard !rows.isEmpty else { return }
    var table = tables.risks(id, rows, report.day.risks.forecasts, isForPeople: true)
    table.showsHeader = false
    table.indent = 2
    blocks += [.blank, .line("[" + desk.say(name) + "]", .strong), .table(table)]
  }

  private func tasks(_ tasks: [Task], _ name: Text, _ blocks: inout [Document.Block]) {
    guard !tasks.isEmpty else { return }
    var table = TaskTable(language: desk.language, dates: dates, reading: reading).table(
      tasks, numberedFrom: nil)
    table.indent = 2
    blocks += [.blank, .line("[" + desk.say(name) + "]", .strong), .table(table)]
  }

  private var last: Text {
    let since = dates.short(previousWorkday)
    return Text(
      "Since \(since): \(report.taken) orders taken, \(report.shipped) shipped, \(report.arrived) shipments received",
      "\(since) 以来: 接单 \(report.taken) 单, 发货 \(report.shipped) 单, 签收 \(report.arrived) 票",
      "\(since) 以來: 接單 \(report.taken) 單, 出貨 \(report.shipped) 單, 簽收 \(report.arrived) 票")
  }

  private var onTime: Text {
    let rate = report.onTime
    let figure =
      rate.rate.map { ratio in
        rate.isTooFew
          ? "\(ratio.part)/\(ratio.whole)"
          : "\(ratio.part)/\(ratio.whole) = \(ReportOnTime.percent(ratio.basisPoints))"
      } ?? "n/a"
    return Text(
      "On-time delivery this month to yesterday, against the ", "本月准交率 (截至昨日, 口径 ", "本月準交率 (截至昨日, 口徑 ")
      + report.basis.words + Text(": ", "): ", "): ") + figure
  }

  private var json: JSON {
    let counts = report.day.counts
    func number(_ number: Int) -> JSON { .integer(Int64(number)) }
    func records(of table: Table) -> JSON {
      .array(table.records.map { .object(zip(table.columns, $0).map { .init($0.id, $1.value) }) })
    }
    func records(_ rows: [OrderRow]) -> JSON { records(of: tables.table("rows", rows)) }
    func risks(_ rows: [OrderRow]) -> JSON {
      records(of: tables.risks("rows", rows, report.day.risks.forecasts, isForPeople: false))
    }
    func section(_ id: String, _ rows: JSON) -> JSON { ["id": .string(id), "rows": rows] }
    let tasks = TaskTable(language: .english, dates: dates, reading: reading).table(
      report.day.tasks, numberedFrom: nil)
    return [
      "since": report.previous.map { .string($0.ranAt.description) } ?? .null,
      "workday": .bool(isWorking),
      "counts": [
        "open": number(counts.open), "overdue": number(counts.overdue),
        "overdue_new": number(report.newlyOverdue.count), "due_today": number(counts.dueToday),
        "due_week": number(counts.dueThisWeek),
        "at_risk": report.day.risks.toldOn == nil ? .null : number(report.day.risks.loud.count),
        "at_risk_known": number(report.day.risks.quiet), "tasks": number(report.day.tasks.count),
        "taken": number(report.taken), "shipped": number(report.shipped), "arrived": number(report.arrived),
      ],
      "sections": [
        section("overdue_new", records(report.newlyOverdue)),
        section("overdue_still", records(report.stillOverdue)),
        section("due_today", records(report.day.dueToday)),
        section("risk_new", risks(report.day.risks.news)),
        section("recovered", risks(report.day.risks.recovered)),
        section("stores", records(report.stores)),
        section("tasks", records(of: tasks)),
      ],
      "held_at": .array(
        report.heldAt.map { ["department": .string($0.department), "orders": number($0.count)] }),
      "otd": [
        "basis": .string(report.basis.rawValue), "on_time": number(report.onTime.onTime),
        "total": number(report.onTime.counted),
        "rate": report.onTime.isTooFew
          ? .null
          : report.onTime.rate.map { .string(Decimal.text(Int64($0.basisPoints), decimals: 4)) } ?? .null,
      ],
    ]
  }
}
