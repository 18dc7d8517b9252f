/// A step of production on one day: what the plan wanted of it, what was done, how far it is (R-390).
public struct DayProgress: Sendable {
  /// The order's number; nil of production for stock.
  public let orderNo: String?
  /// The production order's number.
  public let production: String
  /// The customer's name.
  public let customer: String?
  /// The product's name.
  public let product: String
  /// The step; nil where production was reported as a whole.
  public let step: String?
  /// The department.
  public let department: String?
  /// What is to be made of it.
  public let quantity: Quantity
  /// Good pieces that were reported of the day.
  public let done: Quantity
  /// Good pieces up to the day's end.
  public let total: Quantity
  /// What the plan wants done by the day's end and was not before; nil where the plan says nothing of that day.
  public let planned: Quantity?
  /// The day the delivery is due.
  public let dueOn: Day?
  /// What is open of trouble with it, or was noted that day.
  public let remark: String?

  /// Whether less was done than was planned.
  public var isBehind: Bool { planned.map { done.smallest < $0.smallest } ?? false }

  /// The share that is done.
  public var share: Ratio? { Ratio(Int(min(total.smallest, quantity.smallest)), of: Int(quantity.smallest)) }

  /// The steps that the plan has on the day, or of which something was reported.
  public static func lines(on day: Day, in reading: Reading) throws -> [DayProgress] {
    let calendar = try reading.calendar()
    let remark: SQL =
      """
      coalesce((SELECT min(b.text) FROM problems b WHERE b.production_order_id = w.id AND b.closed_at IS NULL),
        (SELECT min(g.note) FROM progress g WHERE g.production_order_id = w.id AND g.happened_on = \(day)))
      """
    let head: SQL =
      "SELECT o.no, w.no, c.name, p.name, w.qty, p.decimals, p.unit, coalesce(s.due_on, w.due_on), \(remark)"
    let tables: SQL =
      """
      JOIN products p ON p.id = w.product_id LEFT JOIN schedules s ON s.id = w.schedule_id
      LEFT JOIN orders o ON o.id = s.order_id LEFT JOIN customers c ON c.id = o.customer_id
      """
    func sums(_ entries: SQL) -> SQL {
      """
      (SELECT CAST(coalesce(sum(g.good), 0) AS BIGINT) FROM progress g WHERE \(entries) AND g.happened_on = \(day)),
      (SELECT CAST(coalesce(sum(g.good), 0) AS BIGINT) FROM progress g WHERE \(entries) AND g.happened_on <= \(day))
      """
    }
    let steps = try reading.db.all(
      """
      \(head), \(sums("g.operation_id = x.id")), x.name, d.name, x.plan_start_on, x.plan_finish_on
      FROM operations x JOIN production_orders w ON w.id = x.production_order_id \(tables)
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE x.id IN (SELECT g.operation_id FROM progress g WHERE g.happened_on = \(day)
          UNION SELECT y.id FROM production_orders v JOIN operations y ON y.production_order_id = v.id
          WHERE v.is_open = 1 AND y.plan_start_on <= \(day) AND y.plan_finish_on >= \(day)
            AND (y.finished_on IS NULL OR y.finished_on >= \(day)))
        AND w.released_on <= \(day) AND (w.cancelled_on IS NULL OR w.cancelled_on > \(day))
      ORDER BY coalesce(s.due_on, w.due_on), w.no, x.seq
      """
    ) { row in
      try DayProgress(row, step: try row[11], try row[12], plan: (try row[13], try row[14]), day, calendar)
    }
    let wholes = try reading.db.all(
      """
      \(head), \(sums("g.production_order_id = w.id AND g.operation_id IS NULL"))
      FROM production_orders w \(tables)
      WHERE w.id IN (SELECT g.production_order_id FROM progress g
        WHERE g.happened_on = \(day) AND g.operation_id IS NULL)
      ORDER BY coalesce(s.due_on, w.due_on), w.no
      """
    ) { row in try DayProgress(row, step: nil, nil, plan: (nil, nil), day, calendar) }
    return steps + wholes
  }

  private init(
    _ row: any Row, step: String?, _ department: String?, plan: (start: Day?, finish: Day?), _ day: Day,
    _ calendar: WorkingCalendar
  ) throws {
    orderNo = try row[0]
    production = try row[1]
    customer = try row[2]
    product = try row[3]
    quantity = Quantity(try row[4], decimals: try row[5], unit: try row[6])
    dueOn = try row[7]
    remark = try row[8]
    done = quantity.with(try row[9])
    total = quantity.with(try row[10])
    self.step = step
    self.department = department
    planned =
      if let start = plan.start, let finish = plan.finish, start <= day, day <= finish {
        quantity.with(
          Self.wanted(quantity.smallest, from: start, to: finish, by: day, calendar)
            - min(total.smallest - done.smallest, quantity.smallest)
        ).orNone
      } else {
        nil
      }
  }

  /// What a plan of these days wants done by the end of one of them: as much on each working day.
  private static func wanted(
    _ quantity: Int64, from start: Day, to finish: Day, by day: Day, _ calendar: WorkingCalendar
  ) -> Int64 {
    let before = start.adding(days: -1)
    let whole = calendar.workingDays(from: before, to: finish)
    guard day < finish, whole > 0 else { return quantity }
    let part = calendar.workingDays(from: before, to: day)
    return Decimal.product(quantity, Int64(part), over: Int64(whole)) ?? quantity
  }
}

extension Quantity {
  /// Nothing where it is below nothing.
  fileprivate var orNone: Quantity { with(max(0, smallest)) }
}
