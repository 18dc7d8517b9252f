import Gendan

/// Reads the fields of one row after the other in their types, and notes what is wrong.
struct RowReader {
  private let table: ImportTable
  private var record: TableRecord
  /// What is wrong so far, of all rows.
  private(set) var problems: [ImportProblem]
  private var ids: [TableField: [String: String]] = [:]
  /// The columns of this row that were refused as the spreadsheet failed to compute them.
  private var failed: [Int] = []

  init(_ table: ImportTable) {
    self.table = table
    problems = table.problems
    record = TableRecord(row: 0, line: 0, fields: [], bytes: [])
  }

  /// Goes to a row.
  mutating func turn(to record: TableRecord) {
    self.record = record
    failed = []
  }

  /// The text of a field without the spaces around it; nil where it is empty or has no column.
  mutating func text(_ field: TableField) -> String? {
    guard let column = table.columns[field], !record.isEmpty(column) else { return nil }
    guard !record.isFailed(column) else {
      refuseFailure(field, column)
      return nil
    }
    let text = record.text(column)
    // Most cells have no space at either end: telling so by their bytes is quick.
    if let first = text.utf8.first, let last = text.utf8.last, Self.isInk(first), Self.isInk(last) {
      return text
    }
    let trimmed = String(text.trimmed)
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func isInk(_ byte: UInt8) -> Bool { 0x21...0x7E ~= byte }

  /// The text of a field that every row needs.
  mutating func needed(_ field: TableField) -> String? {
    guard let text = text(field) else {
      let isTold = table.columns[field].map(failed.contains) ?? false
      if !isTold { refuse(field, Text("is missing", "没有填", "沒有填")) }
      return nil
    }
    return text
  }

  /// Notes once that there is an error, or a formula that was never computed, where a value should be.
  private mutating func refuseFailure(_ field: TableField, _ column: Int) {
    guard !failed.contains(column) else { return }
    failed.append(column)
    refuse(
      field,
      record.text(column).hasPrefix("=")
        ? Text(
          "a formula without its value: open and save the file in Excel", "公式没有算出的值: 用 Excel 打开再保存一次",
          "公式沒有算出的值: 用 Excel 開啟再儲存一次")
        : Text("an error of the spreadsheet", "表格里是错误值", "表格裡是錯誤值"))
  }

  /// Notes that a field is wrong.
  mutating func refuse(_ field: TableField, _ reason: Text) {
    problems.append(problem(field, reason, record))
  }

  /// Notes why the core refuses a row.
  mutating func refuse(_ refusals: [ImportRefusal], _ record: TableRecord) {
    problems += refusals.map { problem($0.field, $0.reason.words, record) }
  }

  private func problem(_ field: TableField, _ reason: Text, _ record: TableRecord) -> ImportProblem {
    guard let column = table.columns[field] else {
      return ImportProblem(row: record.row, reason: field.words + ": " + reason)
    }
    return ImportProblem(
      row: record.row, column: (column, table.header[column]), value: record.trimmed(column), reason: reason)
  }

  /// A day: ISO, or year first in another common form; never one whose parts might be swapped.
  mutating func day(_ field: TableField) -> Day? {
    guard let text = text(field) else { return nil }
    if let day = Day(text) { return day }
    do {
      return try FileDay.read(text)
    } catch {
      refuse(field, error.importWords)
      return nil
    }
  }

  /// A number of so many decimals.
  mutating func number(_ field: TableField, decimals: Int = 0) -> Int64? {
    guard let text = text(field) else { return nil }
    if let plain = Self.plainNumber(text, decimals: decimals) { return plain }
    do {
      return try DecimalText.parse(text, decimals: decimals)
    } catch {
      refuse(field, error.importWords)
      return nil
    }
  }

  /// A number that is not below zero.
  mutating func amount(_ field: TableField, decimals: Int = 0) -> Int64? {
    guard let number = number(field, decimals: decimals) else { return nil }
    guard number >= 0 else {
      refuse(field, Text("is below 0", "小于 0", "小於 0"))
      return nil
    }
    return number
  }

  /// A number above zero that every row needs.
  mutating func quantity(_ field: TableField, decimals: Int) -> Int64? {
    guard needed(field) != nil, let number = number(field, decimals: decimals) else { return nil }
    guard number > 0 else {
      refuse(field, Text("is not above 0", "要大于 0", "要大於 0"))
      return nil
    }
    return number
  }

  /// A whole number in a range.
  mutating func count(_ field: TableField, _ range: ClosedRange<Int64>) -> Int64? {
    guard let number = number(field) else { return nil }
    if range ~= number { return number }
    refuse(
      field,
      Text(
        "is not between \(range.lowerBound) and \(range.upperBound)",
        "不在 \(range.lowerBound) 到 \(range.upperBound) 之间", "不在 \(range.lowerBound) 到 \(range.upperBound) 之間"))
    return nil
  }

  /// A whole number from 1.
  mutating func ordinal(_ field: TableField) -> Int? {
    guard let number = number(field) else { return nil }
    guard 1...1_000_000 ~= number else {
      refuse(field, Text("is no number from 1", "不是 1 以上的序号", "不是 1 以上的序號"))
      return nil
    }
    return Int(number)
  }

  /// A discount in basis points: a fraction such as 0.05, or 5%.
  mutating func share(_ field: TableField) -> Int64? {
    guard let text = text(field) else { return nil }
    if let plain = Self.plainNumber(text, decimals: 4), plain <= 10000 { return plain }
    let percent = text.hasSuffix("%") || text.hasSuffix("％")
    do {
      let number = try DecimalText.parse(percent ? String(text.dropLast()) : text, decimals: percent ? 2 : 4)
      if 0...10000 ~= number { return number }
      refuse(field, Text("is no share such as 0.05 or 5%", "不是 0.05 或 5% 这样的折扣", "不是 0.05 或 5% 這樣的折扣"))
    } catch {
      refuse(field, error.importWords)
    }
    return nil
  }

  /// An id by its word in any language.
  mutating func id<T: RawRepresentable & CaseIterable & Worded>(_ field: TableField) -> T?
  where T.RawValue == String {
    guard let text = text(field) else { return nil }
    // A column of ids holds few different words: each is looked up once.
    if let known = ids[field]?[text] { return T(rawValue: known) }
    let word = folded(text)
    let match = T.allCases.first { id in
      folded(id.rawValue) == word || id.words.all.contains { folded($0) == word }
    }
    ids[field, default: [:]][text] = match?.rawValue
    if match == nil {
      refuse(
        field,
        Text("known: ", "可用: ", "可用: ")
          + T.allCases.map { Text($0.rawValue, $0.words.simplified, $0.words.traditional) }.joined(", "))
    }
    return match
  }

  /// `1200` and `36.5` without signs or commas, which most numbers are.
  static func plainNumber(_ text: String, decimals: Int) -> Int64? {
    var number: Int64 = 0
    var fraction = -1
    guard 1...15 ~= text.utf8.count else { return nil }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), fraction < 0 {
        fraction = 0
      } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        number = number * 10 + Int64(byte & 0xF)
        if fraction >= 0 { fraction += 1 }
      } else {
        return nil
      }
    }
    let missing = decimals - max(fraction, 0)
    guard fraction != 0, 0...6 ~= missing, number < 1_000_000_000_000 else { return nil }
    return number * Decimal.scale(missing)
  }
}
