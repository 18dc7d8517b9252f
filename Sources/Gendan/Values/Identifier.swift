/// A row's key that cannot be mistaken for another noun's.
public struct Identifier<Noun>: Hashable, Sendable, SQLConvertible, CustomStringConvertible {
  /// The key in the noun's table.
  public let rawValue: Int64

  /// A key read from somewhere.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// Keys are whole numbers.
  public static var sqlType: SQLType { .integer }
  /// The key.
  public var sqlValue: SQLValue { .integer(rawValue) }
  /// Reads a key.
  public init(column: Int, of row: any Row) throws { rawValue = row.integer(column) }
  /// The key's digits.
  public var description: String { String(rawValue) }
}
