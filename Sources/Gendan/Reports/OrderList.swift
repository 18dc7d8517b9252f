/// A list of deliveries or, rolled up, of orders by their worst row (lateness rule 1), which speaks for the quantity
/// and worth of all that the filter fits.
public struct OrderList: Sendable {
  /// As of which day.
  public var scope: OrderScope
  /// Which deliveries.
  public var filter = OrderFilter.everything
  /// The order of rows.
  public var order = Sort.due
  /// How many rows at the most.
  public var limit: Int?
  /// Whether an order shows one row, its worst, or one a delivery.
  public var rollsUp = true

  /// In what order rows come; ties go by number and line.
  public enum Sort: Sendable {
    /// Earliest due first, undated last.
    case due
    /// By number.
    case number
    /// By a basis, earliest first.
    case reference(Basis)
  }

  /// Everything as of a day.
  public init(_ scope: OrderScope) { self.scope = scope }

  private var rank: SQL {
    switch order {
    case .due: "\(scope.due) NULLS LAST, o.no, l.line_no, s.seq"
    case .number: "o.no, l.line_no, s.seq"
    case .reference(let basis): "\(scope.reference(basis)) NULLS LAST, o.no, l.line_no, s.seq"
    }
  }

  /// Gives each row, in their order; only a few are held at a time. The limit is not asked.
  public func each(in reading: Reading, _ body: (OrderRow) throws -> Void) throws {
    let key: SQL = rollsUp ? "o.id" : "s.id"
    for part in try parts(in: reading.db) {
      let condition: SQL = "\(filter.condition(scope, me: reading.actor.login)) AND \(part)"
      var keys: [Int64] = []
      var known: Set<Int64> = []
      try reading.db.each("SELECT \(key) \(Self.tables) WHERE \(condition) ORDER BY \(rank)") { row in
        if known.insert(row.integer(0)).inserted { keys.append(row.integer(0)) }
      }
      for keys in keys.bindable {
        var shown = Shown(rollsUp: rollsUp)
        try read("\(condition) AND \(key) IN \(list: keys)", into: &shown, in: reading.db)
        try Stage.fill(&shown.rows, scope, in: reading.db)
        for row in shown.rows { try body(row) }
      }
    }
  }

  /// The rows of one reading.
  public func rows(in reading: Reading) throws -> [OrderRow] {
    var shown = Shown(rollsUp: rollsUp, limit: limit)
    let condition = filter.condition(scope, me: reading.actor.login)
    let parts = try parts(in: reading.db)
    do {
      for part in parts { try read("\(condition) AND \(part)", into: &shown, in: reading.db) }
    } catch is Enough {
      // The reading ended at the limit: the orders that are shown may have more rows.
      let orders = rollsUp ? shown.rows.map(\.order) : []
      if rollsUp { shown = Shown(rollsUp: true) }
      for orders in orders.bindable {
        for part in parts {
          try read("\(condition) AND \(part) AND o.id IN \(list: orders)", into: &shown, in: reading.db)
        }
      }
    }
    try Stage.fill(&shown.rows, scope, in: reading.db)
    return shown.rows
  }

  private func read(_ condition: SQL, into shown: inout Shown, in db: any Transaction) throws {
    try db.each("SELECT \(columns) \(Self.tables) WHERE \(condition) ORDER BY \(rank)") { row in
      try shown.add(try OrderRow(row, scope))
    }
  }

  /// Rush orders come before the others in every list by date; each part is read in its order, so
  /// that a short list ends early.
  private func parts(in db: any Transaction) throws -> [SQL] {
    if case .number = order { return ["1 = 1"] }
    let isOpen: SQL = scope.isHistory ? scope.isOrderOpen : "o.closed_on IS NULL AND o.cancelled = 0"
    let rush: SQL = "FROM orders o WHERE o.priority = 'H' AND \(isOpen)"
    guard try db.count("SELECT count(*) \(rush)") > 0 else { return ["1 = 1"] }
    let isRush: SQL = "o.id IN (SELECT o.id \(rush))"
    return [isRush, "NOT \(isRush)"]
  }

  /// How many orders, and how many deliveries, the filter fits.
  public func count(in reading: Reading) throws -> (orders: Int, rows: Int) {
    try reading.db.first(
      """
      SELECT count(DISTINCT o.id), count(*) \(Self.tables)
      WHERE \(filter.condition(scope, me: reading.actor.login))
      """
    ) { (orders: try $0[0] as Int, rows: try $0[1] as Int) } ?? (0, 0)
  }

  private struct Enough: Error {}

  /// The rows so far: one a delivery, or one an order, which is its worst and speaks for the others.
  private struct Shown {
    let rollsUp: Bool
    var limit: Int?
    var rows: [OrderRow] = []
    private var place: [Identifier<Order>: Int] = [:]

    init(rollsUp: Bool, limit: Int? = nil) {
      self.rollsUp = rollsUp
      self.limit = limit
    }

