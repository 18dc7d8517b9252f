extension Reminder {
  /// The day to chase again has come, and nobody has chased the same party since, or the order as a whole.
  static let chaseDue = Reminder(.chaseDue) { scope, reading in
    try reading.db.all(
      """
      SELECT o.no, c.name, k.party, k.text, k.next_on FROM contacts k
      JOIN orders o ON o.id = k.order_id JOIN customers c ON c.id = o.customer_id
      WHERE k.next_on IS NOT NULL AND k.next_on <= \(scope.day) AND k.kind = 'chase'
        AND o.closed_on IS NULL AND o.cancelled = 0 AND \(scope.mine)
        AND NOT EXISTS (SELECT 1 FROM contacts x
          WHERE x.order_id = k.order_id AND x.kind = 'chase' AND x.id > k.id
            AND (x.party IS NULL OR k.party IS NULL OR x.party = k.party))
      ORDER BY k.next_on, o.no
      """
    ) { try Task(.chaseDue, $0) }
  }

  /// The day to speak with a customer again has come (R-010, R-018).
  static let contactDue = Reminder(.contactDue) { scope, reading in
    try reading.db.all(
      """
      SELECT coalesce(o.no, k.no), c.name, k.party, k.text, k.next_on FROM contacts k
      JOIN customers c ON c.id = k.customer_id LEFT JOIN orders o ON o.id = k.order_id
      WHERE k.next_on IS NOT NULL AND \(Contact.isDue(by: scope.day))
        AND \(scope.isFor("coalesce(k.host_id, c.clerk_id, k.entered_by)"))
      ORDER BY k.next_on, k.no
      """
    ) { try Task(.contactDue, $0) }
  }

  /// A customer was put before the department, which has not talked about it yet: for those who lead (R-013).
  static let customerFlagged = Reminder(.customerFlagged) { scope, reading in
    if let login = scope.clerk, try !User.named(login, in: reading.db).has(.supervisor) { return [] }
    return try reading.db.all(
      """
      SELECT c.code, c.name, u.name, k.text, k.happened_on FROM contacts k
      JOIN customers c ON c.id = k.customer_id LEFT JOIN users u ON u.id = k.entered_by
      WHERE k.kind = 'flag' AND NOT EXISTS (SELECT 1 FROM contacts x
        WHERE x.customer_id = k.customer_id AND x.id > k.id AND x.kind IN ('flag', 'discussion'))
      ORDER BY k.happened_on, k.id
      """
    ) { try Task(.customerFlagged, $0) }
  }

  /// The goods arrived the settled days ago, and nobody has asked the customer how they are (R-022). Where
  /// one clerk does everything nobody is pressed for it, and what arrived long ago is history.
  static let returnCallDue = Reminder(.returnCallDue) { scope, reading in
    let settings = try reading.settings()
    guard settings.flow != .simple else { return [] }
    let wait = settings.number(.returnCallDays)
    let last = scope.day.adding(days: -wait)
    return try reading.db.all(
      """
      SELECT o.no, c.name, c.contact, v.arrived_on FROM (
        SELECT s.order_id AS order_id, max(h.arrived_on) AS arrived_on FROM shipments h
        JOIN shipment_lines l ON l.shipment_id = h.id JOIN schedules s ON s.id = l.schedule_id
        WHERE h.arrived_on >= \(last.adding(days: -30)) GROUP BY s.order_id
        HAVING max(h.arrived_on) <= \(last)) v
      JOIN orders o ON o.id = v.order_id JOIN customers c ON c.id = o.customer_id
      WHERE o.cancelled = 0 AND \(scope.mine)
        AND NOT EXISTS (SELECT 1 FROM schedules s WHERE s.order_id = o.id AND s.is_open = 1)
        AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.order_id = o.id
          AND k.kind IN ('return-call', 'survey'))
      ORDER BY v.arrived_on, o.no
      """
    ) { row in
      let arrived: Day = try row[3]
      return Task(
        .returnCallDue, no: try row[0], customer: try row[1], about: try row[2] as String? ?? "", text: "",
        dueOn: arrived.adding(days: wait))
    }
  }
}
