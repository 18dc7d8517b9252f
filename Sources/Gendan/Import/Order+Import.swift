extension Writing {
  /// Brings in the orders of a file as they were compared with the book; those in `except`
  /// are left out. Returns the numbers of the orders that were new or changed.
  ///
  /// Facts stand on their own days and everything is entered now. Kept figures are worked out here and
  /// not asked of the engine row by row, so that history of many years comes in within seconds.
  public func bringIn(
    _ orders: [ImportedOrder], _ comparison: OrderComparison, except leftOut: Set<Int>
  ) throws -> [String] {
    var parts: [OrderPart] = []
    var touched: [String] = []
    let fresh = orders.indices.filter { comparison.standing[$0] == nil && !leftOut.contains($0) }
    for (index, key) in zip(fresh, try insertHeads(fresh.map { orders[$0] })) {
      touched.append(key.no)
      parts.append(
        OrderPart(order: orders[index], id: key.id, no: key.no, rows: Array(orders[index].lines.indices)))
    }
    for (index, old) in comparison.standing.sorted(by: { $0.key < $1.key }) where !leftOut.contains(index) {
      let verdict = comparison.verdicts[index]
      guard verdict.head != .same || verdict.lines.contains(where: { $0 != .same }) else { continue }
      touched.append(old.no)
      var part = OrderPart(
        order: orders[index], id: old.id, no: old.no,
        rows: verdict.lines.indices.filter { verdict.lines[$0] == .new })
      part.lines = old.lines.reduce(into: [:]) { $0[$1.key.line] = $1.value.line }
      parts.append(part)
    }
    try insertLines(&parts)
    var shipments = parts.flatMap(\.shipments)
    for (index, old) in comparison.standing.sorted(by: { $0.key < $1.key }) where !leftOut.contains(index) {
      shipments += try update(old, orders[index], comparison.verdicts[index], comparison.cause)
    }
    try insert(shipments)
    for (index, old) in comparison.standing where !leftOut.contains(index) {
      try settle(old, orders[index], comparison.verdicts[index])
    }
    return touched
  }

  /// When and by whom the rows of an import are entered.
  var entered: [(column: String, value: any SQLConvertible)] {
    [("entered_at", now), ("entered_by", user.id)]
  }

  /// Writes new orders; returns their keys and numbers.
  private func insertHeads(_ orders: [ImportedOrder]) throws -> [(id: Identifier<Order>, no: String)] {
    var batch = RowBatch(
      "orders",
      [
        "no", "customer_id", "customer_po", "clerk_id", "ordered_on", "currency", "priority", "carrier",
        "note", "closed_on", "cancelled", "cancelled_on",
      ], constants: [("entered_at", now)], givesKeys: true)
    let prefix = try settings()[.orderPrefix]
    var numbers: [String] = []
    for order in orders {
      let orderedOn = order.orderedOn ?? today
      let no = try order.no ?? Numbering.next(prefix, on: orderedOn, in: db)
      numbers.append(no)
      try batch.add(
        [
          no, order.customer, order.customerPO, order.clerk, orderedOn,
          order.currency ?? order.usualCurrency, order.priority ?? .normal, order.carrier, order.note,
          order.closing, order.isCancelled, order.cancelledOn,
        ], to: db)
    }
    try batch.flush(to: db)
    let keys = batch.keys.map { Identifier<Order>($0) }
    for (order, key) in zip(orders, keys) where order.holdReason != nil { try hold(order, key) }
    return Array(zip(keys, numbers)).map { (id: $0, no: $1) }
  }

  /// Holds an order since a day that history does not tell: it never stops the clock (lateness rule 9).
  private func hold(_ order: ImportedOrder, _ id: Identifier<Order>) throws {
    try db.run(
      """
      INSERT INTO holds (order_id, side, reason, entered_at, entered_by)
      VALUES (\(id), \(HoldSide.own), \(order.holdReason), \(now), \(user.id))
      """)
  }

  /// Writes the new lines, deliveries and first promises of orders that stand already.
  private func insertLines(_ parts: inout [OrderPart]) throws {
    var lines = RowBatch(
      "order_lines", ["order_id", "line_no", "product_id", "price", "discount_bp"], givesKeys: true)
    var wanted: [(part: Int, line: Int)] = []
    for index in parts.indices {
      let places = parts[index].order.places
      for row in parts[index].rows where parts[index].lines[places[row].line] == nil {
        let line = parts[index].order.lines[row]
        // The key is not known yet; the next delivery of the line must not write it again.
        parts[index].lines[places[row].line] = Identifier(0)
        wanted.append((index, places[row].line))
        try lines.add(
          [parts[index].id, places[row].line, line.product, line.price, line.discount ?? 0], to: db)
      }
    }
    try lines.flush(to: db)
    for (place, key) in zip(wanted, lines.keys) { parts[place.part].lines[place.line] = Identifier(key) }
    try insertSchedules(&parts)
  }

  private func insertSchedules(_ parts: inout [OrderPart]) throws {
    var schedules = RowBatch(
      "schedules",
      [
        "order_id", "line_id", "seq", "qty", "requested_on", "first_promised_on", "promised_on",
        "promise_count", "shipped_qty", "accepted_qty", "completed_on", "is_open", "due_on",
      ], givesKeys: true)
    for part in parts {
      let places = part.order.places
      for row in part.rows {
        let line = part.order.lines[row]
        let figures = line.figures(in: part.order)
        try schedules.add(
          [
            part.id, part.lines[places[row].line], places[row].seq, line.quantity, line.requestedOn,
            figures.firstPromisedOn, figures.promisedOn, figures.promiseCount, figures.shipped,
            figures.accepted, figures.completedOn, figures.isOpen, figures.dueOn,
          ], to: db)
      }
    }
    try schedules.flush(to: db)
    var promises = RowBatch(
      "promises", ["schedule_id", "series", "seq", "promised_on", "made_on"], constants: entered)
    var keys = schedules.keys[...]
    for index in parts.indices {
      parts[index].schedules = keys.prefix(parts[index].rows.count).map { Identifier($0) }
      keys = keys.dropFirst(parts[index].rows.count)
      for (row, key) in zip(parts[index].rows, parts[index].schedules) {
        guard let day = parts[index].order.lines[row].promisedOn else { continue }
        let madeOn = parts[index].order.orderedOn ?? today
        try promises.add([key, 1, 1, day, madeOn], to: db)
      }
    }
    try promises.flush(to: db)
  }

  /// Changes an order that stands; what has left since is returned.
  private func update(
    _ old: StandingOrder, _ order: ImportedOrder, _ verdict: OrderVerdict, _ cause: Cause?
  ) throws -> [ShippedPart] {
    if case .changed = verdict.head {
      try db.run(
        """
        UPDATE orders SET customer_po = \(order.customerPO ?? old.customerPO),
          clerk_id = \(order.clerk ?? old.clerk), priority = \(order.priority ?? old.priority),
          carrier = \(order.carrier ?? old.carrier), note = \(order.note ?? old.note),
          closed_on = \(order.closedOn ?? old.closedOn),
          cancelled = \(order.isCancelled || old.isCancelled),
          cancelled_on = \(order.cancelledOn ?? old.cancelledOn) WHERE id = \(old.id)
        """)
      if order.holdReason != nil, !old.isHeld { try hold(order, old.id) }
    }
    var shipped: [ShippedPart] = []
    for (row, place) in order.places.enumerated() {
      guard case .changed(let changes) = verdict.lines[row], let standing = old.lines[place] else { continue }
      let line = order.lines[row]
      try db.run(
        """
        UPDATE order_lines SET price = \(line.price ?? standing.price),
          discount_bp = \(line.discount ?? standing.discount) WHERE id = \(standing.line)
        """)
      try db.run(
        """
        UPDATE schedules SET qty = \(line.quantity),
          requested_on = \(line.requestedOn ?? standing.requestedOn) WHERE id = \(standing.schedule)
        """)
      if changes.contains(where: { $0.field == .promise }), let day = line.promisedOn {
        try append(day, to: standing.schedule, cause: cause)
      }
      if changes.contains(where: { $0.field == .shipped }), let day = line.shippedOn {
        shipped.append(
          ShippedPart(
            orderNo: old.no, carrier: order.carrier ?? old.carrier, day: day, schedule: standing.schedule,
            quantity: line.quantity))
      }
    }
    return shipped
  }

  /// The first promise of a delivery, or the next one with its cause.
  private func append(_ day: Day, to schedule: Identifier<Schedule>, cause: Cause?) throws {
    let last = try Promise.ledger(of: schedule, in: db).last
    try db.run(
      """
      INSERT INTO promises (schedule_id, series, seq, promised_on, cause, made_on, entered_at, entered_by)
      VALUES (\(schedule), \(last?.series ?? 1), \((last?.seq ?? 0) + 1), \(day),
        \(last == nil ? nil : cause), \(today), \(now), \(user.id))
      """)
  }

  /// Works out the kept figures of a changed order, and closes it once all of it has left.
  private func settle(_ old: StandingOrder, _ order: ImportedOrder, _ verdict: OrderVerdict) throws {
    guard verdict.head != .same || verdict.lines.contains(where: { $0 != .same }) else { return }
    try Schedule.refresh(order: old.id, in: db)
    guard order.closedOn == nil, !order.isCancelled, order.lastShippedOn != nil else { return }
    let owed = try db.count(
      "SELECT count(*) FROM schedules WHERE order_id = \(old.id) AND is_open = 1")
    guard owed == 0 else { return }
    try db.run(
      """
      UPDATE orders SET closed_on = (SELECT max(completed_on) FROM schedules WHERE order_id = \(old.id))
      WHERE id = \(old.id) AND closed_on IS NULL
      """)
  }
}

