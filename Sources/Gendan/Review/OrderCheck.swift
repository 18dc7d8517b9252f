/// The check of an order: what is lacking or contradictory, by the gates that ask for it, before
/// any of them refuses.
public struct OrderCheck: Sendable {
  /// One thing that is lacking.
  public struct Finding: Sendable, Equatable {
    /// The gate that will ask for it; nil where nothing is refused for it.
    public let gate: GateID?
    /// The advice that speaks of it, where no gate does.
    public let advice: AdviceID?
    /// What it is.
    public let fault: Fault
    /// Whether the gate is in force in this book.
    public let isInForce: Bool
  }

  /// What was found, in the order in which the gates come.
  public let findings: [Finding]

  /// Asks every gate that an order passes until it is in production, and hears what is advised.
  public static func of(_ order: Order, in reading: Reading) throws -> OrderCheck {
    let settings = try reading.settings()
    var findings: [Finding] = []
    for gate in try gates(for: reading.plans(toRelease: order)) {
      guard case .lacking(_, _, let faults, _, _)? = try gate.question(order, reading) else { continue }
      let isInForce = settings.isInForce(gate.id)
      // What two gates ask for is lacking once: the one that is in force tells it, or the first.
      for fault in faults {
        let finding = Finding(gate: gate.id, advice: nil, fault: fault, isInForce: isInForce)
        guard let known = findings.firstIndex(where: { $0.fault == fault }) else {
          findings.append(finding)
          continue
        }
        if isInForce, !findings[known].isInForce { findings[known] = finding }
      }
    }
    // What a gate asks for needs no advice.
    let asked = findings.map(\.fault)
    let advised = try Advice.all.flatMap { advice in
      try advice.question(order, reading).filter { !asked.contains($0) }
        .map { Finding(gate: nil, advice: advice.id, fault: $0, isInForce: false) }
    }
    return OrderCheck(findings: findings + advised)
  }

  /// The gates on the way from a customer's call to the workshop, for what would be put into production.
  static func gates(for plans: [ProductionPlan]) -> [Gate<Order>] {
    [
      .confirmAgreed,
      .orderConfirmed,
      .submitClean,
      .submitPriced,
      .submitQuoted,
      .submitDecided,
      .submitAttached,
      .releaseGenuine([]),
      .releaseDeposit,
      .releaseSampled,
      .releasePrepared,
      .releaseCarton,
      .releaseDescribed(plans),
      .releaseInspected(plans),
      .releaseInTime(plans),
      .releaseSettled,
      .closeRetained,
    ]
  }
}

extension Reading {
  /// What a release of all that is left of an order would put into production; nothing of goods without a route,
  /// which a release names.
  fileprivate func plans(toRelease order: Order) throws -> [ProductionPlan] {
    try Coverage.of(order.id, line: nil, in: db).filter { $0.schedule.isOpen && $0.uncovered > 0 }
      .compactMap { coverage in
        let product = try Product.named(coverage.schedule.productCode, in: db)
        do {
          return try plan(coverage.uncovered, of: product, for: coverage.schedule, ReleaseRequest())
        } catch BookError.noRoute { return nil }
      }
  }
}

extension Gate where Subject == Order {
  /// In writing, called back after fax or mail, agreed clause by clause.
  static let confirmAgreed = Gate(lacking: .confirmAgreed) { order, reading in
    var items: [ReviewItem] = [.delivery, .payment, .quality]
    if let channel = order.channel, Channel.calledBack.contains(channel) { items.insert(.callback, at: 0) }
    return try missing([.customerOrder], of: order, in: reading)
      + ReviewAnswer.faults(items, of: order, in: reading.db)
  }

