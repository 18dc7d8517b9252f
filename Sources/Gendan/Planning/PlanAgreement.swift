/// For how long people agree on a plan.
public enum PlanSpan: String, SQLConvertible, Sendable, CaseIterable {
  /// A week, from its Monday.
  case week
  /// A day.
  case day

  /// The days of the span in which a day lies.
  public func period(of day: Day) -> Period { self == .week ? .week(of: day) : .day(day) }

  /// The day for which people agree where they name none: this week while it is worked, the next working day.
  public func next(after today: Day, _ calendar: WorkingCalendar) -> Day {
    calendar.nextWorking(onOrAfter: self == .week ? today : today.adding(days: 1))
  }
}

/// That those who make and pack the goods agreed on the plan of a week or a day, and who took part.
public struct PlanAgreement: Sendable, Equatable {
  /// The week or the day.
  public let period: Period
  /// Those who took part, besides who wrote it down.
  public let attendees: [String]
  /// Anything else.
  public let note: String?
  /// When.
  public let at: Instant
  /// The name of who wrote it down.
  public let by: String
  /// Whether a plan that moves something was saved since.
  public let isOutdated: Bool

  /// The newest agreement on the span in which a day lies; nil where nobody agreed.
  public static func newest(_ span: PlanSpan, of day: Day, in reading: Reading) throws -> PlanAgreement? {
    let period = span.period(of: day)
    return try reading.db.first(
      """
      SELECT a.attendees, a.note, a.entered_at, u.name,
        (SELECT count(*) FROM plan_runs r WHERE r.moved > 0 AND r.planned_at > a.entered_at)
      FROM plan_agreements a JOIN users u ON u.id = a.entered_by
      WHERE a.span = \(span) AND a.from_on = \(period.first) ORDER BY a.id DESC LIMIT 1
      """
    ) {
      let names: String? = try $0[0]
      return PlanAgreement(
        period: period, attendees: names?.split(separator: "\n").map(String.init) ?? [], note: try $0[1],
        at: try $0[2], by: try $0[3], isOutdated: try $0[4] > 0)
    }
  }
}

extension Writing {
  /// Notes that the plan of the span in which a day lies is settled, and with whom; throws
  /// `.planOver` where its days are gone.
  public func settlePlan(
    _ span: PlanSpan, of day: Day, with attendees: [String] = [], note: String? = nil
  ) throws -> PlanAgreement {
    let period = span.period(of: day)
    guard let first = period.first, let last = period.last, last >= today else {
      throw BookError.planOver(period)
    }
    entry.subject = "plan"
    let names = attendees.isEmpty ? nil : attendees.joined(separator: "\n")
    try db.run(
      """
      INSERT INTO plan_agreements (span, from_on, attendees, note, entered_at, entered_by)
      VALUES (\(span), \(first), \(names), \(note), \(now), \(user.id))
      """)
    return PlanAgreement(
      period: period, attendees: attendees, note: note, at: now, by: user.name, isOutdated: false)
  }
}
