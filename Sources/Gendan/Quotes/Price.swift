/// A customer's price of a product from a day on, until the next one (R-042).
public struct Price: Sendable, Equatable {
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// The customer's region (R-043).
  public let region: String?
  /// The customer's class (R-043).
  public let level: CustomerClass?
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// ISO 4217.
  public let currency: String
  /// 1/10000 of the currency's unit.
  public let price: Int64
  /// The first day on which it holds.
  public let from: Day
  /// The number of the quote that it comes from.
  public let quote: String?

  /// The prices that can be kept, in 1/10000 of the unit: worth must be computed from them.
  static let range: ClosedRange<Int64> = 0...1_000_000_000_000_000
}

extension Price {
  private static let query: SQL =
    """
    SELECT c.code, c.name, p.code, p.name, r.currency, r.price, r.from_on, q.no, c.region, c.class FROM prices r
    JOIN customers c ON c.id = r.customer_id JOIN products p ON p.id = r.product_id
    LEFT JOIN quotes q ON q.id = r.quote_id
    """

  private init(_ row: any Row) throws {
    customerCode = try row[0]
    customer = try row[1]
    productCode = try row[2]
    product = try row[3]
    currency = try row[4]
    price = try row[5]
    from = try row[6]
    quote = try row[7]
    region = try row[8]
    level = CustomerClass(rawValue: row.text(9))
  }

  /// The price of a product for a customer that holds on a day.
  public static func inForce(
    _ product: Identifier<Product>, for customer: Identifier<Customer>, _ currency: String, on day: Day,
    in db: any Transaction
  ) throws -> Price? {
    try db.first(
      """
      \(query) WHERE r.customer_id = \(customer) AND r.product_id = \(product)
        AND r.currency = \(currency) AND r.from_on <= \(day) ORDER BY r.from_on DESC LIMIT 1
      """, Price.init)
  }

  /// The price that stands for a line of an order: of the quote that it names, else of the customer's list
  /// on the order's day.
  static func standing(
    for line: Identifier<OrderLine>, of order: Order, in db: any Transaction
  ) throws -> Int64? {
    let row = try db.first(
      """
      SELECT l.product_id, q.price FROM order_lines l LEFT JOIN quotes q ON q.id = l.quote_id
      WHERE l.id = \(line)
      """
    ) { (product: try $0[0] as Identifier<Product>, quoted: try $0[1] as Int64?) }
    guard let row else { return nil }
    return try row.quoted
      ?? inForce(row.product, for: order.customerID, order.currency, on: order.orderedOn, in: db)?.price
  }

  /// Prices of customers that fit a filter, by customer, product and day; of those that are over by `day` none, or with nil all.
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), customer: Identifier<Customer>? = nil,
    product: Identifier<Product>? = nil, on day: Day?,
    in db: any Transaction
  ) throws -> [Price] {
    var conditions = [filter.condition]
    if let customer { conditions.append("r.customer_id = \(customer)") }
    if let product { conditions.append("r.product_id = \(product)") }
    if let day {
      conditions.append(
        """
        NOT EXISTS (SELECT 1 FROM prices n WHERE n.customer_id = r.customer_id
          AND n.product_id = r.product_id AND n.currency = r.currency
          AND n.from_on > r.from_on AND n.from_on <= \(day))
        """)
    }
    return try db.all(
      """
      \(query) WHERE \(SQL.join(conditions, " AND "))
      ORDER BY c.code, p.code, r.currency, r.from_on
      """, Price.init)
  }
}

extension Writing {
  /// Enters a price from a day on, or corrects the one that begins there (R-042).
  public func set(
    price: Int64, of product: Product, for customer: Customer, _ currency: String, from day: Day
  ) throws {
    entry.subjects = [customer.code, product.code]
    try set(price: price, of: product.id, for: customer.id, currency, from: day, quote: nil)
  }

  func set(
    price: Int64, of product: Identifier<Product>, for customer: Identifier<Customer>, _ currency: String,
    from day: Day, quote: Identifier<Quote>?
  ) throws {
    guard Price.range ~= price else { throw BookError.tooLarge(Decimal.text(price, decimals: 4)) }
    try db.run(
      """
      INSERT INTO prices (customer_id, product_id, currency, price, from_on, quote_id, entered_at, entered_by)
      VALUES (\(customer), \(product), \(currency), \(price), \(day), \(quote), \(now), \(user.id))
      ON CONFLICT (customer_id, product_id, currency, from_on) DO UPDATE SET price = excluded.price,
        quote_id = excluded.quote_id, entered_at = excluded.entered_at, entered_by = excluded.entered_by
      """)
  }
}
