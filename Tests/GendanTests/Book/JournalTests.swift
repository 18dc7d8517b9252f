import GendanTestSupport
import Testing

@testable import Gendan

struct JournalTests {
  private let shop: TestShop

  init() throws { shop = try TestShop() }

  private func newest() throws -> Event {
    try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
  }

  @discardableResult
  private func undo(_ event: Event) throws -> Event {
    try shop.write { try Journal.undo(event, in: $0) }
    return try newest()
  }

  private func promise(_ no: String, _ day: String) throws {
    try shop.write { writing in
      _ = try writing.promise(
        TestShop.order(no, writing), TestShop.day(day), cause: .shortage)
    }
  }

  private func exists(_ no: String) throws -> Bool {
    try shop.read { try Order.numbered(no, in: $0.db) != nil }
  }

  /// What a check says of the journal and the rows.
  private func findings(_ rules: BookRuleID...) throws -> [Finding] {
    try shop.book().inspect(BookRule.all.filter { rules.contains($0.id) }).findings
  }

  /// Changes rows as somebody would who goes round the program.
  private func tamper(_ statements: SQL...) throws {
    try shop.database.write { db in for statement in statements { try db.run(statement) } }
  }

  @Test func `What was inserted goes and comes again with undo and redo`() throws {
    let no = try shop.order(promise: "2026-03-20")
    let undoing = try undo(try newest())
    #expect(try !exists(no))
    #expect(undoing.undoes == undoing.id - 1)
    #expect(try shop.read { try Journal.redoable(by: "chenting", in: $0)?.id } == undoing.id)
    try undo(undoing)
    #expect(try exists(no))
    #expect(try shop.schedule(no).promisedOn == Day("2026-03-20"))
    #expect(try findings(.engine, .journal, .figures) == [])
  }

  @Test func `What was updated stands as before, and after again`() throws {
    let no = try shop.order(promise: "2026-03-20")
    try promise(no, "2026-03-25")
    let undoing = try undo(try newest())
    #expect(try shop.schedule(no).promisedOn == Day("2026-03-20"))
    #expect(try shop.schedule(no).promiseCount == 1)
    try undo(undoing)
    #expect(try shop.schedule(no).promisedOn == Day("2026-03-25"))
    #expect(try findings(.engine, .journal, .figures) == [])
  }

  @Test func `What was deleted comes back under its id`() throws {
    let day = try TestShop.day("2026-03-21")
    try shop.write { try $0.setDay(day, working: true, name: "调休") }
    #expect(try shop.write { try $0.clearDay(day) })
    let undoing = try undo(try newest())
    #expect(try shop.read { try $0.calendar().isWorking(day) })
    try undo(undoing)
    #expect(try shop.read { try !$0.calendar().isWorking(day) })
    #expect(try findings(.journal) == [])
  }

  @Test func `An event that later ones build on is not undone before them`() throws {
    let no = try shop.order(promise: "2026-03-20")
    let taken = try newest()
    try promise(no, "2026-03-25")
    let promised = try newest()
    #expect(throws: JournalError.builtUpon(taken.id, by: [promised.id])) { try undo(taken) }
    let undoing = try undo(promised)
    #expect(throws: JournalError.alreadyUndone(promised.id, by: undoing.id)) { try undo(promised) }
    try undo(taken)
    #expect(try !exists(no))
  }

  @Test func `Ids that an undo freed belong to the rows that came after`() throws {
    let route = { (code: String, count: Int) in
      try self.shop.write { writing in
        _ = try writing.setRoute(
          code: code, name: code,
          steps: (1...count).map { RouteStep(seq: $0, name: "\(code) \($0)", department: nil, days: 1) })
      }
    }
    try route("a", 6)
    let first = try undo(try newest())
    try route("b", 3)
    try undo(try newest())
    try undo(first)
    try route("c", 4)
    #expect(try findings(.engine, .journal) == [])
    try tamper("UPDATE route_steps SET days = 9 WHERE name = 'c 2'")
    guard case .altered(let rows)? = try findings(.journal).first else {
      Issue.record("not found")
      return
    }
    #expect(rows.table == "route_steps")
    #expect(rows.last - rows.first == 3)
  }

  @Test func `Steps of a route that were replaced leave a sound journal`() throws {
    for days in [1, 2] {
      try shop.write { writing in
        _ = try writing.setRoute(
          code: "metal", name: "金属件", steps: [RouteStep(seq: 1, name: "x", department: nil, days: days)])
      }
    }
    #expect(try findings(.journal) == [])
  }

  @Test func `A row altered behind the program's back is found`() throws {
    let no = try shop.order()
    try tamper("UPDATE orders SET note = 'nobody saw' WHERE no = \(no)")
    #expect(try findings(.journal) == [.altered(RowSpan("orders", 1, 1))])
  }

