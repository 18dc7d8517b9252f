extension Order: Approvable {
  /// Orders are reviewed as contracts.
  public static let approvalSubject = ApprovalSubject.order

  /// The customer confirms, the firm signs, the clerk takes over; what was sent back begins again.
  public static let approvalLifecycle = Lifecycle<ApprovalState, ApprovalAct>([
    .draft: [.confirm, .submit],
    .confirmed: [.confirm, .submit],
    .inReview: [.sign, .reject],
    .returned: [.confirm, .submit],
    .approved: [.handOver],
    .handedOver: [.handOver],
  ])

  /// Its key among orders.
  public var approvalID: Int64 { id.rawValue }

  /// The customer has confirmed what the firm has not sent back.
  public var isAgreed: Bool { ![.draft, .returned].contains(review) }

  /// What is closed or cancelled is not signed any more.
  public func requireOpen(in reading: Reading) throws {
    if closedOn != nil || isCancelled { throw Refusal.orderNotOpen(no: no, state: state) }
  }

  /// Whether a condition on signers holds.
  public func meets(_ condition: SignerCondition, in reading: Reading) throws -> Bool {
    switch condition {
    case .always: true
    case .amount:
      try total(in: reading.db).cents >= Int64(reading.settings().number(.largeAmount)) * 100
    case .prepayment: PaymentTerms(terms)?.isPaidAhead ?? false
    case .commission: commission > 0
    case .special: special != nil
    }
  }

  /// What the salesperson gets of its worth; nil where nothing was agreed.
  public func commissionAmount(in db: any Transaction) throws -> Money? {
    guard commission > 0 else { return nil }
    let worth = try total(in: db).tenThousandths
    guard let part = Decimal.product(worth, commission, over: 10_000) else { throw BookError.tooLarge(no) }
    return Money(tenThousandths: part, currency: currency)
  }

  /// The worth of its lines: quantity by price, less discount.
  public func total(in db: any Transaction) throws -> Money {
    var sum: Int64 = 0
    try db.each(
      """
      SELECT s.qty, p.decimals, l.price, l.discount_bp FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.order_id = \(id) AND l.price IS NOT NULL
      """
    ) { row in
      guard
        let net = Money.worth(
          of: row.integer(0), decimals: try row[1], price: row.integer(2), discount: row.integer(3))
      else { throw BookError.tooLarge(no) }
      sum = sum.addingReportingOverflow(net).partialValue
    }
    return Money(tenThousandths: sum, currency: currency)
  }
}
