/// What is finished of a delivery and has not left.
public struct FinishedGoods: Sendable {
  /// The order's key.
  public let order: Identifier<Order>
  /// The order's number.
  public let orderNo: String
  /// The customer's name.
  public let customer: String
  /// The line's number in the order.
  public let lineNo: Int
  /// The product's name.
  public let product: String
  /// The name of the clerk who answers for it.
  public let clerk: String?
  /// What is finished and has not left.
  public let quantity: Quantity
  /// The day on which the last of it was finished.
  public let finishedOn: Day
  /// The day it is due.
  public let dueOn: Day?
  /// The newest decision about its order.
  public let decision: ShipDecision?
  /// Whether that decision was made once the goods were finished.
  public let isDecided: Bool

  /// Of every open delivery of these people of which a production order is finished, what was finished first
  /// before the others. What another one had made when it was cancelled or superseded counts too.
  public static func all(clerk login: String? = nil, in reading: Reading) throws -> [FinishedGoods] {
    let mine = ReminderScope(day: reading.today, clerk: login).mine
    let columns: SQL =
      """
      SELECT s.id, s.order_id, o.no, c.name, l.line_no, p.name, p.decimals, p.unit, s.shipped_qty, s.due_on,
        u.name, coalesce(w.finished_on, w.cancelled_on), CASE WHEN w.finished_on IS NULL THEN 0 ELSE 1 END, w.id
      FROM schedules s
      """
    let rest: SQL =
      """
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN users u ON u.id = o.clerk_id
      WHERE s.is_open = 1 AND s.shipped_qty < s.qty AND w.is_open = 0 AND w.good_qty > 0
        AND o.closed_on IS NULL AND o.cancelled = 0 AND \(mine)
      """
    var deliveries: [Delivery] = []
    try reading.db.each(
      """
      \(columns) JOIN production_orders w ON w.schedule_id = s.id \(rest)
      UNION \(columns) JOIN production_shares h ON h.schedule_id = s.id
        JOIN production_orders w ON w.id = h.production_order_id \(rest)
      ORDER BY 1, 12, 14
      """
    ) { row in
      var delivery = try Delivery(row)
      // The last of its production orders is when it was finished, one that was finished is enough.
      if let before = deliveries.last, before.schedule == delivery.schedule {
        delivery.isFinished = delivery.isFinished || before.isFinished
        deliveries.removeLast()
      }
      deliveries.append(delivery)
    }
    let made = try MadeSoFar.of(deliveries.map(\.schedule), ended: true, in: reading.db)
    return try deliveries.compactMap { delivery in
      let left = made[delivery.schedule, default: 0] - delivery.shipped.smallest
      guard delivery.isFinished, left > 0 else { return nil }
      return try FinishedGoods(delivery, delivery.shipped.with(left), in: reading)
    }
    .sorted { ($0.finishedOn, $0.orderNo, $0.lineNo) < ($1.finishedOn, $1.orderNo, $1.lineNo) }
  }

  private init(_ delivery: Delivery, _ quantity: Quantity, in reading: Reading) throws {
    order = delivery.order
    orderNo = delivery.orderNo
    customer = delivery.customer
    lineNo = delivery.lineNo
    product = delivery.product
    clerk = delivery.clerk
    self.quantity = quantity
    finishedOn = delivery.finishedOn
    dueOn = delivery.dueOn
    decision = try ShipDecision.newest(of: delivery.order, in: reading.db)
    let decidedOn = decision?.at.day(utcOffset: reading.utcOffset)
    isDecided = decidedOn.map { $0 >= delivery.finishedOn } ?? false
  }

  /// An open delivery with a production order that has ended.
  private struct Delivery {
    let schedule: Identifier<Schedule>
    let order: Identifier<Order>
    let orderNo: String
    let customer: String
    let lineNo: Int
    let product: String
    let shipped: Quantity
    let dueOn: Day?
    let clerk: String?
    let finishedOn: Day
    /// Whether one was finished, and not only ended.
    var isFinished: Bool

    init(_ row: any Row) throws {
      schedule = try row[0]
      order = try row[1]
      orderNo = try row[2]
      customer = try row[3]
      lineNo = try row[4]
      product = try row[5]
      shipped = Quantity(try row[8], decimals: try row[6], unit: try row[7])
      dueOn = try row[9]
      clerk = try row[10]
      finishedOn = try row[11]
      isFinished = try row[12]
    }
  }
}

extension Reminder {
  /// Goods are finished, and those concerned have not settled whether they leave. One clerk alone settles
  /// it by shipping.
  static let finishedUndecided = Reminder(.finishedUndecided) { scope, reading in
    guard scope.department == nil, try reading.settings().flow != .simple else { return [] }
    return try FinishedGoods.all(clerk: scope.clerk, in: reading).filter { !$0.isDecided }.map { goods in
      Task(
        .finishedUndecided, no: goods.orderNo, customer: goods.customer, about: goods.product,
        text: "\(goods.quantity.text) \(goods.quantity.unit)", dueOn: goods.finishedOn)
    }
  }
}
