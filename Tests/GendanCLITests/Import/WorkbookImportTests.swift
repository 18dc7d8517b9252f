import Gendan
import GendanOutput
import GendanTestSupport
import GendanWorkbook
import Testing

@testable import GendanCLI

/// Workbooks are taken in as text is: the same map, preview, findings and commands.
struct WorkbookImportTests {
  let bench: ImportBench

  init() throws { bench = try ImportBench() }

  private let march = [
    ["no", "客户", "客户单号", "接单日期", "产品", "数量", "单价"],
    ["SO-1", "宏达机械", "HD-331", "2026-03-02", "P1", "200", "36.5"],
    ["SO-2", "AC01", "", "2026-03-03", "P2", "60.25", ""],
  ]

  private func workbook(_ name: String, _ file: WorkbookFile) throws -> String {
    try bench.file(name, bytes: file.bytes)
  }

  /// A file with sheets of these names and tables.
  private func sheets(_ sheets: [(name: String, state: String, table: [[String]])]) -> WorkbookFile {
    var file = WorkbookFile(table: [])
    file.set(
      "xl/workbook.xml",
      WorkbookFile.workbook(sheets.enumerated().map { ($1.name, "rId\($0)", $1.state) }))
    file.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookFile.relationships(sheets.indices.map { ("rId\($0)", "worksheet", "worksheets/s\($0).xml") }))
    for (index, sheet) in sheets.enumerated() {
      let made = WorkbookFile(table: sheet.table).parts.last?.bytes ?? []
      file.set("xl/worksheets/s\(index).xml", String(decoding: made, as: UTF8.self))
    }
    return file
  }

  @Test func `A workbook and a text of the same table give the same book`() throws {
    #expect(try bench.run("import", workbook("三月.xlsx", WorkbookFile(table: march)), "--yes") == .ok)
    #expect(bench.output == "三月.xlsx: orders, 2 new, 0 changed, 0 same.  undo: gendan undo\n")
    let text = march.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let other = try ImportBench()
    try other.run("import", other.file("三月.csv", text), "--yes")
    #expect(try bench.dump() == other.dump())
    #expect(try bench.run("import", bench.file("三月.csv", text), "--yes") == .ok)
    #expect(bench.output.contains("0 new, 0 changed, 2 same"))
    try bench.run("undo", "2")
  }

  @Test func `Titles above the headings and a table that begins further right are seen through`() throws {
    var table = march.map { [""] + $0 }
    table.insert(["", "订单"], at: 0)
    table.insert(["", "期间: 2026-03", "制表: 刘工"], at: 1)
    #expect(try bench.run("import", workbook("a.xlsx", WorkbookFile(table: table)), "--dry-run") == .ok)
    #expect(
      bench.output.hasPrefix(
        "a.xlsx  sheet \"3月\"  orders  2 rows\n  columns  No<-B no   Customer<-C 客户   PO<-D 客户单号"))
    #expect(bench.output.contains("new 2   changed 0   same 0   bad 0"))
    #expect(!bench.output.contains("unused"))
  }

  @Test func `Headings of somebody's own are found by the map`() throws {
    let table = [
      ["月报"], ["甲", "乙", "丙", "丁", ""], ["S1", "HD01", "P1", "5", ""], ["", "", "", "", ""],
      ["S2", "HD01", "P1", "6", "急"],
    ]
    let path = try workbook("a.xlsx", WorkbookFile(table: table, from: 3))
    #expect(try bench.run("import", path, "--map", "no=甲,customer=乙,product=丙,qty=丁", "--dry-run") == .ok)
    #expect(bench.output.contains("  unused   E\nnew 2   changed 0"))
    #expect(try bench.run("import", path, "--map", "no=A,customer=B,product=C,qty=D", "--dry-run") == .ok)
    #expect(bench.output.contains("new 2   changed 0"))
  }

  @Test func `What is wrong is told by row and letter`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="3"><c t="inlineStr"><is><t>no</t></is></c><c t="inlineStr"><is><t>客户</t></is></c>\
        <c t="inlineStr"><is><t>产品</t></is></c><c t="inlineStr"><is><t>数量</t></is></c>\
        <c t="inlineStr"><is><t>交货日期</t></is></c><c t="inlineStr"><is><t>备注</t></is></c></row>
        <row r="17"><c t="str"><v>S1</v></c><c t="str"><v>HD01</v></c><c t="str"><v>P1</v></c><c><v>5</v></c>\
        <c t="str"><v>2026.2.30</v></c></row>
        <row r="18"><c t="str"><v>S2</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>P1</v></c><c><f>B1*2</f></c></row>
        <row r="19"><c t="str"><v>S3</v></c><c t="str"><v>HD01</v></c><c t="str"><v>P1</v></c>\
        <c><f>B1*2</f></c><c s="1"><v>60</v></c><c t="e"><v>#REF!</v></c></row>
        """, styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/></cellXfs>")
    let before = try bench.dump()
    bench.language = "zh-Hans"
    #expect(try bench.run("import", workbook("宏达3月.xlsx", file), "--show", "bad", "-O", "csv") == .ok)
    #expect(
      bench.output == """
        row,key,field,before,after,reason\r
        17,,交货日期,,2026.2.30,没有这一天\r
        18,,客户,,#N/A,表格里是错误值\r
        19,,数量,,=B1*2,公式没有算出的值: 用 Excel 打开再保存一次\r
        19,,交货日期,,1900-02-29,没有这一天\r
        19,,备注,,#REF!,表格里是错误值\r

        """)
    #expect(try bench.run("import", bench.desk.folder + "/宏达3月.xlsx", "--yes") == .data)
    #expect(bench.trouble.hasPrefix("gendan: 宏达3月.xlsx 有 3 行读不了, 一行也没写入\n  第 17 行 E 列 交货日期"))
    #expect(try bench.dump() == before)
  }

  @Test func `A sheet is chosen by name or place, and a wrong name lists them`() throws {
    let file = sheets([
      ("底稿", "hidden", march + [["SO-9", "AC01", "", "", "P1", "1", ""]]), ("三月 A", "visible", march),
      ("四月", "visible", [march[0], ["SO-4", "AC01", "", "", "P1", "1", ""]]),
    ])
    let path = try workbook("a.xlsx", file)
    for (words, rows) in [
      ([], "三月 A\"  orders  2 rows"), (["--sheet", "2"], "四月\"  orders  1 row\n"),
      (["--sheet", "底稿"], "底稿\"  orders  3 rows"), (["--sheet", " 三月 ａ"], "三月 A\"  orders  2 rows"),
    ] {
      #expect(try bench.run(["import", path, "--dry-run"] + words) == .ok)
      #expect(bench.output.contains(rows), "\(bench.output)")
    }
    #expect(try bench.run("import", path, "--sheet", "3") == .usage)
    #expect(
      bench.trouble == """
        gendan: no sheet "3" in "\(path)"
          its sheets: 底稿 (hidden), 三月 A, 四月
          try: gendan import \(path) --sheet "三月 A"

        """)
    #expect(try bench.run("import", bench.file("a.csv", "no,customer\n"), "--sheet", "1") == .usage)
  }

  @Test func `Heads and lines may be two sheets of one file`() throws {
    let file = sheets([
      ("订单", "visible", [["no", "customer"], ["S1", "AC01"]]),
      ("明细", "visible", [["no", "product", "qty"], ["S1", "P1", "5"], ["S1", "P2", "1.5"]]),
    ])
    let path = try workbook("a.xlsx", file)
    #expect(try bench.run("import", path, "--lines", path, "--lines-sheet", "明细", "--yes") == .ok)
    #expect(try bench.dump()["order_lines"]?.count == 2)
  }

  @Test func `Merged cells count for their first row unless all are asked for`() throws {
    var file = WorkbookFile(table: [
      ["no", "customer", "product", "qty"], ["S1", "HD01", "P1", "5"], ["", "", "P2", "6"],
      ["S2", "AC01", "P1", "7"],
    ])
    let sheet = try #require(file.parts.last)
    file.set(
      sheet.name,
      String(decoding: sheet.bytes, as: UTF8.self).replacing(
        "</sheetData>",
        with: "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"))
    let path = try workbook("a.xlsx", file)
    #expect(try bench.run("import", path, "--yes") == .data)
    #expect(
      bench.trouble == """
        gendan: 1 row of a.xlsx cannot be read; nothing was written
          row 3 column A no  ""   is missing
          merged A2:A3, B2:B3: the value counts for the first row (--fill-merged: for all of its rows)
          try: gendan import \(path) --yes --partial

        """)
    #expect(try bench.run("import", path, "--fill-merged", "--yes") == .ok)
    #expect(bench.output.contains("3 new"))
    #expect(try bench.dump()["orders"]?.count == 2)
  }

  @Test func `Bad rows of a workbook are saved as a workbook, which comes back as it was`() throws {
    let file = WorkbookFile(table: march + [["SO-3", "HD01", "", "", "P1", "2百", ""]])
    #expect(try bench.run("import", workbook("a.xlsx", file), "--yes", "--partial") == .data)
    let bad = bench.desk.folder + "/a.bad.xlsx"
    let book = try GendanWorkbook.Workbook(TextFile.contents(of: bad, limit: 1 << 20))
    let contents = try book.contents(of: try #require(book.sheets.first))
    let rows = contents.rows.map { row in contents.cells[row.cells].map(contents.text) }
    #expect(rows.contains(["SO-3", "HD01", "P1", "2百", "not a number"]), "\(rows)")
    #expect(try bench.run("import", bad, "--show", "bad") == .ok)
    #expect(bench.output.contains("2百") && bench.output.contains("not a number"), "\(bench.output)")
  }

  @Test func `Every kind and the calendar, a feed and a leader's list are read from a workbook`() throws {
    let tables = [
      ("customers", [["编号", "名称"], ["N1", "新客户"]]), ("products", [["编号", "名称"], ["N9", "新产品"]]),
      ("orders", [["单号", "客户", "产品", "数量"], ["O1", "N1", "N9", "5"]]),
      ("production", [["单号", "产品", "数量", "订单号"], ["MO2603-0001", "N9", "5", "O1"]]),
      ("operations", [["生产单号", "序号", "名称", "部门"], ["MO2603-0001", "10", "车", "机加"]]),
      ("shipments", [["送货单号", "订单号", "发货日期", "数量"], ["D1", "O1", "2026-03-10", "2"]]),
    ]
    for (kind, table) in tables {
      let path = try workbook("\(kind).xlsx", WorkbookFile(table: [["标题"]] + table))
      #expect(try bench.run("import", path, "--kind", kind, "--yes") == .ok, "\(bench.trouble)")
      #expect(bench.output.contains("1 new"), "\(bench.output)")
    }
    let days = try workbook(
      "2027.xlsx", WorkbookFile(table: [["节假日"], ["日期", "是否上班"], ["2027-01-01", "休"]]))
    #expect(try bench.run("calendar", "import", days) == .ok, "\(bench.trouble)")
    #expect(bench.output.hasPrefix("2027.xlsx: 1 days of 2027, 1 of them new"))
    let feed = try workbook(
      "feed.xlsx", WorkbookFile(table: [["单号", "工序", "数量"], ["MO2603-0001", "车", "2"]]))
    #expect(try bench.run("step", "feed", feed) == .ok, "\(bench.trouble)")
    #expect(bench.output.contains("1 line posted"))
    let list = try workbook("list.xlsx", WorkbookFile(table: [["单号", "数量"], ["O9", "1"]]))
    #expect(try bench.run("release", "--batch", list) != .ok)
    #expect(bench.trouble.contains("line 2: "), "\(bench.trouble)")
  }

  @Test func `Files that are no workbooks are refused by name, with what to do`() throws {
    let store: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 512)
    let page = Array("<html><table><tr><td>no</td></tr></table></html>".utf8)
    let whole = WorkbookFile(table: march).bytes
    let before = try bench.dump()
    for (name, bytes, words) in [
      ("old.xls", store, "is a workbook in the old form (.xls)"), ("a.xls", page, "is a web page"),
      ("a.xlsx", Array("no,customer\n".utf8), "is no workbook"),
      ("b.xlsx", Array(whole.dropLast(40)), "is damaged"),
    ] {
      let path = try bench.file(name, bytes: bytes)
      for line in [
        ["import", path, "--yes"], ["calendar", "import", path], ["step", "feed", path],
        ["release", "--batch", path],
      ] {
        #expect(try bench.run(line) == .data)
        #expect(bench.trouble.contains("\"\(path)\" \(words)"), "\(bench.trouble)")
        #expect(bench.trouble.contains("save it as .xlsx") && bench.trouble.contains("nothing was written"))
      }
    }
    #expect(try bench.run("import", bench.desk.folder + "/none.xlsx") == .noInput)
    #expect(try bench.run("import", workbook("c.xlsx", WorkbookFile(table: [])), "--yes") == .data)
    #expect(try bench.run("import", workbook("d.xlsx", WorkbookFile(table: [march[0]])), "--yes") == .data)
    #expect(try bench.dump() == before)
  }

  @Test func `Three hundred damaged workbooks write all or nothing`() throws {
    let before = try bench.dump()
    var taken = 0
    for seed in 0..<300 {
      var mutation = Mutation(seed: UInt64(seed) &+ 50_000)
      let path = try bench.file("m.xlsx", bytes: mutation.apply(to: WorkbookFile(table: march)))
      let code = try bench.run("import", path, "--yes")
      if code == .ok, !bench.output.contains("nothing changed") {
        taken += 1
        try bench.run("undo")
      } else {
        #expect([.ok, .data, .usage].contains(code), "\(seed): \(bench.trouble)")
        #expect(!bench.trouble.contains("should not happen"), "\(seed): \(bench.trouble)")
      }
      #expect(try bench.dump() == before, "\(seed)")
    }
    #expect(taken > 10)
  }
}
