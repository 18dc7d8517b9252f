extension Gate where Subject == Order {
  /// The customer has confirmed the order.
  static let orderConfirmed = Gate(lacking: .orderConfirmed) { order, _ in
    order.review == .draft ? [.unconfirmed] : []
  }

  /// Every signature is there.
  static let releaseApproved = signed(.releaseApproved)

  /// What billing is handed was signed by those who answer for it.
  static let shipSigned = signed(.shipSigned)

  /// What goes to the workshop has a promised date, the contract was found genuine, and no
  /// point of the review, such as the process or the material, was denied.
  static func releaseGenuine(_ plans: [ProductionPlan]) -> Gate {
    Gate(lacking: .releaseGenuine) { order, reading in
      let answers = try ReviewAnswer.all(order: order, in: reading.db)
      var faults: [Fault] = plans.contains { $0.schedule?.promisedOn == nil } ? [.unpromised] : []
      faults += ReviewItem.allCases.compactMap { answers[$0] }.filter { !$0.isWell }
        .map { .denied($0.item, note: $0.note) }
      if answers[.genuine] == nil { faults.append(.unanswered(.genuine)) }
      return faults
    }
  }

  /// The workshop is told what the goods are, what the customer demands, and by when.
  static func releaseDescribed(_ plans: [ProductionPlan]) -> Gate {
    Gate(lacking: .releaseDescribed) { _, _ in
      plans.flatMap { plan -> [Fault] in
        var terms: [OrderTerm] = []
        if plan.spec == nil { terms.append(.spec) }
        if plan.requirement == nil { terms.append(.requirement) }
        if plan.dueOn == nil { terms.append(.want) }
        return terms.map { .unsaid($0, line: plan.schedule?.lineNo) }
      }
    }
  }

  /// Who makes a product that the law has inspected is told what is inspected.
  static func releaseInspected(_ plans: [ProductionPlan]) -> Gate {
    Gate(lacking: .releaseInspected) { _, _ in
      plans.filter { $0.product.isStatutory && $0.inspection == nil }
        .map { .inspectionUnsaid(product: $0.product.name) }
    }
  }

  /// The last step is planned to end by the promised day.
  static func releaseInTime(_ plans: [ProductionPlan]) -> Gate {
    Gate(lacking: .releaseInTime) { _, _ in
      plans.compactMap { plan in
        guard let promise = plan.schedule?.promisedOn, plan.finishOn > promise else { return nil }
        return .dueAfterPromise(due: plan.finishOn, promise: promise)
      }
    }
  }

  /// Nothing of the order is in production.
  static let cancelResolved = Gate(lacking: .cancelResolved) { order, reading in
    try ProductionOrder.of(order.id, in: reading.db).filter(\.isOpen).map { .inProduction(no: $0.no) }
  }
}

extension ProductionOrder {
  /// Whether it carries out an amendment and has not begun: written at once so that the workshop knows,
  /// it is asked what a release is asked when it is first reported.
  func awaitsReview(in db: any Transaction) throws -> Bool {
    guard version > 1, schedule != nil else { return false }
    let amended = try db.count(
      """
      SELECT count(*) FROM production_orders w JOIN schedules s ON s.id = w.schedule_id
      JOIN amendments a ON a.order_id = s.order_id AND a.version = w.version AND a.entered_at = w.entered_at
      WHERE w.id = \(id)
      """)
    return try amended > 0 && !hasBegun(in: db)
  }
}

extension Gate where Subject == ProductionOrder {
  /// Nothing is reported of production that is held.
  static let progressRunning = Gate(.progressRunning) { production, _ in
    production.heldReason.map { .productionHeld(no: production.no, reason: $0) }
  }

  /// Production for stock has its signatures.
  static let releaseStockSigned = Gate(lacking: .releaseStockSigned) { production, reading in
    guard production.schedule == nil else { return [] }
    let trail = try ApprovalTrail.of(production, in: reading)
    // One that was imported was never handed in, and is history.
    return trail.acts.isEmpty ? [] : trail.faults
  }
}
