/// What a customer ordered last, as the next order may be.
public struct PastLine: Sendable, Equatable {
  /// The product's code.
  public let product: String
  /// The quantity, as it is typed.
  public let quantity: String
  /// The price of a unit, as it is typed; nil where it had none.
  public let price: String?

  /// The newest line of a customer's orders that were not cancelled, of one product where it is named.
  public static func last(
    of customer: Identifier<Customer>, _ product: Identifier<Product>?, in db: any Transaction
  ) throws -> PastLine? {
    let condition: SQL = product.map { "AND l.product_id = \($0)" } ?? ""
    return try db.first(
      """
      SELECT p.code, p.decimals, sum(s.qty), max(l.price) FROM orders o
      JOIN order_lines l ON l.order_id = o.id JOIN products p ON p.id = l.product_id
      JOIN schedules s ON s.line_id = l.id
      WHERE o.customer_id = \(customer) AND o.cancelled = 0 AND p.active = 1 \(condition)
      GROUP BY o.id, l.id, p.code, p.decimals ORDER BY o.id DESC, l.id LIMIT 1
      """
    ) { row in
      PastLine(
        product: try row[0], quantity: Decimal.text(row.integer(2), decimals: Int(row.integer(1))),
        price: row.isNull(3) ? nil : Money.priceText(row.integer(3)))
    }
  }
}
