import Gendan

/// A currency as it is typed: three letters in any case, or its Chinese name.
enum Currency {
  /// The ISO 4217 code; throws what would be one.
  static func read(_ text: String) throws -> String {
    guard let code = code(of: text) else {
      throw Complaint(
        .usage, Text("\"\(text)\" is no currency", "\"\(text)\" 不是币种", "\"\(text)\" 不是幣別"),
        facts: [Text("such as ", "例如 ", "例如 ") + "CNY, USD, EUR"], tries: [])
    }
    return code
  }

  /// The ISO 4217 code; nil where the text names none.
  static func code(of text: String) -> String? {
    let word = folded(text)
    let code = names.first { $0.value.contains(word) }?.key ?? word.uppercased()
    return Setting.currency.accepts(code) ? code : nil
  }

  private static let names = [
    "CNY": ["人民币", "人民幣", "元", "rmb"], "USD": ["美元", "美金"], "EUR": ["欧元", "歐元"],
    "JPY": ["日元", "日圆", "日圓"], "HKD": ["港币", "港幣", "港元"], "GBP": ["英镑", "英鎊"],
    "TWD": ["台币", "台幣", "新台币", "新台幣"],
  ]
}
