import Gendan

/// Calendar dates: `2026-03-15`, `20260315`, `26-3-15`, `3/15`, `0315`, `15`.
extension DatePhrase {
  func calendar() throws(DateError) -> Reading? {
    var scanner = scanner
    guard let first = scanner.digits() else { return nil }
    if scanner.isAtEnd { return try digitsAlone(first) }
    let separators: KeyValuePairs = ["-": "-", "/": "/", ".": "."]
    guard let separator = scanner.take(separators), let second = scanner.digits() else { return nil }
    scanner.takeDayWord()
    if scanner.isAtEnd {
      guard first.count <= 2, second.count <= 2 else { return nil }
      return .fromToday(try monthAndDay(first.value, second.value))
    }
    guard scanner.take(separator), let third = scanner.digits() else { return nil }
    scanner.takeDayWord()
    guard scanner.isAtEnd else { return nil }
    return try threeParts(first, second, third)
  }

  private func digitsAlone(_ digits: PhraseScanner.Digits) throws(DateError) -> Reading? {
    switch digits.count {
    case 1, 2:
      return .fromToday(try dayOfMonth(digits.value))
    case 4:
      let parts = digits.split(2, 2)
      return .fromToday(try monthAndDay(parts[0], parts[1]))
    case 8:
      let parts = digits.split(4, 2, 2)
      return .explicit(try day(year: parts[0], month: parts[1], day: parts[2]))
    default:
      return nil
    }
  }

  private func threeParts(
    _ first: PhraseScanner.Digits, _ second: PhraseScanner.Digits, _ third: PhraseScanner.Digits
  ) throws(DateError) -> Reading? {
    guard second.count <= 2 else { return nil }
    switch (first.count, third.count) {
    case (4, 1...2):
      return .explicit(try day(year: first.value, month: second.value, day: third.value))
    case (1...2, 4):
      throw wrongOrder(first.value, second.value, year: third.value)
    case (2, 2):
      return .explicit(try shortYear(first.value, second.value, third.value))
    case (2, 1):
      return .explicit(try day(year: 2000 + first.value, month: second.value, day: third.value))
    case (1, 2):
      throw wrongOrder(first.value, second.value, year: 2000 + third.value)
    default:
      return nil
    }
  }

  /// `26-3-15`, year first. Where the last part is as likely a year, as in `15/3/26`, it is not guessed.
  private func shortYear(_ first: Int, _ second: Int, _ third: Int) throws(DateError) -> Day {
    let yearFirst = Day(year: 2000 + first, month: second, day: third)
    let yearLast = [
      Day(year: 2000 + third, month: first, day: second), Day(year: 2000 + third, month: second, day: first),
    ].compactMap(\.self)
    let distance = { (day: Day) in abs(day.year - context.today.year) }
    guard let yearFirst else {
      throw yearLast.isEmpty ? .noSuchDay(text) : .ambiguousOrder(text, readings: yearLast)
    }
    let rivals = yearLast.filter { $0 != yearFirst && distance($0) <= distance(yearFirst) }
    guard rivals.isEmpty else { throw .ambiguousOrder(text, readings: rivals + [yearFirst]) }
    return yearFirst
  }

  /// A date with its year last may be the month's or the day's order: `3/4/26`.
  private func wrongOrder(_ first: Int, _ second: Int, year: Int) -> DateError {
    let monthFirst = Day(year: year, month: first, day: second)
    let dayFirst = Day(year: year, month: second, day: first)
    let readings = [monthFirst, dayFirst == monthFirst ? nil : dayFirst].compactMap(\.self)
    return readings.isEmpty ? .noSuchDay(text) : .ambiguousOrder(text, readings: readings)
  }

  func day(year: Int, month: Int, day: Int) throws(DateError) -> Day {
    guard 1000...9999 ~= year else { throw .outOfRange(text) }
    guard let found = Day(year: year, month: month, day: day) else { throw .noSuchDay(text) }
    return found
  }

  /// A month and day on the side that is meant, `3/15`.
  ///
  /// Where this year's or last year's is close to today on the other side, it may be a slip for it, and
  /// nothing is taken. Close is 30 days for a plan and half a year for a fact, for history is not re-read.
  func monthAndDay(_ month: Int, _ day: Int) throws(DateError) -> Day {
    let today = context.today
    // 29 February comes once in eight years at the worst.
    let days = (today.year - 8...today.year + 8).compactMap { Day(year: $0, month: month, day: day) }
    guard !days.isEmpty else {
      guard let swapped = Day(year: today.year, month: day, day: month) else { throw .noSuchDay(text) }
      throw .ambiguousOrder(text, readings: [swapped])
    }
    let current = Day(year: today.year, month: month, day: day)
    if context.direction == .view {
      guard let current else { throw .noSuchDay(text) }
      return current
    }
    if current == today { return today }
    guard let before = days.last(where: { $0 < today }), let after = days.first(where: { $0 > today }) else {
      throw .outOfRange(text)
    }
    let (meant, other, close) = context.direction == .plan ? (after, before, 30) : (before, after, 182)
    guard abs(other - today) > close else { throw .wrongSide(text, nearDay: other, otherYear: meant) }
    return meant
  }

  /// A day of the month alone, `15` or `15号`: of the nearest month on the meant side that has it.
  func dayOfMonth(_ day: Int) throws(DateError) -> Day {
    guard 1...31 ~= day else { throw .noSuchDay(text) }
    // Of any two months in a row one has 31 days.
    let days = (-2...2).compactMap { self.day(day, ofMonthLater: $0) }
    guard let found = context.direction == .view ? self.day(day, ofMonthLater: 0) : context.chosen(from: days)
    else { throw .noSuchDay(text) }
    return found
  }

  func day(_ day: Int, ofMonthLater months: Int) -> Day? {
    let month = context.today.firstOfMonth.adding(months: months)
    return Day(year: month.year, month: month.month, day: day)
  }
}
