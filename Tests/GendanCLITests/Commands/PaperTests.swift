import Foundation
import Testing

@testable import GendanCLI
@testable import GendanTestSupport

/// Files for people, pages for printers, and prints, as a line asks for them.
@Suite struct PaperTests {
  /// A program of this machine, by its name.
  private static func tool(_ name: String) -> String? {
    Tool([name], on: ProcessInfo.processInfo.environment["PATH"])?.path
  }

  private static let canReadPDF = tool("pdftotext") != nil && tool("pdfinfo") != nil

  /// A desk with orders, all of them overdue on 2026-04-10.
  private func desk(orders: Int = 1) throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("product add FL-50 \"法兰 DN50\"")
    try desk.run("customer add 宏达机械 --address 1 --contact 刘工 --phone 1 --fax 2 --terms 月结")
    for number in 1...orders {
      try desk.run("new 宏达机械 FL-50 \(number) --price 36.5 --want 2026-04-03 --promise 2026-04-01")
    }
    return desk
  }

  /// A folder that has nothing but links to these programs.
  private func path(_ desk: TestDesk, _ programs: [String: String]) throws -> [String: String] {
    let folder = desk.folder + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, target) in programs {
      try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
    }
    return ["PATH": folder]
  }

  private func script(_ desk: TestDesk, _ name: String, _ text: String) throws -> String {
    let path = try desk.file(name, "#!/bin/sh\n" + text)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func said(_ program: String, _ words: String..., by desk: TestDesk) throws -> String {
    let tool = try #require(Tool([program], on: ProcessInfo.processInfo.environment["PATH"]))
    let folder = desk.folder
    return try tool.run(words, in: folder).said.joined(separator: "\n")
  }

  // MARK: PDF

  @Test(
    .enabled(if: canReadPDF, "needs the package poppler-utils"),
    arguments: ["chromium", "weasyprint"].filter { tool($0) != nil })
  func `a report becomes PDF on A4 whose words are found again, its header on every page`(maker: String)
    throws
  {
    let desk = try desk(orders: 60)
    let environment = try path(desk, [maker: try #require(Self.tool(maker))])
    let file = desk.folder + "/overdue.pdf"
    let result = try desk.run(
      ["overdue", "客户:宏达", "-o", file, "--sign", "制表,审核"], lang: "zh-Hans", today: "2026-04-10 08:05",
      environment: environment)
    #expect(result.code == 0 && result.out.isEmpty, "\(result.err)")
    #expect(try said("pdfinfo", file, by: desk).contains("(A4)"))
    let page = desk.folder + "/page.txt"
    _ = try said("pdftotext", "-f", "2", "-l", "2", "-layout", file, page, by: desk)
    // Where glyphs stand apart, and so where spaces are read between them, is the typesetter's.
    let second = try String(contentsOfFile: page, encoding: .utf8).filter { $0 != " " }
    for words in ["超期订单", "筛选:客户:宏达", "单号", "法兰DN50", "第2页共", "数据版本e"] {
      #expect(second.contains(words), "\(words) on the second page")
    }
  }

  @Test func `without a program that makes PDF the line is refused, and told what to do`() throws {
    let result = try desk().run("overdue -o x.pdf", today: "2026-04-10 08:05")
    #expect(result.code == 69)
    #expect(
      result.err == """
        gendan: this machine has nothing that makes PDF
          chromium or weasyprint is needed, either will do
          try: gendan overdue -o x.html

        """)
  }

  @Test func `a program that makes no PDF is named with what it said, and leaves no file`() throws {
    let desk = try desk()
    let broken = try script(desk, "broken", "echo no display\nexit 3\n")
    let file = desk.folder + "/x.pdf"
    let result = try desk.run(
      ["overdue", "-o", file], environment: try path(desk, ["chromium": broken]))
    #expect(result.code == 69)
    #expect(result.err.contains("chromium made no PDF\n  exit code 3\n  no display\n"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test(arguments: ["xlsx", "pdf"])
  func `bytes are not shown on a screen`(format: String) throws {
    let result = try desk().run("list -O \(format)", width: 80)
    #expect(result.code == 64)
    #expect(
      result.err.hasSuffix(
        "is for a file, not for the screen\n  try: gendan list -O \(format) -o report.\(format)\n"))
  }

  @Test func `a file for people names what a program reads as a code, and says what it is`() throws {
    let desk = try desk()
    try desk.run("promise 0001 2026-04-02 --cause shortage")
    func written(_ line: String, _ name: String) throws -> String {
      let file = desk.folder + "/" + name
      #expect(try desk.run("\(line) -o \(file)", lang: "zh-Hans").code == 0)
      return try String(contentsOfFile: file, encoding: .utf8)
    }
    #expect(
      try written("list -c no,cause,prio,due", "a.csv").hasSuffix(
        "单号,原因,优先,交期\r\nSO2603-0001,缺料,中,2026-04-02\r\n"))
    #expect(try written("list -c no,cause --header id", "b.csv").hasSuffix("SO2603-0001,shortage\r\n"))
    #expect(try desk.run("list -c cause -O csv", lang: "zh-Hans").out == "cause\r\nshortage\r\n")
    #expect(try written("customer list", "c.html").contains("<title>列出客户</title>"))
    #expect(try desk.run("list -O md -c no").out == "| Order |\n| --- |\n| SO2603-0001 |\n")
  }

  // MARK: Printers

  @Test func `what is printed goes to lp, and its job is told`() throws {
    let desk = try desk()
    let maker = try script(
      desk, "maker", "for word; do case $word in --print-to-pdf=*) echo %PDF > ${word#*=} ;; esac; done\n")
    let lp = try script(
      desk, "queue", "echo \"$@\" > \(desk.folder)/asked\necho 'request id is HP-12 (1 file(s))'\n")
    let environment = try path(desk, ["chromium": maker, "lp": lp])
    #expect(try desk.run("list --print", environment: environment).out == "printing: job HP-12\n")
    let asked = try String(contentsOfFile: desk.folder + "/asked", encoding: .utf8)
    #expect(asked.hasPrefix("-t Orders -- ") && asked.hasSuffix("/page.pdf\n"))
    try desk.run("list --print=LASER", environment: environment)
    #expect(
      try String(contentsOfFile: desk.folder + "/asked", encoding: .utf8).hasPrefix("-d LASER -t Orders "))
    try desk.run("print overdue --printer LASER --copies 2", environment: environment)
    #expect(
      try String(contentsOfFile: desk.folder + "/asked", encoding: .utf8).hasPrefix(
        "-d LASER -n 2 -t Overdue"))
    for line in ["list --copies 2", "list --print --copies 0", "print --copies x"] {
      #expect(try desk.run(line, environment: environment).code == 64, "\(line)")
    }
    // The tracking sheet is what is printed unless another is named.
    for (line, title) in [("print", "-t Order tracking"), ("print overdue --by dept", "-t Overdue")] {
      #expect(try desk.run(line, environment: environment).out == "printing: job HP-12\n")
      let asked = try String(contentsOfFile: desk.folder + "/asked", encoding: .utf8)
      #expect(asked.hasPrefix(title), "\(line): \(asked)")
    }
    #expect(try desk.run("print tracking -O csv -o \(desk.folder)/t.csv").code == 0)
    #expect(try desk.run("print weather").code == 3)
  }

  @Test func `without lp, or a printer that takes it, nothing is printed and it is said`() throws {
    let desk = try desk()
    let none = try desk.run("list --print")
    #expect(none.code == 69 && none.err.hasPrefix("gendan: this machine cannot print: it has no lp\n"))
    let maker = try script(
      desk, "maker", "for word; do case $word in --print-to-pdf=*) echo %PDF > ${word#*=} ;; esac; done\n")
    let lp = try script(desk, "queue", "echo 'lp: Error - No default destination.' >&2\nexit 1\n")
    let refused = try desk.run("list --print", environment: try path(desk, ["chromium": maker, "lp": lp]))
    #expect(refused.code == 69 && refused.out.isEmpty)
    #expect(refused.err.contains("no printer took it\n  lp: Error - No default destination.\n"))
    #expect(try desk.run("list --print -o x.pdf").code == 64)
  }

  // MARK: Dot matrix

  @Test func `pages for a printer of fixed width come in its encoding and decode back equal`() throws {
    let desk = try desk(orders: 60)
    let line = ["overdue", "-O", "text", "--page-lines", "30", "--form-feed", "--sign", "制表,审核"]
    let (plain, printed) = (desk.folder + "/a.txt", desk.folder + "/b.txt")
    try desk.run(line + ["-o", plain], lang: "zh-Hans", today: "2026-04-10 08:05")
    try desk.run(
      line + ["-o", printed, "--encoding", "gb18030"], lang: "zh-Hans", today: "2026-04-10 08:05")
    let text = try TextFile.contents(of: plain, limit: 1 << 20)
    let bytes = try TextFile.contents(of: printed, limit: 1 << 20)
    #expect(bytes != text)
    #expect(try Iconv.convert(bytes, from: "GB18030", to: "UTF-8") == text)
    let pages = String(decoding: text, as: UTF8.self).split(separator: "\u{C}")
    #expect(pages.count == 3)
    for (number, page) in pages.enumerated() {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 31)
      #expect(lines[0].hasSuffix("超 期 订 单"))
      #expect(lines[1].hasSuffix("第 \(number + 1) 页 共 3 页"))
      #expect(lines[2] == String(repeating: "=", count: 136))
      #expect(lines[3].contains("#  单号"))
    }
    #expect(pages.last?.contains("\n制表: 陈婷 ") == true)
  }

  @Test func `what goes through a pipe is in the encoding that was asked for too`() throws {
    let desk = try desk()
    let result = try desk.run("list -O csv --encoding gb18030", lang: "zh-Hans")
    #expect(result.code == 0)
    #expect(result.out.contains("SO2603-0001") && !result.out.contains("宏达机械"), "its bytes are no UTF-8")
  }

  // MARK: Spreadsheets

  @Test func `a spreadsheet is written whole, the same for the same state and time, and never over another`()
    throws
  {
    let desk = try desk(orders: 3)
    let (one, two) = (desk.folder + "/a.xlsx", desk.folder + "/b.xlsx")
    let result = try desk.run(["list", "-o", one])
    #expect(result.code == 0, "\(result.err)")
    try desk.run(["list", "-O", "xlsx", "-o", two])
    let bytes = try TextFile.contents(of: one, limit: 1 << 20)
    #expect(bytes.starts(with: Array("PK".utf8)) && bytes.count > 3000)
    #expect(try TextFile.contents(of: two, limit: 1 << 20) == bytes)
    #expect(try desk.run(["list", "-o", one]).code == 73)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
    #expect(left.filter { $0.contains(".xlsx") }.sorted() == ["a.xlsx", "b.xlsx"], "no draft is left")
  }

  @Test(arguments: ["--paper A3", "--page-lines 5", "--sign ,"])
  func `paper that does not exist is refused before anything is done`(words: String) throws {
    #expect(try desk().run("list -O text \(words)").code == 64)
  }
}
