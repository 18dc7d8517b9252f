extension Day {
  /// The day `days` calendar days later, earlier when negative.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .earliest : .latest }
    return Day(number: sum)
  }

  /// The same day of the month `months` later, or that month's last day where it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return months < 0 ? .earliest : .latest }
    guard sum >= 12_000 else { return .earliest }
    guard let first = Day(year: sum / 12, month: sum % 12 + 1, day: 1) else { return .latest }
    return min(first.adding(days: day - 1), first.lastOfMonth)
  }

  /// Calendar days from the right day to the left one.
  public static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  /// The Monday of this day's ISO week.
  public var firstOfWeek: Day { adding(days: 1 - weekday.rawValue) }

  /// The Sunday of this day's ISO week.
  public var lastOfWeek: Day { adding(days: 7 - weekday.rawValue) }

  /// The first day of this day's month.
  public var firstOfMonth: Day { adding(days: 1 - dayOfMonth) }

  /// The last day of this day's month.
  public var lastOfMonth: Day { lastDay(ofMonths: 1, from: firstOfMonth) }

  /// The first day of this day's quarter.
  public var firstOfQuarter: Day { first(ofMonth: (quarter - 1) * 3 + 1) }

  /// The last day of this day's quarter.
  public var lastOfQuarter: Day { lastDay(ofMonths: 3, from: firstOfQuarter) }

  /// 1 January of this day's year.
  public var firstOfYear: Day { first(ofMonth: 1) }

  /// 31 December of this day's year.
  public var lastOfYear: Day { lastDay(ofMonths: 12, from: firstOfYear) }

  private func first(ofMonth month: Int) -> Day {
    Day(year: year, month: month, day: 1) ?? .earliest  // a day's own year always has it
  }

  /// The day before the first of the month `months` after `first`; December 9999 has no such month.
  private func lastDay(ofMonths months: Int, from first: Day) -> Day {
    let (year, month, _) = first.civil
    let next = year * 12 + month - 1 + months
    guard let following = Day(year: next / 12, month: next % 12 + 1, day: 1) else { return .latest }
    return following.adding(days: -1)
  }
}
