/// What was done with a report of a period: a month's summary on its way to the archive (R-395), a day's progress
/// that the leader reviewed (R-390).
public struct ReportMark: Sendable, Equatable {
  /// Which reports are marked.
  public enum Kind: String, SQLConvertible, Sendable {
    /// The month's cumulative sales.
    case monthly
    /// The day's progress and completion.
    case progress
  }

  /// What is done with a report, one after the other.
  public enum Act: String, SQLConvertible, Sendable, CaseIterable, Comparable {
    /// It was made.
    case made
    /// It went to finance.
    case submitted
    /// Finance audited it.
    case audited
    /// It is in the archive.
    case archived
    /// The department's leader has seen it.
    case reviewed

    /// Where it stands in the order.
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    /// By what comes first.
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    /// What must have been done before; nil where nothing must.
    var needs: Act? {
      switch self {
      case .audited: .submitted
      case .archived: .audited
      case .made, .submitted, .reviewed: nil
      }
    }

    /// Who may.
    public var right: Right { self == .audited ? .confirmMoney : self == .reviewed ? .supervise : .follow }
  }

  /// What was done.
  public let act: Act
  /// By whom.
  public let by: String
  /// When.
  public let at: Instant
  /// What the report said then.
  public let figures: String?
  /// What was noted.
  public let note: String?

  /// The marks of a report of a period, the oldest first.
  public static func of(_ kind: Kind, _ period: Period, in db: any Transaction) throws -> [ReportMark] {
    try db.all(
      """
      SELECT m.act, u.name, m.entered_at, m.figures, m.note FROM report_marks m JOIN users u ON u.id = m.entered_by
      WHERE m.report = \(kind) AND m.from_on = \(period.first) ORDER BY m.id
      """
    ) { row in
      ReportMark(
        act: try row[0], by: try row[1], at: try row[2], figures: try row[3], note: try row[4])
    }
  }
}

extension Writing {
  /// Notes what was done with a report of a period that has come. Acts follow each other: what is done already, or
  /// what something is missing for, is refused.
  public func mark(
    _ kind: ReportMark.Kind, _ period: Period, _ act: ReportMark.Act, figures: String? = nil,
    note: String? = nil
  ) throws {
    guard let first = period.first else { return }
    let name = kind == .monthly ? String(first.description.prefix(7)) : first.description
    entry.subject = name
    guard first <= today else { throw BookError.reportAhead(name) }
    let marks = try ReportMark.of(kind, period, in: db)
    if let last = marks.last, kind == .monthly, last.act >= act {
      throw BookError.reportMarked(name, last.act, by: last.by)
    }
    if let needs = act.needs, !marks.contains(where: { $0.act == needs }) {
      throw BookError.reportUnready(name, act, needs: needs)
    }
    try db.run(
      """
      INSERT INTO report_marks (report, from_on, act, figures, note, entered_at, entered_by)
      VALUES (\(kind), \(first), \(act), \(figures), \(note), \(now), \(user.id))
      """)
  }
}

extension Reminder {
  /// Last month's summary has not gone to finance: counted down from the first of the month, late once the settled
  /// days are over (R-395). Only a book that keeps such summaries, or checks and signs, is pressed.
  static let monthlyUnsubmitted = Reminder(.monthlyUnsubmitted) { scope, reading in
    guard scope.department == nil else { return [] }
    let month = Period.month(of: scope.day.firstOfMonth.adding(days: -1))
    guard let first = month.first, let last = month.last else { return [] }
    let isKept = try reading.db.count("SELECT count(*) FROM report_marks WHERE report = 'monthly'") > 0
    guard try isKept || reading.settings().flow != .simple,
      try !ReportMark.of(.monthly, month, in: reading.db).contains(where: { $0.act >= .submitted }),
      try reading.db.count(
        """
        SELECT count(*) FROM (SELECT 1 FROM orders WHERE \(month.condition(on: "ordered_on")) LIMIT 1) o
        """)
        + reading.db.count(
          """
          SELECT count(*) FROM (SELECT 1 FROM shipments WHERE \(month.condition(on: "shipped_on")) LIMIT 1) h
          """) > 0,
      let due = Instant(
        last.adding(days: 1 + (try reading.clock(.monthlyUnsubmitted))), hour: 0, minute: 0,
        utcOffset: reading.utcOffset)
    else { return [] }
    return [
      Task(
        .monthlyUnsubmitted, no: String(first.description.prefix(7)), customer: "", about: [], text: "",
        dueAt: due,
        reading)
    ]
  }
}
