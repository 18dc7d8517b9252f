/// How far an order is along: what of it is made, shipped and paid, in basis points.
///
/// A line weighs by its worth, or where a line has no price, by its quantity.
public struct OrderShares: Sendable, Equatable {
  /// Made or taken from stock.
  public let made: Int
  /// Shipped.
  public let shipped: Int
  /// Confirmed by finance; nil where nothing is to be paid, or a price is missing.
  public let paid: Int?

  /// The shares of one order.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> OrderShares {
    let money = try OrderMoney.of(order, in: db)
    let coverages = try Coverage.of(order, in: db)
    let made = try MadeSoFar.of(coverages.map(\.schedule.id), in: db)
    var whole = 0.0
    var (madeSum, shippedSum) = (0.0, 0.0)
    let weights = money.unpriced.isEmpty ? try worths(order, in: db) : [:]
    for coverage in coverages {
      let schedule = coverage.schedule
      let ordered = schedule.quantity.smallest
      let weight = Double(weights[schedule.id] ?? ordered)
      let shipped = min(ordered, schedule.shipped)
      let known = coverage.fromStock + made[schedule.id, default: 0]
      // What left was there. Only where all of it is produced, production says how much that is.
      let ready = min(ordered, coverage.inProduction >= ordered ? known : max(shipped, known))
      whole += weight
      shippedSum += weight * Double(shipped) / Double(ordered)
      madeSum += weight * Double(ready) / Double(ordered)
    }
    func points(_ part: Double, of whole: Double) -> Int {
      whole > 0 ? Int((min(1, max(0, part / whole)) * 10000).rounded(.down)) : 0
    }
    let isAsked = money.unpriced.isEmpty && money.payable > 0
    return OrderShares(
      made: points(madeSum, of: whole), shipped: points(shippedSum, of: whole),
      paid: isAsked ? points(Double(money.confirmed), of: Double(money.payable)) : nil)
  }

  /// What each delivery is worth, in 1/10000 of the unit; those given away weigh nothing.
  private static func worths(
    _ order: Identifier<Order>, in db: any Transaction
  ) throws -> [Identifier<Schedule>: Int64] {
    var worths: [Identifier<Schedule>: Int64] = [:]
    try db.each(
      """
      SELECT s.id, s.qty, p.decimals, l.price, l.discount_bp FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.order_id = \(order)
      """
    ) { row in
      worths[try row[0]] = Money.worth(
        of: row.integer(1), decimals: try row[2], price: row.integer(3), discount: row.integer(4))
    }
    return worths.values.contains { $0 > 0 } ? worths : [:]
  }
}
