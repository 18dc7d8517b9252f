import Gendan

/// A date as a clerk types it, in the command-line grammar's DATE: `+5wd`, `fri`, `3/15`, `下周五`, `月底`.
///
/// Plans look forward and facts look back, never the other way. Case, width and spaces are ignored,
/// and so is the difference of simplified and traditional script.
struct DatePhrase {
  /// What was typed, for errors.
  let text: String
  let context: DateContext
  let scanner: PhraseScanner

  /// The day that the text means, or why it cannot be taken.
  static func parse(_ text: String, in context: DateContext) throws(DateError) -> Day {
    // What ends a clause is not the day's: 12月5日。
    let bare = text.trimmed.reversed().drop { "，。；、,;".contains($0) }.reversed()
    guard let phrase = normalised(String(bare)) else { throw .unreadable(text) }
    let date = DatePhrase(text: text, context: context, scanner: PhraseScanner(phrase))
    guard let reading = try date.reading() else { throw .unreadable(text) }
    return try date.checked(reading)
  }

  /// Whether a text reads as a date, on whichever side of today.
  static func isDate(_ text: String) -> Bool {
    let context = DateContext(today: Day(number: 20_000), calendar: WorkingCalendar(), direction: .view)
    do {
      _ = try parse(text, in: context)
      return true
    } catch {
      return false
    }
  }

  /// How much a day was spelled out, which says on which side of today it may be.
  enum Reading {
    /// Counted or named from today.
    case fromToday(Day)
    /// Written with its year, or counted from the order's own date: a plan may be past.
    case explicit(Day)
  }

  private func reading() throws(DateError) -> Reading? {
    if let reading = try named() { return reading }
    if let reading = try offset() { return reading }
    if let reading = weekday() { return reading }
    if let reading = try calendar() { return reading }
    return try chinese()
  }

  private func checked(_ reading: Reading) throws(DateError) -> Day {
    switch (context.direction, reading) {
    case (.fact, .fromToday(let day)), (.fact, .explicit(let day)):
      guard day <= context.today else { throw .factInFuture(text, day) }
      return day
    case (.plan, .fromToday(let day)):
      guard day >= context.today else { throw .planInPast(text, day) }
      return day
    case (.plan, .explicit(let day)), (.view, .fromToday(let day)), (.view, .explicit(let day)):
      return day
    }
  }
}

/// Folded, without spaces, in simplified script and with Arabic numerals.
///
/// Nil where a space stands between two digits: `1 5` would become the 15th.
func normalised(_ text: String) -> String? {
  let simplified = String(String.UnicodeScalarView(folded(text).unicodeScalars.map { simplerForm[$0] ?? $0 }))
  var result = String.UnicodeScalarView()
  var afterSpace = false
  for scalar in withArabicNumerals(simplified).unicodeScalars {
    if scalar.properties.isWhitespace {
      afterSpace = true
      continue
    }
    if afterSpace, "0"..."9" ~= scalar, let last = result.last, "0"..."9" ~= last { return nil }
    afterSpace = false
    result.append(scalar)
  }
  return String(result)
}

private let simplerForm: [Unicode.Scalar: Unicode.Scalar] = [
  "後": "后", "週": "周", "個": "个", "節": "节", "這": "这", "號": "号", "禮": "礼", "兩": "两", "過": "过",
  "當": "当",
]
