/// Measures, cuts and pads text in terminal cells: 汉 takes two, A one, a combining mark none.
public enum CellWidth {
  /// The cells `text` takes when it is shown, which is as its `printable` form;
  /// `ambiguous` is what ①, φ or ℃ take, 1 or 2.
  public static func of(_ text: String, ambiguous: Int = 1) -> Int {
    if let width = simpleWidth(text) { return width }
    return text.printable.reduce(0) { $0 + of($1, ambiguous: ambiguous) }
  }

  /// `text` cut to at most `width` cells, its end replaced by `..` if it is longer.
  public static func cut(_ text: String, to width: Int, ambiguous: Int = 1) -> String {
    guard of(text, ambiguous: ambiguous) > width else { return text }
    guard width > 2 else { return String(repeating: ".", count: max(width, 0)) }
    var room = width - 2
    if simpleWidth(text) != nil {
      let kept = text.unicodeScalars.prefix { scalar in
        room -= scalar.value < 0x7F ? 1 : 2
        return room >= 0
      }
      return String(kept) + ".."
    }
    let kept = text.prefix { character in
      room -= of(character, ambiguous: ambiguous)
      return room >= 0
    }
    return kept + ".."
  }

  /// `text` with spaces after it (`.leading`) or before it (`.trailing`), `width` cells in all.
  public static func pad(
    _ text: String, to width: Int, _ alignment: Alignment = .leading, ambiguous: Int = 1
  ) -> String {
    let space = String(repeating: " ", count: max(width - of(text, ambiguous: ambiguous), 0))
    return alignment == .leading ? text + space : space + text
  }

  /// Two cells at most: whatever is joined into one character (a family of emoji, a flag,
  /// a syllable of Korean, half-width ｶﾞ) is drawn in the cells of its widest form.
  private static func of(_ character: Character, ambiguous: Int) -> Int {
    let scalars = character.unicodeScalars
    let sum = scalars.reduce(0) { $0 + of($1, ambiguous: ambiguous) }
    // ❤ is one cell, ❤️ is the same followed by U+FE0F, «draw it as an emoji», and two.
    let isEmoji = scalars.contains("\u{FE0F}") && scalars.first?.properties.isEmoji == true
    return isEmoji ? 2 : min(sum, 2)
  }

  private static func of(_ scalar: Unicode.Scalar, ambiguous: Int) -> Int {
    let code = scalar.value
    if code < 0xA0 { return 1 }
    if isIn(EastAsianWidth.zero, code) { return 0 }
    if isIn(EastAsianWidth.wide, code) { return 2 }
    return isIn(EastAsianWidth.ambiguous, code) ? ambiguous : 1
  }

  private static func isIn(_ ranges: [UInt32], _ code: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < code { low = middle + 1 } else { high = middle }
    }
    return 2 * low < ranges.count && ranges[2 * low] <= code
  }

  /// The width of printable ASCII and everyday Chinese, whose characters never join; nil for other text.
  /// Nearly every cell is such text, and finding the bounds of characters is what costs time.
  private static func simpleWidth(_ text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: width += 1
      case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: width += 2
      default: return nil
      }
    }
    return width
  }
}
