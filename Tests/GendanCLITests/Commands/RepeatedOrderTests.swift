import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// An order taken again as another was.
struct RepeatedOrderTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("product add CH-1 机箱 --unit 套")
    try desk.run(
      "new C-1 FL-50 300 --price 36.5 --discount 5 --goods-color 红 --spec DN50 --require 彩盒 --carton 24 --cur USD --kind export --carrier 顺丰 --terms 现结 --po HD-1 --want 2026-04-30 --note 急"
    )
  }

  private func lines(_ no: String) throws -> [JSON] { try desk.desk.records("list no:\(no) --lines") }

  @Test func `goods, price, make-up and terms are those of the other order, days and numbers are not`() throws
  {
    let result = try desk.desk.run("new --like 0002 --want 2026-05-29", lang: "zh-Hans")
    #expect(result.code == 0 && result.out.contains("法兰 300"), "\(result)")
    let before = try #require(try lines("0002").first)
    let row = try #require(try lines("0003").first)
    #expect(
      row["price"] == "36.50" && row["currency"] == "USD" && row["color"] == "红" && row["spec"] == "DN50")
    #expect(
      row["kind"] == "export" && row["carrier"] == "顺丰"
        && row["amount"] == before["amount"])
    #expect(
      row["po"] == .null && row["note"] == .null && row["want"] == "2026-05-29" && row["promise"] == .null)
    let page = try desk.desk.run("show 0003", width: 120).out + desk.desk.run("sheet 0003").out
    #expect(page.contains("24") && page.contains("现结"), "\(page)")
  }

  @Test func `what is typed counts first`() throws {
    try desk.run("new --like 0002 120 --price 30 --goods-color 蓝 --terms 月结30天")
    let row = try #require(try lines("0003").first)
    #expect(row["qty"] == 120 && row["price"] == "30.00" && row["color"] == "蓝" && row["spec"] == "DN50")
    // Other goods of the same customer: the terms alone.
    try desk.run("new C-1 CH-1 5 --like 0002")
    let other = try #require(try lines("0004").first)
    #expect(
      other["qty"] == 5 && other["price"] == .null && other["currency"] == "USD" && other["color"] == .null)
  }

  @Test func `an order of several lines is taken whole, and its parts are one delivery`() throws {
    try desk.run("line add 0002 CH-1 7@3 --want 2026-05-06")
    try desk.run("split 0002.1 100=2026-05-06 200=2026-05-20 --wanted")
    let refused = try desk.desk.run("new --like 0002 50")
    #expect(refused.code == 64 && refused.err.contains("2 lines"), "\(refused)")
    try desk.run("new --like 0002")
    #expect(try lines("0003").map { $0["qty"] } == [300, 7])
    #expect(try lines("0003").map { $0["price"] } == ["36.50", "3.00"])
  }

  @Test(arguments: [
    ("new --like 9999", 3), ("new --like 0002.1", 64), ("new --like 0002 --quote Q2603-0001", 64),
    ("new --like 0002 many", 64), ("new --like 0002 C-1 FL-50", 64),
  ])
  func `what cannot be is refused and changes nothing`(line: String, code: Int32) throws {
    let before = try desk.dump.text()
    #expect(try desk.desk.run(line).code == code)
    #expect(try desk.dump.text() == before)
  }
}
