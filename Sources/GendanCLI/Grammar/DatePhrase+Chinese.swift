import Gendan

/// The Chinese forms, after traditional characters and Chinese numerals have been replaced.
extension DatePhrase {
  func chinese() throws(DateError) -> Reading? {
    if let day = try chineseName() { return .fromToday(day) }
    if let day = chineseWeekday() { return .fromToday(day) }
    if let day = try chineseDistance() { return .fromToday(day) }
    return try chineseCalendar()
  }

  /// 今天 明天 大后天, 节前 节后, 月底 下月底 月初 季末 年底.
  private func chineseName() throws(DateError) -> Day? {
    var scanner = scanner
    let days: KeyValuePairs = [
      "今天": 0, "今日": 0, "明天": 1, "明日": 1, "大后天": 3, "后天": 2, "昨天": -1, "昨日": -1,
      "大前天": -3, "前天": -2,
    ]
    if let count = scanner.take(days), scanner.isAtEnd { return context.today.adding(days: count) }
    scanner = self.scanner
    if scanner.take("节前"), scanner.isAtEnd { return try beforeHoliday() }
    if scanner.take("节后"), scanner.isAtEnd { return try afterHoliday() }
    scanner = self.scanner
    let later = scanner.shift()
    if later != nil { _ = scanner.take("个") }
    let units: KeyValuePairs<String, Unit> = [
      "月": .month, "季度": .quarter, "季": .quarter, "年": .year,
    ]
    guard let unit = scanner.take(units), let edge = scanner.take(Self.edges), scanner.isAtEnd else {
      return nil
    }
    return later.map { day(edge, of: unit, later: $0) } ?? coming(edge, of: unit)
  }

  /// 周五 本周五 下周五 下下周五 上周五, with 星期 or 礼拜 for 周.
  private func chineseWeekday() -> Day? {
    var scanner = scanner
    let weeks = scanner.shift()
    if weeks != nil { _ = scanner.take("个") }
    let names: KeyValuePairs<String, Weekday> = [
      "1": .monday, "2": .tuesday, "3": .wednesday, "4": .thursday, "5": .friday, "6": .saturday,
      "7": .sunday, "日": .sunday, "天": .sunday,
    ]
    let week: KeyValuePairs = ["周": true, "星期": true, "礼拜": true]
    guard scanner.take(week) != nil, let weekday = scanner.take(names), scanner.isAtEnd else { return nil }
    return weeks.map { day(weekday, weeksLater: $0) } ?? nearest(weekday)
  }

  /// 3天后 5个工作日后 两周之后 三天前, 下个工作日 上一个工作日.
  private func chineseDistance() throws(DateError) -> Day? {
    var scanner = scanner
    if let count = scanner.shift(), count != 0 {
      _ = scanner.take("1")
      guard scanner.take("个"), scanner.take("工作日"), scanner.isAtEnd else { return nil }
      return try adding(count, .workingDays, to: context.today)
    }
    guard let count = scanner.digits(), let step = scanner.step() else { return nil }
    let sides: KeyValuePairs = ["之后": 1, "以后": 1, "后": 1, "之前": -1, "以前": -1, "前": -1]
    guard let side = scanner.take(sides), scanner.isAtEnd else { return nil }
    return try adding(side * count.value, step, to: context.today)
  }

  /// 3月15日 3月底 15号 下月5号 2026年3月15日 明年3月15日.
  private func chineseCalendar() throws(DateError) -> Reading? {
    var scanner = scanner
    if let months = scanner.shift() {
      _ = scanner.take("个")
      guard scanner.take("月"), let day = scanner.dayNumber(), scanner.isAtEnd else { return nil }
      guard let found = self.day(day, ofMonthLater: months) else { throw .noSuchDay(text) }
      return .fromToday(found)
    }
    if let year = chineseYear(&scanner) {
      guard let month = scanner.digits(), month.count <= 2, scanner.take("月"),
        let day = scanner.dayNumber(), scanner.isAtEnd
      else { return nil }
      return .explicit(try self.day(year: year, month: month.value, day: day))
    }
    guard let number = scanner.digits(), number.count <= 2 else { return nil }
    let suffixes: KeyValuePairs = ["日": true, "号": true]
    if scanner.take(suffixes) != nil, scanner.isAtEnd { return .fromToday(try dayOfMonth(number.value)) }
    guard scanner.take("月") else { return nil }
    if let edge = scanner.take(Self.edges), scanner.isAtEnd {
      guard edge == .last else { return .fromToday(try monthAndDay(number.value, 1)) }
      let days = number.value == 2 ? 28 : [4, 6, 9, 11].contains(number.value) ? 30 : 31
      return .fromToday(try monthAndDay(number.value, days).lastOfMonth)
    }
    guard let day = scanner.dayNumber(), scanner.isAtEnd else { return nil }
    return .fromToday(try monthAndDay(number.value, day))
  }

  private static let edges: KeyValuePairs<String, Edge> = ["底": .last, "末": .last, "初": .first]

  /// 2026年 26年 今年 明年 去年; the scanner is passed on only if there is a year.
  private func chineseYear(_ scanner: inout PhraseScanner) -> Int? {
    var ahead = scanner
    let names: KeyValuePairs = ["今年": 0, "明年": 1, "去年": -1]
    if let years = ahead.take(names) {
      scanner = ahead
      return context.today.year + years
    }
    guard let year = ahead.digits(), ahead.take("年"), year.count == 2 || year.count == 4 else { return nil }
    scanner = ahead
    return year.count == 4 ? year.value : 2000 + year.value
  }
}

extension PhraseScanner {
  /// 本 这 for 0, 下 for 1, 下下 for 2, 上 for -1 …; nil where none of them comes next.
  mutating func shift() -> Int? {
    let shifts: KeyValuePairs = ["本": 0, "这": 0, "下下下": 3, "下下": 2, "下": 1, "上上": -2, "上": -1]
    return take(shifts)
  }

  /// 日 or 号 behind a day, where one stands there.
  mutating func takeDayWord() {
    if !take("日") { _ = take("号") }
  }

  /// A day of the month, with or without 日 or 号 behind it.
  fileprivate mutating func dayNumber() -> Int? {
    guard let digits = digits(), digits.count <= 2 else { return nil }
    takeDayWord()
    return digits.value
  }
}
