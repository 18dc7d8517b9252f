extension Writing {
  /// Holds a production order: nothing is reported of it until it is resumed.
  ///
  /// Throws `.productionHeld` where it is held already, `.nothingLeft` where nothing of it is still to be made.
  public func hold(_ production: ProductionOrder, reason: String, on day: Day? = nil) throws {
    try production.requireOpen(in: self)
    if let reason = production.heldReason { throw Refusal.productionHeld(no: production.no, reason: reason) }
    entry.subjects = production.subjects
    entry.reason = reason
    try db.run(
      """
      INSERT INTO production_holds (production_order_id, reason, from_on, entered_at, entered_by)
      VALUES (\(production.id), \(reason), \(day ?? today), \(now), \(user.id))
      """)
  }

  /// Lets held production go on; throws `.nothingLeft` where it is not held.
  public func resume(_ production: ProductionOrder, on day: Day? = nil) throws {
    entry.subjects = production.subjects
    let ended = try db.run(
      """
      UPDATE production_holds SET resumed_on = \(day ?? today)
      WHERE production_order_id = \(production.id) AND resumed_on IS NULL
      """)
    if ended == 0 { throw BookError.nothingLeft(.hold, production.no, of: .production) }
  }

  /// Cancels a production order; what it has finished stays made.
  public func cancel(_ production: ProductionOrder, reason: String) throws {
    entry.subjects = production.subjects
    entry.reason = reason
    try stop(production, reason: reason)
  }

  /// Writes a production order anew for what its deliveries still lack: the old one keeps what it has
  /// finished, and all that must hold of a release is asked again.
  ///
  /// Without a quantity the new one is for all that is uncovered once the old one stands still. Throws
  /// `.nothingLeft` where nothing is.
  public func supersede(
    _ production: ProductionOrder, _ request: ReleaseRequest = ReleaseRequest(), reason: String
  ) throws -> ProductionOrder {
    guard let new = try replace(production, request, reason: reason) else {
      throw BookError.nothingLeft(.production, production.no)
    }
    let shares = try production.shares(in: db)
    entry.subjects = Set(production.subjects + new.subjects + shares.map(\.orderNo)).sorted()
    entry.reason = reason
    return new
  }

  /// Ends a production order and writes another one, by the same steps, for what its deliveries still
  /// lack; nil where they lack nothing. One that carries out an amendment is not asked what a release is
  /// asked before it is first reported.
  func replace(
    _ production: ProductionOrder, _ request: ReleaseRequest, reason: String
  ) throws -> ProductionOrder? {
    let shares = try production.shares(in: db)
    try stop(production, reason: reason)
    var request = request
    request.maker = request.maker ?? production.maker
    request.inspection = request.inspection ?? production.inspection
    request.steps = try steps(of: production)
    guard let new = try renew(production, shares, request) else { return nil }
    try db.run("UPDATE production_orders SET successor_id = \(new.id) WHERE id = \(production.id)")
    return new
  }

  /// A new production order for what the deliveries of a stopped one lack.
  private func renew(
    _ production: ProductionOrder, _ shares: [ProductionShare], _ request: ReleaseRequest
  ) throws -> ProductionOrder? {
    if shares.isEmpty {
      let rest = request.quantity ?? production.quantity.smallest - production.good
      guard rest > 0 else { return nil }
      return try makeForStock(Product.named(production.productCode, in: db), quantity: rest, request)
    }
    var parts: [(order: Identifier<Order>, coverage: Coverage, quantity: Int64)] = []
    for share in shares {
      for coverage in try Coverage.of(share.order, in: db) where coverage.schedule.id == share.schedule {
        parts.append((share.order, coverage, max(0, coverage.uncovered)))
      }
    }
    // A quantity that was asked for leaves the others their shares: its own delivery has the rest.
    if let asked = request.quantity, !parts.isEmpty {
      parts[0].quantity = asked - parts.dropFirst().reduce(0) { $0 + $1.quantity }
    }
    parts.removeAll { $0.quantity <= 0 }
    guard let first = parts.first else { return nil }
    let order = try Order.with(first.order, in: db)
    try allow(.produce, on: order)
    var plan = try plan(first.quantity, of: order, first.coverage, request)
    if request.amendment == nil { try pass([plan], of: order) }
    plan.quantity = parts.reduce(0) { $0 + $1.quantity }
    let new = try issue(plan, of: order, request)
    if parts.count > 1 {
      for part in parts { try add(part.quantity, of: new, for: part.coverage.schedule.id) }
    }
    return new
  }

  /// The steps of a production order as a route has them, each as long as it was planned.
  private func steps(of production: ProductionOrder) throws -> [RouteStep] {
    let operations = try Operation.of(production.id, in: db)
    let calendar = try calendar()
    return operations.enumerated().map { index, operation in
      var days = 1
      if let start = operation.planStartOn, let finish = operation.planFinishOn {
        days += max(0, calendar.workingDays(from: start, to: finish))
        // A step without a day of its own leaves its day to the next.
        if index + 1 < operations.count, operations[index + 1].planStartOn == finish { days -= 1 }
      }
      return RouteStep(
        seq: operation.seq, name: operation.name, department: operation.department, days: days)
    }
  }

  /// Ends a production order before its quantity is made; throws `.nothingLeft` where it has ended.
  private func stop(_ production: ProductionOrder, reason: String) throws {
    try production.requireOpen(in: self)
    try db.run(
      """
      UPDATE production_orders SET cancelled_on = \(today), cancel_reason = \(reason)
      WHERE id = \(production.id)
      """)
    try ProductionOrder.refresh(production.id, in: db)
  }

  /// Takes a cancelled order, or a line of it that was dropped, out of production: its own production
  /// orders end, of merged ones its share. Returns those that ended.
  @discardableResult
  func withdraw(_ order: Order, line: Int? = nil, reason: String) throws -> [ProductionOrder] {
    var ended: [ProductionOrder] = []
    let which: SQL = line.map { "AND l.line_no = \($0)" } ?? ""
    for production in try ProductionOrder.of(order.id, in: db) where production.isOpen {
      let shares = try production.shares(in: db)
      let others = shares.filter { $0.order != order.id || (line != nil && $0.lineNo != line) }
      guard others.count < shares.count else { continue }
      guard let heir = others.first else {
        try stop(production, reason: reason)
        ended.append(try ProductionOrder.with(production.id, in: db))
        continue
      }
      try db.run(
        """
        DELETE FROM production_shares WHERE production_order_id = \(production.id)
          AND schedule_id IN (SELECT s.id FROM schedules s JOIN order_lines l ON l.id = s.line_id
            WHERE s.order_id = \(order.id) \(which))
        """)
      try db.run(
        """
        UPDATE production_orders SET schedule_id = \(heir.schedule),
          qty = \(others.reduce(0) { $0 + $1.quantity }) WHERE id = \(production.id)
        """)
      try ProductionOrder.refresh(production.id, in: db)
    }
    return ended
  }
}

extension ProductionOrder {
  /// What the journal calls an event of it: the customer's order, and its own number.
  var subjects: [String] { [orderNo, no].compactMap { $0 } }
}
