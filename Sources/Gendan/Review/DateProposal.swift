/// A day that somebody proposes while an order is reviewed. It decides nothing: what is promised is
/// kept beside it.
public struct DateProposal: Sendable, Equatable {
  /// The day.
  public let day: Day
  /// Why.
  public let note: String?
  /// When it was proposed.
  public let at: Instant
  /// The login of who proposed it.
  public let by: String

  /// What was proposed for an order's version, oldest first.
  public static func of(_ order: Order, in db: any Transaction) throws -> [DateProposal] {
    try db.all(
      """
      SELECT p.proposed_on, p.note, p.entered_at, u.login FROM date_proposals p
      JOIN users u ON u.id = p.entered_by
      WHERE p.order_id = \(order.id) AND p.version = \(order.version) ORDER BY p.id
      """
    ) { DateProposal(day: try $0[0], note: try $0[1], at: try $0[2], by: try $0[3]) }
  }
}

extension Writing {
  /// Proposes a day for an order's version, as a supervisor or somebody who signs orders.
  ///
  /// Throws `.notAllowed` for anybody else.
  public func propose(_ day: Day, for order: Order, note: String? = nil) throws {
    let roles = try Set(ApprovalTrail.of(order, in: self).signers.map(\.role)).union([.supervisor])
    guard try roles.contains(where: acts) else { throw BookError.notAllowed(roles) }
    try allow(.promise, on: order)
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO date_proposals (order_id, version, proposed_on, note, entered_at, entered_by)
      VALUES (\(order.id), \(order.version), \(day), \(note), \(now), \(user.id))
      """)
  }
}
