/// What happened on a day, or in a few: orders taken, notes shipped, money found, trouble, promises moved (R-392).
public struct DailyReport: Sendable {
  /// What came, left and was paid, by currency.
  public let totals: [Turnover.Line]
  /// The lines of orders that were taken.
  public let orders: [SalesLine]
  /// What left, a row an order.
  public let shipments: [Shipped]
  /// What finance found at the bank.
  public let receipts: [Received]
  /// Problems that were entered.
  public let problems: [Trouble]
  /// Promises that were moved.
  public let slips: [Slip]

  /// Goods of an order on a delivery note.
  public struct Shipped: Sendable {
    /// The note's number.
    public let no: String
    /// The order's number.
    public let order: String
    /// The customer's name.
    public let customer: String
    /// The product's name.
    public let product: String
    /// How much.
    public let quantity: Quantity
    /// Who carries it.
    public let carrier: String?
  }

  /// Money of a customer.
  public struct Received: Sendable {
    /// The payment's number.
    public let no: String
    /// The order's number, where it is for one.
    public let order: String?
    /// The customer's name.
    public let customer: String
    /// How much.
    public let money: Money
    /// The day at the bank.
    public let bankOn: Day
  }

  /// A problem.
  public struct Trouble: Sendable {
    /// Its number.
    public let no: String
    /// The order's number; nil of production for stock.
    public let order: String?
    /// The customer's name.
    public let customer: String?
    /// Of which kind.
    public let kind: Cause
    /// What is wrong.
    public let text: String
  }

  /// Reads the report of a period.
  public static func read(_ period: Period, in reading: Reading) throws -> DailyReport {
    DailyReport(
      totals: try Turnover(period).lines(in: reading), orders: try SalesLine.taken(in: period, reading),
      shipments: try shipped(period, reading.db), receipts: try received(period, reading.db),
      problems: try troubles(period, reading), slips: try Slip.made(in: period, reading))
  }

  private static func shipped(_ period: Period, _ db: any Transaction) throws -> [Shipped] {
    try db.all(
      """
      SELECT h.no, o.no, c.name, p.name, CAST(sum(x.qty) AS BIGINT), p.decimals, p.unit, h.carrier
      FROM shipments h JOIN shipment_lines x ON x.shipment_id = h.id JOIN schedules s ON s.id = x.schedule_id
      JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      WHERE \(period.condition(on: "h.shipped_on"))
      GROUP BY h.no, o.no, c.name, p.id, p.name, p.decimals, p.unit, h.carrier ORDER BY h.no, o.no, p.name
      """
    ) { row in
      Shipped(
        no: try row[0], order: try row[1], customer: try row[2], product: try row[3],
        quantity: Quantity(try row[4], decimals: try row[5], unit: try row[6]), carrier: try row[7])
    }
  }

  private static func received(_ period: Period, _ db: any Transaction) throws -> [Received] {
    try db.all(
      """
      SELECT y.no, o.no, c.name, r.amount, y.currency, r.bank_on
      FROM receipts r JOIN payments y ON y.id = r.payment_id JOIN customers c ON c.id = y.customer_id
      LEFT JOIN orders o ON o.id = y.order_id
      WHERE \(period.condition(on: "r.bank_on")) AND y.voided_on IS NULL ORDER BY y.no, r.id
      """
    ) { row in
      Received(
        no: try row[0], order: try row[1], customer: try row[2],
        money: Money(cents: try row[3], currency: try row[4]), bankOn: try row[5])
    }
  }

  private static func troubles(_ period: Period, _ reading: Reading) throws -> [Trouble] {
    try reading.db.all(
      """
      SELECT b.no, o.no, c.name, b.kind, b.text FROM problems b LEFT JOIN orders o ON o.id = b.order_id
      LEFT JOIN customers c ON c.id = o.customer_id
      WHERE \(period.condition(at: "b.entered_at", utcOffset: reading.utcOffset)) ORDER BY b.no
      """
    ) { row in
      Trouble(
        no: try row[0], order: try row[1], customer: try row[2], kind: try row[3], text: try row[4])
    }
  }
}

extension Period {
  /// The condition that an instant lies in the period, at the site.
  func condition(at column: SQL, utcOffset: Int) -> SQL {
    func midnight(_ day: Day?) -> Instant? {
      day.flatMap { Instant($0, hour: 0, minute: 0, utcOffset: utcOffset) }
    }
    let ends = [
      midnight(first).map { "\(column) >= \($0)" as SQL },
      midnight(last?.adding(days: 1)).map { "\(column) < \($0)" as SQL },
    ].compactMap { $0 }
    return ends.isEmpty ? "1 = 1" : SQL.join(ends, " AND ")
  }
}
