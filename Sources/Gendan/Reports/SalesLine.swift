/// A line of an order that was taken, as the list of sales shows it (R-391).
public struct SalesLine: Sendable {
  /// The order's number.
  public let no: String
  /// The line's number.
  public let lineNo: Int
  /// The day it was ordered.
  public let orderedOn: Day
  /// The customer's name.
  public let customer: String
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// What was ordered.
  public let quantity: Quantity
  /// 1/10000 of the currency's unit; nil where nobody said.
  public let price: Int64?
  /// What it is worth less its discount; nil without a price.
  public let amount: Money?
  /// ISO 4217.
  public let currency: String
  /// The clerk's name.
  public let clerk: String?

  /// The lines of orders that were taken in a period and stand, by customer and number.
  public static func taken(in period: Period, _ reading: Reading) throws -> [SalesLine] {
    try reading.db.all(
      """
      SELECT o.no, l.line_no, o.ordered_on, c.name, p.code, p.name, CAST(sum(s.qty) AS BIGINT), p.decimals, p.unit,
        l.price, l.discount_bp, o.currency, u.name
      FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN schedules s ON s.line_id = l.id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN users u ON u.id = o.clerk_id
      WHERE \(period.condition(on: "o.ordered_on")) AND o.cancelled = 0
      GROUP BY o.no, l.line_no, o.ordered_on, c.name, p.code, p.name, p.decimals, p.unit, l.price, l.discount_bp,
        o.currency, u.name
      ORDER BY c.name, o.no, l.line_no
      """, SalesLine.init)
  }

  private init(_ row: any Row) throws {
    no = try row[0]
    lineNo = try row[1]
    orderedOn = try row[2]
    customer = try row[3]
    productCode = try row[4]
    product = try row[5]
    quantity = Quantity(try row[6], decimals: try row[7], unit: try row[8])
    price = try row[9]
    currency = try row[11]
    clerk = try row[12]
    let (pieces, discount, currency) = (quantity, row.integer(10), currency)
    amount = price.flatMap {
      Money.worth(of: pieces.smallest, decimals: pieces.decimals, price: $0, discount: discount)
    }.map { Money(tenThousandths: $0, currency: currency) }
  }
}
