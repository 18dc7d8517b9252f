/// That the workshop was urged to make a production order earlier than it would.
public struct Urge: Sendable, Equatable {
  /// The day on which it would have been finished; nil: nobody knew.
  public let fromOn: Day?
  /// The day by which it is wanted.
  public let toOn: Day
  /// Why.
  public let reason: String
  /// When.
  public let at: Instant
  /// The name of who urged.
  public let by: String

  /// How often, and for when, a production order was urged, the oldest first.
  public static func of(_ production: Identifier<ProductionOrder>, in db: any Transaction) throws -> [Urge] {
    try db.all(
      """
      SELECT g.from_on, g.to_on, g.reason, g.entered_at, u.name FROM urges g
      JOIN users u ON u.id = g.entered_by WHERE g.production_order_id = \(production) ORDER BY g.id
      """
    ) { Urge(fromOn: try $0[0], toOn: try $0[1], reason: try $0[2], at: try $0[3], by: try $0[4]) }
  }

  /// How often each of these production orders had been urged at a moment.
  static func counts(
    of productions: [Identifier<ProductionOrder>], before moment: Instant, in db: any Transaction
  ) throws -> [Identifier<ProductionOrder>: Int] {
    var counts: [Identifier<ProductionOrder>: Int] = [:]
    for part in productions.bindable {
      try db.each(
        """
        SELECT production_order_id, count(*) FROM urges
        WHERE production_order_id IN \(list: part) AND entered_at < \(moment) GROUP BY production_order_id
        """
      ) { counts[try $0[0]] = try $0[1] }
    }
    return counts
  }
}

extension Writing {
  /// Asks the departments that make a production order to finish it by an earlier day; a notice tells them
  /// . Returns the urge, how many there were with it, and whom it tells.
  ///
  /// Throws `.notSooner`, and `.nothingLeft` where nothing of it is still to be made.
  public func urge(
    _ production: ProductionOrder, to day: Day, reason: String
  ) throws -> (urge: Urge, count: Int, told: [String]) {
    try production.requireOpen(in: self)
    let from = try production.expectedFinish(in: db)
    if let from, from <= day { throw BookError.notSooner(no: production.no, stands: from) }
    try db.run(
      """
      INSERT INTO urges (production_order_id, from_on, to_on, reason, entered_at, entered_by)
      VALUES (\(production.id), \(from), \(day), \(reason), \(now), \(user.id))
      """)
    let days = (from.map { "\($0) -> " } ?? "") + day.description
    let told = try warn(production, "\(days): \(reason)")
    entry.reason = reason
    let urges = try Urge.of(production.id, in: db)
    guard let urge = urges.last else { throw BookError.nothingLeft(.production, production.no) }
    return (urge, urges.count, told)
  }
}
