import Gendan

/// Why a period could not be taken as typed: the facts, for the catalogue of messages to put in words.
enum PeriodError: Error, Hashable {
  /// Not a period of the grammar.
  case unreadable(String)
  /// No year has it, as with month 13 or quarter 5.
  case noSuchPeriod(String)
  /// One of its ends is no date.
  case date(DateError)
  /// It would end before it begins.
  case backwards(String, first: Day, last: Day)
  /// Beyond the years 1000 to 9999.
  case outOfRange(String)
}
