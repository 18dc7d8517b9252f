import GendanOutput
import Testing

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("SO2602-0118", 11), ("汉字", 4), ("，。：（）", 10), ("《》【】", 8), ("㎡", 2), ("￥", 2), ("¥", 1),
    ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("𠀀", 2), ("✓", 1), ("░", 1), ("㊣", 2),
  ])
  func `wide characters take two cells and narrow ones take one`(text: String, width: Int) {
    #expect(CellWidth.of(text, ambiguous: 1) == width)
    #expect(CellWidth.of(text, ambiguous: 2) == width)
  }

  @Test(arguments: ["℃", "φ", "①", "→", "…", "×", "·", "“", "■", "─", "Ⅱ", "±", "½", "№"])
  func `an ambiguous character takes what the terminal's setting says`(text: String) {
    #expect(CellWidth.of(text, ambiguous: 1) == 1)
    #expect(CellWidth.of(text, ambiguous: 2) == 2)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("か\u{3099}", 2), ("\u{200B}", 0), ("a\u{200D}", 1), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("葛\u{E0100}", 2), ("ｶﾞ", 2),
  ])
  func `what is drawn over a character takes no cell`(text: String, width: Int) {
    #expect(CellWidth.of(text) == width)
  }

  @Test(arguments: ["😀", "👍🏽", "👨‍👩‍👧‍👦", "🇨🇳", "❤️", "❤️‍🔥", "1️⃣", "⌚", "☎️", "🫠"])
  func `an emoji takes two cells however many parts it has`(text: String) {
    #expect(CellWidth.of(text) == 2)
  }

  @Test func `every emoji that the standard library knows takes two cells`() {
    for code in UInt32(0x2000)...0x1FFFF {
      // A regional indicator is an emoji only as half of a flag.
      guard let scalar = Unicode.Scalar(code), scalar.properties.isEmojiPresentation,
        !(0x1F1E6...0x1F1FF).contains(code)
      else { continue }
      #expect(CellWidth.of(String(Character(scalar))) == 2, "\(String(code, radix: 16))")
    }
  }

  @Test func `a heart without the emoji selector takes one cell`() {
    #expect(CellWidth.of("❤") == 1)
  }

  @Test func `a text that fits is not cut`() {
    #expect(CellWidth.cut("不锈钢法兰", to: 10) == "不锈钢法兰")
  }

  @Test(arguments: [
    (9, "不锈钢.."), (8, "不锈钢.."), (7, "不锈.."), (3, ".."), (2, ".."), (1, "."), (0, ""), (-1, ""),
  ])
  func `a text is cut between characters and ends in two dots`(width: Int, cut: String) {
    #expect(CellWidth.cut("不锈钢法兰", to: width) == cut)
  }

  @Test func `a family of emoji is never cut apart`() {
    #expect(CellWidth.cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", to: 5) == "👨‍👩‍👧‍👦..")
  }

  @Test func `padding counts cells`() {
    #expect(CellWidth.pad("数量", to: 6) == "数量  ")
    #expect(CellWidth.pad("数量", to: 6, .trailing) == "  数量")
    #expect(CellWidth.pad("φ8", to: 4, ambiguous: 2) == "φ8 ")
    #expect(CellWidth.pad("数量", to: 3) == "数量")
  }

  @Test(arguments: [
    ("宏达\u{1B}[2J机械", "宏达 [2J机械"), ("a\tb", "a b"), ("a\r\nb", "a b"), ("a\u{9B}31mb", "a 31mb"),
    ("a\u{7F}b\0", "a b "), ("a\u{202E}cba", "a cba"), ("a\u{2028}b", "a b"), ("半“角” — ½", "半“角” — ½"),
  ])
  func `a control character becomes a space`(text: String, printable: String) {
    #expect(text.printable == printable)
    #expect(CellWidth.of(text) == CellWidth.of(printable))
  }
}
