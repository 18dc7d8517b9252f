/// Reads JSON from UTF-8 bytes, one value after the other.
struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func document() throws(JSON.Malformed) -> JSON {
    let result = try value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw failure(.unexpectedCharacter) }
    return result
  }

  private mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
    skipSpace()
    guard let byte = peek else { throw failure(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(.unexpectedCharacter)
    }
  }

  private mutating func members(depth: Int) throws(JSON.Malformed) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var names: Set<String> = []
    try open(depth: depth)
    if accept("}") { return members }
    repeat {
      skipSpace()
      let start = offset
      let name = try string()
      guard names.insert(name).inserted else {
        throw JSON.Malformed(reason: .repeatedName(name), offset: start)
      }
      try expect(":")
      members.append(JSON.Member(name, try value(depth: depth)))
    } while accept(",")
    try expect("}")
    return members
  }

  private mutating func elements(depth: Int) throws(JSON.Malformed) -> [JSON] {
    var elements: [JSON] = []
    try open(depth: depth)
    if accept("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while accept(",")
    try expect("]")
    return elements
  }

  // The limit is on recursion: a hostile file must not exhaust the stack.
  private mutating func open(depth: Int) throws(JSON.Malformed) {
    guard depth <= JSON.deepestNesting else { throw failure(.tooDeep) }
    offset += 1
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Malformed) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure(.unexpectedCharacter) }
    offset += word.utf8.count
    return value
  }

  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = offset
    _ = take("-")
    let whole = digits()
    guard whole == 1 || (whole > 1 && bytes[offset - whole] != UInt8(ascii: "0")) else {
      throw JSON.Malformed(reason: .invalidNumber, offset: start)
    }
    let isFraction = take(".")
    if isFraction, digits() == 0 { throw failure(.invalidNumber) }
    let hasExponent = take("e") || take("E")
    if hasExponent {
      if !take("+") { _ = take("-") }
      if digits() == 0 { throw failure(.invalidNumber) }
    }
    let spelling = String(decoding: bytes[start..<offset], as: UTF8.self)
    if !isFraction, !hasExponent, let integer = Int64(spelling) { return .integer(integer) }
    return .decimal(spelling)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  private mutating func string() throws(JSON.Malformed) -> String {
    try expect("\"")
    var string = ""
    while true {
      let start = offset
      while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        offset += 1
      }
      string += String(decoding: bytes[start..<offset], as: UTF8.self)
      guard let byte = peek else { throw failure(.unexpectedEnd) }
      guard byte >= 0x20 else { throw failure(.controlCharacter) }
      offset += 1
      if byte == UInt8(ascii: "\"") { return string }
      string.unicodeScalars.append(try escaped())
    }
  }

  private mutating func escaped() throws(JSON.Malformed) -> Unicode.Scalar {
    guard let byte = peek else { throw failure(.unexpectedEnd) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw failure(.invalidEscape)
    }
  }

  private mutating func codePoint() throws(JSON.Malformed) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Beyond U+FFFF a character is spelled as two surrogates; half of one is no character.
    guard first < 0xDC00, take("\\"), take("u") else { throw failure(.invalidEscape) }
    let second = try unit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure(.invalidEscape) }
    return scalar
  }

  private mutating func unit() throws(JSON.Malformed) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw failure(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure(.invalidEscape) }
      unit = unit << 4 + UInt32(digit)
      offset += 1
    }
    return unit
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    return take(character)
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSON.Malformed) {
    guard accept(character) else {
      throw failure(peek == nil ? .unexpectedEnd : .unexpectedCharacter)
    }
  }

  private func failure(_ reason: JSON.Malformed.Reason) -> JSON.Malformed {
    JSON.Malformed(reason: reason, offset: offset)
  }
}