/// The new rows of one order on their way in.
private struct OrderPart {
  let order: ImportedOrder
  let id: Identifier<Order>
  let no: String
  /// The places of its new deliveries among the file's.
  let rows: [Int]
  /// The keys of its lines, by number.
  var lines: [Int: Identifier<OrderLine>] = [:]
  /// The keys of its new deliveries.
  var schedules: [Identifier<Schedule>] = []

  var shipments: [ShippedPart] {
    zip(rows, schedules).compactMap { row, schedule in
      order.lines[row].shippedOn.map {
        ShippedPart(
          orderNo: no, carrier: order.carrier, day: $0, schedule: schedule,
          quantity: order.lines[row].quantity)
      }
    }
  }
}

extension ImportedOrder {
  /// History tells when it was closed, or it was with its last shipment.
  fileprivate var closing: Day? {
    closedOn ?? (isCancelled || dateMeaning == .arrived ? nil : lastShippedOn)
  }
}

extension ImportedLine {
  fileprivate func figures(in order: ImportedOrder) -> ScheduleFigures {
    var facts = ScheduleFacts(ordered: quantity, requestedOn: requestedOn)
    facts.isCancelled = order.isCancelled
    facts.dateMeaning = order.dateMeaning
    if let promisedOn { facts.promises = [(1, promisedOn)] }
    if let shippedOn { facts.deliveries = [Delivery(quantity: quantity, shippedOn: shippedOn)] }
    return facts.figures
  }
}
