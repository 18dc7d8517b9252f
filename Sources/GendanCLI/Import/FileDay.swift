import Gendan

/// A day in a file. A file's days have their year and begin with it; anything else could be read two ways
/// by two offices, and is refused.
enum FileDay {
  /// Reads `2026-03-15`, `2026/3/15`, `2026.3.15`, `20260315`, `2026年3月15日`, each with a time or without.
  static func read(_ text: String) throws(DateError) -> Day {
    let plain = folded(text)
    let day = withoutTime(plain)
    guard let phrase = normalised(String(day)) else { throw .unreadable(text) }
    let numbers = phrase.split { !("0"..."9" ~= $0) }
    let letters = phrase.filter { !("0"..."9" ~= $0) }
    let isCalendar = ["--", "//", "..", "年月日", "年月", ""].contains(letters)
    guard isCalendar, numbers.count == 3 || numbers.count == 1 && numbers[0].count == 8 else {
      throw .unreadable(text)
    }
    // A calendar without today: nothing here is counted from it.
    let context = DateContext(
      today: .earliest, calendar: ChinaCalendar.calendar, direction: .view)
    return try DatePhrase.parse(String(day), in: context)
  }

  /// The text before a time of day, `1997-01-15T00:00:00` or `1997-01-15 00:00`.
  private static func withoutTime(_ text: String) -> Substring {
    guard let mark = text.firstIndex(where: { $0 == " " || $0 == "t" }) else { return text[...] }
    let time = text[text.index(after: mark)...]
    let isTime = time.contains(":") && time.allSatisfy { "0123456789:.".contains($0) }
    return isTime ? text[..<mark] : text[...]
  }
}

extension DateError {
  /// What is wrong, in the few words of a list of bad rows.
  var importWords: Text {
    switch self {
    case .noSuchDay: Text("no such day", "没有这一天", "沒有這一天")
    case .ambiguousOrder(_, let readings):
      Text("put the year first: ", "年份要写在前面: ", "年份要寫在前面: ")
        + readings.map { $0.description + "?" }.joined(separator: " ")
    case .outOfRange: Text("too far away", "太远", "太遠")
    case .unreadable, .wrongSide, .anchorMissing, .factInFuture, .planInPast, .noHolidayKnown:
      Text("not a date such as 2026-03-15", "不是 2026-03-15 这样的日期", "不是 2026-03-15 這樣的日期")
    }
  }
}

extension NumberError {
  /// What is wrong, in the few words of a list of bad rows.
  var importWords: Text {
    switch self {
    case .empty, .notANumber: Text("not a number", "不是数字", "不是數字")
    case .misplacedComma: Text("a comma is misplaced", "逗号位置不对", "逗號位置不對")
    case .tooPrecise(_, let decimals): ImportRefusal.Reason.tooPrecise(decimals).words
    case .outOfRange: Text("too large", "太大", "太大")
    }
  }
}

extension ImportRefusal.Reason: Worded {
  /// What is wrong, in the few words of a list of bad rows.
  var words: Text {
    switch self {
    case .recordedAs(let value):
      Text("the book says \(value)", "账本里是 \(value)", "帳本裡是 \(value)")
    case .orderNotOpen(let state): Text("the order is ", "订单", "訂單") + state.words
    case .belowShipped(let value):
      Text("\(value) are done already", "已经做了 \(value)", "已經做了 \(value)")
    case .causeMissing(let day):
      Text("promised \(day): give --cause", "已答复 \(day): 请写 --cause", "已答覆 \(day): 請寫 --cause")
    case .moreThanOpen(let value): Text("only \(value) are owed", "只剩 \(value)", "只剩 \(value)")
    case .severalOrders(let count):
      Text("\(count) orders have it: give the number", "对上 \(count) 张订单: 请写单号", "對上 \(count) 張訂單: 請寫單號")
    case .unknown(let noun): Text("no such ", "没有这个", "沒有這個") + noun.words
    case .partUnnamed(let count):
      Text(
        "the line goes out in \(count) deliveries: say which", "这一行分 \(count) 批交: 请写批次",
        "這一行分 \(count) 批交: 請寫批次")
    case .noSuchLine: Text("the order has no such line", "订单没有这一行", "訂單沒有這一行")
    case .piecesMissing:
      Text("finished, but good and scrap are less than ordered", "已完工, 但合格加报废不足", "已完工, 但合格加報廢不足")
    case .before(let field, let day):
      Text("before ", "早于", "早於") + field.words + " " + day.description
    case .taken: Text("is there twice", "重复", "重複")
    case .tooPrecise(let decimals):
      decimals == 0
        ? Text("not a whole number", "不是整数", "不是整數")
        : Text("more than \(decimals) decimals", "多于 \(decimals) 位小数", "多於 \(decimals) 位小數")
    }
  }
}
