/// What a review answered to one point of an order's version; the newest answer counts.
public struct ReviewAnswer: Sendable, Equatable {
  /// The point.
  public let item: ReviewItem
  /// Whether it is well.
  public let isWell: Bool
  /// Who was spoken to, or why not.
  public let note: String?
  /// When it was answered.
  public let at: Instant
  /// The login of who answered.
  public let by: String

  /// The newest answer to each point of an order's version.
  public static func all(order: Order, in db: any Transaction) throws -> [ReviewItem: ReviewAnswer] {
    var answers: [ReviewItem: ReviewAnswer] = [:]
    try db.each(
      """
      SELECT r.item, r.answer, r.note, r.entered_at, coalesce(u.login, '') FROM review_answers r
      LEFT JOIN users u ON u.id = r.entered_by
      WHERE r.order_id = \(order.id) AND r.version = \(order.version) ORDER BY r.id
      """
    ) { row in
      let item: ReviewItem = try row[0]
      answers[item] = ReviewAnswer(
        item: item, isWell: row.text(1) == "ok", note: try row[2], at: try row[3], by: try row[4])
    }
    return answers
  }

  /// What is still to be answered of some points, or was answered with no.
  static func faults(
    _ items: [ReviewItem], of order: Order, in db: any Transaction
  ) throws -> [Fault] {
    let answers = try all(order: order, in: db)
    return items.compactMap { item in
      guard let answer = answers[item] else { return .unanswered(item) }
      return answer.isWell ? nil : .denied(item, note: answer.note)
    }
  }
}

extension Writing {
  /// Answers a point of an order's review (R-065, R-068, R-095, R-143).
  public func answer(_ item: ReviewItem, of order: Order, isWell: Bool, note: String?) throws {
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO review_answers (order_id, version, item, answer, note, entered_at, entered_by)
      VALUES (\(order.id), \(order.version), \(item), \(isWell ? "ok" : "no"), \(note), \(now), \(user.id))
      """)
  }
}
