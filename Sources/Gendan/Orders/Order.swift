/// A customer's order: what everything else hangs on.
public struct Order: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Order>
  /// Its number.
  public let no: String
  /// The customer's key.
  public let customerID: Identifier<Customer>
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// The customer's own number for it.
  public let customerPO: String?
  /// The clerk who answers for it.
  public let clerk: String?
  /// The day it was ordered.
  public let orderedOn: Day
  /// The currency of its prices.
  public let currency: String
  /// Its rank.
  public let priority: Priority
  /// Who carries it.
  public let carrier: String?
  /// Anything else.
  public let note: String?
  /// 1, and one more for each amendment.
  public let version: Int
  /// Domestic or export.
  public let kind: OrderKind
  /// How the customer's order came.
  public let channel: Channel?
  /// When it came: the reply clock's start.
  public let receivedAt: Instant?
  /// The salesperson's login.
  public let salesperson: String?
  /// The settlement terms agreed for it.
  public let terms: String?
  /// What the salesperson gets, in basis points of the worth.
  public let commission: Int64
  /// What makes its contract special.
  public let special: String?
  /// Where it stands on its way to approval.
  public let review: ApprovalState
  /// The day it was closed.
  public let closedOn: Day?
  /// Whether it was cancelled.
  public let isCancelled: Bool
  /// The day it was cancelled; unknown in some history.
  public let cancelledOn: Day?
  /// Which day its promises mean.
  public let dateMeaning: DateMeaning
  /// Calendar days that its goods travel to the customer.
  public let transitDays: Int
  /// Whether a hold is running.
  public let isHeld: Bool
  /// Where it stands, derived from its facts.
  public let state: OrderState
}

extension Order {
  /// The last day on which goods leave to be in time for a day agreed with the customer: that day itself, or
  /// where the customer's days mean arrival, as many days before as the goods travel.
  public func latestShipDay(for agreed: Day) -> Day {
    dateMeaning == .arrived ? agreed.adding(days: -transitDays) : agreed
  }
}

/// Where an order's goods go.
public enum OrderKind: String, SQLConvertible, Sendable, CaseIterable {
  /// Within the country.
  case domestic
  /// Abroad.
  case export
}

/// How a customer's order came.
public enum Channel: String, SQLConvertible, Sendable, CaseIterable {
  /// By fax.
  case fax
  /// By post.
  case mail
  /// By e-mail.
  case email
  /// By telephone.
  case phone
  /// The customer came.
  case visit
  /// From an own shop.
  case shop
}

extension Channel {
  /// The ways after which the customer is called back.
  static let calledBack: Set<Channel> = [.fax, .mail, .email]
}

/// An order's rank.
public enum Priority: String, SQLConvertible, Sendable, CaseIterable {
  /// Rush.
  case high = "H"
  /// As usual.
  case normal = "M"
  /// It can wait.
  case low = "L"
}

/// Where an order stands; derived from facts, never stored.
public enum OrderState: String, Sendable, CaseIterable {
  /// Taken, nothing released yet.
  case taken = "new"
  /// In production.
  case released
  /// Some of it has left.
  case partShipped = "part-shipped"
  /// All of it has left.
  case shipped
  /// Shipped, received, settled.
  case closed
  /// Cancelled.
  case cancelled
}

/// What is done to an order.
public enum OrderAct: Sendable {
  /// Changing what was ordered.
  case change
  /// Giving or moving a date.
  case promise
  /// Holding and resuming.
  case hold
  /// Putting into production, and reporting it.
  case produce
  /// Shipping.
  case ship
  /// Confirming arrival.
  case arrive
  /// Closing.
  case close
  /// Cancelling.
  case cancel
  /// Reporting what goes wrong with it.
  case trouble
}

extension Order {
  /// What each state allows; chases and notes are always allowed.
  public static let lifecycle = Lifecycle<OrderState, OrderAct>([
    .taken: [.change, .promise, .hold, .produce, .ship, .close, .cancel, .trouble],
    .released: [.change, .promise, .hold, .produce, .ship, .close, .cancel, .trouble],
    .partShipped: [.change, .promise, .hold, .produce, .ship, .arrive, .close, .cancel, .trouble],
    .shipped: [.change, .arrive, .close, .produce, .trouble],
    .closed: [.arrive],
    .cancelled: [],
  ])
}

/// What an act on an order is asked with.
struct OrderStep: Sendable {
  let order: Order
  let act: OrderAct
}

extension Gate where Subject == OrderStep {
  /// The order is in a state that allows the act.
  static let orderOpen = Gate(.orderOpen) { step, _ in
    Order.lifecycle.allows(step.act, in: step.order.state)
      ? nil : .orderNotOpen(no: step.order.no, state: step.order.state)
  }
}

extension Gate where Subject == Order {
  /// Everything is shipped and its arrival confirmed.
  static let orderFinished = Gate(.orderFinished) { order, reading in
    let unshipped = try reading.db.count(
      "SELECT count(*) FROM schedules WHERE order_id = \(order.id) AND is_open = 1")
    let unreceived = try reading.db.all(
      """
      SELECT DISTINCT h.no FROM schedules s
      JOIN shipment_lines l ON l.schedule_id = s.id JOIN shipments h ON h.id = l.shipment_id
      WHERE s.order_id = \(order.id)
        AND NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.shipment_line_id = l.id)
      ORDER BY h.no
      """
    ) { try $0[0] as String }
    guard unshipped > 0 || !unreceived.isEmpty else { return nil }
    return .orderUnfinished(no: order.no, unshipped: unshipped, unreceived: unreceived)
  }
}

extension Writing {
  /// Refuses an act that the order's state does not allow.
  func allow(_ act: OrderAct, on order: Order) throws {
    try pass(.orderOpen, on: OrderStep(order: order, act: act))
  }

  /// Refuses a fact that is entered too long after its day, or on a closed day, without a reason (lateness,
  /// point 10).
  public func allow(factOn day: Day) throws {
    try pass(.backdate, .dayOpen, on: day)
  }
}

extension Gate where Subject == Day {
  /// The day is not further back than the book allows without a reason.
  static let backdate = Gate(.backdate) { day, reading in
    let limit = try reading.settings().number(.backdateDays)
    return reading.today - day > limit ? .tooOld(day: day, limit: limit) : nil
  }
}
