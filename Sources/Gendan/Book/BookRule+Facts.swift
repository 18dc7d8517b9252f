extension BookRule {
  /// Not more was delivered than ordered, beyond the tolerance, unless the gate was overridden.
  static let shippedWithinOrder = BookRule(.shipped) { reading in
    let allowed = try overridden(.shipWithinOpen, in: reading.db)
    return try reading.db.all(
      """
      SELECT o.no, n.line_no, s.qty, s.accepted_qty, p.decimals, p.unit FROM schedules s
      JOIN order_lines n ON n.id = s.line_id JOIN orders o ON o.id = s.order_id
      JOIN products p ON p.id = n.product_id
      WHERE s.accepted_qty - s.qty > s.qty / 10000 * n.over_bp + s.qty % 10000 * n.over_bp / 10000
      ORDER BY o.no, n.line_no, s.seq
      """
    ) { row -> Finding? in
      let no = row.text(0)
      guard !allowed.contains(no) else { return nil }
      let ordered = Quantity(try row[2], decimals: try row[4], unit: try row[5])
      return .overshipped(
        order: "\(no).\(row.text(1))", ordered: ordered, delivered: ordered.with(try row[3]))
    }.compactMap { $0 }
  }

  /// A finished step follows finished steps, unless the gate was overridden.
  static let stepsInSequence = BookRule(.steps) { reading in
    let allowed = try overridden(.progressInSequence, in: reading.db)
    return try reading.db.all(
      """
      SELECT w.no, late.name, early.name, o.no FROM operations late
      JOIN operations early
        ON early.production_order_id = late.production_order_id AND early.seq < late.seq
      JOIN production_orders w ON w.id = late.production_order_id
      LEFT JOIN schedules s ON s.id = w.schedule_id LEFT JOIN orders o ON o.id = s.order_id
      WHERE late.finished_on IS NOT NULL AND early.finished_on IS NULL AND w.cancelled_on IS NULL
      ORDER BY w.no, late.seq, early.seq
      """
    ) { row -> Finding? in
      allowed.contains(row.text(3))
        ? nil : .stepAhead(production: row.text(0), step: row.text(1), before: row.text(2))
    }.compactMap { $0 }
  }

  /// An order is neither complete nor closed before the day it was placed.
  static let endsAfterOrder = BookRule(.dates) { reading in
    try reading.db.all(
      """
      SELECT o.no, s.completed_on AS ended_on, o.ordered_on FROM schedules s
      JOIN orders o ON o.id = s.order_id WHERE s.completed_on < o.ordered_on
      UNION
      SELECT no, closed_on, ordered_on FROM orders WHERE closed_on < ordered_on
      ORDER BY 1, 2
      """
    ) { .tooEarly(order: try $0[0], ended: try $0[1], ordered: try $0[2]) }
  }

  /// No fact is dated after today.
  static let nothingInFuture = BookRule(.future) { reading in
    let today = reading.today
    return try reading.db.all(
      """
      SELECT no, 'orders', ordered_on FROM orders WHERE ordered_on > \(today)
      UNION ALL
      SELECT no, 'orders', closed_on FROM orders WHERE closed_on > \(today)
      UNION ALL
      SELECT o.no, 'promises', p.made_on FROM promises p JOIN schedules s ON s.id = p.schedule_id
      JOIN orders o ON o.id = s.order_id WHERE p.made_on > \(today)
      UNION ALL
      SELECT w.no, 'progress', g.happened_on FROM progress g
      JOIN production_orders w ON w.id = g.production_order_id WHERE g.happened_on > \(today)
      UNION ALL
      SELECT w.no, 'operations', x.started_on FROM operations x
      JOIN production_orders w ON w.id = x.production_order_id WHERE x.started_on > \(today)
      UNION ALL
      SELECT no, 'shipments', shipped_on FROM shipments WHERE shipped_on > \(today)
      UNION ALL
      SELECT h.no, 'arrivals', a.arrived_on FROM arrivals a
      JOIN shipment_lines l ON l.id = a.shipment_line_id JOIN shipments h ON h.id = l.shipment_id
      WHERE a.arrived_on > \(today)
      UNION ALL
      SELECT coalesce(k.no, o.no), 'contacts', k.happened_on FROM contacts k
      LEFT JOIN orders o ON o.id = k.order_id WHERE k.happened_on > \(today)
      UNION ALL
      SELECT m.no, 'sample_rounds', r.sent_on FROM sample_rounds r JOIN samples m ON m.id = r.sample_id
      WHERE r.sent_on > \(today)
      UNION ALL
      SELECT m.no, 'sample_rounds', r.answered_on FROM sample_rounds r JOIN samples m ON m.id = r.sample_id
      WHERE r.answered_on > \(today)
      UNION ALL
      SELECT no, 'payments', happened_on FROM payments WHERE happened_on > \(today)
      UNION ALL
      SELECT y.no, 'receipts', r.bank_on FROM receipts r JOIN payments y ON y.id = r.payment_id
      WHERE r.bank_on > \(today)
      ORDER BY 1, 2, 3
      """
    ) { .future(about: try $0[0], table: try $0[1], day: try $0[2]) }
  }

  /// What an order was paid beyond what it asks was booked as the customer's surplus.
  static let paidWithinAmount = BookRule(.paid) { reading in
    try OrderMoney.all(
      where: "EXISTS (SELECT 1 FROM payments y WHERE y.order_id = o.id)", in: reading.db
    ).filter { $0.unpriced.isEmpty && $0.open < 0 }
      .map { .overpaid(order: $0.no, payable: $0.money($0.payable), paid: $0.money($0.confirmed)) }
  }

  /// From October on, when the State Council tells them, next year's holidays are known.
  static let calendarKnown = BookRule(.calendar) { reading in
    let year = reading.today.year + 1
    guard reading.today.month >= 10, !(try reading.calendar().covers(year: year)) else { return [] }
    return [.calendarMissing(year: year)]
  }

  /// The orders for which somebody overrode a gate.
  private static func overridden(_ gate: GateID, in db: any Transaction) throws -> Set<String> {
    var orders: Set<String> = []
    try db.each("SELECT subject, overrides FROM events WHERE overrides IS NOT NULL") { row in
      guard row.text(1).split(separator: " ").contains(Substring(gate.rawValue)) else { return }
      orders.formUnion(row.text(0).split(separator: " ").map(String.init))
    }
    return orders
  }
}
