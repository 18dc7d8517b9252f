import GendanOutput
import GendanTestSupport
import Testing

/// What the firm decides is listed with what holds otherwise; the gates are listed with their keys.
struct SettingCommandTests {
  private func row(_ desk: TestDesk, _ line: String, _ id: String, _ value: String) throws -> JSON? {
    guard case .array(let rows) = try desk.json(line)["rows"] else { return nil }
    return rows.first { $0[id] == .string(value) }
  }

  @Test func `A setting is decided, told and taken back`() throws {
    let desk = try TestDesk()
    let set = try desk.run("设置 改 near-due-days ５")
    #expect(
      set.out == "near-due-days: days before the due date that count as near 3 -> 5.  undo: gendan undo\n")
    let decided = try row(desk, "setting list", "key", "near-due-days")
    #expect(decided?["value"] == "5")
    #expect(decided?["standard"] == "3")
    #expect(decided?["decided"] == true)
    try desk.run("undo")
    #expect(try row(desk, "setting", "key", "near-due-days")?["decided"] == false)
  }

  @Test func `Values are kept as they are written in numbers`() throws {
    let desk = try TestDesk()
    try desk.run("setting set number.customer k")
    try desk.run("setting set otd.basis 最新答复")
    try desk.run("setting set weekly-rest 7")
    #expect(try row(desk, "setting", "key", "number.customer")?["value"] == "K")
    #expect(try row(desk, "setting", "key", "otd.basis")?["value"] == "latest")
    #expect(try desk.json("setting set weekly-rest 7")["event"] == .null)
    #expect(try desk.run("setting set zone Asia/Shanghai").out.contains(" (none) -> Asia/Shanghai"))
    #expect(try desk.json("calendar show 2026-03")["working_days"] == 26)
  }

  @Test(arguments: [
    ("setting set near-due-day 5", 3), ("setting set near-due-days many", 64),
    ("setting set near-due-days", 64),
    ("setting set weekly-rest 1,2,3,4,5,6,7", 64), ("setting set otd.basis worst", 64),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let refused = try TestDesk().run(line)
    #expect(refused.code == code)
    #expect(refused.out.isEmpty)
  }

  @Test func `An unknown key names the nearest, and a clerk decides nothing`() throws {
    let desk = try TestDesk()
    #expect(try desk.run("setting set near-due-day 5").err.contains("close: near-due-days"))
    try desk.run("user add lijia")
    #expect(try desk.run("setting set near-due-days 5 --as lijia").code == 77)
  }

  @Test func `Every gate tells its requirement and who may override it`() throws {
    let desk = try TestDesk()
    let gate = try row(desk, "gates", "id", "order.finished")
    #expect(gate?["requirement"] == "R-084")
    #expect(gate?["override"] == "supervisor")
    #expect(try row(desk, "关卡", "id", "customer.complete")?["override"] == .null)
    #expect(try desk.run("gates", lang: "zh-Hant").out.contains("誰也不能"))
  }

  @Test func `a zone that the machine does not know is refused`() throws {
    let result = try TestDesk().run("setting set zone Asia/Shanghay")
    #expect(result.code == 64)
    #expect(result.err.hasPrefix("gendan: this machine knows no zone \"Asia/Shanghay\"\n"))
  }
}
