import GendanOutput
import GendanTestSupport
import Testing

/// Products are registered with their standard lead time.
struct ProductCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("route add flange 备料/仓库/2 机加/机加车间/5")
    try desk.run("product add P-88 '不锈钢法兰 DN50' --unit 件 --lead 15 --route flange")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3")
    return desk
  }

  @Test func `A product is registered and shown (R-155)`() throws {
    let shown = try desk().json("product show 法兰")
    #expect(shown["code"] == "P-88")
    #expect(shown["name"] == "不锈钢法兰 DN50")
    #expect(shown["unit"] == "件")
    #expect(shown["route"] == "flange")
    #expect(shown["lead_days"] == 15)
    #expect(shown["decimals"] == 0)
    #expect(shown["active"] == true)
  }

  @Test func `Products are listed by words`() throws {
    let desk = try desk()
    #expect(try desk.run("产品 列表 -O name").out == "P-88\nW-3\n")
    #expect(try desk.run("product list 法兰 dn50 -O name").out == "P-88\n")
    #expect(try desk.run("product list", lang: "zh-Hant").out.contains("標準工期"))
  }

  @Test func `A change tells old and new, and undo puts it back (R-155)`() throws {
    let desk = try desk()
    let changed = try desk.run("product set P-88 lead=20 active=no 工艺=")
    #expect(
      changed.out
        == "P-88 不锈钢法兰 DN50: route flange -> (none), lead time 15d -> 20d, current yes -> no.  undo: gendan undo\n"
    )
    try desk.run("undo")
    let shown = try desk.json("product show P-88")
    #expect(shown["lead_days"] == 15)
    #expect(shown["route"] == "flange")
    #expect(shown["active"] == true)
  }

  @Test func `A lead time can be forgotten (R-155)`() throws {
    let desk = try desk()
    try desk.run("product set P-88 lead=")
    #expect(try desk.json("product show P-88")["lead_days"] == .null)
  }

  @Test func `What stays as it was leaves no event`() throws {
    #expect(try desk().json("product set P-88 lead=15 unit=件 route=flange active=是")["event"] == .null)
  }

  @Test(arguments: [
    ("product add", 64), ("product add P-9", 64), ("product add P-88 x", 5),
    ("product add P-9 x --decimals 7", 64), ("product add P-9 x --lead soon", 64),
    ("product add P-9 x --route none", 3), ("product set P-88 decimals=2", 64),
    ("product set P-88 name=", 64), ("product set P-88 active=perhaps", 64), ("product show P-99", 3),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let refused = try desk().run(line)
    #expect(refused.code == code)
    #expect(refused.out.isEmpty)
    #expect(refused.err.hasPrefix("gendan: "))
  }
}
