import Gendan

extension Desk {
  /// The moment that `--on` and `--at` name; nil, which means now, where both are left out.
  ///
  /// A day without a time means its beginning, or with `isEnd` its end as far as it has come, so that
  /// no wait looks shorter than it was.
  func moment(on: String?, at: String?, isEnd: Bool = false, in reading: Reading) throws -> Instant? {
    guard on != nil || at != nil else { return nil }
    let day = try factDay(on, in: reading) ?? reading.today
    let (hour, minute) = try at.map(Self.time) ?? (isEnd ? (23, 59) : (0, 0))
    guard let instant = Instant(day, hour: hour, minute: minute, utcOffset: reading.utcOffset) else {
      throw Self.unreadable(time: at ?? "")
    }
    guard instant > reading.now else { return instant }
    if at == nil { return reading.now }
    throw DateError.factInFuture("\(at ?? "")", day)
  }

  private static func time(_ text: String) throws -> (hour: Int, minute: Int) {
    let parts = folded(text).split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], 0...23 ~= hour, 0...59 ~= minute
    else { throw unreadable(time: text) }
    return (hour, minute)
  }

  private static func unreadable(time text: String) -> Complaint {
    Complaint(
      .usage, Text("\"\(text)\" is no time of day", "\"\(text)\" 不是时刻", "\"\(text)\" 不是時刻"),
      try: "--at 9:30")
  }

  /// Seconds east of UTC at an instant, in the book's zone.
  func utcOffset(_ at: Instant) -> Int { surroundings.utcOffset(zone, at) }
}
