import Gendan
import GendanOutput
import GendanSpreadsheet

/// Pages, files and prints that leave the screen: what stands around the document is the same on all of them.
extension Presentation {
  /// Refuses what could not be printed or shown before anything is done.
  func verifyPaper() throws {
    _ = try (pageFormat(), pageLength())
    let format = try format()
    if options.sheetBy, format != .xlsx || options.by == nil {
      throw Complaint(
        .usage,
        Text(
          "--sheet-by gives each group of --by its sheet of a workbook", "--sheet-by 是工作簿里 --by 每组一张表",
          "--sheet-by 是活頁簿裡 --by 每組一張表"),
        try: "--by dept --sheet-by -o report.xlsx")
    }
    if let printer = options.print {
      guard options.output == nil else {
        throw Complaint(
          .usage, Text("either -o or --print", "-o 和 --print 只能用一个", "-o 和 --print 只能用一個"))
      }
      _ = try Printer(printer, copies: copies(), desk)
    } else if options.copies != nil, desk.command != ReportPrint.sheet.id {
      throw Complaint(
        .usage, Text("--copies is for what is printed", "--copies 只在打印时用", "--copies 只在列印時用"),
        try: "--print --copies 2")
    } else if format.isBinary, options.output == nil || options.output == "-",
      desk.surroundings.terminal != nil
    {
      throw Complaint(
        .usage,
        Text(
          "\(format.rawValue) is for a file, not for the screen", "\(format.rawValue) 要写到文件, 不能显示在屏幕上",
          "\(format.rawValue) 要寫到檔案, 不能顯示在畫面上"),
        try: "-o report.\(format.rawValue)")
    }
    if format == .pdf { _ = try Typesetter(desk) }
  }

  /// Whether text goes to paper, page by page.
  var isPaged: Bool { options.pageLines != nil || options.formFeed || options.sign != nil }

  /// The document as pages of text.
  func pages(of document: Document, _ answer: Answer, _ layout: TextLayout) throws -> String {
    var layout = layout
    layout.colour = false
    // Continuous paper for such printers has 136 characters; who looks at the pages first has a screen.
    let isSeen = desk.surroundings.terminal != nil && options.output == nil
    if options.width == nil && options.pageLines != nil && !isSeen { layout.width = 136 }
    return try PagedTextRenderer(
      layout, frame: frame(answer), length: pageLength(), feedsForms: options.formFeed
    ).render(untitled(document, answer))
  }

  /// The document as a page for the browser.
  func page(of document: Document, _ answer: Answer) throws -> String {
    let frame = try PageFrame(title: "", signatures: options.sign.map { try signatures($0) } ?? [])
    return try HTMLRenderer(
      title: title(answer), language: desk.language.rawValue, paper: pageFormat(), frame: frame
    ).render(document)
  }

  /// The document as PDF.
  func paper(of document: Document, _ answer: Answer) throws -> [UInt8] {
    let page = try HTMLRenderer(
      title: title(answer), language: desk.language.rawValue, paper: pageFormat(), frame: frame(answer)
    ).render(untitled(document, answer))
    return try inFolder { try Typesetter(desk).pdf(of: page, in: $0) }
  }

  /// The document as a spreadsheet.
  func spreadsheet(of document: Document, _ answer: Answer) throws -> [UInt8] {
    let renderer = try SpreadsheetRenderer(
      frame: frame(answer), paper: pageFormat(), created: desk.book().now, separatesGroups: options.sheetBy,
      utcOffset: desk.utcOffset)
    let untitled = untitled(document, answer)
    return try inFolder { folder in
      let path = folder + "/sheet"
      do {
        let feed = answer.feed.flatMap { feed in
          untitled.tables.first.map { table in { try feed(table, $0) } }
        }
        try renderer.write(untitled, to: path, folder: folder, feed: feed)
      } catch SpreadsheetError.unavailable(let reason) {
        throw Complaint(
          .unavailable,
          Text("this machine cannot write spreadsheets", "这台机器不能写电子表格", "這台機器不能寫試算表"),
          facts: [
            Text("libxlsxwriter is needed", "需要 libxlsxwriter", "需要 libxlsxwriter"), Text(verbatim: reason),
          ], try: "-o report.csv")
      } catch SpreadsheetError.cannotWrite(let reason) {
        throw Complaint(
          .io, Text("the spreadsheet cannot be written", "电子表格写不出来", "試算表寫不出來"),
          facts: [Text(verbatim: reason)], try: "-o report.csv")
      }
      return try TextFile.contents(of: path, limit: 1 << 30)
    }
  }

  /// Hands PDF to a printer; answers what to say of it.
  func print(_ pdf: [UInt8], on printer: String, _ answer: Answer) throws -> String {
    try inFolder { folder in
      let path = folder + "/page.pdf"
      try FileSystem.write(pdf, to: path, replacing: false)
      let job = try Printer(printer, copies: copies(), desk).print(
        path, title: head(answer).title, in: folder)
      return desk.say(Text("printing: job \(job)", "已送打印: 任务 \(job)", "已送列印: 工作 \(job)")) + "\n"
    }
  }

  private func inFolder<T>(_ work: (String) throws -> T) throws -> T {
    try TemporaryFolder.with(in: desk.environment("TMPDIR") ?? "/tmp", work)
  }

  private func pageFormat() throws -> PageFormat {
    guard let name = options.paper else { return PageFormat(isPortrait: options.portrait) }
    guard let size = PageFormat.Size.allCases.first(where: { folded($0.rawValue) == folded(name) }) else {
      throw Complaint(
        .usage, Text("no paper \"\(name)\"", "没有纸张 \"\(name)\"", "沒有紙張 \"\(name)\""),
        try: "--paper \(PageFormat.Size.allCases.map(\.rawValue).joined(separator: "|"))")
    }
    return PageFormat(size, isPortrait: options.portrait)
  }

  private func copies() throws -> Int? {
    try options.copies.map { try desk.number($0, "--copies", 1...99) }
  }

  private func pageLength() throws -> Int? {
    try options.pageLines.map { try desk.number($0, "--page-lines", 20...1000) }
  }
}
