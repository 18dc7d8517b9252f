import Gendan
import GendanOutput
import GendanTestSupport
import Testing

/// Figures that an audit found wrong, by what is right of them.
struct AuditedFiguresTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func otd(_ options: String, _ field: String) throws -> JSON? {
    try desk.desk.records("otd 0002 --today 2026-03-23 " + options).first?[field]
  }

  @Test func `an order is as late as the worst of its deliveries that are due`() throws {
    try desk.run("new C-1 FL-50 100 FL-50 50 --price 2 --want 2026-03-16")
    try desk.run("promise 0002.1 2026-03-16")
    try desk.run("promise 0002.2 2026-04-10")
    try desk.run("ship 0002.1=100")
    // The second is not due yet, and no reason to call the order late.
    for (field, figure) in [("n", 1), ("on_time", 1), ("late", 0), ("open", 0)] as [(String, JSON)] {
      #expect(try otd("", field) == figure, "\(field)")
      #expect(try otd("--level order", field) == figure, "\(field)")
      #expect(try otd("--level order --basis latest", field) == figure, "\(field)")
    }
    #expect(try otd("--level order", "qty_days_late") == 0)
    // Once it is due and owed, the order is as late as it.
    let late = try desk.desk.records("otd 0002 --level order --today 2026-04-15")
    #expect(late.first?["open"] == 1 && late.first?["on_time"] == 0)
    #expect(late.first?["qty_days_late"] == 250)
  }

  @Test func `a share is rounded once`() throws {
    let ratio = try #require(Ratio(6, of: 11))
    #expect(ratio.of(1000) == 545 && ratio.basisPoints == 5455)
  }

  @Test func `a cause has its id for programs in every language`() throws {
    try desk.run("promise 0001 2026-05-06 --cause shortage")
    for language in ["en", "zh-Hans", "zh-Hant"] {
      let line = "report delays --by cause -p 2026 --today 2026-05-08 --lang \(language)"
      #expect(try desk.desk.records(line).map { $0["cause"] } == ["shortage"])
    }
  }

  @Test func `what left later had not left as of a day before`() throws {
    try desk.run("promise 0001 2026-03-17 --cause shortage")
    try desk.run("ship 0001=60", today: "2026-03-19 09:00")
    func row(_ day: String) throws -> JSON? {
      try desk.desk.records("list is:all --as-of \(day) --today 2026-03-20").first
    }
    #expect(try row("2026-03-18")?["shipped"] == 0 && row("2026-03-18")?["open"] == 100)
    #expect(try row("2026-03-19")?["shipped"] == 60 && row("2026-03-19")?["open"] == 40)
    try desk.run("arrive 0001 --short 5", today: "2026-03-20 09:00")
    #expect(try row("2026-03-19")?["open"] == 40 && row("2026-03-20")?["open"] == 45)
  }

  @Test(arguments: ["shipped", "arrived"])
  func `what was found short later was whole until then`(_ meaning: String) throws {
    try desk.run("customer set C-1 date-meaning=\(meaning)")
    try desk.run("promise 0001 2026-03-18 --cause shortage")
    try desk.run("ship 0001", today: "2026-03-17 09:00")
    try desk.run("arrive 0001 --short 5", today: "2026-03-20 09:00")
    try desk.run("ship 0001=5", today: "2026-03-23 09:00")
    try desk.run("arrive 0001", today: "2026-03-24 09:00")
    func figures(_ day: String) throws -> [JSON?] {
      let rate = try desk.desk.records("otd 0001 --basis latest --as-of \(day) --today 2026-03-25").first
      let late = try desk.desk.records("overdue --as-of \(day) --today 2026-03-25").count
      let done = try desk.desk.records("list is:all --as-of \(day) --today 2026-03-25").first?["completed"]
      return [rate?["on_time"], rate?["open"], .integer(Int64(late)), done]
    }
    let isShipped = meaning == "shipped"
    // Nobody knew on the 19th that five were missing.
    #expect(try figures("2026-03-19") == (isShipped ? [1, 0, 0, "2026-03-17"] : [0, 1, 1, .null]))
    #expect(try figures("2026-03-20") == [0, 1, 1, .null])
    #expect(
      try figures("2026-03-24") == (isShipped ? [0, 0, 0, "2026-03-23"] : [0, 0, 0, "2026-03-24"]))
  }

  @Test func `of what was cancelled or came within its tolerance nothing is open`() throws {
    try desk.run("new C-1 FL-50 200 --price 2 --promise 2026-03-20")
    try desk.run("customer set C-1 under=5")
    try desk.run("new C-1 FL-50 100 --price 2 --promise 2026-03-20")
    try desk.run("ship 0002=50 0003=97", today: "2026-03-17 09:00")
    try desk.run("cancel 0002 --reason 客户取消 --yes", today: "2026-03-18 09:00")
    func open(_ options: String) throws -> [JSON?] {
      try desk.desk.records("list is:all \(options) -s no --today 2026-03-18").map { $0["open"] }
    }
    #expect(try open("") == [100, 0, 0])
    #expect(try open("--where open:1..") == [100])
    // As of the day before, the second was owed still.
    #expect(try open("--as-of 2026-03-17") == [100, 150, 0])
    #expect(try open("--as-of 2026-03-17 --where open:101..") == [150])
  }

  @Test func `which day counts for a customer counts for what it has ordered`() throws {
    try desk.run("promise 0001 2026-03-17 --cause shortage")
    try desk.run("ship 0001", today: "2026-03-17 09:00")
    try desk.run("customer set C-1 date-meaning=arrived")
    #expect(try desk.desk.records("overdue --today 2026-03-19").count == 1)
    let checked = try desk.desk.run("check --today 2026-03-19")
    #expect(checked.code == 0, "\(checked)")
    try desk.run("arrive 0001 --on 2026-03-18", today: "2026-03-19 09:00")
    #expect(try desk.desk.records("list is:all --today 2026-03-19").first?["completed"] == "2026-03-18")
  }

  @Test func `a step that is not done by its day is late, begun or not`() throws {
    try desk.run("release 0001 --start 2026-03-17")
    let steps = try desk.desk.records("work steps --today 2026-04-30")
    #expect(steps.map { $0["late_finish"] } == [1, 1])
    #expect(steps.map { $0["late_start"] } == [1, 1])
  }

  @Test(arguments: [
    // Seen on a Sunday: Friday's is no working day late yet, Thursday's is one.
    ("2026-03-22", "2026-03-20", 0), ("2026-03-22", "2026-03-19", 1),
    // Seen on a Monday: what was due on Saturday is one working day late, as Friday's is.
    ("2026-03-23", "2026-03-21", 1), ("2026-03-23", "2026-03-20", 1), ("2026-03-23", "2026-03-23", 0),
  ])
  func `at least so many working days late is what the column says`(today: String, due: String, count: Int)
    throws
  {
    try desk.run("promise 0001 \(due) --cause shortage")
    #expect(try desk.desk.records("overdue --min 1wd --today \(today)").count == count)
    let rows = try desk.desk.records("overdue --today \(today)")
    #expect(rows.filter { $0["late"] != 0 }.count == count)
    #expect(try desk.desk.records("list late:1..1 --today \(today)").count == count)
  }
}
