extension Schedule {
  private static let query: SQL =
    """
    SELECT s.id, s.order_id, s.line_id, l.line_no, s.seq, p.code, p.name, s.qty, p.decimals, p.unit,
      s.shipped_qty, s.accepted_qty, s.requested_on, s.first_promised_on, s.promised_on,
      s.promise_count, s.completed_on, s.is_open, l.over_bp
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
  }

  /// An order's deliveries, by line and date; only one line's where `line` is given.
  public static func of(
    _ order: Identifier<Order>, line: Int? = nil, in db: any Transaction
  ) throws -> [Schedule] {
    let condition: SQL = line.map { "AND l.line_no = \($0)" } ?? ""
    return try db.all(
      "\(query) WHERE s.order_id = \(order) \(condition) ORDER BY l.line_no, s.seq", Schedule.init)
  }

  /// The facts of one delivery, from which its kept figures follow.
  static func facts(_ id: Identifier<Schedule>, in db: any Transaction) throws -> ScheduleFacts? {
    var facts = try db.first(
      """
      SELECT s.qty, l.under_bp, s.requested_on, o.cancelled, c.date_meaning FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN orders o ON o.id = s.order_id
      JOIN customers c ON c.id = o.customer_id WHERE s.id = \(id)
      """
    ) { row in
      var facts = ScheduleFacts(
        ordered: try row[0], underTolerance: try row[1], requestedOn: try row[2])
      facts.isCancelled = try row[3]
      facts.dateMeaning = try row[4]
      return facts
    }
    facts?.promises = try db.all(
      "SELECT series, promised_on FROM promises WHERE schedule_id = \(id) ORDER BY series, seq"
    ) { (series: try $0[0], day: try $0[1]) }
    facts?.deliveries = try db.all(
      """
      SELECT l.qty, h.shipped_on, max(a.arrived_on),
        CAST(coalesce(sum(a.short + a.damaged), 0) AS BIGINT)
      FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
      LEFT JOIN arrivals a ON a.shipment_line_id = l.id
      WHERE l.schedule_id = \(id) GROUP BY l.id, l.qty, h.shipped_on
      """
    ) { Delivery(quantity: try $0[0], shippedOn: try $0[1], arrivedOn: try $0[2], rejected: try $0[3]) }
    return facts
  }

  /// The one place that maintains a schedule's kept figures: computes them from its facts and
  /// writes them where they differ.
  static func refresh(_ id: Identifier<Schedule>, in db: any Transaction) throws {
    guard let figures = try facts(id, in: db)?.figures else { return }
    try db.run(
      """
      UPDATE schedules SET first_promised_on = \(figures.firstPromisedOn),
        promised_on = \(figures.promisedOn), promise_count = \(figures.promiseCount),
        shipped_qty = \(figures.shipped), accepted_qty = \(figures.accepted),
        completed_on = \(figures.completedOn), is_open = \(figures.isOpen), due_on = \(figures.dueOn)
      WHERE id = \(id)
      """)
  }

  /// Refreshes every delivery of an order.
  static func refresh(order: Identifier<Order>, in db: any Transaction) throws {
    let ids = try db.all("SELECT id FROM schedules WHERE order_id = \(order)") {
      try $0[0] as Identifier<Schedule>
    }
    for id in ids { try refresh(id, in: db) }
  }
}
