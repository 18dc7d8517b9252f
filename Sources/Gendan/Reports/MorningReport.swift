/// The morning summary: what is late and due, and what is new since the last one (R-392, R-398).
public struct MorningReport: Sendable {
  /// When the last marked summary was made, and what it covered.
  public let previous: MorningRun?
  /// The day from which it tells what happened.
  public let from: Day
  /// The day.
  public let day: DayReport
  /// Overdue now and not in the summary before.
  public let newlyOverdue: [OrderRow]
  /// Overdue now and then.
  public let stillOverdue: [OrderRow]
  /// The open orders of own shops, the earliest due first (R-017).
  public let stores: [OrderRow]
  /// Overdue orders by the department whose step they are held at.
  public let heldAt: [(department: String, count: Int)]
  /// Events since the last summary that overrode a gate.
  public let overrides: [Event]
  /// What became of orders as a whole; nil for a department, which has steps of them.
  public let business: Business?

  /// What became of orders since the last summary, and how many were in time.
  public struct Business: Sendable {
    /// Orders that left.
    public let shipped: Int
    /// Shipments that arrived.
    public let arrived: Int
    /// Orders taken.
    public let taken: Int
    /// This month so far, against the book's basis.
    public let onTime: OnTimeRate
    /// The basis of `onTime`.
    public let basis: Basis
  }

  /// Whether there is nothing to say.
  public var isQuiet: Bool {
    day.counts.overdue == 0 && day.counts.dueToday == 0 && day.tasks.isEmpty && overrides.isEmpty
      && day.risks.news.isEmpty && day.risks.recovered.isEmpty
      && business.map { $0.shipped == 0 && $0.arrived == 0 && $0.taken == 0 } ?? true
  }

  /// The numbers of the overdue orders, which the next summary compares with.
  public var overdueNumbers: [String] { day.overdue.map(\.no) }

  /// Reads the summary of a recipient after the previous one; `since` replaces the day to which that covered.
  public static func read(
    clerk: String? = nil, department: String? = nil, previous: MorningRun?, since: Day? = nil,
    in reading: Reading
  ) throws -> MorningReport {
    let day = try DayReport.read(
      clerk: clerk, department: department, since: previous?.ranAt, limit: nil, in: reading)
    let known = Set(previous?.overdue ?? [])
    let from = since ?? previous?.coversTo ?? reading.today.adding(days: -1)
    let isWhole = department == nil
    return MorningReport(
      previous: previous, from: from, day: day,
      newlyOverdue: day.overdue.filter { !known.contains($0.no) },
      stillOverdue: day.overdue.filter { known.contains($0.no) },
      stores: isWhole ? try stores(clerk: clerk, in: reading) : [], heldAt: departments(of: day.overdue),
      overrides: isWhole ? try overrides(since: previous?.ranAt, in: reading) : [],
      business: isWhole ? try business(from, clerk, reading) : nil)
  }

  private static func business(_ from: Day, _ clerk: String?, _ reading: Reading) throws -> Business {
    let settings = try reading.settings()
    var onTime = OnTimeReport(asOf: reading.today.adding(days: -1))
    onTime.basis = Basis(rawValue: settings[.otdBasis]) ?? .first
    onTime.grace = settings.number(.graceDays)
    onTime.period = Period(first: onTime.asOf.firstOfMonth, last: onTime.asOf)
    if let clerk { onTime.filter = .text(.clerk, [.equals(clerk)]) }
    return Business(
      shipped: try count(
        """
        shipments h JOIN shipment_lines l ON l.shipment_id = h.id
        JOIN schedules s ON s.id = l.schedule_id JOIN orders o ON o.id = s.order_id
        """, "o.id", "h.shipped_on", from, clerk, reading),
      arrived: try count(
        """
        arrivals a JOIN shipment_lines l ON l.id = a.shipment_line_id
        JOIN schedules s ON s.id = l.schedule_id JOIN orders o ON o.id = s.order_id
        """, "l.shipment_id", "a.arrived_on", from, clerk, reading),
      taken: try count("orders o", "o.id", "o.ordered_on", from, clerk, reading),
      onTime: try onTime.groups(in: reading).groups.first?.rate ?? OnTimeRate(), basis: onTime.basis)
  }

