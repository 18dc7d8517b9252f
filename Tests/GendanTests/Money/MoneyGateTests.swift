import GendanTestSupport
import Testing

@testable import Gendan

/// Each gate of money: where it refuses, where it passes, and what overrides it.
struct MoneyGateTests {
  private let shop: MoneyShop

  init() throws { shop = try MoneyShop() }

  private func put(_ gate: GateID) throws { try shop.shop.write { try $0.decide(gate, isInForce: true) } }

  private func rows() throws -> [Int] {
    try shop.shop.read { reading in
      try ["events", "production_orders", "shipments", "shipment_lines", "receipts"].map {
        try reading.db.count("SELECT count(*) FROM \(name: $0)")
      }
    }
  }

  private func yuan(_ cents: Int64) -> Money { Money(cents: cents, currency: "CNY") }

  private func release(_ no: String) throws {
    try shop.shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
  }

  /// Expects the refusal, and that nothing was written.
  private func refuses(_ gate: GateID, _ no: String, _ faults: [Fault], _ act: () throws -> Void) throws {
    let before = try rows()
    #expect(throws: Refusal.lacking([gate], no: no, faults)) { try act() }
    #expect(try rows() == before)
  }

  @Test func `R-140: production waits until the deposit is confirmed`() throws {
    try put(.releaseDeposit)
    let no = try shop.order(1000, price: 480_000, terms: "订金30%")
    let payment = try shop.claim(1_440_000, for: no)
    try shop.confirm(payment, 1_400_000)
    let short = Fault.depositShort(due: yuan(1_440_000), confirmed: yuan(1_400_000))
    try refuses(.releaseDeposit, no, [short]) { try release(no) }
    try shop.confirm(payment)
    try release(no)
    // Other terms ask for no deposit.
    try release(try shop.order(10, price: 10_000, terms: "prepaid"))
    try release(try shop.order(10, price: 10_000, terms: nil))
  }

  @Test func `R-140: nobody can say what a deposit is without a price`() throws {
    try put(.releaseDeposit)
    let no = try shop.order(10, price: nil, terms: "30%")
    try refuses(.releaseDeposit, no, [.unsaid(.price, line: 1)]) { try release(no) }
  }

  @Test func `R-289, R-290: goods leave when all is confirmed, S15`() throws {
    try put(.shipPaid)
    let no = try shop.order(100, price: 3_000_000, terms: "prepaid")
    try shop.confirm(try shop.claim(2_000_000, for: no))
    _ = try shop.claim(1_000_000, for: no)
    try refuses(.shipPaid, no, [.balanceOpen(yuan(1_000_000))]) { try shop.ship(no, 1, on: "2026-03-16") }
    try shop.confirm("P2603-0002")
    try shop.ship(no, 100, on: "2026-03-16")
    try shop.ship(try shop.order(10, price: 10_000, terms: "net 30"), 10, on: "2026-03-16")
  }

  @Test func `R-290: a supervisor may let goods leave, with a reason`() throws {
    try put(.shipPaid)
    let no = try shop.order(100, price: 10_000, terms: "30%")
    try shop.shop.write(as: "zhaolei", overriding: "老客户") { writing in
      _ = try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: nil)],
        ShipmentDetails(day: writing.today))
      #expect(writing.entry.overrides == [.shipPaid])
    }
  }

  @Test func `R-009: on credit the whole order must fit in the limit with what is owed`() throws {
    try put(.shipCredit)
    let first = try shop.order(100, price: 10_000, terms: "net 30")
    try shop.ship(first, 100, on: "2026-03-16")
    let second = try shop.order(50, price: 10_000, terms: "net 30")
    try shop.shop.write(as: "zhaolei") { writing in
      var terms = CustomerTerms()
      terms.creditLimit = .some(14_999)
      try writing.set(customer: "C-1", [:], terms)
    }
    let exceeded = Fault.creditExceeded(limit: yuan(14_999), exposure: yuan(15_000))
    try refuses(.shipCredit, second, [exceeded]) { try shop.ship(second, 1, on: "2026-03-16") }
    try shop.confirm(try shop.claim(1, for: first))
    try shop.ship(second, 50, on: "2026-03-16")
  }

  @Test func `R-009: only finance or the supervisor sets a limit`() throws {
    #expect(throws: BookError.notAllowed([.finance, .supervisor])) {
      try shop.shop.write(as: "lijia") { writing in
        var terms = CustomerTerms()
        terms.creditLimit = .some(1)
        try writing.set(customer: "C-1", [:], terms)
      }
    }
  }

  @Test func `R-084: an order is closed when it is paid`() throws {
    try put(.closePaid)
    let no = try shop.order(10, price: 10_000, terms: "net 30")
    try shop.ship(no, 10, on: "2026-03-16")
    try shop.shop.write { writing in
      let lines = try ShipmentLine.of(try TestShop.order(no, writing).id, in: writing.db)
      try writing.arrive(lines, subject: no, on: writing.today)
    }
    func close() throws { try shop.shop.write { try $0.close(try TestShop.order(no, $0)) } }
    try refuses(.closePaid, no, [.balanceOpen(yuan(1_000))]) { try close() }
    try shop.confirm(try shop.claim(1_000, for: no))
    try close()
  }
}
