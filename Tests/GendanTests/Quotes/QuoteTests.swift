import GendanTestSupport
import Testing

@testable import Gendan

/// A quote from its costs to the customer's word.
struct QuoteTests {
  private let shop: TestShop
  init() throws { shop = try TestShop() }

  /// Cost 8.20 + 3.00 + 0.80, margin 20 %.
  private func offer(_ change: (inout QuoteOffer) -> Void = { _ in }) -> QuoteOffer {
    var offer = QuoteOffer(currency: "CNY")
    offer.maker = "本厂"
    offer.quantity = 12_400
    offer.leadDays = 15
    offer.terms = "订金30%"
    offer.packing = "纸箱"
    offer.cost.material = 82_000
    offer.cost.labour = 30_000
    offer.cost.packaging = 8_000
    offer.pricing = .margin(2_000)
    change(&offer)
    return offer
  }

  @discardableResult
  private func quote(
    on day: String = "2026-03-02", _ change: (inout QuoteOffer) -> Void = { _ in }
  ) throws -> Quote {
    try shop.write(day) { writing in
      try writing.quote(
        Product.named("FL-50", in: writing.db), to: Customer.named("C-1", in: writing.db), offer(change))
    }
  }

  private func named(_ text: String) throws -> Quote { try shop.read { try Quote.named(text, in: $0.db) } }

  /// Finance and the general manager sign; both have their people.
  private func staff() throws {
    try shop.write { writing in
      try writing.decide(.trading)
      try writing.addUser(login: "qianhui", name: "钱慧", roles: [.finance])
      try writing.addUser(login: "sunzong", name: "孙总", roles: [.generalManager])
    }
  }

  @Test(
    arguments: [
      (120_000, 2_000, 150_000), (100_000, 3_000, 142_857), (120_000, 0, 120_000), (10_000, 3_333, 14_999),
      (1, 5_000, 2), (2, 7_500, 8), (100_000, 9_999, 1_000_000_000),
    ] as [(Int64, Int64, Int64)])
  func `the margin is a part of the price, half up (R-035)`(cost: Int64, margin: Int64, price: Int64) {
    var costs = QuoteCost()
    costs.material = cost
    #expect(costs.price(margin: margin) == price)
  }

