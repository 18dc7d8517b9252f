/// What `set` can change of an order.
public struct OrderChange: Sendable {
  /// The customer's own number; `.some(nil)` clears.
  public var customerPO: String??
  /// The clerk who answers for it.
  public var clerk: Identifier<User>?
  /// Its rank.
  public var priority: Priority?
  /// Who carries it.
  public var carrier: String??
  /// Anything else.
  public var note: String??
  /// The settlement terms.
  public var terms: String??
  /// What makes its contract special.
  public var special: String??
  /// The salesperson.
  public var salesperson: Identifier<User>?
  /// Domestic or export.
  public var kind: OrderKind?
  /// How it came.
  public var channel: Channel??
  /// When it came.
  public var receivedAt: Instant??
  /// In basis points.
  public var commission: Int64?
  /// The colour of a line, or of every line.
  public var color: String??
  /// The size, material or make-up.
  public var spec: String??
  /// What the customer demands; `-` where there is nothing.
  public var requirement: String??
  /// Whether a line, or every line, needs material that we have not used before.
  public var isNewMaterial: Bool?
  /// How much goes into a carton, in the product's smallest unit.
  public var perCarton: Int64??
  /// What the goods are packed in, such as a colour box.
  public var packing: String??
  /// The shipping mark.
  public var mark: String??
  /// The ordered quantity, in the smallest unit: of the only delivery, or of one line's.
  public var quantity: Int64?
  /// 1/10000 of the unit.
  public var price: Int64??
  /// The day the customer asks for.
  public var requestedOn: Day??

  /// No change.
  public init() {}

  /// Whether it concerns what the customer and the firm agree upon.
  var concernsAgreement: Bool {
    concernsLines || terms != nil || color != nil || spec != nil || requirement != nil || perCarton != nil
      || packing != nil || mark != nil
  }

  /// Whether it concerns lines and not the whole order.
  var concernsLines: Bool { quantity != nil || price != nil || requestedOn != nil }
}

/// A running or ended hold (lateness rule 9).
public struct Hold: Sendable, Equatable {
  /// Who asked for it.
  public let side: HoldSide
  /// Why.
  public let reason: String
  /// The proof, such as a mail's date.
  public let evidence: String?
  /// The first day; unknown in some history.
  public let fromOn: Day?
  /// The expected last day.
  public let untilOn: Day?
  /// The day it ended.
  public let resumedOn: Day?
  /// When it was written down; nil before it is.
  public var enteredAt: Instant?

  /// A hold.
  public init(
    side: HoldSide, reason: String, evidence: String?, fromOn: Day?, untilOn: Day?, resumedOn: Day?
  ) {
    self.side = side
    self.reason = reason
    self.evidence = evidence
    self.fromOn = fromOn
    self.untilOn = untilOn
    self.resumedOn = resumedOn
  }
}

/// Who asked for a hold.
public enum HoldSide: String, SQLConvertible, Sendable, CaseIterable {
  /// The customer: with start, end and evidence it stops the clock.
  case customer
  /// We ourselves: it never does.
  case own
}

extension Order {
  /// An order's holds, oldest first.
  public static func holds(of order: Identifier<Order>, in db: any Transaction) throws -> [Hold] {
    try db.all(
      """
      SELECT side, reason, evidence, from_on, until_on, resumed_on, entered_at FROM holds
      WHERE order_id = \(order) ORDER BY id
      """
    ) { row in
      var hold = Hold(
        side: try row[0], reason: try row[1], evidence: try row[2], fromOn: try row[3],
        untilOn: try row[4], resumedOn: try row[5])
      hold.enteredAt = try row[6]
      return hold
    }
  }
}

extension Writing {
  /// Changes an order; `line` names the line or the delivery that quantity, price or date concern.
  ///
  /// Throws `.ambiguous` where a line must be named, `.belowShipped`, and `.agreed` where the customer has
  /// confirmed what would change: that is amended.
  public func set(_ order: Order, line: LinePart? = nil, _ change: OrderChange) throws {
    if change.concernsAgreement { try requireOpenTerms(of: order) }
    try apply(change, to: order, line: line)
  }

  /// Writes a change, set or amended.
  func apply(_ change: OrderChange, to order: Order, line: LinePart?) throws {
    try allow(.change, on: order)
    entry.subject = order.no
    try setHead(of: order, change)
    try setGoods(of: order, line: line?.number, change)
    if let isNew = change.isNewMaterial { try mark(newMaterial: isNew, of: order, line: line?.number) }
    guard change.concernsLines else { return }
    let schedule = try onlySchedule(of: order, line: line)
    if let quantity = change.quantity {
      try pass(
        .quantityAboveShipped,
        on: QuantityChange(order: schedule.named(in: order.no), schedule: schedule, quantity: quantity))
      try db.run("UPDATE schedules SET qty = \(quantity) WHERE id = \(schedule.id)")
    }
    if let price = change.price {
      try allow(price: price, against: Price.standing(for: schedule.line, of: order, in: db))
      try db.run("UPDATE order_lines SET price = \(price) WHERE id = \(schedule.line)")
    }
    if let day = change.requestedOn {
      try db.run("UPDATE schedules SET requested_on = \(day) WHERE id = \(schedule.id)")
    }
    try Schedule.refresh(schedule.id, in: db)
  }

