import Gendan

/// A date that others are counted from: today, or one of the order's own.
enum Anchor: String, CaseIterable, Hashable, Sendable {
  case today, due, want, promise, order, ship, start
}

/// What a typed date is read against.
struct DateContext {
  /// Which way an incomplete date is completed.
  enum Direction: Hashable, Sendable {
    /// A plan looks forward: `fri` is the coming Friday.
    case plan
    /// A fact looks back: `fri` is the last Friday.
    case fact
    /// A report or filter looks at the current week, month or year: `fri` is this week's Friday.
    case view
  }

  var today: Day
  var calendar: WorkingCalendar
  var direction: Direction
  /// The order's own dates; nil for one it does not have.
  var anchors: (Anchor) -> Day? = { _ in nil }

  /// The date counted from; today needs no order.
  func day(of anchor: Anchor) throws(DateError) -> Day {
    if anchor == .today { return today }
    guard let day = anchors(anchor) else { throw .anchorMissing(anchor) }
    return day
  }

  /// Of a date's occurrences in order, the current one first, the one that this direction means.
  func chosen(from occurrences: some Sequence<Day>) -> Day? {
    switch direction {
    case .plan: occurrences.first { $0 >= today }
    case .fact: occurrences.reversed().first { $0 <= today }
    case .view: nil
    }
  }
}
