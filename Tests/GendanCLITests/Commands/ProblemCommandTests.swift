import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Problems at the command line; a whole case is in
/// Tests/Scenarios/problem.md.
struct ProblemCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("customer add 宏达机械 --address 某路 --contact 刘工 --phone 1 --fax 2 --terms 月结")
    try desk.run("route add flange 备料/仓库/2 外协/外协部/5")
    try desk.run("product add P-88 法兰 --route flange")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3")
    try desk.run("new 宏达机械 P-88 300 --promise 2026-04-10")
    try desk.run("new 宏达机械 P-88 300 W-3 20 --promise 2026-04-10")
    return desk
  }

  @Test(arguments: [
    ("problem 0001 缺料 棒料没到", "shortage", "棒料没到"),
    ("problem add 0001 shortage no bars", "shortage", "no bars"),
    ("异常 SO2603-0001 ql 棒料没到", "shortage", "棒料没到"), ("異常 新增 0001 品質 色差", "quality", "色差"),
    ("problem ０００１ 设备 主轴坏", "machine", "主轴坏"),
  ])
  func `a problem is typed by order, kind and text (R-163)`(line: String, kind: String, text: String) throws {
    let desk = try desk()
    #expect(try desk.run(line).code == 0)
    let shown = try desk.json("problem show 0001")
    #expect(shown["kind"] == .string(kind))
    #expect(shown["text"] == .string(text))
    #expect(shown["order"] == "SO2603-0001")
    #expect(shown["state"] == "open")
  }

  @Test func `a word is the step only before a kind, even where the step is called like one`() throws {
    let desk = try desk()
    try desk.run("release 0001")
    try desk.run("problem 0001 外协 质量 镀层脱落 --qty 40")
    try desk.run("problem 0001 外协 厂家停电")
    try desk.run("problem MO2603-0001 备料 缺料 少20根")
    #expect(try desk.json("problem show 0001")["step"] == "外协")
    #expect(try desk.json("problem show 0001")["kind"] == "quality")
    #expect(try desk.json("problem show 0001")["dept"] == "外协部")
    #expect(try desk.json("problem show 0002")["step"] == .null)
    #expect(try desk.json("problem show 0002")["kind"] == "outsource")
    #expect(try desk.json("problem show 0003")["production"] == "MO2603-0001")
    #expect(try desk.records("work show MO2603-0001", "problems").count == 2)
    #expect(try desk.run("show 0001").out.split(separator: "PB2603-").count == 4)
    // Its number leads to its order.
    #expect(try desk.run("show PB2603-0001").out.contains("SO2603-0001"))
  }

  @Test func `a quantity is of one product: of the line that is named where there are several`() throws {
    let desk = try desk()
    #expect(try desk.run("problem 0002 quality scratches --qty 1.5").code == 4)
    #expect(try desk.run("problem 0002.2 quality scratches --qty 1.5").code == 0)
    #expect(try desk.json("problem show 0001")["qty"] == .decimal("1.500"))
    #expect(try desk.run("problem 0002 quality scratches").code == 0)
  }

  @Test func `production for stock has problems too`() throws {
    let desk = try desk()
    try desk.run("work stock P-88 20")
    #expect(try desk.run("problem MO2603-0001 设备 主轴坏").out.contains("MO2603-0001: "))
    #expect(try desk.run("today --all").out.contains("PB2603-0001"))
    #expect(try desk.run("show PB2603-0001").err.contains("gendan problem show PB2603-0001"))
  }

  @Test func `a block beyond the promised day says to open a delay case (R-166, R-171)`() throws {
    let desk = try desk()
    let said = try desk.run("problem 0001 缺料 棒料没到 --until 2026-04-10")
    #expect(said.code == 0)
    #expect(said.err.contains("gendan delay open SO2603-0001 TEXT"))
    #expect(try desk.run("problem 0001 缺料 棒料没到 --until 2026-04-09").err == "")
  }

  @Test func `totals are by kind or department, with days (R-183, R-188)`() throws {
    let desk = try desk()
    try desk.run("problem 0001 缺料 棒料没到 --dept 仓库")
    try desk.run("problem 0001 缺料 又没到 --dept 仓库 --severe")
    try desk.run("problem 0001 质量 色差 --dept 外协部")
    let kinds = try desk.records("problem list --by kind")
    #expect(kinds.map { $0["kind"] } == ["shortage", "quality"])
    #expect(kinds.map { $0["n"] } == [2, 1])
    #expect(kinds.first?["severe"] == 1)
    #expect(try desk.run("problem list --by dept -O csv").out.contains("仓库,2,2,1,0,0.0"))
    try desk.run("problem cause 0003 漆不对 --dept 仓库")
    try desk.run("problem close 0003")
    #expect(
      try desk.run("problem list --all --by dept -O csv", today: "2026-03-17 08:05").out.contains(
        "仓库,3,2,1,0,2.0"))
    #expect(try desk.run("problem list -O name").out.split(separator: "\n").count == 2)
    #expect(try desk.run("problem list --all --kind 质量 -O name").out == "PB2603-0003\n")
    #expect(try desk.run("problem list customer:宏达 -O name").out.split(separator: "\n").count == 2)
    #expect(try desk.run("problem list customer:华威 -O name").out == "")
  }

  @Test func `letters before the number are a setting, and clash with none`() throws {
    let desk = try desk()
    try desk.run("setting set number.problem YC")
    #expect(try desk.run("problem 0001 缺料 棒料没到").out.contains("YC2603-0001"))
    let letters = Setting.allCases.filter { $0.rawValue.hasPrefix("number.") }.map(\.standard)
    #expect(Set(letters).count == letters.count)
  }

  @Test(arguments: [
    ("problem", 0), ("problem add", 64), ("problem 0001", 64), ("problem 0001 没料 x", 64),
    ("problem 0001 缺料", 64), ("problem 0001 电镀 缺料 x", 5), ("problem 0009 缺料 x", 3),
    ("problem 0001 缺料 x --dept 没有", 3), ("problem 0001 缺料 x --qty 0", 64),
    ("problem 0001 缺料 x --until 昨天", 64),
    ("problem cause 0001 x", 3), ("problem show", 64), ("problem remedy", 64), ("problem colse 0001", 64),
    ("problem list --by customer", 64), ("problem list --kind x", 64),
  ])
  func `what is wrong is refused and changes nothing`(line: String, code: Int32) throws {
    let desk = try desk()
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result)")
    #expect(try dump.text() == before)
  }

  @Test(arguments: [
    ("problem cause 0001 x --dept 没有", 3), ("problem cause 0001 x --side nobody --dept 仓库", 64),
    ("problem cause 0001 --dept 仓库", 64), ("problem cause 0001 x", 64), ("problem done 0001", 5),
    ("problem done 0001 one", 64), ("problem until 0001 +2wd", 64), ("problem until 0001 --reason x", 64),
    ("problem escalate 0001 --to nobody", 3), ("problem escalate 0001 --to clerk", 5),
    ("problem close 0001", 5),
  ])
  func `acts on a problem say what is missing`(line: String, code: Int32) throws {
    let desk = try desk()
    try desk.run("problem 0001 缺料 棒料没到")
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result)")
    #expect(try dump.text() == before)
  }
}
