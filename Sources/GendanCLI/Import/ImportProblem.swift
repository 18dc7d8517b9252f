import Gendan
import GendanOutput

/// What is wrong with one cell of a file, or with a whole row.
struct ImportProblem {
  /// The number a spreadsheet shows beside the row.
  let row: Int
  /// The column, from 0, and its heading; nil where the row itself is wrong.
  var column: (place: Int, heading: String)?
  /// What stands there.
  var value = ""
  /// What is wrong with it.
  let reason: Text
  /// Whether it is in the file of lines.
  var isOfLines = false

  init(row: Int, column: (place: Int, heading: String)? = nil, value: String = "", reason: Text) {
    self.row = row
    self.column = column
    self.value = value
    self.reason = reason
  }

  /// A record that is no record.
  init(_ error: CSVError) {
    switch error {
    case .empty, .noRows: self.init(row: 1, reason: Text("the file is empty", "文件是空的", "檔案是空的"))
    case .fieldCount(let row, _, let expected, let found):
      self.init(
        row: row,
        reason: Text(
          "\(found) fields, the header has \(expected)", "有 \(found) 栏, 表头有 \(expected) 栏",
          "有 \(found) 欄, 表頭有 \(expected) 欄"))
    case .unterminatedQuote(let row, _):
      self.init(row: row, reason: Text("a quote does not end", "引号没有结束", "引號沒有結束"))
    case .textAfterQuote(let row, _, let column):
      self.init(
        row: row, column: (column, ""),
        reason: Text("text after a closing quote", "引号后面还有字", "引號後面還有字"))
    }
  }

  /// `row 17 column G 交货日期`, without what is wrong.
  func place(_ language: Language) -> String {
    var place = Text("row \(row)", "第 \(row) 行", "第 \(row) 行")
    if let column {
      let letters = ColumnMap.letters(of: column.place)
      place = place + Text(" column \(letters)", " \(letters) 列", " \(letters) 欄")
      if !column.heading.isEmpty { place = place + " " + column.heading }
    }
    return place[language].printable
  }

  /// The lines of a list of problems, their parts one below the other.
  static func lines(_ problems: [ImportProblem]) -> [Text] {
    func texts(_ language: Language) -> [String] {
      let places = problems.map { $0.place(language) }
      let values = problems.map { $0.column == nil ? "" : "\"\($0.value.printable)\"" }
      let width = places.map { CellWidth.of($0) }.max() ?? 0
      let valueWidth = values.map { CellWidth.of($0) }.max() ?? 0
      return problems.indices.map { index in
        let value = valueWidth > 0 ? CellWidth.pad(values[index], to: valueWidth) + "   " : ""
        return CellWidth.pad(places[index], to: width) + "  " + value + problems[index].reason[language]
      }
    }
    let (english, simplified, traditional) = (texts(.english), texts(.simplified), texts(.traditional))
    return problems.indices.map { Text(english[$0], simplified[$0], traditional[$0]) }
  }

  /// `第 17 行  交货日期 "2026.2.30": 没有这一天`, in the preview.
  var summary: Text {
    var text = Text("row \(row)  ", "第 \(row) 行  ", "第 \(row) 行  ")
    if let column { text = text + column.heading + " \"\(value.printable)\": " }
    return text + reason
  }
}
