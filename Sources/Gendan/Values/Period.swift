/// A stretch of days with both ends included; an end that is nil is open.
public struct Period: Sendable, Hashable {
  /// The first day, or nil where the period has no beginning.
  public let first: Day?

  /// The last day, or nil where the period has no end.
  public let last: Day?

  /// The days from `first` to `last`, both included; none where `last` is before `first`.
  public init(first: Day?, last: Day?) {
    self.first = first
    self.last = last
  }

  /// Whether the day is in the period.
  public func contains(_ day: Day) -> Bool {
    first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }

  /// The condition that a column of days is in the period.
  func condition(on column: SQL) -> SQL {
    let ends = [first.map { "\(column) >= \($0)" as SQL }, last.map { "\(column) <= \($0)" as SQL }]
    let bounds = ends.compactMap { $0 }
    return bounds.isEmpty ? "1 = 1" : SQL.join(bounds, " AND ")
  }

  /// This one day.
  public static func day(_ day: Day) -> Period { Period(first: day, last: day) }

  /// The ISO week, Monday to Sunday, that has this day.
  public static func week(of day: Day) -> Period {
    Period(first: day.firstOfWeek, last: day.lastOfWeek)
  }

  /// The calendar month that has this day.
  public static func month(of day: Day) -> Period {
    Period(first: day.firstOfMonth, last: day.lastOfMonth)
  }

  /// The calendar quarter that has this day.
  public static func quarter(of day: Day) -> Period {
    Period(first: day.firstOfQuarter, last: day.lastOfQuarter)
  }

  /// The calendar year that has this day.
  public static func year(of day: Day) -> Period {
    Period(first: day.firstOfYear, last: day.lastOfYear)
  }
}

extension Period: CustomStringConvertible {
  /// The period as it is typed, such as `2026-03-01..2026-03-31`; an open end is left out.
  public var description: String {
    "\(first.map(\.description) ?? "")..\(last.map(\.description) ?? "")"
  }
}

extension Period {
  /// A unit that a report's period is divided into, one row or column each (`--every`).
  public enum Interval: String, Sendable, CaseIterable {
    /// One calendar day.
    case day
    /// One ISO week, Monday to Sunday.
    case week
    /// One calendar month.
    case month
    /// One calendar quarter.
    case quarter

    /// The whole interval that has this day.
    public func period(of day: Day) -> Period {
      switch self {
      case .day: .day(day)
      case .week: .week(of: day)
      case .month: .month(of: day)
      case .quarter: .quarter(of: day)
      }
    }
  }

  /// The whole intervals that have a day of this period, in order; none where an end is open.
  ///
  /// The first and the last may reach beyond the period: a week that is cut is no week to compare.
  public func split(every interval: Interval) -> [Period] {
    guard let first, let last, first <= last else { return [] }
    var parts: [Period] = []
    var start = first
    while start <= last {
      let part = interval.period(of: start)
      parts.append(part)
      guard let end = part.last, end < .latest else { break }
      start = end.adding(days: 1)
    }
    return parts
  }
}
