/// A step of open work as the saved plan has it.
public struct PlanLine: Sendable {
  /// The production order's number.
  public let production: String
  /// The customer order's number.
  public let orderNo: String?
  /// The product's name.
  public let product: String
  /// The step.
  public let step: String
  /// The department.
  public let department: String?
  /// Where it is done.
  public let resource: String?
  /// The outside factory.
  public let maker: String?
  /// What is left to make.
  public let left: Quantity
  /// The first and the last day.
  public let start: Day?
  /// The last day.
  public let finish: Day?
  /// To the minute, where a plan was made.
  public let startAt: Instant?
  /// To the minute, where a plan was made.
  public let finishAt: Instant?
  /// Why it stands there.
  public let reason: PlanRun.Reason?
  /// What binds it.
  public let boundTo: String?
  /// The order's rank.
  public let priority: Priority
  /// The day the delivery is due.
  public let due: Day?

  /// The number of the open problem that says its material is missing; nil where nobody says so.
  public let shortage: String?
  /// How the goods are packed.
  public let packing: String?

  /// What it can be found by.
  public var names: [String] {
    [production, orderNo, product, step, department, resource].compactMap { $0 }
  }

  private init(_ row: any Row) throws {
    production = try row[0]
    orderNo = try row[1]
    product = try row[2]
    step = try row[3]
    department = try row[4]
    resource = try row[5]
    maker = try row[6]
    let ordered: Int64 = try row[7]
    left = Quantity(max(0, ordered - row.integer(8)), decimals: try row[9], unit: try row[10])
    start = try row[11]
    finish = try row[12]
    startAt = try row[13]
    finishAt = try row[14]
    reason = try row[15]
    boundTo = try row[16]
    priority = try row[17] ?? .normal
    due = try row[18]
    shortage = try row[19]
    packing = try row[20]
  }

  /// The steps of open production orders that are not done, by when they begin.
  public static func saved(in reading: Reading) throws -> [PlanLine] {
    try reading.db.all(
      """
      SELECT w.no, o.no, p.name, x.name, d.name, r.code, w.maker, w.qty, x.good_qty + x.scrap_qty, p.decimals,
        p.unit, x.plan_start_on, x.plan_finish_on, x.plan_start_at, x.plan_finish_at, x.bound_by, x.bound_to,
        o.priority, coalesce(s.due_on, w.due_on),
        (SELECT max(b.no) FROM problems b WHERE b.production_order_id = w.id AND b.kind = 'shortage'
          AND b.closed_at IS NULL AND (b.operation_id IS NULL OR b.operation_id = x.id)), w.packing
      FROM production_orders w JOIN operations x ON x.production_order_id = w.id
      JOIN products p ON p.id = w.product_id LEFT JOIN departments d ON d.id = x.department_id
      LEFT JOIN resources r ON r.id = x.resource_id LEFT JOIN schedules s ON s.id = w.schedule_id
      LEFT JOIN orders o ON o.id = s.order_id
      WHERE w.is_open = 1 AND x.finished_on IS NULL
      ORDER BY coalesce(x.plan_start_at, x.plan_start_on), w.no, x.seq
      """, PlanLine.init)
  }

  /// Those of the saved steps that are worked on in a period, by when they begin.
  public static func saved(in reading: Reading, during period: Period) throws -> [PlanLine] {
    try saved(in: reading).filter { line in
      guard let start = line.start else { return false }
      let finish = line.finish ?? start
      return (period.last.map { start <= $0 } ?? true) && (period.first.map { finish >= $0 } ?? true)
    }
  }
}
