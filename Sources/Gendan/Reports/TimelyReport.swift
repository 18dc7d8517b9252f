/// The three things that are timely when a customer orders: the order is answered, finance is told of the
/// remittance, and the approved order is passed on (R-057, R-054, R-072).
public struct TimelyReport: Sendable {
  /// The days on which the orders came.
  public var period = Period(first: nil, last: nil)
  /// Only the orders of the clerk with this login.
  public var clerk: String?
  /// Whether figures are given by the month in which the orders came.
  public var isByMonth = false
  /// Whether figures are given by clerk.
  public var isByClerk = false

  /// All orders in one.
  public init() {}

  /// The figures of one step for some orders.
  public struct Figures: Sendable {
    /// The first day of the month in which the orders came; nil for every month.
    public let month: Day?
    /// The clerk's name; nil for all.
    public let clerk: String?
    /// Which step.
    public let step: TimelyStep
    /// How many were in time.
    public internal(set) var rate = TimelyRate()
  }

  /// The orders of the period of which at least one clock runs or ran, by number.
  public func orders(in reading: Reading) throws -> [TimelyOrder] {
    let mine = ReminderScope(day: reading.today, clerk: clerk).mine
    var reader = try Reader(reading, orders: "\(mine) AND (\(came(reading)))")
    try reader.readOrders()
    try reader.readRemittances()
    try reader.readHandovers()
    return reader.orders.filter { !$0.clocks.isEmpty }
  }

  /// The condition that o came in the period: at the moment it was received, or on its own day where nobody
  /// knows the moment.
  private func came(_ reading: Reading) -> SQL {
    func midnight(_ day: Day?) -> Instant? {
      day.flatMap { Instant($0, hour: 0, minute: 0, utcOffset: reading.utcOffset) }
    }
    var received: SQL = "o.received_at IS NOT NULL"
    if let first = midnight(period.first) { received = "\(received) AND o.received_at >= \(first)" }
    if let end = midnight(period.last?.adding(days: 1)) {
      received = "\(received) AND o.received_at < \(end)"
    }
    return "\(received) OR o.received_at IS NULL AND \(period.condition(on: "o.ordered_on"))"
  }

  /// The figures of each step, by month and clerk where those are asked for.
  public func figures(of orders: [TimelyOrder], at now: Instant) -> [Figures] {
    struct Group: Hashable, Comparable {
      let month: Day?
      let clerk: String?
      static func < (a: Group, b: Group) -> Bool {
        (a.month?.number ?? 0, a.clerk ?? "") < (b.month?.number ?? 0, b.clerk ?? "")
      }
    }
    let groups = Dictionary(grouping: orders) { order in
      Group(
        month: isByMonth ? order.cameOn.firstOfMonth : nil,
        clerk: isByClerk ? order.clerkName ?? order.clerk ?? "" : nil)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { group, orders in
      TimelyStep.allCases.map { step in
        var figures = Figures(month: group.month, clerk: group.clerk, step: step)
        for clock in orders.flatMap(\.clocks) where clock.step == step {
          figures.rate.count(clock, at: now)
        }
        return figures
      }
    }
  }
}

/// What is timely when a customer orders.
public enum TimelyStep: String, Sendable, CaseIterable {
  /// The order is answered within the settled hours after it came.
  case answered
  /// Finance is told of a remittance on the working day on which the customer tells of it.
  case told
  /// The order is passed on the working day on which it may be: signed, and paid where it is paid ahead.
  case passed
}

/// A clock of one order: from when it runs, until when it may, and when it stopped.
public struct TimelyClock: Sendable, Equatable {
  /// Of which step.
  public let step: TimelyStep
  /// When it began.
  public let start: Instant
  /// When it is late.
  public let due: Instant
  /// When it stopped; nil while it runs.
  public let end: Instant?

  /// Minutes that it ran, or has run until now.
  public func minutes(at now: Instant) -> Int64 { max(0, ((end ?? now) - start) / 60) }
  /// Whether it ran, or has run until now, beyond its end.
  public func isLate(at now: Instant) -> Bool { (end ?? now) > due }
  /// By how many minutes, begun ones counted whole; 0 in time.
  public func minutesLate(at now: Instant) -> Int64 { max(0, ((end ?? now) - due + 59) / 60) }
}

/// The clocks of one order.
public struct TimelyOrder: Sendable, Equatable {
  /// The order's key.
  public let order: Identifier<Order>
  /// Its number.
  public let no: String
  /// The customer's name.
  public let customer: String
  /// The clerk's login.
  public let clerk: String?
  /// The clerk's name.
  public let clerkName: String?
  /// The day it came.
  public let cameOn: Day
  /// Its clocks; one a remittance.
  public internal(set) var clocks: [TimelyClock] = []

  /// The slowest clock of a step, the late ones first; nil where the step has none.
  public func clock(_ step: TimelyStep, at now: Instant) -> TimelyClock? {
    clocks.filter { $0.step == step }.max {
      ($0.minutesLate(at: now), $0.minutes(at: now)) < ($1.minutesLate(at: now), $1.minutes(at: now))
    }
  }

