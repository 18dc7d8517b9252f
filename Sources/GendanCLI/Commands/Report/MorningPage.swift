import Gendan
import GendanOutput

/// The page of a morning.
struct MorningPage {
  private let report: MorningReport
  private let desk: Desk
  private let tables: OrderTable
  private let dates: DateWords
  private let reading: Reading
  private let name: String
  private let isWorking: Bool

  /// The page of somebody or of a department; of everybody where the name is empty.
  init(
    _ report: MorningReport, _ desk: Desk, _ reading: Reading, of name: String, isWorking: Bool
  ) throws {
    self.report = report
    self.desk = desk
    self.name = name
    self.isWorking = isWorking
    tables = try OrderTable(desk, reading)
    dates = try desk.dateWords(reading)
    self.reading = reading
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
    if let business = report.business {
      blocks += [.blank, .line(desk.say(last(business))), .line(desk.say(onTime(business)))]
    }
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
    Text("Order follow-up  ", "跟单早报  ", "跟單早報  ") + dates.full(report.day.day) + name.spaced
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

  private func last(_ business: MorningReport.Business) -> Text {
    let since = dates.short(report.from)
    return Text(
      "Since \(since): \(business.taken) orders taken, \(business.shipped) shipped, \(business.arrived) shipments received",
      "\(since) 以来: 接单 \(business.taken) 单, 发货 \(business.shipped) 单, 签收 \(business.arrived) 票",
      "\(since) 以來: 接單 \(business.taken) 單, 出貨 \(business.shipped) 單, 簽收 \(business.arrived) 票")
  }

  private func onTime(_ business: MorningReport.Business) -> Text {
    let rate = business.onTime
    let figure =
      rate.rate.map { ratio in
        rate.isTooFew
          ? "\(ratio.part)/\(ratio.whole)"
          : "\(ratio.part)/\(ratio.whole) = \(ReportOnTime.percent(ratio))"
      } ?? "n/a"
    return Text(
      "On-time delivery this month to yesterday, against the ", "本月准交率 (截至昨日, 口径 ", "本月準交率 (截至昨日, 口徑 ")
      + business.basis.words + Text(": ", "): ", "): ") + figure
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
        "taken": report.business.map { number($0.taken) } ?? .null,
        "shipped": report.business.map { number($0.shipped) } ?? .null,
        "arrived": report.business.map { number($0.arrived) } ?? .null,
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
      "otd": report.business.map(rate) ?? .null,
    ]
  }

  private func rate(_ business: MorningReport.Business) -> JSON {
    [
      "basis": .string(business.basis.rawValue), "on_time": .integer(Int64(business.onTime.onTime)),
      "total": .integer(Int64(business.onTime.counted)),
      "rate": business.onTime.isTooFew
        ? .null
        : business.onTime.rate.map { .string(Decimal.text(Int64($0.basisPoints), decimals: 4)) } ?? .null,
    ]
  }
}
