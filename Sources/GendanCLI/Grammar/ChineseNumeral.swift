/// The phrase with every Chinese number up to 999 in ASCII digits: 三月十五 is 3月15, 二〇二六 is 2026.
///
/// A number that touches a digit is left alone: what `1十` means, nobody knows.
func withArabicNumerals(_ phrase: String) -> String {
  var result = String.UnicodeScalarView()
  let scalars = Array(phrase.unicodeScalars)
  var position = 0
  while position < scalars.count {
    let run = scalars[position...].prefix { numerals[$0] != nil }
    let isWhole = !isDigit(result.last) && !isDigit(scalars[run.endIndex...].first)
    if !run.isEmpty, isWhole, let number = number(run.compactMap { numerals[$0] }) {
      result.append(contentsOf: number.unicodeScalars)
      position = run.endIndex
    } else {
      let next = max(run.endIndex, position + 1)
      result.append(contentsOf: scalars[position..<next])
      position = next
    }
  }
  return String(result)
}

private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
  scalar.map { "0"..."9" ~= $0 } ?? false
}

private let numerals: [Unicode.Scalar: Int] = [
  "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  "十": 10, "廿": 20, "卅": 30, "百": 100,
]

/// Digits alone are read in a row; with tens and hundreds they are multiplied and added.
private func number(_ values: [Int]) -> String? {
  if values.allSatisfy({ $0 < 10 }) { return values.map(String.init).joined() }
  var sum = 0
  var waiting: Int?  // a digit before its unit
  var lastUnit = 1000
  for value in values {
    if value < 10 {
      guard waiting == nil || waiting == 0 else { return nil }
      waiting = value
    } else {
      // Units fall from hundreds to tens; 廿 and 卅 are whole tens and take no digit.
      let unit = value == 100 ? 100 : 10
      guard unit < lastUnit, unit == value || waiting == nil else { return nil }
      sum += (waiting ?? 1) * value
      waiting = nil
      lastUnit = unit
    }
  }
  return String(sum + (waiting ?? 0))
}
