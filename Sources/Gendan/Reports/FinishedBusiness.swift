/// A line in the register of finished business: an order whose file was closed (R-085).
public struct FinishedBusiness: Sendable, Equatable {
  /// What it was worth, and what was paid; the day of the last payment at the bank.
  public let money: OrderMoney
  /// The customer's own number.
  public let customerPO: String?
  /// The clerk's name.
  public let clerk: String?
  /// The last day on which goods left.
  public let shippedOn: Day?
  /// The last day on which goods arrived.
  public let arrivedOn: Day?
  /// The day its file was closed.
  public let closedOn: Day

  /// The register of a period, by the day of closing and number.
  public static func register(_ period: Period, in reading: Reading) throws -> [FinishedBusiness] {
    try lines(
      where: "o.closed_on IS NOT NULL AND \(period.condition(on: "o.closed_on"))", in: reading)
  }

  /// The line of one order; nil while its file is open.
  public static func line(of order: Identifier<Order>, in reading: Reading) throws -> FinishedBusiness? {
    try lines(where: "o.id = \(order) AND o.closed_on IS NOT NULL", in: reading).first
  }

  private static func lines(where condition: SQL, in reading: Reading) throws -> [FinishedBusiness] {
    let moneys = Dictionary(
      try OrderMoney.all(where: condition, in: reading.db).map { ($0.order, $0) },
      uniquingKeysWith: { money, _ in money })
    return try reading.db.all(
      """
      SELECT o.id, o.customer_po, u.name, max(h.shipped_on), max(h.arrived_on), o.closed_on FROM orders o
      LEFT JOIN users u ON u.id = o.clerk_id LEFT JOIN schedules s ON s.order_id = o.id
      LEFT JOIN shipment_lines l ON l.schedule_id = s.id LEFT JOIN shipments h ON h.id = l.shipment_id
      WHERE \(condition) GROUP BY o.id, o.no, o.customer_po, u.name, o.closed_on ORDER BY o.closed_on, o.no
      """
    ) { row in
      try moneys[try row[0]].map { money in
        FinishedBusiness(
          money: money, customerPO: try row[1], clerk: try row[2], shippedOn: try row[3],
          arrivedOn: try row[4], closedOn: try row[5])
      }
    }.compactMap { $0 }
  }
}
