extension Reminder {
  /// A problem is not settled (R-163).
  static let problemOpen = Reminder(.problemOpen) { scope, reading in
    try problems(
      .problemOpen, "(b.until_on IS NULL OR b.until_on >= \(scope.day)) AND NOT \(starving(scope.day))",
      since: "b.entered_at", scope, reading)
  }

  /// The day has passed until which a problem was expected to block (R-168).
  static let problemOverdue = Reminder(.problemOverdue) { scope, reading in
    let last = scope.day.adding(days: -(try reading.clock(.problemOverdue)))
    return try problems(
      .problemOverdue, "b.until_on <= \(last) AND NOT \(starving(scope.day))", since: "b.until_on", scope,
      reading)
  }

  /// Production should begin, and its material is missing (R-167).
  static let startStarved = Reminder(.startStarved) { scope, reading in
    try problems(
      .startStarved, starving(scope.day), since: "coalesce(w.start_on, b.entered_at)", scope, reading)
  }

  /// What was decided about a problem is to be done by this day (R-170, R-185).
  static let remedyDue = Reminder(.remedyDue) { scope, reading in
    try reading.db.all(
      """
      SELECT coalesce(o.no, w.no), coalesce(c.name, p.name), coalesce(d.name, b.no), m.text, m.due_on
      FROM problem_remedies m JOIN problems b ON b.id = m.problem_id \(joins)
      LEFT JOIN departments d ON d.id = m.department_id
      WHERE m.done_on IS NULL AND m.due_on <= \(scope.day) AND \(isWanted)
        AND \(scope.isAsked("m.department_id"))
      ORDER BY m.due_on, b.no, m.seq
      """
    ) { try Task(.remedyDue, $0) }
  }

  /// One task a problem; since the moment or day in a column.
  private static func problems(
    _ id: ReminderID, _ condition: SQL, since: SQL, _ scope: ReminderScope, _ reading: Reading
  ) throws -> [Task] {
    var tasks: [Task] = []
    try reading.db.each(
      """
      SELECT coalesce(o.no, w.no), coalesce(c.name, p.name), b.no, b.text, \(since)
      FROM problems b \(joins) LEFT JOIN departments d ON d.id = b.department_id
      LEFT JOIN problem_escalations e
        ON e.id = (SELECT max(y.id) FROM problem_escalations y WHERE y.problem_id = b.id)
      WHERE b.closed_at IS NULL AND \(condition) AND \(isWanted)
        AND (\(scope.isAsked("b.department_id")) OR \(scope.hasTaken))
      ORDER BY b.severe DESC, 5, b.no
      """
    ) { row in
      tasks.append(
        Task(
          id, no: try row[0], customer: try row[1], about: try row[2], text: try row[3],
          dueOn: try day(row, 4, reading)))
    }
    return tasks
  }

  private static func day(_ row: any Row, _ column: Int, _ reading: Reading) throws -> Day {
    if let at = Instant(row.text(column)) { return at.day(utcOffset: reading.utcOffset) }
    return try row[column]
  }

  /// The order, its customer, the production order and the product of problems b.
  private static let joins: SQL =
    """
    LEFT JOIN orders o ON o.id = b.order_id LEFT JOIN customers c ON c.id = o.customer_id
    LEFT JOIN production_orders w ON w.id = b.production_order_id
    LEFT JOIN products p ON p.id = b.product_id
    """

  /// The condition that the order, where there is one, is not over.
  private static let isWanted: SQL = "(o.id IS NULL OR (o.closed_on IS NULL AND o.cancelled = 0))"

  /// The condition that b lacks material for production that should have begun and has not.
  private static func starving(_ day: Day) -> SQL {
    """
    (b.kind = 'shortage' AND EXISTS (SELECT 1 FROM production_orders z
      WHERE z.is_open = 1 AND z.start_on <= \(day) AND z.good_qty = 0
        AND (z.id = b.production_order_id OR (b.production_order_id IS NULL AND z.schedule_id IN (
          SELECT s.id FROM schedules s WHERE s.order_id = b.order_id)))
        AND NOT EXISTS (SELECT 1 FROM operations t
          WHERE t.production_order_id = z.id AND t.started_on IS NOT NULL)))
    """
  }
}

extension ReminderScope {
  /// The condition on o (orders), b (problems) and d (departments) that these people follow the order, opened
  /// the problem of production for stock, or belong to the department in a column.
  fileprivate func isAsked(_ column: SQL) -> SQL {
    if department != nil { return isDepartment }
    return "(\(isFor("coalesce(o.clerk_id, b.entered_by)")) OR \(belong(to: column)))"
  }

  /// The condition on e (escalations) that these people have what was taken to a superior.
  fileprivate var hasTaken: SQL {
    guard department == nil, let clerk else { return "1 = 0" }
    return
      """
      EXISTS (SELECT 1 FROM users v WHERE v.login = \(clerk) AND (v.id = e.user_id
        OR (e.user_id IS NULL AND ' ' || v.roles || ' ' LIKE '% ' || e.role || ' %')))
      """
  }

  /// The condition on d (departments) that it is the department that is asked.
  var isDepartment: SQL {
    department.map { "(d.name = \($0) OR d.code = \($0))" } ?? "1 = 1"
  }

  /// The condition that these people belong to the department in a column.
  func belong(to column: SQL) -> SQL {
    guard let clerk else { return "1 = 1" }
    return "\(column) = (SELECT v.department_id FROM users v WHERE v.login = \(clerk))"
  }
}
