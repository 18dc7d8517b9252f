/// When finance had confirmed what an order's terms ask before anything is done: the deposit, or all of it
///
enum Remittance {
  /// The moments of the orders that fit a condition on o (orders); absent where nothing is asked ahead, or
  /// not all of it has come.
  static func moments(where condition: SQL, in db: any Transaction) throws -> [Identifier<Order>: Instant] {
    var asked: [Identifier<Order>: Int64] = [:]
    for money in try OrderMoney.all(where: condition, in: db) where money.unpriced.isEmpty {
      switch money.terms {
      case .deposit: asked[money.order] = money.deposit
      case .prepaid: asked[money.order] = money.payable
      case .credit, .cod, nil: continue
      }
    }
    var moments: [Identifier<Order>: Instant] = [:]
    var sums: [Identifier<Order>: Int64] = [:]
    try db.each(
      """
      SELECT o.id, r.amount, r.entered_at FROM receipts r JOIN payments p ON p.id = r.payment_id
      JOIN orders o ON o.id = p.order_id WHERE \(condition) ORDER BY r.entered_at, r.id
      """
    ) { row in
      let order: Identifier<Order> = try row[0]
      let sum = sums[order, default: 0].addingReportingOverflow(try row[1]).partialValue
      sums[order] = sum
      // A receipt that is taken back later leaves the order unpaid again.
      guard let asked = asked[order], asked > 0, sum >= asked else {
        moments[order] = nil
        return
      }
      if moments[order] == nil { moments[order] = try row[2] }
    }
    return moments
  }
}
