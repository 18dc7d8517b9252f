import Glibc

/// A name or a value as expat holds it while it tells of it, made into text only when asked.
struct XMLText {
  /// Its bytes, a zero behind the last.
  let start: UnsafePointer<CChar>

  /// The text.
  var string: String { String(cString: start) }

  /// Its bytes.
  var bytes: UnsafeBufferPointer<UInt8> {
    let count = strlen(start)
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  /// The name behind a prefix, which programs choose as they like.
  var local: XMLText {
    guard let colon = strrchr(start, 0x3A) else { return self }
    return XMLText(start: colon + 1)
  }

  /// The whole number from 0 that it says.
  var number: Int? { Int(decimal: bytes) }

  /// Whether it says what is written.
  static func ~= (written: StaticString, text: XMLText) -> Bool {
    UnsafeRawPointer(written.utf8Start).withMemoryRebound(to: CChar.self, capacity: 1) {
      strcmp(text.start, $0) == 0
    }
  }
}

extension Int {
  /// Reads digits alone, at most fifteen of them.
  init?(decimal bytes: some Collection<UInt8>) {
    guard 1...15 ~= bytes.count else { return nil }
    var number = 0
    for byte in bytes {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte & 0xF)
    }
    self = number
  }
}
