import Gendan

/// Weekdays: `fri` on the side that is meant, `next fri` in next week.
extension DatePhrase {
  /// The longer name first: wed begins wednesday.
  private static let weekdays: KeyValuePairs<String, Weekday> = [
    "monday": .monday, "mon": .monday, "tuesday": .tuesday, "tues": .tuesday, "tue": .tuesday,
    "wednesday": .wednesday, "wed": .wednesday, "thursday": .thursday, "thurs": .thursday,
    "thur": .thursday, "thu": .thursday, "friday": .friday, "fri": .friday,
    "saturday": .saturday, "sat": .saturday, "sunday": .sunday, "sun": .sunday,
  ]

  func weekday() -> Reading? {
    var scanner = scanner
    let weeks: KeyValuePairs = ["this": 0, "next": 1, "last": -1]
    let week = scanner.take(weeks)
    guard let weekday = scanner.take(Self.weekdays), scanner.isAtEnd else { return nil }
    return .fromToday(week.map { day(weekday, weeksLater: $0) } ?? nearest(weekday))
  }

  /// The weekday of this ISO week, or of one before or after it.
  func day(_ weekday: Weekday, weeksLater weeks: Int) -> Day {
    context.today.firstOfWeek.adding(days: weeks * 7 + weekday.rawValue - 1)
  }

  /// The weekday without a week: today or the coming one for a plan, today or the last one for a fact.
  func nearest(_ weekday: Weekday) -> Day {
    let current = day(weekday, weeksLater: 0)
    return context.chosen(from: [current.adding(days: -7), current, current.adding(days: 7)]) ?? current
  }
}
