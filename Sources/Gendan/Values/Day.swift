/// A calendar day without time or zone, of the years 1000 to 9999 in the proleptic Gregorian calendar.
///
/// Arithmetic that would leave these years stops at `Day.earliest` or `Day.latest`; it never traps.
public struct Day: Sendable, Hashable {
  /// Days since 1970-01-01, negative before it.
  public let number: Int32

  /// 1000-01-01, where arithmetic towards the past stops.
  public static let earliest = Day(unchecked: -354_285)

  /// 9999-12-31, where arithmetic towards the future stops.
  public static let latest = Day(unchecked: 2_932_896)

  private init(unchecked number: Int32) {
    self.number = number
  }

  /// The day `number` days after 1970-01-01, or the nearest day of the years 1000 to 9999.
  public init(number: Int) {
    let clamped = min(max(number, Int(Day.earliest.number)), Int(Day.latest.number))
    self.number = Int32(truncatingIfNeeded: clamped)
  }

  /// The day of these numbers, or nil where the calendar has none, as for 30 February or the year 999.
  public init?(year: Int, month: Int, day: Int) {
    guard 1000...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Civil.length(ofMonth: month, year: year)
    else { return nil }
    self.init(number: Civil.number(year: year, month: month, day: day))
  }

  /// Year 1000…9999, month 1…12 and day of the month 1…31, worked out together.
  public var civil: (year: Int, month: Int, day: Int) { Civil.date(number: Int(number)) }

  /// The year, 1000…9999.
  public var year: Int { civil.year }

  /// The month, 1…12.
  public var month: Int { civil.month }

  /// The day of the month, 1…31.
  public var dayOfMonth: Int { civil.day }

  /// The quarter of the year, 1…4.
  public var quarter: Int { (month + 2) / 3 }

  /// The day of the week.
  public var weekday: Weekday {
    Weekday(rawValue: Civil.weekday(number: Int(number)) + 1) ?? .monday  // always 1…7
  }

  /// The week of ISO 8601, 1…53, and the year it belongs to, that of its Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Int(number) - Civil.weekday(number: Int(number)) + 3
    let year = Civil.date(number: thursday).year
    return (year, (thursday - Civil.number(year: year, month: 1, day: 1)) / 7 + 1)
  }
}

extension Day: Comparable {
  /// Whether the left day comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// The arithmetic of the civil calendar on plain numbers, after Howard Hinnant,
/// «chrono-Compatible Low-Level Date Algorithms» (days_from_civil, civil_from_days).
/// Years begin in March there, so that the leap day is the last of its year.
private enum Civil {
  static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month > 2 ? year : year - 1
    let era = y / 400  // years here are positive
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(number: Int) -> (year: Int, month: Int, day: Int) {
    let sinceMarchOfYear0 = number + 719_468
    let era = sinceMarchOfYear0 / 146_097
    let dayOfEra = sinceMarchOfYear0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month > 2 ? 0 : 1)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// 0 for Monday … 6 for Sunday; 1970-01-01 was a Thursday.
  static func weekday(number: Int) -> Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
