import Gendan
import GendanOutput

/// What a cell is in a spreadsheet, which reckons with numbers and days but not with texts that look like them.
enum SpreadsheetValue: Equatable {
  case blank
  case text(String)
  /// A number, and the format that shows it as the cell's own text does.
  case number(Double, format: String)
  case boolean(Bool)

  /// Columns of what people typed: a customer's own order number may look like a day.
  private static let typed: Set<String> = [
    "no", "po", "customer", "product", "code", "name", "note", "remark", "reason", "spec", "color",
    "tracking",
    "text", "about", "what",
  ]

  /// Reads a cell of a column; `utcOffset` tells where the clock stands that instants are shown by.
  init(_ cell: Cell, of column: Column, utcOffset: (Instant) -> Int) {
    switch cell.value {
    case .null: self = Self.text(of: cell)
    case .bool(let flag): self = .boolean(flag)
    case .integer(let number): self = Self.number(String(number), cell)
    case .decimal(let digits): self = Self.number(digits, cell)
    case .object:
      guard case .string(let amount)? = cell.value["amount"], cell.value["currency"] != nil else {
        self = Self.text(of: cell)
        return
      }
      self = Self.number(amount, cell)
    case .string(let text):
      if !Self.typed.contains(column.id), let moment = Self.moment(text, utcOffset) {
        self = moment
      } else if column.alignment == .trailing, Self.isPlain(text) {
        self = Self.number(text, cell)
      } else {
        self = Self.text(of: cell)
      }
    case .array: self = Self.text(of: cell)
    }
  }

  private static func text(of cell: Cell) -> SpreadsheetValue {
    cell.text.isEmpty ? .blank : .text(cell.text)
  }

  /// A day or an instant, as the days that spreadsheets count from 1899-12-30 on.
  private static func moment(_ text: String, _ utcOffset: (Instant) -> Int) -> SpreadsheetValue? {
    let epoch = 25_569.0
    if let day = Day(text), day.year >= 1901 {
      return .number(Double(day.number) + epoch, format: "yyyy-mm-dd")
    }
    guard let instant = Instant(text), instant.day(utcOffset: 0).year >= 1901 else { return nil }
    let local = instant.seconds + Int64(utcOffset(instant))
    return .number(Double(local) / 86_400 + epoch, format: "yyyy-mm-dd hh:mm")
  }

  /// Whether a text is a decimal number with at most the 15 digits that a spreadsheet keeps.
  private static func isPlain(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    return text.utf8.count - digits.utf8.count <= 2 && parts.count <= 2 && parts.allSatisfy { !$0.isEmpty }
      && digits.utf8.count <= 15 && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
  }

  /// A number shown with the decimals it is spelled with; one that would be rounded stays a text.
  private static func number(_ digits: String, _ cell: Cell) -> SpreadsheetValue {
    guard isPlain(digits), let number = Double(digits) else { return text(of: cell) }
    let decimals = decimals(of: digits)
    if cell.text.hasSuffix("%") { return percent(number, cell.text) }
    // A year or the number of a row is not grouped; what the cell groups is.
    let isGrouped = abs(number) < 1000 || cell.text.contains(",")
    return .number(number, format: (isGrouped ? "#,##0" : "0") + fraction(decimals))
  }

  /// 0.891 shown as 89.1%, and 89.1 so too.
  private static func percent(_ number: Double, _ text: String) -> SpreadsheetValue {
    let shown = text.dropLast().filter { $0 != " " }
    let isShare = Double(shown).map { abs($0 - number) > abs($0 - number * 100) } ?? false
    return .number(number, format: "0" + fraction(decimals(of: String(shown))) + (isShare ? "%" : "\"%\""))
  }

  private static func decimals(of digits: String) -> Int {
    digits.firstIndex(of: ".").map { digits[$0...].utf8.count - 1 } ?? 0
  }

  private static func fraction(_ decimals: Int) -> String {
    decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
  }
}
