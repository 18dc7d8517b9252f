import Gendan
import GendanOutput
import Testing

@testable import GendanCLI

/// Customers, products, shipments, production and operations; encodings and delimiters.
struct KindImportTests {
  let bench: ImportBench

  init() throws { bench = try ImportBench() }

  @Test func `Customers change field by field, and an empty cell changes nothing`() throws {
    let file = "客户编号,客户名称,联系人,跟单员,类别,币种\nHD01,宏达机械,刘工,李佳,重点,cny\nNEW,新客,,,,\n"
    let path = try bench.file("客户.csv", file)
    #expect(try bench.run("import", path, "--kind", "客户", "--dry-run") == .ok)
    #expect(bench.output.contains("new 1   changed 1   same 0   bad 0"))
    #expect(try bench.run("import", path, "--kind", "customers", "--yes") == .ok)
    let customer = try bench.read { try Customer.named("HD01", in: $0.db) }
    #expect(customer.fields[.contact] == "刘工")
    #expect(customer.fields[.class] == "key")
    #expect(customer.clerk == "李佳")
    let empty = "code,name,contact\nHD01,,\n"
    #expect(try bench.run("import", bench.file("b.csv", empty), "--kind", "customers", "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 1 same"))
  }

  @Test func `Products keep their decimals`() throws {
    let file = "code,name,decimals,lead,active\nP1,法兰 DN50,0,12,是\nP2,线材,3,,\nP3,旧款,0,,no\n"
    let path = try bench.file("a.csv", file)
    #expect(try bench.run("import", path, "--kind", "products", "--yes") == .data)
    #expect(bench.trouble.contains("row 3 column C decimals  \"3\"   the book says 2"))
    let right = try bench.file("b.csv", file.replacing(",3,", with: ",2,"))
    #expect(try bench.run("import", right, "--kind", "products", "--yes") == .ok)
    let products = try bench.read { try Product.list(in: $0.db) }
    #expect(products.map(\.name) == ["法兰 DN50", "线材", "旧款"])
    #expect(products.map(\.isActive) == [true, true, false])
    #expect(products[0].leadDays == 12)
  }

  private func takeOrders() throws {
    let rows =
      "no,customer,ordered,line,product,qty,want\nS1,HD01,2026-03-02,1,P1,100,2026-03-10\nS1,HD01,2026-03-02,2,P2,2.50,2026-03-12\n"
    try bench.run("import", bench.file("orders.csv", rows), "--yes")
  }