  /// Whether one of its clocks is late.
  public func isLate(at now: Instant) -> Bool { clocks.contains { $0.isLate(at: now) } }
}

/// How many clocks stopped in time, and how long they ran.
public struct TimelyRate: Sendable, Equatable {
  /// Stopped in time.
  public private(set) var inTime = 0
  /// Stopped late, or still running though it is late.
  public private(set) var late = 0
  /// Running, and not late yet.
  public private(set) var open = 0
  /// Minutes of those that count: all but the open ones.
  public private(set) var minutes: Int64 = 0

  /// Those that count.
  public var counted: Int { inTime + late }
  /// The share in time; nil where none counts.
  public var rate: Ratio? { Ratio(inTime, of: counted) }
  /// Fewer than five give counts, no percentage.
  public var isTooFew: Bool { counted < 5 }
  /// The mean of the minutes of those that count, rounded down; nil where none does.
  public var meanMinutes: Int64? { counted > 0 ? minutes / Int64(counted) : nil }

  /// Nothing counted yet.
  public init() {}

  /// Counts one clock.
  mutating func count(_ clock: TimelyClock, at now: Instant) {
    if clock.isLate(at: now) {
      late += 1
    } else if clock.end == nil {
      open += 1
      return
    } else {
      inTime += 1
    }
    minutes += clock.minutes(at: now)
  }
}

extension TimelyReport {
  /// Reads orders and their clocks.
  private struct Reader {
    let reading: Reading
    let hours: WorkingHours
    /// Which orders, as a condition on o.
    let isAsked: SQL
    var orders: [TimelyOrder] = []
    private var places: [Identifier<Order>: Int] = [:]

    init(_ reading: Reading, orders condition: SQL) throws {
      self.reading = reading
      hours = try reading.workingHours()
      isAsked = condition
    }

    /// The orders, and the clock of their answers.
    mutating func readOrders() throws {
      let limit = Int64(try reading.settings().number(.replyHours)) * 3600
      try reading.db.each(
        """
        SELECT o.id, o.no, c.name, u.login, \(NamedRegister.users.name("u")), o.ordered_on, o.received_at,
          (SELECT min(r.replied_at) FROM replies r WHERE r.order_id = o.id)
        FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN users u ON u.id = o.clerk_id
        WHERE \(isAsked) ORDER BY o.no
        """
      ) { row in
        let received: Instant? = try row[6]
        let day = try received?.day(utcOffset: reading.utcOffset) ?? row[5]
        var order = TimelyOrder(
          order: try row[0], no: try row[1], customer: try row[2], clerk: try row[3],
          clerkName: try row[4], cameOn: day)
        if let received {
          order.clocks.append(
            TimelyClock(
              step: .answered, start: received, due: received.adding(seconds: limit), end: try row[7]))
        }
        places[order.order] = orders.count
        orders.append(order)
      }
    }

    /// The customer tells of a remittance on a day; the clock begins with that day's working hours.
    mutating func readRemittances() throws {
      try reading.db.each(
        """
        SELECT p.order_id, p.happened_on, p.entered_at FROM payments p JOIN orders o ON o.id = p.order_id
        WHERE p.voided_on IS NULL AND p.amount > 0 AND (\(isAsked)) ORDER BY p.id
        """
      ) { row in
        guard let place = places[try row[0]],
          let midnight = Instant(try row[1], hour: 0, minute: 0, utcOffset: reading.utcOffset)
        else { return }
        let entered: Instant = try row[2]
        let start = min(entered, hours.instant(0, after: midnight))
        orders[place].clocks.append(try sameDay(.told, start, until: entered))
      }
    }

    /// What was signed, and paid where the terms ask for it ahead, is passed on.
    mutating func readHandovers() throws {
      let remitted = try Remittance.moments(where: "\(Self.isPaid) AND (\(isAsked))", in: reading.db)
      let passed = try Handover.moments(where: isAsked, in: reading.db)
      // Where orders are signed, money alone does not let one pass.
      var ready = try reading.settings().isInForce(.releaseApproved) ? [:] : remitted
      try reading.db.each(
        """
        SELECT a.subject_id, min(a.entered_at), max(o.terms) FROM approvals a
        JOIN orders o ON o.id = a.subject_id
        WHERE a.subject = 'order' AND a.act = 'approve' AND (\(isAsked))
        GROUP BY a.subject_id
        """
      ) { row in
        let order: Identifier<Order> = try row[0]
        let approved: Instant = try row[1]
        guard PaymentTerms(try row[2])?.isPaidAhead ?? false else {
          ready[order] = approved
          return
        }
        ready[order] = remitted[order].map { max($0, approved) }
      }
      for place in orders.indices {
        guard let start = ready[orders[place].order] else { continue }
        // What was passed on before it might be was not late.
        let end = passed[orders[place].order].map { max($0, start) }
        orders[place].clocks.append(try sameDay(.passed, start, until: end))
      }
    }

    private static let isPaid: SQL = "EXISTS (SELECT 1 FROM payments q WHERE q.order_id = o.id)"

    /// A clock that may run until the end of its working day.
    private func sameDay(_ step: TimelyStep, _ start: Instant, until end: Instant?) throws -> TimelyClock {
      let day = try reading.calendar().nextWorking(onOrAfter: start.day(utcOffset: reading.utcOffset))
      let due = Instant(day.adding(days: 1), hour: 0, minute: 0, utcOffset: reading.utcOffset) ?? start
      return TimelyClock(step: step, start: start, due: due, end: end)
    }
  }
}
