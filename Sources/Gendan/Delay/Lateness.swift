/// The date that lateness is measured against (lateness rule 2).
public enum Basis: String, Sendable, CaseIterable {
  /// The first promise (P1).
  case first
  /// The promise that stands (Pn); the asked day while nothing is promised.
  case latest
  /// The day the customer asked for (R).
  case want
}

/// How late a delivery is, in calendar days and in the site's working days.
public struct Lateness: Sendable, Equatable {
  /// Calendar days; 0 where it is not late.
  public let days: Int
  /// Working days; 0 where no working day has passed since the reference.
  public let workingDays: Int

  /// Compares the completion day, or while it is open the as-of day, with the reference: late iff
  /// after it (lateness rules 3 and 5).
  public init(completedOn: Day?, asOf: Day, reference: Day, calendar: WorkingCalendar) {
    let end = completedOn.map { min($0, asOf) } ?? asOf
    days = max(0, end - reference)
    workingDays = days > 0 ? calendar.workingDays(from: reference, to: end) : 0
  }

  /// Whether it is late at all.
  public var isLate: Bool { days > 0 }
}

/// A delivery with all its facts, as the rules of lateness ask of them; quantities in the smallest unit.
public struct DeliveryRecord: Sendable {
  /// What was ordered.
  public var ordered: Int64
  /// How much less still counts as in full, in basis points.
  public var underTolerance: Int64 = 0
  /// How much more still counts as in full, in basis points.
  public var overTolerance: Int64 = 0
  /// The reference date.
  public var reference: Day
  /// What left, and when.
  public var deliveries: [Delivery]
  /// The day that counts.
  public var meaning = DateMeaning.shipped
  /// The customer's holds.
  public var holds: [Hold] = []

  /// A delivery against a reference date.
  public init(ordered: Int64, reference: Day, deliveries: [Delivery]) {
    self.ordered = ordered
    self.reference = reference
    self.deliveries = deliveries
  }

  private var facts: ScheduleFacts {
    var facts = ScheduleFacts(ordered: ordered, underTolerance: underTolerance, requestedOn: nil)
    facts.deliveries = deliveries
    facts.dateMeaning = meaning
    return facts
  }

  /// The day it was complete (lateness rule 4).
  public var completedOn: Day? { facts.figures.completedOn }

  /// Days late as of a day.
  public func lateness(asOf: Day, calendar: WorkingCalendar) -> Lateness {
    Lateness(
      completedOn: completedOn.flatMap { $0 <= asOf ? $0 : nil }, asOf: asOf, reference: reference,
      calendar: calendar)
  }

  /// Quantity-days late, first in first out over the deliveries (lateness rule 6).
  public func quantityDaysLate(asOf: Day) -> Int64 {
    var left = ordered
    var total: Int64 = 0
    let dated = deliveries.compactMap { delivery in delivery.day(meaning).map { ($0, delivery) } }
    for (day, delivery) in dated.sorted(by: { $0.0 < $1.0 }) where day <= asOf {
      let part = min(left, delivery.accepted)
      total += part * Int64(max(0, day - (delivery.reference ?? reference)))
      left -= part
    }
    return total + max(0, left) * Int64(max(0, asOf - reference))
  }

  /// Complete by the reference and its grace, nil while that cannot be said (lateness rules 7, 13).
  public func isOnTime(asOf: Day, grace: Int = 0) -> Bool? {
    let limit = reference.adding(days: grace)
    if let completedOn, completedOn <= asOf { return completedOn <= limit }
    return asOf > limit ? false : nil
  }

  /// Whether any of it left by the reference; for information (lateness rule 12).
  public var firstShipmentOnTime: Bool? {
    deliveries.compactMap { delivery in delivery.day(meaning).map { ($0, delivery.reference ?? reference) } }
      .min { $0.0 < $1.0 }.map { $0.0 <= $0.1 }
  }

  /// On time and in full: what had counted by the reference lies within the tolerances (rule 8).
  public func isOnTimeInFull(asOf: Day, grace: Int = 0) -> Bool? {
    guard let onTime = isOnTime(asOf: asOf, grace: grace) else { return nil }
    let limit = reference.adding(days: grace)
    let byThen = deliveries.filter { $0.day(meaning).map { $0 <= limit } ?? false }
      .reduce(0) { $0 + $1.accepted }
    let most = ordered + (Decimal.product(ordered, overTolerance, over: 10000) ?? 0)
    return onTime && byThen >= facts.needed && byThen <= most
  }

  /// Calendar days late less the customer's holds between the reference and the end; only holds
  /// with start, end and evidence stop the clock (lateness rule 9).
  public func adjustedDaysLate(asOf: Day, calendar: WorkingCalendar) -> Int {
    let raw = lateness(asOf: asOf, calendar: calendar).days
    let end = completedOn.map { min($0, asOf) } ?? asOf
    let stopped = holds.reduce(0) { total, hold in
      guard hold.side == .customer, hold.evidence != nil, let from = hold.fromOn, let to = hold.resumedOn
      else { return total }
      return total + max(0, min(to, end) - max(from, reference))
    }
    return max(0, raw - stopped)
  }
}
