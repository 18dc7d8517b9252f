/// A kept figure that does not follow from the facts.
public struct KeptFigure: Sendable, Equatable {
  /// The table that keeps it.
  public let table: String
  /// The row.
  public let id: Int64
  /// The document it belongs to, such as SO2603-0042.1.
  public let name: String
  /// The column.
  public let field: String
  /// What is kept.
  public let stored: SQLValue
  /// What follows from the facts.
  public let right: SQLValue
}

/// The figures that schema.sql keeps for speed, computed again from the facts of the whole book.
enum KeptFigures {
  /// The columns that keep them. The journal records facts alone; of these it says which rows were
  /// computed anew, so that an undo computes them again.
  static let columns = [
    "schedules": [
      "first_promised_on", "promised_on", "promise_count", "shipped_qty", "accepted_qty", "completed_on",
      "is_open", "due_on",
    ],
    "production_orders": ["good_qty", "scrap_qty", "finished_on", "is_open"],
    "operations": ["good_qty", "scrap_qty", "rework_qty", "finished_on"],
    "shipments": ["arrived_on"],
  ]

  /// Where they stand among a table's columns, counted from 0.
  static func places(in columns: [String], of table: String) -> Set<Int> {
    let kept = Set(Self.columns[table] ?? [])
    return Set(columns.indices.filter { kept.contains(columns[$0]) })
  }

  /// Computes the figures of rows of a table anew.
  static func refresh(_ table: String, _ ids: [Int64], in db: any Transaction) throws {
    switch table {
    case "schedules": try Schedule.refresh(ids.map { Identifier($0) }, in: db)
    case "production_orders": for id in ids { try ProductionOrder.refresh(Identifier(id), in: db) }
    case "operations":
      // With their production orders, which need not have changed by them.
      for ids in ids.bindable {
        try db.all("SELECT DISTINCT production_order_id FROM operations WHERE id IN \(list: ids)") {
          try $0[0] as Identifier<ProductionOrder>
        }.forEach { try ProductionOrder.refresh($0, in: db) }
      }
    case "shipments": for id in ids { try Shipment.refresh(Identifier(id), in: db) }
    default: break
    }
  }

  /// Every kept figure that does not follow from the facts.
  static func wrong(in db: any Transaction) throws -> [KeptFigure] {
    try schedules(db) + production(db) + shipments(db)
  }

  private static func schedules(_ db: any Transaction) throws -> [KeptFigure] {
    var promises: [Int64: [(series: Int, day: Day)]] = [:]
    try db.each("SELECT schedule_id, series, promised_on FROM promises ORDER BY schedule_id, series, seq") {
      promises[$0.integer(0), default: []].append((try $0[1], try $0[2]))
    }
    var deliveries: [Int64: [Delivery]] = [:]
    try db.each(
      """
      SELECT l.schedule_id, l.qty, h.shipped_on, max(a.arrived_on),
        CAST(coalesce(sum(a.short + a.damaged), 0) AS BIGINT)
      FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
      LEFT JOIN arrivals a ON a.shipment_line_id = l.id GROUP BY l.id, l.schedule_id, l.qty, h.shipped_on
      """
    ) { row in
      deliveries[row.integer(0), default: []].append(
        Delivery(
          quantity: try row[1], shippedOn: try row[2], arrivedOn: try row[3], rejected: try row[4]))
    }
    var wrong: [KeptFigure] = []
    try db.each(
      """
      SELECT s.id, o.no, n.line_no, s.qty, n.under_bp, s.requested_on, o.cancelled, c.date_meaning,
        s.first_promised_on, s.promised_on, s.promise_count, s.shipped_qty, s.accepted_qty,
        s.completed_on, s.is_open, s.due_on
      FROM schedules s JOIN order_lines n ON n.id = s.line_id JOIN orders o ON o.id = s.order_id
      JOIN customers c ON c.id = o.customer_id ORDER BY s.id
      """
    ) { row in
      let id = row.integer(0)
      var facts = ScheduleFacts(ordered: try row[3], underTolerance: try row[4], requestedOn: try row[5])
      facts.isCancelled = try row[6]
      facts.dateMeaning = try row[7]
      facts.promises = promises[id] ?? []
      facts.deliveries = deliveries[id] ?? []
      let figures = facts.figures
      let right = [
        figures.firstPromisedOn.sqlValue, figures.promisedOn.sqlValue, figures.promiseCount.sqlValue,
        figures.shipped.sqlValue, figures.accepted.sqlValue, figures.completedOn.sqlValue,
        figures.isOpen.sqlValue, figures.dueOn.sqlValue,
      ]
      wrong += row.compare("schedules", from: 8, right) { "\($0.text(1)).\($0.text(2))" }
    }
    return wrong
  }

