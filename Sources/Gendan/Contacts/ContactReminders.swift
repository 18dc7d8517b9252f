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
}
