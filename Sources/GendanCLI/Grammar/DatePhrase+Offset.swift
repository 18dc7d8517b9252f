import Gendan

/// Offsets: `+3d`, `+1w2d`, `promise+3wd`, `due-2wd`.
extension DatePhrase {
  /// What an offset counts in.
  enum Step {
    case days, workingDays, weeks, months, years
  }

  /// The longer spelling first: d begins days.
  static let englishSteps: KeyValuePairs<String, Step> = [
    "workingdays": .workingDays, "workingday": .workingDays, "workdays": .workingDays,
    "workday": .workingDays, "wd": .workingDays, "weeks": .weeks, "week": .weeks, "w": .weeks,
    "days": .days, "day": .days, "d": .days, "months": .months, "month": .months, "m": .months,
    "years": .years, "year": .years, "y": .years,
  ]

  /// The longer spelling first: 工 begins 工作日.
  static let chineseSteps: KeyValuePairs<String, Step> = [
    "个工作日": .workingDays, "工作日": .workingDays, "个工": .workingDays, "工": .workingDays,
    "个星期": .weeks, "星期": .weeks, "个礼拜": .weeks, "礼拜": .weeks, "周": .weeks,
    "个月": .months, "月": .months, "天": .days, "日": .days, "年": .years,
  ]

  private static let anchors: KeyValuePairs<String, Anchor> = [
    "today": .today, "due": .due, "want": .want, "promise": .promise, "order": .order, "ship": .ship,
    "start": .start, "今天": .today, "今日": .today,
  ]

  func offset() throws(DateError) -> Reading? {
    var scanner = scanner
    let anchor = scanner.take(Self.anchors)
    if anchor == nil, scanner.isAtEnd { return nil }
    var terms: [(count: Int, step: Step)] = []
    var sign: Int?
    while !scanner.isAtEnd {
      if scanner.take("+") {
        sign = 1
      } else if anchor != nil, scanner.take("-") {
        sign = -1
      }
      guard let sign, let count = scanner.digits(), let step = scanner.step() else { return nil }
      terms.append((sign * count.value, step))
    }
    var day = try context.day(of: anchor ?? .today)
    for term in terms { day = try adding(term.count, term.step, to: day) }
    return anchor ?? .today == .today ? .fromToday(day) : .explicit(day)
  }

  /// The day that many steps later. Arithmetic stops at the first and last year; to get there is an error.
  func adding(_ count: Int, _ step: Step, to day: Day) throws(DateError) -> Day {
    let sum =
      switch step {
      case .days: day.adding(days: count)
      case .workingDays: context.calendar.day(count, workingDaysAfter: day)
      case .weeks: day.adding(days: count * 7)
      case .months: day.adding(months: count)
      case .years: day.adding(months: count * 12)
      }
    guard sum > .earliest, sum < .latest else { throw .outOfRange(text) }
    return sum
  }
}

extension PhraseScanner {
  /// What is counted, in either language.
  mutating func step() -> DatePhrase.Step? {
    take(DatePhrase.englishSteps) ?? take(DatePhrase.chineseSteps)
  }
}
