/// What a production order makes for one delivery: all of it, or a share where several were merged
///
public struct ProductionShare: Sendable, Equatable {
  /// The delivery.
  public let schedule: Identifier<Schedule>
  /// The customer's order.
  public let order: Identifier<Order>
  /// The order's number.
  public let orderNo: String
  /// The line's number in the order.
  public let lineNo: Int
  /// What is made for it, in the smallest unit.
  public let quantity: Int64
  /// What is finished for it: the first share is filled first, and the last has what is left.
  public fileprivate(set) var good: Int64 = 0
}

extension ProductionOrder {
  /// For which deliveries it is made; empty for stock.
  public func shares(in db: any Transaction) throws -> [ProductionShare] {
    var shares = try db.all(
      """
      SELECT s.id, o.id, o.no, l.line_no, h.qty FROM production_shares h
      JOIN schedules s ON s.id = h.schedule_id JOIN order_lines l ON l.id = s.line_id
      JOIN orders o ON o.id = s.order_id WHERE h.production_order_id = \(id) ORDER BY h.id
      """, ProductionShare.init)
    if shares.isEmpty, let schedule {
      shares = try db.all(
        """
        SELECT s.id, o.id, o.no, l.line_no, CAST(\(quantity.smallest) AS BIGINT) FROM schedules s
        JOIN order_lines l ON l.id = s.line_id JOIN orders o ON o.id = s.order_id WHERE s.id = \(schedule)
        """, ProductionShare.init)
    }
    var left = good
    for index in shares.indices {
      let isLast = index == shares.count - 1
      shares[index].good = isLast ? left : min(left, shares[index].quantity)
      left -= shares[index].good
    }
    return shares
  }
}

extension ProductionShare {
  fileprivate init(_ row: any Row) throws {
    schedule = try row[0]
    order = try row[1]
    orderNo = try row[2]
    lineNo = try row[3]
    quantity = row.integer(4)
  }
}

/// How a delivery is covered: by stock held for it, and by what is made for it.
/// Quantities are in the product's smallest unit.
public struct Coverage: Sendable, Equatable {
  /// The delivery.
  public let schedule: Schedule
  /// Held for it in stock.
  public let fromStock: Int64
  /// In production, finished or not; of what was cancelled, only what it had finished.
  public let inProduction: Int64

  /// What is owed and neither held nor in production; negative where more than ordered is.
  public var uncovered: Int64 {
    guard schedule.isOpen else { return 0 }
    let covered = fromStock + inProduction
    let left = schedule.open.smallest - covered
    return left > 0 ? left : min(0, schedule.quantity.smallest - covered)
  }

  /// The coverage of an order's deliveries, by line and date.
  public static func of(
    _ order: Identifier<Order>, line: LinePart? = nil, in db: any Transaction
  ) throws -> [Coverage] {
    var made: [Identifier<Schedule>: Int64] = [:]
    for production in try ProductionOrder.of(order, in: db) {
      for share in try production.shares(in: db) {
        made[share.schedule, default: 0] += production.cancelledOn == nil ? share.quantity : share.good
      }
    }
    var held: [Identifier<Schedule>: Int64] = [:]
    try db.each(
      """
      SELECT r.schedule_id, r.qty FROM reservations r JOIN schedules s ON s.id = r.schedule_id
      WHERE s.order_id = \(order) AND r.released_on IS NULL
      """
    ) { held[try $0[0], default: 0] += $0.integer(1) }
    return try Schedule.of(order, line: line, in: db).map {
      Coverage(schedule: $0, fromStock: held[$0.id] ?? 0, inProduction: made[$0.id] ?? 0)
    }
  }
}

/// A release as its gate is asked.
struct ReleaseQuestion: Sendable {
  let order: String
  let coverage: Coverage
  let quantity: Int64
}

extension Gate where Subject == ReleaseQuestion {
  /// Not more is released than stock and production leave uncovered.
  static let releaseWithinOpen = Gate(.releaseWithinOpen) { question, _ in
    let left = max(0, question.coverage.uncovered)
    guard question.quantity > left else { return nil }
    let quantity = question.coverage.schedule.quantity
    return .moreThanToMake(
      no: question.order, left: quantity.with(left), asked: quantity.with(question.quantity))
  }
}
