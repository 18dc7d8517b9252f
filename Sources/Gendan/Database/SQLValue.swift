/// The three storage types of the portable SQL dialect.
public enum SQLType: Sendable, Hashable {
  /// A whole number of 64 bits; also flags and scaled quantities.
  case integer
  /// A floating-point number.
  case real
  /// Text; also days and instants.
  case text
}

/// One value bound to, or read from, a statement.
public enum SQLValue: Sendable, Hashable {
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// A text.
  case text(String)
  /// No value, of a column of this type: PostgreSQL asks for the type of a bound NULL.
  case null(SQLType)

  /// Whether there is no value.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

/// A type that columns hold: bound by interpolation into `SQL`, read from a `Row`.
public protocol SQLConvertible {
  /// The column's storage type, known even when there is no value.
  static var sqlType: SQLType { get }
  /// The value as it is bound.
  var sqlValue: SQLValue { get }
  /// The value of one column; throws `DatabaseError.unexpectedValue` if it does not mean one.
  init(column: Int, of row: any Row) throws
}

extension Int64: SQLConvertible {
  /// Whole numbers.
  public static var sqlType: SQLType { .integer }
  /// The number itself.
  public var sqlValue: SQLValue { .integer(self) }
  /// Reads a whole number.
  public init(column: Int, of row: any Row) throws { self = row.integer(column) }
}

extension Int: SQLConvertible {
  /// Whole numbers.
  public static var sqlType: SQLType { .integer }
  /// The number itself.
  public var sqlValue: SQLValue { .integer(Int64(self)) }
  /// Reads a whole number.
  public init(column: Int, of row: any Row) throws { self = Int(row.integer(column)) }
}

extension Bool: SQLConvertible {
  /// Flags are 0 or 1.
  public static var sqlType: SQLType { .integer }
  /// 1 for true.
  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
  /// Reads a flag.
  public init(column: Int, of row: any Row) throws { self = row.integer(column) != 0 }
}

extension String: SQLConvertible {
  /// Texts.
  public static var sqlType: SQLType { .text }
  /// The text itself.
  public var sqlValue: SQLValue { .text(self) }
  /// Reads a text.
  public init(column: Int, of row: any Row) throws { self = row.text(column) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  /// The type of what is wrapped.
  public static var sqlType: SQLType { Wrapped.sqlType }
  /// The wrapped value, or a NULL of its type.
  public var sqlValue: SQLValue { self?.sqlValue ?? .null(Wrapped.sqlType) }
  /// Reads a value, or nil where the column is NULL.
  public init(column: Int, of row: any Row) throws {
    self = row.isNull(column) ? nil : try Wrapped(column: column, of: row)
  }
}

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
  /// Ids of the core are stored as their words.
  public static var sqlType: SQLType { .text }
  /// The word.
  public var sqlValue: SQLValue { .text(rawValue) }
  /// Reads a word; throws if it is none of this type's.
  public init(column: Int, of row: any Row) throws {
    let text = row.text(column)
    guard let value = Self(rawValue: text) else { throw DatabaseError.unexpectedValue(text) }
    self = value
  }
}

extension Day: SQLConvertible {
  /// Days are ISO texts.
  public static var sqlType: SQLType { .text }
  /// `2026-11-30`.
  public var sqlValue: SQLValue { .text(description) }
  /// Reads an ISO day.
  public init(column: Int, of row: any Row) throws {
    let text = row.text(column)
    guard let day = Day(text) else { throw DatabaseError.unexpectedValue(text) }
    self = day
  }
}

extension Instant: SQLConvertible {
  /// Instants are UTC texts.
  public static var sqlType: SQLType { .text }
  /// `2026-11-30T08:05:00Z`.
  public var sqlValue: SQLValue { .text(description) }
  /// Reads a UTC instant.
  public init(column: Int, of row: any Row) throws {
    let text = row.text(column)
    guard let instant = Instant(text) else { throw DatabaseError.unexpectedValue(text) }
    self = instant
  }
}
