/// Whether finished goods leave or stay.
public enum ShipRuling: String, SQLConvertible, Sendable, CaseIterable {
  /// They leave.
  case ship
  /// They stay for now.
  case hold
}

/// What those concerned settled about an order's finished goods.
public struct ShipDecision: Sendable, Equatable {
  /// Whether they leave.
  public let ruling: ShipRuling
  /// Who settled it.
  public let by: String
  /// Why.
  public let note: String?
  /// When it was written down.
  public let at: Instant

  /// The newest decision about an order; nil where nobody decided.
  public static func newest(of order: Identifier<Order>, in db: any Transaction) throws -> ShipDecision? {
    try db.first(
      """
      SELECT ruling, decided_by, note, entered_at FROM ship_decisions WHERE order_id = \(order)
      ORDER BY id DESC LIMIT 1
      """
    ) { ShipDecision(ruling: try $0[0], by: try $0[1], note: try $0[2], at: try $0[3]) }
  }
}

extension Writing {
  /// Notes whether the finished goods of an order leave, and who settled it.
  public func decide(
    _ order: Order, _ ruling: ShipRuling, by names: String? = nil, note: String? = nil
  ) throws {
    try allow(.ship, on: order)
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO ship_decisions (order_id, ruling, decided_by, note, entered_at, entered_by)
      VALUES (\(order.id), \(ruling), \(names ?? user.name), \(note), \(now), \(user.id))
      """)
  }
}

extension Gate where Subject == Order {
  /// What was decided to stay does not leave.
  static let shipDecided = Gate(lacking: .shipDecided) { order, reading in
    guard let decision = try ShipDecision.newest(of: order.id, in: reading.db), decision.ruling == .hold
    else { return [] }
    return [.decidedToStay(by: decision.by, note: decision.note)]
  }
}
