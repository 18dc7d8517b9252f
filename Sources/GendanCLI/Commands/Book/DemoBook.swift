import Gendan

/// The demonstration book: invented customers and goods, with orders before, on and after their dates.
struct DemoBook {
  private let writing: Writing
  private let calendar: WorkingCalendar

  init(_ writing: Writing) throws {
    self.writing = writing
    calendar = try writing.calendar()
  }

  /// One order: all days are working days from today.
  private struct Plan {
    let customer: String
    let product: String
    let quantity: Int64
    let price: Int64
    /// Ordered so many working days ago.
    let ordered: Int
    let want: Int
    let promise: Int?
    /// The promise that replaced the first, and why.
    var moved: (to: Int, cause: Cause)?
    /// How many steps are done, and the good pieces of the next.
    var steps = 0
    var good: Int64 = 0
    /// Shipped so many working days ago, and how much; arrived so many working days ago.
    var shipped: (ago: Int, quantity: Int64)?
    var arrived: Int?
    /// What was said last, and in how many working days to ask again.
    var chase: (party: String, text: String, next: Int)?
    var priority = Priority.normal
    var clerk = "chenting"
    var isClosed = false
  }

  /// Fills the empty book.
  func fill() throws {
    try people()
    try goods()
    for (index, plan) in Self.plans.enumerated() { try take(plan, index) }
    writing.entry.subject = "demo"
    writing.entry.overrides = []
    writing.entry.reason = nil
  }

  private func people() throws {
    let sales = try writing.department("业务部")
    for (login, name, role) in [
      ("chenting", "陈婷", Role.clerk), ("lijia", "李佳", .clerk), ("zhaolei", "赵磊", .supervisor),
    ] {
      if writing.user.login != login {
        try writing.addUser(login: login, name: name, roles: [role], department: sales, language: "zh-Hans")
      }
    }
  }

  private func goods() throws {
    let metal = try writing.setRoute(
      code: "metal", name: "金属件",
      steps: Self.steps([
        ("备料", "仓库", 2), ("机加", "机加车间", 5), ("表面处理", "表面处理车间", 3), ("检验", "质检", 1), ("包装", "成品库", 1),
      ]))
    let assembly = try writing.setRoute(
      code: "assembly", name: "装配件",
      steps: Self.steps([("备料", "仓库", 2), ("装配", "总装车间", 4), ("检验", "质检", 1), ("包装", "成品库", 1)]))
    let sewing = try writing.setRoute(
      code: "sewing", name: "缝制品",
      steps: Self.steps([("裁剪", "裁剪车间", 3), ("缝制", "缝制车间", 5), ("整烫", "缝制车间", 1), ("包装", "成品库", 1)]))
    for (code, name, unit, route) in [
      ("FL-50", "不锈钢法兰 DN50", "件", metal), ("UCP205", "轴承座 UCP205", "件", metal),
      ("M8x30", "六角螺栓 M8x30", "件", metal), ("BOX-2U", "钣金机箱 2U", "台", assembly),
      ("LED-36", "LED面板灯 36W", "盏", assembly), ("WH-12P", "线束总成 12P", "套", assembly),
      ("BED-4", "纯棉床单四件套", "套", sewing),
    ] {
      try writing.addProduct(code: code, name: name, unit: unit, route: route, leadDays: 15)
    }
    for (index, name) in Self.customers.enumerated() {
      try writing.insertCustomer(
        code: "C-000\(index + 1)",
        [
          .name: name, .address: "示范路 \(index + 1) 号", .contact: "采购部", .phone: "000-000000\(index)",
          .fax: "000-000000\(index)", .terms: "月结 30 天", .class: index < 2 ? "key" : "normal",
          .currency: name.contains("GmbH") || name.contains("AS") ? "EUR" : "CNY",
        ])
    }
  }

  private static func steps(_ steps: [(String, String, Int)]) -> [RouteStep] {
    steps.enumerated().map {
      RouteStep(seq: ($0 + 1) * 10, name: $1.0, department: $1.1, days: $1.2)
    }
  }

  /// The working day so many before (negative) or after today.
  private func day(_ offset: Int) -> Day {
    let base = calendar.nextWorking(onOrAfter: writing.today)
    let today =
      calendar.isWorking(writing.today) || offset > 0
      ? writing.today : calendar.previousWorking(onOrBefore: base)
    return offset == 0 ? writing.today : calendar.day(offset, workingDaysAfter: today)
  }

  /// A day on which something has happened: never after today.
  private func past(_ ago: Int) -> Day { min(day(-ago), writing.today) }

  private func take(_ plan: Plan, _ index: Int) throws {
    // The demonstration reaches further back than a clerk may enter without a reason.
    writing.entry.overriding = true
    writing.entry.reason = "demo"
    let customer = try Customer.named(plan.customer, in: writing.db)
    let product = try Product.named(plan.product, in: writing.db)
    var new = NewOrder(customer: customer.id, orderedOn: past(plan.ordered), currency: customer.currency)
    new.clerk = try User.named(plan.clerk, in: writing.db).id
    new.customerPO = "PO-\(1001 + index)"
    new.priority = plan.priority
    var schedule = NewSchedule(
      quantity: plan.quantity, requestedOn: day(plan.want), promisedOn: plan.promise.map(day))
    schedule.promiseMadeOn = new.orderedOn
    new.lines = [NewLine(product: product.id, price: plan.price, [schedule])]
    let (_, no) = try writing.take(new)
    try follow(plan, no)
  }

