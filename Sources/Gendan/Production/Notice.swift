/// What a department was told, and when it acknowledged it (R-134, R-139).
public struct Notice: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Notice>
  /// The department.
  public let department: String
  /// The customer order's number; nil for stock.
  public let orderNo: String?
  /// The production order's number; nil where it is about the order alone.
  public let productionNo: String?
  /// The version of the order that an amendment made, where it tells of one (R-112).
  public let amendment: Int?
  /// What that amendment changed of goods and dates; the money is not the workshop's (R-150).
  public fileprivate(set) var changes: [Amendment.Change] = []
  /// What the department must mind (R-135).
  public let remark: String?
  /// When it was told.
  public let sentAt: Instant
  /// When it acknowledged.
  public let acknowledgedAt: Instant?
  /// The name of who acknowledged.
  public let acknowledgedBy: String?

  /// How many minutes it has waited for the acknowledgement, or did wait.
  public func minutes(at now: Instant) -> Int { Int(((acknowledgedAt ?? now) - sentAt) / 60) }
}

extension Notice {
  static let tables: SQL =
    """
    notices n JOIN departments d ON d.id = n.department_id LEFT JOIN orders o ON o.id = n.order_id
    LEFT JOIN customers c ON c.id = o.customer_id
    LEFT JOIN production_orders w ON w.id = n.production_order_id
    LEFT JOIN products p ON p.id = w.product_id LEFT JOIN amendments a ON a.id = n.amendment_id
    LEFT JOIN users u ON u.id = n.acknowledged_by
    """

