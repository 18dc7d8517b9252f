import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Shipments listed, shown and on paper.
struct ShipmentCommandTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("new C-1 FL-50 40 --price 10 --want 2026-05-20 --po HD-2")
    try desk.run("split 0001 40=2026-04-30 60=2026-05-15 --cause shortage")
    try desk.run("ship 0001.1.2=25 0002=40 --carrier 顺丰 --no SF1 --note 易碎", today: "2026-03-12 08:05")
  }

  @Test func `what is on its way is listed until it has arrived, by its delivery`() throws {
    let rows = try desk.desk.records("ship list")
    #expect(rows.map { $0["no"] } == ["SO2603-0001", "SO2603-0002"], "\(rows)")
    #expect(rows.map { $0["qty"] } == [25, 40] && rows.map { $0["part"] } == [2, 1], "\(rows)")
    #expect(rows.first?["waits"] == 2 && rows.first?["tracking"] == "SF1")
    #expect(try desk.desk.run("shipment list", width: 120).out.contains("1.2"))
    try desk.run("arrive 0001 --short 2 --by 王经理")
    #expect(try desk.desk.records("ship list").map { $0["no"] } == ["SO2603-0002"])
    let all = try desk.desk.records("ship list --all")
    #expect(all.count == 2 && all.first?["arrived"] == "2026-03-16" && all.first?["short"] == 2, "\(all)")
    #expect(try desk.desk.records("ship list -p 2026-03 po:HD-2").count == 1)
    #expect(try desk.desk.records("ship list -p lastmonth").isEmpty)
    #expect(try desk.desk.records("ship list --all -L 1").count == 1)
    #expect(try desk.desk.run("发货 列表", lang: "zh-Hans").out.contains("送货单"))
    // The next command takes a row of it.
    try desk.desk.run("ship list")
    #expect(try desk.desk.run("show 1").out.contains("SO2603-0002"))
  }

  @Test func `a shipment is shown with its goods and to whom they go`() throws {
    let card = try desk.desk.json("ship show D2603-0001")
    #expect(card["customer"] == "宏达机械" && card["note"] == "易碎" && card["arrived"] == .null, "\(card)")
    #expect(card["goods"].items.map { $0["qty"] } == [25, 40])
    #expect(try desk.desk.run("ship show 0001").out.contains("D2603-0001"))
    #expect(try desk.desk.run("ship show D2603-0009").code == 3)
    #expect(try desk.desk.run("ship show").code == 64)
  }

  @Test func `what is short of several lines is asked for by line, and more paid than is open is told`()
    throws
  {
    let unclear = try desk.desk.run("arrive D2603-0001 --short 2")
    #expect(
      unclear.code == 4 && unclear.err.contains("gendan arrive SO2603-0001.1.2 --short 2"), "\(unclear)")
    try desk.run("arrive SO2603-0001.1.2 --short 2")
    #expect(try desk.desk.records("ship list --all").map { $0["short"] } == [2, .null])
    #expect(try desk.desk.run("arrive D2603-0001 --damaged 1").code == 0)
    #expect(try !desk.desk.run("pay 0001 1000").err.contains("more than"))
    #expect(try desk.desk.run("pay 0001 50").err.contains("50.00 more than it costs"))
  }

  @Test func `a delivery note has no price, and places to sign`() throws {
    let page = try desk.desk.run("ship print D2603-0001", lang: "zh-Hans").out
    #expect(page.hasPrefix("送货单  D2603-0001"), "\(page)")
    #expect(page.contains("HD-2") && page.contains("收货人签字") && page.contains("SF1"))
    #expect(!page.contains("10.00") && !page.contains("400"))
    #expect(try desk.desk.run("ship print D2603-0001 -O html").out.contains("<html"))
  }

  @Test func `one payment is spread over open orders, the oldest first`() throws {
    let paid = try desk.desk.run("pay 宏达 1200 --spread --method 电汇", lang: "zh-Hans")
    #expect(paid.code == 0, "\(paid)")
    #expect(paid.out.contains("SO2603-0001 宏达机械: 收款 P2603-0001 1,000.00 CNY, 结清, 待财务确认"))
    #expect(paid.out.contains("SO2603-0002 宏达机械: 收款 P2603-0002 200.00 CNY, 还欠 200.00"))
    let listed = try desk.desk.records("pay list").map { $0["amount"] }
    #expect(listed.count == 2 && listed.contains("1000.00") && listed.contains("200.00"), "\(listed)")
    let before = try desk.dump.text()
    let more = try desk.desk.run("pay C-1 200.01 --spread")
    #expect(more.code == 5 && more.err.contains("leave 200.00 CNY open, not 200.01"), "\(more)")
    for line in [
      "pay C-1 --spread", "pay C-1 abc --spread", "pay 0001 5 --cur USD", "pay C-1 -- -5 --spread",
    ] {
      #expect(try desk.desk.run(line).code == 64, "\(line)")
    }
    #expect(try desk.desk.run("pay 没有 5 --spread").code == 3)
    #expect(try desk.dump.text() == before)
    // It counts once finance has found it.
    #expect(try desk.desk.records("list is:unpaid").count == 2)
    try desk.run("pay confirm P2603-0001 --as sunli")
    #expect(try desk.desk.records("list is:未付").map { $0["no"] } == ["SO2603-0002"])
    try desk.run("undo --as sunli")
    try desk.run("undo")
    #expect(try desk.desk.records("pay list").isEmpty)
    try desk.run("new C-1 FL-50 1 --price 9 --cur USD --want 2026-05-20")
    let several = try desk.desk.run("pay C-1 9 --spread")
    #expect(several.code == 4 && several.err.contains("--cur CNY"), "\(several)")
    #expect(try desk.desk.run("pay C-1 9 --spread --cur usd").out.contains("9.00 USD, settled, waits"))
  }
}
