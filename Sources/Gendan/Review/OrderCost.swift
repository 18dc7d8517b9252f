/// What an order is expected to cost besides the goods, as its review form says.
public struct OrderCost: Sendable, Equatable {
  /// For what, such as freight.
  public let name: String
  /// How much, in the order's currency.
  public let amount: Money

  /// The expected costs of an order, by name.
  public static func of(_ order: Order, in db: any Transaction) throws -> [OrderCost] {
    try db.all("SELECT name, amount FROM order_costs WHERE order_id = \(order.id) ORDER BY name") {
      OrderCost(name: try $0[0], amount: Money(cents: $0.integer(1), currency: order.currency))
    }
  }
}

extension Writing {
  /// Notes an expected cost in 1/100 of the order's currency's unit; nil takes it away.
  public func set(cost name: String, of order: Order, to cents: Int64?) throws {
    entry.subject = order.no
    guard let cents else {
      try db.run("DELETE FROM order_costs WHERE order_id = \(order.id) AND name = \(name)")
      return
    }
    try db.run(
      """
      INSERT INTO order_costs (order_id, name, amount) VALUES (\(order.id), \(name), \(cents))
      ON CONFLICT (order_id, name) DO UPDATE SET amount = excluded.amount
      """)
  }
}
