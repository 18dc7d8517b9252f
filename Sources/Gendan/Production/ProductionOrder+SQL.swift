extension ProductionOrder: Numbered {
  static let table: SQL = "w"
  var candidate: Candidate { Candidate(name: no, details: [product], day: dueOn, isOpen: isOpen) }

  static let query: SQL =
    """
    SELECT w.id, w.no, w.schedule_id, o.no, p.code, p.name, w.qty, p.decimals, p.unit, w.released_on,
      w.start_on, w.due_on, w.good_qty, w.scrap_qty, w.finished_on, w.cancelled_on, w.is_open,
      w.version, w.maker, w.color, w.spec, w.requirement, m.no, w.cancel_reason, n.no,
      (SELECT k.reason FROM production_holds k WHERE k.production_order_id = w.id
        AND k.resumed_on IS NULL ORDER BY k.id DESC LIMIT 1), w.inspection,
      w.frozen, w.not_before_on, w.carton_qty, w.packing, w.mark
    FROM production_orders w JOIN products p ON p.id = w.product_id
    LEFT JOIN schedules s ON s.id = w.schedule_id LEFT JOIN orders o ON o.id = s.order_id
    LEFT JOIN samples m ON m.id = w.sample_id LEFT JOIN production_orders n ON n.id = w.successor_id
    """

  /// The keys of the production orders that make a delivery: its own, and those into which its own
  /// were merged.
  static func making(_ schedule: SQL) -> SQL {
    """
    SELECT v.id FROM production_orders v WHERE v.schedule_id = \(schedule)
    UNION ALL SELECT h.production_order_id FROM production_shares h WHERE h.schedule_id = \(schedule)
    """
  }

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
    version = try row[17]
    maker = try row[18]
    color = try row[19]
    spec = try row[20]
    requirement = try row[21]
    sample = try row[22]
    cancelReason = try row[23]
    successor = try row[24]
    heldReason = try row[25]
    inspection = try row[26]
    isFrozen = try row[27]
    notBefore = try row[28]
    packing = try Packing(row, from: 29)
  }

  /// The production orders that make a customer's order, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [ProductionOrder] {
    try db.all(
      """
      \(query) WHERE w.id IN (
        SELECT v.id FROM schedules z JOIN production_orders v ON v.schedule_id = z.id
        WHERE z.order_id = \(order)
        UNION SELECT h.production_order_id FROM schedules z
        JOIN production_shares h ON h.schedule_id = z.id WHERE z.order_id = \(order))
      ORDER BY w.id
      """, ProductionOrder.init)
  }

  /// The production order with this key.
  static func with(_ id: Identifier<ProductionOrder>, in db: any Transaction) throws -> ProductionOrder {
    guard let found = try db.first("\(query) WHERE w.id = \(id)", ProductionOrder.init) else {
      throw BookError.notFound(.production, id.description, near: [])
    }
    return found
  }

  /// The production order whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> ProductionOrder {
    try called(text, in: db)
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
    let production = try with(id, in: db)
    let operations = try Operation.of(id, in: db).map(\.id)
    let figures = try ProgressFacts.of(id, in: db).figures(
      ordered: production.quantity.smallest, operations: operations,
      isCancelled: production.cancelledOn != nil)
    for (operation, figures) in zip(operations, figures.operations) {
      try db.run(
        """
        UPDATE operations SET good_qty = \(figures.good), scrap_qty = \(figures.scrap),
          rework_qty = \(figures.rework), finished_on = \(figures.finishedOn)
        WHERE id = \(operation)
        """)
    }
    try db.run(
      """
      UPDATE production_orders SET good_qty = \(figures.good), scrap_qty = \(figures.scrap),
        finished_on = \(figures.finishedOn), is_open = \(figures.isOpen)
      WHERE id = \(id)
      """)
  }
}

/// Figures kept beside a production order and its operations; `gendan check` computes them again.
struct ProductionFigures {
  struct Step {
    let good: Int64
    let scrap: Int64
    let rework: Int64
    let finishedOn: Day?
  }
  /// In the order of the operations.
  let operations: [Step]
  let good: Int64
  let scrap: Int64
  let finishedOn: Day?
  let isOpen: Bool
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

  /// The figures that follow from the reports. A step is finished when all that can still reach it
  /// has: of a finished step its good pieces, of a running one all but its scrap. What was reported of the whole is the order's;
  /// without such a report, its last step's pieces.
  func figures(ordered: Int64, operations: [Identifier<Operation>], isCancelled: Bool) -> ProductionFigures {
    var steps: [ProductionFigures.Step] = []
    var reaching = ordered
    for operation in operations {
      let facts = ProgressFacts(reports: reports.filter { $0.operation == operation })
      let finishedOn = facts.finish(of: reaching)
      steps.append(
        ProductionFigures.Step(
          good: facts.good, scrap: facts.scrap, rework: facts.rework, finishedOn: finishedOn))
      reaching = finishedOn == nil ? reaching - facts.scrap : min(ordered, facts.good)
    }
    let whole = ProgressFacts(reports: reports.filter { $0.operation == nil })
    let isToldWhole = !whole.reports.isEmpty
    let finishedOn = isToldWhole ? whole.finish(of: ordered) : steps.last?.finishedOn
    return ProductionFigures(
      operations: steps, good: isToldWhole ? whole.good : steps.last?.good ?? 0, scrap: scrap,
      finishedOn: finishedOn, isOpen: finishedOn == nil && !isCancelled)
  }

  /// The day on which good and scrapped pieces reached the ordered quantity, and from which they kept it: what is
  /// taken back later takes the finish with it.
  func finish(of ordered: Int64) -> Day? {
    var total: Int64 = 0
    var finish: Day?
    let days = Dictionary(grouping: reports, by: \.day).sorted { $0.key < $1.key }
    for (day, reports) in days {
      total += reports.reduce(0) { $0 + $1.good + $1.scrap }
      finish = total >= ordered ? finish ?? day : nil
    }
    return finish
  }
}
