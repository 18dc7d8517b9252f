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
    let shares = try production.shares(in: db)
    try stop(production, reason: reason)
    var request = request
    request.maker = request.maker ?? production.maker
    request.inspection = request.inspection ?? production.inspection
    let new: ProductionOrder
    if let first = shares.first {
      new = try renew(production, Order.with(first.order, in: db), shares, request)
    } else {
      let rest = request.quantity ?? production.quantity.smallest - production.good
      guard rest > 0 else { throw BookError.nothingLeft(.production, production.no) }
      new = try makeForStock(
        Product.named(production.productCode, in: db), quantity: rest, request)
    }
    try db.run("UPDATE production_orders SET successor_id = \(new.id) WHERE id = \(production.id)")
    entry.subjects = Set(production.subjects + new.subjects + shares.map(\.orderNo)).sorted()
    entry.reason = reason
    return new
  }

  /// A new production order for what the deliveries of a stopped one lack.
  private func renew(
    _ production: ProductionOrder, _ order: Order, _ shares: [ProductionShare], _ request: ReleaseRequest
  ) throws -> ProductionOrder {
    try allow(.produce, on: order)
    var parts: [(coverage: Coverage, quantity: Int64)] = []
    for share in shares {
      for coverage in try Coverage.of(share.order, in: db) where coverage.schedule.id == share.schedule {
        parts.append((coverage, max(0, coverage.uncovered)))
      }
    }
    // A quantity that was asked for leaves the others their shares: its own delivery has the rest.
    if let asked = request.quantity, !parts.isEmpty {
      parts[0].quantity = asked - parts.dropFirst().reduce(0) { $0 + $1.quantity }
    }
    parts.removeAll { $0.quantity <= 0 }
    guard let first = parts.first else { throw BookError.nothingLeft(.production, production.no) }
    var plan = try plan(first.quantity, of: order, first.coverage, request)
    try pass([plan], of: order)
    plan.quantity = parts.reduce(0) { $0 + $1.quantity }
    let new = try issue(plan, of: order, request)
    if parts.count > 1 {
      for part in parts { try add(part.quantity, of: new, for: part.coverage.schedule.id) }
    }
    return new
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

  /// Takes a cancelled order out of production: its own production orders end, of merged ones its share.
  func withdraw(_ order: Order, reason: String) throws {
    for production in try ProductionOrder.of(order.id, in: db) where production.isOpen {
      let others = try production.shares(in: db).filter { $0.order != order.id }
      guard let heir = others.first else {
        try stop(production, reason: reason)
        continue
      }
      try db.run(
        """
        DELETE FROM production_shares WHERE production_order_id = \(production.id)
          AND schedule_id IN (SELECT id FROM schedules WHERE order_id = \(order.id))
        """)
      try db.run(
        """
        UPDATE production_orders SET schedule_id = \(heir.schedule),
          qty = \(others.reduce(0) { $0 + $1.quantity }) WHERE id = \(production.id)
        """)
      try ProductionOrder.refresh(production.id, in: db)
    }
  }
}

extension ProductionOrder {
  /// What the journal calls an event of it: the customer's order, and its own number.
  var subjects: [String] { [orderNo, no].compactMap { $0 } }
}
