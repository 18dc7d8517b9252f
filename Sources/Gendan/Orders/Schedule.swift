/// One delivery of one line: a quantity and its dates; the unit of lateness (lateness rule 1).
public struct Schedule: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Schedule>
  /// Its order.
  public let order: Identifier<Order>
  /// Its line.
  public let line: Identifier<OrderLine>
  /// The line's number in the order, from 1.
  public let lineNo: Int
  /// Its number in the line, from 1.
  public let seq: Int
  /// How people name it in its order: the line, with its number where the line has several deliveries.
  public let place: LinePart
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// What was ordered.
  public let quantity: Quantity
  /// What was shipped, in the product's smallest unit.
  public let shipped: Int64
  /// What was shipped less what is known to have arrived short or damaged.
  public let accepted: Int64
  /// The day the customer asked for (R).
  public let requestedOn: Day?
  /// The first promise (P1).
  public let firstPromisedOn: Day?
  /// The promise that stands (Pn).
  public let promisedOn: Day?
  /// How many promises were made.
  public let promiseCount: Int
  /// The day it was complete.
  public let completedOn: Day?
  /// Whether it is still owed.
  public let isOpen: Bool
  /// How much more than ordered may be shipped, in basis points.
  public let overTolerance: Int64

  /// How an answer calls it: the order's number, with its place where the line has several deliveries.
  func named(in order: String) -> String { place.part == nil ? order : "\(order).\(place)" }

  /// What is still owed.
  public var open: Quantity { quantity.with(max(0, quantity.smallest - accepted)) }
  /// The day it is due: the standing promise, or the asked day while nothing is promised.
  public var dueOn: Day? { promisedOn ?? requestedOn }
}

/// A line of an order.
public enum OrderLine {}

/// What is known of one delivery, as recorded.
public struct ScheduleFacts: Sendable {
  /// What was ordered, in the smallest unit.
  public var ordered: Int64
  /// How much less still counts as in full, in basis points.
  public var underTolerance: Int64
  /// The day the customer asked for.
  public var requestedOn: Day?
  /// The promises in the order in which they were made, each with its series.
  public var promises: [(series: Int, day: Day)] = []
  /// What left and what became of it, in any order.
  public var deliveries: [Delivery] = []
  /// Whether the order was cancelled.
  public var isCancelled = false
  /// Which day a promise means.
  public var dateMeaning = DateMeaning.shipped

  /// Facts of a delivery not yet promised or shipped.
  public init(ordered: Int64, underTolerance: Int64 = 0, requestedOn: Day?) {
    self.ordered = ordered
    self.underTolerance = underTolerance
    self.requestedOn = requestedOn
  }

  /// The figures that follow from the facts, which schema.sql keeps for speed.
  public var figures: ScheduleFigures {
    let series = promises.last?.series ?? 1
    let completedOn = deliveries.completion(of: needed, meaning: dateMeaning)
    return ScheduleFigures(
      firstPromisedOn: promises.first { $0.series == series }?.day,
      promisedOn: promises.last?.day,
      promiseCount: promises.count - Set(promises.map(\.series)).subtracting([series]).count,
      shipped: deliveries.reduce(0) { $0 + $1.quantity },
      accepted: deliveries.reduce(0) { $0 + $1.accepted },
      completedOn: completedOn,
      isOpen: completedOn == nil && !isCancelled,
      dueOn: promises.last?.day ?? requestedOn)
  }

  /// The least quantity that counts as all of it (lateness rule 4).
  public var needed: Int64 {
    ordered - (Decimal.product(ordered, underTolerance, over: 10000) ?? 0)
  }
}

/// Figures kept beside a schedule; `gendan check` computes them again from the facts.
public struct ScheduleFigures: Sendable, Equatable {
  /// P1.
  public let firstPromisedOn: Day?
  /// Pn.
  public let promisedOn: Day?
  /// How many promises were made; the first after a customer's change takes the place of the last before it, for it is
  /// no re-promise of ours.
  public let promiseCount: Int
  /// Shipped, in the smallest unit.
  public let shipped: Int64
  /// Shipped less short and damaged.
  public let accepted: Int64
  /// The day it was complete.
  public let completedOn: Day?
  /// Whether it is still owed.
  public let isOpen: Bool
  /// Pn, or R while nothing is promised.
  public let dueOn: Day?
}

/// Part of a delivery that left on one day.
public struct Delivery: Sendable, Equatable {
  /// How much left, in the smallest unit.
  public let quantity: Int64
  /// The day it left.
  public let shippedOn: Day
  /// The day it arrived, once known.
  public let arrivedOn: Day?
  /// How much of it arrived short or damaged.
  public let rejected: Int64
  /// The date it is measured against, where the customer has moved that of what was still to come (lateness rule 6).
  public var reference: Day?

  /// A delivery.
  public init(quantity: Int64, shippedOn: Day, arrivedOn: Day? = nil, rejected: Int64 = 0) {
    self.quantity = quantity
    self.shippedOn = shippedOn
    self.arrivedOn = arrivedOn
    self.rejected = rejected
  }

  /// What counts of it: all until the arrival tells otherwise (lateness rule 12).
  public var accepted: Int64 { quantity - rejected }

  /// The day that counts, under what a promised date means.
  public func day(_ meaning: DateMeaning) -> Day? { meaning == .shipped ? shippedOn : arrivedOn }
}

extension [Delivery] {
  /// The first day on which the accepted quantity reached `needed` (lateness rule 4).
  public func completion(of needed: Int64, meaning: DateMeaning) -> Day? {
    let dated = compactMap { delivery in delivery.day(meaning).map { ($0, delivery.accepted) } }
    var total: Int64 = 0
    for (day, quantity) in dated.sorted(by: { $0.0 < $1.0 }) {
      total += quantity
      if total >= needed { return day }
    }
    return nil
  }
}