    mutating func add(_ row: OrderRow) throws {
      if rollsUp, let index = place[row.order] {
        // What is complete does not speak for what is owed.
        if row.isOpen && row.open.smallest > 0 && rows[index].open.smallest == 0 {
          var owed = row
          owed.absorb(rows[index])
          rows[index] = owed
        } else {
          rows[index].absorb(row)
        }
      } else if let limit, rows.count >= limit {
        throw Enough()
      } else {
        place[row.order] = rows.count
        rows.append(row)
      }
    }
  }

  static let tables: SQL =
    """
    FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
    JOIN customers c ON c.id = o.customer_id JOIN products p ON p.id = l.product_id
    LEFT JOIN users u ON u.id = o.clerk_id
    """

  private var columns: SQL {
    let cause: SQL = scope.isHistory ? "AND q.made_on <= \(scope.day)" : ""
    return """
      s.id, o.id, o.no, l.line_no, c.code, c.name, o.customer_po, p.code, p.name, s.qty, p.decimals,
      p.unit, \(scope.shipped), \(scope.accepted), l.price, l.discount_bp, o.currency, o.ordered_on,
      s.requested_on, s.first_promised_on, \(scope.promised), s.promise_count, \(scope.due),
      \(scope.completed), \(scope.isOpen), u.login, u.name, o.priority, o.carrier, o.note,
      EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
      (SELECT q.cause FROM promises q WHERE q.schedule_id = s.id \(cause)
        ORDER BY q.series DESC, q.seq DESC LIMIT 1),
      \(scope.cancelled), o.closed_on, l.color, l.spec, l.requirement, o.kind, o.channel, c.type, c.class, s.seq,
      \(Schedule.isPart)
      """
  }
}

extension OrderRow {
  init(_ row: any Row, _ scope: OrderScope) throws {
    schedule = try row[0]
    order = try row[1]
    no = try row[2]
    place = LinePart(try row[3], part: try Order.flag(row, 42) ? row[41] : nil)
    customerCode = try row[4]
    customer = try row[5]
    customerPO = try row[6]
    productCode = try row[7]
    product = try row[8]
    quantity = Quantity(try row[9], decimals: try row[10], unit: try row[11])
    shipped = try row[12]
    accepted = try row[13]
    price = try row[14]
    discount = try row[15]
    currency = try row[16]
    orderedOn = try row[17]
    requestedOn = try row[18]
    firstPromisedOn = try row[19]
    promisedOn = try row[20]
    promiseCount = try row[21]
    dueOn = try row[22]
    completedOn = try row[23]
    isOpen = try Order.flag(row, 24)
    clerk = try row[25]
    clerkName = try row[26]
    priority = try row[27]
    carrier = try row[28]
    note = try row[29]
    color = try row[34]
    spec = try row[35]
    requirement = try row[36]
    kind = try row[37]
    channel = try row[38]
    isHeld = try Order.flag(row, 30)
    cause = try row[31]
    let closed: Day? = try row[33]
    customerType = try row[39]
    customerClass = try row[40]
    state = OrderState(
      cancelled: try row[32], closed: closed.map { $0 <= scope.day } ?? false, owed: isOpen,
      shipped: shipped > 0 && !(scope.isHistory && isOpen), produced: false)
    goods = [Goods(ordered: quantity, open: open, shipped: quantity.with(shipped))]
    worth = amount
  }
}

extension Stage {
  /// Fills in where the production of each shown row stands as of the scope's day.
  static func fill(_ rows: inout [OrderRow], _ scope: OrderScope, in db: any Transaction) throws {
    var stages: [Identifier<Schedule>: Stage] = [:]
    let open = rows.filter(\.isOpen).map(\.schedule)
    for ids in open.bindable {
      try db.each(
        """
        SELECT served.schedule_id, x.name, d.name, \(scope.good) FROM (
          SELECT v.schedule_id, v.id FROM production_orders v WHERE v.schedule_id IN \(list: ids)
          UNION SELECT h.schedule_id, h.production_order_id FROM production_shares h
          WHERE h.schedule_id IN \(list: ids)) served
        JOIN production_orders w ON w.id = served.id
        LEFT JOIN operations x ON x.production_order_id = w.id AND x.seq = (
          SELECT min(y.seq) FROM operations y
          WHERE y.production_order_id = w.id AND \(scope.isUnfinished))
        LEFT JOIN departments d ON d.id = x.department_id
        WHERE \(scope.isProduced) ORDER BY w.id
        """
      ) { row in
        let schedule: Identifier<Schedule> = try row[0]
        if case .step? = stages[schedule] { return }
        stages[schedule] =
          row.isNull(1) ? .made : .step(try row[1], department: try row[2], good: try row[3])
      }
    }
    for index in rows.indices {
      guard let stage = stages[rows[index].schedule] else { continue }
      rows[index].stage = stage
      if rows[index].state == .taken { rows[index].state = .released }
    }
  }
}
