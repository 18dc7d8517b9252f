/// What was answered to a customer about their order.
public struct Reply: Sendable, Equatable {
  /// By what: email, phone …
  public let via: String?
  /// Who was told.
  public let told: String?
  /// What was said.
  public let text: String?
  /// When.
  public let at: Instant
  /// The name of who answered.
  public let by: String?

  /// An order's replies, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Reply] {
    try db.all(
      """
      SELECT r.via, r.told, r.text, r.replied_at, u.name FROM replies r
      LEFT JOIN users u ON u.id = r.entered_by WHERE r.order_id = \(order) ORDER BY r.replied_at, r.id
      """
    ) { Reply(via: try $0[0], told: try $0[1], text: try $0[2], at: try $0[3], by: try $0[4]) }
  }
}

extension Order {
  /// When it must be answered: so many clock hours after it came; nil where that is not known.
  public func replyDue(_ settings: Settings) -> Instant? {
    receivedAt?.adding(seconds: Int64(settings.number(.replyHours)) * 3600)
  }
}

extension Gate where Subject == Order {
  /// Something is promised before the customer is answered.
  static let replyPromised = Gate(lacking: .replyPromised) { order, reading in
    let open = try Schedule.of(order.id, in: reading.db).filter(\.isOpen)
    return open.contains { $0.promisedOn == nil } ? [.unpromised] : []
  }
}

extension Reading {
  /// Throws the refusal that an answer to the customer would meet: nobody is answered, and no confirmation
  /// is sent, without a date.
  public func verifyAnswerable(_ order: Order) throws {
    try ask(.replyPromised, of: order)
  }
}

extension Writing {
  /// Notes the answer to a customer about their order; it stops the reply clock.
  ///
  /// `at` is when it was said, now where nil. Returns by how many minutes it was late; nil in time, or
  /// where nobody knows when the order came.
  @discardableResult
  public func reply(
    to order: Order, via: String? = nil, told: String? = nil, text: String? = nil, at: Instant? = nil
  ) throws -> Int64? {
    try pass(.replyPromised, .replyScheduled, on: order)
    entry.subject = order.no
    let at = at ?? now
    try db.run(
      """
      INSERT INTO replies (order_id, via, told, text, replied_at, entered_at, entered_by)
      VALUES (\(order.id), \(via), \(told), \(text), \(at), \(now), \(user.id))
      """)
    guard let due = try order.replyDue(settings()), at > due else { return nil }
    return (at - due + 59) / 60
  }
}

extension Reminder {
  /// A customer's order is not answered yet.
  static let replyDue = Reminder(.replyDue) { scope, reading in
    let hours = try reading.clock(.replyDue)
    var tasks: [Task] = []
    try reading.db.each(
      """
      SELECT o.no, c.name, o.channel, NULL, o.received_at FROM orders o
      JOIN customers c ON c.id = o.customer_id
      WHERE o.closed_on IS NULL AND o.cancelled = 0 AND o.received_at IS NOT NULL AND \(scope.mine)
        AND NOT EXISTS (SELECT 1 FROM replies r WHERE r.order_id = o.id)
      ORDER BY o.received_at, o.no
      """
    ) { row in
      let received: Instant = try row[4]
      tasks.append(
        try Task(.replyDue, row, dueAt: received.adding(seconds: Int64(hours) * 3600), reading))
    }
    return tasks
  }
}
