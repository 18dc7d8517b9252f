import Gendan
import GendanTestSupport
import Testing

/// Lists and rates over a book (R-077, R-083, R-160; lateness rules 7, 11, 15).
@Suite struct `Lists` {
  let shop: TestShop
  init() throws { shop = try TestShop() }

  private func ship(_ no: String, on day: String) throws {
    try shop.write(day) { writing in
      _ = try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: nil)],
        ShipmentDetails(day: writing.today))
    }
  }

  private func overdue(asOf day: String, history: Bool) throws -> [String] {
    let day = try TestShop.day(day)
    var list = OrderList(history ? .asOf(day) : .now(day))
    list.filter = .state(.overdue)
    return try shop.read { try list.rows(in: $0).map(\.no) }
  }

  @Test func `as of a day gone by, what shipped later was still owed`() throws {
    let late = try shop.order(promise: "2026-03-05")
    let onTime = try shop.order(promise: "2026-03-12")
    try ship(late, on: "2026-03-09")
    try ship(onTime, on: "2026-03-12")
    #expect(try overdue(asOf: "2026-03-05", history: true) == [])
    #expect(try overdue(asOf: "2026-03-06", history: true) == [late])
    #expect(try overdue(asOf: "2026-03-09", history: true) == [])
    #expect(try overdue(asOf: "2026-03-16", history: false) == [])
  }

  @Test func `as of a day gone by, the promise of that day counts`() throws {
    let no = try shop.order(promise: "2026-03-05")
    try shop.write("2026-03-10") { writing in
      _ = try writing.promise(
        try TestShop.order(no, writing), try TestShop.day("2026-03-20"), cause: .shortage)
    }
    #expect(try overdue(asOf: "2026-03-09", history: true) == [no])
    #expect(try overdue(asOf: "2026-03-12", history: true) == [])
  }

  @Test func `an order without promise is late against the customer's date and never left out`() throws {
    let no = try shop.order(want: "2026-03-10")
    #expect(try overdue(asOf: "2026-03-16", history: false) == [no])
    var report = OnTimeReport(asOf: try TestShop.day("2026-03-16"))
    report.basis = .first
    let result = try shop.read { try report.groups(in: $0) }
    #expect(result.undated == 1)
    #expect(result.groups.isEmpty)
  }

  @Test func `kept figures and the dated facts agree on today`() throws {
    for (index, promise) in ["2026-03-05", "2026-03-12", "2026-03-16", "2026-03-20"].enumerated() {
      let no = try shop.order(Int64(index + 1), promise: promise)
      if index == 1 { try ship(no, on: "2026-03-13") }
    }
    #expect(
      try overdue(asOf: "2026-03-16", history: false) == overdue(asOf: "2026-03-16", history: true))
  }

  @Test func `re-promising does not repair the rate`() throws {
    let no = try shop.order(promise: "2026-03-05")
    try shop.write("2026-03-04") { writing in
      _ = try writing.promise(
        try TestShop.order(no, writing), try TestShop.day("2026-03-10"), cause: .shortage)
    }
    try ship(no, on: "2026-03-10")
    let report = OnTimeReport(asOf: try TestShop.day("2026-03-16"))
    let group = try #require(try shop.read { try report.groups(in: $0).groups.first })
    #expect(group.rate.onTime == 0)
    #expect(group.latest.onTime == 1)
    #expect(group.daysLate == 5)
  }

  @Test func `a row due in the future is not counted, done or not`() throws {
    let no = try shop.order(promise: "2026-03-25")
    try ship(no, on: "2026-03-10")
    let report = OnTimeReport(asOf: try TestShop.day("2026-03-16"))
    #expect(try shop.read { try report.groups(in: $0).groups.first?.rate.counted ?? 0 } == 0)
  }

  @Test func `an order cancelled before its date is not counted, one cancelled after is a miss`() throws {
    for (promise, cancelled) in [("2026-03-12", "2026-03-10"), ("2026-03-05", "2026-03-10")] {
      let no = try shop.order(promise: promise)
      try shop.write(cancelled) { writing in
        try writing.cancel(try TestShop.order(no, writing), reason: "撤单")
      }
    }
    let report = OnTimeReport(asOf: try TestShop.day("2026-03-16"))
    let rate = try #require(try shop.read { try report.groups(in: $0).groups.first?.rate })
    #expect(rate.counted == 1)
    #expect(rate.onTime == 0)
  }

  @Test func `the limit cuts orders, and small ones are never sorted away`() throws {
    let first = try shop.order(1, promise: "2026-03-05")
    _ = try shop.order(100_000, promise: "2026-03-06")
    var list = OrderList(.now(try TestShop.day("2026-03-16")))
    list.filter = .state(.overdue)
    list.limit = 1
    #expect(try shop.read { try list.rows(in: $0).map(\.no) } == [first])
    #expect(try shop.read { try list.count(in: $0).orders } == 2)
  }

  @Test func `filters join by and, or and not`() throws {
    let a = try shop.order(promise: "2026-03-20")
    let b = try shop.order(for: "C-2", promise: "2026-03-25")
    func numbers(_ filter: OrderFilter) throws -> [String] {
      var list = OrderList(.now(try TestShop.day("2026-03-16")))
      list.filter = filter
      return try shop.read { try list.rows(in: $0).map(\.no) }
    }
    #expect(try numbers(.text(.customer, [.contains("宏达")])) == [a])
    #expect(try numbers(.not(.text(.customer, [.contains("宏达")]))) == [b])
    #expect(try numbers(.any([.text(.no, [.equals(a)]), .text(.no, [.equals(b)])])) == [a, b])
    #expect(
      try numbers(.days(.due, from: TestShop.day("2026-03-21"), to: nil)) == [b])
    #expect(try numbers(.word("acme")) == [b])
    #expect(try numbers(.word("100%")).isEmpty)
    #expect(try numbers(.missing(.cause)) == [a, b])
  }

  @Test func `as of a day gone by, an order was held where its production stood then`() throws {
    let no = try shop.order(promise: "2026-03-20", on: "2026-03-02")
    try shop.write("2026-03-03") {
      _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest())
    }
    for (day, step, good) in [
      ("2026-03-04", "备料", 60), ("2026-03-05", "备料", 40), ("2026-03-09", "机加", 30),
    ] as [(String, String, Int64)] {
      try shop.write(day) { writing in
        _ = try writing.progress(
          try TestShop.order(no, writing), step: step, ProgressReport(good: good, day: writing.today))
      }
    }
    #expect(try stage(no, asOf: "2026-03-02") == Stage.none)
    #expect(try stage(no, asOf: "2026-03-04") == .step("备料", department: "仓库", good: 60))
    #expect(try stage(no, asOf: "2026-03-05") == .step("机加", department: "机加车间", good: 0))
    #expect(try stage(no, asOf: "2026-03-16") == .step("机加", department: "机加车间", good: 30))
  }

  private func stage(_ no: String, asOf day: String) throws -> Stage {
    var list = OrderList(.asOf(try TestShop.day(day)))
    list.filter = .numbered(no)
    return try #require(try shop.read { try list.rows(in: $0) }.first).stage
  }

  /// The open orders by due day.
  private func open(_ filter: OrderFilter = .state(.open), limit: Int? = nil) throws -> [String] {
    var list = OrderList(.now(try TestShop.day("2026-03-16")))
    list.filter = filter
    list.limit = limit
    return try shop.read { try list.rows(in: $0).map(\.no) }
  }

  @Test func `rush orders come first until they are closed (R-075)`() throws {
    let first = try shop.order(promise: "2026-03-05")
    let rush = try shop.order(promise: "2026-03-20")
    let last = try shop.order(promise: "2026-03-25")
    let later = try shop.order(promise: "2026-03-27")
    for no in [rush, later] {
      try shop.write { writing in
        var change = OrderChange()
        change.priority = .high
        try writing.set(try TestShop.order(no, writing), change)
      }
    }
    #expect(try open() == [rush, later, first, last])
    #expect(try open(limit: 1) == [rush])
    #expect(try open(limit: 3) == [rush, later, first])
    try shop.write { try $0.db.run("UPDATE orders SET closed_on = '2026-03-16' WHERE no = \(rush)") }
    #expect(try open(.everything) == [later, first, rush, last])
  }

  @Test func `export orders and orders by fax are found by their kind (R-051, R-073)`() throws {
    let export = try shop.order()
    _ = try shop.order()
    try shop.write { writing in
      var change = OrderChange()
      change.kind = .export
      change.channel = .some(.fax)
      try writing.set(try TestShop.order(export, writing), change)
    }
    #expect(try open(.text(.kind, [.equals("export")])) == [export])
    #expect(try open(.text(.channel, [.equals("fax")])) == [export])
  }

  @Test func `what waits for signatures is a state of its own (R-096)`() throws {
    let waiting = try shop.order()
    let signed = try shop.order()
    _ = try shop.order()
    try shop.write { try $0.add(SignerRule(.order, step: 1, .supervisor)) }
    for no in [waiting, signed] {
      try shop.write { _ = try $0.submit(try TestShop.order(no, $0)) }
    }
    try shop.write(as: "zhaolei") { _ = try $0.sign(try TestShop.order(signed, $0)) }
    #expect(try open(.state(.unsigned)) == [waiting])
  }
}
