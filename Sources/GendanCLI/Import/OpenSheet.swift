import Gendan
import GendanWorkbook

/// The sheet of a workbook that is to be read, with its rows.
struct OpenSheet {
  /// The file, as it was given.
  let path: String
  /// The sheet's name.
  let name: String
  /// Its rows.
  let contents: SheetContents

  /// Opens a sheet of the file whose bytes these are; nil where they are text.
  ///
  /// Without a name it is the first sheet that is shown; with one, also of a hidden sheet, or the place
  /// among those that are shown.
  init?(_ bytes: [UInt8], path: String, named wanted: String?) throws {
    self.path = path
    guard FileForm.isOffice(bytes) else {
      try OpenSheet.refuseDisguise(bytes, path)
      guard wanted == nil else {
        throw Complaint(
          .usage,
          Text("\"\(path)\" is text and has no sheets", "\"\(path)\" 是文本, 没有工作表", "\"\(path)\" 是文字, 沒有工作表"))
      }
      return nil
    }
    do {
      let workbook = try Workbook(bytes)
      let sheet = try OpenSheet.choose(wanted, of: workbook.sheets, path)
      name = sheet.name
      contents = try workbook.contents(of: sheet)
    } catch let error as WorkbookError {
      throw Complaint.of(error, path: path)
    }
  }

  /// The rows as words: what stands in each column, empty ones too.
  var lines: [(number: Int, fields: [String])] {
    contents.rows.map { row in
      var fields: [String] = []
      for cell in contents.cells[row.cells] {
        // Who reads lines has a handful of columns; what stands far off is told as one field too many.
        while fields.count < min(Int(cell.column), 20) { fields.append("") }
        fields.append(String(contents.text(cell).trimmed))
      }
      return (row.number, fields)
    }
  }

  /// The sheet that is meant; nobody is given another one than he named.
  private static func choose(
    _ wanted: String?, of sheets: [Workbook.Sheet], _ path: String
  ) throws -> Workbook.Sheet {
    let tables = sheets.filter(\.hasRows)
    let shown = tables.filter { !$0.isHidden }
    guard let wanted else {
      if let first = shown.first ?? tables.first { return first }
      throw Complaint(
        .data, Text("\"\(path)\" has no sheet with rows", "\"\(path)\" 里没有带数据的工作表", "\"\(path)\" 裡沒有帶資料的工作表"),
        facts: [nothingWritten])
    }
    if let named = tables.first(where: { $0.name == wanted }) { return named }
    let alike = tables.filter { ColumnMap.key($0.name) == ColumnMap.key(wanted) }
    if alike.count == 1, let only = alike.first { return only }
    if let number = Int(wanted), shown.indices.contains(number - 1) { return shown[number - 1] }
    let names = tables.map { Text(verbatim: $0.name) + ($0.isHidden ? hidden : Text(verbatim: "")) }
    throw Complaint(
      .usage,
      Text(
        "no sheet \"\(wanted)\" in \"\(path)\"", "\"\(path)\" 没有工作表 \"\(wanted)\"",
        "\"\(path)\" 沒有工作表 \"\(wanted)\""),
      facts: [Text("its sheets: ", "它的工作表: ", "它的工作表: ") + names.joined(", ")],
      tries: (shown.first ?? tables.first).map {
        ["--sheet " + ($0.name.contains(" ") ? "\"\($0.name)\"" : $0.name)]
      } ?? [])
  }

  private static let hidden = Text(" (hidden)", " (隐藏)", " (隱藏)")

  /// What is never text, although its bytes might be taken for it.
  private static func refuseDisguise(_ bytes: [UInt8], _ path: String) throws {
    let name = folded(path)
    if name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") { throw Complaint.of(.notWorkbook, path: path) }
    // Web systems hand out pages under the name of a workbook.
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).trimmed
    if name.hasSuffix(".xls"), start.first == "<" {
      throw Complaint(
        .data,
        Text("\"\(path)\" is a web page, not a workbook", "\"\(path)\" 是网页, 不是工作簿", "\"\(path)\" 是網頁, 不是活頁簿"),
        facts: [Complaint.saveAgain, nothingWritten])
    }
  }

  private static let nothingWritten = Text("nothing was written", "一行也没写入", "一行也沒寫入")
}
