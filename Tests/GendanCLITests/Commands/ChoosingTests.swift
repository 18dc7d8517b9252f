import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Choosing orders by `--where` and `--view`, and what a row of an order of several lines says.
struct ChoosingTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    for line in [
      "product add CH-1 机箱 --unit 套", "product add FL-80 大法兰",
      "new C-1 FL-80 30 --price 20 --want 2026-05-20", "line add 0001 FL-80 40@5 --want 2026-06-01",
      "new C-1 CH-1 7 --want 2026-05-20 --price 3", "line add 0003 FL-80 9@2 --want 2026-06-02",
    ] { try desk.run(line) }
  }

  private func orders(_ line: String) throws -> [JSON?] {
    try desk.desk.records(line).map { $0["no"] }
  }

  @Test func `orders are chosen by an expression, alone or beside other terms`() throws {
    #expect(try orders("list --where 'product:机箱 or qty:140..'") == ["SO2603-0003"])
    #expect(
      try orders("list --where 'product:=法兰 or product:机箱'") == ["SO2603-0001", "SO2603-0003"])
    #expect(try orders("list 大法兰 --where 'not (want:2026-05 or qty:9)'") == ["SO2603-0001"])
    #expect(try orders("--where is:closed list") == [])
    #expect(try desk.desk.run("list --where 'custmer:x'").code == 64)
  }

  @Test(arguments: [
    "today --by clerk", "overdue -p lastmonth", "unshipped --by clerk", "show 0001 -p month",
    "note 0001 x --by clerk", "print tracking -p month -o x.csv", "report unshipped --by clerk",
  ])
  func `a group or a period that a command has no use for is refused, not ignored`(line: String) throws {
    let result = try desk.desk.run(line)
    #expect(result.code == 64 && result.err.contains(": takes no -"), "\(line): \(result)")
  }

  @Test func `the tracking table is put together by a field`() throws {
    let page = try desk.desk.run("tracking --by product", width: 120).out
    #expect(page.contains("\n法兰\n1  SO2603-0001") && page.contains("\n机箱\n"), "\(page)")
    #expect(try desk.desk.records("tracking --by product").count == 5)
    #expect(
      try desk.desk.run("print tracking --by clerk -O csv -c no -o \(desk.desk.folder)/t.csv").code == 0)
  }

  @Test func `a view is named by an option, and may be an expression`() throws {
    try desk.run("view save 箱 --where 'product:机箱 or product:=法兰'")
    #expect(try orders("list --view 箱") == ["SO2603-0001", "SO2603-0003"])
    #expect(try orders("list view:箱 机箱") == ["SO2603-0003"])
    #expect(try orders("list --where 'view:箱 and not product:机箱'") == ["SO2603-0001"])
    #expect(try desk.desk.run("list --view 没有").code == 3)
    // A view of a view would change with it.
    #expect(try desk.desk.run("view save 又 --where 'view:箱'").code == 64)
    #expect(try desk.desk.run("view save 又 --view 箱").code == 0)
    try desk.run("view rm 箱")
    #expect(try orders("list --view 又") == ["SO2603-0001", "SO2603-0003"])
  }

  @Test(arguments: [
    "note 0001 x --where is:open", "customer list --view 急", "ship 0001 --where is:open",
    "export customers --where is:open",
  ])
  func `what chooses no orders takes no expression, and does nothing`(line: String) throws {
    let before = try desk.dump.events()
    let result = try desk.desk.run(line)
    #expect(result.code == 64 && result.err.contains("takes no --"), "\(result)")
    #expect(try desk.dump.events() == before)
  }

  @Test func `an order's row speaks for all its lines`() throws {
    let rows = try desk.desk.records("list")
    #expect(rows.map { $0["qty"] } == [140, 30, nil as JSON? ?? .null].map { $0 }, "\(rows)")
    #expect(rows.map { $0["amount"]?["amount"] } == ["1200.00", "600.00", "39.00"])
    #expect(rows.first?["others"] == 1)
    #expect(try desk.desk.json("list")["amounts"] == [["amount": "1839.00", "currency": "CNY"]])
    // Goods of several units stand side by side.
    let page = try desk.desk.run("list no:0003", width: 120).out
    #expect(page.contains("7 套 + 9 "), "\(page)")
    // A short list reads only until it is full: the other lines of its orders count all the same.
    #expect(try desk.desk.records("list -L 1").map { $0["qty"] } == [140])
    #expect(try desk.desk.records("list --lines -L 2").map { $0["qty"] } == [100, 30])
    // What the filter leaves out is not counted.
    #expect(try desk.desk.records("list 大法兰").first { $0["no"] == "SO2603-0001" }?["qty"] == 40)
  }

  @Test func `a line of sums ends a list`() throws {
    let page = try desk.desk.run("list not:机箱 --totals -c no,qty,amount", width: 100).out
    #expect(page.contains("total 3      179  1,818.00"), "\(page)")
    try desk.run("new C-1 FL-80 1 --price 9 --cur USD --want 2026-05-20")
    let mixed = try desk.desk.run("list --totals -c no,qty,amount", width: 100).out
    #expect(mixed.contains("1,839.00 CNY + 9.00 USD"), "\(mixed)")
    #expect(try desk.desk.run("list --totals -L 2 -c no,qty").out.contains("total of 2 shown"))
    #expect(try desk.desk.run("overdue --totals", today: "2026-06-10 08:05").out.contains("total 4"))
  }

  @Test func `a list without a word for closed orders is one of open orders`() throws {
    try desk.run("cancel 0002 --reason x --yes")
    #expect(try orders("list --where 'customer:宏达 or is:overdue'") == ["SO2603-0001", "SO2603-0003"])
    #expect(try orders("list not:is:held") == ["SO2603-0001", "SO2603-0003"])
    #expect(try orders("list is:mine") == ["SO2603-0001", "SO2603-0003"])
    #expect(try orders("list --where 'is:cancelled or qty:140'") == ["SO2603-0002"])
    #expect(try orders("list not:is:open") == ["SO2603-0002"])
    #expect(try desk.desk.run("list 没有这样的", lang: "zh-Hans").out == "没有符合的订单, 筛选: 没有这样的\n")
    #expect(try desk.desk.run("overdue 没有这样的").out.contains("nothing is overdue, filter: 没有这样的"))
    #expect(try desk.desk.run("overdue").out.contains("nothing is overdue\n"))
    #expect(try desk.desk.run("list 没有这样的 -O csv -c no").out == "no\r\n")
  }

  @Test(arguments: [
    ("prio=H", "prio:H"), ("qty>500", "qty:500.."), ("数量<5", "qty:..5"), ("客户＝宏达", "customer:宏达"),
  ])
  func `another program's operators are not searched as words`(typed: String, meant: String) throws {
    let result = try desk.desk.run("overdue --where '\(typed) or is:overdue' --check")
    #expect(result.code == 64 && result.err.contains(meant), "\(result)")
    #expect(try desk.desk.run(["list", typed]).err.contains("gendan list \(meant)"))
  }

  @Test func `columns that are named are shown on any screen`() throws {
    let page = try desk.desk.run("list -c no,customer,po,product,qty,amount,want,status,clerk", width: 60).out
    #expect(page.contains("Amount") && page.contains("Clerk") && page.contains("Status"), "\(page)")
    #expect(try desk.desk.run("list -c +amount", width: 60).out.contains("Amount"))
  }

  @Test func `what has no value comes last both ways, and amounts are compared within their currency`() throws
  {
    try desk.run("new C-1 CH-1 1 --price 5 --cur USD --want 2026-05-20")
    try desk.run("new C-1 CH-1 9")
    #expect(
      try orders("list -s amount").map { $0?.text.suffix(5).prefix(4) } == [
        "0003", "0002", "0001", "0004", "0005",
      ])
    #expect(
      try orders("list -s -amount").map { $0?.text.suffix(5).prefix(4) } == [
        "0004", "0001", "0002", "0003", "0005",
      ])
    // What was delivered in time is less late than what is owed, however old it is.
    try desk.run("ship 0004")
    #expect(try orders("list not:no:due -s -late --today 2026-06-10").last == "SO2603-0004")
    #expect(try orders("list -s -want").last == "SO2603-0005")
    #expect(try orders("list -s want").last == "SO2603-0005")
  }

  @Test func `what was cancelled is not late`() throws {
    try desk.run("cancel 0001 --reason x --yes")
    let row = try #require(try desk.desk.records("list is:cancelled --today 2026-07-01").first)
    #expect(row["no"] == "SO2603-0001" && row["late"] == .null && row["late_days"] == .null, "\(row)")
    #expect(!(try desk.desk.run("show 0001", today: "2026-07-01 08:05").out.contains("late")))
    // As of a day before, it was owed and late.
    try desk.run("undo")
    try desk.run("cancel 0001 --reason x --yes", today: "2026-06-20 08:05")
    let past = try desk.desk.records("overdue no:0001 --as-of 2026-06-10 --today 2026-07-01")
    #expect(past.first?["late_days"] == 41, "\(past)")
    #expect(past.first?["status"] != "cancelled", "\(past)")
    #expect(try desk.desk.records("overdue no:0001 --as-of 2026-06-21 --today 2026-07-01") == [])
    // Its day had passed when it was cancelled, which is told: 50 days, and no more of them from day to day.
    let order = try desk.desk.records("report delays -p 2026-04 --basis want --today 2026-08-01")
      .filter { $0["no"] == "SO2603-0001" }
    #expect(order.map { $0["days"] } == [51] && order.first?["completed"] == .null, "\(order)")
    let rate = try desk.desk.records("otd no:0001 -p 2026-04 --basis want --today 2026-08-01").first
    #expect(
      rate?["n"] == 1 && rate?["open"] == 1 && rate?["total_days_late"] == 51, "\(String(describing: rate))")
    // Its page speaks of nothing that is still to come.
    let page = try desk.desk.run("show 0001", today: "2026-07-01 08:05").out
    #expect(!page.contains("Forecast") && !page.contains("open "), "\(page)")
    #expect(try desk.desk.run("progress 0001 备料 1", today: "2026-07-01 08:05").err.contains("cancelled"))
    #expect(
      try desk.desk.run("list is:cancelled", today: "2026-07-01 08:05", width: 80).out.contains("cancelled"))
  }

  @Test func `the list of risks says what it leaves out`() throws {
    try desk.run("new C-1 CH-1 9")
    let page = try desk.desk.run("risk", today: "2026-05-25 08:05").out
    #expect(
      page.contains(
        "not here: 3 overdue: gendan overdue --lines; 1 without a date: gendan list no:due --lines"),
      "\(page)")
    #expect(!(try desk.desk.run("risk").out.contains("overdue:")))
    #expect(try desk.desk.records("list no:due --lines").count == 1)
    let narrowed = try desk.desk.run("risk 大法兰", today: "2026-05-25 08:05").out
    #expect(narrowed.contains("not here: 1 overdue: gendan overdue 大法兰 --lines"), "\(narrowed)")
  }

  @Test func `what is complete does not speak for an order that is owed`() throws {
    try desk.run("split 0001.1 40=2026-04-01 60=2026-05-15 --wanted")
    try desk.run("ship 0001.1.1")
    let row = try #require(try desk.desk.records("list").first { $0["no"] == "SO2603-0001" })
    #expect(row["due"] != "2026-04-01" && row["open"] == 100, "\(row)")
  }

  @Test func `every list of rows is sorted by its columns, or says that it is none`() throws {
    func codes(_ line: String) throws -> [JSON?] { try desk.desk.records(line).map { $0["code"] } }
    let byName = try codes("product list -s name")
    #expect(byName == (try codes("product list -s -name")).reversed() && byName.count > 1)
    // The whole is sorted, then cut.
    #expect(try codes("product list -s -code -L 1") == [try codes("product list -s code").last])
    let bad = try desk.desk.run("product list -s colour")
    #expect(bad.code == 64 && bad.err.contains("columns: "), "\(bad)")
    for line in ["today -s no", "show 0001 -s no"] {
      let result = try desk.desk.run(line)
      #expect(result.code == 64 && result.err.contains("no list of rows"), "\(line): \(result)")
    }
  }

  @Test func `numbered rows are numbered as they are sorted, for the next command`() throws {
    let page = try desk.desk.run("tracking -s -no", width: 120).out
    let numbers = page.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      return words.first.flatMap { Int($0) } == nil ? nil : String(words[1])
    }
    #expect(numbers == numbers.sorted().reversed() && numbers.count > 1, "\(page)")
  }
}
