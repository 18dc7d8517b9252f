/// What a day asks for: overdue, due today, and what people are reminded of.
public struct DayReport: Sendable {
  /// The counts of a day, in orders.
  public struct Counts: Sendable, Equatable {
    /// Not closed, not cancelled.
    public var open = 0
    /// Owed, and due before the day.
    public var overdue = 0
    /// Due on the day.
    public var dueToday = 0
    /// Due after the day and by its week's end.
    public var dueThisWeek = 0
  }
  /// The day.
  public let day: Day
  /// How many.
  public let counts: Counts
  /// The most overdue first.
  public let overdue: [OrderRow]
  /// Due on the day.
  public let dueToday: [OrderRow]
  /// Not late yet, and expected to be.
  public let risks: RiskList
  /// What people are reminded of.
  public let tasks: [Task]

  /// Reads a day for one clerk or for everybody, with at most `limit` orders a section; what is new is told from
  /// a moment on.
  public static func read(
    clerk: String? = nil, department: String? = nil, since: Instant? = nil, limit: Int?, in reading: Reading
  ) throws -> DayReport {
    let day = reading.today
    var filters: [OrderFilter] = []
    if let clerk { filters.append(.text(.clerk, [.equals(clerk)])) }
    if let department { filters.append(.text(.dept, [.equals(department)])) }
    func list(_ state: StateWord) throws -> [OrderRow] {
      var list = OrderList(.now(day))
      list.filter = .all([.state(state)] + filters)
      list.limit = limit
      return try list.rows(in: reading)
    }
    return DayReport(
      day: day, counts: try counts(.all(filters), in: reading), overdue: try list(.overdue),
      dueToday: try list(.today), risks: try RiskList.read(.all(filters), since: since, in: reading),
      tasks: try Reminder.tasks(
        ReminderScope(day: day, clerk: clerk, department: department), in: reading))
  }

  /// Counts the orders of a day.
  public static func counts(_ filter: OrderFilter, in reading: Reading) throws -> Counts {
    let day = reading.today
    let sunday = day.adding(days: 7 - day.weekday.rawValue)
    // Without a filter the figures come from the open rows alone, whose index is small.
    let tables: SQL = filter == .all([]) ? "FROM schedules s" : OrderList.tables
    let condition = filter.condition(.now(day), me: reading.actor.login)
    var counts = Counts()
    try reading.db.each(
      """
      SELECT count(DISTINCT CASE WHEN s.due_on < \(day) THEN s.order_id END),
        count(DISTINCT CASE WHEN s.due_on = \(day) THEN s.order_id END),
        count(DISTINCT CASE WHEN s.due_on > \(day) THEN s.order_id END)
      \(tables) WHERE s.is_open = 1 AND s.due_on <= \(sunday) AND \(condition)
      """
    ) { row in
      counts.overdue = try row[0]
      counts.dueToday = try row[1]
      counts.dueThisWeek = try row[2]
    }
    counts.open = try openOrders(filter, in: reading)
    return counts
  }

  private static func openOrders(_ filter: OrderFilter, in reading: Reading) throws -> Int {
    guard filter != .all([]) else {
      return try reading.db.count(
        "SELECT count(*) FROM orders WHERE closed_on IS NULL AND cancelled = 0")
    }
    var list = OrderList(.now(reading.today))
    list.filter = .all([.state(.open), filter])
    return try list.count(in: reading).orders
  }
}
