/// A product of which too little is in stock, and how much would fill it up.
/// Quantities are in the product's smallest unit.
public struct StockProposal: Sendable, Equatable {
  /// The stock as it stands.
  public let stock: Stock
  /// In production for stock, or finished since the newest count.
  public let coming: Int64
  /// Up to which quantity it is made.
  public let maximum: Int64

  /// What is free, and what will be.
  public var expected: Int64 { stock.free + coming }
  /// What fills it up.
  public var quantity: Int64 { maximum - expected }

  /// The products that are below their minimum, by code.
  public static func all(in db: any Transaction) throws -> [StockProposal] {
    try Product.list(in: db).compactMap { product in
      guard product.isActive, let minimum = product.minimum, let maximum = product.maximum else {
        return nil
      }
      let stock = try Stock.of(product, in: db)
      let proposal = StockProposal(
        stock: stock, coming: try coming(product, since: stock.countedOn, in: db), maximum: maximum)
      return proposal.expected < minimum ? proposal : nil
    }
  }

  private static func coming(
    _ product: Product, since counted: Day?, in db: any Transaction
  ) throws -> Int64 {
    let uncounted: SQL = counted.map { "w.finished_on > \($0)" } ?? "w.finished_on IS NOT NULL"
    let sum: Int64? = try db.value(
      """
      SELECT CAST(coalesce(sum(CASE WHEN w.is_open = 1 THEN w.qty ELSE w.good_qty END), 0) AS BIGINT)
      FROM production_orders w
      WHERE w.product_id = \(product.id) AND w.schedule_id IS NULL AND (w.is_open = 1 OR \(uncounted))
      """)
    return sum ?? 0
  }
}

extension Writing {
  /// Says between which quantities a product is kept in stock; nil: it is not.
  public func keep(_ product: Product, between limits: ClosedRange<Int64>?) throws {
    entry.subject = product.code
    try db.run(
      """
      UPDATE products SET min_qty = \(limits?.lowerBound), max_qty = \(limits?.upperBound)
      WHERE id = \(product.id)
      """)
  }

  /// Writes a production order for what fills each product up, which waits for its signature like any
  /// other for stock.
  public func makeProposed() throws -> [ProductionOrder] {
    let made = try StockProposal.all(in: db).map { try makeForStock($0.stock.product, quantity: $0.quantity) }
    entry.subjects = made.map(\.no)
    return made
  }
}
