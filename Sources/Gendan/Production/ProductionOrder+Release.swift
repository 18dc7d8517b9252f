/// What a release puts into production.
public struct ReleaseRequest: Sendable {
  /// The quantity, in the smallest unit; nil for all that is still to be made.
  public var quantity: Int64?
  /// The route; nil for the product's own.
  public var route: String?
  /// The planned first day; nil for the next working day.
  public var startOn: Day?
  /// The day it is released; nil for today.
  public var releasedOn: Day?

  /// All of it, by the product's route, from the next working day.
  public init() {}
}

extension Writing {
  /// Puts an order's open deliveries into production, one production order each: its steps
  /// follow the route, each planned for its standard working days, one after the other.
  ///
  /// Throws `.noRoute`, `.nothingLeft`, and the gates' refusals.
  public func release(
    _ order: Order, line: Int? = nil, _ request: ReleaseRequest
  ) throws -> [ProductionOrder] {
    try allow(.produce, on: order)
    try pass(.releaseDeposit, on: order)
    let schedules = try Schedule.of(order.id, line: line, in: db).filter(\.isOpen)
    var released: [ProductionOrder] = []
    for schedule in schedules {
      let inProduction = Int64(
        try db.count(
          """
          SELECT CAST(coalesce(sum(qty), 0) AS BIGINT) FROM production_orders
          WHERE schedule_id = \(schedule.id) AND cancelled_on IS NULL
          """))
      let left = schedule.open.smallest - inProduction
      guard let quantity = request.quantity ?? (left > 0 ? left : nil) else { continue }
      try pass(
        .releaseWithinOpen,
        on: ReleaseQuestion(
          order: order.no, schedule: schedule, inProduction: inProduction, quantity: quantity))
      released.append(try release(quantity, of: schedule, request))
    }
    guard !released.isEmpty else { throw BookError.nothingLeft(.production, order.no) }
    entry.subject = order.no
    return released
  }

  private func release(
    _ quantity: Int64, of schedule: Schedule, _ request: ReleaseRequest
  ) throws -> ProductionOrder {
    let product = try Product.named(schedule.productCode, in: db)
    let routeName = request.route ?? product.route
    let steps = try routeName.map { try Route.named($0, in: db).steps } ?? []
    guard !steps.isEmpty else { throw BookError.noRoute(product.code) }
    let calendar = try calendar()
    let releasedOn = request.releasedOn ?? today
    let start = request.startOn ?? calendar.nextWorking(onOrAfter: releasedOn)
    let production = try newProduction(
      NewProduction(
        no: nil, schedule: schedule.id, product: product.id, quantity: quantity, releasedOn: releasedOn,
        startOn: start, dueOn: schedule.dueOn))
    var begin = start
    for step in steps {
      let finish = calendar.day(max(0, step.days - 1), workingDaysAfter: begin)
      try addOperation(
        NewOperation(
          seq: step.seq, name: step.name, department: try step.department.map { try department($0) },
          planStartOn: begin, planFinishOn: finish),
        to: production)
      begin = calendar.day(step.days == 0 ? 0 : 1, workingDaysAfter: finish)
    }
    guard
      let released = try db.first("\(ProductionOrder.query) WHERE w.id = \(production)", ProductionOrder.init)
    else { throw BookError.nothingLeft(.production, schedule.productCode) }
    return released
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
  /// The day it began.
  public var startedOn: Day?

  /// An operation.
  public init(
    seq: Int, name: String, department: Identifier<Department>?, planStartOn: Day?, planFinishOn: Day?
  ) {
    self.seq = seq
    self.name = name
    self.department = department
    self.planStartOn = planStartOn
    self.planFinishOn = planFinishOn
  }
}

extension Writing {
  /// Writes a production order; returns its key.
  public func newProduction(_ new: NewProduction) throws -> Identifier<ProductionOrder> {
    let no = try new.no ?? Numbering.next(settings()[.productionPrefix], on: new.releasedOn, in: db)
    return Identifier(
      try db.insert(
        """
        INSERT INTO production_orders
          (no, schedule_id, product_id, qty, released_on, start_on, due_on, entered_at)
        VALUES (\(no), \(new.schedule), \(new.product), \(new.quantity), \(new.releasedOn),
          \(new.startOn), \(new.dueOn), \(now)) RETURNING id
        """))
  }

  /// Adds an operation to a production order.
  @discardableResult
  public func addOperation(
    _ new: NewOperation, to production: Identifier<ProductionOrder>
  ) throws -> Identifier<Operation> {
    Identifier(
      try db.insert(
        """
        INSERT INTO operations (production_order_id, seq, name, department_id, plan_start_on,
          plan_finish_on, started_on)
        VALUES (\(production), \(new.seq), \(new.name), \(new.department), \(new.planStartOn),
          \(new.planFinishOn), \(new.startedOn)) RETURNING id
        """))
  }
}
