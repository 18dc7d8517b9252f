extension Reminder {
  /// Production has begun, is not finished, and was not reported for the settled working days.
  static let staleProduction = Reminder(.staleProduction) { scope, reading in
    let days = try reading.clock(.staleProduction)
    let limit = try reading.calendar().day(-days - 1, workingDaysAfter: scope.day)
    // Of its steps, and of the whole.
    let reports: SQL =
      """
      SELECT g.happened_on AS day FROM operations x JOIN progress g ON g.operation_id = x.id
      WHERE x.production_order_id = w.id AND \(ProgressEntry.stands)
      UNION ALL SELECT g.happened_on FROM progress g
      WHERE g.production_order_id = w.id AND g.operation_id IS NULL AND \(ProgressEntry.stands)
      """
    return try reading.db.all(
      """
      SELECT no, customer, step, NULL, last_on FROM (
        SELECT o.no AS no, c.name AS customer, w.id AS id,
          (SELECT x.name FROM operations x WHERE x.production_order_id = w.id
            AND x.finished_on IS NULL ORDER BY x.seq LIMIT 1) AS step,
          coalesce((SELECT max(day) FROM (\(reports)) said), w.start_on, w.released_on) AS last_on
        FROM production_orders w JOIN schedules s ON s.id = w.schedule_id
        JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
        WHERE w.is_open = 1 AND s.is_open = 1 AND \(scope.mine)
          AND NOT EXISTS (SELECT 1 FROM (\(reports)) said WHERE day > \(limit))
          AND NOT EXISTS (SELECT 1 FROM production_holds k WHERE k.production_order_id = w.id
            AND k.resumed_on IS NULL)
          AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL)
      ) running WHERE last_on <= \(limit) ORDER BY last_on, no
      """
    ) { try Task(.staleProduction, $0) }
  }
}
