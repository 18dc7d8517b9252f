extension ProductionOrder: Approvable {
  /// Only production for stock is signed; production for an order follows the order's own signatures.
  public static let approvalSubject = ApprovalSubject.production

  /// Handed in when it is written, and signed; what was sent back is written anew.
  public static let approvalLifecycle = Lifecycle<ApprovalState, ApprovalAct>([
    .draft: [.submit], .inReview: [.sign, .reject],
  ])

  /// Its key among production orders.
  public var approvalID: Int64 { id.rawValue }

  /// What was finished, cancelled or written anew is not signed any more.
  public func requireOpen(in reading: Reading) throws {
    guard isOpen else { throw BookError.nothingLeft(.production, no) }
  }

  /// Its departments are told with the last signature.
  public func whenApproved(in writing: Writing) throws {
    try writing.notify(
      departments: try writing.recipients(of: self, [:]).map(\.0), order: nil, production: id)
  }

  /// There is no money in it: who must sign, signs every time.
  public func meets(_ condition: SignerCondition, in reading: Reading) throws -> Bool {
    condition == .always
  }
}

extension ProductionOrder {
  /// The production for stock that waits for signatures, by number.
  public static func unsigned(in reading: Reading) throws -> [ProductionOrder] {
    try reading.db.all(
      """
      \(query) WHERE w.is_open = 1 AND w.schedule_id IS NULL AND w.id IN (SELECT a.subject_id
        FROM approvals a WHERE a.subject = 'production' AND a.act = 'submit') ORDER BY w.no
      """, ProductionOrder.init
    ).filter { try ApprovalTrail.of($0, in: reading).state == .inReview }
  }
}

extension Writing {
  /// Writes a production order for stock and hands it in for its signatures. Its departments
  /// are told once it is signed: at once where nobody must.
  ///
  /// Throws `.noRoute`, and the refusal of a product that is no longer current.
  public func makeForStock(
    _ product: Product, quantity: Int64, _ request: ReleaseRequest = ReleaseRequest()
  ) throws -> ProductionOrder {
    try pass(current: product)
    let production = try write(try plan(quantity, of: product, for: nil, request))
    _ = try submit(production)
    entry.subject = production.no
    return production
  }
}
