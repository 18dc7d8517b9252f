extension JSON {
  /// Why a text is not JSON, and where.
  public struct Malformed: Error, Sendable, Equatable {
    /// What is wrong at the place named.
    public enum Reason: Sendable, Equatable {
      case unexpectedEnd, unexpectedCharacter, invalidNumber, invalidEscape, controlCharacter
      case repeatedName(String)
      case tooDeep
    }
    /// The reason.
    public var reason: Reason
    /// The place, in UTF-8 bytes from the start.
    public var offset: Int
  }

  /// Arrays and objects may be nested this deep.
  public static let deepestNesting = 64

  /// Reads one JSON value (RFC 8259) and nothing after it; throws `Malformed`.
  public static func parse(_ text: String) throws(Malformed) -> JSON {
    var parser = JSONParser(text)
    return try parser.document()
  }
}
