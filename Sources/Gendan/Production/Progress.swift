/// What a report has changed.
public struct ProgressMade: Sendable {
  /// The production order.
  public let production: ProductionOrder
  /// The operation, as it stands now.
  public let operation: Operation
  /// The operation after it, if there is one.
  public let next: Operation?
}

extension Writing {
  /// Reports progress of a step of an order: the quantities add to what was reported.
  ///
  /// Throws `.notReleased`, `.noSuchStep`, and the gates' refusals.
  public func progress(_ order: Order, step: String, _ report: ProgressReport) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: order)
    return try progress(order, production, operations, index, report)
  }

  /// Sets the good quantity of a step to a total, by reporting the difference.
  public func progress(
    _ order: Order, step: String, total: Int64, _ report: ProgressReport
  ) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: order)
    var report = report
    report.good = total - operations[index].good
    return try progress(order, production, operations, index, report)
  }

  /// Reports the rest of a step's quantity, which finishes it.
  public func finish(_ order: Order, step: String, on day: Day, worker: String? = nil) throws -> ProgressMade
  {
    let (production, operations, index) = try find(step, of: order)
    let operation = operations[index]
    // Pieces scrapped in the steps before never arrive here, unless others were made for them.
    let ordered = production.quantity.smallest
    let reaching = operations[..<index].reduce(ordered) { reaching, before in
      before.finishedOn == nil ? reaching - before.scrap : min(ordered, before.good)
    }
    let rest = reaching - operation.good - operation.scrap
    guard rest > 0 else { throw BookError.nothingLeft(.step, operation.name) }
    var report = ProgressReport(good: rest, day: day)
    report.worker = worker
    return try progress(order, production, operations, index, report)
  }

  /// Notes that a step has begun.
  public func start(_ order: Order, step: String, on day: Day) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: order)
    try allow(.produce, on: order)
    try allow(factOn: day)
    entry.subject = order.no
    try db.run("UPDATE operations SET started_on = \(day) WHERE id = \(operations[index].id)")
    return try made(production, index)
  }

  private func progress(
    _ order: Order, _ production: ProductionOrder, _ operations: [Operation], _ index: Int,
    _ report: ProgressReport
  ) throws -> ProgressMade {
    try allow(.produce, on: order)
    try allow(factOn: report.day)
    let question = ProgressQuestion(
      order: order.no, production: production, operation: operations[index],
      before: index > 0 ? operations[index - 1] : nil, report: report)
    try pass(.progressWithinOrder, .progressInSequence, .progressSampled, on: question)
    entry.subject = order.no
    try record(report, of: production.id, operation: operations[index].id)
    if operations[index].startedOn == nil {
      try db.run("UPDATE operations SET started_on = \(report.day) WHERE id = \(operations[index].id)")
    }
    try ProductionOrder.refresh(production.id, in: db)
    return try made(production, index)
  }

  /// Appends a report; the kept figures are the caller's to refresh.
  public func record(
    _ report: ProgressReport, of production: Identifier<ProductionOrder>, operation: Identifier<Operation>?
  ) throws {
    try db.run(
      """
      INSERT INTO progress (production_order_id, operation_id, good, scrap, rework, worker, note,
        happened_on, entered_at, entered_by)
      VALUES (\(production), \(operation), \(report.good), \(report.scrap), \(report.rework),
        \(report.worker), \(report.note), \(report.day), \(now), \(user.id))
      """)
  }

  private func made(_ production: ProductionOrder, _ index: Int) throws -> ProgressMade {
    let operations = try Operation.of(production.id, in: db)
    return ProgressMade(
      production: production, operation: operations[index],
      next: index + 1 < operations.count ? operations[index + 1] : nil)
  }

  /// The step that a text names by number or name, in the first production order that still has
  /// something to do there.
  private func find(
    _ step: String, of order: Order
  ) throws -> (ProductionOrder, [Operation], Int) {
    let productions = try ProductionOrder.of(order.id, in: db).filter { $0.cancelledOn == nil }
    guard !productions.isEmpty else { throw BookError.notReleased(order.no) }
    var found: (ProductionOrder, [Operation], Int)?
    var names: [String] = []
    for production in productions {
      let operations = try Operation.of(production.id, in: db)
      names += operations.map(\.name).filter { !names.contains($0) }
      guard let index = operations.firstIndex(where: { $0.name == step || String($0.seq) == step }) else {
        continue
      }
      if operations[index].finishedOn == nil { return (production, operations, index) }
      found = found ?? (production, operations, index)
    }
    guard let found else { throw BookError.noSuchStep(step, order: order.no, steps: names) }
    return found
  }
}
