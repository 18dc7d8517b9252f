extension Schedule {
  /// Whether the line of a delivery `s` has others.
  static let isPart: SQL =
    "s.seq > 1 OR EXISTS (SELECT 1 FROM schedules z WHERE z.line_id = s.line_id AND z.seq = 2)"

  private static let query: SQL =
    """
    SELECT s.id, s.order_id, s.line_id, l.line_no, s.seq, p.code, p.name, s.qty, p.decimals, p.unit,
      s.shipped_qty, s.accepted_qty, s.requested_on, s.first_promised_on, s.promised_on,
      s.promise_count, s.completed_on, s.is_open, l.over_bp, \(isPart)
    FROM schedules s JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    order = try row[1]
    line = try row[2]
    lineNo = try row[3]
    seq = try row[4]
    productCode = try row[5]
    product = try row[6]
    quantity = Quantity(try row[7], decimals: try row[8], unit: try row[9])
    shipped = try row[10]
    accepted = try row[11]
    requestedOn = try row[12]
    firstPromisedOn = try row[13]
    promisedOn = try row[14]
    promiseCount = try row[15]
    completedOn = try row[16]
    isOpen = try row[17]
    overTolerance = try row[18]
    place = LinePart(lineNo, part: try Order.flag(row, 19) ? seq : nil)
  }

  /// An order's deliveries, by line and date; only those of `line` where it is given.
  public static func of(
    _ order: Identifier<Order>, line: LinePart? = nil, in db: any Transaction
  ) throws -> [Schedule] {
    let part: SQL = line?.part.map { "AND s.seq = \($0)" } ?? ""
    let condition: SQL = line.map { "AND l.line_no = \($0.number) \(part)" } ?? ""
    return try db.all(
      "\(query) WHERE s.order_id = \(order) \(condition) ORDER BY l.line_no, s.seq", Schedule.init)
  }

  /// The facts of deliveries, from which their kept figures follow.
  private static func facts(
    _ ids: [Identifier<Schedule>], in db: any Transaction
  ) throws -> [Identifier<Schedule>: ScheduleFacts] {
    var facts: [Identifier<Schedule>: ScheduleFacts] = [:]
    try db.each(
      """
      SELECT s.id, s.qty, l.under_bp, s.requested_on, o.cancelled, c.date_meaning FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN orders o ON o.id = s.order_id
      JOIN customers c ON c.id = o.customer_id WHERE s.id IN \(list: ids)
      """
    ) { row in
      var one = ScheduleFacts(ordered: try row[1], underTolerance: try row[2], requestedOn: try row[3])
      one.isCancelled = try row[4]
      one.dateMeaning = try row[5]
      facts[try row[0]] = one
    }
    try db.each(
      """
      SELECT schedule_id, series, promised_on FROM promises WHERE schedule_id IN \(list: ids)
      ORDER BY schedule_id, series, seq
      """
    ) { facts[try $0[0]]?.promises.append((try $0[1], try $0[2])) }
    try db.each(
      """
      SELECT l.schedule_id, l.qty, h.shipped_on, max(a.arrived_on),
        CAST(coalesce(sum(a.short + a.damaged), 0) AS BIGINT)
      FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
      LEFT JOIN arrivals a ON a.shipment_line_id = l.id
      WHERE l.schedule_id IN \(list: ids) GROUP BY l.id, l.schedule_id, l.qty, h.shipped_on
      """
    ) { row in
      facts[try row[0]]?.deliveries.append(
        Delivery(
          quantity: try row[1], shippedOn: try row[2], arrivedOn: try row[3], rejected: try row[4]))
    }
    return facts
  }

  /// The one place that maintains schedules' kept figures: computes them from their facts and writes
  /// them.
  static func refresh(_ ids: [Identifier<Schedule>], in db: any Transaction) throws {
    for part in ids.bindable {
      let facts = try facts(part, in: db)
      for id in part {
        guard let figures = facts[id]?.figures else { continue }
        try db.run(
          """
          UPDATE schedules SET first_promised_on = \(figures.firstPromisedOn),
            promised_on = \(figures.promisedOn), promise_count = \(figures.promiseCount),
            shipped_qty = \(figures.shipped), accepted_qty = \(figures.accepted),
            completed_on = \(figures.completedOn), is_open = \(figures.isOpen), due_on = \(figures.dueOn)
          WHERE id = \(id)
          """)
      }
    }
  }

  /// Refreshes one delivery.
  static func refresh(_ id: Identifier<Schedule>, in db: any Transaction) throws {
    try refresh([id], in: db)
  }

  /// Refreshes every delivery of an order.
  static func refresh(order: Identifier<Order>, in db: any Transaction) throws {
    try refresh(db.all("SELECT id FROM schedules WHERE order_id = \(order)") { try $0[0] }, in: db)
  }
}
