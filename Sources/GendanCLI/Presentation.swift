import Gendan
import GendanOutput

/// Brings an answer to where it was asked for: text, or a format, on standard output or into a file.
struct Presentation {
  let desk: Desk
  let options: GlobalOptions

  init(_ desk: Desk) {
    self.desk = desk
    options = desk.options
  }

  /// Refuses an output that could not be written before anything is done.
  func verify() throws {
    _ = try (format(), layout(Answer()), header(), hasMark(), encoded(""))
    try verifyPaper()
    guard let path = options.output, path != "-", !options.force, FileSystem.exists(path) else { return }
    throw FileSystem.taken(path)
  }

  func show(_ answer: Answer) throws {
    for warning in answer.warnings {
      for line in warning.lines(desk.language, on: desk.surroundings.terminal) {
        desk.surroundings.complain(line)
      }
    }
    let bytes = try render(answer)
    // An answer without a byte leaves none, in a file either.
    if bytes.isEmpty { return }
    if let path = options.output, path != "-" {
      try FileSystem.write(bytes, to: path, replacing: options.force)
      if desk.surroundings.terminal != nil, !options.quiet {
        desk.surroundings.complain(desk.say(Text("written: ", "已写 ", "已寫 ")) + path.printable)
      }
    } else if let printer = options.print, answer.document != nil {
      try desk.surroundings.write(try print(bytes, on: printer, answer))
    } else if !(options.quiet && answer.document == nil && answer.verbatim == nil) {
      if try !page(bytes) { try desk.surroundings.send(bytes) }
    }
  }

  /// The answer in its format; text in the encoding that was asked for.
  private func render(_ answer: Answer) throws -> [UInt8] {
    let format = try format()
    guard let document = answer.document, answer.verbatim == nil else {
      let text =
        try answer.verbatim ?? (format == .json || format == .ndjson ? doneJSON(answer) : echo(answer))
      // What is said in lines is a page of lines; a printer is not asked for an echo.
      guard format.isBinary, options.print == nil, !text.isEmpty else { return try encoded(text) }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      return try bytes(of: Document(lines.map { .line(String($0)) }), answer, as: format)
    }
    if options.columns == "help" { return try encoded(columnHelp(document)) }
    return try bytes(of: chosen(of: document, answer, format), answer, as: format)
  }

  /// The columns that a person chose, or that people see unless they choose others.
  private func chosen(of document: Document, _ answer: Answer, _ format: Format) throws -> Document {
    let isJSON = format == .json || format == .ndjson
    let taste =
      isJSON
      ? nil
      : GendanCommand.verb { $0.id == desk.command }
        .flatMap { desk.configuration["columns." + $0.sheet.word] }
    if let columns = options.columns ?? taste { return try selecting(columns, of: document, answer) }
    guard let columns = answer.columns, !isJSON else { return document }
    let known = Set(document.tables.flatMap { $0.columns.map(\.id) })
    return try document.selecting(columns.filter(known.contains))
  }

  /// A document in a format: the one place where a format is text, or bytes of its own.
  private func bytes(of document: Document, _ answer: Answer, as format: Format) throws -> [UInt8] {
    switch format {
    case .table, .text:
      let layout = try layout(answer)
      if isPaged { return try encoded(pages(of: document, answer, layout)) }
      // What a write did stands below its page, with how to take it back.
      let echo = try answer.isWrite ? echo(answer) : ""
      return try encoded(TextRenderer(layout).render(document) + (echo.isEmpty ? "" : "\n" + echo))
    case .csv, .tsv:
      return try encoded(
        CSVRenderer(
          separator: format == .csv ? .comma : .tab, header: header(), byteOrderMark: hasMark()
        ).render(document))
    case .json:
      return try encoded(
        jsonRenderer(document).jsonText(
          document, schema: "gendan.\(answer.schema)/1",
          asOf: (answer.asOf ?? desk.book().today).description,
          database: "e\(answer.newest ?? newestEvent())",
          extra: answer.extra + (answer.isWrite ? writeMembers(answer) : [])))
    case .ndjson: return try encoded(jsonRenderer(document).ndjsonText(document))
    case .markdown: return try encoded(MarkdownRenderer().render(document))
    case .html: return try encoded(page(of: document, answer))
    case .mail: return try encoded(mail(answer, document))
    case .wecom: return try encoded(chat(answer, document, .wecom))
    case .dingtalk: return try encoded(chat(answer, document, .dingtalk))
    case .name: return try encoded(NamesRenderer(terminator: options.nul ? .nul : .lineEnd).render(document))
    case .xlsx: return try spreadsheet(of: document, answer)
    case .pdf: return try paper(of: document, answer)
    }
  }

