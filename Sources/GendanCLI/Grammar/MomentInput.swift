import Gendan

/// When something happened: the day, and the instant where the time is known.
struct Moment {
  let day: Day
  let at: Instant?

  /// The instant, or the day's first where the time is unknown: when something came.
  func began(utcOffset: Int) -> Instant? {
    at ?? Instant(day, hour: 0, minute: 0, utcOffset: utcOffset)
  }

  /// The instant, or the day's last where the time is unknown: no wait looks shorter than it was.
  func ended(utcOffset: Int) -> Instant? {
    at ?? Instant(day, hour: 23, minute: 59, utcOffset: utcOffset)
  }
}

extension Desk {
  /// The moment of a text `DATE HH:MM`: now where it is left out, today where it is a time alone; of a day
  /// alone the time stays unknown.
  func moment(_ text: String?, in reading: Reading) throws -> Moment {
    guard let text else { return Moment(day: reading.today, at: reading.now) }
    let words = folded(text).split(separator: " ")
    guard let last = words.last, let (hour, minute) = Self.time(last) else {
      let day = try day(text, .fact, in: reading)
      return Moment(day: day, at: day == reading.today ? reading.now : nil)
    }
    let date = words.dropLast().joined(separator: " ")
    let day = date.isEmpty ? reading.today : try day(date, .fact, in: reading)
    guard let at = Instant(day, hour: hour, minute: minute, utcOffset: reading.utcOffset) else {
      throw DateError.unreadable(text)
    }
    guard at <= reading.now else { throw DateError.factInFuture(text, day) }
    return Moment(day: day, at: at)
  }

  /// `9:30`.
  private static func time(_ word: Substring) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    return (hour, minute)
  }

  /// The day and time at the site: `2026-03-20 11:00`.
  func stamp(_ at: Instant) -> String { "\(at.day(utcOffset: utcOffset(at))) \(time(at))" }

  /// The time of day at the site: `11:00`.
  func time(_ at: Instant) -> String { DateWords.clock(at, utcOffset: utcOffset(at)) }
}
