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

  @Test func `A flow puts gates in force and writes down who signs; a setting switches one`() throws {
    let desk = try TestDesk()
    func deposit() throws -> JSON? { try row(desk, "gates", "id", "release.deposit")?["in_force"] }
    #expect(try deposit() == false)
    #expect(try desk.json("signer list")["count"] == 0)
    try desk.run("setting set flow 工厂")
    #expect(try deposit() == true)
    #expect(try row(desk, "signer list", "role", "finance")?["subject"] == "order")
    try desk.run("setting set gate.release.deposit off")
    #expect(try deposit() == false)
    #expect(try row(desk, "gates", "id", "release.deposit")?["why"] == "by setting")
    try desk.run("setting set gate.release.deposit flow")
    #expect(try deposit() == true)
    #expect(try desk.run("setting set gate.order.open off").code == 5)
    #expect(try desk.run("setting set gate.release.depost off").err.contains("gate.release.deposit"))
    try desk.run("setting set flow simple")
    #expect(try desk.json("signer list")["count"] == 0)
  }

  @Test func `The signer matrix is data (R-097, R-101)`() throws {
    let desk = try TestDesk()
    #expect(try desk.run("signer add order finance --step 2").code == 0)
    #expect(try desk.run("signer add order 总经理 amount --step 3").code == 0)
    #expect(try desk.run("signer add order finance").code == 5)
    #expect(try desk.run("signer add order boss").code == 64)
    #expect(try row(desk, "signer list", "role", "gm")?["condition"] == "amount")
    #expect(try desk.run("signer remove order finance").code == 0)
    #expect(try desk.run("signer remove order finance").code == 3)
  }

  @Test func `Every gate tells its requirement and who may override it`() throws {
    let desk = try TestDesk()
    let gate = try row(desk, "gates", "id", "order.finished")
    #expect(gate?["requirements"] == ["R-084"])
    #expect(gate?["in_force"] == true)
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