  /// The lines of a write: what was understood, and how to take it back.
  private func echo(_ answer: Answer) throws -> String {
    guard !answer.echo.isEmpty else { return "" }
    var lines = answer.echo.map { $0[desk.language].printable }
    if answer.isWrite {
      let tail =
        if options.dryRun {
          Text(" (dry run, not saved)", " (演练, 未保存)", " (演練, 未儲存)")
        } else if answer.event != nil {
          answer.remedy == "undo"
            ? Text(".  undo: gendan undo", "。  撤销: gendan undo", "。  復原: gendan undo")
            : Text(".  redo: gendan redo", "。  重做: gendan redo", "。  重做: gendan redo")
        } else {
          Text(" (nothing changed)", " (没有变化)", " (沒有變化)")
        }
      lines[lines.count - 1] += tail[desk.language]
    }
    let layout = try layout(answer)
    return lines.flatMap(layout.lines(of:)).joined(separator: "\n") + "\n"
  }

  private func doneJSON(_ answer: Answer) -> String {
    var members: [JSON.Member] = [.init("schema", .string("gendan.\(answer.schema)/1"))]
    members += writeMembers(answer)
    members += [
      .init("orders", .array(answer.touched.map { .string($0) })),
      .init("lines", .array(answer.echo.map { .string($0[.english]) })),
    ]
    members += answer.extra
    return JSON.object(members).text + "\n"
  }

  /// What JSON says of a write: its event, and whether it was only rehearsed.
  private func writeMembers(_ answer: Answer) -> [JSON.Member] {
    [
      .init("event", answer.event.map { .string("e\($0)") } ?? .null),
      .init("dry_run", .bool(options.dryRun)),
    ]
  }

  /// `--json=no,交期`: fields are named as columns are.
  private func jsonRenderer(_ document: Document) -> JSONRenderer {
    let fields = options.json.flatMap { $0 == "*" || $0.isEmpty ? nil : $0 }
    return JSONRenderer(fields: fields.map { ColumnChoice($0, standard: nil).ids(of: document) })
  }

  func newestEvent() throws -> Int64 {
    try desk.read { try Journal.newest(in: $0) }
  }

  /// `-c no,due` replaces the columns, `-c +cause,-qty` changes them.
  private func selecting(
    _ columns: String, of document: Document, _ answer: Answer
  ) throws -> Document {
    if folded(columns) == "all" { return document }
    do {
      let choice = ColumnChoice(columns, standard: answer.columns)
      let named = choice.named(of: document)
      return try document.selecting(choice.ids(of: document)).keeping(named)
    } catch let unknown {
      throw Complaint(
        .usage, Text("no column \"\(unknown.name)\"", "没有列 \"\(unknown.name)\"", "沒有欄 \"\(unknown.name)\""),
        facts: [Text("columns: ", "列: ", "欄: ") + unknown.known.joined(separator: ", ")],
        try: "-c \(unknown.known.prefix(3).joined(separator: ","))")
    }
  }

  /// What `-c help` answers: every column and its heading.
  private func columnHelp(_ document: Document) -> String {
    var seen: Set<String> = []
    let lines = document.tables.flatMap(\.columns).filter { seen.insert($0.id).inserted }
      .map { CellWidth.pad($0.id, to: 12) + "  " + $0.title + "\n" }
    return lines.joined()
  }

