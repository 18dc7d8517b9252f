/// A moment in whole seconds of universal time, within the years 1000 to 9999.
///
/// Arithmetic that would leave these years stops at their ends; it never traps.
public struct Instant: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted, negative before it.
  public let seconds: Int64

  /// The moment `seconds` after 1970-01-01T00:00:00Z, or the nearest one of the years 1000 to 9999.
  public init(seconds: Int64) {
    let first = Int64(Day.earliest.number) * 86_400
    let last = Int64(Day.latest.number) * 86_400 + 86_399
    self.seconds = min(max(seconds, first), last)
  }

  /// A time of day at a place, or nil where it is none; `utcOffset` in seconds east of Greenwich.
  public init?(_ day: Day, hour: Int, minute: Int, second: Int = 0, utcOffset: Int = 0) {
    guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second, Instant.offsets ~= utcOffset else { return nil }
    let secondOfDay = (hour * 60 + minute) * 60 + second
    self.init(seconds: Int64(day.number) * 86_400 + Int64(secondOfDay - utcOffset))
  }

  /// The calendar day at a place `utcOffset` seconds east of Greenwich.
  public func day(utcOffset: Int) -> Day {
    Day(number: Int(local(utcOffset).day))
  }

  /// The hour of the day, 0…23, at a place `utcOffset` seconds east of Greenwich.
  public func hour(utcOffset: Int) -> Int {
    Int(local(utcOffset).second / 3600)
  }

  /// The minute of the hour, 0…59, at a place `utcOffset` seconds east of Greenwich.
  public func minute(utcOffset: Int) -> Int {
    Int(local(utcOffset).second / 60 % 60)
  }

  /// The moment `seconds` later, earlier when negative.
  public func adding(seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Seconds from the right moment to the left one.
  public static func - (left: Instant, right: Instant) -> Int64 { left.seconds - right.seconds }

  /// No place on earth is a whole day from Greenwich; what is asked beyond that is cut to it.
  private static let offsets = -86_400...86_400

  private func local(_ utcOffset: Int) -> (day: Int64, second: Int64) {
    let cut = min(max(utcOffset, Instant.offsets.lowerBound), Instant.offsets.upperBound)
    let local = seconds + Int64(cut)
    let second = local % 86_400
    return second < 0 ? (local / 86_400 - 1, second + 86_400) : (local / 86_400, second)
  }
}

extension Instant: Comparable {
  /// Whether the left moment comes first.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
  /// The moment written strictly as YYYY-MM-DDThh:mm:ssZ, or nil.
  public init?(_ text: String) {
    self.init(utf8: text.utf8.span)
  }

  /// The moment whose text YYYY-MM-DDThh:mm:ssZ these bytes are, or nil.
  public init?(utf8 bytes: borrowing Span<UInt8>) {
    guard bytes.count == 20, let day = Day(utf8: bytes.extracting(first: 10)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let hour = ASCII.number(bytes, at: 11, count: 2),
      let minute = ASCII.number(bytes, at: 14, count: 2),
      let second = ASCII.number(bytes, at: 17, count: 2)
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }

  /// The moment as YYYY-MM-DDThh:mm:ssZ.
  public var description: String {
    let (day, second) = local(0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    Day(number: Int(day)).write(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    for (value, end) in [(second / 3600, ":"), (second / 60 % 60, ":"), (second % 60, "Z")] {
      bytes.append(ASCII.digit(Int(value) / 10))
      bytes.append(ASCII.digit(Int(value)))
      bytes.append(contentsOf: end.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
