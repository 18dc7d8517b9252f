import GendanTestSupport
import Testing

@testable import Gendan

/// New material waits for the general manager's word on the price.
struct QuoteDecisionTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      try writing.addUser(login: "zheng", name: "郑总", roles: [.generalManager])
      try writing.decide(.submitDecided, isInForce: true)
      try writing.decide(.submitPriced, isInForce: true)
    }
    no = try shop.order(100)
    try shop.write { writing in
      var change = OrderChange()
      change.isNewMaterial = true
      change.price = 150_000
      try writing.set(try TestShop.order(no, writing), change)
    }
  }

  /// A version of a quote of 法兰 at a price, confirmed on a day.
  @discardableResult
  private func quote(
    _ price: Int64, on day: String = "2026-03-01", revising old: Quote? = nil
  ) throws -> Quote {
    try shop.write(day) { writing in
      var offer = QuoteOffer(currency: "CNY")
      offer.pricing = .given(price)
      let quote =
        if let old {
          try writing.revise(old, offer)
        } else {
          try writing.quote(
            Product.named("FL-50", in: writing.db), to: Customer.named("C-1", in: writing.db), offer)
        }
      try writing.append(.confirm, to: quote)
      return quote
    }
  }

  private func decide(_ ruling: QuoteRuling, on day: String = "2026-03-16") throws -> [NewMaterialLine] {
    try shop.write(day, as: "zheng", right: .sign) {
      try $0.decide(ruling, for: try TestShop.order(no, $0), note: "铜价")
    }
  }

  /// What keeps the order from being handed in, of price and decision.
  private func faults() throws -> [Fault] {
    do {
      try shop.write("2026-03-18") {
        try $0.pass(.submitPriced, .submitDecided, on: try TestShop.order(no, $0))
      }
      return []
    } catch Refusal.lacking(_, _, let faults, _, _) {
      return faults
    }
  }

  @Test func `an order with new material is not handed in before the decision (R-040)`() throws {
    try quote(150_000)
    #expect(try faults() == [.priceUndecided(line: 1)])
    _ = try decide(.keep)
    #expect(try faults() == [])
  }

  @Test func `one without new material needs none (R-040)`() throws {
    try shop.write { writing in
      var change = OrderChange()
      change.isNewMaterial = false
      try writing.set(try TestShop.order(no, writing), change)
    }
    #expect(try faults() == [])
    #expect(throws: BookError.nothingLeft(.price, no)) { try decide(.keep) }
  }

  @Test func `only the general manager decides (R-040)`() throws {
    #expect(throws: BookError.notAllowed([.generalManager])) {
      try shop.write(as: "zhaolei", right: .sign) {
        _ = try $0.decide(.keep, for: try TestShop.order(no, $0), note: nil)
      }
    }
    #expect(try shop.read { try QuoteDecision.of(try TestShop.order(no, $0).id, in: $0.db) } == nil)
  }

  @Test func `keep links the old quote and keeps its price (R-041)`() throws {
    let old = try quote(150_000)
    let line = try #require(try decide(.keep).first)
    #expect(line.price == 150_000)
    #expect(line.quote?.id == old.id)
    #expect(try shop.read { try Quote.of(try TestShop.order(no, $0).id, in: $0.db) }.map(\.id) == [old.id])
    let decision = try shop.read { try QuoteDecision.of(try TestShop.order(no, $0).id, in: $0.db) }
    #expect(decision?.ruling == .keep && decision?.by == "郑总" && decision?.note == "铜价")
  }

  @Test func `change asks for a quote that is confirmed since, and for its price (R-040)`() throws {
    let old = try quote(150_000)
    _ = try decide(.change)
    #expect(try faults() == [.requoteMissing(line: 1)])
    let new = try quote(165_000, on: "2026-03-17", revising: old)
    #expect(
      try faults() == [.priceDiffers(line: 1, price: 150_000, confirmed: 165_000, source: new.no)])
    try shop.write { writing in
      var change = OrderChange()
      change.price = 165_000
      try writing.set(try TestShop.order(no, writing), change)
    }
    #expect(try faults() == [])
  }
}

/// Nobody goes further below the standing price than their role may.
struct DiscountTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      try writing.addUser(login: "wu", name: "吴经理", roles: [.salesManager])
      try writing.decide(.discountLimits, "clerk=2,sales-manager=10")
      try writing.set(
        price: 1_000_000, of: Product.named("FL-50", in: writing.db),
        for: Customer.named("C-1", in: writing.db), "CNY", from: try TestShop.day("2026-01-01"))
    }
  }

  private func offer(_ price: Int64, discount: Int64 = 0, as login: String) throws {
    try shop.write(as: login) { try $0.allow(price: price, discount: discount, against: 1_000_000) }
  }

  @Test func `to the hundredth of a per cent, and who may is named (R-044)`() throws {
    try offer(980_000, as: "lijia")
    #expect(throws: BookError.discountBeyond(asked: 201, limit: 200, [.salesManager])) {
      try offer(979_900, as: "lijia")
    }
    #expect(throws: BookError.discountBeyond(asked: 201, limit: 200, [.salesManager])) {
      try offer(979_999, as: "lijia")
    }
    try offer(900_000, as: "wu")
    #expect(throws: BookError.discountBeyond(asked: 1_001, limit: 1_000, [])) {
      try offer(899_999, as: "wu")
    }
  }

  @Test func `a discount counts against the standing price, not the typed one (R-044)`() throws {
    try offer(1_000_000, discount: 200, as: "lijia")
    #expect(throws: BookError.discountBeyond(asked: 300, limit: 200, [.salesManager])) {
      try offer(1_000_000, discount: 300, as: "lijia")
    }
    // Ten per cent off a price raised by ten is one below the standing one.
    try offer(1_100_000, discount: 1_000, as: "lijia")
  }

  @Test func `a quote below the price in force is refused, and changes nothing (R-044)`() throws {
    func quote(_ price: Int64, as login: String) throws -> Quote {
      try shop.write(as: login) { writing in
        var offer = QuoteOffer(currency: "CNY")
        offer.pricing = .given(price)
        return try writing.quote(
          Product.named("FL-50", in: writing.db), to: Customer.named("C-1", in: writing.db), offer)
      }
    }
    #expect(throws: BookError.discountBeyond(asked: 500, limit: 200, [.salesManager])) {
      try quote(950_000, as: "lijia")
    }
    #expect(try shop.read { try Quote.list(in: $0.db) }.isEmpty)
    #expect(try quote(950_000, as: "wu").offer.price == 950_000)
  }

  @Test func `a price that is set below the standing one is refused too (R-044)`() throws {
    let no = try shop.order(10)
    func set(_ price: Int64, as login: String) throws {
      try shop.write(as: login) { writing in
        var change = OrderChange()
        change.price = price
        try writing.set(try TestShop.order(no, writing), change)
      }
    }
    #expect(throws: BookError.discountBeyond(asked: 300, limit: 200, [.salesManager])) {
      try set(970_000, as: "lijia")
    }
    try set(980_000, as: "lijia")
  }

  @Test func `without limits everybody decides`() throws {
    try shop.write { try $0.decide(.discountLimits, "") }
    try offer(1, as: "lijia")
    #expect(throws: BookError.badSetting(.discountLimits, "clerk=101")) {
      try shop.write { try $0.decide(.discountLimits, "clerk=101") }
    }
    #expect(throws: BookError.badSetting(.discountLimits, "boss=5")) {
      try shop.write { try $0.decide(.discountLimits, "boss=5") }
    }
  }
}
