/// Whose doing a link of a delay was, as a person ruled: the engine proposes, a person confirms or overrules.
public struct DelayRuling: Sendable, Equatable {
  /// What the link was.
  public let kind: DelayChain.Kind
  /// The step at which it was; nil for what was before or after production.
  public let step: String?
  /// The days it cost when that was ruled.
  public let days: Int
  /// The department that answers for it.
  public let department: String?
  /// Whose doing it was.
  public let side: FaultSide
  /// Why; nil where the proposal was confirmed.
  public let reason: String?
  /// Who ruled.
  public let by: String
  /// When.
  public let at: Instant

  /// Whether it still speaks of the link: what was ruled of other days is to be looked at again (lateness, point 22).
  func speaks(of link: DelayChain.Link) -> Bool { isAbout(link) && days == link.days }

  /// Whether it was said of this link, whatever it cost then.
  func isAbout(_ link: DelayChain.Link) -> Bool { kind == link.kind && step == link.step }

  /// What was ruled of a delivery's links, the newest last.
  static func of(_ schedule: Identifier<Schedule>, in db: any Transaction) throws -> [DelayRuling] {
    try db.all(
      """
      SELECT r.kind, r.step, r.days, d.name, r.side, r.reason, u.name, r.entered_at FROM delay_rulings r
      LEFT JOIN departments d ON d.id = r.department_id JOIN users u ON u.id = r.entered_by
      WHERE r.schedule_id = \(schedule) ORDER BY r.id
      """
    ) { row in
      DelayRuling(
        kind: try row[0], step: try row[1], days: try row[2], department: try row[3], side: try row[4],
        reason: try row[5], by: try row[6], at: try row[7])
    }
  }
}

extension Writing {
  /// Confirms what is proposed of a link of a delay, or overrules it where a department or side is named.
  public func rule(
    _ part: DelayAccount.Part, of schedule: Schedule, department: Department? = nil, side: FaultSide? = nil,
    reason: String? = nil
  ) throws {
    let department = try department ?? part.department.map { try Department.named($0, in: db) }
    try db.run(
      """
      INSERT INTO delay_rulings
        (schedule_id, kind, step, days, department_id, side, reason, entered_at, entered_by)
      VALUES (\(schedule.id), \(part.link.kind), \(part.link.step), \(part.link.days), \(department?.id),
        \(side ?? part.side), \(reason), \(now), \(user.id))
      """)
  }
}
