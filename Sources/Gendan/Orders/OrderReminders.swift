extension Reminder {
  /// No promise after the settled working days (R-054; lateness, tricky point 9).
  static let unpromised = Reminder(.unpromised) { scope, reading in
    let days = try reading.clock(.unpromised)
    let limit = try reading.calendar().day(-days, workingDaysAfter: scope.day)
    return try reading.db.all(
      """
      SELECT o.no, c.name, min(p.name), NULL, o.ordered_on FROM schedules s
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.is_open = 1 AND s.promised_on IS NULL AND o.ordered_on <= \(limit) AND \(scope.mine)
      GROUP BY o.no, c.name, o.ordered_on ORDER BY o.ordered_on, o.no
      """
    ) { try Task(.unpromised, $0) }
  }

  /// The due day is within the settled days and the goods are not made yet; what a rest day would say is said on the
  /// working day before it (R-172).
  static let nearDue = Reminder(.nearDue) { scope, reading in
    let tomorrow = scope.day.adding(days: 1)
    let lastRest = try reading.calendar().nextWorking(onOrAfter: tomorrow).adding(days: -1)
    let last = lastRest.adding(days: try reading.clock(.nearDue))
    return try reading.db.all(
      """
      SELECT o.no, c.name, min(p.name), NULL, min(s.due_on) FROM schedules s
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.is_open = 1 AND s.due_on > \(scope.day) AND s.due_on <= \(last) AND \(scope.mine)
        AND (EXISTS (SELECT 1 FROM production_orders w
            WHERE w.id IN (\(ProductionOrder.making("s.id"))) AND w.is_open = 1)
          OR NOT EXISTS (SELECT 1 FROM production_orders w
            WHERE w.id IN (\(ProductionOrder.making("s.id"))) AND w.finished_on IS NOT NULL))
      GROUP BY o.no, c.name ORDER BY min(s.due_on), o.no
      """
    ) { try Task(.nearDue, $0) }
  }
}
