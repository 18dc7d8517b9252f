/// A production order before it is written: what is to be made, and when each step would run.
struct ProductionPlan: Sendable {
  struct Step: Sendable {
    let step: RouteStep
    let startOn: Day
    let finishOn: Day
  }

  /// The delivery; nil for stock.
  let schedule: Schedule?
  let product: Product
  var quantity: Int64
  let releasedOn: Day
  let startOn: Day
  let dueOn: Day?
  let steps: [Step]
  let maker: String?
  let color: String?
  let spec: String?
  let requirement: String?
  let inspection: String?
  let packing: Packing

  /// The planned end of the last step.
  var finishOn: Day { steps.map(\.finishOn).max() ?? startOn }
}

extension Reading {
  /// Plans a quantity of a product: its steps follow the route, each for its standard working days, one
  /// after the other. Throws `.noRoute`.
  func plan(
    _ quantity: Int64, of product: Product, for schedule: Schedule?, _ request: ReleaseRequest
  ) throws -> ProductionPlan {
    let routeName = request.route ?? (request.steps.isEmpty ? product.route : nil)
    let route = try routeName.map { try Route.named($0, in: db).steps } ?? request.steps
    guard !route.isEmpty else { throw BookError.noRoute(product.code) }
    let calendar = try calendar()
    let releasedOn = request.releasedOn ?? today
    let start = request.startOn ?? calendar.nextWorking(onOrAfter: releasedOn)
    var steps: [ProductionPlan.Step] = []
    var begin = start
    for step in route {
      let finish = calendar.day(max(0, step.days - 1), workingDaysAfter: begin)
      steps.append(ProductionPlan.Step(step: step, startOn: begin, finishOn: finish))
      begin = calendar.day(step.days == 0 ? 0 : 1, workingDaysAfter: finish)
    }
    let said = try schedule.flatMap { schedule in
      try db.first(
        """
        SELECT color, spec, requirement, carton_qty, packing, mark FROM order_lines WHERE id = \(schedule.line)
        """
      ) {
        (
          color: try $0[0] as String?, spec: try $0[1] as String?, requirement: try $0[2] as String?,
          packing: try Packing($0, from: 3)
        )
      }
    }
    let maker = try db.value("SELECT maker FROM products WHERE id = \(product.id)", as: String?.self)
    return ProductionPlan(
      schedule: schedule, product: product, quantity: quantity, releasedOn: releasedOn, startOn: start,
      dueOn: schedule == nil ? steps.last?.finishOn : schedule?.dueOn, steps: steps,
      maker: request.maker ?? maker ?? nil, color: said?.color, spec: said?.spec,
      requirement: said?.requirement, inspection: request.inspection, packing: said?.packing ?? Packing())
  }
}
