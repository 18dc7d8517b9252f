/// The plan as it was last saved: when, by whom, and how late it leaves the open work.
public struct SavedPlan: Sendable, Equatable {
  /// When.
  public let at: Instant
  /// The name of who saved it.
  public let by: String?
  /// Why, where somebody said it.
  public let reason: String?
  /// How many production orders it places.
  public let productions: Int
  /// How many of them finish after they are needed.
  public let late: Int
  /// How many production orders have no place.
  public let unplaced: Int

  /// The plan that was saved last; nil where nobody plans.
  public static func last(in reading: Reading) throws -> SavedPlan? {
    try reading.db.first(
      """
      SELECT r.planned_at, u.name, r.reason, r.jobs, r.late, r.unplaced FROM plan_runs r
      LEFT JOIN users u ON u.id = r.entered_by ORDER BY r.id DESC LIMIT 1
      """
    ) {
      SavedPlan(
        at: try $0[0], by: try $0[1], reason: try $0[2], productions: try $0[3], late: try $0[4],
        unplaced: try $0[5])
    }
  }
}
