/// A promise that took the place of another: whose day moved how far, why, and who was told (R-172).
public struct Slip: Sendable {
  /// The order's number.
  public let no: String
  /// The line's number.
  public let lineNo: Int
  /// The customer's name.
  public let customer: String
  /// The clerk's name.
  public let clerk: String?
  /// The day before.
  public let from: Day
  /// The day since.
  public let to: Day
  /// Why.
  public let cause: Cause?
  /// Who at the customer was told.
  public let told: String?
  /// The day on which it was moved.
  public let madeOn: Day

  /// Calendar days by which it moved; negative where it was brought forward.
  public var days: Int { to - from }

  /// The promises that were moved in a period, of everybody's orders or one clerk's, the oldest first. What the
  /// customer moved begins a series of its own and is none of these (lateness rule 7).
  public static func made(in period: Period, of clerk: User? = nil, _ reading: Reading) throws -> [Slip] {
    let isAsked: SQL = clerk.map { "u.id = \($0.id)" } ?? "1 = 1"
    return try reading.db.all(
      """
      SELECT o.no, l.line_no, \(NamedRegister.customers.name("c")), \(NamedRegister.users.name("u")),
        b.promised_on, q.promised_on, q.cause, q.told, q.made_on
      FROM promises q JOIN promises b ON b.schedule_id = q.schedule_id AND b.series = q.series AND b.seq = q.seq - 1
      JOIN schedules s ON s.id = q.schedule_id JOIN orders o ON o.id = s.order_id
      JOIN order_lines l ON l.id = s.line_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN users u ON u.id = o.clerk_id
      WHERE q.seq > 1 AND \(period.condition(on: "q.made_on")) AND \(isAsked)
      ORDER BY q.made_on, q.id
      """
    ) { row in
      Slip(
        no: try row[0], lineNo: try row[1], customer: try row[2], clerk: try row[3], from: try row[4],
        to: try row[5], cause: try row[6], told: try row[7], madeOn: try row[8])
    }
  }
}
