/// The hours in which a place works on its working days, for clocks that count them (D-01).
public struct WorkingHours: Sendable {
  /// Minutes after midnight, in order and apart.
  private let spans: [Range<Int>]
  private let calendar: WorkingCalendar
  private let utcOffset: Int

  /// The spans of each working day of a calendar; `utcOffset` in seconds east of Greenwich.
  public init(_ spans: [Range<Int>], _ calendar: WorkingCalendar, utcOffset: Int) {
    self.spans = spans
    self.calendar = calendar
    self.utcOffset = utcOffset
  }

  /// The spans that a text such as 8:00-12:00,13:00-17:30 means; nil where it means none, or they
  /// are not in order.
  public static func spans(_ text: String) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).compactMap(minutes)
      guard ends.count == 2, ends[0] < ends[1], spans.last.map({ $0.upperBound <= ends[0] }) ?? true else {
        return nil
      }
      spans.append(ends[0]..<ends[1])
    }
    return spans.isEmpty ? nil : spans
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, 0...24 ~= parts[0], 0...59 ~= parts[1], parts[0] * 60 + parts[1] <= 1440 else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }

  /// The moment at which so many worked minutes have passed.
  public func instant(_ minutes: Int, after start: Instant) -> Instant {
    var left = max(0, minutes)
    var day = start.day(utcOffset: utcOffset)
    var from = start.hour(utcOffset: utcOffset) * 60 + start.minute(utcOffset: utcOffset)
    // A calendar without any worked day in years is no calendar to wait for.
    for _ in 0..<3660 {
      for span in calendar.isWorking(day) ? spans : [] where span.upperBound > from {
        let begin = max(span.lowerBound, from)
        if left <= span.upperBound - begin { return moment(day, begin + left) }
        left -= span.upperBound - begin
      }
      day = day.adding(days: 1)
      from = 0
    }
    return moment(day, 0)
  }

  private func moment(_ day: Day, _ minute: Int) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400 + Int64(minute * 60 - utcOffset))
  }
}

extension Reading {
  /// The site's working hours.
  public func workingHours() throws -> WorkingHours {
    let settings = try settings()
    let spans = WorkingHours.spans(settings[.shifts]) ?? WorkingHours.spans(Setting.shifts.standard) ?? []
    return WorkingHours(spans, try calendar(), utcOffset: utcOffset)
  }
}
