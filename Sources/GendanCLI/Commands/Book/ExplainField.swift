import ArgumentParser
import Gendan
import GendanOutput

/// Says what a field is, how it is counted, and how it is typed in a filter.
struct ExplainField: BookCommand {
  static let sheet = CommandSheet(
    id: "explain", word: "explain", chinese: ["解释", "解釋"],
    about: Text("what a field means", "解释一个字段", "解釋一個欄位"), usage: "[FIELD…]",
    examples: ["explain late", "explain 交期 未交", "explain"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let fields = try words.map { word -> OrderField in
      if let field = OrderField.named(word) { return field }
      return try Spelling.read(word, as: Text("field", "字段", "欄位"))
    }
    let language = desk.language
    let table = Listing<OrderField>(
      id: "fields", language: language,
      fields: [
        .init("field", Text("Field", "字段", "欄位")) { Cell($0.rawValue) },
        .init("name", Text("Name", "名称", "名稱")) { Cell($0.words[language]) },
        .init("meaning", Text("What it is", "含义", "含義")) { Cell($0.meaning[language]) },
      ]
    ).table(fields.isEmpty ? OrderField.allCases : fields)
    guard !fields.isEmpty else { return Answer("fields", Document([.table(table)])) }
    // A field or two are told in sentences, that nothing is cut.
    let width = try desk.width(standard: 78)
    let blocks = fields.flatMap { field -> [Document.Block] in
      [.line("\(field.rawValue)  \(field.words[language])", .strong)]
        + TextFlow.wrapped("  " + field.meaning[language], width: width).map { .line($0) }
        + Self.facts(field).flatMap { label, texts -> [Document.Block] in
          let head = "  \(label[language]): "
          // A line that can be pasted is never broken.
          return texts.enumerated().map { place, text in
            .line((place == 0 ? head : String(repeating: " ", count: CellWidth.of(head))) + text[language])
          }
        }
    }
    return Answer("fields", Document(blocks, records: table))
  }

  /// What else is to be known of a field: who enters it, what lateness makes of it, how it is read and used.
  private static func facts(_ field: OrderField) -> [(Text, [Text])] {
    func lines(_ lines: [String]) -> [Text] { lines.map { Text(verbatim: "gendan " + $0) } }
    let entered =
      field.entered.isEmpty
      ? [Text("follows from the others", "由别的字段算出", "由別的欄位算出")] : lines(field.entered)
    return [
      (Text("entered by", "登记", "登記"), entered),
      field.inLateness.map { (Text("lateness", "超期", "逾期"), [$0]) },
      (Text("in JSON", "JSON", "JSON"), [Text(verbatim: "rows[].\(field.rawValue), \(field.sampleJSON)")]),
      (Text("use", "用法", "用法"), lines(field.examples)),
    ].compactMap { $0 }
  }
}