  @Test func `Shipments take from what is owed, and arrivals from what left`() throws {
    try takeOrders()
    let file = """
      no,order,line,qty,shipped,carrier,arrived,short
      D1,S1,1,60,2026-03-09,顺丰,2026-03-11,2
      D1,S1,2,,2026-03-09,顺丰,2026-03-11,
      D2,S1,1,42,2026-03-12,,,
      """
    let path = try bench.file("发货.csv", file)
    #expect(try bench.run("import", path, "--kind", "shipments", "--yes") == .ok)
    #expect(bench.output == "发货.csv: shipments, 3 new, 0 changed, 0 same.  undo: gendan undo\n")
    let dump = try bench.dump()
    #expect(
      dump["schedules"]?.map { $0.split(separator: "|").dropFirst(9).joined(separator: " ") } == [
        "102 100 2026-03-12 0 2026-03-10", "250 250 2026-03-09 0 2026-03-12",
      ])
    #expect(dump["shipments"]?.map { $0.contains("|2026-03-11|") } == [true, false])
    #expect(try bench.run("import", path, "--kind", "shipments", "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 3 same (nothing changed)"))
    let later = file.replacing("2026-03-12,,,", with: "2026-03-12,德邦,2026-03-14,")
    #expect(try bench.run("import", bench.file("b.csv", later), "--kind", "shipments", "--yes") == .ok)
    #expect(bench.output.contains("0 new, 1 changed, 2 same"))
    #expect(try bench.dump()["arrivals"]?.count == 3)
  }

  @Test func `More than is owed is refused`() throws {
    try takeOrders()
    let file =
      "no,order,line,qty,shipped\nD1,S1,1,101,2026-03-09\nD2,S9,1,1,2026-03-09\nD3,S1,3,1,2026-03-09\n"
    #expect(try bench.run("import", bench.file("a.csv", file), "--kind", "shipments", "--yes") == .data)
    #expect(
      bench.trouble.contains(
        "row 2 column D qty    \"101\"   only 100 are owed\n  row 3 column B order  \"S9\"    no such order"))
  }

  @Test func `Production is one report of the whole, and its operations reports of their own`() throws {
    try takeOrders()
    let production = """
      no,product,qty,order,start,due,finished,good,scrap
      W1,P1,100,S1,2026-03-03,2026-03-09,2026-03-11,98,2
      W2,P1,50,,2026-03-04,2026-03-12,,10,
      """
    let path = try bench.file("生产.csv", production)
    #expect(try bench.run("import", path, "--kind", "production", "--yes") == .ok)
    let operations = """
      production,seq,name,department,plan_start,plan_finish,started,finished
      W1,10,备料,仓库,2026-03-03,2026-03-04,2026-03-03,2026-03-05
      W1,20,机加,机加车间,2026-03-05,2026-03-09,2026-03-06,2026-03-10
      W2,10,备料,仓库,2026-03-04,2026-03-05,2026-03-04,
      """
    let steps = try bench.file("工序.csv", operations)
    #expect(try bench.run("import", steps, "--kind", "operations", "--yes") == .ok)
    let orders = try bench.read { try ProductionOrder.numbered("W1", in: $0.db) }
    #expect(orders?.good == 98)
    #expect(orders?.scrap == 2)
    #expect(orders?.finishedOn == Day("2026-03-11"))
    #expect(orders?.orderNo == "S1")
    #expect(try bench.run("import", path, "--kind", "production", "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 2 same"))
    #expect(try bench.run("import", steps, "--kind", "operations", "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 3 same"))
    let list = try bench.json("work", "list", "--as-of", "2026-03-16")
    #expect(list["totals"]?["late"]?.int == 2)
    #expect(list["totals"]?["on_time_pct"] == .decimal("0.00"))
    #expect(list.rows.map { $0["late_days"]?.int } == [2, 4])
    let steps2 = try bench.json("work", "steps")
    // The second of the first department is open, and its day is past.
    #expect(steps2.rows.map { $0["late_finish"]?.int } == [2, 1])
  }

  @Test func `Finished with pieces missing is refused`() throws {
    let file = "no,product,qty,start,finished,good\nW1,P1,100,2026-03-03,2026-03-11,90\n"
    #expect(try bench.run("import", bench.file("a.csv", file), "--kind", "production", "--yes") == .data)
    #expect(bench.trouble.contains("finished, but good and scrap are less than ordered"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
  func `Line ends and delimiters are understood`(end: String, delimiter: String) throws {
    let file = "no,customer,product,qty\nS1,HD01,P1,5\n"
      .replacing(",", with: delimiter).replacing("\n", with: end)
    #expect(try bench.run("import", bench.file("a.csv", file), "--yes") == .ok)
    #expect(try bench.dump()["orders"]?.count == 1)
  }

  @Test func `A byte order mark and GB18030 are understood`() throws {
    let text = "单号,客户,产品,数量,备注\nS1,宏达机械,法兰,5,唛头按附件\n"
    #expect(
      try bench.run(
        "import", bench.file("a.csv", bytes: TextEncoding.byteOrderMark + Array(text.utf8)), "--yes") == .ok)
    let chinese = try Iconv.convert(
      Array(text.replacing("S1", with: "S2").utf8), from: "UTF-8", to: "GB18030")
    #expect(try bench.run("import", bench.file("b.csv", bytes: chinese), "--yes") == .ok)
    #expect(try bench.read { try Order.numbered("S2", in: $0.db)?.note } == "唛头按附件")
    #expect(try bench.run("import", bench.file("c.csv", bytes: chinese), "--encoding", "utf-8") == .data)
  }

  @Test func `A profile remembers a source's columns`() throws {
    let file = "A,B,C,D\nS1,HD01,P1,5\n"
    let map = "no=A,customer=B,product=C,qty=D"
    let words = ["import", try bench.file("a.csv", file), "--map", map, "--yes", "--save-profile", "宏达机械"]
    #expect(try bench.run(words) == .ok)
    let next = try bench.file("b.csv", file.replacing("S1", with: "S2"))
    #expect(try bench.run("import", next, "--yes") == .usage)
    #expect(try bench.run("import", next, "--yes", "--profile", "宏达机械") == .ok)
    #expect(try bench.json("profile", "list").rows.map { $0["name"]?.string } == ["宏达机械"])
    #expect(try bench.run("profile", "rm", "宏达机械") == .ok)
    #expect(try bench.run("profile", "show", "宏达机械") == .notFound)
  }
}
