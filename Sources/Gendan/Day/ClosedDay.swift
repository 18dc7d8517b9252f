/// Whether a day was closed: what lies on it is entered with a reason from then on.
struct ClosedDay {
  /// The name of who closed it.
  let by: String
  /// Whether it is closed for everybody, and not only for who closed it.
  let isForAll: Bool

  /// The closing of a day that concerns a person: their own, or everybody's; nil while it is open to them.
  static func of(_ day: Day, login: String, in db: any Transaction) throws -> ClosedDay? {
    try db.first(
      """
      SELECT u.name, k.is_for_all FROM closed_days k JOIN users u ON u.id = k.user_id
      WHERE k.day = \(day) AND (k.is_for_all = 1 OR u.login = \(login)) ORDER BY k.is_for_all DESC, k.id LIMIT 1
      """
    ) { ClosedDay(by: try $0[0], isForAll: try $0[1]) }
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
}
