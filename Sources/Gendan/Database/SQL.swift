/// A statement in the portable dialect (docs/portable-sql.md): its values are bound, never pasted.
///
/// `"SELECT id FROM orders WHERE no = \(no)"` holds the text `SELECT id FROM orders WHERE no = ?`
/// and one value. A statement's own text never contains a question mark.
public struct SQL: ExpressibleByStringInterpolation, Sendable, Hashable {
  /// The text with `?` where a value is bound.
  public private(set) var text: String
  /// The values, in the order of their places.
  public private(set) var values: [SQLValue]

  /// A statement without values.
  public init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  /// A statement from its interpolated parts.
  public init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
    values = parts.values
  }

  /// A statement whose values were collected elsewhere; `text` holds a `?` for each.
  public init(text: String, values: [SQLValue]) {
    self.text = text
    self.values = values
  }

  /// Collects the parts of an interpolated statement.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var values: [SQLValue] = []

    /// Makes room for the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      values.reserveCapacity(interpolationCount)
    }
    /// The statement's own words.
    public mutating func appendLiteral(_ literal: String) { text += literal }
    /// A bound value.
    public mutating func appendInterpolation(_ value: some SQLConvertible) {
      text += "?"
      values.append(value.sqlValue)
    }
    /// A bound value, or a NULL of its type.
    public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
      text += "?"
      values.append(value.sqlValue)
    }
    /// A bound value of any type.
    public mutating func appendInterpolation(value: SQLValue) {
      text += "?"
      values.append(value)
    }
    /// Another statement's text and values, as a part of this one.
    public mutating func appendInterpolation(_ part: SQL) {
      text += part.text
      values += part.values
    }
    /// A list of bound values in parentheses, for `IN`; an empty list matches nothing.
    public mutating func appendInterpolation(list: [some SQLConvertible]) {
      text += "(" + (list.isEmpty ? "NULL" : list.map { _ in "?" }.joined(separator: ",")) + ")"
      values += list.map(\.sqlValue)
    }
    /// A name from the schema, quoted; never a person's text.
    public mutating func appendInterpolation(name: String) { text += "\"" + name + "\"" }
  }

  /// Parts joined by a separator such as `AND`.
  public static func join(_ parts: [SQL], _ separator: String) -> SQL {
    SQL(
      text: parts.map(\.text).joined(separator: separator),
      values: parts.flatMap(\.values))
  }
}

extension Array {
  /// The elements in their order, in pieces small enough to be bound to one statement: an engine takes only
  /// so many values at once.
  var bindable: [[Element]] {
    stride(from: 0, to: count, by: 500).map { Array(self[$0..<Swift.min($0 + 500, count)]) }
  }
}
