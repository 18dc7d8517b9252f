/// A list of production orders as of a day.
public struct ProductionList: Sendable {
  /// As of which day.
  public var asOf: Day
  /// Only those due in it.
  public var due = Period(first: nil, last: nil)
  /// Words, each somewhere in number, order, product code or product name.
  public var words: [String] = []
  /// Only the late ones.
  public var isLate = false
  /// Only those still to be made.
  public var isOpen = false
  /// Only those still to be made of which production has not said from when until when (R-158).
  public var isUnanswered = false

  /// All of them as of a day.
  public init(asOf: Day) { self.asOf = asOf }

  /// One of them as the list shows it.
  public struct Entry: Sendable {
    /// The production order.
    public let production: ProductionOrder
    /// The day it was finished, as far as it was known then.
    public let finishedOn: Day?
    /// Whether it was still to be made.
    public let isOpen: Bool
    /// From the due day to the finish, or to the list's day while it is open; nil without a due day,
    /// and where nothing of it will be finished.
    public let lateness: Lateness?
    /// What production had answered by then.
    public let commitment: Commitment?
    /// How often the workshop had been urged by then.
    public let urges: Int

    /// Whether it is late.
    public var isLate: Bool { lateness?.isLate ?? false }
  }

  /// The production orders that were released by the day, by due day and number.
  public func entries(in reading: Reading) throws -> [Entry] {
    var conditions: [SQL] = ["w.released_on <= \(asOf)"]
    conditions.append(due.condition(on: "w.due_on"))
    for word in words {
      let pattern = TextMatch.contains(word).pattern
      conditions.append(
        """
        (lower(w.no) LIKE \(pattern) OR lower(coalesce(o.no, '')) LIKE \(pattern)
          OR lower(p.code) LIKE \(pattern) OR lower(p.name) LIKE \(pattern))
        """)
    }
    let calendar = try reading.calendar()
    let midnight = Instant(seconds: (Int64(asOf.number) + 1) * 86_400 - Int64(reading.utcOffset))
    let productions = try reading.db.all(
      """
      \(ProductionOrder.query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY w.due_on NULLS LAST, w.id
      """, ProductionOrder.init)
    let commitments = try Commitment.newest(of: productions.map(\.id), before: midnight, in: reading.db)
    let urges = try Urge.counts(of: productions.map(\.id), before: midnight, in: reading.db)
    return productions.map {
      entry($0, calendar, commitments[$0.id], urges: urges[$0.id] ?? 0)
    }.filter { entry in
      (!isLate || entry.isLate) && (!isOpen || entry.isOpen)
        && (!isUnanswered || entry.isOpen && entry.commitment == nil)
    }
  }

  private func entry(
    _ production: ProductionOrder, _ calendar: WorkingCalendar, _ commitment: Commitment?, urges: Int
  ) -> Entry {
    let finishedOn = production.finishedOn.flatMap { $0 <= asOf ? $0 : nil }
    let isCancelled = production.cancelledOn.map { $0 <= asOf } ?? false
    let isOpen = finishedOn == nil && !isCancelled
    let due = isOpen || finishedOn != nil ? production.dueOn : nil
    let lateness = due.map {
      Lateness(completedOn: finishedOn, asOf: asOf, reference: $0, calendar: calendar)
    }
    return Entry(
      production: production, finishedOn: finishedOn, isOpen: isOpen, lateness: lateness,
      commitment: commitment, urges: urges)
  }
}

/// How the operations of one department, or of one name, kept to their plan.
public struct OperationFigures: Sendable {
  /// The department; empty where none is named.
  public let department: String
  /// How many operations were planned.
  public let count: Int
  /// Begun after the planned first day, or not begun though it is past.
  public let lateStart: Int
  /// Finished after the planned last day, or not finished though it is past.
  public let lateFinish: Int
  /// Not finished yet.
  public let open: Int

  /// The figures of every department as of a day, by name.
  public static func byDepartment(asOf: Day, in reading: Reading) throws -> [OperationFigures] {
    // What is still to be done counts to the day, as lateness does everywhere.
    let isRunning: SQL = """
      (x.finished_on IS NULL OR x.finished_on > \(asOf)) AND (w.finished_on IS NULL OR w.finished_on > \(asOf))
      """
    return try reading.db.all(
      """
      SELECT coalesce(d.name, ''), count(*),
        count(CASE WHEN x.started_on <= \(asOf) THEN CASE WHEN x.started_on > x.plan_start_on THEN 1 END
          WHEN \(isRunning) AND x.plan_start_on < \(asOf) THEN 1 END),
        count(CASE WHEN x.finished_on <= \(asOf) THEN CASE WHEN x.finished_on > x.plan_finish_on THEN 1 END
          WHEN \(isRunning) AND x.plan_finish_on < \(asOf) THEN 1 END),
        count(CASE WHEN x.finished_on IS NULL OR x.finished_on > \(asOf) THEN 1 END)
      FROM operations x JOIN production_orders w ON w.id = x.production_order_id
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE w.released_on <= \(asOf) AND (w.cancelled_on IS NULL OR w.cancelled_on > \(asOf))
      GROUP BY coalesce(d.name, '') ORDER BY 1
      """
    ) {
      OperationFigures(
        department: try $0[0], count: try $0[1], lateStart: try $0[2], lateFinish: try $0[3], open: try $0[4])
    }
  }
}
