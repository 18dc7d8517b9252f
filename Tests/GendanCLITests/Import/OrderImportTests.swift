import Gendan
import GendanOutput
import Testing

@testable import GendanCLI

/// Orders: a row a delivery.
struct OrderImportTests {
  let bench: ImportBench

  init() throws { bench = try ImportBench() }

  private let march = """
    no,客户,客户单号,接单日期,产品,数量,单价,折扣,要求交期,答复交期,备注
    SO-1,宏达机械,HD-331,2026-03-02,P1,200,36.5,5%,2026/3/28,2026-03-27,唛头
    SO-1,宏达机械,HD-331,2026-03-02,P2,"1,200.50",2,,2026.3.28,2026-03-27,唛头
    SO-2,AC01,,2026-03-03,P1,60,,0.1,20260401,,
    """

  @Test func `New orders come in with lines, promises and figures`() throws {
    let code = try bench.run("import", bench.file("三月.csv", march), "--yes")
    #expect(code == .ok)
    #expect(bench.output == "三月.csv: orders, 3 new, 0 changed, 0 same.  undo: gendan undo\n")
    let dump = try bench.dump()
    #expect(dump["orders"]?.count == 2)
    #expect(
      dump["order_lines"] == [
        "1|1|1|1|365000|500|0|0|-|-|-|-|-|-|-|0", "2|1|2|2|20000|0|0|0|-|-|-|-|-|-|-|0",
        "3|2|1|1|-|1000|0|0|-|-|-|-|-|-|-|0",
      ])
    #expect(
      dump["schedules"] == [
        "1|1|1|1|200|2026-03-28|2026-03-27|2026-03-27|1|0|0|-|1|2026-03-27",
        "2|1|2|1|120050|2026-03-28|2026-03-27|2026-03-27|1|0|0|-|1|2026-03-27",
        "3|2|3|1|60|2026-04-01|-|-|0|0|0|-|1|2026-04-01",
      ])
    #expect(try bench.read { try Order.numbered("SO-1", in: $0.db)?.customerPO } == "HD-331")
  }

  @Test func `The same file again changes nothing`() throws {
    let path = try bench.file("三月.csv", march)
    try bench.run("import", path, "--yes")
    let before = try bench.dump()
    let events = try bench.read { try Journal.newest(in: $0) }
    #expect(try bench.run("import", path, "--yes") == .ok)
    #expect(bench.output == "三月.csv: orders, 0 new, 0 changed, 3 same (nothing changed)\n")
    #expect(try bench.dump() == before)
    #expect(try bench.read { try Journal.newest(in: $0) } == events)
  }

  @Test func `A dry run shows the preview and leaves the book as it was`() throws {
    let before = try bench.dump()
    #expect(try bench.run("import", bench.file("三月.csv", march), "--dry-run") == .ok)
    #expect(
      bench.output == """
        三月.csv  orders  3 rows
          columns  No<-A no   Customer<-B 客户   PO<-C 客户单号   Ordered<-D 接单日期   Product<-E 产品   Qty<-F 数量   \
        Price<-G 单价   Discount<-H 折扣   Wanted<-I 要求交期   Promise<-J 答复交期   Note<-K 备注
        new 3   changed 0   same 0   bad 0 (dry run, not saved)

        """)
    #expect(try bench.dump() == before)
  }

  @Test func `Undo takes the whole file back`() throws {
    let before = try bench.dump()
    let again = march.replacing("HD-331", with: "HD-332")
    try bench.run("import", bench.file("a.csv", march), "--yes")
    #expect(try bench.dump() != before)
    try bench.run("undo")
    #expect(try bench.dump() == before)
    #expect(try bench.run("import", bench.file("b.csv", again), "--yes") == .ok)
  }

  @Test func `What a file says otherwise is changed and told`() throws {
    try bench.run("import", bench.file("a.csv", march), "--yes")
    let later = march.replacing("200,36.5,5%,2026/3/28", with: "260,36.2,5%,2026/3/20")
    #expect(try bench.run("import", bench.file("b.csv", later), "--dry-run") == .ok)
    #expect(bench.output.contains("new 0   changed 1   same 2   bad 0"))
    #expect(bench.output.contains("  changed  SO-1  Qty 200 -> 260\n  changed  SO-1  Price 36.50 -> 36.20\n"))
    #expect(bench.output.contains("  changed  SO-1  Wanted 2026-03-28 -> 2026-03-20 (8 d earlier)"))
    try bench.run("import", bench.file("b.csv", later), "--yes")
    #expect(bench.output == "b.csv: orders, 0 new, 1 changed, 2 same.  undo: gendan undo\n")
    let schedules = try bench.dump()["schedules"]
    #expect(schedules?.first == "1|1|1|1|260|2026-03-20|2026-03-27|2026-03-27|1|0|0|-|1|2026-03-27")
  }

  @Test func `A promise that stands moves only with its cause`() throws {
    try bench.run("import", bench.file("a.csv", march), "--yes")
    let later = march.replacing("2026/3/28,2026-03-27", with: "2026/3/28,2026-03-31")
    let path = try bench.file("b.csv", later)
    #expect(try bench.run("import", path, "--yes") == .data)
    #expect(bench.trouble.contains("\"2026-03-31\"   promised 2026-03-27: give --cause"))
    #expect(try bench.run("import", path, "--yes", "--cause", "shortage") == .ok)
    let dump = try bench.dump()
    #expect(dump["schedules"]?.first == "1|1|1|1|200|2026-03-28|2026-03-27|2026-03-31|2|0|0|-|1|2026-03-31")
    #expect(dump["promises"]?.last?.contains("|2026-03-31|shortage|") == true)
    // What the first file promised is in the ledger: it is no news.
    #expect(try bench.run("import", bench.file("a.csv", march), "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 3 same"))
  }

  @Test func `A file that grows adds its new rows`() throws {
    try bench.run("import", bench.file("a.csv", march), "--yes")
    let more = march + "\nSO-2,AC01,,2026-03-03,P2,5.25,,,20260401,,\nSO-3,AC01,,2026-03-04,P1,1,,,,,\n"
    #expect(try bench.run("import", bench.file("a.csv", more), "--yes") == .ok)
    #expect(bench.output == "a.csv: orders, 2 new, 0 changed, 3 same.  undo: gendan undo\n")
    let dump = try bench.dump()
    #expect(dump["order_lines"]?.last == "5|2|2|2|-|0|0|0|-|-|-|-|-|-|-|0")
    #expect(dump["schedules"]?.last?.hasPrefix("5|2|5|1|525|") == true)
  }

  @Test func `History closes an order with its last shipment`() throws {
    let history = """
      no,customer,ordered,want,product,qty,shipped,status
      10248,AC01,1996-07-04,1996-08-01,P1,12,1996-07-16,Shipped
      10248,AC01,1996-07-04,1996-08-01,P2,1.5,1996-07-18,Shipped
      10249,AC01,1996-07-05,1996-08-16,P1,9,,Cancelled
      10250,AC01,1996-07-05,1996-08-16,P1,9,,On Hold
      10251,AC01,1996-07-05,1996-08-16,P1,9,,In Process
      """
    let path = try bench.file("history.csv", history)
    #expect(try bench.run("import", path, "--yes") == .ok)
    let dump = try bench.dump()
    let orders = try bench.read { reading in
      try ["10248", "10249", "10250", "10251"].compactMap { try Order.numbered($0, in: reading.db) }
    }
    #expect(orders.map(\.closedOn) == [Day("1996-07-18"), nil, nil, nil])
    #expect(orders.map(\.isCancelled) == [false, true, false, false])
    #expect(orders.map(\.isHeld) == [false, false, true, false])
    #expect(
      dump["shipments"]?.map { $0.split(separator: "|").dropFirst().prefix(2).joined(separator: " ") } == [
        "D-10248 1996-07-16", "D-10248-19960718 1996-07-18",
      ])
    #expect(try bench.run("import", path, "--yes") == .ok)
    #expect(try bench.dump() == dump)
  }

  @Test func `An order that has ended takes nothing more`() throws {
    let history = "no,customer,ordered,product,qty,shipped\nS1,AC01,2026-01-05,P1,12,2026-01-09\n"
    try bench.run("import", bench.file("a.csv", history), "--yes")
    #expect(
      try bench.run("import", bench.file("a.csv", history.replacing(",12,", with: ",13,")), "--yes") == .data)
    #expect(bench.trouble.contains("the order is closed"))
  }

  @Test func `Rows of the same line are its deliveries`() throws {
    let parts = """
      no,customer,ordered,line,product,qty,want
      S1,AC01,2026-03-02,1,P1,60,2026-03-20
      S1,AC01,2026-03-02,1,P1,40,2026-03-27
      """
    try bench.run("import", bench.file("a.csv", parts), "--yes")
    let dump = try bench.dump()
    #expect(dump["order_lines"]?.count == 1)
    #expect(dump["schedules"]?.map { String($0.prefix(12)) } == ["1|1|1|1|60|2", "2|1|1|2|40|2"])
  }

  @Test func `Orders without a number are known by customer and PO`() throws {
    let file = "customer,po,ordered,product,qty\nHD01,HD-1,2026-03-02,P1,5\nAC01,HD-1,2026-03-02,P1,6\n"
    let path = try bench.file("a.csv", file)
    try bench.run("import", path, "--yes")
    #expect(
      try bench.read { try Order.customerPO("HD-1", in: $0.db).map(\.no) } == ["SO2603-0001", "SO2603-0002"])
    try bench.run("import", path, "--yes")
    #expect(bench.output.contains("0 new, 0 changed, 2 same"))
  }

  @Test func `Heads and lines in two files are joined by the number`() throws {
    let heads = try bench.file(
      "orders.csv",
      "OrderID,Customer,Clerk,OrderDate,RequiredDate,ShippedDate,Freight\n1,AC01,5,2026-01-05,2026-02-02,2026-01-09,3\n"
    )
    let lines = try bench.file(
      "lines.csv", "OrderID,ProductID,UnitPrice,Quantity\n1,P1,14,12\n1,P2,9.8,1.25\n")
    let words = ["import", heads, "--lines", lines, "--map-lines", "product=ProductID", "--yes"]
    #expect(try bench.run(words) == .ok)
    #expect(bench.output == "orders.csv: orders, 1 new, 0 changed, 0 same.  undo: gendan undo\n")
    let dump = try bench.dump()
    #expect(dump["schedules"]?.allSatisfy { $0.hasSuffix("|2026-01-09|0|2026-02-02") } == true)
    #expect(dump["users"]?.last == "2|5|5|clerk|-|-|-|-|1")
    #expect(try bench.run(words) == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 1 same (nothing changed)"))
  }

  @Test func `Unknown customers and products are made where it is asked for`() throws {
    let path = try bench.file("a.csv", "no,customer,product,qty\nS1,Neu AG,X9,5\n")
    #expect(try bench.run("import", path, "--yes") == .data)
    #expect(bench.trouble.contains("row 2 column B customer  \"Neu AG\"   no such customer"))
    #expect(try bench.run("import", path, "--yes", "--create") == .ok)
    #expect(try bench.dump()["customers"]?.last?.hasPrefix("3|Neu AG|Neu AG|") == true)
  }
}
