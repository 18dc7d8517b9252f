import Foundation
import Gendan
import GendanOutput
import Testing

@testable import GendanSpreadsheet

/// Spreadsheets, read back by another program.
@Suite struct SpreadsheetTests {
  /// Debian's own Python, which has Debian's openpyxl.
  private static let python = "/usr/bin/python3"
  private static let canRead = (try? said([python, "-c", "import openpyxl"])) != nil

  @Test(.enabled(if: canRead, "needs the package python3-openpyxl"))
  func `days are days, numbers are numbers, and what looks like either but is a text stays one`() throws {
    let table = Table(
      "orders",
      columns: [
        Column("row", "#", .trailing, isForPeopleOnly: true), Column("no", "单号"), Column("po", "客户单号"),
        Column("qty", "数量", .trailing), Column("price", "单价", .trailing), Column("amount", "金额", .trailing),
        Column("due", "交期"), Column("at", "时间"), Column("held", "暂停"), Column("note", "备注"),
        Column("rate", "准交率", .trailing),
      ],
      rows: [
        .heading("表面处理车间"),
        .cells([
          "1", "20260300000000000001", "2026-03-16", Cell("1,000", value: 1000),
          Cell("36.50", value: "36.50"),
          Cell("7,300.00", value: ["amount": "7300.00", "currency": "CNY"]),
          Cell("04-01", value: "2026-04-01"),
          Cell("08:05", value: "2026-03-16T00:05:00Z"), Cell("是", value: true), "=1+1",
          Cell("89.1%", value: "0.8910"),
        ]),
        .cells([
          "2", "00042", "+86 10", Cell("12345678901234567890", value: .decimal("12345678901234567890")),
          .none, Cell("1,200", value: ["amount": "1200", "currency": "JPY"]), .none, .none,
          Cell("否", value: false), "@SUM(A1)", Cell("0/1", value: .null),
        ]),
        .subtotal([.none, "小计 2 单"]),
      ], total: [.none, "合计 2 单"])
    let sheets = try read(
      Document([.line("共 2 单"), .table(table)]), PageFrame(title: "订单", scope: "截至 2026-03-16"))
    #expect(
      sheets == """
        == 订单 freeze A6 filter A5:J9 titles $5:$5 landscape A4 fit 1x0
        str 订单
        str 截至 2026-03-16
        str 共 2 单

        str 单号 | str 客户单号 | str 数量 | str 单价 | str 金额 | str 交期 | str 时间 | str 暂停 | str 备注 | str 准交率
        str 表面处理车间
        str 20260300000000000001 | str 2026-03-16 | int 1000 #,##0 | float 36.5 #,##0.00 | int 7300 #,##0.00 | \
        datetime 2026-04-01 00:00:00 yyyy-mm-dd | datetime 2026-03-16 08:05:00 yyyy-mm-dd hh:mm | bool True | \
        str =1+1 | float 0.891 0.0%
        str 00042 | str +86 10 | str 12345678901234567890 | int 1200 #,##0 | bool False | str @SUM(A1) | str 0/1
        str 小计 2 单
        str 合计 2 单

        """)
  }

  @Test(.enabled(if: canRead, "needs the package python3-openpyxl"))
  func `each table has a sheet with a name that is allowed, and prose keeps its place`() throws {
    let table = Table("t", columns: [Column("no", "单号")], rows: [.cells(["A"])])
    let name = "在[手]: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    let sheets = try read(
      Document([
        .line(name, .strong), .table(table), .line("附注"), .blank, .line(name, .strong), .table(table),
        .blank, .line("完"),
      ]), PageFrame(title: "今日", signatures: [.init("制表", name: "陈婷"), .init("审核")]))
    let lines = sheets.split(separator: "\n")
    let names = lines.filter { $0.hasPrefix("==") }.map { $0.dropFirst(3).prefix { $0 != "f" } }
    #expect(names == ["在手 一二三四五六七八九十一二三四五六七八九十一二三四五六七八 ", "在手 一二三四五六七八九十一二三四五六七八九十一二三四 (2) "])
    #expect(lines.filter { $0 == "str 附注" }.count == 1)
    #expect(lines.suffix(2) == ["str 完", "str 制表: 陈婷 | str 审核: "])
  }

  @Test(.enabled(if: canRead, "needs the package python3-openpyxl"))
  func `a document without a table is a sheet of lines`() throws {
    #expect(
      try read(Document([.line("没有超期订单")]), PageFrame(title: "超期订单")) == """
        == 超期订单 freeze None filter None titles None landscape A4 fit 1x0
        str 超期订单
        str 没有超期订单

        """)
  }

  @Test(.enabled(if: canRead, "needs the package python3-openpyxl"))
  func `the same document at the same time gives the same bytes`() throws {
    let (one, two) = (try bytes(today), try bytes(today))
    #expect(one == two && one.count > 1000)
  }

  @Test func `names of sheets are cut in UTF-16, are unlike without regard to case, and are never empty`() {
    var names = SheetNames()
    #expect(names.name("[]") == "_")
    #expect(names.name("Orders") == "Orders")
    #expect(names.name("ORDERS") == "ORDERS (2)")
    #expect(names.name("'it's'") == "it's")
    #expect(names.name("history") == "history_")
    #expect(names.name(String(repeating: "😀", count: 20)).utf16.count == 30)
  }

  // MARK: -

  private func write(_ document: Document, _ frame: PageFrame) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gendan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "a.xlsx")
    try SpreadsheetRenderer(
      frame: frame, created: Instant(seconds: 1_773_600_000), utcOffset: { _ in 28_800 }
    )
    .write(document, to: file.path, folder: folder.path)
    return file
  }

  private func bytes(_ document: Document) throws -> Data {
    let file = try write(document, PageFrame(title: "今日"))
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    return try Data(contentsOf: file)
  }

  private func read(_ document: Document, _ frame: PageFrame) throws -> String {
    let file = try write(document, frame)
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    return try Self.said([Self.python, "-c", Self.reader, file.path])
  }

  private static let reader = """
    import openpyxl, sys
    for s in openpyxl.load_workbook(sys.argv[1]):
        p = s.page_setup
        size = {9: "A4", 11: "A5", 1: "letter"}[p.paperSize]
        fit = f"{p.fitToWidth or 1}x{p.fitToHeight}" if s.sheet_properties.pageSetUpPr.fitToPage else "no"
        print("==", s.title, "freeze", s.freeze_panes, "filter", s.auto_filter.ref, "titles", s.print_title_rows,
              p.orientation, size, "fit", fit)
        for row in s.iter_rows():
            print(" | ".join(
                f"{type(c.value).__name__} {c.value}" + ("" if c.number_format == "General" else " " + c.number_format)
                for c in row if c.value is not None))
    """

  private struct Failed: Error { let text: String }

  private static func said(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(text: text) }
    return text
  }
}
