import Foundation
import GendanWorkbook
import Testing

/// Files that other programs made: openpyxl and XlsxWriter now, LibreOffice once.
struct ForeignFileTests {
  /// Whether Debian's Python has a module.
  private static func has(_ module: String) -> Bool {
    do { return try python("import \(module)").isEmpty } catch { return false }
  }

  /// Runs a script that leaves a workbook at the path it is given; returns the file.
  @discardableResult
  private static func python(_ script: String) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appending(path: "gendan-\(UUID().uuidString).xlsx")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, url.path]
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ScriptFailure() }
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    defer { unlink(url.path) }
    return [UInt8](try Data(contentsOf: url))
  }

  private struct ScriptFailure: Error {}

  @Test(.enabled(if: has("openpyxl"), "needs the Debian package python3-openpyxl"))
  func `A workbook by openpyxl`() throws {
    let file = try Self.python(
      """
      import openpyxl, datetime, sys
      book = openpyxl.Workbook()
      first = book.active
      first.title = "底稿"
      first.sheet_state = "hidden"
      sheet = book.create_sheet("3月")
      sheet["A1"], sheet["B1"], sheet["C1"] = "客户", "数量", "交货日期"
      sheet["A3"], sheet["B3"], sheet["C3"] = "宏达 & <机械>", 0.1 + 0.2, datetime.date(2026, 3, 28)
      sheet["D3"], sheet["E3"] = datetime.datetime(2026, 3, 28, 14, 30), True
      sheet["F3"], sheet["G3"], sheet["H3"] = "=B3*2", "#N/A", 123456789012345
      sheet["I3"] = 46109
      sheet["I3"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
      sheet["J3"] = datetime.time(8, 5)
      sheet["K3"] = "两\\n行"
      sheet.merge_cells("A5:A6")
      sheet["A5"] = 1.1
      book.save(sys.argv[1])
      """)
    #expect(try Workbook(file).sheets.map(\.isHidden) == [true, false])
    #expect(
      try cells(file, sheet: 1) == [
        "A1": "客户", "B1": "数量", "C1": "交货日期", "A3": "宏达 & <机械>", "B3": "0.3", "C3": "2026-03-28",
        "D3": "2026-03-28 14:30:00", "E3": "TRUE", "F3": "?=B3*2", "G3": "!#N/A", "H3": "123456789012345",
        "I3": "2026-03-28", "J3": "08:05:00", "K3": "两\n行", "A5": "1.1",
      ])
  }

  @Test(.enabled(if: has("xlsxwriter"), "needs the Debian package python3-xlsxwriter"))
  func `A workbook by XlsxWriter`() throws {
    let file = try Self.python(
      """
      import xlsxwriter, datetime, sys
      book = xlsxwriter.Workbook(sys.argv[1], {"default_date_format": "yyyy/m/d"})
      sheet = book.add_worksheet("订单")
      bold = book.add_format({"bold": True})
      chinese = book.add_format({"num_format": 31})
      sheet.write_rich_string("A1", "按", bold, "附件", " 唛头")
      sheet.write_datetime("B1", datetime.date(2026, 3, 28))
      sheet.write_datetime("C1", datetime.date(1900, 2, 28), chinese)
      sheet.write_number("D1", 1.1)
      sheet.write_formula("E1", "=D1*2", None, 2.2)
      sheet.write_boolean("F1", False)
      sheet.write_string("G1", "00012")
      sheet.merge_range("A3:C3", "合并")
      book.add_worksheet("空")
      book.close()
      """)
    #expect(
      try cells(file) == [
        "A1": "按附件 唛头", "B1": "2026-03-28", "C1": "1900-02-28", "D1": "1.1", "E1": "2.2", "F1": "FALSE",
        "G1": "00012", "A3": "合并",
      ])
    #expect(try cells(file, sheet: 1).isEmpty)
    let early = try Self.python(
      """
      import xlsxwriter, datetime, sys
      book = xlsxwriter.Workbook(sys.argv[1], {"date_1904": True, "default_date_format": "yyyy/m/d"})
      book.add_worksheet().write_datetime("A1", datetime.date(2026, 3, 28))
      book.close()
      """)
    #expect(try cells(early) == ["A1": "2026-03-28"])
  }

  @Test func `A workbook by LibreOffice`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Scenarios/hongda.xlsx").path
    let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let workbook = try Workbook(file)
    #expect(workbook.sheets.map(\.name) == ["底稿", "3月", "4月"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false, false])
    let march = try cells(file, sheet: 1)
    #expect(march["A1"] == "宏达机械 2026年3月采购订单")
    #expect(
      ["G5", "G6", "G7", "G9"].map { march[$0] } == ["2026-03-28", "2026-04-03", "2026-04-07", "2026.2.30"])
    #expect(["E6", "F6", "E9", "H7"].map { march[$0] } == ["110", "0.3", "400", "按附件 唛头"])
    let april = try cells(file, sheet: 2)
    #expect(["E2", "F2", "F3", "A3"].map { april[$0] } == ["2026-04-20", "TRUE", "!#N/A", nil])
  }
}
