import GendanTestSupport

@testable import Gendan

/// A shop with somebody who keeps the account, and short ways to order, claim and confirm.
struct MoneyShop {
  let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { writing in try writing.addUser(login: "sunli", name: "孙丽", roles: [.finance]) }
  }

  /// Takes an order of C-1; the price in 1/10000.
  func order(
    _ quantity: Int64, price: Int64?, terms: String?, promise: String? = nil, on day: String = "2026-03-02"
  ) throws -> String {
    try shop.write { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      var order = NewOrder(customer: customer.id, orderedOn: try TestShop.day(day), currency: "CNY")
      order.terms = terms
      let delivery = NewSchedule(quantity: quantity, promisedOn: try promise.map(TestShop.day))
      order.lines = [
        NewLine(product: try Product.named("FL-50", in: writing.db).id, price: price, [delivery])
      ]
      return try writing.take(order).no
    }
  }

  func money(_ no: String) throws -> OrderMoney {
    try shop.read { try OrderMoney.of(try TestShop.order(no, $0).id, in: $0.db) }
  }

  func account() throws -> Int64 {
    try shop.read {
      try Customer.account(of: try Customer.named("C-1", in: $0.db).id, currency: "CNY", in: $0.db)
    }
  }

  /// The clerk's claim; returns its number.
  func claim(_ cents: Int64, for no: String, on day: String = "2026-03-16") throws -> String {
    try shop.write(day) { writing in
      try writing.claim(
        NewPayment(amount: cents, day: try TestShop.day(day)), for: try TestShop.order(no, writing)
      ).no
    }
  }

  func confirm(
    _ payment: String, _ cents: Int64? = nil, on day: String = "2026-03-16", as login: String = "sunli"
  ) throws {
    _ = try shop.book(day, as: login).write(
      EventEntry(command: "payment.confirm", line: "confirm", right: .confirmMoney)
    ) { writing in
      try writing.confirm(try Payment.named(payment, in: writing.db), cents)
    }
  }

  func enterBalance(_ cents: Int64, as login: String = "sunli") throws {
    _ = try shop.book(as: login).write(
      EventEntry(command: "customer.balance", line: "balance", right: .confirmMoney)
    ) { writing in
      try writing.enterBalance(
        of: try Customer.named("C-1", in: writing.db), cents, currency: "CNY", note: nil)
    }
  }

  @discardableResult
  func net(_ no: String, _ cents: Int64? = nil) throws -> Int64 {
    try shop.write { try $0.net(try TestShop.order(no, $0), cents) }
  }

  func ship(_ no: String, _ quantity: Int64, on day: String) throws {
    _ = try shop.write(day) { writing in
      try writing.ship(
        [ShipRequest(order: try TestShop.order(no, writing), line: nil, quantity: quantity)],
        ShipmentDetails(day: try TestShop.day(day)))
    }
  }
}
