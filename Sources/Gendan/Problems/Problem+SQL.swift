extension Problem: Numbered {
  static let noun = Noun.problem
  static let table: SQL = "b"
  var candidate: Candidate {
    Candidate(name: no, details: [customer ?? productionNo, text].compactMap { $0 }, isOpen: isOpen)
  }

  static let query: SQL =
    """
    SELECT b.id, b.no, o.no, c.name, w.no, x.name, p.name, b.kind, b.text, b.qty, p.decimals, p.unit,
      b.severe, d.name, b.until_on, b.cause, r.name, b.side, e.role, f.name, e.note, e.entered_at, g.name,
      (SELECT count(*) FROM problem_remedies m WHERE m.problem_id = b.id),
      (SELECT count(*) FROM problem_remedies m WHERE m.problem_id = b.id AND m.done_on IS NULL),
      b.entered_at, n.name, b.closed_at, k.name, b.close_note, coalesce(q.code, w.maker)
    FROM problems b LEFT JOIN orders o ON o.id = b.order_id LEFT JOIN customers c ON c.id = o.customer_id
    LEFT JOIN production_orders w ON w.id = b.production_order_id
    LEFT JOIN operations x ON x.id = b.operation_id LEFT JOIN resources q ON q.id = x.resource_id
    LEFT JOIN products p ON p.id = b.product_id
    LEFT JOIN departments d ON d.id = b.department_id LEFT JOIN departments r ON r.id = b.responsible_id
    LEFT JOIN problem_escalations e
      ON e.id = (SELECT max(y.id) FROM problem_escalations y WHERE y.problem_id = b.id)
    LEFT JOIN users f ON f.id = e.user_id LEFT JOIN users g ON g.id = e.entered_by
    JOIN users n ON n.id = b.entered_by LEFT JOIN users k ON k.id = b.closed_by
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    orderNo = try row[2]
    customer = try row[3]
    productionNo = try row[4]
    step = try row[5]
    product = try row[6]
    kind = try row[7]
    text = try row[8]
    quantity = row.isNull(9) ? nil : Quantity(try row[9], decimals: try row[10], unit: try row[11])
    isSevere = try row[12]
    department = try row[13]
    untilOn = try row[14]
    finding =
      row.isNull(15) ? nil : ProblemFinding(text: try row[15], department: try row[16], side: try row[17])
    escalation = row.isNull(18) ? nil : try Escalation(row, from: 18)
    remedies = try row[23]
    openRemedies = try row[24]
    openedAt = try row[25]
    openedBy = try row[26]
    closedAt = try row[27]
    closedBy = try row[28]
    closeNote = try row[29]
    resource = try row[30]
  }

  /// The problem whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> Problem {
    try called(text, in: db)
  }

  /// The problem with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> Problem? {
    try db.first("\(query) WHERE b.no = \(no)", Problem.init)
  }

  /// The problems of an order, those of its production included, oldest first.
  public static func of(
    _ order: Identifier<Order>, isOpen: Bool = false, in db: any Transaction
  ) throws -> [Problem] {
    let open: SQL = isOpen ? "AND b.closed_at IS NULL" : ""
    return try db.all("\(query) WHERE b.order_id = \(order) \(open) ORDER BY b.id", Problem.init)
  }

  /// The open problems of a production order, oldest first.
  public static func open(
    of production: Identifier<ProductionOrder>, in db: any Transaction
  ) throws -> [Problem] {
    try db.all(
      """
      \(query) WHERE b.production_order_id = \(production) AND b.closed_at IS NULL ORDER BY b.id
      """, Problem.init)
  }
}

/// Which problems a list shows.
public struct ProblemFilter: Sendable {
  /// Each is in the number, the order's, the customer, the product, the step or the text.
  public var words: [String] = []
  /// A delivery of the order fits it.
  public var orders: OrderFilter?
  /// Of this kind.
  public var kind: Cause?
  /// This department deals with it, or answers for it.
  public var department: Identifier<Department>?
  /// Not settled yet.
  public var isOpen = false
  /// Opened within.
  public var opened: Period?

  /// All of them.
  public init() {}
}

extension Problem {
  /// The orders with a problem that is not settled.
  public static func ordersWithOpen(in db: any Transaction) throws -> Set<Identifier<Order>> {
    var orders: Set<Identifier<Order>> = []
    try db.each("SELECT order_id FROM problems WHERE closed_at IS NULL AND order_id IS NOT NULL") { row in
      orders.insert(try row[0])
    }
    return orders
  }

  /// The problems that a filter fits: open ones first, what is severe and what blocks longest before the others.
  public static func list(_ filter: ProblemFilter, in reading: Reading) throws -> [Problem] {
    var conditions: [SQL] = ["1 = 1"]
    for word in filter.words {
      let pattern = TextMatch.contains(word).pattern
      let columns: [SQL] = [
        "b.no", "o.no", "w.no", "c.name", "c.code", "p.name", "p.code", "x.name", "b.text",
      ]
      let terms = columns.map { column -> SQL in "lower(coalesce(\(column), '')) LIKE \(pattern)" }
      conditions.append("(\(SQL.join(terms, " OR ")))")
    }
    if let orders = filter.orders {
      let condition = orders.condition(.now(reading.today), me: reading.actor.login)
      conditions.append(
        "b.order_id IN (SELECT s.order_id \(OrderList.tables) WHERE \(condition))")
    }
    if let kind = filter.kind { conditions.append("b.kind = \(kind)") }
    if let department = filter.department {
      conditions.append("(b.department_id = \(department) OR b.responsible_id = \(department))")
    }
    if filter.isOpen { conditions.append("b.closed_at IS NULL") }
    let found = try reading.db.all(
      """
      \(query) WHERE \(SQL.join(conditions, " AND "))
      ORDER BY CASE WHEN b.closed_at IS NULL THEN 0 ELSE 1 END, b.severe DESC, b.until_on DESC NULLS LAST,
        b.id
      """, Problem.init)
    guard let opened = filter.opened else { return found }
    return found.filter { opened.contains($0.openedAt.day(utcOffset: reading.utcOffset)) }
  }
}

extension Remedy {
  /// What was decided about a problem, in its order.
  public static func of(_ problem: Problem, in db: any Transaction) throws -> [Remedy] {
    try db.all(
      """
      SELECT m.seq, m.text, m.corrective, m.preventive, d.name, m.due_on, m.done_on, u.name
      FROM problem_remedies m LEFT JOIN departments d ON d.id = m.department_id
      JOIN users u ON u.id = m.entered_by WHERE m.problem_id = \(problem.id) ORDER BY m.seq
      """
    ) {
      Remedy(
        seq: try $0[0], text: try $0[1], corrective: try $0[2], preventive: try $0[3], department: try $0[4],
        dueOn: try $0[5], doneOn: try $0[6], by: try $0[7])
    }
  }
}

extension Escalation {
  /// Role, person, note, time and who took it there, from a column on.
  fileprivate init(_ row: any Row, from column: Int) throws {
    role = try row[column]
    person = try row[column + 1]
    note = try row[column + 2]
    at = try row[column + 3]
    by = try row[column + 4]
  }

  /// To whom a problem was taken, the first first.
  public static func of(_ problem: Problem, in db: any Transaction) throws -> [Escalation] {
    try db.all(
      """
      SELECT e.role, f.name, e.note, e.entered_at, g.name FROM problem_escalations e
      LEFT JOIN users f ON f.id = e.user_id JOIN users g ON g.id = e.entered_by
      WHERE e.problem_id = \(problem.id) ORDER BY e.id
      """
    ) { try Escalation($0, from: 0) }
  }
}
