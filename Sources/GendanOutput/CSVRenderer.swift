/// Writes the records of a document as comma or tab separated values.
///
/// Headings, sums and rules are left out. A document of several tables gives one sheet with the columns
/// of all of them and, before them, a column `section` with the table's id.
public struct CSVRenderer: Sendable {
  /// What stands between two values, and how values are kept apart from it.
  public enum Separator: Sendable, Equatable {
    /// RFC 4180: quotes where they are needed, lines end in CR LF.
    case comma
    /// No quotes: a tab or a line end in a value becomes a space; lines end in LF.
    case tab
  }

  /// The lines above the records.
  public enum Header: Sendable, Equatable {
    /// No line.
    case none
    /// The columns' ids, for programs.
    case ids
    /// The columns' titles, for people, who find the names of codes below them.
    case titles
    /// A line of ids, then a line of titles.
    case both
  }

  /// What stands between two values.
  public var separator: Separator
  /// The lines above the records.
  public var header: Header
  /// Whether the text starts with U+FEFF, by which Excel knows UTF-8.
  public var byteOrderMark: Bool
  /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// Off unless it is said: a file with apostrophes does not come back unchanged when it is imported.
  public var guardsFormulas: Bool

  /// Commas, a line of ids, no byte order mark and no guard, unless it is said.
  public init(
    separator: Separator = .comma, header: Header = .ids, byteOrderMark: Bool = false,
    guardsFormulas: Bool = false
  ) {
    self.separator = separator
    self.header = header
    self.byteOrderMark = byteOrderMark
    self.guardsFormulas = guardsFormulas
  }

  /// The records of all tables of the document.
  public func render(_ document: Document) -> String {
    let sheet = Sheet(document)
    var text = byteOrderMark ? "\u{FEFF}" : ""
    if header == .ids || header == .both { write(sheet.columns.map(\.id), into: &text) }
    if header == .titles || header == .both { write(sheet.columns.map(\.title), into: &text) }
    for record in sheet.records {
      write(record.map { plainText(of: $0).printableLines }.map(guarded), into: &text)
    }
    return text
  }

  /// What stands for a cell: under titles the names of codes, as people read them.
  private func plainText(of cell: Cell) -> String {
    cell.isCode && header == .titles ? cell.text : cell.value.plainText
  }

  private func write(_ values: [String], into text: inout String) {
    switch separator {
    case .comma: text += values.map(Self.quoted).joined(separator: ",") + "\r\n"
    case .tab: text += values.map(Self.flat).joined(separator: "\t") + "\n"
    }
  }

  private static func quoted(_ value: String) -> String {
    // Scalars, not characters: a quote with a combining mark after it is still a quote.
    let scalars = value.unicodeScalars
    guard scalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return value
    }
    var quoted = "\""
    for scalar in scalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func flat(_ value: String) -> String {
    String(value.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// Excel takes full-width signs for their ASCII kin where the system is Chinese or Japanese.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private func guarded(_ value: String) -> String {
    guard guardsFormulas, let first = value.unicodeScalars.first, Self.formulaStarts.contains(first),
      Double(value) == nil
    else { return value }
    return "'" + value
  }
}

extension JSON {
  /// The value without quotes or brackets: 7300.00 CNY for an amount with its currency.
  fileprivate var plainText: String {
    switch self {
    case .null: ""
    case .string(let string): string
    case .bool, .integer, .decimal: text
    case .array(let values): values.map(\.plainText).joined(separator: " ")
    case .object(let members): members.map(\.value.plainText).joined(separator: " ")
    }
  }
}
