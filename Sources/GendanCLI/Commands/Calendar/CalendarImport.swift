import ArgumentParser
import Gendan
import GendanOutput

/// Takes over a year's holidays from a file: all rows, or none.
struct CalendarImport: BookCommand {
  static let sheet = CommandSheet(
    id: "calendar.import", word: "import", chinese: ["导入", "匯入"],
    about: Text("take over a year's holidays", "导入放假安排", "匯入放假安排"),
    usage: "FILE.csv|.xlsx [--sheet S] [--encoding E]",
    examples: ["calendar import 2027-cn.csv", "calendar import 2027-cn.xlsx --dry-run"], part: .admin,
    right: .supervise)

  @Argument(completion: .file(extensions: ["csv", "xlsx"])) var words: [String] = []
  @Option var sheet: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let path = try words.name(Text("a file", "文件", "檔案"), try: "gendan calendar import 2027-cn.csv")
    let facts = try CalendarFile(path, .init(encoding: try encoding(), sheet: sheet)).facts
    return try desk.write(source: .import) { writing, answer in
      let name = FileSystem.name(of: path)
      let changed = try writing.adopt(facts, source: name)
      let years = Set(facts.map { String($0.day.year) }).sorted().joined(separator: ", ")
      answer.echo = [
        Text(
          "\(name): \(facts.count) days of \(years), \(changed) of them new",
          "\(name): \(years) 年 \(facts.count) 天, 其中 \(changed) 天有变",
          "\(name): \(years) 年 \(facts.count) 天, 其中 \(changed) 天有變")
      ]
      answer.extra = [
        .init("days", .integer(Int64(facts.count))), .init("changed", .integer(Int64(changed))),
      ]
    }
  }

  /// The file's encoding where one is named; else its bytes tell.
  private func encoding() throws -> TextEncoding? {
    guard let name = global.encoding.map(folded), name != "auto" else { return nil }
    if let encoding = TextEncoding(rawValue: name) { return encoding }
    throw Complaint(
      .usage, Text("no encoding \"\(name)\"", "没有编码 \"\(name)\"", "沒有編碼 \"\(name)\""),
      facts: [
        Text("encodings: ", "可用: ", "可用: ")
          + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      ], try: "--encoding gb18030")
  }
}
