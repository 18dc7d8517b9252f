/// What progress is reported of: a customer's order, or one of the production orders.
public protocol Producible: Sendable {
  /// Its number.
  var no: String { get }
  /// What kind of thing it is.
  static var noun: Noun { get }
  /// The production orders that a step is looked for in, oldest first; throws where nothing is made.
  func productions(in db: any Transaction) throws -> [ProductionOrder]
  /// The customer's order; nil for stock.
  func customerOrder(in db: any Transaction) throws -> Order?
}

extension Order: Producible {
  /// An order.
  public static let noun = Noun.order
  /// Those that make its deliveries and were not cancelled; throws `.notReleased` where there are none, and that it is
  /// over where it is.
  public func productions(in db: any Transaction) throws -> [ProductionOrder] {
    let running = try ProductionOrder.of(id, in: db).filter { $0.cancelledOn == nil }
    guard !running.isEmpty else { throw notProduced(no) }
    return running
  }
  /// Why nothing of it, or of a part of that name, is made.
  func notProduced(_ name: String) -> any Error {
    closedOn == nil && !isCancelled ? BookError.notReleased(name) : Refusal.orderNotOpen(no: no, state: state)
  }
  /// Itself.
  public func customerOrder(in db: any Transaction) throws -> Order? { self }
}

extension ProductionOrder: Producible {
  /// A production order.
  public static let noun = Noun.production
  /// Itself; throws `.nothingLeft` where it was cancelled.
  public func productions(in db: any Transaction) throws -> [ProductionOrder] {
    guard cancelledOn == nil else { throw BookError.nothingLeft(.production, no) }
    return [self]
  }
  /// The order of the delivery that it is made for.
  public func customerOrder(in db: any Transaction) throws -> Order? {
    try orderNo.flatMap { try Order.numbered($0, in: db) }
  }
}

/// What a report has changed.
public struct ProgressMade: Sendable {
  /// The production order.
  public let production: ProductionOrder
  /// The operation, as it stands now.
  public let operation: Operation
  /// The operation after it, if there is one.
  public let next: Operation?
  /// The report's entry; nil where a step has only begun.
  public var entry: Identifier<ProgressEntry>?
}

extension Writing {
  /// Reports progress of a step of an order or a production order: the quantities add to what was reported.
  ///
  /// Throws `.notReleased`, `.noSuchStep`, and the gates' refusals.
  public func progress(_ work: some Producible, step: String, _ report: ProgressReport) throws -> ProgressMade
  {
    let (production, operations, index) = try find(step, of: work)
    return try progress(work, production, operations, index, report)
  }

  /// Sets the good quantity of a step to a total, by reporting the difference.
  public func progress(
    _ work: some Producible, step: String, total: Int64, _ report: ProgressReport
  ) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: work)
    try ProgressReport.verify(total)
    var report = report
    report.good = total - operations[index].good
    return try progress(work, production, operations, index, report)
  }

  /// Reports the rest of a step's quantity, which finishes it.
  public func finish(
    _ work: some Producible, step: String, on day: Day, worker: String? = nil
  ) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: work)
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
    return try progress(work, production, operations, index, report)
  }

  /// Notes that a step has begun.
  public func start(_ work: some Producible, step: String, on day: Day) throws -> ProgressMade {
    let (production, operations, index) = try find(step, of: work)
    try allow(production, of: work)
    try allow(factOn: day)
    try db.run("UPDATE operations SET started_on = \(day) WHERE id = \(operations[index].id)")
    return try made(production, index)
  }

  private func progress(
    _ work: some Producible, _ production: ProductionOrder, _ operations: [Operation], _ index: Int,
    _ report: ProgressReport
  ) throws -> ProgressMade {
    try allow(production, of: work)
    try allow(factOn: report.day)
    let question = ProgressQuestion(
      order: work.no, production: production, operation: operations[index],
      before: index > 0 ? operations[index - 1] : nil,
      after: index + 1 < operations.count ? operations[index + 1] : nil, report: report)
    try question.verify()
    try pass(.progressWithinOrder, .progressInSequence, .progressUnused, .progressSampled, on: question)
    let entry = try record(report, of: production.id, operation: operations[index].id)
    if operations[index].startedOn == nil {
      try db.run("UPDATE operations SET started_on = \(report.day) WHERE id = \(operations[index].id)")
    }
    try ProductionOrder.refresh(production.id, in: db)
    var made = try made(production, index)
    made.entry = entry
    return made
  }

  /// Refuses progress of a closed order, of held production and of unsigned production for stock.
  func allow(_ production: ProductionOrder, of work: some Producible) throws {
    let order = try work.customerOrder(in: db)
    if let order {
      try allow(.produce, on: order)
      if try production.awaitsReview(in: db) {
        try pass(
          .orderConfirmed, .releaseApproved, .releaseGenuine([]), .releaseDeposit, .releaseSampled, on: order)
      }
    }
    try pass(.progressRunning, .releaseStockSigned, on: production)
    entry.subject = order?.no ?? work.no
  }

  /// Appends a report, which may take another back; the kept figures are the caller's to refresh.
  @discardableResult
  public func record(
    _ report: ProgressReport, of production: Identifier<ProductionOrder>, operation: Identifier<Operation>?,
    reversing reversed: Identifier<ProgressEntry>? = nil
  ) throws -> Identifier<ProgressEntry> {
    let id = try db.insert(
      """
      INSERT INTO progress (production_order_id, operation_id, good, scrap, rework, worker, note, reverses_id,
        feed, happened_on, entered_at, entered_by)
      VALUES (\(production), \(operation), \(report.good), \(report.scrap), \(report.rework),
        \(report.worker), \(report.note), \(reversed), \(report.feed), \(report.day), \(now), \(user.id))
      RETURNING id
      """)
    return Identifier(id)
  }

  private func made(_ production: ProductionOrder, _ index: Int) throws -> ProgressMade {
    let operations = try Operation.of(production.id, in: db)
    return ProgressMade(
      production: production, operation: operations[index],
      next: index + 1 < operations.count ? operations[index + 1] : nil)
  }

}

extension Reading {
  /// The step that a text names by number or name, and its production order: the first that still has something to do
  /// there. Throws `.notReleased` and `.noSuchStep`.
  public func operation(_ step: String, of work: some Producible) throws -> (ProductionOrder, Operation) {
    let (production, operations, index) = try find(step, of: work)
    return (production, operations[index])
  }

  /// The same with all steps of the production order.
  func find<Work: Producible>(
    _ step: String, of work: Work
  ) throws -> (ProductionOrder, [Operation], Int) {
    let productions = try work.productions(in: db)
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
    guard let found else { throw BookError.noSuchStep(step, order: work.no, steps: names, of: Work.noun) }
    return found
  }
}
