import GendanTestSupport
import GendanWorkbook
import Testing

/// Files that are broken, or want to break the reader.
struct HostileFileTests {
  private let good = WorkbookFile(rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: ["x"])

  private func error(_ file: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> WorkbookError? {
    do throws(WorkbookError) {
      let workbook = try Workbook(file, limits: limits)
      for sheet in workbook.sheets { _ = try workbook.contents(of: sheet) }
      return nil
    } catch {
      return error
    }
  }

  private func error(_ name: String, _ text: String) -> WorkbookError? {
    var file = good
    file.set(name, text)
    return error(file.bytes)
  }

  @Test func `Files of other forms are called by their names`() {
    let store: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    let package = Array("EncryptedPackage".utf8.map { [$0, 0] as [UInt8] }.joined())
    #expect(error(store) == .oldFormat)
    #expect(error(store + [0x45, 0] + package) == .encrypted)
    #expect(error(Array("no,customer\n".utf8)) == .notWorkbook)
    #expect(error([]) == .notWorkbook)
    var file = WorkbookFile()
    file.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    #expect(error(file.bytes) == .openDocument)
    file = WorkbookFile()
    file.set("a.txt", "x")
    #expect(error(file.bytes) == .notWorkbook)
    let word = WorkbookFile.relationships([("rId1", "officeDocument", "word/document.xml")])
    file.set("_rels/.rels", word)
    file.set("word/document.xml", "<document/>")
    #expect(error(file.bytes) == .notWorkbook)
    let binary = WorkbookFile.relationships([("rId1", "officeDocument", "xl/workbook.bin")])
    file.set("_rels/.rels", binary)
    #expect(error(file.bytes) == .binary)
  }

  @Test func `A part with a password, twice or packed in another way is refused`() throws {
    let list = "PK\u{1}\u{2}"
    var bytes = good.bytes
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let place = text.utf8.distance(
      from: text.startIndex, to: try #require(text.firstRange(of: list)?.lowerBound))
    bytes[place + 8] |= 1
    #expect(error(bytes) == .encrypted)
    bytes[place + 8] &= 0xFE
    bytes[place + 10] = 12
    #expect(error(bytes) == .damaged(part: "_rels/.rels", detail: "packed by method 12"))
    var file = good
    file.parts.append(("XL\\sharedStrings.xml", Array("<sst/>".utf8)))
    #expect(error(file.bytes) == .damaged(part: "xl/sharedStrings.xml", detail: "there twice"))
  }

  @Test func `Nothing is unpacked beyond the limits`() {
    var limits = ArchiveLimits()
    limits.entries = 5
    #expect(error(good.bytes, limits: limits) == .tooLarge(part: ""))
    limits = ArchiveLimits()
    limits.whole = 500
    #expect(error(good.bytes, limits: limits) == .tooLarge(part: ""))
    limits = ArchiveLimits()
    limits.part = 100
    #expect(error(good.bytes, limits: limits) == .tooLarge(part: "_rels/.rels"))
    var bomb = good
    bomb.set("xl/sharedStrings.xml", "<sst>" + String(repeating: " ", count: 9 << 20) + "</sst>")
    #expect(error(bomb.bytes) == .tooLarge(part: "xl/sharedStrings.xml"))
    limits = ArchiveLimits()
    limits.cells = 2
    let rows = "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"
    #expect(
      error(WorkbookFile(rows: rows).bytes, limits: limits) == .tooLarge(part: "xl/worksheets/sheet1.xml"))
    limits.merges = 1
    let merges = "<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>"
    #expect(
      error(WorkbookFile(rows: "", after: merges).bytes, limits: limits)
        == .tooLarge(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func `A part that is larger or smaller than it says is refused`() throws {
    for isDeflated in [true, false] {
      var file = good
      file.isDeflated = isDeflated
      let bytes = file.bytes
      for place in bytes.indices.dropLast(4)
      where bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) {
        for change in [1, 255] {
          var bad = bytes
          bad[place + 24] &+= UInt8(change)
          #expect(error(bad) != nil)
          bad = bytes
          bad[place + 16] &+= UInt8(change)
          #expect(error(bad) != nil)
        }
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>",
    "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>",
  ])
  func `A document type is refused before anything is unfolded`(_ text: String) {
    #expect(error("xl/sharedStrings.xml", text) == .documentType(part: "xl/sharedStrings.xml"))
  }

  @Test func `Parts may not lie outside the file`() {
    for target in ["../../a.xml", "/../a.xml", "https://example.com/a.xml", "file:///etc/passwd"] {
      let list = WorkbookFile.relationships([("rId1", "worksheet", target)])
      #expect(error("xl/_rels/workbook.xml.rels", list) == .outside(part: "3月"))
    }
    let external =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"a.xml\" TargetMode=\"External\"/></Relationships>"
    #expect(error("xl/_rels/workbook.xml.rels", external) == .outside(part: "3月"))
    #expect(
      error("_rels/.rels", external.replacing("worksheet", with: "officeDocument"))
        == .outside(part: "rId1"))
  }

  @Test func `Parts that are not there are named`() {
    let list = WorkbookFile.relationships([("rId1", "worksheet", "worksheets/sheet7.xml")])
    #expect(
      error("xl/_rels/workbook.xml.rels", list)
        == .damaged(part: "xl/worksheets/sheet7.xml", detail: "missing"))
    var file = good
    file.remove("xl/sharedStrings.xml")
    #expect(error(file.bytes) == .damaged(part: "xl/sharedStrings.xml", detail: "missing"))
    file.remove("xl/_rels/workbook.xml.rels")
    #expect(error(file.bytes) == .outside(part: "3月"))
    file = good
    // A part that nobody names, or a list that is not there, is found where programs put it.
    let rest = WorkbookFile.relationships([("rId1", "worksheet", "worksheets/sheet1.xml")])
    file.set("xl/_rels/workbook.xml.rels", rest)
    file.remove("_rels/.rels")
    file.remove("xl/styles.xml")
    #expect(error(file.bytes) == nil)
  }

  @Test(arguments: [
    "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
    "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"1048577\"/>",
    "<row r=\"x\"/>",
    "<row r=\"99999999999999999999\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"A2\"/></row>",
    "<row><c r=\"XFE1\"/></row>", "<row><c r=\"AAAAAAAAAAAAAAA1\"/></row>", "<row><c r=\"A\"/></row>",
    "<row><c r=\"XFD1\"/><c/></row>", "<row><c t=\"s\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>-1</v></c></row>",
    "<row><c t=\"s\"><v>x</v></c></row>", "<row><c><v>x</v></c></row>", "<row><c><v>nan</v></c></row>",
    "<row><c><v>0x10</v></c></row>", "<row><c><v>1e999</v></c></row>", "<row><c t=\"z\"><v>1</v></c></row>",
    "<row><c s=\"-1\"><v>1</v></c></row>", "<row><c s=\"x\"/></row>", "<row><c><v>1</c></row>", "<row>",
    "&nbsp;",
  ])
  func `Rows and cells that could be read in two ways are refused`(_ rows: String) {
    let found = error(WorkbookFile(rows: rows, strings: ["x"]).bytes)
    guard case .damaged("xl/worksheets/sheet1.xml", _) = found else {
      Issue.record("\(rows): \(String(describing: found))")
      return
    }
  }

  @Test func `Elements without end, tokens without end and too many of them`() {
    let deep = String(repeating: "<a>", count: 1000)
    #expect(error("xl/styles.xml", deep) == .damaged(part: "xl/styles.xml", detail: "too deep"))
    var random = SeededGenerator(seed: 7)
    let noise = String(
      decoding: (0..<3 << 20).map { _ in UInt8.random(in: 97...122, using: &random) }, as: UTF8.self)
    #expect(error("xl/styles.xml", "<a b=\"\(noise)\"/>") == .tooLarge(part: "xl/styles.xml"))
    #expect(error("xl/styles.xml", "<!--\(noise)--><a/>") == .tooLarge(part: "xl/styles.xml"))
    #expect(error("xl/styles.xml", "<a>\(noise)</a>") == nil)
  }

  @Test func `Ten thousand damaged files give an error or a reading, never a trap`() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
      <row r="2"><c r="A2" s="1"><v>46109.5</v></c><c r="B2"><f>1+1</f><v>2.5000000000000004</v></c>\
      <c r="C2" t="inlineStr"><is><t>唛头_x000A_</t></is></c><c r="D2" t="e"><v>#N/A</v></c></row>
      """
    let sample = WorkbookFile(
      rows: rows, after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", strings: ["客户", "数量"],
      styles: styles([14]))
    var counts = (good: 0, bad: 0)
    for seed in 0..<10_000 {
      var mutation = Mutation(seed: UInt64(seed))
      if error(mutation.apply(to: sample)) == nil { counts.good += 1 } else { counts.bad += 1 }
    }
    // Damage that changes nothing, and damage that does, both occur.
    #expect(counts.good > 100)
    #expect(counts.bad > 5000)
  }
}
