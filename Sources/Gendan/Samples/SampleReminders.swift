extension Reminder {
  /// The customer has a sample for the settled days, has not answered, and was not asked since (R-122).
  static let sampleUnanswered = Reminder(.sampleUnanswered) { scope, reading in
    let last = scope.day.adding(days: -(try reading.clock(.sampleUnanswered)))
    return try reading.db.all(
      """
      SELECT coalesce(o.no, m.no), c.name, \(about), p.name, coalesce(r.followed_on, r.sent_on)
      FROM sample_rounds r \(waiting)
      WHERE r.answer IS NULL AND r.sent_on IS NOT NULL AND coalesce(r.followed_on, r.sent_on) <= \(last)
        AND \(Sample.isWanted) AND \(scope.isFor("coalesce(o.clerk_id, c.clerk_id, m.entered_by)"))
      ORDER BY coalesce(r.followed_on, r.sent_on), m.no
      """
    ) { try Task(.sampleUnanswered, $0) }
  }

  /// A first-run sample lies at the machine, which waits for the salesperson (R-126).
  static let firstRunUnanswered = Reminder(.firstRunUnanswered) { scope, reading in
    try reading.db.all(
      """
      SELECT coalesce(o.no, m.no), c.name, \(about), p.name, r.made_at FROM sample_rounds r \(waiting)
      WHERE r.answer IS NULL AND r.made_at IS NOT NULL AND m.kind = 'first-run' AND \(Sample.isWanted)
        AND \(scope.isFor("coalesce(o.clerk_id, c.clerk_id, m.entered_by)"))
      ORDER BY r.made_at, m.no
      """
    ) { try Task(.firstRunUnanswered, $0, dueAt: $0[4], reading) }
  }

  /// A sample that was lent is to be back by this day (R-129).
  static let sampleUnreturned = Reminder(.sampleUnreturned) { scope, reading in
    try reading.db.all(
      """
      SELECT coalesce(o.no, m.no), c.name, b.borrower, m.no, b.back_on FROM sample_loans b
      JOIN samples m ON m.id = b.sample_id JOIN customers c ON c.id = m.customer_id
      LEFT JOIN orders o ON o.id = m.order_id
      WHERE b.returned_on IS NULL AND b.back_on <= \(scope.day)
        AND \(scope.isFor("coalesce(o.clerk_id, c.clerk_id, m.entered_by)"))
      ORDER BY b.back_on, m.no
      """
    ) { try Task(.sampleUnreturned, $0) }
  }

  /// The sample's number, where it does not stand in the order's place.
  private static let about: SQL = "CASE WHEN o.no IS NULL THEN '' ELSE m.no END"

  private static let waiting: SQL =
    """
    JOIN samples m ON m.id = r.sample_id JOIN customers c ON c.id = m.customer_id
    JOIN products p ON p.id = m.product_id LEFT JOIN orders o ON o.id = m.order_id
    """
}
