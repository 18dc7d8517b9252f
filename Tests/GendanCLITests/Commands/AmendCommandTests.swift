import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Amendments at the desk.
struct AmendCommandTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.run("customer add --code C-1 宏达机械 --address a --contact b --phone 1 --fax 2 --terms 30")
    try desk.run("route add flange 备料/仓库/2 机加/机加车间/5 包装/成品库/1")
    try desk.run("product add FL-50 法兰 --unit 件 --route flange")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3 --route flange")
    try desk.run("new C-1 FL-50 1000 W-3 12.5 --price 18.5 --promise 2026-04-10 --carton 24")
    try desk.run("confirm 0001")
  }

  /// The newest amendment as `show` has it.
  private func newest() throws -> JSON? {
    guard case .array(let orders)? = try desk.json("show 0001")["orders"],
      case .array(let all)? = orders.first?["amendments"]
    else { return nil }
    return all.last
  }

  @Test func `what is agreed is offered as an amendment, never to be set (R-113)`() throws {
    func offers(_ line: String) throws -> [String] {
      try desk.run(line).err.split(separator: "\n").compactMap { line in
        line.firstRange(of: "gendan ").map { String(line[$0.lowerBound...]) }
      }
    }
    // The line as it was typed, without what nobody agrees upon.
    #expect(
      try offers("set 0001.2 数量=13 产品要求='彩盒 带内衬' prio=H")
        == ["gendan amend SO2603-0001.2 qty=13 \"requirement=彩盒 带内衬\" --reason TEXT"])
    #expect(
      try offers("set 0001.1 price=20 --reason 'mail 3/11'")
        == ["gendan amend SO2603-0001.1 price=20 --reason \"mail 3/11\""])
    // The check of the order and the refused submission know it too; a clerk is nobody's agreement.
    let lines = try desk.records("review check 0001").map { $0["try"]?.text ?? "" }
    #expect(lines.contains("\"gendan amend SO2603-0001.1 spec=… --reason TEXT\""), "\(lines)")
    #expect(!lines.contains { $0.contains("gendan set") && !$0.contains("clerk=") }, "\(lines)")
    try desk.run("setting set gate.submit.clean on")
    #expect(try offers("submit 0001").first?.hasPrefix("gendan amend SO2603-0001.1 want=") == true)
  }

  @Test func `several lines change in one version, with decimals of their own (R-111, R-115)`() throws {
    let result = try desk.run(
      "amend 0001 --line '1 qty=1300 packing=彩盒 带内衬 mark=HD' --line '2 qty=12.75 carton=2.5' --reason 3/11 --yes"
    )
    #expect(result.code == 0, "\(result.err)")
    let amendment = try #require(try newest())
    #expect(amendment["version"] == 2)
    guard case .array(let changes)? = amendment["changes"] else { throw Missing() }
    #expect(changes.map { $0["field"] } == ["qty", "packing", "mark", "qty", "carton"])
    #expect(changes.map { $0["new"] } == ["1300", "彩盒 带内衬", "HD", "12.750", "2.500"])
    #expect(try desk.run("amend 0001 --line '2 qty=1.2345' --reason x -y").code == 64)
    #expect(try desk.run("变更 0001", lang: "zh-Hant").out.contains("每箱"))
    let page = try desk.run("show 0001", lang: "zh-Hans").out
    #expect(page.contains("24 件/箱, 彩盒 带内衬, 唛头 HD, 共 55 箱"))
    #expect(page.contains("第 2 版: 1 数量 1000 -> 1300"))
  }

  @Test func `a line is added at its price, and one dropped (R-111)`() throws {
    let result = try desk.run(
      "amend 0001 --add 'W-3 7.5@33.25 want=4/20' --drop 2 --reason 3/11 --yes --json")
    let amendment = try #require(try JSON.parse(result.out)["amendment"])
    guard case .array(let changes)? = amendment["changes"] else { throw Missing() }
    #expect(changes.map { $0["line"] } == [2, 2, 2, 2, 3, 3, 3, 3])
    #expect(changes.suffix(4).map { $0["new"] } == ["W-3", "7.500", "2026-04-20", "33.25"])
  }

  @Test func `what it touches is told in JSON, dry or not (R-112, R-114)`() throws {
    try desk.run("release 0001.1")
    let before = try BookDump(desk.place).text()
    let dry = try JSON.parse(desk.run("amend 0001.1 qty=1300 --reason x -n --json").out)
    #expect(try BookDump(desk.place).text() == before)
    #expect(dry["dry_run"] == true)
    let done = try JSON.parse(desk.run("amend 0001.1 qty=1300 --reason x -y --json").out)
    #expect(dry["amendment"] == done["amendment"])
    guard case .array(let replaced)? = done["amendment"]?["replaced"] else { throw Missing() }
    #expect(replaced.map { $0["successor"] } == ["MO2603-0002"])
    #expect(done["amendment"]?["cartons"] == [["line": 1, "before": 42, "after": 55]])
    #expect(done["amendment"]?["departments"] == ["仓库", "机加车间", "成品库"])
  }

  @Test func `a person sees what it touches and says yes or no (R-112)`() throws {
    try desk.run("release 0001.1")
    let before = try BookDump(desk.place).text()
    let no = try desk.run("amend 0001.1 qty=1300 --reason x", answering: ["n"])
    #expect(no.err.contains("cartons 42 -> 55, 13 more"))
    #expect(no.err.contains("MO2603-0001 ends at 0 of 1,000"))
    #expect(no.code != 0)
    #expect(try desk.run("amend 0001.1 qty=1300 --reason x").code == 6)
    #expect(try BookDump(desk.place).text() == before)
    #expect(try desk.run("amend 0001.1 qty=1300 --reason x", answering: ["y"]).code == 0)
  }

  @Test func `without the customer's paper it is refused, and a supervisor may let it pass (R-113)`() throws {
    try desk.run("setting set gate.amend.documented on")
    let before = try BookDump(desk.place).text()
    let refused = try desk.run("amend 0001.1 qty=1300 --reason x -y")
    #expect(refused.code == 5)
    #expect(refused.err.contains("gendan attach SO2603-0001 change FILE"))
    #expect(try BookDump(desk.place).text() == before)
    #expect(try desk.run("amend 0001.1 qty=1300 --reason 电话确认 --override -y").code == 0)
    let paper = try desk.file("change.txt", "1,400 please")
    try desk.run("attach 0001 change \(paper)")
    #expect(try desk.run("amend 0001.1 qty=1400 --reason x -y").code == 0)
    #expect(try newest()?["version"] == 3)
  }

  @Test func `undo and redo take an amendment back whole (R-115)`() throws {
    try desk.run("release 0001.1")
    try desk.run("amend 0001.1 qty=1300 --reason x -y")
    #expect(try desk.run("undo").code == 0)
    #expect(try desk.json("work show MO2603-0001")["status"] == "open")
    #expect(try desk.run("redo").code == 0)
    #expect(try desk.json("work show MO2603-0002")["version"] == "v2")
    try desk.run("progress MO2603-0002 备料 5")
    let event = try desk.run("log 0001 -L 3").out
    #expect(event.contains("progress MO2603-0002"))
  }

  @Test(arguments: [
    ("amend", 64), ("amend 9999", 3), ("amend 0001 qty=5", 64), ("amend 0001.1 qty=0 --reason x -y", 64),
    ("amend 0001 qty=5 --reason x -y", 4), ("amend 0001.9 color=x --reason x -y", 3),
    ("amend 0001.1 qty=1000 --reason x -y", 5), ("amend 0001.1 qty=9999999999999 --reason x -y", 64),
    ("amend 0001 --line 1 --reason x -y", 64), ("amend 0001 --line x --reason x -y", 64),
    ("amend 0001 --line '9 qty=5' --reason x -y", 3), ("amend 0001 --line '1 nothing=5' --reason x -y", 64),
    ("amend 0001 --line '99999999999999999999 qty=5' --reason x -y", 64),
    ("amend 0001 --add FL-50 --reason x -y", 64), ("amend 0001 --add 'NONE 5' --reason x -y", 3),
    ("amend 0001 --add 'FL-50 5@-1' --reason x -y", 64), ("amend 0001 --add 'FL-50 5@' --reason x -y", 64),
    ("amend 0001 --drop x --reason x -y", 64), ("amend 0001 --drop 9 --reason x -y", 3),
    ("amend 0001 --drop 1 --drop 2 --reason x -y", 5), ("amend 0001 --drop 1 --drop 1 --reason x -y", 3),
    ("amend 0001 note=x --reason x -y", 64), ("amend 0001 terms=T/T extra --reason x -y", 64),
    ("amend 0001.1 want=4/20 --side own --reason x -y", 5),
    ("amend 0001 terms=x --side who --reason x -y", 64),
    ("amend 0001.1 carton=0 --reason x -y", 64), ("amend 0001 terms=x --remark 包装 --reason x -y", 64),
    ("amend 0001 --promise 4/20 --reason x -y", 5), ("amend 0001 terms=x --promise never --reason x -y", 64),
    ("new C-1 FL-50 5 --carton 0", 64), ("new C-1 FL-50 5 --carton x", 64),
  ])
  func `what cannot be amended is refused, and changes nothing`(line: String, code: Int32) throws {
    let before = try BookDump(desk.place).text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result.err)")
    #expect(try BookDump(desk.place).text() == before, "\(line)")
  }

  @Test func `what has left is not dropped, nor amended below (R-112)`() throws {
    try desk.run("ship 0001.1=100")
    #expect(try desk.run("amend 0001.1 qty=50 --reason x -y").code == 5)
    #expect(try desk.run("amend 0001 --drop 1 --reason x -y").code == 5)
    #expect(try desk.run("amend 0001.1 qty=500 --reason x -n").out.contains("100 have left, which stays so"))
  }

  @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
  func `its help page tells the form in three languages`(lang: String) throws {
    let page = try desk.run("help amend", lang: lang)
    #expect(page.code == 0)
    #expect(page.out.contains("--line") && page.out.contains("--add") && page.out.contains("--drop"))
    #expect(try desk.run("amend 0001.1 carton=20 --reason x -n", lang: lang).out.contains("42 -> 50"))
  }

  @Test func `its options are completed`() throws {
    let offers = try desk.run(["---complete", "fish", "gendan amend 0001 --"]).out
    for word in ["--line", "--add", "--drop"] { #expect(offers.contains(word), "\(word)") }
  }

  private struct Missing: Error {}
}
