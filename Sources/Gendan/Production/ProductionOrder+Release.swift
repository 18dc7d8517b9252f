/// What a release puts into production.
public struct ReleaseRequest: Sendable {
  /// The quantity, in the smallest unit; nil for all that is still uncovered.
  public var quantity: Int64?
  /// The route; nil for the product's own.
  public var route: String?
  /// The planned first day; nil for the next working day.
  public var startOn: Day?
  /// The day it is released; nil for today.
  public var releasedOn: Day?
  /// The outside factory; nil for the product's own.
  public var maker: String?
  /// What the statutory inspection asks, for a product that the law has inspected.
  public var inspection: String?
  /// What departments must mind, by department or step.
  public var remarks: [String: String] = [:]
  /// The steps of the one that it takes the place of, unless a route is named.
  var steps: [RouteStep] = []
  /// The amendment that it carries out.
  var amendment: Int64?

  /// All of it, by the product's route, from the next working day.
  public init() {}
}

extension Writing {
  /// Puts what stock leaves uncovered of an order's open deliveries into production, one production
  /// order each, and tells the departments of its route.
  ///
  /// Throws `.noRoute`, `.nothingLeft`, and the gates' refusals.
  public func release(
    _ order: Order, line: LinePart? = nil, _ request: ReleaseRequest
  ) throws -> [ProductionOrder] {
    try allow(.produce, on: order)
    var plans: [ProductionPlan] = []
    for coverage in try Coverage.of(order.id, line: line, in: db) where coverage.schedule.isOpen {
      let left = coverage.uncovered
      guard let quantity = request.quantity ?? (left > 0 ? left : nil) else { continue }
      plans.append(try plan(quantity, of: order, coverage, request))
    }
    guard !plans.isEmpty else { throw BookError.nothingLeft(.production, order.no) }
    try pass(plans, of: order)
    let released = try plans.map { try issue($0, of: order, request) }
    entry.subject = order.no
    return released
  }

  /// Plans a quantity for a delivery; throws the refusal of more than is uncovered.
  func plan(
    _ quantity: Int64, of order: Order, _ coverage: Coverage, _ request: ReleaseRequest
  ) throws -> ProductionPlan {
    try pass(
      .releaseWithinOpen, on: ReleaseQuestion(order: order.no, coverage: coverage, quantity: quantity))
    let product = try Product.named(coverage.schedule.productCode, in: db)
    return try plan(quantity, of: product, for: coverage.schedule, request)
  }

  /// Asks whatever must hold before plans go to the workshop, all at once.
  func pass(_ plans: [ProductionPlan], of order: Order) throws {
    try pass(
      .orderConfirmed, .releaseApproved, .releaseGenuine(plans), .releaseDeposit, .releaseSampled,
      .releasePrepared, .releaseCarton, .releaseDescribed(plans), .releaseInspected(plans),
      .releaseInTime(plans), .releaseSettled, on: order)
  }

  /// Writes a planned production order down and tells its departments.
  func issue(_ plan: ProductionPlan, of order: Order, _ request: ReleaseRequest) throws -> ProductionOrder {
    let production = try write(
      plan, version: order.version, sample: try order.approvedSample(of: plan.product.id, in: db))
    for (department, remark) in try recipients(of: production, request.remarks) {
      try notify(
        departments: [department], order: order.id, production: production.id,
        amendment: request.amendment, remark: remark)
    }
    return production
  }

  /// Writes a planned production order and its operations.
  func write(
    _ plan: ProductionPlan, version: Int = 1, sample: Identifier<Sample>? = nil
  ) throws -> ProductionOrder {
    var new = NewProduction(
      no: nil, schedule: plan.schedule?.id, product: plan.product.id, quantity: plan.quantity,
      releasedOn: plan.releasedOn, startOn: plan.startOn, dueOn: plan.dueOn)
    new.version = version
    new.sample = sample
    new.maker = plan.maker
    new.color = plan.color
    new.spec = plan.spec
    new.requirement = plan.requirement
    new.inspection = plan.inspection
    new.packing = plan.packing
    let production = try newProduction(new)
    for planned in plan.steps {
      try addOperation(
        NewOperation(
          seq: planned.step.seq, name: planned.step.name,
          department: try planned.step.department.map { try department($0) },
          planStartOn: planned.startOn, planFinishOn: planned.finishOn, capacity: planned.step.capacity),
        to: production)
    }
    return try ProductionOrder.with(production, in: db)
  }
}