  private func follow(_ plan: Plan, _ no: String) throws {
    guard var order = try Order.numbered(no, in: writing.db) else { return }
    if plan.steps > 0 || plan.good > 0 || plan.shipped != nil { try produce(plan, order) }
    if let moved = plan.moved, let first = plan.promise {
      _ = try writing.promise(
        order, day(moved.to), cause: moved.cause, told: "采购部", madeOn: min(past(1), day(first)))
    }
    if let shipped = plan.shipped {
      var details = ShipmentDetails(day: past(shipped.ago))
      details.carrier = "示范物流"
      let shipment = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: shipped.quantity)], details)
      if let ago = plan.arrived {
        try writing.arrive(
          try ShipmentLine.of(shipment.id, in: writing.db), subject: no, on: past(ago), receivedBy: "收货员")
      }
    }
    if let chase = plan.chase {
      try writing.add(
        .chase, to: order, party: chase.party, text: chase.text, next: day(chase.next), on: past(2))
    }
    if plan.isClosed, let now = try Order.numbered(no, in: writing.db) {
      order = now
      try writing.close(order)
    }
  }

  private func produce(_ plan: Plan, _ order: Order) throws {
    var request = ReleaseRequest()
    request.releasedOn = past(max(0, plan.ordered - 1))
    guard let production = try writing.release(order, request).first else { return }
    let operations = try Operation.of(production.id, in: writing.db)
    let count = plan.shipped == nil ? plan.steps : operations.count
    for operation in operations.prefix(count) {
      let finished = min(operation.planFinishOn ?? writing.today, past(plan.shipped?.ago ?? 1))
      _ = try writing.finish(order, step: operation.name, on: finished)
    }
    if plan.good > 0, plan.steps < operations.count {
      _ = try writing.progress(
        order, step: operations[plan.steps].name, ProgressReport(good: plan.good, day: past(1)))
    }
  }

  private static let customers = [
    "宏达机械", "华威贸易", "Acme GmbH", "三和电子", "大成工具", "恒泰纺织", "Nordwind AS", "裕隆照明", "鑫源五金",
  ]

  private static let plans: [Plan] = [
    Plan(
      customer: "宏达机械", product: "FL-50", quantity: 200, price: 365_000, ordered: 28, want: -6, promise: -5,
      moved: (-4, .shortage), steps: 2, good: 120, chase: ("表面处理", "王师傅答应今天报数量", 0), priority: .high),
    Plan(
      customer: "鑫源五金", product: "M8x30", quantity: 50_000, price: 3_200, ordered: 30, want: -7, promise: -7,
      moved: (-3, .outsource), steps: 2, good: 42_000, clerk: "lijia"),
    Plan(
      customer: "华威贸易", product: "LED-36", quantity: 1_000, price: 680_000, ordered: 24, want: -3,
      promise: -3,
      moved: (-2, .rework), steps: 1, good: 860),
    Plan(
      customer: "Acme GmbH", product: "UCP205", quantity: 500, price: 128_000, ordered: 22, want: -1,
      promise: -1, steps: 3, good: 300),
    Plan(
      customer: "三和电子", product: "WH-12P", quantity: 3_000, price: 45_000, ordered: 18, want: 0, promise: 0,
      steps: 4),
    Plan(
      customer: "大成工具", product: "UCP205", quantity: 300, price: 126_000, ordered: 16, want: 0, promise: 0,
      steps: 3, good: 210, chase: ("检验", "今天出检验报告", 0)),
    Plan(
      customer: "恒泰纺织", product: "BED-4", quantity: 600, price: 880_000, ordered: 9, want: 4, promise: 4,
      steps: 1, good: 180),
    Plan(
      customer: "Nordwind AS", product: "BOX-2U", quantity: 120, price: 2_150_000, ordered: 8, want: 7,
      promise: 8, steps: 1, good: 40, clerk: "lijia"),
    Plan(
      customer: "裕隆照明", product: "LED-36", quantity: 400, price: 690_000, ordered: 3, want: 14, promise: nil),
    Plan(
      customer: "宏达机械", product: "UCP205", quantity: 800, price: 124_000, ordered: 2, want: 18, promise: 20),
    Plan(
      customer: "华威贸易", product: "WH-12P", quantity: 1_500, price: 46_000, ordered: 15, want: 1, promise: 2,
      shipped: (1, 600)),
    Plan(
      customer: "裕隆照明", product: "LED-36", quantity: 500, price: 690_000, ordered: 20, want: -8, promise: -8,
      shipped: (8, 500), clerk: "lijia"),
    Plan(
      customer: "大成工具", product: "FL-50", quantity: 150, price: 372_000, ordered: 26, want: -12, promise: -12,
      shipped: (12, 150), arrived: 10, isClosed: true),
    Plan(
      customer: "三和电子", product: "BOX-2U", quantity: 60, price: 2_180_000, ordered: 27, want: -13,
      promise: -12, shipped: (10, 60), arrived: 9, isClosed: true),
    Plan(
      customer: "Acme GmbH", product: "FL-50", quantity: 240, price: 389_000, ordered: 25, want: -10,
      promise: -10, shipped: (10, 240), arrived: 6, isClosed: true),
    Plan(
      customer: "恒泰纺织", product: "BED-4", quantity: 300, price: 870_000, ordered: 24, want: -9, promise: -9,
      shipped: (9, 300), arrived: 7, isClosed: true),
    Plan(
      customer: "鑫源五金", product: "M8x30", quantity: 20_000, price: 3_300, ordered: 23, want: -11,
      promise: -11, shipped: (11, 20_000), arrived: 9, clerk: "lijia", isClosed: true),
  ]
}
