/// An open production order as a plan asks of it.
struct PlanJob {
  let production: ProductionOrder
  /// What is to be made.
  var quantity: Quantity
  /// Whether it, or the customer's order, is on hold.
  let isHeld: Bool
  /// The day before which the planner wants nothing of it begun.
  var notBefore: Day?
  /// The day by which it is needed: the earliest of the deliveries that it serves, less what goods travel.
  let neededOn: Day?
  /// Who waits for it: the most important of the customers that it serves.
  let customer: CustomerClass
  /// The highest rank of the orders that it serves.
  var rank: Priority

  /// What a minute of its lateness costs: key customers count three times; of ranks the highest three times, the
  /// lowest once.
  var weight: Int { (customer == .key ? 3 : 1) * (rank == .high ? 3 : rank == .normal ? 2 : 1) }
  /// Its turn: rush orders first.
  var priority: Int { Priority.allCases.firstIndex(of: rank) ?? 0 }

  /// Every open production order, by key.
  static func open(in reading: Reading) throws -> [PlanJob] {
    var demands: [Identifier<ProductionOrder>: Demand] = [:]
    try reading.db.each(
      """
      SELECT w.id, s.due_on, \(Customer.travelDays), c.class,
        o.priority, EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL)
      FROM production_orders w LEFT JOIN production_shares h ON h.production_order_id = w.id
      JOIN schedules s ON s.id = coalesce(h.schedule_id, w.schedule_id)
      JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id WHERE w.is_open = 1
      """
    ) { row in
      let due: Day? = try row[1]
      let transit: Int = try row[2]
      let demand = Demand(
        neededOn: due?.adding(days: -transit), customer: try row[3], priority: try row[4],
        isHeld: try Order.flag(row, 5))
      let id: Identifier<ProductionOrder> = try row[0]
      demands[id] = demands[id].map { $0.joined(demand) } ?? demand
    }
    return try reading.db.all(
      "\(ProductionOrder.query) WHERE w.is_open = 1 ORDER BY w.id", ProductionOrder.init
    ).map { production in
      let demand = demands[production.id]
      return PlanJob(
        production: production, quantity: production.quantity,
        isHeld: production.heldReason != nil || demand?.isHeld ?? false,
        notBefore: production.notBefore, neededOn: demand?.neededOn ?? production.dueOn,
        customer: demand?.customer ?? .normal, rank: demand?.priority ?? .low)
    }
  }

  /// What the deliveries ask of it.
  private struct Demand {
    var neededOn: Day?
    var customer: CustomerClass
    var priority: Priority
    var isHeld: Bool

    /// The most pressing of both; held only where both are.
    func joined(_ other: Demand) -> Demand {
      Demand(
        neededOn: [neededOn, other.neededOn].compactMap { $0 }.min(),
        customer: customer == .key ? customer : other.customer,
        priority: Priority.allCases.first { $0 == priority || $0 == other.priority } ?? priority,
        isHeld: isHeld && other.isHeld)
    }
  }
}

/// An operation with what a plan asks of it.
struct PlanStep {
  let operation: Operation
  let capacity: StepCapacity
  let baseline: Operation.Baseline
  let planned: Workshop.Planned?
  /// Where the plan has put it, planned to the minute or not.
  let resource: Identifier<Resource>?
  /// The open problem that keeps it from beginning longest, and until when.
  var blocked: (no: String, until: Day)?

  /// Marks what open problems keep from beginning: the step that they name, else the first that is not done.
  static func block(
    _ steps: inout [Identifier<ProductionOrder>: [PlanStep]], from today: Day, ignoring solved: String?,
    in db: any Transaction
  ) throws {
    try db.each(
      """
      SELECT w.id, b.operation_id, b.no, b.until_on FROM problems b
      JOIN production_orders w ON w.id = b.production_order_id
        OR b.production_order_id IS NULL AND w.schedule_id IN (
          SELECT s.id FROM schedules s WHERE s.order_id = b.order_id)
      WHERE b.closed_at IS NULL AND b.until_on >= \(today) AND w.is_open = 1 ORDER BY b.until_on
      """
    ) { row in
      let production: Identifier<ProductionOrder> = try row[0]
      let operation: Identifier<Operation>? = try row[1]
      let no: String = try row[2]
      let place = steps[production]?.firstIndex { step in
        operation.map { $0 == step.operation.id } ?? (step.operation.finishedOn == nil)
      }
      if let place, no != solved { steps[production]?[place].blocked = (no, try row[3]) }
    }
  }

