import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// The plan as an appointment, and what production answers.
struct PlanSettleTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func out(_ line: String, lang: String = "en", today: String = RuleDesk.now) throws -> String {
    let result = try desk.desk.run(line, lang: lang, today: today)
    #expect(result.code == 0, "\(line): \(result.err)")
    return result.out
  }

  private func asked(_ id: String, at minute: String, who: String = "") throws -> [JSON] {
    let day = try JSON.parse(desk.type("today" + who, today: minute).out)
    guard case .array(let sections)? = day["sections"],
      case .array(let tasks)? = sections.first(where: { $0["id"] == "tasks" })?["rows"]
    else { return [] }
    return tasks.filter { $0["what"] == .string(id) }
  }

  @Test
  func
    `the week's page says when the plan was saved, what it leaves late, and whether it is settled (R-161)`()
    throws
  {
    try desk.run("release 0001")
    #expect(try !out("plan week").contains("settled"))
    try desk.run("promise 0001 2026-03-20 --cause customer")
    try desk.run("plan run --yes --reason 客户提前")
    let page = try desk.desk.json("plan week")
    #expect(page["saved"]?["late"] == 1 && page["saved"]?["unplaced"] == 0)
    #expect(page["saved"]?["by"] == "陈婷" && page["settled"] == .null)
    #expect(try out("plan week", lang: "zh-Hans").contains("未商定: gendan plan settle week 2026-03-16"))
    #expect(try out("plan settle week --with 张三，李四").contains("with 张三, 李四"))
    let settled = try out("plan week", lang: "zh-Hans")
    #expect(settled.contains("赶不上 1") && settled.contains("商定于 03-16 08:05 陈婷, 参加: 张三, 李四"), "\(settled)")
    #expect(try desk.desk.json("plan week")["settled"]?["with"] == ["张三", "李四"])
    // Another plan that moves something leaves the agreement behind.
    try desk.run("plan move MO2603-0001 --to 2026-03-25 --reason 等料", today: "2026-03-16 10:00")
    #expect(try out("plan week", today: "2026-03-16 10:05").contains("moved since"))
    try desk.run("plan settle week", today: "2026-03-16 10:10")
    #expect(try !out("plan week", today: "2026-03-16 10:15").contains("moved since"))
  }

  @Test func `the day's page is of the next working day, by who makes it (R-162, R-190)`() throws {
    try desk.run("release 0001 --maker 外协一厂")
    try desk.run("new C-1 FL-50 50 --price 10 --promise 2026-03-27")
    try desk.run("release 0002")
    try desk.run("plan run --yes")
    #expect(
      try out("plan settle day", lang: "zh-Hans", today: "2026-03-20 15:30").contains("2026-03-23 周一 已商定"))
    let page = try out("plan day", today: "2026-03-20 15:31")
    #expect(page.contains("Day plan  2026-03-23") && page.contains("\n机加车间\n"), "\(page)")
    try desk.run("problem MO2603-0002 shortage 棒料没到 --until 2026-03-20")
    try desk.run("plan run --yes", today: "2026-04-20 08:00")
    #expect(try desk.desk.records("plan show").contains { $0["material"] == "PB2603-0001" })
    #expect(try out("plan day --for 2026-04-23", today: "2026-04-20 08:00").contains("\n外协一厂\n"))
  }

  @Test(arguments: [
    ("plan settle", 64), ("plan settle month", 64), ("plan settle day 13/13", 64),
    ("plan settle day 2026-03-13", 5), ("plan settle week 2026-03-13", 5),
    ("plan settle day --as wuming", 77),
    ("plan reply", 64), ("plan reply MO2603-0001", 64), ("plan reply MO2603-0001 3/17", 64),
    ("plan reply MO2603-0001 3/25 3/17", 64), ("plan reply MO9 3/17 3/25", 3),
    ("plan reply MO2603-0001 3/17 3/25 --as wuming", 77),
    ("work urge MO2603-0001 --to 3/20", 64), ("work urge MO2603-0001 --reason x", 64),
    ("work urge MO2603-0001 --to 2026-12-31 --reason x", 5), ("work urge MO9 --to 3/20 --reason x", 3),
  ])
  func `what cannot be is refused and changes nothing`(line: String, code: Int32) throws {
    try desk.run("release 0001")
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == code, "\(result.err)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `a book that never plans is not pressed, and one that does is until it is settled`() throws {
    try desk.run("release 0001")
    #expect(try asked("plan-week-unsettled", at: "2026-03-16 16:00").isEmpty)
    try desk.run("plan run")
    #expect(try asked("plan-week-unsettled", at: "2026-03-16 16:00").map { $0["no"] } == ["2026-W12"])
    #expect(try asked("plan-day-unsettled", at: "2026-03-16 14:59").map { $0["no"] } == ["2026-03-16"])
    #expect(try asked("plan-day-unsettled", at: "2026-03-16 15:00").map { $0["no"] } == ["2026-03-17"])
    #expect(try out("morning --peek").contains("week plan not settled"))
    // Over the rest days it is Monday's; what is not settled on the day itself is still asked for.
    #expect(try asked("plan-day-unsettled", at: "2026-03-21 09:00").map { $0["no"] } == ["2026-03-23"])
    #expect(try asked("plan-day-unsettled", at: "2026-03-23 09:00").map { $0["no"] } == ["2026-03-23"])
    #expect(try asked("plan-week-unsettled", at: "2026-03-21 09:00").isEmpty)
    // Those who do not plan are not asked.
    #expect(try asked("plan-week-unsettled", at: "2026-03-16 16:00", who: " --for wuming").isEmpty)
    try desk.run("plan settle week")
    try desk.run("plan settle day")
    #expect(try asked("plan-week-unsettled", at: "2026-03-16 16:00").isEmpty)
    #expect(try asked("plan-day-unsettled", at: "2026-03-16 16:00").isEmpty)
    // Whoever has given up planning is left alone.
    #expect(try asked("plan-week-unsettled", at: "2026-06-01 09:00").isEmpty)
  }

  @Test func `the hour of the day's plan is the firm's`() throws {
    try desk.run("release 0001")
    try desk.run("plan run")
    try desk.run("setting set plan-day-hour 16")
    #expect(try asked("plan-day-unsettled", at: "2026-03-16 15:59").map { $0["no"] } == ["2026-03-16"])
    #expect(try asked("plan-day-unsettled", at: "2026-03-16 16:00").map { $0["no"] } == ["2026-03-17"])
    #expect(try desk.desk.run("setting set plan-day-hour 24").code == 64)
  }

  @Test func `production's answer is kept each time, and what has none is listed (R-158)`() throws {
    try desk.run("release 0001")
    #expect(try desk.desk.records("work list --no-reply").map { $0["no"] } == ["MO2603-0001"])
    #expect(try out("plan reply MO2603-0001 3/17 3/25 --note 白班").contains("finishes 2026-03-25 Wed"))
    #expect(try desk.desk.records("work list --no-reply").isEmpty)
    let again = try desk.desk.run("plan reply 0001 3/18 5/8", lang: "zh-Hans")
    #expect(again.out.contains("第 2 次答复") && again.err.contains("2026-04-30 早于 2026-05-08"), "\(again)")
    #expect(try desk.desk.records("work list")[0]["reply_finish"] == "2026-05-08")
    let answers = try desk.desk.records("work show 0001", "replies")
    #expect(answers.map { $0["finish"] } == ["2026-03-25", "2026-05-08"] && answers[0]["note"] == "白班")
    #expect(try out("work show 0001", lang: "zh-Hant").contains("生產答覆"))
    // As of a day before the answer it had none.
    #expect(try desk.desk.records("work list --no-reply --as-of 2026-03-15").isEmpty)
  }

  @Test
  func
    `nothing is promised or answered before production finishes, unless a supervisor takes it upon him (R-159)`()
    throws
  {
    try desk.run("release 0001")
    try desk.run("plan reply MO2603-0001 3/17 5/8")
    let reply = try desk.desk.run("reply 0001 --told 刘工", lang: "zh-Hans")
    #expect(reply.code == 5 && reply.err.contains("2026-04-30 早于 2026-05-08: 生产答复 MO2603-0001 2026-05-08 完工"))
    #expect(reply.err.contains("gendan promise SO2603-0001 2026-05-08"), "\(reply.err)")
    #expect(try desk.desk.run("promise 0001 2026-05-07 --cause shortage").code == 5)
    #expect(try desk.desk.run("sheet 0001 --confirmation").err.contains("2026-04-30 is before 2026-05-08"))
    let amended = try desk.desk.run(
      "amend 0001 want=2026-04-29 --promise 2026-05-07 --reason 客户提前 --yes", lang: "zh-Hant")
    #expect(amended.code == 5 && amended.err.contains("生產答覆 MO2603-0001 2026-05-08 完工"), "\(amended.err)")
    try desk.run("promise 0001 2026-05-08 --cause shortage")
    #expect(try !desk.desk.run("sheet 0001 --confirmation").err.contains("is before"))
    try desk.run("reply 0001 --told 刘工")
    // A promise that means the arrival has the days on the way on top.
    try desk.run("customer set C-1 date-meaning=arrived transit=4")
    let early = try desk.desk.run("promise 0001 2026-05-11 --cause shortage")
    #expect(early.code == 5 && early.err.contains("2026-05-11 is before 2026-05-12"), "\(early.err)")
    #expect(
      try desk.type("promise 0001 2026-05-11 --cause shortage --override --reason x --as wuming").code == 77)
    try desk.run("promise 0001 2026-05-11 --cause shortage --override --reason 加班 --as zhaolei")
  }

  @Test func `an urge has the old day and the new, is counted, and tells the departments (R-181)`() throws {
    try desk.run("release 0001")
    #expect(try out("work urge MO2603-0001 --to 3/20 --reason 客户停线").contains("urge 1, told 仓库, 机加车间"))
    try desk.run("plan reply 0001 3/17 3/20")
    #expect(try out("work urge 0001 --to 3/19 --reason 再提前", lang: "zh-Hans").contains("第 2 次加急"))
    let urges = try desk.desk.records("work show 0001", "urges")
    #expect(urges.map { $0["from"] } == ["2026-03-24", "2026-03-20"])
    #expect(urges.map { $0["to"] } == ["2026-03-20", "2026-03-19"] && urges[1]["reason"] == "再提前")
    #expect(try out("work show 0001").contains("urges: 2"))
    #expect(try desk.desk.records("work list")[0]["urges"] == 2)
    let notices = try desk.desk.records("work show 0001", "notices").map { $0["remark"] }
    #expect(notices.contains("2026-03-20 -> 2026-03-19: 再提前"))
  }
}
