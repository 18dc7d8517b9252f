/// A day that was closed: what lies on it is entered with a reason from then on.
public struct ClosedDay: Sendable, Equatable {
  /// The day.
  public let day: Day
  /// When it was closed.
  public let at: Instant
  /// The name of who closed it.
  public let by: String
  /// Whether it is closed for everybody, and not only for who closed it.
  public let isForAll: Bool

  /// The closing of a day that concerns a person: their own, or everybody's; nil while it is open to them.
  static func of(_ day: Day, login: String, in db: any Transaction) throws -> ClosedDay? {
    try db.first(
      """
      SELECT k.day, k.closed_at, u.name, k.is_for_all FROM closed_days k JOIN users u ON u.id = k.user_id
      WHERE k.day = \(day) AND (k.is_for_all = 1 OR u.login = \(login)) ORDER BY k.is_for_all DESC, k.id LIMIT 1
      """
    ) { ClosedDay(day: try $0[0], at: try $0[1], by: try $0[2], isForAll: try $0[3]) }
  }
}

extension Gate where Subject == Day {
  /// What lies on a closed day is not entered any more without a reason.
  static let dayOpen = Gate(.dayOpen) { day, reading in
    try ClosedDay.of(day, login: reading.actor.login, in: reading.db).map { .dayClosed(day: day, by: $0.by) }
  }
}

extension Reading {
  /// The closing of a day that concerns the person who acts; nil while it is open to them.
  public func closing(of day: Day) throws -> ClosedDay? {
    try ClosedDay.of(day, login: actor.login, in: db)
  }
}

extension Writing {
  /// Closes a day for the person who acts, or for everybody. Throws `.alreadyClosed` where it is.
  public func close(_ day: Day, forAll: Bool) throws {
    if let closed = try closing(of: day), closed.isForAll || !forAll {
      throw BookError.dayAlreadyClosed(day, by: closed.by)
    }
    entry.subject = day.description
    try db.run(
      """
      INSERT INTO closed_days (day, user_id, is_for_all, closed_at)
      VALUES (\(day), \(user.id), \(forAll), \(now))
      """)
  }
}