  func layout(_ answer: Answer) throws -> TextLayout {
    let ambiguous =
      try (options.ambiguous ?? desk.configuration["ambiguous"])
      .map { try desk.number($0, "--ambiguous", 1...2) } ?? 1
    var layout = TextLayout(
      width: try desk.width(standard: answer.width), ambiguousWidth: ambiguous, colour: try isColoured(),
      showsHeaders: !options.noHeaders)
    layout.breaksProse = desk.knowsWidth || isPaged
    return layout
  }

  private func isColoured() throws -> Bool {
    if options.output != nil { return false }
    switch options.color ?? desk.configuration["color"] ?? "auto" {
    case "always": return true
    case "never": return false
    case "auto":
      if desk.environment("NO_COLOR") != nil || desk.environment("TERM") == "dumb" { return false }
      return desk.surroundings.terminal != nil || desk.environment("CLICOLOR_FORCE") != nil
    case let other:
      throw Complaint(
        .usage, Text("--color \"\(other)\" is unknown", "--color 没有 \"\(other)\"", "--color 沒有 \"\(other)\""),
        try: "--color auto|always|never")
    }
  }

  private func header() throws -> CSVRenderer.Header {
    if options.noHeaders { return .none }
    switch options.header {
    case nil: return options.output == nil || options.output == "-" ? .ids : .titles
    case "id": return .ids
    case "label": return .titles
    case "both": return .both
    case let other?:
      throw Complaint(
        .usage,
        Text("--header \"\(other)\" is unknown", "--header 没有 \"\(other)\"", "--header 沒有 \"\(other)\""),
        try: "--header id|label|both")
    }
  }

  private func hasMark() throws -> Bool {
    switch options.bom {
    case "yes": return true
    case "no": return false
    case nil:
      let isFile = options.output != nil && options.output != "-"
      return isFile && (options.encoding.map(folded) ?? "utf-8") == "utf-8"
    case let other?:
      throw Complaint(
        .usage, Text("--bom \"\(other)\" is unknown", "--bom 没有 \"\(other)\"", "--bom 沒有 \"\(other)\""),
        try: "--bom yes|no")
    }
  }

  /// The text in the encoding that was asked for.
  private func encoded(_ text: String) throws -> [UInt8] {
    guard let name = options.encoding, folded(name) != "utf-8", folded(name) != "auto" else {
      return Array(text.utf8)
    }
    do {
      return try Iconv.convert(Array(text.utf8), from: "UTF-8", to: name)
    } catch {
      throw Complaint(
        .usage, Text("cannot write as \"\(name)\"", "不能写成 \"\(name)\"", "不能寫成 \"\(name)\""),
        try: "--encoding gb18030")
    }
  }
}

extension Desk {
  /// Cells of a line: what was asked for, the terminal's, or where there is none the standard.
  func width(standard: Int) throws -> Int {
    try typedWidth.map { try number($0, "--width", 20...1000) } ?? surroundings.terminal?.width ?? standard
  }

  /// Whether the width is a person's or a terminal's, and not only the standard.
  var knowsWidth: Bool { typedWidth != nil || surroundings.terminal != nil }

  private var typedWidth: String? { options.width ?? environment("COLUMNS") ?? configuration["width"] }

  func number(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(folded(text)), range.contains(number) else {
      throw Complaint(
        .usage,
        Text(
          "\(option) \"\(text)\" is not between \(range.lowerBound) and \(range.upperBound)",
          "\(option) \"\(text)\" 要在 \(range.lowerBound) 到 \(range.upperBound) 之间",
          "\(option) \"\(text)\" 要在 \(range.lowerBound) 到 \(range.upperBound) 之間"))
    }
    return number
  }
}

extension Document {
  /// The same, with columns that no narrow screen leaves out.
  fileprivate func keeping(_ ids: Set<String>) -> Document {
    var document = self
    document.blocks = blocks.map { block in
      guard case .table(var table) = block else { return block }
      for index in table.columns.indices where ids.contains(table.columns[index].id) {
        table.columns[index].priority = 0
        table.columns[index].stays = true
      }
      return .table(table)
    }
    return document
  }
}
