import Gendan
import GendanOutput

/// Brings an answer to where it was asked for: text, or a format, on standard output or into a file.
struct Presentation {
  private let desk: Desk
  private let options: GlobalOptions

  init(_ desk: Desk) {
    self.desk = desk
    options = desk.options
  }

  /// The formats that exist, by name and file ending.
  enum Format: String, CaseIterable {
    case table, csv, tsv, json, ndjson, markdown, html, text, mail, wecom, dingtalk, name

    /// Whether people read it: machines find everything of a kind in one place.
    var isForPeople: Bool { ![.csv, .tsv, .json, .ndjson, .name].contains(self) }

    init?(ending: String) {
      switch ending {
      case "csv": self = .csv
      case "tsv": self = .tsv
      case "json": self = .json
      case "ndjson", "jsonl": self = .ndjson
      case "md": self = .markdown
      case "html", "htm": self = .html
      case "txt": self = .text
      default: return nil
      }
    }
  }

  /// Refuses an output that could not be written before anything is done.
  func verify() throws {
    _ = try (format(), layout(Answer()), header(), hasMark(), encoded(""))
    guard let path = options.output, path != "-", !options.force, FileSystem.exists(path) else { return }
    throw FileSystem.taken(path)
  }

  func show(_ answer: Answer) throws {
    for warning in answer.warnings {
      for line in warning.lines(desk.language) { desk.surroundings.complain(line) }
    }
    let text = try render(answer)
    // An answer without a byte leaves none, in a file either.
    if text.isEmpty { return }
    if let path = options.output, path != "-" {
      try FileSystem.write(try encoded(text), to: path, replacing: options.force)
    } else if !(options.quiet && answer.document == nil && answer.verbatim == nil) {
      if try !page(text) { try desk.surroundings.write(text) }
    }
  }

  /// Shows a text that is longer than the terminal in a pager; false where it is not, or nobody wants one.
  private func page(_ text: String) throws -> Bool {
    guard let terminal = desk.surroundings.terminal, let page = desk.surroundings.page,
      try format().isForPeople,
      text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= terminal.height
    else { return false }
    let pager =
      [
        options.pager, desk.environment("GENDAN_PAGER"), desk.configuration["pager"],
        desk.environment("PAGER"),
      ]
      .compactMap(\.self).first ?? "auto"
    if ["never", "cat"].contains(pager) || desk.environment("TERM") == "dumb" { return false }
    return try page(text, pager == "auto" || pager == "always" ? "LESSCHARSET=utf-8 less -FRSX" : pager)
  }

  /// `-O`, `--json`, or the ending of `-o`.
  func format() throws -> Format {
    if let name = options.format {
      guard let format = Format(rawValue: folded(name)) else {
        throw Complaint(
          .usage, Text("no format \"\(name)\"", "没有格式 \"\(name)\"", "沒有格式 \"\(name)\""),
          facts: [
            Text("formats: ", "格式: ", "格式: ")
              + Format.allCases.map(\.rawValue).joined(separator: ", ")
          ], try: "-O csv")
      }
      return format
    }
    if options.json != nil { return .json }
    guard let path = options.output, path != "-" else { return .table }
    let ending = path.split(separator: ".").last.map { folded(String($0)) } ?? ""
    guard let format = Format(ending: ending) else {
      throw Complaint(
        .usage, Text("no format for \"\(path)\"", "不知道 \"\(path)\" 用什么格式", "不知道 \"\(path)\" 用什麼格式"),
        try: "-o \(path).csv", "-O csv -o \(path)")
    }
    return format
  }

  private func render(_ answer: Answer) throws -> String {
    if let text = answer.verbatim { return text }
    let format = try format()
    guard var document = answer.document else {
      return format == .json || format == .ndjson ? doneJSON(answer) : try echo(answer)
    }
    if options.columns == "help" { return columnHelp(document) }
    let isJSON = format == .json || format == .ndjson
    let taste =
      isJSON
      ? nil
      : GendanCommand.verb { $0.id == desk.command }
        .flatMap { desk.configuration["columns." + $0.sheet.word] }
    if let columns = options.columns ?? taste {
      document = try selecting(columns, of: document, answer)
    } else if let columns = answer.columns, !isJSON {
      let known = Set(document.tables.flatMap { $0.columns.map(\.id) })
      document = try document.selecting(columns.filter(known.contains))
    }
    switch format {
    case .table, .text: return TextRenderer(try layout(answer)).render(document)
    case .csv, .tsv:
      return CSVRenderer(
        separator: format == .csv ? .comma : .tab, header: try header(), byteOrderMark: try hasMark()
      ).render(document)
    case .json:
      return try jsonRenderer().jsonText(
        document, schema: "gendan.\(answer.schema)/1",
        asOf: try (answer.asOf ?? desk.book().today).description,
        database: "e\(try answer.newest ?? newestEvent())",
        extra: answer.extra)
    case .ndjson: return try jsonRenderer().ndjsonText(document)
    case .markdown: return MarkdownRenderer().render(document)
    case .html: return page(of: answer).render(document)
    case .mail: return try mail(answer, document)
    case .wecom, .dingtalk:
      return ChatRenderer(
        format == .wecom ? .wecom : .dingtalk, title: title(of: answer), limit: answer.envelope.maxBytes
      ).render(document)
    case .name: return NamesRenderer(terminator: options.nul ? .nul : .lineEnd).render(document)
    }
  }

