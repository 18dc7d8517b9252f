import GendanOutput
import GendanTestSupport
import Testing

/// The baseline against the live plan, and a new one.
struct PlanBaselineTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("release 0001")
    try desk.run("plan move MO2603-0001 --to 2026-03-23 --reason 等料")
  }

  private func steps() throws -> [JSON] {
    guard case .array(let rows)? = try desk.desk.json("plan baseline 0001")["rows"],
      case .array(let steps)? = rows.first?["steps"]
    else { return [] }
    return steps
  }

  private func resets() throws -> [JSON] {
    guard case .array(let rows)? = try desk.desk.json("plan baseline MO2603-0001")["rows"],
      case .array(let resets)? = rows.first?["resets"]
    else { return [] }
    return resets
  }

  @Test func `the first plan stands beside the live one`() throws {
    let steps = try steps()
    #expect(steps.map { $0["step"] } == ["备料", "机加"])
    #expect(steps[0]["base"] == ["2026-03-16", "2026-03-17"])
    #expect(steps[0]["plan"] != steps[0]["base"])
    #expect(try desk.desk.run("plan baseline 0001", lang: "zh-Hans").out.contains("原计划"))
    #expect(try desk.desk.run("plan baseline 9999").code == 3)
    #expect(try desk.desk.run("plan baseline").code == 64)
  }

  @Test func `a supervisor sets a new baseline, and the old one is told`() throws {
    let old = try steps()
    let before = try desk.dump.text()
    #expect(try desk.desk.run("plan baseline 0001 --reset").code == 64)
    #expect(try desk.desk.run("plan baseline 0001 --reset --reason x --as wuming").code == 77)
    #expect(try desk.dump.text() == before)
    try desk.run("plan baseline 0001 --reset --reason 客户改图 --as zhaolei")
    let new = try steps()
    #expect(new.map { $0["base"] } == old.map { $0["plan"] })
    #expect(try resets().map { $0["reason"] } == ["客户改图"])
    #expect(try resets()[0]["by"] == "赵磊" && resets()[0]["old_finish"] == "2026-03-24")
    #expect(try desk.desk.run("plan baseline 0001", lang: "zh-Hans").out.contains("原来到 03-24"))
    #expect(try desk.desk.run("plan baseline 0001 --reset --reason x --as zhaolei").code == 5)
    try desk.run("undo --as zhaolei")
    #expect(try steps().map { $0["base"] } == old.map { $0["base"] })
    #expect(try resets().isEmpty)
  }

  @Test func `what is finished keeps what it was measured by`() throws {
    let old = try steps()
    try desk.run("done 0001 备料")
    try desk.run("plan baseline 0001 --reset --reason 客户改图")
    #expect(try steps()[0]["base"] == old[0]["base"])
    #expect(try steps()[1]["base"] != old[1]["base"])
    try desk.run("done 0001 机加")
    #expect(try desk.desk.run("plan baseline 0001 --reset --reason x").code == 5)
  }
}
