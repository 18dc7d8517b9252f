import Gendan

/// Named days: `tomorrow`, `eom`, `preholiday`.
extension DatePhrase {
  /// A unit of the calendar whose first or last day has a name.
  enum Unit {
    case week, month, quarter, year

    func period(of day: Day) -> Period {
      switch self {
      case .week: .week(of: day)
      case .month: .month(of: day)
      case .quarter: .quarter(of: day)
      case .year: .year(of: day)
      }
    }

    func adding(_ count: Int, to day: Day) -> Day {
      switch self {
      case .week: day.adding(days: count * 7)
      case .month: day.firstOfMonth.adding(months: count)
      case .quarter: day.firstOfMonth.adding(months: count * 3)
      case .year: day.firstOfMonth.adding(months: count * 12)
      }
    }
  }

  /// A day of a week, month, quarter or year that its name fixes.
  enum Edge {
    case first, last, lastWorking
  }

  func named() throws(DateError) -> Reading? {
    var scanner = scanner
    let days: KeyValuePairs = ["today": 0, "tomorrow": 1, "yesterday": -1]
    if let days = scanner.take(days), scanner.isAtEnd {
      return .fromToday(context.today.adding(days: days))
    }
    scanner = self.scanner
    // The longer name first: eow begins eowwd.
    let edges: KeyValuePairs<String, (Edge, Unit)> = [
      "eowwd": (.lastWorking, .week), "eomwd": (.lastWorking, .month),
      "eow": (.last, .week), "eom": (.last, .month), "eoq": (.last, .quarter), "eoy": (.last, .year),
      "som": (.first, .month), "soq": (.first, .quarter),
    ]
    if let (edge, unit) = scanner.take(edges), scanner.isAtEnd { return .fromToday(coming(edge, of: unit)) }
    scanner = self.scanner
    if scanner.take("preholiday"), scanner.isAtEnd { return .fromToday(try beforeHoliday()) }
    if scanner.take("postholiday"), scanner.isAtEnd { return .fromToday(try afterHoliday()) }
    return nil
  }

  /// This week's, month's … edge; for a plan the next one where this one is past, as `som` mostly is.
  func coming(_ edge: Edge, of unit: Unit) -> Day {
    let current = day(edge, of: unit, later: 0)
    return context.direction == .plan && current < context.today ? day(edge, of: unit, later: 1) : current
  }

  func day(_ edge: Edge, of unit: Unit, later count: Int) -> Day {
    let period = unit.period(of: unit.adding(count, to: context.today))
    let (first, last) = (period.first ?? context.today, period.last ?? context.today)  // both ends are there
    return switch edge {
    case .first: first
    case .last: last
    case .lastWorking: context.calendar.previousWorking(onOrBefore: last)
    }
  }

  /// The last working day before a holiday still to begin.
  func beforeHoliday() throws(DateError) -> Day {
    let eves = context.calendar.holidays.lazy.filter { $0.first > context.today }
      .map { context.calendar.previousWorking(onOrBefore: $0.first) }
    guard let day = eves.first(where: { $0 >= context.today }) else { throw .noHolidayKnown(text) }
    return day
  }

  /// The first working day after the holiday that is on, or else the next.
  func afterHoliday() throws(DateError) -> Day {
    guard let holiday = context.calendar.holidays.first(where: { $0.last >= context.today }) else {
      throw .noHolidayKnown(text)
    }
    return context.calendar.nextWorking(onOrAfter: holiday.last)
  }
}