  @Test func `no costs, or a margin of everything, give no price (R-035)`() {
    #expect(QuoteCost().price(margin: 2_000) == nil)
    var costs = QuoteCost()
    costs.other = 5
    #expect(costs.price(margin: 10_000) == nil)
    costs.other = Price.range.upperBound
    #expect(costs.price(margin: 9_999) == nil)
    costs.material = .max
    #expect(costs.total == nil)
    #expect(throws: BookError.self) { try quote { $0.cost.other = .max } }
    #expect(throws: BookError.self) {
      try quote {
        $0.cost.other = Price.range.upperBound
        $0.pricing = .margin(1)
      }
    }
  }

  @Test func `the composition adds up to the whole price (R-036)`() {
    let parts = offer().composition
    #expect(parts.map(\.part) == [.material, .labour, .packaging, .margin])
    #expect(parts.map(\.amount) == [82_000, 30_000, 8_000, 30_000])
    #expect(parts.map(\.share) == [5_467, 2_000, 533, 2_000])
    #expect(offer { $0.cost.material = 86_000 }.composition.map(\.share) == [5_549, 1_935, 516, 2_000])
    #expect(offer { $0.pricing = .given(110_000) }.composition.last?.share == -909)
    #expect(offer { $0.pricing = .given(0) }.composition.isEmpty)
  }

  @Test func `a quote that leaves one of the seven out is not handed in or confirmed (R-033)`() throws {
    let quote = try quote {
      $0.maker = nil
      $0.packing = nil
    }
    let refusal = Refusal.lacking(
      [.quoteComplete], no: quote.no, [.quoteUnsaid([.maker, .packing])], of: .quote)
    #expect(throws: refusal) { try shop.write { _ = try $0.submit(quote: quote) } }
    #expect(throws: refusal) { try shop.write { try $0.confirm(quote: quote) } }
    let filled = try shop.write { try $0.set(quote, offer()) }
    #expect(filled.version == 1)
    try shop.write { try $0.confirm(quote: filled) }
    #expect(try named(quote.no).review == .confirmed)
  }

  @Test func `finance signs, then the general manager, then the customer confirms (R-038)`() throws {
    try staff()
    let quote = try quote()
    #expect(quote.no == "Q2603-0001")
    let unsubmitted = Refusal.lacking([.quoteSigned], no: quote.no, [.unsubmitted], of: .quote)
    #expect(throws: unsubmitted) { try shop.write { try $0.confirm(quote: quote) } }
    #expect(try shop.write { try $0.submit(quote: quote).state } == .inReview)
    let early = Refusal.lacking([.signInTurn], no: quote.no, [.unsigned([.finance])], of: .quote)
    #expect(throws: early) { try shop.write(as: "sunzong", right: .sign) { _ = try $0.sign(quote) } }
    #expect(throws: BookError.self) {
      try shop.write(as: "lijia", right: .sign) { _ = try $0.sign(quote) }
    }
    #expect(
      try shop.write(as: "qianhui", right: .sign) { try $0.sign(quote).trail.next } == [
        .generalManager
      ])
    let unsigned = Refusal.lacking(
      [.quoteSigned], no: quote.no, [.unsigned([.generalManager])], of: .quote)
    #expect(throws: unsigned) { try shop.write { try $0.confirm(quote: quote) } }
    #expect(
      try shop.write(as: "sunzong", right: .sign) { try $0.sign(quote).trail.state } == .approved)
    try shop.write("2026-03-04") { try $0.confirm(quote: quote, by: "李明") }
    let confirmed = try named(quote.no)
    #expect(confirmed.state(on: try TestShop.day("2026-03-04")) == .confirmed)
    #expect(throws: BookError.wrongState(no: quote.no, .confirmed, of: .quote)) {
      try shop.write { try $0.confirm(quote: confirmed) }
    }
  }

  @Test func `the general manager may let a quote pass unsigned, with a reason (R-038)`() throws {
    try staff()
    let quote = try quote()
    try shop.write { _ = try $0.submit(quote: quote) }
    #expect(throws: BookError.self) { try shop.write(overriding: "急") { try $0.confirm(quote: quote) } }
    try shop.write(as: "sunzong", overriding: "急") { writing in
      try writing.confirm(quote: quote)
      #expect(writing.entry.overrides == [.quoteSigned])
    }
    #expect(try named(quote.no).review == .confirmed)
  }

  @Test func `what was sent back is handed in again (R-038)`() throws {
    try staff()
    let quote = try quote()
    try shop.write { _ = try $0.submit(quote: quote) }
    try shop.write(as: "qianhui", right: .sign) { _ = try $0.reject(quote, reason: "毛利太低") }
    let returned = Refusal.lacking(
      [.quoteSigned], no: quote.no, [.rejected(by: .finance, reason: "毛利太低")], of: .quote)
    let sentBack = try named(quote.no)
    #expect(throws: returned) { try shop.write { try $0.confirm(quote: sentBack) } }
    let better = try shop.write { try $0.set(sentBack, offer { $0.pricing = .margin(2_500) }) }
    #expect(better.offer.price == 160_000)
    #expect(try shop.write { try $0.submit(quote: better).state } == .inReview)
  }

  @Test func `what was handed in is not changed; a revision is a version of its own (R-045)`() throws {
    let first = try quote()
    try shop.write { try $0.confirm(quote: first) }
    let settled = Refusal.lacking(
      [.quoteUnchanged], no: first.no, [.quoteSettled(version: 1)], of: .quote)
    let confirmed = try named(first.no)
    #expect(throws: settled) { try shop.write { _ = try $0.set(confirmed, offer()) } }
    let second = try shop.write { try $0.revise(confirmed, offer { $0.pricing = .given(148_000) }) }
    #expect(second.version == 2)
    #expect(second.review == .draft)
    let day = try TestShop.day("2026-03-16")
    // The confirmed version holds until the next is confirmed.
    #expect(try named("Q2603-0001.1").state(on: day) == .confirmed)
    #expect(try shop.read { try second.standing(on: day, in: $0.db).version } == 1)
    try shop.write { try $0.confirm(quote: second) }
    #expect(try named("0001.1").state(on: day) == .replaced)
    #expect(try named("0001.1").offer.price == 150_000)
    #expect(try shop.read { try second.standing(on: day, in: $0.db).version } == 2)
  }

  @Test func `it holds to its last day and not a day longer (R-037)`() throws {
    let last = try TestShop.day("2026-03-31")
    let quote = try quote { $0.validUntil = last }
    try shop.write("2026-03-31") { try $0.confirm(quote: quote) }
    let confirmed = try named(quote.no)
    #expect(confirmed.holds(on: last))
    #expect(!confirmed.holds(on: last.adding(days: 1)))
    #expect(confirmed.state(on: last.adding(days: 1)) == .expired)
    let other = try self.quote { $0.validUntil = last }
    #expect(throws: BookError.quoteState(no: other.no, .expired)) {
      try shop.write("2026-04-01") { try $0.confirm(quote: other) }
    }
  }

  @Test func `an order makes it won, and a reason makes it lost (R-034)`() throws {
    let quote = try quote()
    try shop.write { try $0.confirm(quote: quote) }
    try shop.write { writing in
      var order = NewOrder(customer: quote.customerID, orderedOn: writing.today, currency: "CNY")
      var line = NewLine(product: quote.productID, price: 150_000, [NewSchedule(quantity: 10)])
      line.quote = quote.id
      order.lines = [line]
      try writing.take(order)
    }
    let day = try TestShop.day("2026-03-16")
    #expect(try named(quote.no).state(on: day) == .won)
    #expect(try named(quote.no).order == "SO2603-0001")
    let won = try named(quote.no)
    #expect(throws: BookError.quoteState(no: quote.no, .won)) {
      try shop.write { try $0.lose(quote: won, reason: "x") }
    }
    let other = try self.quote()
    try shop.write { try $0.lose(quote: other, reason: "价格高") }
    let lost = try named(other.no)
    #expect(lost.state(on: day) == .lost)
    #expect(throws: BookError.quoteState(no: other.no, .lost)) {
      try shop.write { _ = try $0.submit(quote: lost) }
    }
  }

  @Test func `what the customer confirmed is the price from that day (R-042)`() throws {
    let quote = try quote()
    try shop.write("2026-03-04") { try $0.confirm(quote: quote) }
    func price(_ day: String) throws -> Price? {
      try shop.read {
        try Price.inForce(
          quote.productID, for: quote.customerID, "CNY", on: try TestShop.day(day), in: $0.db)
      }
    }
    #expect(try price("2026-03-03") == nil)
    #expect(try price("2026-03-04")?.price == 150_000)
    #expect(try price("2026-03-04")?.quote == quote.no)
    try shop.write { writing in
      try writing.set(
        price: 155_000, of: Product.named("FL-50", in: writing.db),
        for: Customer.named("C-1", in: writing.db), "CNY", from: try TestShop.day("2026-04-01"))
    }
    #expect(try price("2026-03-31")?.price == 150_000)
    #expect(try price("2026-04-01")?.price == 155_000)
    try shop.write { writing in
      let last = try #require(try Journal.undoable(1, by: "chenting", in: writing).first)
      try Journal.undo(last, in: writing)
    }
    #expect(try price("2026-04-01")?.price == 150_000)
  }
}
