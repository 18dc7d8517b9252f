import GendanOutput
import GendanTestSupport
import Testing

/// Production orders, stock and notices at the desk.
struct WorkCommandTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.run("customer add --code C-1 宏达机械 --address a --contact b --phone 1 --fax 2 --terms 30")
    try desk.run("route add flange 备料/仓库/2 机加/机加车间/5 包装/成品库/1")
    try desk.run("product add FL-50 法兰 --unit 件 --route flange")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3 --route flange")
    try desk.run("new C-1 FL-50 1000 --promise 2026-04-10")
  }

  /// The records of a part of what a line answers.
  private func rows(_ line: String, _ part: String) throws -> [JSON] {
    guard case .array(let rows)? = try desk.json(line)[part] else { return [] }
    return rows
  }

  @Test func `stock is counted, held and freed (R-090)`() throws {
    try desk.run("stock count FL-50 420 --blocked 20")
    try desk.run("stock reserve FL-50 50 --note 展会")
    #expect(try desk.json("stock show FL-50")["free"] == 350)
    #expect(try desk.run("stock reserve 0001").code == 0)
    #expect(try desk.json("stock show FL-50")["free"] == 0)
    #expect(try rows("stock show FL-50", "reservations")[1]["order"] == "SO2603-0001")
    #expect(try desk.run("stock free 0001").code == 0)
    #expect(try desk.run("库存 释放 FL-50", lang: "zh-Hans").code == 0)
    #expect(try rows("stock show", "rows")[0]["free"] == 400)
  }

  @Test func `a quantity has the product's decimals`() throws {
    #expect(try desk.run("stock count W-3 12.345").out.contains("12.345"))
    #expect(try desk.run("stock count W-3 12.3456").code == 64)
    #expect(try desk.run("stock count FL-50 1.5").code == 64)
  }

  @Test func `the check names what nobody makes (R-148)`() throws {
    try desk.run("release 0001 --qty 600")
    let check = try desk.json("work check 0001")
    #expect(check["is_covered"] == false)
    #expect(try rows("work check 0001", "rows")[0]["uncovered"] == 400)
    try desk.run("release 0001")
    #expect(try desk.json("work check 0001")["is_covered"] == true)
  }

  @Test func `the workshop's sheet shows remarks, maker and acknowledgements (R-135, R-137, R-149)`() throws {
    try desk.run("release 0001 --maker F-03 --remark 包装=五层纸箱 --remark 仓库=先发旧料")
    try desk.run("ack 0001 --dept 成品库", today: "2026-03-16 09:05")
    let sheet = try desk.json("work show MO2603-0001")
    #expect(sheet["maker"] == "F-03")
    #expect(sheet["version"] == "v1")
    #expect(try rows("work show MO2603-0001", "notices")[2]["remark"] == "五层纸箱")
    #expect(try rows("work show MO2603-0001", "notices")[2]["minutes"] == 60)
    #expect(try rows("work show MO2603-0001", "notices")[1]["acknowledged"] == .null)
    #expect(try rows("work show MO2603-0001", "steps")[0]["step"] == "备料")
    #expect(try rows("notice --open", "rows").count == 2)
  }

  @Test func `a person acknowledges for their own department (R-139)`() throws {
    try desk.run("release 0001")
    #expect(try desk.run("ack 0001").code == 64)
    try desk.run("user add laoli 老李 --role production --dept 机加车间")
    #expect(try desk.run("ack 0001 --as laoli").out.contains("机加车间"))
    #expect(try desk.run("ack 0001 --as laoli").code == 5)
    #expect(try desk.run("ack 0001 --dept 没有").code == 3)
  }

  @Test func `holding production is the supervisor's (R-187)`() throws {
    try desk.run("release 0001")
    try desk.run("user add laoli 老李 --role production")
    #expect(try desk.run("work hold MO2603-0001 --reason x --as laoli").code == 77)
    #expect(try desk.run("work hold MO2603-0001 --reason 超差").code == 0)
    #expect(try desk.run("done 0001 备料").err.contains("超差"))
    #expect(try desk.json("work show 0001")["status"] == "held")
    #expect(try desk.run("work resume MO2603-0001").code == 0)
    #expect(try desk.run("done MO2603-0001 备料").code == 0)
  }

  @Test(arguments: [
    ("stock count FL-50", 64), ("stock count FL-50 -1", 64), ("stock count FL-50 5 --blocked 6", 64),
    ("stock count FL-50 9999999999999", 64), ("stock count NONE 5", 3), ("stock reserve 0001", 5),
    ("stock reserve 0001 5", 5), ("stock reserve FL-50 5 --note x", 5), ("stock reserve FL-50 --note x", 64),
    ("stock free 0001", 5), ("stock free FL-50", 5), ("stock free", 64), ("work check", 64),
    ("work check 9999", 3), ("work show", 64), ("work show MO9", 3), ("work stock FL-50", 64),
    ("work stock FL-50 0", 64), ("work stock NONE 5", 3), ("sign MO9", 64), ("work merge MO9 MO8", 3),
    ("work merge", 64), ("work reissue MO9 --reason x", 3), ("work reissue MO9", 64),
    ("work cancel MO9", 64), ("work hold MO9", 64), ("work resume MO9", 3), ("ack", 64),
    ("ack 0001 --dept x", 3),
    ("release 0001 --remark 包装", 64), ("release 0001 --remark 没有=x", 3), ("notice list 9999", 3),
    ("notice --dept 没有", 3),
  ])
  func `what cannot be done is refused, and changes nothing`(line: String, code: Int32) throws {
    let before = try BookDump(desk.place).text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result.err)")
    #expect(try BookDump(desk.place).text() == before, "\(line)")
  }
}
