/// The pattern of a week without exceptions, and the arithmetic that follows from it alone.
struct WorkingWeek: Sendable {
  /// Bit 0 for Monday … bit 6 for Sunday, set where people work.
  private let pattern: UInt8

  init(rest: Set<Weekday>) {
    pattern = rest.reduce(0b111_1111) { $0 & ~(1 << ($1.rawValue - 1)) }
  }

  func isWorking(_ day: Int) -> Bool {
    pattern >> place(day).weekday & 1 == 1
  }

  /// Working days from Monday 1969-12-29 up to and with this day, negative before that.
  func number(of day: Int) -> Int {
    let (week, weekday) = place(day)
    let upToDay = pattern & UInt8(truncatingIfNeeded: 2 << weekday - 1)
    return week * pattern.nonzeroBitCount + upToDay.nonzeroBitCount
  }

  /// The day with this number that is worked, or nil in a week of nothing but rest.
  func day(numbered number: Int) -> Int? {
    let perWeek = pattern.nonzeroBitCount
    guard perWeek > 0 else { return nil }
    let week = floorDivide(number - 1, perWeek)
    var left = number - week * perWeek  // 1…perWeek
    for weekday in 0..<7 where pattern >> weekday & 1 == 1 {
      left -= 1
      if left == 0 { return week * 7 + weekday - 3 }
    }
    return nil
  }

  /// The week since the one of 1970-01-01, a Thursday, and the weekday, 0 for Monday.
  private func place(_ day: Int) -> (week: Int, weekday: Int) {
    let week = floorDivide(day + 3, 7)
    return (week, day + 3 - week * 7)
  }

  private func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number + 1) / divisor - 1
  }
}