  /// Complete, without contradictions, and realistic.
  static let submitClean = Gate(lacking: .submitClean) { order, reading in
    var faults: [Fault] = []
    if order.terms == nil { faults.append(.unsaid(.terms, line: nil)) }
    if order.clerk == nil { faults.append(.unsaid(.clerk, line: nil)) }
    let calendar = try reading.calendar()
    try reading.db.each(
      """
      SELECT l.line_no, l.price, s.requested_on, p.active, p.code, p.lead_days FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.order_id = \(order.id) ORDER BY l.line_no, s.seq
      """
    ) { row in
      let line: Int = try row[0]
      if row.isNull(1) { faults.append(.unsaid(.price, line: line)) }
      if try !(row[3] as Bool) { faults.append(.productRetired(line: line, code: try row[4])) }
      guard let want = try row[2] as Day? else {
        faults.append(.unsaid(.want, line: line))
        return
      }
      if want < order.orderedOn { faults.append(.wantedBeforeOrdered(line: line, want: want)) }
      guard let days = try row[5] as Int? else { return }
      let earliest = calendar.day(days, workingDaysAfter: order.orderedOn)
      if want < earliest { faults.append(.tooSoon(line: line, want: want, earliest: earliest)) }
    }
    return faults
  }

  /// The customer's order and the contract are attached.
  static let submitAttached = Gate(lacking: .submitAttached) { order, reading in
    try missing([.customerOrder, .contract], of: order, in: reading)
  }

  /// Papers of these kinds that an order's version lacks. The paper that asked for an amendment stands
  /// for the customer's order of the version that it made.
  private static func missing(
    _ kinds: [DocumentKind], of order: Order, in reading: Reading
  ) throws -> [Fault] {
    try kinds.filter { kind in
      let isAmended =
        try kind == .customerOrder
        && reading.db.count(
          """
          SELECT count(*) FROM amendments WHERE order_id = \(order.id) AND version = \(order.version)
            AND document_id IS NOT NULL
          """) > 0
      let first = kind == .customerOrder ? order.version : 1
      return try !isAmended
        && reading.db.count(
          """
          SELECT count(*) FROM documents WHERE subject = 'order' AND subject_id = \(order.id)
            AND version BETWEEN \(first) AND \(order.version) AND kind = \(kind)
          """) == 0
    }.map(Fault.documentMissing)
  }
}

extension Writing {
  /// The customer confirms an order: by whom and how is noted.
  public func confirm(_ order: Order, by: String?, via: String?, note: String?) throws {
    try pass(.confirmAgreed, on: order)
    try allow(.confirm, on: order)
    try append(.confirm, to: order, note: [by, via, note].compactMap { $0 }.joined(separator: ", "))
  }

  /// Hands an order in for signatures, once it is clean and complete.
  public func submitForReview(_ order: Order, note: String? = nil) throws -> ApprovalTrail {
    try pass(
      .orderConfirmed, .submitClean, .submitPriced, .submitQuoted, .submitDecided, .submitAttached, on: order)
    return try submit(order, note: note)
  }

  /// Gives an order to the clerk who follows it; an approved one is handed over with it.
  public func assign(_ order: Order, to clerk: User) throws {
    if order.review == .approved || order.review == .handedOver {
      try append(.handOver, to: order, note: clerk.login)
    }
    entry.subject = order.no
    try db.run("UPDATE orders SET clerk_id = \(clerk.id) WHERE id = \(order.id)")
  }
}

extension Order {
  /// The open orders of a clerk, by number.
  public static func open(of clerk: User, in db: any Transaction) throws -> [Order] {
    try list("o.closed_on IS NULL AND o.cancelled = 0 AND o.clerk_id = \(clerk.id)", in: db)
  }

  /// The orders that wait for signatures, by number.
  public static func unsigned(in db: any Transaction) throws -> [Order] {
    try list(
      """
      o.closed_on IS NULL AND o.cancelled = 0 AND o.id IN (SELECT a.subject_id FROM approvals a
        WHERE a.subject = 'order' AND a.act = 'submit')
      """, in: db
    ).filter { $0.review == .inReview }
  }
}
