/// What was answered to a point of an order's review.
public struct ReviewAnswer: Sendable, Equatable {
  /// The point.
  public let item: ReviewItem
  /// Whether it was confirmed.
  public let isOK: Bool
  /// Why, or what was added.
  public let note: String?
  /// When it was entered.
  public let at: Instant
  /// The login of who entered it.
  public let by: String?

  /// The answers to one version of an order: of each point the newest, in the order of the points.
  public static func all(
    order: Identifier<Order>, version: Int, in db: any Transaction
  ) throws -> [ReviewAnswer] {
    var newest: [ReviewItem: ReviewAnswer] = [:]
    try db.each(
      """
      SELECT a.item, a.answer, a.note, a.entered_at, u.login FROM review_answers a
      LEFT JOIN users u ON u.id = a.entered_by
      WHERE a.order_id = \(order) AND a.version = \(version) ORDER BY a.id
      """
    ) { row in
      let item: ReviewItem = try row[0]
      newest[item] = ReviewAnswer(
        item: item, isOK: row.text(1) == "ok", note: try row[2], at: try row[3], by: try row[4])
    }
    return ReviewItem.allCases.compactMap { newest[$0] }
  }
}
