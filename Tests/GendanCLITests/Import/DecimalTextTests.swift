import GendanTestSupport
import Testing

@testable import GendanCLI

struct DecimalTextTests {
  @Test(arguments: [
    ("1200", 120_000), ("1,200", 120_000), ("1,200.50", 120_050), ("１，２００．５", 120_050), ("-0.05", -5),
    ("+3", 300), (" 7\u{3000}", 700), ("¥1,234,567.89", 123_456_789), ("￥ 12", 1200), ("$-3", -300),
    ("-€3", -300), ("−3", -300), ("12.5 元", 1250), ("0012", 1200), (".5", 50), ("5.", 500), ("1.23000", 123),
    ("0.00", 0), ("-0", 0), ("＄５", 500),
  ])
  func `Numbers are read as people write them`(text: String, cents: Int64) throws {
    #expect(try DecimalText.parse(text, decimals: 2) == cents)
  }

  @Test(arguments: [
    "2百", "1e5", "abc", "--1", "¥¥1", "1.2.3", "1 200", "1-", "元", "-", ".", ",", "¥", "12件", "0x10", "١٢",
    "5元元", "½", "1\n2", "1.-2",
  ])
  func `What is not a number is refused`(text: String) {
    #expect(throws: NumberError.notANumber(text)) { try DecimalText.parse(text, decimals: 2) }
  }

  @Test(arguments: ["1,20", "1,2000", "1200,000", ",200", "1,,200", "1,200,", "0,125", "1.2,000", "1.200,50"])
  func `Commas part thousands and nothing else`(text: String) {
    #expect(throws: NumberError.misplacedComma(text)) { try DecimalText.parse(text, decimals: 4) }
  }

  @Test func `Nothing is refused as nothing`() {
    #expect(throws: NumberError.empty) { try DecimalText.parse("", decimals: 0) }
    #expect(throws: NumberError.empty) { try DecimalText.parse(" \u{3000}\t", decimals: 0) }
  }

  @Test func `Digits beyond the allowed decimals must be zeros`() throws {
    #expect(throws: NumberError.tooPrecise("1.005", decimals: 2)) {
      try DecimalText.parse("1.005", decimals: 2)
    }
    #expect(throws: NumberError.tooPrecise("0.5", decimals: 0)) { try DecimalText.parse("0.5", decimals: 0) }
    #expect(try DecimalText.parse("3.000", decimals: 0) == 3)
  }

  @Test func `The range is that of the integer, to the last unit`() throws {
    #expect(try DecimalText.parse("9223372036854775807", decimals: 0) == .max)
    #expect(try DecimalText.parse("-92,233,720,368,547,758.08", decimals: 2) == .min)
    for text in ["9223372036854775808", "-9223372036854775809", String(repeating: "9", count: 99)] {
      #expect(throws: NumberError.outOfRange(text)) { try DecimalText.parse(text, decimals: 0) }
    }
    #expect(throws: NumberError.outOfRange("10")) { try DecimalText.parse("10", decimals: .max) }
  }

  @Test(arguments: [
    (0, 0, "0"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_450, 2, "1,234.50"), (100, 0, "100"),
    (-100_000, 0, "-100,000"), (1000, 3, "1.000"), (Int64.min, 0, "-9,223,372,036,854,775,808"),
    (Int64.min, 18, "-9.223372036854775808"), (7, -1, "7"),
  ])
  func `Numbers are written with their decimals and thousands`(value: Int64, decimals: Int, text: String) {
    #expect(DecimalText.format(value, decimals: decimals, grouping: true) == text)
  }

  @Test func `What is written is read back the same`() throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<3000 {
      let value = Int64.random(in: .min ... .max, using: &generator) >> Int64(round % 64)
      for value in round == 0 ? [.min, .max, 0, -1, value] : [value] {
        let decimals = Int.random(in: 0...18, using: &generator)
        for grouping in [true, false] {
          let text = DecimalText.format(value, decimals: decimals, grouping: grouping)
          #expect(try DecimalText.parse(text, decimals: decimals) == value)
        }
      }
    }
  }

  @Test func `Random text gives a number or an error`() {
    var generator = SeededGenerator(seed: 4)
    let letters = [
      "0", "1", "9", "９", ",", "，", ".", "-", "+", " ", "\u{3000}", "¥", "元", "e", "\u{301}", "\r\n",
    ]
    for _ in 0..<5000 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = (0..<length).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
      let decimals = Int.random(in: -2...20, using: &generator)
      guard let value = try? DecimalText.parse(text, decimals: decimals) else { continue }
      let written = DecimalText.format(value, decimals: decimals)
      #expect((try? DecimalText.parse(written, decimals: decimals)) == value, "\(text.debugDescription)")
    }
  }
}
