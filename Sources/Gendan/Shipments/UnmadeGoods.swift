/// A line of which more has left than is known to be made for it or held in stock: the workshop's report is missing,
/// or the shipment is of something else.
public struct UnmadeGoods: Sendable, Equatable {
  /// The line's number in the order.
  public let lineNo: Int
  /// What has left.
  public let shipped: Quantity
  /// What is reported as made, or held in stock.
  public let ready: Quantity
  /// Whether anything was released for production.
  public let isReleased: Bool

  /// Of an order; what one delivery of a line lacks may be what was made for another. What was never produced is
  /// bought, or nobody here reports it; what is counted in stock may leave from there.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [UnmadeGoods] {
    let coverages = try Coverage.of(order, in: db)
    guard coverages.contains(where: { $0.schedule.shipped > 0 }) else { return [] }
    let made = try MadeSoFar.of(coverages.map(\.schedule.id), in: db)
    let produced = try Set(
      db.all(
        """
        SELECT l.line_no FROM order_lines l WHERE l.order_id = \(order)
          AND EXISTS (SELECT 1 FROM production_orders w WHERE w.product_id = l.product_id)
          AND NOT EXISTS (SELECT 1 FROM stock_counts k WHERE k.product_id = l.product_id)
        """
      ) { try $0[0] as Int })
    return Dictionary(grouping: coverages, by: \.schedule.lineNo).sorted { $0.key < $1.key }
      .compactMap { lineNo, line in
        let shipped = line.reduce(0) { $0 + $1.schedule.shipped }
        let held = line.reduce(0) { $0 + $1.fromStock }
        let ready = line.reduce(held) { $0 + made[$1.schedule.id, default: 0] }
        let isReleased = line.contains { $0.inProduction > 0 }
        guard let quantity = line.first?.schedule.quantity, shipped > ready,
          isReleased || (held == 0 && produced.contains(lineNo))
        else { return nil }
        return UnmadeGoods(
          lineNo: lineNo, shipped: quantity.with(shipped), ready: quantity.with(ready), isReleased: isReleased
        )
      }
  }
}
