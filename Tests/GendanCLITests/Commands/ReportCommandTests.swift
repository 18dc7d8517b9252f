import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// The day's, ten days' and month's reports over one small book, figure by figure.
struct ReportCommandTests {
  /// Two customers, two currencies, one shipment, one payment, one moved promise.
  private func shop() throws -> RuleDesk {
    let desk = try RuleDesk()
    for line in [
      "customer add --code C-2 Acme --address b --contact d --phone 3 --fax 4 --terms 月结30天 --currency EUR",
      "customer set C-1 region=华东",
      "new C-2 FL-50 20 --price 5.55 --promise 2026-03-18",
      "release 0001", "progress 0001 备料 40", "ship 0001=30 --carrier 顺丰",
      "pay 0001 300", "payment confirm P2603-0001 300 --as sunli",
      "promise 0002 2026-03-20 --cause shortage --told Smith",
    ] { try desk.run(line) }
    return desk
  }

  private func section(_ id: String, _ line: String, _ desk: RuleDesk) throws -> [JSON] {
    guard case .array(let sections)? = try desk.desk.json(line)["sections"],
      case .array(let rows)? = sections.first(where: { $0["id"] == .string(id) })?["rows"]
    else { return [] }
    return rows
  }

  @Test func `R-392 the day's report has orders, shipments, money and moved promises by currency`() throws {
    let desk = try shop()
    let totals = try section("totals", "report daily", desk)
    #expect(totals.map { $0["currency"] } == ["CNY", "EUR"])
    #expect(totals.map { $0["orders"] } == [1, 1])
    #expect(totals.map { $0["ordered"] } == ["1000.00", "111.00"])
    #expect(totals.map { $0["shipped"] } == ["300.00", "0.00"])
    #expect(totals.map { $0["received"] } == ["300.00", "0.00"])
    #expect(try section("shipments", "report daily", desk).map { $0["carrier"] } == ["顺丰"])
    #expect(try section("receipts", "report daily", desk).map { $0["amount"] } == ["300.00"])
    let slips = try section("slips", "report daily", desk)
    #expect(slips.map { $0["days"] } == [2])
    #expect(slips.map { $0["cause"] } == ["shortage"])
    #expect(try section("orders", "report daily --date 2026-03-15", desk).isEmpty)
    #expect(try desk.desk.run("report daily --remark 展会").out.contains("Remarks: 展会"))
    #expect(try desk.desk.run("报表 日报", lang: "zh-Hans").out.contains("日报表  2026-03-16 周一"))
    #expect(try desk.desk.run("report daily", lang: "zh-Hant").out.contains("日報表  2026-03-16 週一"))
  }

