/// Part of what an order's terms ask the customer to pay. It follows from the terms,
/// the order's worth and what was shipped; only that the customer was asked for it is a fact of its own.
///
/// Amounts are in 1/100 of the order's currency's unit.
public struct Instalment: Sendable, Equatable {
  /// Which part.
  public let kind: InstalmentKind
  /// What is asked.
  public let amount: Int64
  /// The day it is due; nil while nobody can tell.
  public let dueOn: Day?
  /// The shipment that it pays; nil where it is of the whole order.
  public let shipment: String?
  /// The day the customer was asked for it.
  public let requestedOn: Day?
  /// What finance confirmed of it.
  public internal(set) var paid: Int64 = 0
  /// What the customer says was paid of it besides.
  public internal(set) var claimed: Int64 = 0

  /// What is still to be paid.
  public var open: Int64 { amount - paid }

  /// Where it stands (3.7).
  public var state: InstalmentState {
    if open <= 0 {
      .paid
    } else if paid > 0 {
      .partPaid
    } else if claimed > 0 {
      .claimed
    } else {
      requestedOn == nil ? .pending : .requested
    }
  }

  /// How long it is overdue on a day; nil where it is not.
  public func ageing(on day: Day) -> Ageing? {
    guard open > 0, let dueOn, dueOn < day else { return nil }
    return Ageing(days: day - dueOn)
  }
}

/// The parts that terms divide an order's money into.
public enum InstalmentKind: String, SQLConvertible, Sendable, CaseIterable {
  /// Before production.
  case deposit
  /// Before the goods leave.
  case balance
  /// Days after the goods left.
  case credit
  /// On delivery.
  case cod
}

/// Where an instalment stands; derived, never stored.
public enum InstalmentState: String, Sendable, CaseIterable {
  /// Nobody asked for it yet.
  case pending
  /// The customer was asked.
  case requested
  /// The customer says it was paid; finance has not found it.
  case claimed
  /// Finance confirmed part of it.
  case partPaid = "part-paid"
  /// Finance confirmed all of it.
  case paid
}

/// For how long something is overdue, in calendar days.
public enum Ageing: String, Sendable, CaseIterable {
  /// 1 to 30 days.
  case month = "1-30"
  /// 31 to 60 days.
  case twoMonths = "31-60"
  /// 61 days and more.
  case older = "61+"

  /// The group of so many days, from 1.
  init(days: Int) { self = days <= 30 ? .month : days <= 60 ? .twoMonths : .older }
}
