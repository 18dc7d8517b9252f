extension ProductionOrder {
  static let query: SQL =
    """
    SELECT w.id, w.no, w.schedule_id, o.no, p.code, p.name, w.qty, p.decimals, p.unit, w.released_on,
      w.start_on, w.due_on, w.good_qty, w.scrap_qty, w.finished_on, w.cancelled_on, w.is_open
    FROM production_orders w JOIN products p ON p.id = w.product_id
    LEFT JOIN schedules s ON s.id = w.schedule_id LEFT JOIN orders o ON o.id = s.order_id
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    schedule = try row[2]
    orderNo = try row[3]
    productCode = try row[4]
    product = try row[5]
    quantity = Quantity(try row[6], decimals: try row[7], unit: try row[8])
    releasedOn = try row[9]
    startOn = try row[10]
    dueOn = try row[11]
    good = try row[12]
    scrap = try row[13]
    finishedOn = try row[14]
    cancelledOn = try row[15]
    isOpen = try row[16]
  }

  /// The production orders of a customer's order, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [ProductionOrder] {
    try db.all("\(query) WHERE s.order_id = \(order) ORDER BY w.id", ProductionOrder.init)
  }

  /// The production order with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> ProductionOrder? {
    try db.first("\(query) WHERE w.no = \(no)", ProductionOrder.init)
  }
}

extension Operation {
  static let query: SQL =
    """
    SELECT x.id, x.production_order_id, x.seq, x.name, d.name, x.plan_start_on, x.plan_finish_on,
      x.started_on, x.good_qty, x.scrap_qty, x.rework_qty, x.finished_on
    FROM operations x LEFT JOIN departments d ON d.id = x.department_id
    """

  init(_ row: any Row) throws {
    id = try row[0]
    productionOrder = try row[1]
    seq = try row[2]
    name = try row[3]
    department = try row[4]
    planStartOn = try row[5]
    planFinishOn = try row[6]
    startedOn = try row[7]
    good = try row[8]
    scrap = try row[9]
    rework = try row[10]
    finishedOn = try row[11]
  }

  /// The operations of a production order, in sequence.
  public static func of(
    _ production: Identifier<ProductionOrder>, in db: any Transaction
  ) throws -> [Operation] {
    try db.all(
      "\(query) WHERE x.production_order_id = \(production) ORDER BY x.seq", Operation.init)
  }
}

extension ProductionOrder {
  /// The one place that maintains the kept figures of a production order and its operations.
  static func refresh(_ id: Identifier<ProductionOrder>, in db: any Transaction) throws {
    guard let production = try db.first("\(query) WHERE w.id = \(id)", ProductionOrder.init) else { return }
    let reports = try ProgressFacts.of(id, in: db)
    let operations = try Operation.of(id, in: db)
    for operation in operations {
      let facts = ProgressFacts(reports: reports.reports.filter { $0.operation == operation.id })
      try db.run(
        """
        UPDATE operations SET good_qty = \(facts.good), scrap_qty = \(facts.scrap),
          rework_qty = \(facts.rework), finished_on = \(facts.finish(of: production.quantity.smallest))
        WHERE id = \(operation.id)
        """)
    }
    // What was reported of the whole is the order's; without such a report, its last step's pieces.
    let whole = ProgressFacts(reports: reports.reports.filter { $0.operation == nil })
    let last = ProgressFacts(reports: reports.reports.filter { $0.operation == operations.last?.id })
    let final = whole.reports.isEmpty ? last : whole
    let finishedOn = final.finish(of: production.quantity.smallest)
    try db.run(
      """
      UPDATE production_orders SET good_qty = \(final.good), scrap_qty = \(reports.scrap),
        finished_on = \(finishedOn), is_open = \(finishedOn == nil && production.cancelledOn == nil)
      WHERE id = \(id)
      """)
  }
}

/// What was reported of a production order, and the figures that follow.
struct ProgressFacts {
  struct Report {
    let operation: Identifier<Operation>?
    let good: Int64
    let scrap: Int64
    let rework: Int64
    let day: Day
  }
  let reports: [Report]

  static func of(_ id: Identifier<ProductionOrder>, in db: any Transaction) throws -> ProgressFacts {
    ProgressFacts(
      reports: try db.all(
        """
        SELECT g.operation_id, g.good, g.scrap, g.rework, g.happened_on FROM progress g
        JOIN operations x ON x.id = g.operation_id WHERE x.production_order_id = \(id)
        UNION ALL
        SELECT operation_id, good, scrap, rework, happened_on FROM progress
        WHERE production_order_id = \(id) AND operation_id IS NULL
        """
      ) {
        Report(
          operation: try $0[0], good: try $0[1], scrap: try $0[2], rework: try $0[3], day: try $0[4])
      })
  }

  var good: Int64 { reports.reduce(0) { $0 + $1.good } }
  var scrap: Int64 { reports.reduce(0) { $0 + $1.scrap } }
  var rework: Int64 { reports.reduce(0) { $0 + $1.rework } }

  /// The first day on which good and scrapped pieces reached the ordered quantity.
  func finish(of ordered: Int64) -> Day? {
    var total: Int64 = 0
    for report in reports.sorted(by: { $0.day < $1.day }) {
      total += report.good + report.scrap
      if total >= ordered { return good + scrap >= ordered ? report.day : nil }
    }
    return nil
  }
}
