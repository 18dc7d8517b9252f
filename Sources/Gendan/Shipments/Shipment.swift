/// Goods that left together.
public struct Shipment: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Shipment>
  /// Its number, such as D2603-0097.
  public let no: String
  /// The day they left.
  public let shippedOn: Day
  /// Who carries them.
  public let carrier: String?
  /// The waybill.
  public let tracking: String?
  /// The day they arrived, once known.
  public let arrivedOn: Day?
}

/// One order's part of a shipment.
public struct ShipmentLine: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<ShipmentLine>
  /// The shipment's number.
  public let shipment: String
  /// The day it left.
  public let shippedOn: Day
  /// Who carries it.
  public let carrier: String?
  /// The waybill.
  public let tracking: String?
  /// The delivery it belongs to.
  public let schedule: Identifier<Schedule>
  /// The line in its order, with the delivery's number where the line has several.
  public let place: LinePart
  /// The line's number in its order.
  public var lineNo: Int { place.number }
  /// What left.
  public let quantity: Quantity
  /// The day it arrived, once known.
  public let arrivedOn: Day?
  /// Missing on arrival, in the smallest unit.
  public let short: Int64
  /// Damaged on arrival.
  public let damaged: Int64
  /// Who received it.
  public let receivedBy: String?
}

/// What leaves of one order.
public struct ShipRequest: Sendable {
  /// The order.
  public let order: Order
  /// One line of it, or a part delivery; nil for all.
  public let line: LinePart?
  /// In the smallest unit; nil for all that is owed.
  public let quantity: Int64?

  /// A part of a shipment.
  public init(order: Order, line: LinePart?, quantity: Int64?) {
    self.order = order
    self.line = line
    self.quantity = quantity
  }
}

/// A shipment's paper facts.
public struct ShipmentDetails: Sendable {
  /// Its number; nil gives it the next.
  public var no: String?
  /// The day it left.
  public var day: Day
  /// Who carries it.
  public var carrier: String?
  /// The waybill.
  public var tracking: String?
  /// Anything else.
  public var note: String?

  /// A shipment of a day.
  public init(day: Day) { self.day = day }
}

/// A delivery about to leave, as its gate is asked.
struct ShipQuestion: Sendable {
  let order: String
  let schedule: Schedule
  let quantity: Int64
  /// What of the same request has gone to deliveries that are due earlier.
  var before: Int64 = 0
}

extension Gate where Subject == ShipQuestion {
  /// Not more leaves than is owed with the agreed tolerance (R-293; lateness, tricky point 3).
  static let shipWithinOpen = Gate(.shipWithinOpen) { question, _ in
    let schedule = question.schedule
    let over = Decimal.product(schedule.quantity.smallest, schedule.overTolerance, over: 10000) ?? 0
    guard question.quantity > schedule.open.smallest + over else { return nil }
    return .moreThanOpen(
      no: question.order, open: schedule.open.with(schedule.open.smallest + question.before),
      asked: schedule.quantity.with(question.quantity + question.before))
  }
}

/// An arrival as its gate is asked.
struct ArrivalQuestion: Sendable {
  let shipment: String
  let quantity: Quantity
  let rejected: Int64
}

extension Gate where Subject == ArrivalQuestion {
  /// Not more is short or damaged than was shipped.
  static let arriveWithinShipped = Gate(.arriveWithinShipped) { question, _ in
    question.rejected <= question.quantity.smallest
      ? nil
      : .moreThanShipped(
        no: question.shipment, shipped: question.quantity,
        asked: question.quantity.with(question.rejected))
  }
}
