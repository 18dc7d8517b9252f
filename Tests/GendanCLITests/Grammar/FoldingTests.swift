import Testing

@testable import GendanCLI

@Suite struct `Folding` {
  @Test(arguments: [
    ("ＡＢＣ１２３", "abc123"), ("：，；（）－～／＋", ":,;()-~/+"), ("客户：宏达　是", "客户:宏达 是"),
    ("3。15", "3.15"), ("–—−", "---"), ("É 下週", "É 下週"), ("", ""), ("EOM", "eom"),
  ])
  func `makes full-width forms and capitals plain`(typed: String, plain: String) {
    #expect(folded(typed) == plain)
  }

  @Test(arguments: [
    ("三月十五", "3月15"), ("二十号", "20号"), ("廿五", "25"), ("一百二十天", "120天"), ("一百零五", "105"),
    ("二〇二六年", "2026年"), ("十十", "十十"), ("1十", "1十"), ("周五", "周5"), ("十", "10"), ("百", "100"),
  ])
  func `turns Chinese numbers into digits`(typed: String, plain: String) {
    #expect(withArabicNumerals(typed) == plain)
  }
}
