import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Goods that are finished and have not left, and what was settled about them.
struct FinishedGoodsTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    for line in ["release 0001", "done 0001 备料", "progress 0001 机加 60"] { try desk.run(line) }
  }

  private func rows(_ line: String, today: String = RuleDesk.now) throws -> [JSON] {
    guard case .array(let rows)? = try JSON.parse(desk.type(line, today: today).out)["rows"] else {
      return []
    }
    return rows
  }

  private func asked(today: String = "2026-03-18 09:00") throws -> [JSON] {
    let day = try JSON.parse(desk.type("today", today: today).out)
    guard case .array(let sections)? = day["sections"],
      case .array(let tasks)? = sections.first(where: { $0["id"] == "tasks" })?["rows"]
    else { return [] }
    return tasks.filter { $0["what"] == "finished-undecided" }
  }

  @Test func `what is finished and has not left waits, with its money and its decision`() throws {
    #expect(try rows("unshipped").isEmpty)
    #expect(try desk.desk.run("unshipped --check -q").code == 0)
    try desk.run("done 0001 机加")
    let waiting = try rows("unshipped", today: "2026-03-20 09:00")
    #expect(waiting.map { $0["no"] } == ["SO2603-0001"])
    #expect(waiting[0]["qty"] == 100 && waiting[0]["finished"] == "2026-03-16" && waiting[0]["waiting"] == 4)
    #expect(waiting[0]["balance"] == "1000.00" && waiting[0]["decision"] == .null)
    #expect(try desk.desk.run("unshipped --check -q").code == 8)
    #expect(try desk.desk.run("待发货", lang: "zh-Hans").out.contains("未定 1"))
    try desk.run("ship 0001=30")
    #expect(try rows("unshipped")[0]["qty"] == 70)
    try desk.run("ship 0001")
    #expect(try rows("unshipped").isEmpty)
  }

  @Test func `what was made for several deliveries counts for each`() throws {
    try desk.run("new C-1 FL-50 50 --price 10 --promise 2026-04-30")
    try desk.run("new C-1 FL-50 40 --price 10 --promise 2026-04-30")
    try desk.run("release 0002")
    try desk.run("release 0003")
    try desk.run("work merge MO2603-0003 MO2603-0002")
    try desk.run("done MO2603-0002 备料")
    try desk.run("done MO2603-0002 机加")
    let ready = try rows("unshipped")
    #expect(ready.map { $0["no"] } == ["SO2603-0002", "SO2603-0003"] && ready.map { $0["qty"] } == [50, 40])
  }

  @Test func `what was made before a production order was written anew waits with the rest`() throws {
    try desk.run("work reissue MO2603-0001 --reason v2")
    // Production goes on: nothing is settled yet.
    #expect(try rows("unshipped").isEmpty)
    try desk.run("done MO2603-0002 备料")
    try desk.run("done MO2603-0002 机加", today: "2026-03-18 09:00")
    let waiting = try rows("unshipped", today: "2026-03-19 09:00")
    #expect(waiting.map { $0["qty"] } == [100] && waiting[0]["finished"] == "2026-03-18")
  }

  @Test func `what was decided to stay does not leave until it is decided otherwise`() throws {
    try desk.run("done 0001 机加")
    let told = try desk.desk.run("decide 0001 hold 等客户验货 --by 王经理", lang: "zh-Hans")
    #expect(told.out.contains("暂不发, 决定人 王经理: 等客户验货"), "\(told)")
    let decided = try rows("unshipped")[0]
    #expect(decided["decision"] == "hold" && decided["decided_by"] == "王经理" && decided["note"] == "等客户验货")
    let refused = try desk.desk.run("ship 0001", lang: "zh-Hans")
    #expect(refused.code == 5 && refused.err.contains("王经理 决定暂不发货: 等客户验货"))
    #expect(refused.err.contains("gendan decide SO2603-0001 ship"))
    try desk.run("decide 0001 发货")
    #expect(try rows("unshipped")[0]["decided_by"] == "陈婷")
    try desk.run("ship 0001")
  }

  @Test func `where more than one person answers for an order it is asked what becomes of it`() throws {
    try desk.run("done 0001 机加")
    #expect(try asked().isEmpty)
    try desk.run("setting set flow trading")
    #expect(try asked().map { $0["no"] } == ["SO2603-0001"])
    try desk.run("decide 0001 ship")
    #expect(try asked().isEmpty)
  }

  private func confirmed() throws -> JSON? {
    try desk.desk.records("show 0001", "orders").first?["confirmed"]
  }

  @Test func `the order's page tells what was confirmed, by whom and when (R-197)`() throws {
    #expect(try confirmed()?["production"] == [])
    try desk.run("plan reply MO2603-0001 3/17 3/25")
    try desk.run("review set 0001 material=ok")
    try desk.run("decide 0001 hold 等验货")
    let page = try desk.desk.run("show 0001", lang: "zh-Hans").out
    #expect(
      page.contains("特殊材料 已确认 (03-16 08:05 陈婷)   生产 MO2603-0001 03-17..03-25 (03-16 08:05 陈婷)"), "\(page)")
    #expect(page.contains("暂不发 (03-16 08:05 陈婷): 等验货"))
    let confirmed = try confirmed()
    #expect(confirmed?["material"]?["ok"] == true && confirmed?["shipment"]?["decision"] == "hold")
  }

  @Test(arguments: [
    ("decide 0001", 64), ("decide 0001 maybe", 64), ("decide 9999 ship", 3), ("decide ship", 64),
  ])
  func `what cannot be decided is refused`(line: String, code: Int32) throws {
    let before = try desk.dump.text()
    #expect(try desk.desk.run(line).code == code)
    #expect(try desk.dump.text() == before)
  }
}