  private func setHead(of order: Order, _ change: OrderChange) throws {
    func put(_ column: String, _ value: (some SQLConvertible)?) throws {
      guard let value else { return }
      try db.run("UPDATE orders SET \(name: column) = \(value) WHERE id = \(order.id)")
    }
    try put("customer_po", change.customerPO)
    try put("clerk_id", change.clerk)
    try put("priority", change.priority)
    try put("carrier", change.carrier)
    try put("note", change.note)
    try put("terms", change.terms)
    try put("special", change.special)
    try put("salesperson_id", change.salesperson)
    try put("commission_bp", change.commission)
    try put("kind", change.kind)
    try put("channel", change.channel)
    try put("received_at", change.receivedAt)
  }

  /// What is said of the goods: of one line, or of all.
  private func setGoods(of order: Order, line: Int?, _ change: OrderChange) throws {
    let which: SQL = line.map { "AND line_no = \($0)" } ?? ""
    func put(_ column: String, _ value: (some SQLConvertible)?) throws {
      guard let value else { return }
      try db.run(
        "UPDATE order_lines SET \(name: column) = \(value) WHERE order_id = \(order.id) \(which)")
    }
    try put("color", change.color)
    try put("spec", change.spec)
    try put("requirement", change.requirement)
    try put("carton_qty", change.perCarton)
    try put("packing", change.packing)
    try put("mark", change.mark)
  }

  /// The one delivery that a quantity or date can mean.
  func onlySchedule(of order: Order, line: LinePart?) throws -> Schedule {
    let all = try Schedule.of(order.id, line: line, in: db)
    guard let first = all.first else {
      throw BookError.notFound(.line, "\(order.no).\(line ?? 1)", near: [])
    }
    guard all.count == 1 else {
      throw BookError.ambiguous(
        .line, order.no,
        all.map {
          Candidate(
            name: "\(order.no).\($0.place)", details: [$0.product, $0.quantity.text], day: $0.dueOn)
        })
    }
    return first
  }

  /// Cancels an order with its reason; what was shipped stays shipped, and what was paid beyond it
  /// becomes a surplus of the customer's.
  public func cancel(_ order: Order, reason: String) throws {
    try allow(.cancel, on: order)
    try pass(.cancelResolved, on: order)
    entry.subject = order.no
    entry.reason = reason
    try db.run(
      """
      UPDATE orders SET cancelled = 1, cancelled_on = \(today), cancel_reason = \(reason)
      WHERE id = \(order.id)
      """)
    try withdraw(order, reason: reason)
    try db.run(
      """
      UPDATE reservations SET released_on = \(today) WHERE released_on IS NULL
        AND schedule_id IN (SELECT id FROM schedules WHERE order_id = \(order.id))
      """)
    try Schedule.refresh(order: order.id, in: db)
    try bookSurplus(of: order.id, note: order.no)
  }

  /// Holds an order: it stays in every list, with its raw lateness (lateness rule 9).
  public func hold(
    _ order: Order, reason: String, side: HoldSide, evidence: String?, from: Day? = nil, until: Day?
  ) throws {
    try allow(.hold, on: order)
    guard !order.isHeld else { throw BookError.taken(.hold, order.no) }
    entry.subject = order.no
    entry.reason = reason
    try db.run(
      """
      INSERT INTO holds (order_id, side, reason, evidence, from_on, until_on, entered_at, entered_by)
      VALUES (\(order.id), \(side), \(reason), \(evidence), \(from ?? today), \(until), \(now), \(user.id))
      """)
  }

  /// Ends the running hold; throws `.nothingLeft` where there is none.
  public func resume(_ order: Order, on day: Day? = nil) throws {
    try allow(.hold, on: order)
    entry.subject = order.no
    let ended = try db.run(
      "UPDATE holds SET resumed_on = \(day ?? today) WHERE order_id = \(order.id) AND resumed_on IS NULL")
    if ended == 0 { throw BookError.nothingLeft(.hold, order.no) }
  }

  /// Closes an order that is shipped, received and paid.
  public func close(_ order: Order) throws {
    try allow(.close, on: order)
    try pass(.orderFinished, .closeRetained, .closePaid, .closeSettled, on: order)
    entry.subject = order.no
    try db.run("UPDATE orders SET closed_on = \(today) WHERE id = \(order.id)")
  }
}

/// A changed quantity, as its gate is asked.
struct QuantityChange: Sendable {
  let order: String
  let schedule: Schedule
  let quantity: Int64
}

extension Gate where Subject == QuantityChange {
  /// The quantity does not fall below what was shipped (lateness, tricky point 6).
  static let quantityAboveShipped = Gate(.quantityAboveShipped) { change, _ in
    let shipped = change.schedule.quantity.with(change.schedule.shipped)
    return change.quantity < shipped.smallest
      ? .belowShipped(no: change.order, shipped: shipped, asked: shipped.with(change.quantity)) : nil
  }
}
