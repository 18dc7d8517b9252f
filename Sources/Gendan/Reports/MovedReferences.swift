/// The dates that deliveries were measured against before the customer moved them: what had left by then keeps its
/// date, and so does a report as of a day before (lateness rules 6 and 7, R-112).
struct MovedReferences {
  /// The day on which a date was moved, and the date until then.
  private struct Move {
    let on: Day
    let before: Day?
  }

  /// Of each delivery whose date was moved, oldest first.
  private var moves: [Int64: [Move]] = [:]

  /// The deliveries whose date was moved.
  static func schedules(_ basis: Basis) -> SQL {
    switch basis {
    case .want:
      """
      SELECT z.id FROM amendment_changes c JOIN amendments a ON a.id = c.amendment_id
      JOIN order_lines l ON l.order_id = a.order_id AND l.line_no = c.line_no
      JOIN schedules z ON z.line_id = l.id WHERE c.field = \(AgreedField.want)
      """
    case .first: "SELECT n.schedule_id FROM promises n WHERE n.series > 1 AND n.seq = 1"
    case .latest: "SELECT 0"
    }
  }

  /// The moves of a date. A promise of ours that is put off moves the standing promise alone, which tells its own
  /// history.
  init(of basis: Basis, in db: any Transaction) throws {
    switch basis {
    case .want:
      try db.each(
        """
        SELECT s.id, a.made_on, c.old FROM amendment_changes c
        JOIN amendments a ON a.id = c.amendment_id
        JOIN order_lines l ON l.order_id = a.order_id AND l.line_no = c.line_no
        JOIN schedules s ON s.line_id = l.id
        WHERE c.field = \(AgreedField.want) ORDER BY a.version
        """
      ) { moves[try $0[0], default: []].append(Move(on: try $0[1], before: try $0[2])) }
    case .first:
      try db.each(
        """
        SELECT n.schedule_id, n.made_on, o.promised_on FROM promises n
        JOIN promises o ON o.schedule_id = n.schedule_id AND o.series = n.series - 1 AND o.seq = 1
        WHERE n.series > 1 AND n.seq = 1 ORDER BY n.schedule_id, n.series
        """
      ) { moves[try $0[0], default: []].append(Move(on: try $0[1], before: try $0[2])) }
    case .latest: break
    }
  }

  /// The date of a delivery at the end of a day; `now` where it was not moved since.
  func reference(of schedule: Int64, on day: Day, now: Day?) -> Day? {
    guard let next = moves[schedule]?.first(where: { $0.on > day }) else { return now }
    return next.before
  }
}
