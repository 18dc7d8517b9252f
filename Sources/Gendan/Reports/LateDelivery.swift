/// A delivery that was not complete by its date: how late, why, and whose doing it was (R-171, R-184).
public struct LateDelivery: Sendable {
  /// The order's number.
  public let no: String
  /// The line's number.
  public let lineNo: Int
  /// The customer's name.
  public let customer: String
  /// The product's name.
  public let product: String
  /// The date it is measured against.
  public let dueOn: Day
  /// The day it was complete; nil while it is owed, and for good where its order was cancelled.
  public let completedOn: Day?
  /// The day its order was cancelled, where it was.
  public let cancelledOn: Day?
  /// Why the promise was moved, or what its delay case says.
  public let cause: Cause?
  /// The department that answers for it, by ruling or by its delay case.
  public let department: String?
  /// The step that a ruling names.
  public let step: String?
  /// Calendar days late, up to today while it is owed, or up to the day of the cancellation.
  public let days: Int

  /// The deliveries whose date against a basis lay in a period and was missed, the latest first. What was cancelled
  /// after its date had missed it (lateness rule 7).
  public static func all(_ period: Period, _ basis: Basis, in reading: Reading) throws -> [LateDelivery] {
    let reference = OrderScope.now(reading.today).reference(basis)
    return try reading.db.all(
      """
      SELECT o.no, l.line_no, \(NamedRegister.customers.name("c")), \(NamedRegister.products.name("p")),
        \(reference), s.completed_on,
        coalesce((SELECT q.cause FROM promises q WHERE q.schedule_id = s.id AND q.cause IS NOT NULL
            ORDER BY q.series DESC, q.seq DESC LIMIT 1),
          (SELECT y.cause FROM delays y WHERE y.order_id = o.id AND y.cause IS NOT NULL ORDER BY y.id DESC LIMIT 1)),
        coalesce((SELECT d.name FROM delay_rulings r JOIN departments d ON d.id = r.department_id
            WHERE r.schedule_id = s.id ORDER BY r.days DESC, r.id DESC LIMIT 1),
          (SELECT d.name FROM delays y JOIN departments d ON d.id = y.responsible_id
            WHERE y.order_id = o.id ORDER BY y.id DESC LIMIT 1)),
        (SELECT r.step FROM delay_rulings r WHERE r.schedule_id = s.id AND r.step IS NOT NULL
          ORDER BY r.days DESC, r.id DESC LIMIT 1),
        o.cancelled_on
      FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      WHERE \(period.condition(on: reference)) AND \(reference) < \(reading.today)
        AND (s.completed_on > \(reference) OR s.is_open = 1
          OR (s.completed_on IS NULL AND o.cancelled_on > \(reference)))
      """
    ) { row in
      let (due, completed, cancelled): (Day, Day?, Day?) = (try row[4], try row[5], try row[9])
      return LateDelivery(
        no: try row[0], lineNo: try row[1], customer: try row[2], product: try row[3], dueOn: due,
        completedOn: completed, cancelledOn: cancelled, cause: try row[6], department: try row[7],
        step: try row[8], days: (completed ?? cancelled ?? reading.today) - due)
    }.sorted { ($1.days, $0.no, $0.lineNo) < ($0.days, $1.no, $1.lineNo) }
  }
}
