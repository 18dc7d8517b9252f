import GendanOutput
import GendanTestSupport
import Testing

/// Users have roles, and only those above give them.
struct UserCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("user add lijia 李佳 --dept 销售部 --lang zh-Hans")
    try desk.run("user add wang 王主管 --role 主管")
    return desk
  }

  private func row(_ desk: TestDesk, _ login: String) throws -> JSON? {
    guard case .array(let rows) = try desk.json("user list")["rows"] else { return nil }
    return rows.first { $0["login"] == .string(login) }
  }

  @Test func `The first to act is the admin, and registers the others (R-407)`() throws {
    let desk = try desk()
    #expect(try row(desk, "chenting")?["roles"] == ["admin"])
    let li = try row(desk, "lijia")
    #expect(li?["name"] == "李佳")
    #expect(li?["roles"] == ["clerk"])
    #expect(li?["department"] == "销售部")
    #expect(li?["language"] == "zh-Hans")
    #expect(li?["active"] == true)
    #expect(try row(desk, "wang")?["roles"] == ["supervisor"])
  }

  @Test(arguments: [
    "user add zhou --as lijia", "user set lijia role=admin --as lijia", "user set chenting name=x --as wang",
    "user add zhou --role admin --as wang", "user add zhou --role finance --as wang",
    "user set lijia role=admin --as wang",
    "user add zhou --as stranger",
  ])
  func `Nobody gives more than they have (R-407)`(line: String) throws {
    let desk = try desk()
    let refused = try desk.run(line)
    #expect(refused.code == 77)
    #expect(refused.out.isEmpty)
    #expect(try desk.json("user list")["count"] == 3)
  }

  @Test func `A supervisor registers and changes clerks (R-407)`() throws {
    let desk = try desk()
    #expect(try desk.run("user add zhou --role warehouse,purchasing --as wang").code == 0)
    let changed = try desk.run("用户 改 李佳 role=supervisor 部门= lang= --as wang")
    #expect(
      changed.out
        == "lijia 李佳: role clerk -> supervisor, department 销售部 -> (none), language zh-Hans -> (none).  undo: gendan undo\n"
    )
  }

  @Test func `A person without a name is called by the login`() throws {
    let desk = try desk()
    try desk.run("user add zhou '' --dept ' '")
    #expect(try row(desk, "zhou")?["name"] == "zhou")
    #expect(try row(desk, "zhou")?["department"] == .null)
  }

  @Test func `Who left cannot act, until they are back`() throws {
    let desk = try desk()
    try desk.run("user set lijia active=no")
    #expect(try desk.run("product add P-1 x --as lijia").code == 77)
    #expect(try row(desk, "lijia")?["active"] == false)
    try desk.run("user set lijia active=yes")
    #expect(try desk.run("product add P-1 x --as lijia").code == 0)
  }

  @Test func `A book keeps at least one admin`() throws {
    let desk = try desk()
    #expect(try desk.run("user set chenting role=clerk").code == 5)
    #expect(try desk.run("user set chenting active=no", lang: "zh-Hans").err.contains("唯一的管理员"))
    try desk.run("user set wang role=admin")
    #expect(try desk.run("user set chenting role=clerk").code == 0)
  }

  @Test func `One person has several roles, and a superior (R-407, R-414)`() throws {
    let desk = try desk()
    #expect(try desk.run("user set lijia role=+采购,+warehouse boss=wang").code == 0)
    #expect(try row(desk, "lijia")?["roles"] == ["clerk", "purchasing", "warehouse"])
    #expect(try row(desk, "lijia")?["boss"] == "wang")
    #expect(try desk.run("user set lijia role=-clerk").code == 0)
    #expect(try row(desk, "lijia")?["roles"] == ["purchasing", "warehouse"])
    #expect(try desk.run("user set lijia role=-purchasing,-warehouse").code == 64)
  }

  @Test func `What a role may not do is refused with whom to ask (R-110, R-410)`() throws {
    let desk = try desk()
    try desk.run("user add zhang --role 仓管")
    let refused = try desk.run("product add X-1 x --as zhang")
    #expect(refused.code == 77)
    #expect(
      refused.err.hasPrefix("gendan: this is not yours to do; ask: clerk, salesperson, billing clerk\n"))
    #expect(try desk.run("product add X-1 x --as lijia").code == 0)
  }

  @Test func `Undo puts a person back as they were (R-419)`() throws {
    let desk = try desk()
    try desk.run("user set lijia role=supervisor dept=生产部")
    try desk.run("undo")
    #expect(try row(desk, "lijia")?["roles"] == ["clerk"])
    #expect(try row(desk, "lijia")?["department"] == "销售部")
    #expect(try desk.json("user set lijia role=clerk dept=销售部 name=李佳 lang=zh active=yes")["event"] == .null)
  }

  @Test(arguments: [
    ("user add lijia", 5), ("user add", 64), ("user add zhou --role boss", 64),
    ("user set zhou role=clerk", 3),
    ("user set lijia lang=fr", 64), ("user set lijia name=", 64), ("user set lijia active=maybe", 64),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let refused = try desk().run(line)
    #expect(refused.code == code)
    #expect(refused.out.isEmpty)
  }
}