  private static func production(_ db: any Transaction) throws -> [KeptFigure] {
    var reports: [Int64: [ProgressFacts.Report]] = [:]
    try db.each(
      """
      SELECT coalesce(x.production_order_id, g.production_order_id), g.operation_id, g.good, g.scrap,
        g.rework, g.happened_on
      FROM progress g LEFT JOIN operations x ON x.id = g.operation_id
      """
    ) { row in
      reports[row.integer(0), default: []].append(
        ProgressFacts.Report(
          operation: try row[1], good: try row[2], scrap: try row[3], rework: try row[4], day: try row[5]))
    }
    var operations: [Int64: [Identifier<Operation>]] = [:]
    try db.each("SELECT production_order_id, id FROM operations ORDER BY production_order_id, seq") { row in
      operations[row.integer(0), default: []].append(try row[1])
    }
    var wrong: [KeptFigure] = []
    var steps: [Identifier<Operation>: ProductionFigures.Step] = [:]
    try db.each(
      """
      SELECT id, no, qty, cancelled_on, good_qty, scrap_qty, finished_on, is_open FROM production_orders
      ORDER BY id
      """
    ) { row in
      let mine = operations[row.integer(0)] ?? []
      let figures = ProgressFacts(reports: reports[row.integer(0)] ?? []).figures(
        ordered: row.integer(2), operations: mine, isCancelled: !row.isNull(3))
      for (operation, step) in zip(mine, figures.operations) { steps[operation] = step }
      let right = [
        figures.good.sqlValue, figures.scrap.sqlValue, figures.finishedOn.sqlValue, figures.isOpen.sqlValue,
      ]
      wrong += row.compare("production_orders", from: 4, right) { $0.text(1) }
    }
    try db.each(
      """
      SELECT x.id, w.no, x.seq, x.good_qty, x.scrap_qty, x.rework_qty, x.finished_on
      FROM operations x JOIN production_orders w ON w.id = x.production_order_id
      ORDER BY x.production_order_id, x.seq
      """
    ) { row in
      guard let step = steps[Identifier(row.integer(0))] else { return }
      let right = [
        step.good.sqlValue, step.scrap.sqlValue, step.rework.sqlValue, step.finishedOn.sqlValue,
      ]
      wrong += row.compare("operations", from: 3, right) { "\($0.text(1)).\($0.text(2))" }
    }
    return wrong
  }

  private static func shipments(_ db: any Transaction) throws -> [KeptFigure] {
    var wrong: [KeptFigure] = []
    try db.each(
      """
      SELECT h.id, h.no, h.arrived_on, CASE WHEN count(*) = count(a.id) THEN max(a.arrived_on) END
      FROM shipments h LEFT JOIN shipment_lines l ON l.shipment_id = h.id
      LEFT JOIN arrivals a ON a.shipment_line_id = l.id GROUP BY h.id, h.no, h.arrived_on ORDER BY h.id
      """
    ) { row in
      let right = (try row[3] as Day?).sqlValue
      wrong += row.compare("shipments", from: 2, [right]) { $0.text(1) }
    }
    return wrong
  }
}

extension Row {
  /// The figures from column `start` on that are not as they should be; column 0 is the row's id.
  fileprivate func compare(
    _ table: String, from start: Int, _ right: [SQLValue], name: (any Row) -> String
  ) -> [KeptFigure] {
    var wrong: [KeptFigure] = []
    for (index, (field, right)) in zip(KeptFigures.columns[table] ?? [], right).enumerated() {
      let stored = value(start + index, like: right)
      guard stored != right else { continue }
      wrong.append(
        KeptFigure(
          table: table, id: integer(0), name: name(self), field: field, stored: stored, right: right))
    }
    return wrong
  }

  /// A column as it stands, in the type that another value has.
  private func value(_ column: Int, like other: SQLValue) -> SQLValue {
    switch other {
    case .integer, .real, .null(.integer), .null(.real):
      isNull(column) ? .null(.integer) : .integer(integer(column))
    case .text, .null(.text): isNull(column) ? .null(.text) : .text(text(column))
    }
  }
}

extension Writing {
  /// Sets every kept figure that is wrong to what follows from the facts; returns what was wrong.
  public func correctKeptFigures() throws -> [KeptFigure] {
    let wrong = try KeptFigures.wrong(in: db)
    for figure in wrong {
      try db.run(
        """
        UPDATE \(name: figure.table) SET \(name: figure.field) = \(value: figure.right)
        WHERE id = \(figure.id)
        """)
    }
    return wrong
  }
}
