import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Resources, plans, forecasts and causes from the command line.
struct PlanCommandTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func out(_ line: String, lang: String = "en") throws -> String {
    let result = try desk.desk.run(line, lang: lang)
    #expect(result.code == 0, "\(line): \(result.err)")
    return result.out
  }

  private func rows(_ line: String) throws -> [JSON] {
    guard case .array(let rows)? = try desk.desk.json(line)["rows"] else { return [] }
    return rows
  }

  private func capacity() throws {
    for line in [
      "resource add CNC1 name=立加一号 dept=机加车间", "resource add CNC2 efficiency=80% shifts=8:00-20:00",
      "route step flange 机加 --minutes 2.5 --setup 30 --with CNC1,CNC2=3",
    ] { try desk.run(line) }
  }

  @Test func `resources are registered, changed and stopped`() throws {
    try capacity()
    #expect(try out("resource list").contains("立加一号"))
    #expect(try rows("resource list").map { $0["code"] } == ["CNC1", "CNC2"])
    #expect(try rows("resource list")[1]["efficiency"] == 80)
    #expect(try out("resource set CNC1 places=2").contains("places 1 -> 2"))
    #expect(
      try out("resource stop CNC1 --reason 主轴 --until 2026-03-18", lang: "zh-Hans").contains(
        "停机, 从 03-16 到 03-18"))
    #expect(try rows("resource list")[0]["stands"] == "主轴")
    #expect(try desk.desk.run("resource stop CNC1 --reason 又坏").err.contains("gendan resource restart CNC1"))
    try desk.run("resource restart CNC1")
    #expect(try desk.desk.run("resource restart CNC1").code == 5)
    #expect(try out("route step flange 机加 --overlap 20", lang: "zh-Hans").contains("每件 2.50 分钟"))
    #expect(try out("route set flange 备料/仓库/2 机加/机加车间/4").contains("机加"))
    #expect(try out("route step flange 机加 --setup 10").contains("CNC1 CNC2=3.00"))
  }

  @Test(arguments: [
    ("resource add", 64), ("resource add CNC1 places=0", 64), ("resource add CNC1 places=x", 64),
    ("resource add CNC1 efficiency=0", 64), ("resource add CNC1 shifts=20:00-8:00", 64),
    ("resource add CNC1 outside=maybe", 64), ("resource add CNC1 colour=red", 64),
    ("resource set CNC9 places=2", 3), ("resource stop CNC9 --reason x", 3), ("resource restart CNC9", 3),
    ("route step flange", 64), ("route step flange 机加", 64), ("route step flange 机加 --minutes 0", 64),
    ("route step flange 机加 --minutes x", 64), ("route step flange 没有 --minutes 1", 3),
    ("route step 没有 机加 --minutes 1", 3), ("route step flange 机加 --with CNC9", 3),
    ("route step flange 机加 --overlap -1", 64), ("plan run --moves x", 64),
    ("plan move MO9 --to +3wd --reason x", 3),
    ("plan show 没有", 3), ("plan week 13/13", 64), ("plan day --for x", 64), ("plan freeze MO9", 3),
    ("risk --days x", 64), ("risk --by colour", 64), ("why 9999", 3), ("forecast backtest --since x", 64),
  ])
  func `what cannot be is refused and changes nothing`(line: String, code: Int32) throws {
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == code, "\(result.err)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `a plan is shown before it is saved, and says why each step stands there`() throws {
    try capacity()
    try desk.run("release 0001")
    try desk.run("plan run")
    #expect(try out("plan show 0001", lang: "zh-Hans").contains("按交期倒排"))
    let steps = try rows("plan show")
    #expect(steps.map { $0["step"] } == ["备料", "机加"])
    #expect(steps[1]["resource"] == "CNC1" || steps[1]["resource"] == "CNC2")
    #expect(steps[1]["why"] == "due" && steps[0]["why"] == "next")
    // Something moves: without a yes nothing is saved.
    try desk.run("set 0001 want=2026-04-20")
    try desk.run("promise 0001 2026-04-20 --cause customer")
    let asked = try desk.desk.run("plan run")
    #expect(asked.code != 0 && asked.err.contains("2 steps move; save the plan?"), "\(asked.err)")
    #expect(try desk.desk.run("plan run --dry-run").out.contains("2 moved"))
    #expect(try rows("plan show").map { $0["start"] } == steps.map { $0["start"] })
    #expect(try out("plan run --yes").contains("2 moved"))
    #expect(try out("plan run").contains("0 moved"))
  }

  @Test func `the week's and the next day's plan`() throws {
    try desk.run("release 0001")
    try desk.run("promise 0001 2026-03-20 --cause customer")
    try desk.run("plan run --yes")
    #expect(try out("plan day", lang: "zh-Hans").contains("日生产计划  2026-03-17"))
    #expect(try rows("plan day").map { $0["step"] } == ["备料"])
    #expect(try rows("plan week").count == 2)
    #expect(try out("plan week 下周", lang: "zh-Hans").contains("2026-03-23"))
    #expect(try desk.desk.run("plan week 本月").code == 64)
    #expect(try out("plan week 2026-06-01").contains("gendan plan run"))
    #expect(try out("plan run --dry-run").contains("late 1:"))
  }

  @Test func `a production order is moved, frozen and thawed`() throws {
    try desk.run("release 0001")
    #expect(try desk.type("plan freeze MO2603-0001 --as wuming").code == 77)
    try desk.run("plan run")
    #expect(try out("plan move MO2603-0001 --to 2026-04-27 --reason 等料").contains("2026-04-27"))
    #expect(try rows("plan show")[0]["why"] == "not-before")
    try desk.run("plan freeze MO2603-0001")
    try desk.run("promise 0001 2026-05-20 --cause shortage")
    #expect(try out("plan run").contains("0 moved"))
    try desk.run("plan thaw MO2603-0001")
    #expect(try out("plan run --yes").contains("2 moved"))
  }

  @Test func `risk lists what is expected after its promise, and scripts may ask`() throws {
    try desk.run("product set FL-50 lead=15")
    #expect(try desk.desk.run("risk --check").code == 0)
    try desk.run("promise 0001 2026-03-31 --cause shortage")
    let risky = try rows("risk")
    #expect(risky.map { $0["no"] } == ["SO2603-0001"])
    #expect(risky[0]["forecast"] == "2026-04-07" && risky[0]["ground"] == "lead-time")
    #expect(risky[0]["behind"] == 4)
    #expect(try desk.desk.run("risk --check -q").code == 8)
    #expect(try rows("risk --days 3").isEmpty)
    #expect(try out("risk", lang: "zh-Hans").contains("+4 天"))
    #expect(try out("risk --by clerk").contains("total 1"))
    try desk.run("release 0001")
    #expect(try rows("risk --all")[0]["ground"] == "plan")
  }

  @Test func `what nobody can forecast is counted, not guessed`() throws {
    #expect(try rows("risk --all").isEmpty)
    #expect(try out("risk").contains("of 1 nobody knows"))
    #expect(try desk.desk.json("risk")["forecast"] == 0)
  }

  @Test func `why tells the days lost, link by link, and they add up`() throws {
    try desk.run("promise 0001 2026-03-25 --cause customer")
    try desk.run("release 0001")
    try desk.run("work hold MO2603-0001 --reason 等图纸")
    let late = "2026-03-30 09:00"
    let json = try JSON.parse(desk.type("why 0001", today: late).out)
    guard case .array(let rows)? = json["rows"], case .array(let links)? = rows.first?["links"] else {
      Issue.record("\(json)")
      return
    }
    let days = links.compactMap { link -> Int64? in
      if case .integer(let days)? = link["days"] { days } else { nil }
    }
    #expect(rows[0]["days_late"] == .integer(days.reduce(0, +)))
    #expect(links.first?["step"] == "备料" && links.first?["kind"] == "wait")
    #expect(links.first?["dept"] == "仓库")
    let told = try desk.desk.run("why 0001", lang: "zh-Hans", today: late).out
    #expect(told.contains("备料 等待") && told.contains("停产: 等图纸"))
    #expect(try out("why 0001").contains("method: as planned against as built"))
  }

  @Test func `a problem has its place in why and in the plan, and affects tells what it breaks`() throws {
    try desk.run("promise 0001 2026-03-25 --cause customer")
    try desk.run("release 0001")
    try desk.run("problem 0001 备料 shortage 棒料未到 --until 2026-03-20")
    #expect(try out("affects PB2603-0001", lang: "zh-Hans").contains("变迟"))
    #expect(try desk.desk.json("affects PB2603-0001")["broken"] == 1)
    let before = try desk.dump.text()
    #expect(
      try out("what-if slip MO2603-0001 --to 2026-03-30").contains("1 production orders end on another day"))
    #expect(try out("what-if rush 0001").contains("no order is touched"))
    #expect(try out("what-if quantity MO2603-0001 5000").contains("no order is touched"))
    #expect(try desk.dump.text() == before)
    try desk.run("problem cause PB2603-0001 钢厂检修 --dept 仓库 --side supplier")
    try desk.run("plan run")
    #expect(try rows("plan show")[0]["why"] == "readiness")
    #expect(try rows("plan show")[0]["bound_to"] == "PB2603-0001")
    let told = try desk.desk.run("why 0001", lang: "zh-Hans", today: "2026-03-30 09:00").out
    #expect(told.contains("异常 PB2603-0001 钢厂检修") && told.contains("供应商"), "\(told)")
  }

  @Test func `a rush order is inserted once it is known who slips, by the supervisor (R-076)`() throws {
    try desk.run("resource add CNC1")
    try desk.run("route step flange 机加 --minutes 4 --with CNC1")
    try desk.run("new C-1 FL-50 900 --price 10 --promise 2026-04-01")
    try desk.run("new C-1 FL-50 900 --price 10 --promise 2026-04-02")
    try desk.run("release 0002")
    try desk.run("release 0003")
    try desk.run("plan run --yes")
    let before = try desk.dump.text()
    let asked = try desk.desk.run("plan insert 0003 --reason 客户停线", lang: "zh-Hans")
    #expect(asked.err.contains("确定插单"), "\(asked)")
    #expect(try desk.desk.run("plan insert 0003 --reason x --dry-run").code == 0)
    #expect(try desk.type("plan insert 0003 --reason x --yes --as wuming").code == 77)
    #expect(try desk.desk.run("plan insert 0003").code == 64)
    #expect(try desk.dump.text() == before)
    try desk.run("plan insert 0003 --reason 客户停线 --yes")
    #expect(try rows("list prio:H").map { $0["no"] } == ["SO2603-0003"])
  }

  @Test func `each open delivery has its line in the tracking table (R-094, R-154, R-388)`() throws {
    try desk.run("confirm 0001 --told 刘工")
    try desk.run("release 0001")
    let line = try #require(try rows("tracking").first)
    #expect(line["no"] == "SO2603-0001" && line["confirmed"] == "2026-03-16")
    #expect(line["instructed"] == "2026-03-16" && line["made"] == .null)
    #expect(line["touched"] == "2026-03-16" && line["forecast"] == "2026-03-24")
    #expect(try out("tracking", lang: "zh-Hans").contains("订单跟踪表"))
    #expect(try rows("tracking 没有这家").isEmpty)
  }

  @Test func `a chart has the plan, what was done, and what is expected`() throws {
    #expect(try desk.desk.run("gantt 0001").err.contains("gendan release"))
    try desk.run("release 0001")
    try desk.run("done 0001 备料")
    let chart = try out("gantt 0001 --width 80", lang: "zh-Hans")
    #expect(chart.contains("备料") && chart.contains("实际 100/100") && chart.contains(">"))
    #expect(chart.split(separator: "\n").dropFirst().allSatisfy { CellWidth.of(String($0)) <= 80 })
    #expect(try desk.desk.json("gantt 0001")["no"] == "SO2603-0001")
  }

  @Test func `many orders stand on one chart, a line a delivery, with promise and forecast (R-154, R-164)`()
    throws
  {
    try desk.run("release 0001")
    try desk.run("new C-1 FL-50 30 --price 10 --promise 2026-03-18")
    try desk.run("release 0002")
    try desk.run("progress 0002 备料 30")
    for (width, lang) in [(80, "zh-Hans"), (100, "en"), (120, "zh-Hant")] {
      let lines = try out("gantt --width \(width)", lang: lang).split(separator: "\n").map(String.init)
      #expect(lines.count == 5 && lines.allSatisfy { CellWidth.of($0) <= width }, "\(lines)")
      // The days stand under each other whatever the labels hold.
      let today = lines[2...3].compactMap { line in
        line.firstIndex(of: "|").map { CellWidth.of(String(line[..<$0])) }
      }
      #expect(Set(today).count == 1, "\(lines)")
    }
    #expect(try out("gantt 0002 0001 --days 20").contains("v"))
    let rows = try rows("gantt")
    #expect(rows.map { $0["no"] } == ["SO2603-0002", "SO2603-0001"])
    #expect(rows[0]["due"] == "2026-03-18" && rows[0]["started"] == "2026-03-16" && rows[0]["step"] == "机加")
    // What has still to pass the department, though it stands elsewhere.
    #expect(try self.rows("gantt dept:仓库").map { $0["no"] } == ["SO2603-0001"])
    #expect(try self.rows("gantt dept:机加").count == 2 && self.rows("list dept:机加").count == 1)
    #expect(try out("gantt --by dept", lang: "zh-Hans").contains("\n机加车间\n"))
    #expect(try out("gantt 没有", lang: "zh-Hans").contains("没有在手的交货"))
    #expect(try out("gantt -p 2026-04 --width 80").contains("2026-04-01..2026-04-"))
    #expect(try desk.desk.run("gantt --days x").code == 64)
    #expect(try out("gantt -O csv").hasPrefix("no,line,customer"))
    let file = desk.desk.folder + "/gantt.html"
    #expect(try desk.desk.run("gantt -o \(file)").code == 0)
    let page = String(decoding: try TextFile.read(file).bytes, as: UTF8.self)
    #expect(page.contains("<svg") && page.contains("SO2603-0002") && page.contains("class=\"plan\""))
    #expect(try out("gantt 0001 -O html").contains("<svg"))
  }

  @Test func `what nobody reported for days is stale (R-165)`() throws {
    try desk.run("release 0001")
    try desk.run("progress 0001 备料 10")
    #expect(try desk.desk.run("stale --check").code == 0)
    let stale = try desk.desk.run("stale --check", today: "2026-03-20 08:05")
    #expect(stale.code == 8 && stale.out.contains("备料"))
  }

  @Test func `forecasts are judged by the book's own past`() throws {
    #expect(try out("forecast backtest").contains("n/a"))
    #expect(try rows("forecast backtest").isEmpty)
  }
}
