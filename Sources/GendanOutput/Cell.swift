/// One value of a row: what a person reads and what a program reads.
public struct Cell: Sendable, Equatable {
  /// What a person reads: "1,000", "03-10", "4 天".
  public var text: String
  /// What a program reads, in CSV and JSON: 1000, "2026-03-10", 4.
  public var value: JSON
  /// How it stands out, if it does.
  public var style: Style?
  /// Whether the value is a code and the text its name, which people read in their files too.
  public private(set) var isCode = false

  /// A cell whose value, if none is given, is its text.
  public init(_ text: String, value: JSON? = nil, style: Style? = nil) {
    self.text = text
    self.value = value ?? .string(text)
    self.style = style
  }

  /// A code that stands for a name; null where there is none.
  public init(_ name: String, code: String?, style: Style? = nil) {
    self.init(name, value: code.map { .string($0) } ?? .null, style: style)
    isCode = code != nil
  }

  /// No text and a null value.
  public static let none = Cell("", value: .null)
}

extension Cell: ExpressibleByStringLiteral {
  /// A cell whose value is its text.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
