/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable {
  /// The first day of the ISO week.
  case monday = 1
  /// The second day.
  case tuesday
  /// The third day.
  case wednesday
  /// The fourth day; the ISO week belongs to the year of its Thursday.
  case thursday
  /// The fifth day.
  case friday
  /// The sixth day, a rest day by default.
  case saturday
  /// The last day of the ISO week, a rest day by default.
  case sunday
}
