/// One record of a file, a line of text or a row of a sheet: where its fields stand, made into text only
/// when asked.
struct TableRecord: Sendable {
  /// How a field's text is to be taken.
  enum Form: Sendable {
    /// As it stands.
    case plain
    /// With quotes that stand doubled in it.
    case doubledQuotes
    /// For what a spreadsheet failed to compute: an error such as `#N/A`, or a formula without a value.
    case failed
  }

  /// Where a field's text stands, in bytes, without the quotes around it.
  struct Field: Sendable {
    /// The place of its first byte.
    let start: Int
    /// The place after its last byte.
    let end: Int
    /// How it is to be taken.
    let form: Form
  }

  /// The number a spreadsheet shows beside it, 1 for the first.
  let row: Int
  /// The line of the file on which it begins, from 1.
  let line: Int
  /// Its fields, in the order of the file.
  let fields: [Field]

  private let bytes: [UInt8]

  /// Makes a record of fields that stand in `bytes`.
  init(row: Int, line: Int, fields: [Field], bytes: [UInt8]) {
    self.row = row
    self.line = line
    self.fields = fields
    self.bytes = bytes
  }

  /// The text of a column, from 0; empty where there is no such column.
  func text(_ column: Int) -> String {
    guard fields.indices.contains(column) else { return "" }
    let field = fields[column]
    let text = bytes[field.start..<field.end]
    return String(decoding: field.form == .doubledQuotes ? TableRecord.unquoted(text) : text, as: UTF8.self)
  }

  /// The text of a column, from 0, without the spaces around it.
  func trimmed(_ column: Int) -> String {
    String(text(column).trimmed)
  }

  /// Whether a column, from 0, holds nothing, not even a space.
  func isEmpty(_ column: Int) -> Bool {
    guard fields.indices.contains(column) else { return true }
    return fields[column].start == fields[column].end
  }

  /// Whether a column, from 0, holds what a spreadsheet failed to compute.
  func isFailed(_ column: Int) -> Bool {
    fields.indices.contains(column) && fields[column].form == .failed
  }

  /// Whether every column holds nothing, as in rows cleared in a spreadsheet.
  var isEmpty: Bool {
    fields.allSatisfy { $0.start == $0.end }
  }

  /// The texts of all columns.
  var texts: [String] {
    fields.indices.map(text)
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var kept: ArraySlice<UInt8> = []
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { kept.append(byte) }
    }
    return kept
  }
}
