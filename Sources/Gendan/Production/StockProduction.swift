extension ProductionOrder: Approvable {
  /// Only production for stock is signed; production for an order follows the order's own signatures.
  public static let approvalSubject = ApprovalSubject.production

  /// Handed in when it is written, and signed.
  public static let approvalLifecycle = Lifecycle<ApprovalState, ApprovalAct>([
    .draft: [.submit], .inReview: [.sign, .reject], .returned: [.submit],
  ])

  /// Its key among production orders.
  public var approvalID: Int64 { id.rawValue }

  /// There is no money in it: who must sign, signs every time.
  public func meets(_ condition: SignerCondition, in reading: Reading) throws -> Bool {
    condition == .always
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
    try tell(production, once: try submit(production))
    entry.subject = production.no
    return production
  }

  /// Signs production for stock; its departments are told with the last signature.
  public func sign(forStock production: ProductionOrder, as role: Role? = nil) throws -> (
    role: Role, trail: ApprovalTrail
  ) {
    let signed = try sign(production, as: role)
    try tell(production, once: signed.trail)
    return signed
  }

  private func tell(_ production: ProductionOrder, once trail: ApprovalTrail) throws {
    guard trail.state == .approved else { return }
    try notify(
      departments: try recipients(of: production, [:]).map(\.0), order: nil, production: production.id)
  }
}
