/// The days a place works: a week's rest days, and the days that depart from it (D-01, R-288).
///
/// It is an index from a day to its running working-day number, so the working days between two
/// days are two look-ups and a subtraction. From the first exception to the last the numbers are
/// kept; before and after, the week alone gives them.
public struct WorkingCalendar: Sendable {
  /// Consecutive days off of one name.
  public struct Holiday: Sendable, Hashable {
    /// The holiday's name, in the calendar's own language.
    public let name: String
    /// The first day off.
    public let first: Day
    /// The last day off.
    public let last: Day
  }

  /// The holidays with a name, in order.
  public let holidays: [Holiday]

  /// The days that depart from the week, and whether each is worked: a holiday is not, 调休 is.
  public let exceptions: [Day: Bool]

  /// The holidays that exceptions come from, in the calendar's own language.
  public let names: [Day: String]

  private let years: Set<Int>
  private let week: WorkingWeek
  private let start: Int  // the day number of running[0]
  private let running: [Int32]
  private let shift: Int  // what all exceptions together add to the week's number

  /// A calendar of a week and its exceptions; `years` are those whose holidays are published and entered.
  public init(
    weeklyRest: Set<Weekday> = [.saturday, .sunday], exceptions: [Day: Bool] = [:],
    names: [Day: String] = [:], years: Set<Int> = []
  ) {
    let week = WorkingWeek(rest: weeklyRest)
    let days = exceptions.sorted { $0.key < $1.key }
    self.week = week
    self.exceptions = exceptions
    self.names = names
    self.years = years
    holidays = WorkingCalendar.blocks(of: days.lazy.filter { !$0.value }.map(\.key), names: names)
    start = days.first.map { Int($0.key.number) } ?? 0

    var running: [Int32] = []
    var shift = 0
    if let last = days.last { running.reserveCapacity(Int(last.key.number) - start + 1) }
    for (day, isWorking) in days {
      let number = Int(day.number)
      // The days since the exception before this one follow the week.
      while start + running.count < number {
        running.append(Int32(truncatingIfNeeded: week.number(of: start + running.count) + shift))
      }
      shift += (isWorking ? 1 : 0) - (week.isWorking(number) ? 1 : 0)
      running.append(Int32(truncatingIfNeeded: week.number(of: number) + shift))
    }
    self.running = running
    self.shift = shift
  }

  /// Whether people work on this day.
  public func isWorking(_ day: Day) -> Bool {
    let number = Int(day.number)
    return self.number(of: number) > self.number(of: number - 1)
  }

  /// The number of working days d with a < d ≤ b; from a later day to an earlier, its negative.
  ///
  /// So what is due today is 0 working days late today (the rule of day 0 in the lateness rules).
  public func workingDays(from a: Day, to b: Day) -> Int {
    number(of: Int(b.number)) - number(of: Int(a.number))
  }

  /// The n-th working day after a day, before it when n is negative, the day itself when n is 0.
  ///
  /// The day counted from is never counted, working or not. Where there are no more working days
  /// the answer is `Day.latest` or `Day.earliest`.
  public func day(_ n: Int, workingDaysAfter day: Day) -> Day {
    guard n != 0 else { return day }
    let number = Int(day.number)
    let far = 4_000_000  // more than the days of all years; keeps the sum from overflowing
    let steps = min(max(n, -far), far)
    return n > 0
      ? first(numbered: self.number(of: number) + steps, forward: true)
      : first(numbered: self.number(of: number - 1) + steps + 1, forward: false)
  }

  /// A day as a count of working days, for arithmetic on many days; a rest day has the count of the day before.
  func count(of day: Day) -> Int { workingDays(from: Day(number: 0), to: day) }

  /// The working day with a count.
  func day(counted count: Int) -> Day { day(count, workingDaysAfter: Day(number: 0)) }

  /// This day if it is worked, else the next day that is.
  public func nextWorking(onOrAfter day: Day) -> Day {
    first(numbered: number(of: Int(day.number) - 1) + 1, forward: true)
  }

  /// This day if it is worked, else the nearest day before it that is.
  public func previousWorking(onOrBefore day: Day) -> Day {
    first(numbered: number(of: Int(day.number)), forward: false)
  }

  /// The first day off of the next holiday that begins after this day, or nil where none is known.
  public func nextHoliday(after day: Day) -> Day? {
    holidays.first { $0.first > day }?.first
  }

  /// Whether the holidays of this year are known; else only the week is, and a figure needs a warning.
  public func covers(year: Int) -> Bool { years.contains(year) }

  /// The holiday for which this day is off or worked, or nil.
  public func name(of day: Day) -> String? { names[day] }
}

extension WorkingCalendar {
  /// The working-day number of a day: how many were worked from a fixed day up to it.
  private func number(of day: Int) -> Int {
    let index = day - start
    if index < 0 { return week.number(of: day) }
    return index < running.count ? Int(running[index]) : week.number(of: day) + shift
  }

  /// The day that was worked as the `number`-th; past the ends of time when there is none.
  private func first(numbered number: Int, forward: Bool) -> Day {
    let found: Int?
    if number <= week.number(of: start - 1) {
      found = week.day(numbered: number)
    } else if let last = running.last, number <= last {
      found = start + lowerBound(running.count) { running[$0] >= number }
    } else {
      found = week.day(numbered: number - shift)
    }
    return found.map(Day.init(number:)) ?? (forward ? .latest : .earliest)
  }

  private static func blocks(of daysOff: some Sequence<Day>, names: [Day: String]) -> [Holiday] {
    var blocks: [Holiday] = []
    for day in daysOff {
      guard let name = names[day] else { continue }
      if let block = blocks.last, block.name == name, day - block.last == 1 {
        blocks[blocks.count - 1] = Holiday(name: name, first: block.first, last: day)
      } else {
        blocks.append(Holiday(name: name, first: day, last: day))
      }
    }
    return blocks
  }
}

/// The first of `count` indices from which a condition holds, or `count`, by halving.
private func lowerBound(_ count: Int, where holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
