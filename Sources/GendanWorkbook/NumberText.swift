/// Numbers as a person typed them into a spreadsheet, which keeps them as binary floating point.
///
/// A spreadsheet takes fifteen digits of a number and shows no more: with fifteen, what was typed as 1.1 is
/// 1.1 again, and so is what a formula gave as 1.1000000000000001.
enum NumberText {
  /// The text of a number in a file, without an exponent; nil where it is no number.
  static func plain(_ text: [UInt8]) -> [UInt8]? {
    var digits = 0
    var points = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where index == 0: continue
      default: return rounded(String(decoding: text, as: UTF8.self))
      }
    }
    guard digits > 0, points <= 1 else { return nil }
    // Whole numbers stand as they are, for programs write longer ones than a spreadsheet keeps.
    if points == 0 { return text }
    guard digits <= most else { return rounded(String(decoding: text, as: UTF8.self)) }
    return withoutEmptyFraction(text)
  }

  private static let most = 15

  private static func withoutEmptyFraction(_ text: [UInt8]) -> [UInt8] {
    var text = text
    while text.last == UInt8(ascii: "0") { text.removeLast() }
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    let isNegative = text.first == UInt8(ascii: "-")
    let size = isNegative ? text.dropFirst() : text[...]
    if size.isEmpty || size.elementsEqual([UInt8(ascii: "0")]) { return [UInt8(ascii: "0")] }
    if size.first == UInt8(ascii: ".") { text.insert(UInt8(ascii: "0"), at: isNegative ? 1 : 0) }
    return text
  }

  /// The text with fifteen digits.
  private static func rounded(_ text: String) -> [UInt8]? {
    guard text.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }), let number = Double(text),
      number.isFinite
    else { return nil }
    guard number != 0 else { return [UInt8(ascii: "0")] }
    // `1.1`, `5e-05`, `1.2345678901234568e+16`: the fewest digits that tell this number from all others.
    let parts = number.magnitude.description.split(separator: "e")
    let sides = parts[0].split(separator: ".")
    var digits = sides.joined().utf8.map { Int($0 & 0xF) }
    var point = sides[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    if digits.count > most, cut(&digits) { point += 1 }
    while digits.last == 0 { digits.removeLast() }
    return Array(((number < 0 ? "-" : "") + layout(digits, point: point)).utf8)
  }

  /// Leaves fifteen digits, rounded; true where that gives one more before them.
  private static func cut(_ digits: inout [Int]) -> Bool {
    let isUp = digits[most] >= 5
    digits.removeSubrange(most...)
    guard isUp else { return false }
    for index in digits.indices.reversed() {
      digits[index] += 1
      guard digits[index] == 10 else { return false }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return true
  }

  private static func layout(_ digits: [Int], point: Int) -> String {
    let text = digits.map(String.init).joined()
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count { return text + String(repeating: "0", count: point - digits.count) }
    return text.prefix(point) + "." + text.dropFirst(point)
  }
}
