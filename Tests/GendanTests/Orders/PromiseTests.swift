import Gendan
import GendanTestSupport
import Testing

/// The promise ledger (R-055, R-178; lateness rules 2 and 8).
@Suite struct `The promise ledger` {
  let shop: TestShop
  init() throws { shop = try TestShop() }

  private func promise(
    _ no: String, _ day: String, _ cause: Cause? = nil, today: String = "2026-03-16"
  ) throws -> [PromiseMade] {
    try shop.write(today) { writing in
      try writing.promise(try TestShop.order(no, writing), try TestShop.day(day), cause: cause, told: "刘工")
    }
  }

  @Test func `the first promise stays when the date moves`() throws {
    let no = try shop.order(want: "2026-03-20", promise: "2026-03-25")
    _ = try promise(no, "2026-03-30", .shortage)
    let made = try promise(no, "2026-04-07", .rework)
    let schedule = try shop.schedule(no)
    #expect(try schedule.requestedOn == TestShop.day("2026-03-20"))
    #expect(try schedule.firstPromisedOn == TestShop.day("2026-03-25"))
    #expect(try schedule.promisedOn == TestShop.day("2026-04-07"))
    #expect(schedule.promiseCount == 3)
    #expect(made.first?.repromises == 2)
  }

  @Test func `a re-promise without a cause is refused and changes nothing`() throws {
    let no = try shop.order(promise: "2026-03-25")
    #expect(throws: BookError.causeMissing(order: no)) { try promise(no, "2026-03-30") }
    #expect(try shop.schedule(no).promiseCount == 1)
  }

  @Test func `a first promise needs no cause and keeps none`() throws {
    let no = try shop.order()
    let made = try promise(no, "2026-03-30", .shortage)
    #expect(made.first?.before == nil)
    let schedule = try shop.schedule(no)
    let ledger = try shop.read { try Promise.ledger(of: schedule.id, in: $0.db) }
    #expect(ledger.map(\.cause) == [nil])
    #expect(ledger.map(\.told) == ["刘工"])
  }

  @Test func `a promise after the date has passed is allowed and told`() throws {
    let no = try shop.order(promise: "2026-03-10")
    let made = try promise(no, "2026-03-30", .machine)
    #expect(made.first?.wasPast == true)
  }

  @Test func `nothing is promised once everything has left`() throws {
    let no = try shop.order(promise: "2026-03-20")
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: nil)], ShipmentDetails(day: writing.today))
    }
    #expect(throws: Refusal.orderNotOpen(no: no, state: .shipped)) {
      try promise(no, "2026-03-30", .other)
    }
  }

  @Test func `undo takes a promise back and redo gives it again`() throws {
    let no = try shop.order(promise: "2026-03-25")
    _ = try promise(no, "2026-03-30", .shortage)
    try shop.write { writing in
      let last = try #require(try Journal.undoable(1, by: "chenting", in: writing).first)
      try Journal.undo(last, in: writing)
    }
    #expect(try shop.schedule(no).promisedOn == TestShop.day("2026-03-25"))
    try shop.write { writing in
      let undone = try #require(try Journal.redoable(by: "chenting", in: writing))
      try Journal.undo(undone, in: writing)
    }
    #expect(try shop.schedule(no).promisedOn == TestShop.day("2026-03-30"))
  }
}
