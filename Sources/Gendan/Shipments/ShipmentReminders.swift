extension Reminder {
  /// A shipment left the settled days ago and nobody has confirmed its arrival.
  static let arrivalUnconfirmed = Reminder(.arrivalUnconfirmed) { scope, reading in
    let last = scope.day.adding(days: -(try reading.clock(.arrivalUnconfirmed)))
    return try reading.db.all(
      """
      SELECT o.no, c.name, h.no, h.carrier, h.shipped_on FROM shipments h
      JOIN shipment_lines l ON l.shipment_id = h.id JOIN schedules s ON s.id = l.schedule_id
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      WHERE h.id IN (SELECT t.id FROM shipments t WHERE t.arrived_on IS NULL AND t.shipped_on <= \(last))
        AND \(scope.mine)
        AND o.closed_on IS NULL AND o.cancelled = 0
      GROUP BY o.no, c.name, h.no, h.carrier, h.shipped_on ORDER BY h.shipped_on, o.no
      """
    ) { try Task(.arrivalUnconfirmed, $0) }
  }
}
