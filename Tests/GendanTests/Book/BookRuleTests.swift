import GendanTestSupport
import Testing

@testable import Gendan

struct BookRuleTests {
  private let shop: TestShop

  init() throws { shop = try TestShop() }

  /// What a check says of the journal and the rows.
  private func findings(_ rules: BookRuleID...) throws -> [Finding] {
    try shop.book().inspect(BookRule.all.filter { rules.contains($0.id) }).findings
  }

  /// Changes rows as somebody would who goes round the program.
  private func tamper(_ statements: SQL...) throws {
    try shop.database.write { db in for statement in statements { try db.run(statement) } }
  }

  @Test func `A falsified figure is found, recomputed, and the book is sound again`() throws {
    let no = try shop.order(promise: "2026-03-20")
    try tamper("UPDATE schedules SET accepted_qty = 40, is_open = 0 WHERE id = 1")
    let figures = try findings(.figures)
    #expect(
      figures == [
        .figure(
          KeptFigure(
            table: "schedules", id: 1, name: no + ".1", field: "accepted_qty", stored: .integer(40),
            right: .integer(0))),
        .figure(
          KeptFigure(
            table: "schedules", id: 1, name: no + ".1", field: "is_open", stored: .integer(0),
            right: .integer(1))),
      ])
    let entry = EventEntry(command: "book.check", line: "check --fix")
    #expect(try shop.book().write(entry) { try $0.correctKeptFigures().count }.result == 2)
    #expect(try findings(.journal, .figures) == [])
  }

  @Test func `The journal answers for facts alone, and undo computes the figures again`() throws {
    let no = try shop.order(100, promise: "2026-03-20")
    try shop.write { writing in
      let request = ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: 60)
      _ = try writing.ship([request], ShipmentDetails(day: writing.today))
    }
    let shipping = try shop.book().read { try Journal.newest(in: $0) }
    let changes = try shop.book().read { try Journal.changes(of: shipping, in: $0) }
    #expect(changes.filter { $0.table == "schedules" }.map(\.act) == [.refigure])
    try tamper("UPDATE schedules SET shipped_qty = 3 WHERE id = 1")
    #expect(try findings(.journal) == [])
    #expect(try findings(.figures).count == 1)
    try shop.write { try Journal.undo(Journal.event(shipping, in: $0), in: $0) }
    #expect(try findings(.journal, .figures) == [])
    let shipped = try shop.book().read { try $0.db.count("SELECT shipped_qty FROM schedules WHERE id = 1") }
    #expect(shipped == 0)
  }

  @Test func `Every kept figure follows from a whole order's life`() throws {
    let no = try shop.order(100, promise: "2026-03-20")
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.release(order, ReleaseRequest())
      for step in ["备料", "机加", "检验"] {
        _ = try writing.finish(order, step: step, on: writing.today)
      }
    }
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      let shipment = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: 60)], ShipmentDetails(day: writing.today))
      let lines = try ShipmentLine.of(shipment.id, in: writing.db)
      try writing.arrive(lines, subject: no, on: writing.today, short: 2)
    }
    #expect(try shop.book().inspect().findings == [])
    try tamper(
      "UPDATE operations SET good_qty = 1 WHERE seq = 20", "UPDATE production_orders SET finished_on = NULL",
      "UPDATE shipments SET arrived_on = '2026-03-01'")
    let wrong = try findings(.figures).map { finding in
      if case .figure(let figure) = finding { figure.table + "." + figure.field } else { "" }
    }
    #expect(wrong == ["production_orders.finished_on", "operations.good_qty", "shipments.arrived_on"])
  }

  @Test func `Rules of the whole book are asked one by one`() throws {
    let no = try shop.order(100, promise: "2026-03-20")
    try tamper(
      "UPDATE schedules SET accepted_qty = 120, completed_on = '2026-03-01' WHERE id = 1",
      "UPDATE orders SET closed_on = '2026-04-01' WHERE no = \(no)")
    let (ordered, day) = (Quantity(100, decimals: 0, unit: "pcs"), try TestShop.day("2026-03-02"))
    #expect(
      try findings(.shipped) == [
        .overshipped(order: no + ".1", ordered: ordered, delivered: ordered.with(120))
      ])
    #expect(
      try findings(.dates) == [.tooEarly(order: no, ended: day.adding(days: -1), ordered: day)])
    #expect(
      try findings(.future) == [.future(about: no, table: "orders", day: try TestShop.day("2026-04-01"))])
  }

  @Test func `Shipping more with a reason is no fault`() throws {
    let no = try shop.order(100)
    try shop.write(overriding: "the customer wants all of it") { writing in
      let request = ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: 130)
      _ = try writing.ship([request], ShipmentDetails(day: writing.today))
    }
    #expect(try findings(.shipped) == [])
  }

  @Test(arguments: [("2026-09-30", 0), ("2026-10-01", 1)])
  func `Next year's holidays are asked for from October on`(today: String, count: Int) throws {
    let found = try shop.book(today).inspect(BookRule.all.filter { $0.id == .calendar }).findings
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.isAttention })
  }

  @Test func `A value that means nothing is a finding and not a failure`() throws {
    try shop.order(promise: "2026-03-20")
    try tamper("UPDATE promises SET promised_on = 'soon'")
    #expect(try findings(.figures) == [.unreadable("soon")])
  }
}
