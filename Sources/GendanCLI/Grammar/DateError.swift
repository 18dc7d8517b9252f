import Gendan

/// Why a date could not be taken as typed: the facts, for the catalogue of messages to put in words.
///
/// `text` is always what the person typed.
enum DateError: Error, Hashable {
  /// Not a date of the grammar.
  case unreadable(String)
  /// Day and month, or year and day, may be meant either way; the days it could be, likeliest first.
  case ambiguousOrder(String, readings: [Day])
  /// No calendar has this day, as with 30 February.
  case noSuchDay(String)
  /// A day without its year, close to today on the side not meant: that near day, or the one a year off.
  case wrongSide(String, nearDay: Day, otherYear: Day)
  /// Counted from a date that this order does not have, or where there is no order.
  case anchorMissing(Anchor)
  /// A fact cannot have happened yet.
  case factInFuture(String, Day)
  /// A plan counted back from today; a past plan is recorded with its year in full.
  case planInPast(String, Day)
  /// No holiday is known on that side of today.
  case noHolidayKnown(String)
  /// Beyond the years 1000 to 9999.
  case outOfRange(String)
}
