/// A delivery of which more has left than is known to be made for it or held in stock: the workshop's report is
/// missing, or the shipment is of something else.
public struct UnmadeGoods: Sendable, Equatable {
  /// The delivery.
  public let schedule: Identifier<Schedule>
  /// The line's number in the order.
  public let lineNo: Int
  /// What has left.
  public let shipped: Quantity
  /// What is reported as made, or held in stock.
  public let ready: Quantity
  /// Whether anything was released for production.
  public let isReleased: Bool

  /// Of an order. What was never produced is bought, or nobody here reports it; what is counted in stock may leave
  /// from there.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [UnmadeGoods] {
    let coverages = try Coverage.of(order, in: db)
    guard coverages.contains(where: { $0.schedule.shipped > 0 }) else { return [] }
    let made = try MadeSoFar.of(coverages.map(\.schedule.id), in: db)
    let produced = try Set(
      db.all(
        """
        SELECT s.id FROM schedules s JOIN order_lines l ON l.id = s.line_id
        WHERE s.order_id = \(order)
          AND EXISTS (SELECT 1 FROM production_orders w WHERE w.product_id = l.product_id)
          AND NOT EXISTS (SELECT 1 FROM stock_counts k WHERE k.product_id = l.product_id)
        """
      ) { try $0[0] as Identifier<Schedule> })
    return coverages.compactMap { coverage in
      let schedule = coverage.schedule
      guard schedule.shipped > 0 else { return nil }
      // What one delivery of a line lacks may be what was made for another.
      let line = coverages.filter { $0.schedule.line == schedule.line }
      let shipped = line.reduce(0) { $0 + $1.schedule.shipped }
      let ready = line.reduce(0) { $0 + $1.fromStock + made[$1.schedule.id, default: 0] }
      guard coverage.inProduction > 0 || (coverage.fromStock == 0 && produced.contains(schedule.id)),
        shipped > ready
      else { return nil }
      return UnmadeGoods(
        schedule: schedule.id, lineNo: schedule.lineNo, shipped: schedule.quantity.with(shipped),
        ready: schedule.quantity.with(ready), isReleased: coverage.inProduction > 0)
    }
  }
}