/// A production order as it is written.
public struct NewProduction: Sendable {
  /// Its number; nil gives it the next.
  public var no: String?
  /// The delivery it is made for.
  public var schedule: Identifier<Schedule>?
  /// The product.
  public var product: Identifier<Product>
  /// In the smallest unit.
  public var quantity: Int64
  /// The day it was released.
  public var releasedOn: Day
  /// The planned first day.
  public var startOn: Day?
  /// The day it is due.
  public var dueOn: Day?
  /// The version of the order that it is written for.
  public var version = 1
  /// The outside factory.
  public var maker: String?
  /// The colour.
  public var color: String?
  /// The size, material or make-up.
  public var spec: String?
  /// What the customer demands.
  public var requirement: String?
  /// What the statutory inspection asks.
  public var inspection: String?
  /// How it is packed.
  public var packing = Packing()
  /// The approved sample that it follows.
  public var sample: Identifier<Sample>?

  /// A production order.
  public init(
    no: String?, schedule: Identifier<Schedule>?, product: Identifier<Product>, quantity: Int64,
    releasedOn: Day, startOn: Day?, dueOn: Day?
  ) {
    self.no = no
    self.schedule = schedule
    self.product = product
    self.quantity = quantity
    self.releasedOn = releasedOn
    self.startOn = startOn
    self.dueOn = dueOn
  }
}

/// An operation as it is written.
public struct NewOperation: Sendable {
  /// 10, 20, 30 …
  public var seq: Int
  /// What is done.
  public var name: String
  /// Who does it.
  public var department: Identifier<Department>?
  /// The planned first day.
  public var planStartOn: Day?
  /// The planned last day.
  public var planFinishOn: Day?
  /// What it takes, where that is known to the minute.
  public var capacity: StepCapacity
  /// The day it began.
  public var startedOn: Day?

  /// An operation.
  public init(
    seq: Int, name: String, department: Identifier<Department>?, planStartOn: Day?, planFinishOn: Day?,
    capacity: StepCapacity = StepCapacity()
  ) {
    self.seq = seq
    self.name = name
    self.department = department
    self.planStartOn = planStartOn
    self.planFinishOn = planFinishOn
    self.capacity = capacity
  }
}

extension Writing {
  /// Writes a production order; returns its key.
  public func newProduction(_ new: NewProduction) throws -> Identifier<ProductionOrder> {
    let no = try new.no ?? number(.productionPrefix, on: new.releasedOn)
    return Identifier(
      try db.insert(
        """
        INSERT INTO production_orders (no, schedule_id, product_id, qty, released_on, start_on, due_on,
          version, maker, color, spec, requirement, inspection, carton_qty, packing, mark, sample_id,
          entered_at)
        VALUES (\(no), \(new.schedule), \(new.product), \(new.quantity), \(new.releasedOn),
          \(new.startOn), \(new.dueOn), \(new.version), \(new.maker), \(new.color), \(new.spec),
          \(new.requirement), \(new.inspection), \(new.packing.perCarton), \(new.packing.text),
          \(new.packing.mark), \(new.sample), \(now)) RETURNING id
        """))
  }

  /// Adds an operation to a production order; what is planned first is its baseline for ever.
  @discardableResult
  public func addOperation(
    _ new: NewOperation, to production: Identifier<ProductionOrder>
  ) throws -> Identifier<Operation> {
    let operation: Identifier<Operation> = Identifier(
      try db.insert(
        """
        INSERT INTO operations (production_order_id, seq, name, department_id, minutes, setup, overlap,
          base_start_on, base_finish_on, plan_start_on, plan_finish_on, started_on)
        VALUES (\(production), \(new.seq), \(new.name), \(new.department), \(new.capacity.minutes),
          \(new.capacity.setup), \(new.capacity.overlap), \(new.planStartOn), \(new.planFinishOn),
          \(new.planStartOn), \(new.planFinishOn), \(new.startedOn)) RETURNING id
        """))
    for place in new.capacity.places {
      try db.run(
        """
        INSERT INTO operation_resources (operation_id, resource_id, minutes)
        VALUES (\(operation), \(place.resource), \(place.minutes))
        """)
    }
    return operation
  }
}
