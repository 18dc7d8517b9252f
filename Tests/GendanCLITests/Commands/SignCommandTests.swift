import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// One verb signs whatever a number names: orders, quotes, production for stock.
struct SignCommandTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    for line in [
      "signer add order finance", "signer add quote finance", "signer add production gm", RuleDesk.quote,
      "work stock FL-50 20",
      "setting set gate.release.stock-signed on", "submit 0001", "quote submit 0001",
    ] { try desk.run(line) }
  }

  private func echo(_ line: String) throws -> String { try desk.desk.run(line).out }

  @Test func `several kinds are signed in one line (R-038, R-097)`() throws {
    let out = try echo("sign 0001 Q2603-0001 --as sunli")
    #expect(out.contains("SO2603-0001 宏达机械: signed as finance; approved\n"))
    #expect(out.contains("Q2603-0001 宏达机械: signed as finance; approved.  undo: gendan undo"))
    #expect(
      try echo("review sign mo2603-0001 --as linzong").contains("MO2603-0001: signed as general manager"))
    #expect(try desk.desk.json("unsigned")["count"] == 0)
  }

  @Test func `the list of what is unsigned has them all, and its rows are signed (R-096)`() throws {
    guard case .array(let rows)? = try desk.desk.json("unsigned")["rows"] else { return }
    #expect(rows.compactMap { $0["no"] } == ["SO2603-0001", "Q2603-0001", "MO2603-0001"])
    #expect(rows.compactMap { $0["next"] } == [["finance"], ["finance"], ["gm"]])
    try desk.desk.run("unsigned")
    try desk.run("sign 1-2 --as sunli")
    #expect(try desk.desk.json("unsigned --mine --as linzong")["count"] == 1)
  }

  @Test func `what waits is told by department and by how long it has`() throws {
    func count(_ line: String, _ today: String = RuleDesk.now) throws -> JSON? {
      try JSON.parse(desk.type(line, today: today).out)["count"]
    }
    try desk.run("dept add 财务部")
    try desk.run("user set sunli dept=财务部")
    #expect(try count("unsigned --dept 财务部") == 2)
    #expect(try count("unsigned --dept 仓库") == 0)
    #expect(try count("unsigned --waiting 1wd") == 0)
    #expect(try count("unsigned --waiting 1wd", "2026-03-17 08:00") == 3)
    #expect(try count("unsigned --waiting 30小时", "2026-03-17 08:00") == 0)
    #expect(try count("unsigned --waiting 20h", "2026-03-17 08:00") == 3)
    #expect(try count("unsigned --waiting 2天", "2026-03-18 08:00") == 3)
    for line in ["unsigned --waiting soon", "unsigned --waiting 3x", "unsigned --waiting wd"] {
      #expect(try desk.desk.run(line).code == 64, "\(line)")
    }
    #expect(try desk.desk.run("unsigned --dept 没有").code == 3)
  }

  @Test func `production for stock is sent back, and written anew (R-105, R-109)`() throws {
    #expect(
      try echo("reject MO2603-0001 --reason 库存够用 --as linzong").contains("sent back by general manager: 库存够用")
    )
    #expect(try desk.desk.json("work show MO2603-0001")["status"] == "returned")
    let refused = try desk.desk.run("progress MO2603-0001 备料 20")
    #expect(refused.code == 5)
    #expect(refused.err.contains("gendan work reissue MO2603-0001 --reason TEXT"))
    #expect(try desk.desk.run("sign MO2603-0001 --as linzong").code == 5)
    try desk.run("work reissue MO2603-0001 10 --reason 减量")
    try desk.run("sign MO2603-0002 --as linzong")
    try desk.run("progress MO2603-0002 备料 10")
  }

  @Test func `production for an order goes with its order's signatures`() throws {
    try desk.run("sign 0001 --as sunli")
    try desk.run("release 0001")
    #expect(try desk.desk.run("sign MO2603-0002 --as sunli").err.contains("SO2603-0001 is approved"))
  }

  @Test(arguments: [
    ("sign", 64), ("sign nonsense", 64), ("sign 9999", 3), ("sign 0001", 77), ("sign 0001 --role boss", 64),
    ("sign Q2603-0001 --as linzong", 77), ("sign MO2603-0001 --as sunli", 77), ("reject 0001 --as sunli", 64),
    ("reject MO2603-0001 --reason x", 77), ("sign 0001 MO2603-0001 --as sunli", 77),
    ("work sign MO2603-0001", 64), ("quote reject Q2603-0001 --reason x", 64),
  ])
  func `what may not be signed is refused, and nothing of the line is done`(line: String, code: Int32) throws
  {
    let before = try desk.dump.text()
    let refused = try desk.type(line)
    #expect(refused.code == code, "\(line): \(refused)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `what is over is not signed any more (R-086)`() throws {
    try desk.run("cancel 0001 --reason 撤单 --yes")
    try desk.run("quote lost 0001 --reason 价格")
    try desk.run("work cancel MO2603-0001 --reason 不备了")
    for line in ["sign 0001 --as sunli", "sign Q2603-0001 --as sunli", "sign MO2603-0001 --as linzong"] {
      #expect(try desk.type(line).code == 5, "\(line)")
    }
  }

  @Test func `what a refusal tells to try of stock production works`() throws {
    try desk.run("sign MO2603-0001 --as linzong")
    for line in [
      "progress MO2603-0001 喷涂 1", "work resume MO2603-0001", "sign MO2603-0001 --as linzong",
      "show MO2603-0001", "show Q2603-0001",
    ] {
      guard case .array(let tries)? = try JSON.parse(desk.type(line).err)["error"]?["try"],
        case .string(let first)? = tries.first
      else {
        Issue.record("nothing to try: \(line)")
        continue
      }
      #expect(try desk.desk.run(String(first.dropFirst(7))).code == 0, "\(line): \(first)")
    }
  }

  @Test func `numbers begin with the letters that the book has settled`() throws {
    for (key, letters) in [("quote", "BJ"), ("sample", "YP"), ("payment", "SK"), ("enquiry", "XP")] {
      try desk.run("setting set number.\(key) \(letters)")
    }
    #expect(try echo(RuleDesk.quote).contains("BJ2603-0001"))
    #expect(try echo("sample add 0001").contains("YP2603-0001"))
    #expect(try echo("pay 0001 5").contains("SK2603-0001"))
    #expect(try echo("enquiry add C-1 法兰").contains("XP2603-0001"))
    try desk.run("quote submit BJ2603-0001")
    try desk.run("sign BJ2603-0001 --as sunli")
    #expect(try desk.type("setting set number.quote 报价").code == 64)
  }
}