  private static func stores(clerk: String?, in reading: Reading) throws -> [OrderRow] {
    let shops = try reading.db.count("SELECT count(*) FROM customers WHERE type = \(CustomerType.store)")
    guard shops > 0 else { return [] }
    var list = OrderList(.now(reading.today))
    let mine = clerk.map { [OrderFilter.text(.clerk, [.equals($0)])] } ?? []
    list.filter = .all([.state(.open), .text(.type, [.equals(CustomerType.store.rawValue)])] + mine)
    return try list.rows(in: reading)
  }

  private static func departments(of rows: [OrderRow]) -> [(department: String, count: Int)] {
    var counts: [String: Int] = [:]
    for row in rows {
      if case .step(_, let department?, _) = row.stage { counts[department, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (department: $0.key, count: $0.value) }
  }

  /// Counts what happened from a day on and before today.
  private static func count(
    _ tables: SQL, _ what: SQL, _ day: SQL, _ from: Day, _ clerk: String?, _ reading: Reading
  ) throws -> Int {
    try reading.db.count(
      """
      SELECT count(DISTINCT \(what)) FROM \(tables)
      WHERE \(day) >= \(from) AND \(day) < \(reading.today)
        AND \(ReminderScope(day: reading.today, clerk: clerk).mine)
      """)
  }

  private static func overrides(since: Instant?, in reading: Reading) throws -> [Event] {
    guard let since else { return [] }
    return try reading.db.all(
      """
      SELECT \(Event.columns) FROM events WHERE at > \(since) AND overrides IS NOT NULL ORDER BY id
      """, Event.init)
  }
}

/// A summary that was made and marked as delivered.
public struct MorningRun: Sendable, Equatable {
  /// The day it covered to.
  public let coversTo: Day
  /// When it was made.
  public let ranAt: Instant
  /// The orders that were overdue in it.
  public let overdue: [String]
}

extension MorningRun {
  /// The newest summary of a recipient in a format, or the newest of those that covered to a day at most.
  public static func last(
    _ recipient: String, _ format: String, upTo day: Day? = nil, in db: any Transaction
  ) throws -> MorningRun? {
    let isEarly: SQL = day.map { "covers_to <= \($0)" } ?? "1 = 1"
    return try db.first(
      """
      SELECT covers_to, ran_at, overdue FROM morning_runs
      WHERE recipient = \(recipient) AND format = \(format) AND \(isEarly) ORDER BY ran_at DESC, covers_to DESC LIMIT 1
      """
    ) { row in
      let overdue: String = try row[2]
      return MorningRun(
        coversTo: try row[0], ranAt: try row[1],
        overdue: overdue.split(separator: "\n").map(String.init))
    }
  }

  /// Whether a summary was marked under this key.
  public static func isMarked(
    _ key: String, _ recipient: String, _ format: String, in db: any Transaction
  ) throws -> Bool {
    try db.count(
      """
      SELECT count(*) FROM morning_runs
      WHERE recipient = \(recipient) AND format = \(format) AND key = \(key)
      """) > 0
  }
}

extension MorningRun {
  /// Marks a summary as delivered, once for a key; the next one begins where it ended.
  public static func mark(
    _ key: String, _ recipient: String, _ format: String, overdue: [String], in reading: Reading
  ) throws {
    try reading.db.run(
      """
      INSERT INTO morning_runs (recipient, format, key, covers_to, ran_at, overdue)
      VALUES (\(recipient), \(format), \(key), \(reading.today), \(reading.now),
        \(overdue.joined(separator: "\n")))
      ON CONFLICT (recipient, format, key) DO UPDATE SET covers_to = excluded.covers_to,
        ran_at = excluded.ran_at, overdue = excluded.overdue
      """)
  }
}
