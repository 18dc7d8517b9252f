import GendanTestSupport
import GendanWorkbook
import Testing

/// What a workbook's cells say.
struct WorkbookTests {
  @Test func `Texts are shared, in place, in pieces and without their pronunciation`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>\
        <c r="D2" t="inlineStr"><is><r><t>唛</t></r><r><t>头</t></r></is></c><c r="E2" t="str"><v>a&amp;b</v></c></row>
        """,
      strings: [
        "宏达",
        "<si><r><rPr><b/></rPr><t>法兰</t></r><r><t xml:space=\"preserve\"> DN50</t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>フランジ</t></rPh><phoneticPr fontId=\"1\"/></si>",
      ])
    #expect(try cells(file.bytes) == ["B2": "宏达", "C2": "法兰 DN50", "D2": "唛头", "E2": "a&b"])
  }

  @Test func `Escaped letters are read, but for those that no text may hold`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>a_x000A_b</t></is></c>\
        <c t="s"><v>1</v></c><c t="inlineStr"><is><t>_x005F_x000D_ _x0000_ _xD800_ x_y_x00</t></is></c></row>
        """, strings: ["a_x000D_", "b"])
    let texts = try cells(file.bytes)
    #expect(texts["A1"] == "a\r")
    #expect(texts["B1"] == "a\nb")
    #expect(texts["C1"] == "b")
    #expect(texts["D1"] == "_x000D_ _x0000_ _xD800_ x_y_x00")
  }

  @Test(arguments: [
    ("1.1000000000000001", "1.1"), ("36.5", "36.5"), ("0.30000000000000004", "0.3"), ("200", "200"),
    ("41.244999999999997", "41.245"), ("12345678901234567890", "12345678901234567890"),
    ("1.23456789012345E+17", "123456789012345000"), ("5.0", "5"), ("-0.50", "-0.5"), ("1E-3", "0.001"),
    ("-2.5e-7", "-0.00000025"), ("0.99999999999999999", "1"), ("999999999999999.9", "1000000000000000"),
    ("0E0", "0"), (".5", "0.5"), ("1e300", "1" + String(repeating: "0", count: 300)), ("-0.0", "0"),
    ("-.5", "-0.5"), ("-12.", "-12"),
    ("45.000000000000007", "45"), ("123456789.12345678", "123456789.123457"),
  ])
  func `Numbers are what a person typed`(_ written: String, _ typed: String) throws {
    #expect(try cells(WorkbookFile(rows: "<row><c><v>\(written)</v></c></row>").bytes)["A1"] == typed)
  }

  @Test func `Every number of fifteen digits comes back as it was`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let units = Int.random(in: 1...99_999_999_999, using: &random)
      let cents = Int.random(in: 1...9999, using: &random)
      var typed = "\(units)." + String(10_000 + cents).dropFirst()
      while typed.last == "0" { typed.removeLast() }
      let number = try #require(Double(typed))
      // What a spreadsheet writes is the number with seventeen digits, or with as many as tell it.
      for written in [number.description, typed] {
        let file = WorkbookFile(rows: "<row><c><v>\(written)</v></c></row>")
        #expect(try cells(file.bytes)["A1"] == typed)
      }
    }
  }

  @Test(arguments: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
  func `Built-in formats of days need no entry, the Chinese ones neither`(_ format: Int) throws {
    let file = WorkbookFile(
      rows: "<row><c s=\"1\"><v>46109</v></c><c s=\"0\"><v>46109</v></c></row>", styles: styles([format]))
    #expect(try cells(file.bytes) == ["A1": "2026-03-28", "B1": "46109"])
  }

  @Test(arguments: [1, 2, 3, 4, 9, 10, 11, 12, 23, 26, 37, 40, 44, 48, 49, 59])
  func `Other built-in formats are of numbers`(_ format: Int) throws {
    let file = WorkbookFile(rows: "<row><c s=\"1\"><v>46109</v></c></row>", styles: styles([format]))
    #expect(try cells(file.bytes) == ["A1": "46109"])
  }

  @Test(arguments: [
    ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", true), ("[$-804]yyyy/m/d", true), ("m月d日", true),
    ("[$-804]aaaa;@", true), ("年", true), ("YYYY\\-MM\\-DD", true), ("0&quot;days&quot;", false),
    ("[Red]0.00", false), ("General", false), ("G/通用格式", false), ("#,##0\\d", false), ("0_d", false),
    ("&quot;y&quot;0;[Yellow]-0", false), ("@", false), ("[h]:mm", true), ("0.00E+00", false),
  ])
  func `A format's own code tells days from numbers`(_ code: String, _ isDate: Bool) throws {
    let file = WorkbookFile(
      rows: "<row><c s=\"1\"><v>46109</v></c></row>", styles: styles([164], codes: [164: code]))
    #expect(try cells(file.bytes)["A1"] == (isDate ? "2026-03-28" : "46109"))
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("36526", "2000-01-01"), ("2958465", "9999-12-31"), ("46109.604166666664", "2026-03-28 14:30:00"),
    ("46109.999999999", "2026-03-29"), ("0.5", "12:00:00"), ("2958466", "2958466"), ("-1", "-1"),
    ("1e99", "1" + String(repeating: "0", count: 99)),
  ])
  func `Days are counted as since 1900 with its leap day that never was`(
    _ serial: String, _ text: String
  ) throws {
    let file = WorkbookFile(rows: "<row><c s=\"1\"><v>\(serial)</v></c></row>", styles: styles([14]))
    #expect(try cells(file.bytes)["A1"] == text)
  }

  @Test(arguments: [
    ("0", "1904-01-01"), ("60", "1904-03-01"), ("44647", "2026-03-28"), ("2957004", "2957004"),
  ])
  func `Days are counted from 1904 where the workbook says so`(_ serial: String, _ text: String) throws {
    var file = WorkbookFile(rows: "<row><c s=\"1\"><v>\(serial)</v></c></row>", styles: styles([14]))
    file.set(
      "xl/workbook.xml",
      WorkbookFile.workbook([("a", "rId1", "visible")], properties: "<workbookPr date1904=\"1\"/>"))
    #expect(try cells(file.bytes)["A1"] == text)
  }

  @Test func `Days written out, booleans, errors and formulas`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="d"><v>2026-03-28T00:00:00</v></c><c t="d"><v>2026-03-28T14:30:00Z</v></c><c t="b"><v>1</v></c>\
        <c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>A1*2</f><v>7.5</v></c><c t="str"><f>A1&amp;""</f><v>x</v></c>\
        <c><f>B9*2</f><v></v></c><c t="str"><f>""</f><v></v></c><c s="3"/></row>
        """)
    #expect(
      try cells(file.bytes) == [
        "A1": "2026-03-28", "B1": "2026-03-28 14:30:00", "C1": "TRUE", "D1": "FALSE", "E1": "!#N/A",
        "F1": "7.5", "G1": "x", "H1": "?=B9*2",
      ])
  }

  @Test func `Rows and cells may leave out their places, and empty ones are passed over`() throws {
    let file = WorkbookFile(
      rows: """
        <row/><row><c/><c><v>1</v></c><c r="E2"><v>2</v></c><c><v>3</v></c></row>\
        <row r="9"><c t="inlineStr"><is><t> </t></is></c></row><row><c><v>4</v></c></row>
        """)
    #expect(try cells(file.bytes) == ["B2": "1", "E2": "2", "F2": "3", "A10": "4"])
  }

  @Test func `Prefixes make no difference`() throws {
    var file = WorkbookFile(rows: "", strings: ["x"])
    file.set(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row>"
        + "</x:sheetData></x:worksheet>")
    #expect(try cells(file.bytes) == ["A1": "x"])
  }

  @Test func `Merged areas are told, their value stands in the first cell`() throws {
    let file = WorkbookFile(
      rows: "<row><c><v>1</v></c><c/></row><row><c/><c><v>2</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"C1\"/></mergeCells>")
    let workbook = try Workbook(file.bytes)
    let contents = try workbook.contents(of: workbook.sheets[0])
    #expect(contents.merges.map(\.columns) == [0...0])
    #expect(contents.merges.map(\.rows) == [1...2])
    #expect(try cells(file.bytes) == ["A1": "1", "B2": "2"])
  }

  @Test func `Sheets keep their order, names and visibility`() throws {
    var file = WorkbookFile(rows: "<row><c><v>1</v></c></row>")
    file.set(
      "xl/workbook.xml",
      WorkbookFile.workbook([
        ("底稿", "rId9", "veryHidden"), ("图", "rId8", "visible"), ("3月 &amp; 4月", "rId1", "visible"),
      ]))
    file.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookFile.relationships([
        ("rId1", "worksheet", "/xl/worksheets/sheet1.xml"), ("rId8", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId9", "worksheet", "../xl/./worksheets/../worksheets/sheet2.xml"),
      ]))
    file.set("xl/worksheets/sheet2.xml", WorkbookFile.sheet("<row><c><v>2</v></c></row>"))
    let sheets = try Workbook(file.bytes).sheets
    #expect(sheets.map(\.name) == ["底稿", "图", "3月 & 4月"])
    #expect(sheets.map(\.isHidden) == [true, false, false])
    #expect(sheets.map(\.hasRows) == [true, false, true])
    #expect(try cells(file.bytes, sheet: 2) == ["A1": "1"])
    #expect(try cells(file.bytes, sheet: 0) == ["A1": "2"])
    #expect(throws: WorkbookError.outside(part: "图")) { try cells(file.bytes, sheet: 1) }
  }
}