  /// The operations of open production orders, in sequence.
  static func open(in db: any Transaction) throws -> [Identifier<ProductionOrder>: [PlanStep]] {
    var places: [Identifier<Operation>: [StepCapacity.Place]] = [:]
    try db.each(
      """
      SELECT p.operation_id, p.resource_id, p.minutes FROM production_orders w
      JOIN operations x ON x.production_order_id = w.id JOIN operation_resources p ON p.operation_id = x.id
      WHERE w.is_open = 1 ORDER BY p.id
      """
    ) { places[try $0[0], default: []].append(StepCapacity.Place(try $0[1], minutes: try $0[2])) }
    // What was not known when it was released, and is now.
    let routes = try Route.steps(in: db)
    var steps: [Identifier<ProductionOrder>: [PlanStep]] = [:]
    try db.each(
      """
      SELECT x.id, x.production_order_id, x.seq, x.name, d.name, x.plan_start_on, x.plan_finish_on,
        x.started_on, x.good_qty, x.scrap_qty, x.rework_qty, x.finished_on, x.minutes, x.setup, x.overlap,
        x.base_start_on, x.base_finish_on, x.resource_id, x.place, x.plan_start_at, x.plan_finish_at,
        p.route_id
      FROM production_orders w JOIN operations x ON x.production_order_id = w.id
      JOIN products p ON p.id = w.product_id LEFT JOIN departments d ON d.id = x.department_id
      WHERE w.is_open = 1 ORDER BY x.production_order_id, x.seq
      """
    ) { row in
      let operation = try Operation(row)
      var capacity = try StepCapacity(row, from: 12)
      capacity.places = places[operation.id] ?? []
      let route: Identifier<Route>? = try row[21]
      if capacity == StepCapacity(),
        let known = route.flatMap({ routes[$0] })?.first(where: { $0.name == operation.name })
      {
        capacity = known.capacity
      }
      let place: Int? = try row[18]
      let start: Instant? = try row[19]
      let finish: Instant? = try row[20]
      let resource: Identifier<Resource>? = try row[17]
      var planned: Workshop.Planned?
      if let start, let finish {
        planned = Workshop.Planned(resource: resource, place: place ?? 0, start: start, finish: finish)
      }
      steps[operation.productionOrder, default: []].append(
        PlanStep(
          operation: operation, capacity: capacity,
          baseline: Operation.Baseline(startOn: try row[15], finishOn: try row[16]), planned: planned,
          resource: resource))
    }
    return steps
  }
}

/// The work that is left of an operation, in minutes.
struct PlanWork {
  let alternatives: [Shop.Alternative]

  /// From the standard time of what is not made yet, or from the days of the first plan where no time is known.
  init(_ step: PlanStep, of quantity: Quantity, _ hours: SiteHours, places: [Int: Int]) {
    let unit = Decimal.scale(quantity.decimals)
    let done = step.operation.good + step.operation.scrap
    let left = max(1, quantity.smallest - done)
    let isBegun = step.operation.startedOn != nil
    func work(_ minutes: Int64?, _ amount: Int64) -> Int {
      guard let minutes else {
        let days = hours.days(from: step.baseline.startOn, to: step.baseline.finishOn)
        return Self.share(Int64(days * hours.minutesPerDay), amount, of: quantity.smallest)
      }
      return Self.share(minutes, amount, of: unit * 100)
    }
    func alternative(_ resource: Int, _ minutes: Int64?) -> Shop.Alternative {
      let setup = isBegun ? 0 : Int(step.capacity.setup)
      let batch = step.capacity.overlap.map { work(minutes, min(left, $0 * unit)) }
      return Shop.Alternative(
        resource: resource, work: setup + work(minutes, left), lead: batch.map { setup + max(1, $0) },
        trail: batch.map { max(1, $0) } ?? 0)
    }
    let usable = step.capacity.places.filter { places[Int($0.resource.rawValue)] != nil }
    alternatives =
      usable.isEmpty
      ? (step.capacity.places.isEmpty ? [alternative(Workshop.anywhere, step.capacity.minutes)] : [])
      : usable.map { alternative(Int($0.resource.rawValue), $0.minutes ?? step.capacity.minutes) }
  }

  /// Rounded up; held at ten years where the figures are absurd.
  private static func share(_ minutes: Int64, _ amount: Int64, of whole: Int64) -> Int {
    let most: Int64 = 5_256_000
    let (product, overflow) = minutes.multipliedReportingOverflow(by: amount)
    guard !overflow, whole > 0 else { return Int(most) }
    return Int(min(most, product.filling(whole)))
  }

  /// Where the operation stands already: begun, or frozen as it was planned; a place of its resource that no other
  /// has, as long as there is one.
  func pin(
    _ step: PlanStep, frozen: Bool, now: Int, _ hours: SiteHours, _ places: [Int: Int],
    _ taken: inout [Int: Set<Int>]
  ) -> Shop.Pin? {
    if let day = step.operation.startedOn {
      let resource = step.resource.map { Int($0.rawValue) }
      guard let chosen = alternatives.first(where: { $0.resource == resource }) ?? alternatives.first else {
        return nil
      }
      var place = step.planned?.place ?? 0
      while taken[chosen.resource]?.contains(place) == true { place += 1 }
      // More have begun than there are places: two claim one, which the plan says.
      if place >= places[chosen.resource] ?? 1 { place = 0 }
      taken[chosen.resource, default: []].insert(place)
      return .started(
        resource: chosen.resource, place: chosen.resource == Workshop.anywhere ? 0 : place,
        start: min(now, hours.start(of: day)), remaining: chosen.work,
        handover: chosen.lead == nil ? nil : now)
    }
    guard frozen, let planned = step.planned else { return nil }
    return .frozen(
      resource: planned.resource.map { Int($0.rawValue) } ?? Workshop.anywhere, place: planned.place,
      start: SiteHours.minute(planned.start), finish: SiteHours.minute(planned.finish))
  }
}
