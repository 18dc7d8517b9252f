/// The closing of a day: what lies on it is entered with a reason from then on.
public struct ClosedDay: Sendable {
  /// The name of who closed it.
  public let by: String
  /// Whether it is closed for everybody, and not only for who closed it.
  public let isForAll: Bool
  /// When.
  public let at: Instant

  private init(_ row: any Row) throws {
    by = try row[0]
    isForAll = try row[1]
    at = try row[2]
  }

  /// The closing of a day that concerns a person: their own, or everybody's; nil while it is open to them.
  static func of(_ day: Day, login: String, in db: any Transaction) throws -> ClosedDay? {
    try db.first(
      """
      SELECT u.name, k.is_for_all, k.closed_at FROM closed_days k JOIN users u ON u.id = k.user_id
      WHERE k.day = \(day) AND (k.is_for_all = 1 OR u.login = \(login)) ORDER BY k.is_for_all DESC, k.id LIMIT 1
      """, ClosedDay.init)
  }

  /// Who has closed a day, in the order of their doing it.
  public static func all(_ day: Day, in db: any Transaction) throws -> [ClosedDay] {
    try db.all(
      """
      SELECT u.name, k.is_for_all, k.closed_at FROM closed_days k JOIN users u ON u.id = k.user_id
      WHERE k.day = \(day) ORDER BY k.id
      """, ClosedDay.init)
  }
}

extension Gate where Subject == Day {
  /// What lies on a closed day is not entered any more without a reason.
  static let dayOpen = Gate(.dayOpen) { day, reading in
    try ClosedDay.of(day, login: reading.actor.login, in: reading.db).map { .dayClosed(day: day, by: $0.by) }
  }
}

extension Writing {
  /// Closes a day for the person who acts, or for everybody. Throws `.dayAlreadyClosed` where it is.
  public func close(_ day: Day, forAll: Bool) throws {
    if let closed = try ClosedDay.of(day, login: actor.login, in: db), closed.isForAll || !forAll {
      throw BookError.dayAlreadyClosed(day, by: closed.by)
    }
    entry.subject = day.description
    try db.run(
      """
      INSERT INTO closed_days (day, user_id, is_for_all, closed_at)
      VALUES (\(day), \(user.id), \(forAll), \(now))
      """)
  }

  /// Opens a day again for the person who acts, or for everybody. Throws `.dayNotClosed` where it is not closed so.
  public func reopen(_ day: Day, forAll: Bool) throws {
    entry.subject = day.description
    let whose: SQL = forAll ? "is_for_all = 1" : "is_for_all = 0 AND user_id = \(user.id)"
    guard try db.count("SELECT count(*) FROM closed_days WHERE day = \(day) AND \(whose)") > 0 else {
      throw BookError.dayNotClosed(day, by: try ClosedDay.of(day, login: actor.login, in: db)?.by)
    }
    try db.run("DELETE FROM closed_days WHERE day = \(day) AND \(whose)")
  }

  /// Refuses to take back without a reason what was entered on a day before it was closed; what was entered
  /// after its closing is no part of what was closed.
  public func allow(takingBack event: Event, of day: Day) throws {
    guard let closing = try ClosedDay.of(day, login: actor.login, in: db), event.at <= closing.at else {
      return
    }
    try pass(.dayOpen, on: day)
  }
}
