import GendanTestSupport
import Testing

@testable import Gendan

/// What billing is handed: signatures, and the last day to ship.
struct ShipGateTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, promise: "2026-03-25")
  }

  private func ship() throws {
    try shop.write(right: .ship) { writing in
      _ = try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: nil)],
        ShipmentDetails(day: writing.today))
    }
  }

  @Test func `no delivery note without the signatures of those who answer for it (R-107)`() throws {
    try shop.write { writing in
      try writing.decide(.shipSigned, isInForce: true)
      try writing.add(SignerRule(.order, step: 1, .supervisor))
    }
    let before = try shop.read { try Journal.newest(in: $0) }
    #expect(throws: Refusal.lacking([.shipSigned], no: no, [.unsubmitted])) { try ship() }
    #expect(try shop.read { try Journal.newest(in: $0) } == before)
    try shop.write { _ = try $0.submit(try TestShop.order(no, $0)) }
    #expect(throws: Refusal.lacking([.shipSigned], no: no, [.unsigned([.supervisor])], isAgreed: true)) {
      try ship()
    }
    try shop.write(as: "zhaolei", right: .sign) { _ = try $0.sign(try TestShop.order(no, $0)) }
    try ship()
    #expect(try shop.schedule(no).isOpen == false)
  }

  @Test func `in the simple flow nobody signs, and goods leave (R-107)`() throws { try ship() }

  @Test func `goods that travel leave as many days before the customer's day (R-082)`() throws {
    func latest() throws -> String {
      try shop.read {
        try TestShop.order(no, $0).latestShipDay(for: try TestShop.day("2026-03-25")).description
      }
    }
    func say(_ meaning: DateMeaning, transit days: Int) throws {
      try shop.write { writing in
        var terms = CustomerTerms()
        terms.dateMeaning = meaning
        terms.transitDays = days
        try writing.set(customer: "C-1", [:], terms)
      }
    }
    #expect(try latest() == "2026-03-25")
    try say(.shipped, transit: 3)
    #expect(try latest() == "2026-03-25")
    try say(.arrived, transit: 3)
    #expect(try latest() == "2026-03-22")
  }
}
