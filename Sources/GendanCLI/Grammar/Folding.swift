/// The text as a parser wants it: full-width forms and Chinese punctuation as ASCII, ASCII in lower case.
///
/// A Chinese input method left on types `３：１５` or `３／１５`, and `。。` for `..`.
func folded(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(folded(scalar)) }
  return String(scalars)
}

private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: lowercased(scalar.value - 0xFEE0)  // ！ to ～, in the order of ASCII
  case 0x3000: " "
  case 0x3002: "."  // 。
  case 0x2010...0x2015, 0x2212: "-"  // hyphens, dashes, minus
  default: lowercased(scalar.value, otherwise: scalar)
  }
}

private func lowercased(_ value: UInt32, otherwise scalar: Unicode.Scalar = " ") -> Unicode.Scalar {
  guard let ascii = UInt8(exactly: value), ascii < 0x80 else { return scalar }
  return Unicode.Scalar(0x41...0x5A ~= ascii ? ascii + 0x20 : ascii)
}
