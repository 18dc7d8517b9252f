import GendanOutput
import GendanTestSupport
import Testing

/// Customers are registered whole, classed, found, and changed with their history kept.
struct CustomerCommandTests {
  private static let hongda =
    "customer add 宏达机械 --address 宁波北仑 --contact 李明 --phone 0574-1 --fax 0574-2 --terms 月结30天"
  private static let sanhe =
    "customer add 三和电子 --address 苏州 --contact 王芳 --phone 0512-1 --fax 0512-2 --terms 现结"
    + " --class key --region 华东 --currency usd --clerk chenting --under 1% --over 2.5 --date-meaning 到货日"

  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run(Self.hongda)
    try desk.run(Self.sanhe)
    return desk
  }

  @Test func `A customer with its six fields gets a number (R-001)`() throws {
    let desk = try TestDesk()
    let added = try desk.run(Self.hongda)
    #expect(added.code == 0)
    #expect(added.out == "customer C-0001 宏达机械 registered.  undo: gendan undo\n")
    #expect(try desk.run(Self.sanhe, lang: "zh-Hant").out == "已登記客戶 C-0002 三和电子。  復原: gendan undo\n")
  }

  @Test func `An incomplete customer is refused and every empty field is named (R-001)`() throws {
    let desk = try TestDesk()
    let refused = try desk.run("customer add 宏达机械 --phone ' '", lang: "zh-Hans")
    #expect(refused.code == 5)
    #expect(refused.err.hasPrefix("gendan: 客户资料不全: 地址, 联系人, 电话, 传真, 结算方式\n"))
    #expect(
      refused.err.contains("  试试: gendan customer add 宏达机械 --phone \" \" --address … --contact … --phone …"))
    #expect(try desk.json("customer list")["count"] == 0)
  }

  @Test func `Everything that was typed is shown (R-002)`() throws {
    let shown = try desk().json("customer show 三和")
    #expect(shown["schema"] == "gendan.customer/1")
    #expect(shown["code"] == "C-0002")
    #expect(shown["class"] == "key")
    #expect(shown["currency"] == "USD")
    #expect(shown["clerk"] == "chenting")
    #expect(shown["under_percent"] == 1)
    #expect(shown["over_percent"] == .decimal("2.50"))
    #expect(shown["date_meaning"] == "arrived")
    #expect(shown["note"] == .null)
  }

  @Test(arguments: [
    "--class key", "--class 重点", "--region 华东", "--terms 现结", "--clerk me", "--find 王芳", "三和",
  ])
  func `Customers are found by class, region, terms, clerk and words (R-004, R-005)`(filter: String) throws {
    #expect(try desk().run("customer list \(filter) -O name").out == "C-0002\n")
  }

  @Test func `Key customers come first (R-004)`() throws {
    #expect(try desk().run("客户 列表 -O name").out == "C-0002\nC-0001\n")
  }

  @Test func `A list has headings in the person's language and ids for programs`() throws {
    let desk = try desk()
    let table = try desk.run("customer", lang: "zh-Hans").out
    #expect(table.hasPrefix("编号"))
    #expect(table.contains("重点"))
    let csv = try desk.run("customer list -O csv").out
    #expect(csv.hasPrefix("code,name,class,contact,phone,region,terms,clerk"))
  }

  @Test func `A change tells the old value and the new (R-003)`() throws {
    let desk = try desk()
    let changed = try desk.run("customer set 宏达 电话＝0574-9 class=key region= over=３％")
    #expect(changed.code == 0)
    #expect(
      changed.out
        == "C-0001 宏达机械: phone 0574-1 -> 0574-9, class normal -> key, over % 0 -> 3.  undo: gendan undo\n")
    #expect(try desk.json("customer show C-0001")["phone"] == "0574-9")
  }

  @Test func `The history keeps who changed what, from what to what (R-003, R-419)`() throws {
    let desk = try desk()
    try desk.run("user add lijia 李佳")
    try desk.run("customer set C-0001 phone=0574-9")
    try desk.run("customer set C-0001 phone=0574-10 clerk=李佳 --as lijia", today: "2026-03-17 09:00")
    guard case .array(let rows) = try desk.json("customer history 宏达")["rows"] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.prefix(4).map { $0["field"] } == ["phone", "clerk", "phone", .null])
    #expect(rows.prefix(4).map { $0["old"] } == ["0574-9", .null, "0574-1", .null])
    #expect(rows.prefix(4).map { $0["new"] } == ["0574-10", "lijia", "0574-9", "C-0001"])
    #expect(rows.prefix(4).map { $0["by"] } == ["lijia", "lijia", "chenting", "chenting"])
    #expect(rows[0]["at"] == "2026-03-17T01:00:00Z")
    #expect(rows[0]["line"] == "customer set C-0001 phone=0574-10 clerk=李佳")
    #expect(try desk.run("客戶 歷史 C-0001", lang: "zh-Hant").out.contains("2026-03-17 09:00  lijia"))
  }

  @Test func `Undo puts a change back, and a rehearsal changes nothing`() throws {
    let desk = try desk()
    let tried = try desk.run("customer set C-0001 phone=1 --dry-run")
    #expect(tried.out == "C-0001 宏达机械: phone 0574-1 -> 1 (dry run, not saved)\n")
    try desk.run("customer set C-0001 phone=2 terms=现结 clerk=chenting")
    #expect(try desk.run("undo").code == 0)
    let shown = try desk.json("customer show C-0001")
    #expect(shown["phone"] == "0574-1")
    #expect(shown["terms"] == "月结30天")
    #expect(shown["clerk"] == .null)
    #expect(try desk.run("undo").code == 0)
    #expect(try desk.run("customer list -O name").out == "C-0001\n")
  }

  @Test func `What stays as it was leaves no event`() throws {
    let desk = try desk()
    let same = try desk.run("customer set C-0001 phone=0574-1 class=normal over=0")
    #expect(same.out == "C-0001 宏达机械: as it was (nothing changed)\n")
    #expect(try desk.json("customer set C-0001 phone=0574-1")["event"] == .null)
  }

  @Test func `A required field cannot be cleared, another can (R-001)`() throws {
    let desk = try desk()
    #expect(try desk.run("customer set C-0002 fax=").code == 5)
    #expect(
      try desk.run("customer set C-0002 region= class= currency= date-meaning= clerk= under=").code == 0)
    let shown = try desk.json("customer show C-0002")
    #expect(shown["region"] == .null)
    #expect(shown["class"] == "normal")
    #expect(shown["currency"] == "CNY")
    #expect(shown["date_meaning"] == "shipped")
  }

  @Test(arguments: [
    ("customer set C-0001 phon=1", 64), ("customer set C-0001", 64), ("customer set phone=1", 64),
    ("customer set C-0001 address=宁波 北仑", 64), ("customer set C-0001 class=vip", 64),
    ("customer set C-0001 currency=yuan", 64), ("customer set C-0001 over=101", 64),
    ("customer set C-0009 phone=1", 3), ("customer set C-000 phone=1", 4), ("customer show", 64),
    ("customer histroy C-0001", 64), ("customer list --clerk nobody", 3),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let desk = try desk()
    for language in ["en", "zh-Hans", "zh-Hant"] {
      let refused = try desk.run(line, lang: language)
      #expect(refused.code == code)
      #expect(refused.out.isEmpty)
      #expect(refused.err.hasPrefix("gendan: "))
      #expect(refused.err.split(separator: "\n").count <= 5)
    }
    #expect(try desk.json("customer list")["db"] == "e3")
  }

  @Test func `A taken number is refused`() throws {
    #expect(try desk().run(Self.hongda + " --code C-0002").code == 5)
  }

  @Test func `A number that an import brought is passed over (R-001)`() throws {
    let desk = try TestDesk()
    try desk.run(Self.hongda + " --code C-0001")
    #expect(try desk.run(Self.sanhe).out.hasPrefix("customer C-0002 三和电子"))
  }
}
