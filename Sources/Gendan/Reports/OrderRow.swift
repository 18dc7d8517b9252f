/// One delivery with everything that lists show of it.
public struct OrderRow: Sendable {
  /// The delivery's key.
  public let schedule: Identifier<Schedule>
  /// The order's key.
  public let order: Identifier<Order>
  /// The order's number.
  public let no: String
  /// The line in the order, from 1, with the delivery's number where the line has several.
  public let place: LinePart
  /// The line in the order, from 1.
  public var lineNo: Int { place.number }
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// How important the customer is.
  public let customerClass: CustomerClass
  /// What the customer is to us.
  public let customerType: CustomerType
  /// The customer's own number.
  public let customerPO: String?
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// What was ordered.
  public let quantity: Quantity
  /// What was shipped, in the smallest unit.
  public let shipped: Int64
  /// What was accepted.
  public let accepted: Int64
  /// 1/10000 of the currency's unit.
  public let price: Int64?
  /// In basis points.
  public let discount: Int64
  /// ISO 4217.
  public let currency: String
  /// The day it was ordered.
  public let orderedOn: Day
  /// R.
  public let requestedOn: Day?
  /// P1.
  public let firstPromisedOn: Day?
  /// Pn as of the report's day.
  public let promisedOn: Day?
  /// How many promises were made.
  public let promiseCount: Int
  /// Pn, or R while nothing is promised.
  public let dueOn: Day?
  /// The day it was complete, as of the report's day.
  public let completedOn: Day?
  /// Whether it is owed as of the report's day.
  public let isOpen: Bool
  /// The clerk's login.
  public let clerk: String?
  /// The clerk's name.
  public let clerkName: String?
  /// The order's rank.
  public let priority: Priority
  /// Who carries it.
  public let carrier: String?
  /// Anything else.
  public let note: String?
  /// The colour.
  public let color: String?
  /// Size, material or make-up.
  public let spec: String?
  /// What the customer demands.
  public let requirement: String?
  /// Domestic or export.
  public let kind: OrderKind
  /// How the order came.
  public let channel: Channel?
  /// Whether a hold is running.
  public let isHeld: Bool
  /// Why the standing promise replaced the one before.
  public let cause: Cause?
  /// Where the order stands.
  public internal(set) var state: OrderState
  /// Where its production stands; filled in for the rows that are shown.
  public internal(set) var stage = Stage.none
  /// How many more deliveries of the same order the list holds.
  public internal(set) var others = 0
  /// The codes of the products of those that are not its own.
  public internal(set) var otherProducts: Set<String> = []
  /// What the row speaks for, a sum a unit: its own delivery, with the others of its order where the list shows one
  /// row an order.
  public internal(set) var goods: [Goods] = []
  /// The worth of those goods, as far as they have a price.
  public internal(set) var worth: Money?

  /// Whether it is of the highest rank and still open.
  public var isRush: Bool { priority == .high && state != .closed && state != .cancelled }

  /// What is still owed: nothing of what was cancelled, nor of what is complete within its tolerance.
  public var open: Quantity { quantity.with(isOpen ? max(0, quantity.smallest - accepted) : 0) }

  /// The worth of what was ordered, rounded only to 1/10000; nil without a price.
  public var amount: Money? {
    guard let price,
      let net = Money.worth(
        of: quantity.smallest, decimals: quantity.decimals, price: price, discount: discount)
    else { return nil }
    return Money(tenThousandths: net, currency: currency)
  }

  /// The date to measure against.
  public func reference(_ basis: Basis) -> Day? {
    switch basis {
    case .first: firstPromisedOn
    case .latest: dueOn
    case .want: requestedOn
    }
  }

  /// How late it is against a basis; nil where that date is not recorded (lateness rule 15), and where a cancellation
  /// took what was owed: nothing is late any more.
  public func lateness(_ basis: Basis = .latest, asOf: Day, calendar: WorkingCalendar) -> Lateness? {
    // Before the day of the cancellation it was owed, and late, as it was then.
    if state == .cancelled && completedOn == nil && !isOpen { return nil }
    return reference(basis).map {
      Lateness(completedOn: completedOn, asOf: asOf, reference: $0, calendar: calendar)
    }
  }
}

extension OrderRow {
  /// Goods of one unit.
  public struct Goods: Sendable, Equatable {
    /// What was ordered.
    public internal(set) var ordered: Quantity
    /// What is still owed.
    public internal(set) var open: Quantity
    /// What was shipped.
    public internal(set) var shipped: Quantity
  }

  /// Speaks for another delivery of its order too.
  mutating func absorb(_ other: OrderRow) {
    others += 1 + other.others
    otherProducts.formUnion(other.otherProducts)
    otherProducts.insert(other.productCode)
    otherProducts.remove(productCode)
    for more in other.goods {
      let place = goods.firstIndex {
        $0.ordered.unit == more.ordered.unit && $0.ordered.decimals == more.ordered.decimals
      }
      guard let place else {
        goods.append(more)
        continue
      }
      goods[place].ordered.add(more.ordered)
      goods[place].open.add(more.open)
      goods[place].shipped.add(more.shipped)
    }
    guard let more = other.worth else { return }
    let sum = (worth?.tenThousandths ?? 0).addingReportingOverflow(more.tenThousandths).partialValue
    worth = Money(tenThousandths: sum, currency: currency)
  }
}

/// Where the production of a delivery stands.
public enum Stage: Sendable, Equatable {
  /// Not released, or not known.
  case none
  /// At a step: its name, its department, good pieces so far.
  case step(String, department: String?, good: Int64)
  /// All steps are done: it can leave.
  case made
}