  @Test func `R-391 the list of sales has each line of the day, R-405 or sums by region and product`() throws
  {
    let desk = try shop()
    let lines = try desk.desk.records("report sales --day")
    #expect(lines.map { $0["amount"] } == ["111.00", "1000.00"])
    #expect(lines.map { $0["price"] } == ["5.55", "10.00"])
    let regions = try desk.desk.records("report sales --by region -p month")
    #expect(regions.map { $0["region"] } == [.null, "华东"])
    #expect(regions.map { $0["ordered"] } == ["111.00", "1000.00"])
    let products = try desk.desk.records("report sales --by product -p month")
    #expect(products.map { $0["shipped_qty"] } == [.integer(30), .null])
    // A payment is of no product.
    #expect(products.map { $0["received"] } == [.null, .null])
    #expect(try desk.desk.run("report sales --by colour").code == 64)
    #expect(
      try desk.desk.records("report sales --by region -p month -s -ordered").map { $0["ordered"] } == [
        "1000.00", "111.00",
      ])
    #expect(try desk.desk.run("report sales --by region -s nothing").code == 64)
    #expect(try desk.desk.records("report sales --by customer -p month -L 1").count == 1)
  }

  @Test func `R-393 the ten-day report takes the third of a month that was typed`() throws {
    let desk = try shop()
    #expect(try desk.desk.run("report tenday").out.contains("2026-03-11..2026-03-20"))
    #expect(try desk.desk.run("report tenday -p 2026-02-3").out.contains("2026-02-21..2026-02-28"))
    #expect(try desk.desk.records("report tenday").map { $0["customer"] } == ["Acme", "宏达机械"])
    #expect(try desk.desk.records("report tenday -p 2026-03-1").isEmpty)
  }

  @Test func `R-394 the month's summary has the year to date, R-395 and goes to finance, audit and archive`()
    throws
  {
    let desk = try shop()
    let rows = try desk.desk.records("report monthly")
    #expect(rows.map { $0["ordered"] } == ["111.00", "1000.00"])
    #expect(rows.map { $0["year_ordered"] } == ["111.00", "1000.00"])
    #expect(rows.map { $0["receivable"] } == ["0.00", "0.00"])
    #expect(
      try desk.desk.records("report monthly --month 2026-04").map { $0["year_ordered"] } == [
        "111.00", "1000.00",
      ])
    #expect(try desk.desk.run("report monthly", today: "2026-04-02 09:00").out.contains("2026-04"))
    let march = "report monthly --month 2026-03"
    #expect(
      try desk.desk.run(march, today: "2026-04-02 09:00").out.contains("to finance by 2026-04-03, 1 d left"))
    #expect(try desk.desk.run(march, today: "2026-04-04 09:00").out.contains("not submitted, 1 d late"))
    // Each act needs the one before, and finance's is finance's.
    #expect(try desk.desk.run(march + " --audit --as sunli").code == 5)
    try desk.run(march + " --made")
    try desk.run(march + " --submit", today: "2026-04-02 09:00")
    #expect(try desk.desk.run(march + " --submit").code == 5)
    #expect(try desk.desk.json(march)["state"] == "submitted")
    #expect(try desk.desk.run(march + " --audit --as lijia").code != 0)
    // What changes afterwards is told.
    #expect(!(try desk.desk.run(march).out.contains("figures changed")))
    try desk.run("ship 0001=10")
    #expect(try desk.desk.run(march).out.contains("figures changed since then"))
    try desk.run(march + " --audit --as sunli", today: "2026-04-06 09:00")
    try desk.run(march + " --archive", today: "2026-04-06 10:00")
    #expect(try desk.desk.json(march)["state"] == "archived")
    #expect(try desk.desk.run("report monthly --month 2026-05 --submit").code == 5)
  }

  @Test func `R-390 a day's progress says what the plan wanted, and the leader marks it as reviewed`() throws
  {
    let desk = try shop()
    let rows = try desk.desk.records("report daily-progress")
    #expect(rows.map { $0["step"] } == ["备料"])
    // Two working days for 100 pieces: by the first day's end half of them.
    #expect(rows.map { $0["planned"] } == [.integer(50)])
    #expect(rows.map { $0["done"] } == [.integer(40)])
    #expect(rows.map { $0["percent"] } == [40])
    #expect(try desk.desk.run("report daily-progress --check").code == 8)
    #expect(try desk.desk.json("report daily-progress")["reviewed_by"] == .null)
    try desk.run("report review --note 明天补 --as zhaolei")
    #expect(try desk.desk.json("report daily-progress")["reviewed_by"] == "赵磊")
    #expect(try desk.desk.run("report daily-progress").out.contains("明天补"))
    try desk.run("progress 0001 备料 10")
    #expect(try desk.desk.run("report daily-progress --check").code == 0)
    #expect(try desk.desk.records("report daily-progress --dept 仓库").count == 1)
    #expect(try desk.desk.records("report daily-progress --date 2026-03-13").isEmpty)
  }

  @Test func `R-389 progress is told by customer and product to those who lead or sell`() throws {
    let desk = try shop()
    let rows = try desk.desk.records("report progress --for gm")
    #expect(rows.map { $0["customer"] } == ["Acme", "宏达机械"])
    #expect(rows.map { $0["done"] } == [.integer(0), .integer(30)])
    #expect(rows.map { $0["percent"] } == [0, 30])
    #expect(try desk.desk.records("report progress 客户:宏达").count == 1)
    #expect(try desk.desk.run("report progress --for gm", lang: "zh-Hans").out.contains("呈 总经理"))
    #expect(try desk.desk.run("report progress --for nobody").code == 3)
  }

  @Test func `R-172 what is due within days says how far it is and what stands in the way`() throws {
    let desk = try shop()
    #expect(try desk.desk.records("report near-due").isEmpty)
    #expect(try desk.desk.run("report near-due --check").code == 0)
    try desk.run("problem 0002 shortage 棒料没到")
    let rows = try desk.desk.records("report near-due --days 4")
    #expect(rows.map { $0["days"] } == [4])
    #expect(rows.map { $0["percent"] } == [0])
    #expect(rows.first?["obstacle"]?["text"] == "棒料没到")
    #expect(try desk.desk.run("report near-due --days 4 --check -q").code == 8)
  }

  @Test func `R-282 what is still to leave today, R-285 and on the next working day`() throws {
    let desk = try shop()
    #expect(try desk.desk.records("report noon").isEmpty)
    #expect(try desk.desk.run("report noon --check", today: "2026-03-20 11:30").code == 8)
    // Friday's page of the next day holds the rest days too.
    try desk.run("promise 0002 2026-03-21 --cause customer --told Smith")
    let next = try desk.desk.records("report nextday --today 2026-03-20")
    #expect(next.map { $0["leave"] } == ["2026-03-21"])
    #expect(next.map { $0["qty"] } == [.integer(20)])
    #expect(next.map { $0["address"] } == ["b"])
    // Goods that mean the arrival leave earlier.
    try desk.run("customer set C-2 date-meaning=arrived transit=3")
    #expect(try desk.desk.records("report noon --today 2026-03-18").map { $0["leave"] } == ["2026-03-18"])
    #expect(try desk.desk.run("report nextday --check -q --today 2026-03-17").code == 8)
  }

  @Test func `R-439 the key figures stand beside last month's`() throws {
    let desk = try shop()
    let rows = try desk.desk.records("report kpi --month 2026-03 --today 2026-03-31")
    func figure(_ measure: String) -> [JSON?] {
      let row = rows.first { $0["measure"] == .string(measure) }
      return [row?["n"], row?["of"]]
    }
    #expect(figure("on-time-first") == [0, 1])
    #expect(figure("moved") == [1, .null])
    #expect(figure("cancelled") == [0, 2])
    #expect(rows.allSatisfy { $0["last_n"] == 0 })
    #expect(rows.count == KeyFigures.Measure.allCases.count)
  }

  @Test func `the board has what is in hand by group, each currency apart`() throws {
    let desk = try shop()
    let rows = try desk.desk.records("board --by customer --today 2026-03-23")
    #expect(rows.map { $0["group"] } == ["Acme", "宏达机械"])
    #expect(
      rows.map { $0["worth"] } == [
        [["amount": "111.00", "currency": "EUR"]], [["amount": "700.00", "currency": "CNY"]],
      ])
    #expect(try desk.desk.run("board -O csv").out.contains("700.00 CNY 111.00 EUR"))
    // Without a forecast nobody knows what is at risk.
    #expect(rows.map { $0["at_risk"] } == [.null, .null])
    try desk.run("forecast run", today: "2026-03-23 09:00")
    let board = try desk.desk.records("board --by customer --today 2026-03-23")
    // What is late stands among the late, and there alone.
    #expect(board.map { $0["overdue"] } == [1, 0] && board.first?["at_risk"] == 0, "\(board)")
    #expect(rows.map { $0["overdue"] } == [1, 0])
    #expect(try desk.desk.run("board").out.contains("700.00 CNY  111.00 EUR"))
    #expect(try desk.desk.run("在手 --by 颜色").code == 64)
  }

  @Test func `promises that moved are counted by cause`() throws {
    let desk = try shop()
    try desk.run("promise 0002 2026-03-25 --cause customer --told Smith", today: "2026-03-17 09:00")
    #expect(try desk.desk.records("report slips").map { $0["days"] } == [2, 5])
    let causes = try desk.desk.records("report slips --by cause")
    #expect(causes.map { $0["cause"] } == ["customer", "shortage"])
    #expect(causes.map { $0["mean"] } == [.decimal("5.0"), .decimal("2.0")])
    #expect(try desk.desk.records("report slips -p lastmonth").isEmpty)
  }

  @Test func `a saved report is a report with its filter, columns, order and title`() throws {
    let desk = try shop()
    try desk.run("report save 周报 sales -p month --by customer -c customer,ordered -s -ordered --title 每周销售")
    let page = try desk.desk.run("report 周报")
    #expect(page.out.hasPrefix("每周销售\n"))
    let lines = page.out.split(separator: "\n").map(String.init)
    let (first, second) = (lines.firstIndex { $0.contains("宏达机械") }, lines.firstIndex { $0.contains("Acme") })
    #expect(try #require(first) < #require(second))
    #expect(!page.out.contains("CNY"))
    #expect(
      try desk.desk.run("report show 周报 -O csv").out == "customer,ordered\r\n宏达机械,1000.00\r\nAcme,111.00\r\n")
    #expect(
      try desk.desk.run("print 周报 -O csv -o -").out == "customer,ordered\r\n宏达机械,1000.00\r\nAcme,111.00\r\n")
    // What is typed last counts.
    #expect(try desk.desk.run("report 周报 -s customer -O csv").out.hasPrefix("customer,ordered\r\nAcme"))
    #expect(try desk.desk.records("report list").contains { $0["name"] == "周报" && $0["by"] == "陈婷" })
    #expect(try desk.desk.run("report save 周报 overdue").code == 5)
    #expect(try desk.desk.run("report save 日报 overdue").code == 5)
    #expect(try desk.desk.run("report save 坏 ship 0001").code == 64)
    #expect(try desk.desk.run("report save 坏 monthly --submit").code == 64)
    #expect(try desk.desk.run("report save 坏 overdue --nonsense").code == 64)
    let missing = try desk.desk.run("report 周抱")
    #expect(missing.code == 3)
    #expect(missing.err.contains("周报"))
    try desk.run("report save 要紧 near-due --days 4")
    #expect(try desk.desk.run("report 要紧 --check -q").code == 8)
    try desk.run("report rm 周报")
    #expect(try desk.desk.run("report 周报").code == 3)
    #expect(try desk.desk.run("report rm 周报").code == 3)
  }
}
