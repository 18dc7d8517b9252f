extension DelayCase: Numbered {
  static let noun = Noun.delay
  static let table: SQL = "y"
  var candidate: Candidate { Candidate(name: no, details: [orderNo, text], isOpen: closedAt == nil) }

  static let query: SQL =
    """
    SELECT y.id, y.no, y.order_id, o.no, c.name, o.customer_po, y.line_no, y.text, y.due_on, y.forecast_on,
      y.found_at, y.reported_at, n.name, d.name,
      y.cause, y.cause_text, r.name, y.new_on, y.remedy, y.outward, y.explained_at, e.name,
      a.answer, a.accepted_on, a.via, a.told, a.note, a.told_at, t.name,
      y.closed_at, k.name, y.note
    FROM delays y JOIN orders o ON o.id = y.order_id JOIN customers c ON c.id = o.customer_id
    JOIN users n ON n.id = y.entered_by LEFT JOIN departments d ON d.id = y.department_id
    LEFT JOIN departments r ON r.id = y.responsible_id LEFT JOIN users e ON e.id = y.explained_by
    LEFT JOIN delay_answers a ON a.id = (SELECT max(z.id) FROM delay_answers z WHERE z.delay_id = y.id)
    LEFT JOIN users t ON t.id = a.entered_by LEFT JOIN users k ON k.id = y.closed_by
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    order = try row[2]
    orderNo = try row[3]
    customer = try row[4]
    customerPO = try row[5]
    line = try row[6]
    text = try row[7]
    dueOn = try row[8]
    forecastOn = try row[9]
    foundAt = try row[10]
    reportedAt = try row[11]
    reportedBy = try row[12]
    department = try row[13]
    explanation =
      row.isNull(20)
      ? nil
      : DelayExplanation(
        cause: try row[14], text: try row[15], department: try row[16], newOn: try row[17],
        remedy: try row[18], outward: try row[19], at: try row[20], by: try row[21])
    answer = row.isNull(22) ? nil : try DelayAnswer(row, from: 22)
    closedAt = try row[29]
    closedBy = try row[30]
    note = try row[31]
  }

  /// The case whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> DelayCase {
    try called(text, in: db)
  }

  /// The case with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> DelayCase? {
    try db.first("\(query) WHERE y.no = \(no)", DelayCase.init)
  }

  /// The cases of an order, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [DelayCase] {
    try db.all("\(query) WHERE y.order_id = \(order) ORDER BY y.id", DelayCase.init)
  }

  /// The cases whose number, order, customer or text has every word, oldest first; only those that are not
  /// ended where `isOpen`, only those of orders that fit a filter where one is given.
  public static func list(
    containing words: [String] = [], orders: OrderFilter? = nil, isOpen: Bool = false, in reading: Reading
  ) throws -> [DelayCase] {
    var conditions: [SQL] = [isOpen ? "y.closed_at IS NULL" : "1 = 1"]
    for word in words {
      let pattern = TextMatch.contains(word).pattern
      conditions.append(
        """
        (lower(y.no) LIKE \(pattern) OR lower(o.no) LIKE \(pattern) OR lower(c.name) LIKE \(pattern)
          OR lower(c.code) LIKE \(pattern) OR lower(y.text) LIKE \(pattern))
        """)
    }
    if let orders {
      let condition = orders.condition(.now(reading.today), me: reading.actor.login)
      conditions.append("y.order_id IN (SELECT s.order_id \(OrderList.tables) WHERE \(condition))")
    }
    return try reading.db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY y.id", DelayCase.init)
  }

  /// The orders that fit a filter, are past their day, and have no case of that day (R-171).
  public static func missing(_ filter: OrderFilter, in reading: Reading) throws -> [OrderRow] {
    var list = OrderList(.now(reading.today))
    list.filter = .all([.state(.overdue), filter])
    let rows = try list.rows(in: reading)
    var cases: [Identifier<Order>: [DelayCase]] = [:]
    for part in rows.map(\.order).bindable {
      try reading.db.each("\(query) WHERE y.order_id IN \(list: part)") { row in
        let delay = try DelayCase(row)
        cases[delay.order, default: []].append(delay)
      }
    }
    return rows.filter { row in
      !(cases[row.order] ?? []).contains { delay in
        (delay.line == nil || delay.line == row.lineNo)
          && (delay.closedAt == nil || delay.dueOn == row.dueOn)
      }
    }
  }
}

extension DelayAnswer {
  /// Answer, day, how, who, note, time and who told, from a column on.
  fileprivate init(_ row: any Row, from column: Int) throws {
    answer = try row[column]
    acceptedOn = try row[column + 1]
    via = try row[column + 2]
    told = try row[column + 3]
    note = try row[column + 4]
    at = try row[column + 5]
    by = try row[column + 6]
  }

  /// Everything that the customer said, the first first.
  public static func of(_ delay: DelayCase, in db: any Transaction) throws -> [DelayAnswer] {
    try db.all(
      """
      SELECT a.answer, a.accepted_on, a.via, a.told, a.note, a.told_at, t.name FROM delay_answers a
      JOIN users t ON t.id = a.entered_by WHERE a.delay_id = \(delay.id) ORDER BY a.id
      """
    ) { try DelayAnswer($0, from: 0) }
  }
}
