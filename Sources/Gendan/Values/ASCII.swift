/// Decimal numbers in the bytes of fixed forms such as YYYY-MM-DD.
enum ASCII {
  /// The digit of the last decimal place of a number that is not negative.
  static func digit(_ number: Int) -> UInt8 {
    UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
  }

  /// The number whose `count` digits start at `start`, or nil where one of them is no digit.
  static func number(_ bytes: borrowing Span<UInt8>, at start: Int, count: Int) -> Int? {
    var number = 0
    for index in start..<start + count {
      let value = bytes[index] &- UInt8(ascii: "0")
      guard value <= 9 else { return nil }
      number = number * 10 + Int(value)
    }
    return number
  }
}
