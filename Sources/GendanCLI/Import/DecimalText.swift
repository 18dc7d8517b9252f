/// Decimal numbers as people write them, and as the integers they are kept in: `12.50` with two decimals
/// is 1250.
enum DecimalText {
  /// The number in `text` as a count of its smallest unit, of which 10 to the power of `decimals` make one.
  ///
  /// `decimals` is 0 to 18. Accepts full-width digits, a sign, commas between thousands, spaces around, a currency
  /// sign before, and 元 or a semicolon after.
  static func parse(_ text: String, decimals: Int) throws(NumberError) -> Int64 {
    var rest = folded(text).trimmed.unicodeScalars[...]
    guard !rest.isEmpty else { throw .empty }
    let isNegative = removeMarks(&rest)
    if rest.last == "元" { rest.removeLast() }
    // A hand on a Chinese keyboard leaves `300；`.
    while let last = rest.last, " ;、~".unicodeScalars.contains(last) { rest.removeLast() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard rest.contains(where: isDigit), parts.allSatisfy({ $0.allSatisfy { isDigit($0) || $0 == "," } })
    else { throw .notANumber(text) }
    let whole = try withoutCommas(parts[0], text: text)
    var fraction = parts.count > 1 ? parts[1] : Scalars()
    guard !fraction.contains(",") else { throw .misplacedComma(text) }
    while fraction.last == "0" { fraction.removeLast() }
    let decimals = possible(decimals)
    let missing = decimals - fraction.count
    guard missing >= 0 else { throw .tooPrecise(text, decimals: decimals) }
    return try scaled(whole + fraction + repeatElement("0", count: missing), isNegative, text: text)
  }

  /// The number `value` counts, with all its decimals: `format(-123450, decimals: 2)` is `-1234.50`, and
  /// `-1,234.50` with grouping.
  static func format(_ value: Int64, decimals: Int, grouping: Bool = false) -> String {
    let decimals = possible(decimals)
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let whole = padded.dropLast(decimals)
    var text = value < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if grouping, index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return decimals > 0 ? text + "." + padded.suffix(decimals) : text
  }

  /// No more decimals than an Int64 has room for.
  private static func possible(_ decimals: Int) -> Int {
    min(max(decimals, 0), 18)
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar
  }

  /// Takes at most one sign and one currency sign, in either order, from the front; tells if it is negative.
  private static func removeMarks(_ rest: inout Scalars) -> Bool {
    var sign: Unicode.Scalar?
    var currency: Unicode.Scalar?
    while let first = rest.first {
      switch first {
      case "+", "-", "\u{2212}":
        guard sign == nil else { return false }
        sign = first
      case "¥", "￥", "$", "€", "£", "￡":
        guard currency == nil else { return false }
        currency = first
      case " ":
        break
      default:
        return sign == "-" || sign == "\u{2212}"
      }
      rest.removeFirst()
    }
    return false
  }

  private static func withoutCommas(_ whole: Scalars, text: String) throws(NumberError) -> [Unicode.Scalar] {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      // 0,125 is no thousand: somebody's comma is a decimal point.
      guard 1...3 ~= groups[0].count, groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { throw .misplacedComma(text) }
    }
    return groups.flatMap { $0 }
  }

  private static func scaled(
    _ digits: [Unicode.Scalar], _ isNegative: Bool, text: String
  ) throws(NumberError) -> Int64 {
    var magnitude: UInt64 = 0
    for digit in digits {
      let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit.value & 0xF))
      guard !overflow, !carry else { throw .outOfRange(text) }
      magnitude = sum
    }
    let limit = isNegative ? Int64.min.magnitude : Int64.max.magnitude
    guard magnitude <= limit else { throw .outOfRange(text) }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(truncatingIfNeeded: magnitude)
  }
}
