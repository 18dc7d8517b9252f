import GendanTestSupport
import Testing

@testable import Gendan

/// The chain of an order: received, sent back, paid, approved, handed over, and how far it is.
struct OrderWayTests {
  private let money: MoneyShop
  private var shop: TestShop { money.shop }

  init() throws { money = try MoneyShop() }

  private func way(_ no: String) throws -> OrderWay {
    try shop.read { try OrderWay.of(try TestShop.order(no, $0), in: $0) }
  }

  private func taken(_ no: String) throws -> [WayStepID] {
    try way(no).steps.filter { $0.takenOn != nil }.map(\.id)
  }

  private func receive(_ no: String) throws {
    let at = try TestShop.minute("2026-03-16 08:00")
    try shop.write { try $0.db.run("UPDATE orders SET received_at = \(at) WHERE no = \(no)") }
  }

  @Test func `five steps come one after the other, each with its time (R-071)`() throws {
    try shop.write { try $0.decide(.releaseDeposit, isInForce: true) }
    try shop.write { try $0.decide(.releaseApproved, isInForce: true) }
    let no = try money.order(1000, price: 480_000, terms: "30%", promise: "2026-04-20")
    try receive(no)
    #expect(try way(no).next?.id == .answered)
    try shop.write { _ = try $0.reply(to: try TestShop.order(no, $0), via: "fax", told: "刘工") }
    #expect(try way(no).next?.id == .remitted)
    // A later step is refused before an earlier one.
    let release = { try self.shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) } }
    #expect(throws: Refusal.self) { try release() }
    try money.confirm(try money.claim(1_440_000, for: no))
    #expect(try way(no).next?.id == .approved)
    #expect(throws: Refusal.lacking([.releaseApproved], no: no, [.unsubmitted])) { try release() }
    try shop.write { _ = try $0.submit(try TestShop.order(no, $0)) }
    #expect(try way(no).next?.id == .handedOver)
    try shop.write(right: .supervise) { writing in
      try writing.assign(try TestShop.order(no, writing), to: try User.named("lijia", in: writing.db))
    }
    #expect(try taken(no) == WayStepID.chain)
    let steps = try way(no).steps
    #expect(steps.prefix(5).allSatisfy { $0.takenAt != nil })
    #expect(steps[4].by == "lijia")
    try release()
    #expect(try way(no).next?.id == .made)
  }

  @Test func `an order on credit waits for no remittance, an unpriced one is not sent back (R-071)`() throws {
    let credit = try money.order(10, price: 100, terms: "月结30天")
    #expect(try way(credit).steps.first { $0.id == .remitted }?.isAsked == false)
    let unpriced = try money.order(10, price: nil, terms: nil, promise: "2026-04-20")
    try receive(unpriced)
    try shop.write { _ = try $0.reply(to: try TestShop.order(unpriced, $0), via: "fax") }
    #expect(try taken(unpriced) == [.received])
  }

  @Test func `a step left out is told once a later one was taken (R-071)`() throws {
    let no = try money.order(1000, price: 480_000, terms: "prepaid", promise: "2026-04-20")
    try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
    let way = try way(no)
    #expect(way.steps.filter(way.isSkipped).map(\.id) == [.remitted])
  }

  @Test func `to its end (R-071, R-084)`() throws {
    let no = try money.order(100, price: 10_000, terms: "月结30天", promise: "2026-03-20")
    try shop.write("2026-03-17", right: .ship) { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: nil)], ShipmentDetails(day: writing.today))
    }
    #expect(try way(no).next?.id == .arrived)
    try shop.write("2026-03-18", right: .ship) { writing in
      let order = try TestShop.order(no, writing)
      try writing.arrive(
        try ShipmentLine.of(order.id, in: writing.db), subject: no, on: writing.today, short: 0, damaged: 0,
        receivedBy: nil)
    }
    #expect(try way(no).next?.id == .paid)
    try money.confirm(try money.claim(10_000, for: no), on: "2026-03-19")
    try shop.write("2026-03-20") { try $0.close(try TestShop.order(no, $0)) }
    #expect(try way(no).next == nil)
    let register = try shop.read("2026-03-20") { reading in
      try FinishedBusiness.register(.month(of: reading.today), in: reading)
    }
    let line = try #require(register.first)
    #expect(register.count == 1)
    #expect(line.money.no == no)
    #expect(line.money.total == 10_000)
    #expect(
      [line.money.orderedOn, line.shippedOn, line.arrivedOn, line.money.confirmedOn, line.closedOn].map {
        $0?.description
      } == ["2026-03-02", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"])
  }

  @Test func `the register has the orders closed in the month, by day and number (R-085)`() throws {
    let first = try shop.order()
    let second = try shop.order()
    let open = try shop.order()
    try shop.write { writing in
      try writing.db.run("UPDATE orders SET closed_on = '2026-02-28' WHERE no = \(first)")
      try writing.db.run("UPDATE orders SET closed_on = '2026-03-01' WHERE no = \(second)")
    }
    try shop.read { reading in
      #expect(
        try FinishedBusiness.register(.month(of: reading.today), in: reading).map(\.money.no) == [second])
      let none = try FinishedBusiness.line(of: try TestShop.order(open, reading).id, in: reading)
      #expect(none == nil)
    }
  }

  @Test func `three shares: made, shipped, paid, lines by their worth (R-093)`() throws {
    let no = try money.order(100, price: 10_000, terms: "月结30天", promise: "2026-03-20")
    // A second line of three times the worth.
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      var other = NewOrder(customer: order.customerID, orderedOn: order.orderedOn, currency: "CNY")
      other.lines = []
      _ = try writing.add(
        NewLine(
          product: try Product.named("FL-50", in: writing.db).id, price: 30_000, [NewSchedule(quantity: 100)]),
        number: 2, to: order.id, of: other)
    }
    func shares() throws -> OrderShares {
      try shop.read { try OrderShares.of(try TestShop.order(no, $0).id, in: $0.db) }
    }
    #expect(try shares() == OrderShares(made: 0, shipped: 0, paid: 0))
    try shop.write("2026-03-17", right: .ship) { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.ship(
        [ShipRequest(order: order, line: 1, quantity: 50)], ShipmentDetails(day: writing.today))
    }
    // 50 of 100 of a quarter of the worth; what left was made.
    #expect(try shares() == OrderShares(made: 1250, shipped: 1250, paid: 0))
    try money.confirm(try money.claim(10_000, for: no))
    #expect(try shares().paid == 2500)
    let unpriced = try money.order(100, price: nil, terms: nil)
    #expect(
      try shop.read { try OrderShares.of(try TestShop.order(unpriced, $0).id, in: $0.db) }
        == OrderShares(made: 0, shipped: 0, paid: nil))
  }
}
