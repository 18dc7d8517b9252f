import GendanTestSupport
import Testing

@testable import Gendan

/// An order's prices are the confirmed ones, and a quote stands where one is due.
struct QuoteGateTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { try $0.decide(.trading) }
  }

  private func quote(
    _ product: String = "FL-50", price: Int64 = 150_000, until: String? = nil, confirmed: Bool = true
  ) throws -> Quote {
    let last = try until.map(TestShop.day)
    return try shop.write("2026-03-02") { writing in
      var offer = QuoteOffer(currency: "CNY")
      offer.maker = "本厂"
      offer.quantity = 100
      offer.leadDays = 15
      offer.terms = "预付"
      offer.packing = "纸箱"
      offer.pricing = .given(price)
      offer.validUntil = last
      let quote = try writing.quote(
        Product.named(product, in: writing.db), to: Customer.named("C-1", in: writing.db), offer)
      // These tests are about orders: nobody signs here.
      if confirmed { try writing.append(.confirm, to: quote) }
      return quote
    }
  }

  private func list(price: Int64, from day: String) throws {
    try shop.write { writing in
      try writing.set(
        price: price, of: Product.named("FL-50", in: writing.db),
        for: Customer.named("C-1", in: writing.db), "CNY", from: try TestShop.day(day))
    }
  }

  /// An order of one line.
  private func order(
    _ price: Int64? = 150_000, of product: String = "FL-50", on day: String = "2026-03-10",
    quote: Quote? = nil, _ change: (inout NewOrder) -> Void = { _ in }
  ) throws -> String {
    try shop.write { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      var order = NewOrder(
        customer: customer.id, orderedOn: try TestShop.day(day), currency: customer.currency)
      var line = NewLine(
        product: try Product.named(product, in: writing.db).id, price: price, [NewSchedule(quantity: 100)])
      line.quote = quote?.id
      order.lines = [line]
      change(&order)
      return try writing.take(order).no
    }
  }

  /// What the two gates say of an order.
  private func faults(_ no: String) throws -> [Fault] {
    do {
      try shop.write { try $0.pass(.submitPriced, .submitQuoted, on: try TestShop.order(no, $0)) }
      return []
    } catch Refusal.lacking(_, _, let faults, _, _) {
      return faults
    }
  }

  /// What the price gate alone says.
  private func prices(_ no: String) throws -> [Fault] {
    try faults(no).filter { if case .priceDiffers = $0 { true } else { false } }
  }

  /// What the quote gate alone says.
  private func missing(_ no: String) throws -> [Fault] {
    try faults(no).filter { if case .quoteMissing = $0 { true } else { false } }
  }

  @Test func `a line at another price than its quote's is refused (R-039)`() throws {
    let quote = try quote()
    let wrong = try order(148_000, quote: quote)
    let fault = Fault.priceDiffers(line: 1, price: 148_000, confirmed: 150_000, source: quote.no)
    #expect(try faults(wrong) == [fault])
    #expect(try faults(try order(150_000, quote: quote)) == [])
    #expect(try faults(try order(149_999, quote: quote)).count == 1)
    #expect(
      try faults(try order(nil, quote: quote)) == [
        .priceDiffers(line: 1, price: nil, confirmed: 150_000, source: quote.no)
      ])
  }

  @Test func `a discount on the confirmed price is another price (R-039)`() throws {
    let quote = try quote()
    #expect(
      try faults(try order(quote: quote) { $0.lines[0].discount = 500 }) == [
        .priceDiffers(line: 1, price: 142_500, confirmed: 150_000, source: quote.no)
      ])
    #expect(try faults(try order(200_000, quote: quote) { $0.lines[0].discount = 2_500 }) == [])
  }

  @Test func `without a quote the price list of the order's day counts (R-039, R-042)`() throws {
    try list(price: 185_000, from: "2026-03-01")
    try list(price: 190_000, from: "2026-03-11")
    #expect(try prices(try order(185_000)) == [])
    #expect(
      try prices(try order(190_000)) == [
        .priceDiffers(line: 1, price: 190_000, confirmed: 185_000, source: nil)
      ])
    #expect(try prices(try order(190_000, on: "2026-03-11")) == [])
    // Nothing was agreed for that day, so nothing differs.
    #expect(try prices(try order(1, on: "2026-02-28")) == [])
  }

  @Test func `a quote that nobody confirmed, or of another currency, is no price (R-039)`() throws {
    let draft = try quote(confirmed: false)
    #expect(try prices(try order(1, quote: draft)) == [])
    let confirmed = try quote()
    #expect(try prices(try order(1, quote: confirmed) { $0.currency = "EUR" }) == [])
  }

  @Test func `a new customer's first order needs a quote (R-037)`() throws {
    let no = try order()
    #expect(try missing(no) == [.quoteMissing(.newCustomer, line: 1)])
    _ = try quote(confirmed: false)
    #expect(try missing(no).count == 1)
    // Found, though the line does not name it.
    _ = try quote()
    #expect(try missing(no) == [])
  }

  @Test func `a product that the customer never ordered needs one (R-037, R-117)`() throws {
    _ = try order(of: "CLOTH", on: "2026-03-01")
    let no = try order()
    #expect(try missing(no) == [.quoteMissing(.changedProduct, line: 1)])
    #expect(try missing(try order()) == [])
    try shop.write { try $0.cancel(try TestShop.order(no, $0), reason: "撤单") }
    // What was cancelled was never ordered.
    #expect(try missing(try order()).count == 0)
    #expect(try missing(try order(of: "CLOTH")) == [])
  }

  @Test func `a special demand needs one, and none is none (R-037)`() throws {
    _ = try order(on: "2026-03-01")
    #expect(try missing(try order { $0.lines[0].requirement = "-" }) == [])
    #expect(
      try missing(try order { $0.lines[0].requirement = "镀锌" }) == [.quoteMissing(.special, line: 1)])
    let special = try order { $0.special = "罚款条款" }
    #expect(try missing(special) == [.quoteMissing(.special, line: 1)])
    _ = try quote()
    #expect(try missing(special) == [])
  }

  @Test func `an expired quote is none, by the day of the order (R-037)`() throws {
    let quote = try quote(until: "2026-03-10")
    #expect(try missing(try order(on: "2026-03-10", quote: quote)) == [])
    let late = try order(of: "CLOTH", on: "2026-03-11", quote: quote)
    #expect(try missing(late) == [.quoteMissing(.changedProduct, line: 1)])
  }

  @Test func `gates that are off, or overridden with a reason, let pass`() throws {
    let no = try order()
    #expect(throws: Refusal.self) {
      try shop.write(as: "lijia", overriding: nil) {
        try $0.pass(.submitQuoted, on: try TestShop.order(no, $0))
      }
    }
    try shop.write(as: "zhaolei", overriding: "老客户换名") {
      try $0.pass(.submitQuoted, on: try TestShop.order(no, $0))
      #expect($0.entry.overrides == [.submitQuoted])
    }
    try shop.write { try $0.decide(.simple) }
    #expect(try faults(no) == [])
  }
}
