extension Gate where Subject == Order {
  /// The customer's change came in writing, newer than the version that it changes.
  static let amendDocumented = Gate(lacking: .amendDocumented) { order, reading in
    try order.changePaper(in: reading.db) == nil ? [.documentMissing(.change)] : []
  }
}

extension Order {
  /// The latest paper that asks for a change of the standing version; nil where nobody attached one.
  fileprivate func changePaper(in db: any Transaction) throws -> Int64? {
    try db.value(
      """
      SELECT max(id) FROM documents WHERE subject = 'order' AND subject_id = \(id)
        AND version = \(version) AND kind = \(DocumentKind.change)
      """, as: Int64?.self
    ).flatMap { $0 }
  }
}

extension Writing {
  /// Amends an order: its next version stands with what changed and is reviewed anew as far as it
  /// changed; production orders that it touches are replaced, and every department concerned is told
  ///
  ///
  /// The paper that asks for it becomes the new version's. Throws the refusals of the gates,
  /// `.ownSlip` where we move the customer's day, `.lastLine`, and `.unchanged` where nothing differs.
  public func amend(_ order: Order, _ request: AmendmentRequest) throws -> AmendmentMade {
    if request.side == .own && request.movesDate { throw BookError.ownSlip(no: order.no) }
    try allow(.change, on: order)
    if request.side == .customer { try pass(.amendDocumented, on: order) }
    let packed = try PackedLine.of(order.id, in: db)
    let answers = try ReviewAnswer.all(order: order, in: db)
    let before = try AgreedTerms.of(order.id, in: db)
    var impact = AmendmentImpact()
    for part in request.parts { try apply(part, to: order) }
    for (line, change) in request.added { try add(line, change, to: order) }
    for line in request.dropped {
      impact.replaced += try drop(line: line, of: order, reason: request.reason).map {
        .init(old: $0, new: nil)
      }
    }
    let changes = try AgreedTerms.of(order.id, in: db).changes(since: before)
    guard !changes.isEmpty else { throw BookError.unchanged(no: order.no) }
    let (id, amendment) = try record(request, of: order, changes)
    entry.subject = order.no
    entry.reason = request.reason
    let amended = try Order.with(order.id, in: db)
    try carryAnswers(from: order, changes)
    try promise(amended, request, changes)
    impact.replaced += try replace(amended, changes, request, amendment: id)
    // What was replaced is answered anew; what goes on bounds the new day as it did the old one.
    if let day = request.promisedOn {
      for line in promisedLines(changes, request) {
        try pass(.promiseScheduled, on: PromiseMove(order: amended, line: line, day: day))
      }
    }
    impact.departments = try tell(amended, changes, impact.replaced, request, amendment: id)
    try impact.weigh(amended, changes, packed: packed, promisedOn: request.promisedOn, in: self)
    if try order.wasHandedIn(in: db) { impact.signers = try Signer.of(amended, in: self).map(\.role) }
    let standing = try ReviewAnswer.all(order: amended, in: db)
    impact.asked = ReviewItem.allCases.filter { answers[$0] != nil && standing[$0] == nil }
    if try settings().expectsAcknowledgement && !impact.departments.isEmpty {
      impact.acknowledgeBy = try acknowledgeBy(sent: now)
    }
    // What was paid beyond a smaller order becomes the customer's.
    if changes.contains(where: { AgreedField.ofWorth.contains($0.field) }) {
      try bookSurplus(of: order.id, note: order.no)
    }
    return AmendmentMade(amendment: amendment, impact: impact)
  }

  private func apply(_ part: AmendmentRequest.Part, to order: Order) throws {
    if let line = part.line { try require(line: line, of: order) }
    try apply(part.change, to: order, line: part.line)
  }

  private func require(line: LinePart, of order: Order) throws {
    guard try Schedule.of(order.id, line: line, in: db).isEmpty else { return }
    throw BookError.notFound(.line, "\(order.no).\(line)", near: [])
  }

  /// Adds a line to an order that the customer has not confirmed, and tells its delivery.
  ///
  /// Throws `.agreed` where it was confirmed: then it is amended.
  public func addLine(_ line: NewLine, _ change: OrderChange = OrderChange(), to order: Order) throws
    -> Schedule
  {
    try allow(.change, on: order)
    try requireOpenTerms(of: order)
    entry.subject = order.no
    return try onlySchedule(of: order, line: LinePart(try add(line, change, to: order)))
  }

  /// Drops a line of an order that the customer has not confirmed; returns the production orders that ended.
  ///
  /// Throws `.agreed`, `.lastLine`, and the refusal of a line of which something has left.
  public func dropLine(_ line: Int, of order: Order, reason: String) throws -> [ProductionOrder] {
    try allow(.change, on: order)
    try requireOpenTerms(of: order)
    entry.subject = order.no
    entry.reason = reason
    return try drop(line: line, of: order, reason: reason)
  }

  /// What the customer has confirmed is amended.
  func requireOpenTerms(of order: Order) throws {
    if order.isAgreed { throw BookError.agreed(no: order.no) }
  }

