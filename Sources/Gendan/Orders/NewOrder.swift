/// An order as it comes in: from a clerk's line, a file, or history.
public struct NewOrder: Sendable {
  /// Its number; nil gives it the next.
  public var no: String?
  /// The customer.
  public var customer: Identifier<Customer>
  /// The customer's own number.
  public var customerPO: String?
  /// The clerk who answers for it.
  public var clerk: Identifier<User>?
  /// The day it was ordered.
  public var orderedOn: Day
  /// ISO 4217.
  public var currency: String
  /// Its rank.
  public var priority = Priority.normal
  /// Who carries it.
  public var carrier: String?
  /// Anything else.
  public var note: String?
  /// Domestic or export.
  public var kind = OrderKind.domestic
  /// How it came.
  public var channel: Channel?
  /// When it came.
  public var receivedAt: Instant?
  /// The salesperson.
  public var salesperson: Identifier<User>?
  /// The settlement terms.
  public var terms: String?
  /// In basis points.
  public var commission: Int64 = 0
  /// What makes its contract special.
  public var special: String?
  /// Its lines.
  public var lines: [NewLine] = []
  /// Which day its promises mean.
  public var dateMeaning = DateMeaning.shipped
  /// The day it was closed, in history.
  public var closedOn: Day?
  /// Whether it was cancelled, in history.
  public var isCancelled = false
  /// The day it was cancelled, where history tells.
  public var cancelledOn: Day?

  /// An order without lines.
  public init(customer: Identifier<Customer>, orderedOn: Day, currency: String) {
    self.customer = customer
    self.orderedOn = orderedOn
    self.currency = currency
  }
}

/// One line of a new order, with its deliveries.
public struct NewLine: Sendable {
  /// Its number in the order; nil gives it the next.
  public var lineNo: Int?
  /// The product.
  public var product: Identifier<Product>
  /// 1/10000 of the currency's unit.
  public var price: Int64?
  /// In basis points.
  public var discount: Int64 = 0
  /// How much less still counts as in full, in basis points.
  public var underTolerance: Int64 = 0
  /// How much more may be shipped, in basis points.
  public var overTolerance: Int64 = 0
  /// The colour.
  public var color: String?
  /// The size, material or make-up.
  public var spec: String?
  /// What the customer demands; `-` where there is nothing.
  public var requirement: String?
  /// Whether it needs material that we have not used before.
  public var isNewMaterial = false
  /// How it is packed.
  public var packing = Packing()
  /// The confirmed quote that its price comes from.
  public var quote: Identifier<Quote>?
  /// Its deliveries.
  public var schedules: [NewSchedule]

  /// A line with one delivery.
  public init(product: Identifier<Product>, price: Int64? = nil, _ schedules: [NewSchedule]) {
    self.product = product
    self.price = price
    self.schedules = schedules
  }
}

/// One delivery of a new line.
public struct NewSchedule: Sendable {
  /// In the product's smallest unit.
  public var quantity: Int64
  /// The day the customer asked for.
  public var requestedOn: Day?
  /// The first promise.
  public var promisedOn: Day?
  /// The day the first promise was made; the order's day where nil.
  public var promiseMadeOn: Day?

  /// A delivery.
  public init(quantity: Int64, requestedOn: Day? = nil, promisedOn: Day? = nil) {
    self.quantity = quantity
    self.requestedOn = requestedOn
    self.promisedOn = promisedOn
  }
}

extension Writing {
  /// Takes an order: its header, lines, deliveries and first promises; its number.
  ///
  /// Throws `.taken` where the number stands already.
  @discardableResult
  public func take(_ order: NewOrder) throws -> (id: Identifier<Order>, no: String) {
    let no = try order.no ?? number(.orderPrefix, on: order.orderedOn)
    if order.no != nil, try db.count("SELECT count(*) FROM orders WHERE no = \(no)") > 0 {
      throw BookError.taken(.order, no)
    }
    let id = Identifier<Order>(
      try db.insert(
        """
        INSERT INTO orders (no, customer_id, customer_po, clerk_id, ordered_on, currency, priority,
          carrier, note, kind, channel, received_at, salesperson_id, terms, commission_bp, special, closed_on,
          cancelled, cancelled_on, entered_at)
        VALUES (\(no), \(order.customer), \(order.customerPO), \(order.clerk), \(order.orderedOn),
          \(order.currency), \(order.priority), \(order.carrier), \(order.note), \(order.kind),
          \(order.channel), \(order.receivedAt), \(order.salesperson), \(order.terms),
          \(order.commission), \(order.special), \(order.closedOn),
          \(order.isCancelled), \(order.cancelledOn), \(now)) RETURNING id
        """))
    for (index, line) in order.lines.enumerated() {
      try add(line, number: line.lineNo ?? index + 1, to: id, of: order)
    }
    if entry.subject == nil { entry.subject = no }
    return (id, no)
  }

  /// Adds a line and its deliveries; returns the deliveries' keys.
  @discardableResult
  func add(
    _ line: NewLine, number: Int, to id: Identifier<Order>, of order: NewOrder
  ) throws -> [Identifier<Schedule>] {
    let lineID = Identifier<OrderLine>(
      try db.insert(
        """
        INSERT INTO order_lines (order_id, line_no, product_id, price, discount_bp, under_bp, over_bp, color,
          spec, requirement, carton_qty, packing, mark, quote_id, new_material)
        VALUES (\(id), \(number), \(line.product), \(line.price), \(line.discount),
          \(line.underTolerance), \(line.overTolerance), \(line.color), \(line.spec),
          \(line.requirement), \(line.packing.perCarton), \(line.packing.text), \(line.packing.mark),
          \(line.quote), \(line.isNewMaterial)) RETURNING id
        """))
    var keys: [Identifier<Schedule>] = []
    for (index, schedule) in line.schedules.enumerated() {
      var facts = ScheduleFacts(
        ordered: schedule.quantity, underTolerance: line.underTolerance,
        requestedOn: schedule.requestedOn)
      facts.isCancelled = order.isCancelled
      if let day = schedule.promisedOn { facts.promises = [(1, day)] }
      let figures = facts.figures
      let key = Identifier<Schedule>(
        try db.insert(
          """
          INSERT INTO schedules (order_id, line_id, seq, qty, requested_on, first_promised_on,
            promised_on, promise_count, is_open, due_on)
          VALUES (\(id), \(lineID), \(index + 1), \(schedule.quantity), \(schedule.requestedOn),
            \(figures.firstPromisedOn), \(figures.promisedOn), \(figures.promiseCount),
            \(figures.isOpen), \(figures.dueOn)) RETURNING id
          """))
      if let day = schedule.promisedOn {
        try db.run(
          """
          INSERT INTO promises (schedule_id, series, seq, promised_on, made_on, entered_at, entered_by)
          VALUES (\(key), 1, 1, \(day), \(schedule.promiseMadeOn ?? order.orderedOn), \(now), \(user.id))
          """)
      }
      keys.append(key)
    }
    return keys
  }
}
