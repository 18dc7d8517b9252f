/// What the workshop planned and did, as forecasts are told from it. Days are counted as the site's working days,
/// so that a weekend between two steps is not taken for slowness.
struct WorkshopRecord {
  /// How many of the production orders that were finished last speak for the shop: what a forecast costs
  /// follows the open work, not the history.
  static let recent = 3_000

  /// Each production order, with its key.
  private(set) var orders: [(id: Identifier<ProductionOrder>, order: Forecast.Order)] = []
  private let calendar: WorkingCalendar

  /// The open production orders and those finished last; of all times where `isWhole`.
  init(isWhole: Bool = false, in reading: Reading) throws {
    calendar = try reading.calendar()
    let query: SQL =
      """
      SELECT w.id, p.code, coalesce(w.start_on, w.released_on) AS start_on, w.due_on, w.finished_on
      FROM production_orders w JOIN products p ON p.id = w.product_id
      """
    let finished: SQL = "w.finished_on IS NOT NULL AND w.cancelled_on IS NULL"
    let limit: SQL = isWhole ? "ORDER BY w.id" : "ORDER BY w.finished_on DESC, w.id DESC LIMIT \(Self.recent)"
    var heads: [Head] = []
    try reading.db.each("\(query) WHERE w.is_open = 1 ORDER BY w.id") { heads.append(try Head($0)) }
    try reading.db.each("\(query) WHERE \(finished) \(limit)") { heads.append(try Head($0)) }
    for part in heads.bindable {
      var steps = try Self.steps(of: part.map(\.id), in: reading.db)
      for head in part { add(head, steps.removeValue(forKey: head.id) ?? []) }
    }
  }

  /// The days of a plan count from its baseline: one that was moved after the fact would forget its slip.
  private struct Head {
    let id: Identifier<ProductionOrder>
    let product: String
    let start: Day
    let due: Day?
    let finish: Day?

    init(_ row: any Row) throws {
      id = try row[0]
      product = try row[1]
      start = try row[2]
      due = try row[3]
      finish = try row[4]
    }
  }

  private struct Step {
    let resource: String
    let planStart: Day?
    let planFinish: Day?
    let start: Day?
    let finish: Day?
  }

  private static func steps(
    of productions: [Identifier<ProductionOrder>], in db: any Transaction
  ) throws -> [Identifier<ProductionOrder>: [Step]] {
    var steps: [Identifier<ProductionOrder>: [Step]] = [:]
    try db.each(
      """
      SELECT x.production_order_id, coalesce(r.code, d.name, x.name), x.base_start_on, x.base_finish_on,
        x.started_on, x.finished_on
      FROM operations x LEFT JOIN departments d ON d.id = x.department_id
      LEFT JOIN resources r ON r.id = x.resource_id
      WHERE x.production_order_id IN \(list: productions) ORDER BY x.production_order_id, x.seq
      """
    ) {
      steps[try $0[0], default: []].append(
        Step(
          resource: try $0[1], planStart: try $0[2], planFinish: try $0[3], start: try $0[4],
          finish: try $0[5]))
    }
    return steps
  }

  private mutating func add(_ head: Head, _ steps: [Step]) {
    let planned = steps.compactMap(\.planFinish).max() ?? head.due ?? head.start
    let start = min(steps.compactMap(\.planStart).min() ?? head.start, planned)
    let operations = steps.map { step in
      Forecast.Operation(
        resource: step.resource, plannedStart: calendar.count(of: step.planStart ?? start),
        plannedFinish: calendar.count(of: step.planFinish ?? planned),
        start: (step.start ?? step.finish).map(calendar.count(of:)),
        finish: step.finish.map(calendar.count(of:)))
    }
    orders.append(
      (
        head.id,
        Forecast.Order(
          product: head.product, plannedStart: calendar.count(of: start),
          plannedFinish: calendar.count(of: planned),
          finish: head.finish.map(calendar.count(of:)), operations: operations)
      ))
  }
}
