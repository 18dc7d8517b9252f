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
  /// Whether a production order of it is finished, and not only ended.
  private let isFinished: Bool

  /// Of every open delivery of these people of which a production order is finished, what was finished first
  /// before the others. What another one had made when it was cancelled or superseded counts too.
  public static func all(clerk login: String? = nil, in reading: Reading) throws -> [FinishedGoods] {
    let mine = ReminderScope(day: reading.today, clerk: login).mine
    let columns: SQL =
      """
      SELECT s.id, w.id, s.order_id, o.no, c.name, l.line_no, p.name, p.decimals, p.unit, s.shipped_qty,
        s.due_on, coalesce(w.finished_on, w.cancelled_on), u.name,
        CASE WHEN w.finished_on IS NULL THEN 0 ELSE 1 END FROM schedules s
      """
    let rest: SQL =
      """
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN users u ON u.id = o.clerk_id
      WHERE s.is_open = 1 AND s.shipped_qty < s.qty AND w.is_open = 0 AND w.good_qty > 0
        AND o.closed_on IS NULL AND o.cancelled = 0 AND \(mine)
      """
    var deliveries: [(id: Identifier<Schedule>, goods: FinishedGoods)] = []
    for made in try reading.db.all(
      """
      \(columns) JOIN production_orders w ON w.schedule_id = s.id \(rest)
      UNION \(columns) JOIN production_shares h ON h.schedule_id = s.id
        JOIN production_orders w ON w.id = h.production_order_id \(rest)
      ORDER BY 1, 12, 2
      """, Made.init)
    {
      let production = try ProductionOrder.with(made.production, in: reading.db)
      let good = try production.shares(in: reading.db).filter { $0.schedule == made.schedule }
        .reduce(0) { $0 + $1.good }
      let before = deliveries.last.flatMap { $0.id == made.schedule ? deliveries.removeLast().goods : nil }
      deliveries.append((made.schedule, try made.goods(with: good, before, in: reading)))
    }
    return deliveries.map(\.goods).filter { $0.isFinished && $0.quantity.smallest > 0 }
      .sorted { ($0.finishedOn, $0.orderNo, $0.lineNo) < ($1.finishedOn, $1.orderNo, $1.lineNo) }
  }

  /// A production order of an open delivery that has ended.
  private struct Made {
    let schedule: Identifier<Schedule>
    let production: Identifier<ProductionOrder>
    let order: Identifier<Order>
    let orderNo: String
    let customer: String
    let lineNo: Int
    let product: String
    let shipped: Quantity
    let dueOn: Day?
    let finishedOn: Day
    let clerk: String?
    let isFinished: Bool

    init(_ row: any Row) throws {
      schedule = try row[0]
      production = try row[1]
      order = try row[2]
      orderNo = try row[3]
      customer = try row[4]
      lineNo = try row[5]
      product = try row[6]
      shipped = Quantity(try row[9], decimals: try row[7], unit: try row[8])
      dueOn = try row[10]
      finishedOn = try row[11]
      clerk = try row[12]
      isFinished = try row[13]
    }

    /// The goods with these more pieces: what has left is taken off once.
    func goods(with good: Int64, _ before: FinishedGoods?, in reading: Reading) throws -> FinishedGoods {
      let decision = try before?.decision ?? ShipDecision.newest(of: order, in: reading.db)
      let quantity = (before?.quantity.smallest ?? -shipped.smallest) + good
      let decidedOn = decision?.at.day(utcOffset: reading.utcOffset)
      return FinishedGoods(
        order: order, orderNo: orderNo, customer: customer, lineNo: lineNo, product: product, clerk: clerk,
        quantity: shipped.with(quantity), finishedOn: finishedOn, dueOn: dueOn, decision: decision,
        isDecided: decidedOn.map { $0 >= finishedOn } ?? false,
        isFinished: isFinished || before?.isFinished ?? false)
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
