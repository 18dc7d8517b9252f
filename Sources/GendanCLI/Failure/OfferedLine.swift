import Gendan

/// A line that is offered to a person.
enum OfferedLine {
  /// The line with what is to be filled in, and who may do it, named in the person's language.
  static func text(_ line: String, _ language: Language) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      blanks[String(word)]?[language] ?? role(word)?[language] ?? String(word)
    }.joined(separator: " ")
  }

  private static let blanks = [
    "TEXT": Text("TEXT", "内容", "內容"), "DATE": Text("DATE", "日期", "日期"), "KIND": Text("KIND", "类别", "類別"),
    "STEP": Text("STEP", "工序", "工序"), "QTY": Text("QTY", "数量", "數量"), "AMOUNT": Text("AMOUNT", "金额", "金額"),
    "START": Text("START", "开工日", "開工日"), "FINISH": Text("FINISH", "完工日", "完工日"),
    "DEPARTMENT": Text("DEPARTMENT", "部门", "部門"), "FILE": Text("FILE", "文件", "檔案"),
    "WHO": Text("WHO", "谁", "誰"), "PLACE": Text("PLACE", "地点", "地點"),
    "CUSTOMER": Text("CUSTOMER", "客户", "客戶"),
    "PRODUCT": Text("PRODUCT", "产品", "產品"),
  ]

  /// `(supervisor)`.
  private static func role(_ word: Substring) -> Text? {
    guard word.hasPrefix("("), word.hasSuffix(")"),
      let role = Role(rawValue: String(word.dropFirst().dropLast()))
    else { return nil }
    return Text(
      "(" + role.words.english + ")", "(" + role.words.simplified + ")", "(" + role.words.traditional + ")")
  }
}
