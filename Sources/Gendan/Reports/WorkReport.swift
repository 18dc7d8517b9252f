/// What somebody, or everybody, did in a period, what is open, and what the next one asks for: a mail to a superior
///
public struct WorkReport: Sendable {
  /// What came, left and was paid, by currency.
  public let turnover: [Turnover.Line]
  /// Promises that were moved.
  public let slips: [Slip]
  /// Open orders, late ones among them.
  public let counts: DayReport.Counts
  /// The orders that are late.
  public let overdue: [OrderRow]
  /// Problems that are open.
  public let problems: [Problem]
  /// Problems of the period that are settled.
  public let settled: Int
  /// What is still due in the period, from today on.
  public let rest: [OrderRow]
  /// What is due in the period that follows, of the same length.
  public let next: [OrderRow]
  /// That period.
  public let nextPeriod: Period

  /// Reads the report of a period that has two ends, for one person or for everybody.
  public static func read(_ period: Period, user: User?, in reading: Reading) throws -> WorkReport {
    let (first, last) = (period.first ?? reading.today, period.last ?? reading.today)
    let nextPeriod = Period(first: last.adding(days: 1), last: last.adding(days: 1 + (last - first)))
    let mine = user.map { OrderFilter.text(.clerk, [.equals($0.login)]) } ?? .all([])
    func list(_ filter: OrderFilter) throws -> [OrderRow] {
      var list = OrderList(.now(reading.today))
      list.filter = .all([filter, mine])
      return try list.rows(in: reading)
    }
    func owed(_ period: Period) throws -> [OrderRow] {
      try list(.all([.owed, .days(.due, from: period.first, to: period.last)]))
    }
    // Of a period that is over, what was left is late by now; of one to come, nothing comes before it.
    let today = reading.today
    let rest = today > last ? [] : try owed(Period(first: max(first, today), last: last))
    var filter = ProblemFilter()
    filter.isOpen = true
    let open = try Problem.list(filter, in: reading)
    filter.isOpen = false
    filter.opened = period
    let settled = try Problem.list(filter, in: reading).filter { !$0.isOpen }
    let orders = try user.map { user in
      Set(
        try reading.db.all("SELECT no FROM orders WHERE clerk_id = \(user.id) AND closed_on IS NULL") {
          try $0[0] as String
        })
    }
    func isMine(_ problem: Problem) -> Bool {
      orders.map { orders in problem.orderNo.map(orders.contains) ?? false } ?? true
    }
    return WorkReport(
      turnover: try Turnover(period, of: user).lines(in: reading),
      slips: try Slip.made(in: period, of: user, reading),
      counts: try DayReport.counts(mine, in: reading), overdue: try list(.state(.overdue)),
      problems: open.filter(isMine), settled: settled.filter(isMine).count,
      rest: rest,
      next: try owed(nextPeriod), nextPeriod: nextPeriod)
  }
}