  @Test func `Rows taken away or added behind the program's back are found`() throws {
    for _ in 1...3 { try shop.order() }
    try tamper(
      "DELETE FROM schedules WHERE id > 1", "DELETE FROM order_lines WHERE id > 1",
      "INSERT INTO departments (id, code, name) VALUES (70, 'X', 'x'), (71, 'Y', 'y')")
    #expect(
      try findings(.journal) == [
        .unrecorded(RowSpan("departments", 70, 71)), .missing(RowSpan("order_lines", 2, 3)),
        .missing(RowSpan("schedules", 2, 3)),
      ])
  }

  @Test func `A row that the program changed after somebody else did is found too`() throws {
    let no = try shop.order(promise: "2026-03-20")
    try tamper("UPDATE schedules SET qty = 99 WHERE id = 1")
    try promise(no, "2026-03-25")
    #expect(try findings(.journal) == [.altered(RowSpan("schedules", 1, 1))])
  }

  @Test func `An event that was swallowed breaks the chain at the next`() throws {
    for _ in 1...3 { try shop.order() }
    let last = try newest().id
    try tamper(
      "DELETE FROM event_changes WHERE event_id = \(last - 1)",
      "DELETE FROM event_subjects WHERE event_id = \(last - 1)", "DELETE FROM events WHERE id = \(last - 1)")
    #expect(try findings(.journal).contains(.chainBroken(event: last)))
    #expect(try findings(.journal).contains(.unrecorded(RowSpan("orders", 2, 2))))
  }

  @Test(arguments: [
    "login = 'somebody'", "reason = 'told so'", "at = 'yesterday'", "overrides = 'what.ever'",
  ])
  func `An event whose words were altered is named`(setting: String) throws {
    try shop.order()
    try tamper(SQL(text: "UPDATE events SET \(setting) WHERE id = 1", values: []))
    #expect(try findings(.journal) == [.chainBroken(event: 1)])
  }

  @Test func `A before-image that was altered breaks the chain`() throws {
    let no = try shop.order(promise: "2026-03-20")
    try shop.write { try $0.db.run("UPDATE orders SET note = 'x' WHERE no = \(no)") }
    let last = try newest().id
    try tamper("UPDATE event_changes SET before = '{}' WHERE event_id = \(last) AND act = 'update'")
    #expect(try findings(.journal) == [.chainBroken(event: last)])
  }

  @Test func `The log tells old and new values, whatever came later`() throws {
    let no = try shop.order(promise: "2026-03-20")
    let taken = try newest().id
    try promise(no, "2026-03-25")
    let promised = try newest().id
    for note in ["a", "b"] {
      try shop.write { try $0.db.run("UPDATE promises SET note = \(note) WHERE promised_on = '2026-03-25'") }
    }
    try promise(no, "2026-03-30")
    try shop.read { reading throws in
      let fields = try Journal.fields(of: promised, in: reading)
      #expect(fields.filter { $0.field == "promised_on" }.map(\.new) == ["2026-03-25"])
      #expect(fields.allSatisfy { $0.field != "note" }, "the note came later")
      let noted = try Journal.fields(of: promised + 2, in: reading)
      #expect(noted.map(\.old) == ["a"])
      #expect(noted.map(\.new) == ["b"])
      #expect(try Journal.fields(of: taken, in: reading).allSatisfy { $0.act == .insert })
      var filter = LogFilter()
      filter.order = no
      #expect(try Journal.log(filter, in: reading).map(\.event.id) == [promised + 3, promised, taken])
      filter.limit = 1
      #expect(try Journal.log(filter, in: reading).map(\.event.id) == [promised + 3])
    }
  }

  @Test func `Rows that are written as they stood are no event`() throws {
    let no = try shop.order(promise: "2026-03-20")
    let before = try newest().id
    try shop.write { try $0.db.run("UPDATE orders SET note = note, carrier = carrier") }
    #expect(try newest().id == before)
    try shop.write { writing in
      try writing.db.run("UPDATE orders SET note = 'x' WHERE no = \(no)")
      try writing.db.run("UPDATE orders SET note = NULL WHERE no = \(no)")
    }
    #expect(try newest().id == before)
  }

  @Test func `What brought an order in is about it, whatever it was called`() throws {
    try shop.write { writing in
      for _ in 1...3 { try take(writing) }
      writing.entry.subjects = ["orders.csv"]
    }
    let second = try #require(
      try shop.read { try $0.db.value("SELECT no FROM orders WHERE id = 2", as: String.self) })
    try promise(second, "2026-03-25")
    let events = try shop.read { try Journal.events(subject: second, in: $0) }
    #expect(events.map(\.subject) == [second, "orders.csv"])
  }

  private func take(_ writing: Writing) throws {
    let customer = try Customer.named("C-1", in: writing.db)
    var order = NewOrder(customer: customer.id, orderedOn: writing.today, currency: "CNY")
    let product = try Product.named("FL-50", in: writing.db).id
    order.lines = [NewLine(product: product, [NewSchedule(quantity: 1)])]
    try writing.take(order)
  }
}
