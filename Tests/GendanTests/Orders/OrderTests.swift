import Gendan
import GendanTestSupport
import Testing

/// An order's life.
@Suite struct `An order` {
  let shop: TestShop
  init() throws { shop = try TestShop() }

  private func state(_ no: String) throws -> OrderState {
    try shop.read { try TestShop.order(no, $0).state }
  }

  private func ship(_ no: String, _ quantity: Int64?, on day: String = "2026-03-16") throws -> Shipment {
    try shop.write(day) { writing in
      try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: quantity)],
        ShipmentDetails(day: writing.today))
    }
  }

  @Test func `its state follows from its facts`() throws {
    let no = try shop.order(100, promise: "2026-03-20")
    #expect(try state(no) == .taken)
    try shop.write { writing in _ = try writing.release(try TestShop.order(no, writing), ReleaseRequest()) }
    #expect(try state(no) == .released)
    _ = try ship(no, 60)
    #expect(try state(no) == .partShipped)
    let last = try ship(no, 40)
    #expect(try state(no) == .shipped)
    #expect(throws: Refusal.self) {
      try shop.write { writing in try writing.close(try TestShop.order(no, writing)) }
    }
    try shop.write { writing in
      let lines = try ShipmentLine.of(try TestShop.order(no, writing).id, in: writing.db)
      try writing.arrive(lines, subject: last.no, on: writing.today)
      try writing.close(try TestShop.order(no, writing))
    }
    #expect(try state(no) == .closed)
  }

  @Test func `numbers count by month and are never given twice`() throws {
    let first = try shop.order()
    #expect(first == "SO2603-0001")
    try shop.write { writing in
      let last = try #require(try Journal.undoable(1, by: "chenting", in: writing).first)
      try Journal.undo(last, in: writing)
    }
    #expect(try shop.read { try Order.numbered(first, in: $0.db) } == nil)
    #expect(try shop.order() == "SO2603-0002")
    #expect(try shop.order(on: "2026-02-27") == "SO2602-0001")
  }

  @Test func `a cancelled order keeps what was shipped and takes no more`() throws {
    let no = try shop.order(100, promise: "2026-03-10")
    _ = try ship(no, 60)
    try shop.write { writing in try writing.cancel(try TestShop.order(no, writing), reason: "撤单") }
    let schedule = try shop.schedule(no)
    #expect(schedule.shipped == 60)
    #expect(!schedule.isOpen)
    #expect(throws: Refusal.orderNotOpen(no: no, state: .cancelled)) { try ship(no, 40) }
  }

  @Test func `a quantity does not fall below what was shipped`() throws {
    let no = try shop.order(100)
    _ = try ship(no, 60)
    var change = OrderChange()
    change.quantity = 59
    #expect(throws: Refusal.self) {
      try shop.write { writing in try writing.set(try TestShop.order(no, writing), change) }
    }
    change.quantity = 60
    try shop.write { writing in try writing.set(try TestShop.order(no, writing), change) }
    #expect(try shop.schedule(no).isOpen == false)
    #expect(try shop.schedule(no).completedOn == TestShop.day("2026-03-16"))
  }

  @Test func `more than is owed leaves only when overridden, and the journal says so`() throws {
    let no = try shop.order(100)
    #expect(throws: Refusal.self) { try ship(no, 101) }
    try shop.write(overriding: "客户同意") { writing in
      _ = try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: 101)],
        ShipmentDetails(day: writing.today))
    }
    let event = try #require(try shop.read { try Journal.events(subject: no, in: $0) }.first)
    #expect(event.overrides == "ship.within-open")
    #expect(event.reason == "客户同意")
  }

  @Test func `a hold hides nothing: the order stays overdue in every list`() throws {
    let no = try shop.order(100, promise: "2026-03-10")
    try shop.write { writing in
      try writing.hold(
        try TestShop.order(no, writing), reason: "改图", side: .customer, evidence: "mail", until: nil)
    }
    var list = OrderList(.now(try TestShop.day("2026-03-16")))
    list.filter = .state(.overdue)
    let rows = try shop.read { try list.rows(in: $0) }
    #expect(rows.map(\.no) == [no])
    #expect(rows.first?.isHeld == true)
  }

  @Test func `short and damaged goods are owed again`() throws {
    let no = try shop.order(100)
    let shipment = try ship(no, nil)
    try shop.write { writing in
      try writing.arrive(
        try ShipmentLine.of(shipment.id, in: writing.db), subject: shipment.no, on: writing.today, short: 2,
        damaged: 3, receivedBy: "王经理")
    }
    let schedule = try shop.schedule(no)
    #expect(schedule.shipped == 100)
    #expect(schedule.accepted == 95)
    #expect(schedule.open.smallest == 5)
    #expect(schedule.isOpen)
  }

  @Test func `a fact from long ago needs a reason`() throws {
    let no = try shop.order(100)
    var details = ShipmentDetails(day: try TestShop.day("2026-01-05"))
    details.carrier = "顺丰"
    #expect(throws: Refusal.tooOld(day: try TestShop.day("2026-01-05"), limit: 30)) {
      try shop.write { writing in
        _ = try writing.ship(
          [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: 10)], details)
      }
    }
  }

  @Test func `a rehearsal answers as the real thing and leaves no trace`() throws {
    let before = try shop.read { try Journal.newest(in: $0) }
    let written = try shop.book(rehearses: true).write(EventEntry(command: "test", line: "")) { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      return try writing.take(
        NewOrder(customer: customer.id, orderedOn: writing.today, currency: "CNY")
      ).no
    }
    #expect(written.result == "SO2603-0001")
    #expect(try shop.read { try Journal.newest(in: $0) } == before)
    #expect(try shop.read { try Order.numbered("SO2603-0001", in: $0.db) } == nil)
  }

  @Test func `somebody the book does not know changes nothing`() throws {
    #expect(throws: BookError.unknownUser("stranger")) {
      try shop.write(as: "stranger") { writing in try writing.decide(.currency, "EUR") }
    }
  }
}
