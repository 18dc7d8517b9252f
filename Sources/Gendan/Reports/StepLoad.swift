/// What waits at a step, and what a day of it can do.
public struct StepLoad: Sendable {
  /// The step.
  public let step: String
  /// The department; empty where none is named.
  public let department: String
  /// Production orders of which it is not done.
  public fileprivate(set) var orders = 0
  /// Of them, those of which pieces lie before it.
  public fileprivate(set) var ordersWaiting = 0
  /// Pieces that lie before it; nil in different units.
  public var waiting: Quantity? { isMixed ? nil : lying }
  /// Pieces that are still to come to it; nil in different units.
  public var coming: Quantity? { isMixed ? nil : ahead }
  /// Minutes of work for all of them; nil where a standard time is missing.
  public fileprivate(set) var minutes: Int64? = 0
  /// Minutes that the resources that can do it work on a working day; nil where none is registered, or a supplier.
  public fileprivate(set) var capacity: Int64?
  private var lying: Quantity
  private var ahead: Quantity
  private var isMixed = false

  /// Working days of work, in tenths, rounded up; nil where time or capacity is not known.
  public var tenthsOfDays: Int64? {
    guard let minutes, let capacity, capacity > 0 else { return nil }
    return (minutes * 10 + capacity - 1) / capacity
  }

  fileprivate init(_ operation: Operation) {
    step = operation.step
    department = operation.department
    lying = operation.waiting.with(0)
    ahead = operation.waiting.with(0)
  }

  /// A step of open production that is not done.
  fileprivate struct Operation {
    let production: Int64
    let id: Int64
    let step: String
    let department: String
    let waiting: Quantity
    let coming: Int64
    let minutes: Int64?
  }

  /// The steps of open production, those with the most days of work first.
  public static func all(in reading: Reading) throws -> [StepLoad] {
    struct Key: Hashable {
      let step: String
      let department: String
    }
    var loads: [Key: StepLoad] = [:]
    var places: [Key: Set<Identifier<Resource>>] = [:]
    let resources = Dictionary(
      try Resource.all(in: reading.db).filter(\.isActive).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }
    )
    let able = try resourcesByOperation(reading.db)
    for operation in try operations(reading.db) {
      let key = Key(step: operation.step, department: operation.department)
      loads[key, default: StepLoad(operation)].add(operation)
      places[key, default: []].formUnion(able[operation.id] ?? [])
    }
    let site = try minutesPerDay(reading.settings()[.shifts])
    for (key, ids) in places {
      let able = ids.compactMap { resources[$0] }
      guard !able.isEmpty, !able.contains(where: \.isOutside) else { continue }
      loads[key]?.capacity = able.reduce(0) { sum, resource in
        let day = resource.shifts.map(minutesPerDay) ?? site
        return sum + day * Int64(resource.places) * Int64(resource.efficiency) / 10000
      }
    }
    return loads.values.sorted {
      ($1.tenthsOfDays ?? -1, $1.orders, $0.step) < ($0.tenthsOfDays ?? -1, $0.orders, $1.step)
    }
  }

  private mutating func add(_ operation: Operation) {
    orders += 1
    if operation.waiting.smallest > 0 { ordersWaiting += 1 }
    isMixed = isMixed || lying.unit != operation.waiting.unit || lying.decimals != operation.waiting.decimals
    lying.smallest += operation.waiting.smallest
    ahead.smallest += operation.coming
    minutes = minutes.flatMap { sum in operation.minutes.map { sum + $0 } }
  }

  private static func minutesPerDay(_ shifts: String) -> Int64 {
    (WorkingHours.spans(shifts) ?? []).reduce(0) { $0 + Int64($1.count) }
  }

  private static func resourcesByOperation(_ db: any Transaction) throws -> [Int64: [Identifier<Resource>]] {
    var able: [Int64: [Identifier<Resource>]] = [:]
    try db.each(
      """
      SELECT x.id, r.resource_id FROM production_orders w JOIN operations x ON x.production_order_id = w.id
      JOIN operation_resources r ON r.operation_id = x.id WHERE w.is_open = 1 AND x.finished_on IS NULL
      """
    ) { able[try $0[0], default: []].append(try $0[1]) }
    return able
  }

  /// What a step has passed on lies before the next one.
  private static func operations(_ db: any Transaction) throws -> [Operation] {
    var operations: [Operation] = []
    var before: (production: Int64, passed: Int64)?
    try db.each(
      """
      SELECT w.id, x.id, x.name, coalesce(d.name, ''), w.qty, p.decimals, p.unit, x.good_qty, x.scrap_qty, x.minutes,
        x.setup, CASE WHEN x.started_on IS NULL THEN 0 ELSE 1 END, CASE WHEN x.finished_on IS NULL THEN 0 ELSE 1 END
      FROM production_orders w JOIN operations x ON x.production_order_id = w.id JOIN products p ON p.id = w.product_id
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE w.is_open = 1 ORDER BY w.id, x.seq
      """
    ) { row in
      let production: Int64 = try row[0]
      let ordered = row.integer(4)
      let reached = before.flatMap { $0.production == production ? $0.passed : nil } ?? ordered
      let done = row.integer(7) + row.integer(8)
      before = (production, row.integer(7))
      guard row.integer(12) == 0 else { return }
      let waiting = max(0, min(reached, ordered) - done)
      let left = max(waiting, ordered - done)
      let minutes: Int64? = try row[9]
      let units = Decimal.scale(try row[5])
      operations.append(
        Operation(
          production: production, id: try row[1], step: try row[2], department: try row[3],
          waiting: Quantity(waiting, decimals: try row[5], unit: try row[6]), coming: left - waiting,
          minutes: minutes.flatMap { Decimal.product(left, $0, over: units * 100) }
            .map { $0 + (row.integer(11) == 0 ? row.integer(10) : 0) }))
    }
    return operations
  }
}