  private func title(of answer: Answer) -> String { answer.title?[desk.language] ?? "gendan" }

  private func page(of answer: Answer) -> HTMLRenderer {
    HTMLRenderer(title: title(of: answer), language: desk.language.rawValue)
  }

  private func mail(_ answer: Answer, _ document: Document) throws -> String {
    let book = try desk.book()
    let from = try answer.envelope.from ?? desk.read { try desk.actorsMail(in: $0) }
    let sender = from ?? desk.defaultSender
    let host = sender.split(separator: "@").last.map(String.init) ?? sender
    let key = answer.envelope.key.isEmpty ? "\(answer.schema).\(book.now.seconds)" : answer.envelope.key
    let name = String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
    let head = MailRenderer.Head(
      from: sender, to: answer.envelope.to, subject: title(of: answer),
      date: book.now.mailDate(utcOffset: book.utcOffset), id: "\(name)@\(host)")
    return MailRenderer(head, layout: try layout(answer), page: page(of: answer)).render(document)
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
    return lines.joined(separator: "\n") + "\n"
  }

  private func doneJSON(_ answer: Answer) -> String {
    var members: [JSON.Member] = [
      .init("schema", .string("gendan.\(answer.schema)/1")),
      .init("event", answer.event.map { .string("e\($0)") } ?? .null),
      .init("dry_run", .bool(options.dryRun)),
      .init("orders", .array(answer.touched.map { .string($0) })),
      .init("lines", .array(answer.echo.map { .string($0[.english]) })),
    ]
    members += answer.extra
    return JSON.object(members).text + "\n"
  }

  private func jsonRenderer() -> JSONRenderer {
    let fields = options.json.flatMap { $0 == "*" || $0.isEmpty ? nil : $0 }
    return JSONRenderer(fields: fields?.split(separator: ",").map { String($0.trimmed) })
  }

  private func newestEvent() throws -> Int64 {
    try desk.read { try Journal.newest(in: $0) }
  }

  /// `-c no,due` replaces the columns, `-c +cause,-qty` changes them.
  private func selecting(
    _ columns: String, of document: Document, _ answer: Answer
  ) throws -> Document {
    if folded(columns) == "all" { return document }
    do {
      let choice = ColumnChoice(columns, standard: answer.columns)
      return try document.selecting(choice.ids(of: document))
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

  private func layout(_ answer: Answer) throws -> TextLayout {
    let ambiguous =
      try (options.ambiguous ?? desk.configuration["ambiguous"])
      .map { try desk.number($0, "--ambiguous", 1...2) } ?? 1
    return TextLayout(
      width: try desk.width(standard: answer.width), ambiguousWidth: ambiguous, colour: try isColoured(),
      showsHeaders: !options.noHeaders)
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

/// Which columns a person chose.
struct ColumnChoice {
  private let words: [String]
  private let standard: [String]?

  /// Reads `no,due` or `+cause,-qty`; the latter changes the standard columns.
  init(_ text: String, standard: [String]?) {
    words = text.split { $0 == "," || $0 == "，" }.map { String($0.trimmed) }
    self.standard = standard
  }

  /// The ids, in their order; headings of any language are understood.
  func ids(of document: Document) -> [String] {
    let columns = document.tables.flatMap(\.columns)
    func id(_ word: some StringProtocol) -> String {
      let word = String(word)
      if columns.contains(where: { $0.id == word }) { return word }
      return columns.first { folded($0.title) == folded(word) }?.id ?? OrderField.named(word)?.rawValue
        ?? word
    }
    guard words.contains(where: { $0.hasPrefix("+") || $0.hasPrefix("-") }) else { return words.map(id) }
    var chosen = standard ?? columns.map(\.id)
    for word in words {
      let name = id(word.drop { $0 == "+" || $0 == "-" })
      chosen.removeAll { $0 == name }
      if !word.hasPrefix("-") { chosen.append(name) }
    }
    return chosen
  }
}

extension Desk {
  /// Cells of a line: what was asked for, the terminal's, or where there is none the standard.
  func width(standard: Int) throws -> Int {
    let typed = options.width ?? environment("COLUMNS") ?? configuration["width"]
    return try typed.map { try number($0, "--width", 20...1000) } ?? surroundings.terminal?.width ?? standard
  }

  fileprivate func number(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws -> Int {
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
