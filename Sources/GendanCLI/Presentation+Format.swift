import GendanOutput

extension Presentation {
  /// The formats that exist, by name and file ending.
  enum Format: String, CaseIterable {
    case table, csv, tsv, json, ndjson, markdown, html, text, mail, wecom, dingtalk, name, xlsx, pdf

    /// Whether people read it: machines find everything of a kind in one place.
    var isForPeople: Bool { ![.csv, .tsv, .json, .ndjson, .name].contains(self) }

    /// Whether it is a file of bytes, which no screen can show.
    var isBinary: Bool { self == .xlsx || self == .pdf }

    init?(ending: String) {
      switch ending {
      case "csv": self = .csv
      case "tsv": self = .tsv
      case "json": self = .json
      case "ndjson", "jsonl": self = .ndjson
      case "md": self = .markdown
      case "html", "htm": self = .html
      case "txt": self = .text
      case "xlsx": self = .xlsx
      case "pdf": self = .pdf
      default: return nil
      }
    }
  }

  /// `-O`, `--json`, or the ending of `-o`.
  func format() throws -> Format {
    if options.print != nil { return .pdf }
    if let name = options.format {
      guard let format = Format(rawValue: folded(name)) ?? Format(ending: folded(name)) else {
        throw Complaint(
          .usage, Text("no format \"\(name)\"", "没有格式 \"\(name)\"", "沒有格式 \"\(name)\""),
          facts: [
            Text("formats: ", "格式: ", "格式: ")
              + Format.allCases.map(\.rawValue).joined(separator: ", ")
          ], try: "-O csv")
      }
      return format
    }
    if options.json != nil { return .json }
    guard let path = options.output, path != "-" else { return .table }
    let ending = path.split(separator: ".").last.map { folded(String($0)) } ?? ""
    guard let format = Format(ending: ending) else {
      throw Complaint(
        .usage, Text("no format for \"\(path)\"", "不知道 \"\(path)\" 用什么格式", "不知道 \"\(path)\" 用什麼格式"),
        try: "-o \(path).csv", "-O csv -o \(path)")
    }
    return format
  }
}
