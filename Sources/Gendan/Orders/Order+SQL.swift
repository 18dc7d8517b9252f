extension Order {
  /// The last act but a signature on the way of o's version to its approval.
  static let reviewAct: SQL =
    """
    (SELECT a.act FROM approvals a WHERE a.subject = 'order' AND a.subject_id = o.id
      AND a.version = o.version AND a.act <> 'sign' ORDER BY a.id DESC LIMIT 1)
    """

  private static let query: SQL =
    """
    SELECT o.id, o.no, o.customer_id, c.code, c.name, o.customer_po, u.login, o.ordered_on, o.currency,
      o.priority, o.carrier, o.note, o.closed_on, o.cancelled, o.cancelled_on, c.date_meaning,
      o.version, o.kind, o.channel, o.received_at, v.login, o.terms, o.commission_bp, o.special,
      \(reviewAct),
      EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
      EXISTS (SELECT 1 FROM schedules s WHERE s.order_id = o.id AND s.is_open = 1),
      EXISTS (SELECT 1 FROM schedules s WHERE s.order_id = o.id AND s.shipped_qty > 0),
      EXISTS (SELECT 1 FROM schedules s JOIN production_orders p
        ON p.id IN (\(ProductionOrder.making("s.id"))) WHERE s.order_id = o.id AND p.cancelled_on IS NULL),
      c.transit_days
    FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN users u ON u.id = o.clerk_id
    LEFT JOIN users v ON v.id = o.salesperson_id
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    customerID = try row[2]
    customerCode = try row[3]
    customer = try row[4]
    customerPO = try row[5]
    clerk = try row[6]
    orderedOn = try row[7]
    currency = try row[8]
    priority = try row[9]
    carrier = try row[10]
    note = try row[11]
    closedOn = try row[12]
    isCancelled = try row[13]
    cancelledOn = try row[14]
    dateMeaning = try row[15]
    version = try row[16]
    kind = try row[17]
    channel = try row[18]
    receivedAt = try row[19]
    salesperson = try row[20]
    terms = try row[21]
    commission = try row[22]
    special = try row[23]
    review = ApprovalState(after: try row[24])
    isHeld = try Order.flag(row, 25)
    state = OrderState(
      cancelled: isCancelled, closed: closedOn != nil, owed: try Order.flag(row, 26),
      shipped: try Order.flag(row, 27), produced: try Order.flag(row, 28))
    transitDays = try row[29]
  }

  /// EXISTS is 0 or 1 on SQLite, f or t on PostgreSQL.
  static func flag(_ row: any Row, _ column: Int) throws -> Bool {
    row.integer(column) != 0 || row.text(column) == "t"
  }

  /// The order with this key.
  static func with(_ id: Identifier<Order>, in db: any Transaction) throws -> Order {
    guard let order = try db.first("\(query) WHERE o.id = \(id)", Order.init) else {
      throw BookError.notFound(.order, id.description, near: [])
    }
    return order
  }

  /// The order with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> Order? {
    try db.first("\(query) WHERE o.no = \(no)", Order.init)
  }

  /// Orders whose number ends in `tail`: the open ones, or all where none is open.
  public static func ending(in tail: String, limit: Int = 10, in db: any Transaction) throws -> [Order] {
    let pattern = "%" + tail.uppercased()
    let open = try db.all(
      """
      \(query) WHERE o.closed_on IS NULL AND o.cancelled = 0 AND o.no LIKE \(pattern)
      ORDER BY o.no LIMIT \(limit)
      """, Order.init)
    guard open.isEmpty else { return open }
    return try db.all("\(query) WHERE o.no LIKE \(pattern) ORDER BY o.no LIMIT \(limit)", Order.init)
  }

  /// Orders whose number begins with `prefix`.
  public static func beginning(with prefix: String, in db: any Transaction) throws -> [Order] {
    try db.all("\(query) WHERE o.no LIKE \(prefix.uppercased() + "%") ORDER BY o.no", Order.init)
  }

  /// Orders that a condition on o fits, by number.
  static func list(_ condition: SQL, in db: any Transaction) throws -> [Order] {
    try db.all("\(query) WHERE \(condition) ORDER BY o.no", Order.init)
  }

  /// Orders under a customer's own number.
  public static func customerPO(_ po: String, in db: any Transaction) throws -> [Order] {
    try db.all("\(query) WHERE o.customer_po = \(po) ORDER BY o.no", Order.init)
  }

  /// The orders that a shipment carries.
  public static func inShipment(_ no: String, in db: any Transaction) throws -> [Order] {
    try db.all(
      """
      \(query) WHERE o.id IN (SELECT s.order_id FROM shipments h
        JOIN shipment_lines l ON l.shipment_id = h.id JOIN schedules s ON s.id = l.schedule_id
        WHERE h.no = \(no)) ORDER BY o.no
      """, Order.init)
  }

  /// What tells this order apart from others.
  public func candidate(in db: any Transaction) throws -> Candidate {
    let row = try db.first(
      """
      SELECT p.name, s.due_on FROM schedules s JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id WHERE s.order_id = \(id)
      ORDER BY s.is_open DESC, s.due_on, s.id LIMIT 1
      """
    ) { (try $0[0] as String, try $0[1] as Day?) }
    let isOpen = closedOn == nil && !isCancelled
    return Candidate(
      name: no, details: [customer] + (row.map { [$0.0] } ?? []), day: isOpen ? row?.1 : closedOn,
      isOpen: isOpen)
  }

  /// Numbers that could have been meant, open orders first.
  public static func numbers(limit: Int, in db: any Transaction) throws -> [String] {
    try db.all(
      """
      SELECT no FROM orders ORDER BY CASE WHEN closed_on IS NULL AND cancelled = 0 THEN 0 ELSE 1 END,
        id DESC LIMIT \(limit)
      """
    ) { try $0[0] as String }
  }
}

extension OrderState {
  /// The label that the facts give.
  init(cancelled: Bool, closed: Bool, owed: Bool, shipped: Bool, produced: Bool) {
    self =
      if cancelled { .cancelled } else if closed { .closed } else if shipped {
        owed ? .partShipped : .shipped
      } else if produced { .released } else { .taken }
  }
}