  /// Somebody waits for the acknowledgement: what it is about goes on.
  static let awaited: SQL =
    """
    n.acknowledged_at IS NULL AND (w.id IS NULL OR w.is_open = 1)
      AND (o.id IS NULL OR (o.closed_on IS NULL AND o.cancelled = 0))
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    department = try row[1]
    orderNo = try row[2]
    productionNo = try row[3]
    amendment = try row[4]
    remark = try row[5]
    sentAt = try row[6]
    acknowledgedAt = try row[7]
    acknowledgedBy = try row[8]
  }

  /// Notices, oldest first: of an order, of a production order, or all; only the awaited where asked.
  public static func list(
    order: Identifier<Order>? = nil, production: Identifier<ProductionOrder>? = nil, isOpen: Bool = false,
    in db: any Transaction
  ) throws -> [Notice] {
    var conditions: [SQL] = [isOpen ? awaited : "1 = 1"]
    if let order { conditions.append("n.order_id = \(order)") }
    if let production { conditions.append("n.production_order_id = \(production)") }
    let notices = try db.all(
      """
      SELECT n.id, d.name, o.no, w.no, a.version, n.remark, n.sent_at, n.acknowledged_at, u.name,
        n.amendment_id
      FROM \(tables) WHERE \(SQL.join(conditions, " AND ")) ORDER BY n.sent_at, n.id
      """
    ) { (notice: try Notice($0), amendment: try $0[9] as Int64?) }
    let changes = try Amendment.changes(of: Array(Set(notices.compactMap(\.amendment))), in: db)
    return notices.map { notice, amendment in
      var notice = notice
      notice.changes = (amendment.flatMap { changes[$0] } ?? []).filter {
        AgreedField.ofWorkshop.contains($0.field)
      }
      return notice
    }
  }
}

extension Writing {
  /// Tells departments of an order, of a production order, or of an amendment to it (R-112, R-134).
  public func notify(
    departments: [Identifier<Department>], order: Identifier<Order>?,
    production: Identifier<ProductionOrder>? = nil, amendment: Int64? = nil, remark: String? = nil
  ) throws {
    for department in departments {
      try db.run(
        """
        INSERT INTO notices (order_id, production_order_id, amendment_id, department_id, remark, sent_at)
        VALUES (\(order), \(production), \(amendment), \(department), \(remark), \(now))
        """)
    }
  }

  /// Acknowledges notices (R-139).
  public func acknowledge(_ notices: [Notice]) throws {
    for notice in notices {
      try db.run(
        """
        UPDATE notices SET acknowledged_at = \(now), acknowledged_by = \(user.id) WHERE id = \(notice.id)
        """)
    }
    entry.subjects = Set(notices.compactMap { $0.orderNo ?? $0.productionNo }).sorted()
  }

  /// Warns the departments that make a production order, or one of them: a notice to be acknowledged (R-411).
  /// Returns the names of those that were told.
  public func warn(
    _ production: ProductionOrder, _ text: String, department: String? = nil
  ) throws -> [String] {
    try production.requireOpen(in: self)
    let all = try recipients(of: production, [:]).map(\.0)
    let told = try department.map { [try Department.named($0, in: db).id] } ?? all
    try notify(
      departments: told, order: try production.customerOrder(in: db)?.id, production: production.id,
      remark: text)
    entry.subjects = production.subjects
    entry.reason = text
    return try Department.all(in: db).filter { told.contains($0.id) }.map(\.name)
  }

  /// The departments of a production order's steps with their remarks, and the others that a remark
  /// names, by department or step.
  func recipients(
    of production: ProductionOrder, _ remarks: [String: String]
  ) throws -> [(Identifier<Department>, String?)] {
    let steps = try db.all(
      """
      SELECT x.name, x.department_id FROM operations x
      WHERE x.production_order_id = \(production.id) AND x.department_id IS NOT NULL ORDER BY x.seq
      """
    ) { (name: try $0[0] as String, department: try $0[1] as Identifier<Department>) }
    var departments: [Identifier<Department>] = []
    var said: [Identifier<Department>: String] = [:]
    for step in steps where !departments.contains(step.department) { departments.append(step.department) }
    for (name, remark) in remarks.sorted(by: { $0.key < $1.key }) {
      let department =
        try steps.first { $0.name == name }?.department ?? Department.named(name, in: db).id
      if !departments.contains(department) { departments.append(department) }
      said[department] = (said[department].map { $0 + "; " } ?? "") + remark
    }
    return departments.map { ($0, said[$0]) }
  }
}

extension Settings {
  /// Whether departments are pressed to acknowledge: where one clerk does everything (the simple flow),
  /// notices are kept but nobody is reminded of them.
  public var expectsAcknowledgement: Bool { flow != .simple }
}

extension Reading {
  /// By when a department must have acknowledged what it was told at a moment (R-139).
  func acknowledgeBy(sent: Instant) throws -> Instant {
    try workingHours().instant(clock(.unacknowledged) * 60, after: sent)
  }
}

extension Reminder {
  /// Departments have not acknowledged a change: from the minute in which they were told, for nothing is
  /// made wrong as fast as what was changed (R-112).
  static let changeUnacknowledged = Reminder(.changeUnacknowledged) { scope, reading in
    try unacknowledged(.changeUnacknowledged, "n.amendment_id IS NOT NULL", scope, reading)
  }

  /// Departments have not acknowledged what they were told within the settled working hours (R-139).
  static let unacknowledged = Reminder(.unacknowledged) { scope, reading in
    try unacknowledged(.unacknowledged, "n.amendment_id IS NULL", scope, reading).filter(\.isPast)
  }

  /// One task for what was told at once.
  private static func unacknowledged(
    _ id: ReminderID, _ condition: SQL, _ scope: ReminderScope, _ reading: Reading
  ) throws -> [Task] {
    guard try reading.settings().expectsAcknowledgement else { return [] }
    var groups: [(told: Told, departments: [String])] = []
    try reading.db.each(
      """
      SELECT coalesce(o.no, w.no), coalesce(c.name, p.name), d.name, a.version,
        coalesce(w.no, n.remark), n.sent_at
      FROM \(Notice.tables) WHERE \(Notice.awaited) AND \(condition) AND \(scope.told)
      ORDER BY n.sent_at, coalesce(o.no, w.no),
        coalesce(CASE WHEN n.amendment_id IS NULL THEN w.no END, ''), n.id
      """
    ) { row in
      let version: Int? = try row[3]
      let text = try version.map { "v\($0)" } ?? row[4] ?? ""
      let told = Told(no: try row[0], customer: try row[1], text: text, at: try row[5])
      let department: String = try row[2]
      if groups.last?.told != told { groups.append((told, [])) }
      let last = groups.count - 1
      if !groups[last].departments.contains(department) { groups[last].departments.append(department) }
    }
    return try groups.map { told, departments in
      Task(
        id, no: told.no, customer: told.customer, about: departments, text: told.text,
        dueAt: try reading.acknowledgeBy(sent: told.at), reading)
    }
  }
}

/// What several departments were told at once.
private struct Told: Equatable {
  let no: String
  let customer: String
  let text: String
  let at: Instant
}
