/// The values that an event overwrote, as the journal keeps them: one JSON object, column by column.
public enum RowImage {
  /// Writes columns and values as a JSON object; values are numbers, strings or null.
  public static func text(_ columns: [(name: String, value: SQLValue)]) -> String {
    var text = "{"
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "," }
      write(column.name, into: &text)
      text += ":"
      switch column.value {
      case .null: text += "null"
      case .integer(let number): text += String(number)
      case .real(let number): text += String(number)
      case .text(let value): write(value, into: &text)
      }
    }
    return text + "}"
  }

  /// Reads what `text` wrote; throws `JournalError.unreadable` for anything else.
  public static func columns(_ text: String) throws -> [(name: String, value: SQLValue)] {
    var reader = Reader(bytes: Array(text.utf8))
    return try reader.object()
  }

  private static func write(_ value: String, into text: inout String) {
    text += "\""
    // Nearly every text stands as it is.
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func object() throws -> [(name: String, value: SQLValue)] {
      var columns: [(name: String, value: SQLValue)] = []
      try expect("{")
      if peek == UInt8(ascii: "}") { return columns }
      while true {
        let name = try string()
        try expect(":")
        columns.append((name, try value()))
        if peek == UInt8(ascii: ",") { at += 1 } else { break }
      }
      try expect("}")
      return columns
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func expect(_ character: Unicode.Scalar) throws {
      guard peek == UInt8(ascii: character) else { throw JournalError.unreadable }
      at += 1
    }

    private mutating func value() throws -> SQLValue {
      if peek == UInt8(ascii: "\"") { return .text(try string()) }
      let start = at
      while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { at += 1 }
      let word = String(decoding: bytes[start..<at], as: UTF8.self)
      if word == "null" { return .null(.text) }
      if let number = Int64(word) { return .integer(number) }
      guard let number = Double(word) else { throw JournalError.unreadable }
      return .real(number)
    }

    private mutating func string() throws -> String {
      try expect("\"")
      var result: [UInt8] = []
      while let byte = peek, byte != UInt8(ascii: "\"") {
        at += 1
        guard byte == UInt8(ascii: "\\") else {
          result.append(byte)
          continue
        }
        guard let escaped = peek else { throw JournalError.unreadable }
        at += 1
        switch Unicode.Scalar(escaped) {
        case "n": result.append(10)
        case "r": result.append(13)
        case "t": result.append(9)
        case "u":
          guard at + 4 <= bytes.count,
            let code = UInt8(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
          else { throw JournalError.unreadable }
          result.append(code)
          at += 4
        default: result.append(escaped)
        }
      }
      try expect("\"")
      return String(decoding: result, as: UTF8.self)
    }
  }
}
