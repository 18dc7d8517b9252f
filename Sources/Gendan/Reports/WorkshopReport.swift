/// How each workshop kept to its days, its quality and its quantity (R-191).
public struct WorkshopReport: Sendable {
  /// The days on which steps were to be finished, and on which progress was reported.
  public var period = Period(first: nil, last: nil)
  /// Whether figures are given by month.
  public var isByMonth = false

  /// All workshops of all times.
  public init() {}

  /// The figures of one workshop, of all times or of a month.
  public struct Figures: Sendable {
    /// The first day of the month; nil for the whole period.
    public let month: Day?
    /// The department; empty where none is named.
    public let department: String
    /// Of the steps that were to be finished, by the plan at release: those that were by then.
    public fileprivate(set) var onTime = OnTimeRate()
    /// Of those that are finished: the ones that passed on all that reached them. What still runs is left out.
    public fileprivate(set) var inFull = OnTimeRate()
    /// Good pieces that were reported, in the smallest unit.
    public fileprivate(set) var good: Int64 = 0
    /// Good, scrapped and reworked pieces.
    public fileprivate(set) var reported: Int64 = 0
    /// The units of what was reported, with their decimals: pieces of different units are never added up.
    fileprivate var units: Set<Unit> = []

    /// What passed at once; nil where nothing was reported, or in different units.
    public var passed: Ratio? { units.count == 1 ? Ratio(Int(good), of: Int(reported)) : nil }
    /// What was reported; nil where nothing was, or in different units.
    public var quantity: Quantity? {
      guard units.count == 1, let unit = units.first else { return nil }
      return Quantity(reported, decimals: unit.decimals, unit: unit.name)
    }
  }

  fileprivate struct Unit: Hashable, Sendable {
    let name: String
    let decimals: Int
  }

  private struct Key: Hashable, Comparable {
    let month: Day?
    let department: String
    static func < (a: Key, b: Key) -> Bool {
      (a.month?.number ?? 0, a.department) < (b.month?.number ?? 0, b.department)
    }
  }

  /// The figures as of today, by month and department.
  public func figures(in reading: Reading) throws -> [Figures] {
    var figures: [Key: Figures] = [:]
    func count(_ day: Day, _ department: String, _ body: (inout Figures) -> Void) {
      let key = Key(month: isByMonth ? day.firstOfMonth : nil, department: department)
      body(&figures[key, default: Figures(month: key.month, department: department)])
    }
    try steps(in: reading) { department, due, finishedOn, isWhole in
      count(due, department) {
        $0.onTime.count(isOnTime: finishedOn.map { $0 <= due } ?? false, isDelivered: finishedOn != nil)
        if finishedOn != nil { $0.inFull.count(isOnTime: isWhole, isDelivered: true) }
      }
    }
    try reports(in: reading) { department, day, good, reported, unit in
      count(day, department) {
        $0.good += good
        $0.reported += reported
        $0.units.insert(unit)
      }
    }
    return figures.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Each step that was to be finished by today: its department, that day, the day it was, and whether it passed
  /// on all that reached it. A production order that was cancelled before is not counted.
  private func steps(in reading: Reading, _ body: (String, Day, Day?, Bool) -> Void) throws {
    let due: SQL = "coalesce(x.base_finish_on, x.plan_finish_on)"
    try reading.db.each(
      """
      SELECT coalesce(d.name, ''), \(due), x.finished_on, x.good_qty, coalesce((
          SELECT y.good_qty FROM operations y WHERE y.production_order_id = x.production_order_id
            AND y.seq < x.seq ORDER BY y.seq DESC LIMIT 1), w.qty), w.qty
      FROM operations x JOIN production_orders w ON w.id = x.production_order_id
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE \(period.condition(on: due)) AND \(due) <= \(reading.today)
        AND (w.cancelled_on IS NULL OR w.cancelled_on > \(due))
      """
    ) { row in
      let reached = min(row.integer(4), row.integer(5))
      body(try row[0], try row[1], try row[2], row.integer(3) >= reached)
    }
  }

  /// What was reported: the department, the day, good pieces, good with scrapped and reworked ones, and the unit.
  private func reports(in reading: Reading, _ body: (String, Day, Int64, Int64, Unit) -> Void) throws {
    try reading.db.each(
      """
      SELECT coalesce(d.name, ''), g.happened_on, CAST(sum(g.good) AS BIGINT),
        CAST(sum(g.good + g.scrap + g.rework) AS BIGINT), p.unit, p.decimals
      FROM progress g JOIN operations x ON x.id = g.operation_id
      JOIN production_orders w ON w.id = x.production_order_id JOIN products p ON p.id = w.product_id
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE \(period.condition(on: "g.happened_on")) AND g.happened_on <= \(reading.today)
      GROUP BY coalesce(d.name, ''), g.happened_on, p.unit, p.decimals
      """
    ) { row in
      body(
        try row[0], try row[1], row.integer(2), row.integer(3),
        Unit(name: row.text(4), decimals: Int(row.integer(5))))
    }
  }
}