  /// Adds a line under a number that the order never had; the number.
  @discardableResult
  private func add(_ line: NewLine, _ change: OrderChange, to order: Order) throws -> Int {
    let last =
      try db.value(
        """
        SELECT max(n) FROM (
          SELECT l.line_no AS n FROM order_lines l WHERE l.order_id = \(order.id)
          UNION ALL SELECT c.line_no FROM amendment_changes c JOIN amendments a ON a.id = c.amendment_id
          WHERE a.order_id = \(order.id)) numbers
        """, as: Int?.self
      ).flatMap { $0 } ?? 0
    try add(
      line, number: last + 1, to: order.id,
      of: NewOrder(customer: order.customerID, orderedOn: order.orderedOn, currency: order.currency))
    try apply(change, to: order, line: LinePart(last + 1))
    return last + 1
  }

  /// Drops a line of which nothing has left: its production ends, and what that has finished is stock's.
  /// The journal and the amendment keep what it was. Returns the production orders that ended.
  private func drop(line: Int, of order: Order, reason: String) throws -> [ProductionOrder] {
    try require(line: LinePart(line), of: order)
    let schedules = try Schedule.of(order.id, line: LinePart(line), in: db)
    guard try Schedule.of(order.id, in: db).count > schedules.count else {
      throw BookError.lastLine(no: order.no)
    }
    for schedule in schedules {
      try pass(.quantityAboveShipped, on: QuantityChange(order: order.no, schedule: schedule, quantity: 0))
    }
    let ended = try withdraw(order, line: line, reason: reason)
    for schedule in schedules {
      try db.run("UPDATE production_orders SET schedule_id = NULL WHERE schedule_id = \(schedule.id)")
      try db.run("DELETE FROM production_shares WHERE schedule_id = \(schedule.id)")
      try db.run(
        """
        UPDATE reservations SET schedule_id = NULL, released_on = coalesce(released_on, \(today))
        WHERE schedule_id = \(schedule.id)
        """)
      try db.run("DELETE FROM promises WHERE schedule_id = \(schedule.id)")
      try db.run("DELETE FROM schedules WHERE id = \(schedule.id)")
    }
    try db.run("DELETE FROM order_lines WHERE order_id = \(order.id) AND line_no = \(line)")
    return try ended.map { try ProductionOrder.with($0.id, in: db) }
  }

  /// Writes the next version down with what changed, and the paper that asked for it.
  private func record(
    _ request: AmendmentRequest, of order: Order, _ changes: [Amendment.Change]
  ) throws -> (id: Int64, Amendment) {
    let version = order.version + 1
    try db.run("UPDATE orders SET version = \(version) WHERE id = \(order.id)")
    let paper = try order.changePaper(in: db)
    let id = try db.insert(
      """
      INSERT INTO amendments (order_id, version, side, reason, document_id, made_on, entered_at, entered_by)
      VALUES (\(order.id), \(version), \(request.side), \(request.reason), \(paper), \(today), \(now),
        \(user.id)) RETURNING id
      """)
    for change in changes {
      try db.run(
        """
        INSERT INTO amendment_changes (amendment_id, line_no, field, old, new)
        VALUES (\(id), \(change.line), \(change.field), \(change.old), \(change.new))
        """)
    }
    let amendment = Amendment(
      version: version, side: request.side, reason: request.reason, madeOn: today, by: user.name,
      changes: changes)
    return (id, amendment)
  }

  /// The customer's change made promises void: a new series begins, and the old one stays to be read
  /// (lateness rule 7).
  private func promise(
    _ order: Order, _ request: AmendmentRequest, _ changes: [Amendment.Change]
  ) throws {
    guard let day = request.promisedOn else { return }
    let lines = promisedLines(changes, request)
    for schedule in try Schedule.of(order.id, in: db)
    where schedule.isOpen && lines.contains(where: { $0?.contains(schedule) ?? true }) {
      let last = try Promise.ledger(of: schedule.id, in: db).last
      try db.run(
        """
        INSERT INTO promises
          (schedule_id, series, seq, promised_on, cause, told, note, made_on, entered_at, entered_by)
        VALUES (\(schedule.id), \((last?.series ?? 0) + 1), 1, \(day), \(Cause?.none), NULL,
          \(request.reason), \(today), \(now), \(user.id))
        """)
      try Schedule.refresh(schedule.id, in: db)
    }
  }

  /// The lines that are promised anew: those of which the workshop's terms changed; nil, the whole order, where
  /// none did. Where the request names a delivery of a line, only that.
  private func promisedLines(
    _ changes: [Amendment.Change], _ request: AmendmentRequest
  ) -> [LinePart?] {
    let lines = Set(changes.filter { AgreedField.ofWorkshop.contains($0.field) }.compactMap(\.line))
    return lines.isEmpty
      ? [nil]
      : lines.sorted().flatMap { line in
        let named = request.parts.compactMap(\.line).filter { $0.number == line }
        return named.isEmpty ? [LinePart(line)] : named
      }
  }
}
