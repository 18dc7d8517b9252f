extension [UInt8] {
  /// The text with `_x000D_` and its like as the letters they stand for.
  ///
  /// Letters that no text may hold stay as they are written.
  func unescaped(_ range: Range<Int>) -> [UInt8]? {
    guard range.count >= 7, self[range].contains(UInt8(ascii: "_")) else { return nil }
    var text: [UInt8] = []
    var place = range.lowerBound
    var isChanged = false
    while place < range.upperBound {
      if let scalar = escape(at: place, before: range.upperBound) {
        text += String(Character(scalar)).utf8
        place += 7
        isChanged = true
      } else {
        text.append(self[place])
        place += 1
      }
    }
    return isChanged ? text : nil
  }

  private func escape(at place: Int, before end: Int) -> Unicode.Scalar? {
    guard place + 7 <= end, self[place] == UInt8(ascii: "_"), self[place + 1] == UInt8(ascii: "x"),
      self[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var code: UInt32 = 0
    for byte in self[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      code = code << 4 | UInt32(digit)
    }
    let isWritten = code >= 0x20 && code != 0x7F || code == 0x9 || code == 0xA || code == 0xD
    return isWritten ? Unicode.Scalar(code) : nil
  }
}
