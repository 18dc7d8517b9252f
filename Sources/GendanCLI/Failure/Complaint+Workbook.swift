import Gendan
import GendanWorkbook

extension Complaint {
  /// What helps with most files that are no sound workbooks.
  static let saveAgain = Text(
    "open it in Excel, WPS or LibreOffice and save it as .xlsx, or as .csv",
    "用 Excel, WPS 或 LibreOffice 打开, 另存为 .xlsx 或 .csv", "用 Excel, WPS 或 LibreOffice 開啟, 另存為 .xlsx 或 .csv")

  /// Why a file gives no rows, and what to do.
  static func of(_ error: WorkbookError, path: String) -> Complaint {
    let nothing = Text("nothing was written", "一行也没写入", "一行也沒寫入")
    let name = "\"\(path)\""
    switch error {
    case .oldFormat:
      return Complaint(
        .data,
        Text(
          "\(name) is a workbook in the old form (.xls)", "\(name) 是旧格式的工作簿 (.xls)", "\(name) 是舊格式的活頁簿 (.xls)"
        ),
        facts: [saveAgain, nothing])
    case .encrypted:
      return Complaint(
        .data, Text("\(name) asks for a password", "\(name) 加了密码", "\(name) 加了密碼"),
        facts: [
          Text(
            "open it in Excel, take the password off and save it again", "用 Excel 打开, 去掉密码再保存",
            "用 Excel 開啟, 去掉密碼再儲存"), nothing,
        ])
    case .openDocument:
      return Complaint(
        .data,
        Text(
          "\(name) is an OpenDocument file (.ods)", "\(name) 是 OpenDocument 文件 (.ods)",
          "\(name) 是 OpenDocument 檔案 (.ods)"),
        facts: [saveAgain, nothing])
    case .binary:
      return Complaint(
        .data,
        Text("\(name) is a binary workbook (.xlsb)", "\(name) 是二进制工作簿 (.xlsb)", "\(name) 是二進位活頁簿 (.xlsb)"),
        facts: [saveAgain, nothing])
    case .notWorkbook:
      return Complaint(
        .data, Text("\(name) is no workbook", "\(name) 不是工作簿", "\(name) 不是活頁簿"), facts: [saveAgain, nothing])
    case .damaged(let part, let detail):
      return Complaint(
        .data, Text("\(name) is damaged", "\(name) 已损坏", "\(name) 已損壞"),
        facts: [Text(verbatim: (part.isEmpty ? "zip" : part) + ": " + detail), saveAgain, nothing])
    case .tooLarge(let part):
      return Complaint(
        .data,
        Text(
          "\(name) holds more than can be read at once", "\(name) 内容太大, 一次读不了", "\(name) 內容太大, 一次讀不了"),
        facts: (part.isEmpty ? [] : [Text(verbatim: part)]) + [
          Text("split it into several files", "分成几个文件再导入", "分成幾個檔案再匯入"), nothing,
        ])
    case .documentType(let part):
      return Complaint(
        .data,
        Text(
          "\(name) brings a document type along, which no workbook does", "\(name) 带有文档类型声明, 正常的工作簿没有",
          "\(name) 帶有文件類型宣告, 正常的活頁簿沒有"), facts: [Text(verbatim: part), saveAgain, nothing])
    case .outside(let part):
      return Complaint(
        .data,
        Text(
          "a part of \(name) lies outside the file", "\(name) 的一部分不在文件里", "\(name) 的一部分不在檔案裡"),
        facts: [Text(verbatim: String(part.prefix(80))), saveAgain, nothing])
    }
  }
}
