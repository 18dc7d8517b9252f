import Gendan

/// A period as a clerk types it, in the command-line grammar's PERIOD: `lastmonth`, `2026q1`, `30d`, `本周`.
///
/// Both ends are included. An end of `A..B` is any date or the edge of a named period, both read as
/// seen from today, neither plan nor fact. A date alone is a period of one day.
struct PeriodPhrase {
  let text: String
  let today: Day

  /// The days that the text means, or why it cannot be taken.
  static func parse(_ text: String, in context: DateContext) throws(PeriodError) -> Period {
    var view = context
    view.direction = .view
    guard let (left, right) = ends(of: text) else {
      guard let period = try part(text, in: view) else { throw .unreadable(text) }
      return period
    }
    let first = try part(left, in: view)
    let last = try part(right, in: view)
    guard first != nil || last != nil else { throw .unreadable(text) }
    let period = Period(first: first?.first, last: last?.last)
    if let first = period.first, let last = period.last, last < first {
      throw .backwards(text, first: first, last: last)
    }
    return period
  }

  /// A period or date without `..`; nil where nothing is typed.
  private static func part(_ text: String, in context: DateContext) throws(PeriodError) -> Period? {
    guard let phrase = normalised(text) else { throw .unreadable(text) }
    if phrase.isEmpty { return nil }
    let scanner = PhraseScanner(phrase)
    let period = PeriodPhrase(text: text, today: context.today)
    if let named = period.named(scanner) { return named }
    if let written = try period.written(scanner) { return written }
    if let recent = try period.recent(scanner) { return recent }
    do {
      return .day(try DatePhrase.parse(text, in: context))
    } catch .unreadable {
      throw .unreadable(text)
    } catch {
      throw .date(error)
    }
  }

  /// What was typed on both sides of the first `..`, or nil without one.
  private static func ends(of text: String) -> (String, String)? {
    // Folding keeps the number of scalars, so a place in the folded text is one in the typed text.
    let typed = Array(text.unicodeScalars)
    let plain = Array(folded(text).unicodeScalars)
    guard let dots = plain.indices.dropLast().first(where: { plain[$0] == "." && plain[$0 + 1] == "." })
    else { return nil }
    let string = { (side: ArraySlice<Unicode.Scalar>) in String(String.UnicodeScalarView(side)) }
    return (string(typed[..<dots]), string(typed[(dots + 2)...]))
  }

  /// `week` `lastmonth` `ytd`, 本周 上月 今年.
  private func named(_ start: PhraseScanner) -> Period? {
    var scanner = start
    let days: KeyValuePairs = [
      "today": 0, "yesterday": -1, "tomorrow": 1, "今天": 0, "今日": 0, "当天": 0, "昨天": -1, "昨日": -1,
      "明天": 1, "明日": 1,
    ]
    if let count = scanner.take(days), scanner.isAtEnd { return .day(today.adding(days: count)) }
    scanner = start
    let toDate: KeyValuePairs<String, DatePhrase.Unit> = [
      "wtd": .week, "mtd": .month, "qtd": .quarter, "ytd": .year,
    ]
    if let unit = scanner.take(toDate), scanner.isAtEnd {
      return Period(first: unit.period(of: today).first, last: today)
    }
    scanner = start
    let years: KeyValuePairs = ["今年": 0, "去年": -1, "明年": 1]
    if let count = scanner.take(years), scanner.isAtEnd { return whole(.year, later: count) }
    scanner = start
    let english: KeyValuePairs = ["this": 0, "last": -1, "next": 1]
    let chinese = scanner.shift() ?? scanner.take(["当": 0])
    if chinese != nil { _ = scanner.take("个") }
    let later = chinese ?? scanner.take(english) ?? 0
    let units: KeyValuePairs<String, DatePhrase.Unit> =
      chinese == nil
      ? ["week": .week, "month": .month, "quarter": .quarter, "year": .year]
      : ["周": .week, "星期": .week, "礼拜": .week, "月": .month, "季度": .quarter, "季": .quarter, "年": .year]
    guard let unit = scanner.take(units), scanner.isAtEnd else { return nil }
    return whole(unit, later: later)
  }

  private func whole(_ unit: DatePhrase.Unit, later count: Int) -> Period {
    unit.period(of: unit.adding(count, to: today))
  }

  /// `q1` `2026q1` `2026` `2026-02`, 2026年 2026年2月 2月 1季度.
  private func written(_ start: PhraseScanner) throws(PeriodError) -> Period? {
    var scanner = start
    if scanner.take("q") { return try quarter(scanner, of: today.year) }
    guard let number = scanner.digits() else { return nil }
    // Of four digits only these are a year; 0315 and 1215 are a month and day.
    if number.count == 4, 1900...2199 ~= number.value { return try yearly(scanner, of: number.value) }
    guard number.count <= 2 else { return nil }
    let units: KeyValuePairs<String, DatePhrase.Unit> = ["月": .month, "季度": .quarter]
    guard let unit = scanner.take(units), scanner.isAtEnd else { return nil }
    return try period(unit, number.value, of: today.year)
  }

  /// What follows a year: nothing, a quarter or a month.
  private func yearly(_ start: PhraseScanner, of year: Int) throws(PeriodError) -> Period? {
    var scanner = start
    if scanner.take("q") { return try quarter(scanner, of: year) }
    let isMarked = scanner.take("年")
    if scanner.isAtEnd { return try period(.year, 1, of: year) }
    let separators: KeyValuePairs = ["-": true, "/": true, ".": true]
    guard isMarked || scanner.take(separators) != nil else { return nil }
    guard let month = scanner.digits(), month.count <= 2 else { return nil }
    _ = scanner.take("月")
    return scanner.isAtEnd ? try period(.month, month.value, of: year) : nil
  }

  private func quarter(_ start: PhraseScanner, of year: Int) throws(PeriodError) -> Period? {
    var scanner = start
    guard let number = scanner.digits(), scanner.isAtEnd else { return nil }
    return try period(.quarter, number.value, of: year)
  }

  /// The n-th month or quarter of a year, or the year itself.
  private func period(_ unit: DatePhrase.Unit, _ number: Int, of year: Int) throws(PeriodError) -> Period {
    let month = unit == .quarter ? number * 3 : number
    guard let first = Day(year: year, month: month, day: 1) else { throw .noSuchPeriod(text) }
    return unit.period(of: first)
  }

  /// `7d` `30d` `3m`, 近30天 最近两周: that long up to and with today.
  private func recent(_ start: PhraseScanner) throws(PeriodError) -> Period? {
    var scanner = start
    let words: KeyValuePairs = ["最近": true, "过去": true, "近": true]
    let isSaid = scanner.take(words) != nil
    guard let count = scanner.digits(), count.value > 0 else { return nil }
    // Without 近 a Chinese unit says something else: 3日 is the third.
    let step = scanner.take(DatePhrase.englishSteps) ?? (isSaid ? scanner.take(DatePhrase.chineseSteps) : nil)
    guard let step, scanner.isAtEnd else { return nil }
    let before: Day
    switch step {
    case .days: before = today.adding(days: -count.value)
    case .weeks: before = today.adding(days: -count.value * 7)
    case .months: before = today.adding(months: -count.value)
    case .years: before = today.adding(months: -count.value * 12)
    case .workingDays: return nil
    }
    guard before > .earliest else { throw .outOfRange(text) }
    return Period(first: before.adding(days: 1), last: today)
  }
}
