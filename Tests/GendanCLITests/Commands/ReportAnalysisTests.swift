import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What was late and why, what waits, how long things take, what is told to superiors, and the end of a day.
struct ReportAnalysisTests {
  @Test func `R-184 late deliveries are counted by cause, with their share of all days`() throws {
    let desk = try RuleDesk()
    for line in [
      "new C-1 FL-50 5 --promise 2026-03-17", "new C-1 FL-50 5 --promise 2026-03-18",
      "promise 0002 2026-03-27 --cause shortage", "promise 0003 2026-03-20 --cause machine",
    ] { try desk.run(line) }
    let now = " --today 2026-03-24"
    let rows = try desk.desk.records("report delays" + now)
    #expect(rows.map { $0["days"] } == [7, 6])
    #expect(rows.map { $0["cause"] } == ["shortage", "machine"])
    let causes = try desk.desk.records("report delays --by cause --pareto" + now)
    #expect(causes.map { $0["days"] } == [7, 6])
    #expect(causes.map { $0["up_to"] } == [54, 100])
    // Against the promise that stands only one is late yet.
    #expect(try desk.desk.records("report delays --basis latest" + now).map { $0["days"] } == [4])
    #expect(try desk.desk.records("report delays -p lastmonth" + now).isEmpty)
  }

  @Test func `the load tells what lies before each step, and how many days it takes`() throws {
    let desk = try RuleDesk()
    for line in [
      "route step flange 备料 --minutes 3", "resource add R1 places=2", "release 0001", "progress 0001 备料 40",
    ] { try desk.run(line) }
    let rows = try desk.desk.records("report load")
    func step(_ name: String) -> JSON? { rows.first { $0["step"] == .string(name) } }
    #expect(step("备料")?["waiting"] == .integer(60))
    #expect(step("备料")?["minutes"] == 180)
    #expect(step("机加")?["waiting"] == .integer(40))
    #expect(step("机加")?["coming"] == .integer(60))
    // Nobody said how long it takes, nor on what.
    #expect(step("机加")?["minutes"] == .null)
    #expect(step("机加")?["days"] == .null)
  }

  @Test func `lead times are the median and nine of ten of what was completed`() throws {
    let desk = try RuleDesk()
    for line in ["new C-1 FL-50 5 --promise 2026-03-17", "new C-1 FL-50 5 --promise 2026-03-19"] {
      try desk.run(line)
    }
    try desk.run("ship 0002", today: "2026-03-18 09:00")
    try desk.run("ship 0003", today: "2026-03-20 09:00")
    let rows = try desk.desk.records("report leadtime --today 2026-03-23")
    #expect(rows.map { $0["n"] } == [2])
    #expect(rows.map { $0["whole"] } == [2])
    #expect(rows.map { $0["whole_90"] } == [4])
    #expect(rows.map { $0["promised"] } == [1])
    #expect([Int]().percentile(50) == nil)
  }

  @Test func `R-404 customers, orders and papers are counted`() throws {
    let desk = try RuleDesk()
    try desk.run("customer set C-1 grade=A")
    try desk.run("attach 0001 contract PAPER")
    try desk.run("release 0001")
    let json = try desk.desk.json("report stats")
    guard case .array(let sections)? = json["sections"] else {
      Issue.record("no sections")
      return
    }
    func rows(_ id: String) -> JSON? { sections.first { $0["id"] == .string(id) }?["rows"] }
    #expect(rows("grades") == [["name": "A", "count": 1]])
    #expect(rows("papers") == [["name": "contract", "count": 1]])
    #expect(rows("notices") == [["name": "仓库", "count": 1], ["name": "机加车间", "count": 1]])
    #expect(try desk.desk.run("report stats", lang: "zh-Hans").out.contains("有订单的客户 1 家"))
  }

  @Test func `R-396 a mail to the chairman and R-397 to the supervisor says done, late, problems, next`()
    throws
  {
    let desk = try RuleDesk()
    for line in [
      "new C-1 FL-50 5 --price 8 --promise 2026-03-24", "problem 0001 machine 主轴坏",
      "assign 0002 --to zhaolei",
    ] { try desk.run(line) }
    let mail = try desk.desk.run("report work --for 徐董 --week", lang: "zh-Hans").out
    #expect(mail.hasPrefix("呈 徐董\n工作汇报  2026-03-16..2026-03-22\n"))
    #expect(mail.contains("接单 2 单 1,040.00 CNY, 发货 0 票"))
    #expect(mail.contains("PB2603-0001 SO2603-0001"))
    #expect(mail.contains("SO2603-0002 宏达机械 法兰 5 03-24"))
    let own = try desk.desk.json("report work --user zhaolei --week")
    #expect(own["open"] == 1)
    #expect(own["problems"] == [])
    #expect(own["next"] == ["SO2603-0002"])
    // What falls between today and the end of the period is of neither.
    try desk.run("promise 0002 2026-03-19 --cause customer")
    let week = try desk.desk.run("report work --week", lang: "zh-Hans").out
    #expect(week.contains("4. 本期待交, 至 2026-03-22: 1\n   - SO2603-0002"), "\(week)")
    #expect(try desk.desk.json("report work --week")["rest"] == ["SO2603-0002"])
    #expect(try desk.desk.run("report work -O csv -c part,no").out == "part,no\r\nrest,SO2603-0002\r\n")
    #expect(try !desk.desk.run("report work -p 2026-02").out.contains("Still due"))
    // An order of several products is one line, with all that is open of it.
    try desk.run("product add FL-65 弯头")
    try desk.run("new C-1 FL-50 5 FL-65 7 --price 8 --promise 2026-03-19")
    #expect(try desk.desk.run("report work").out.contains("   - SO2603-0003 宏达机械 法兰 +1 12 03-19\n"))
    let rows = try desk.desk.run("report work -O csv -c no,product,open").out
    #expect(rows.contains("\r\nSO2603-0003,法兰,12\r\n"), "\(rows)")
  }

  @Test func `R-400 what is left of today ends with 8, R-401 and the day is wrapped up with tomorrow's work`()
    throws
  {
    let desk = try RuleDesk()
    #expect(try desk.desk.run("today --left").code == 0)
    for line in [
      "new C-1 FL-50 5 --promise 2026-03-16", "new C-1 FL-50 5 --promise 2026-03-17", "chase 0001 催料",
      "note 0001 唛头", "undo",
    ] { try desk.run(line) }
    #expect(try desk.desk.run("today --left").code == 8)
    #expect(try desk.desk.json("today --left")["left"] == 1)
    guard case .array(let sections)? = try desk.desk.json("today --wrap")["sections"] else {
      Issue.record("no sections")
      return
    }
    func rows(_ id: String) -> [JSON] {
      guard case .array(let rows)? = sections.first(where: { $0["id"] == .string(id) })?["rows"] else {
        return []
      }
      return rows
    }
    #expect(rows("orders_left").map { $0["no"] } == ["SO2603-0002"])
    #expect(rows("orders_next").map { $0["no"] } == ["SO2603-0003"])
    // What was undone was not done.
    let done = rows("done").first { $0["subject"] == "SO2603-0001" }
    #expect(done?["customer"] == "宏达机械")
    #expect(done?["lines"]?.text.contains("催料") == true)
    #expect(done?["lines"]?.text.contains("唛头") == false)
    #expect(try desk.desk.run("today --wrap", lang: "zh-Hant").out.hasPrefix("日結  2026-03-16 週一"))
  }
}
