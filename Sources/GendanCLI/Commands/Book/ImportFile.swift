import ArgumentParser
import Gendan
import GendanOutput
import GendanSpreadsheet

/// Brings a file in: shows what it would change, asks, and writes it as one event.
struct ImportFile: BookCommand {
  static let sheet = CommandSheet(
    id: "order.import", word: "import", chinese: ["导入", "匯入"],
    about: Text("bring in orders or other records from a file", "从文件导入订单等", "從檔案匯入訂單等"),
    usage:
      "FILE.csv|.xlsx|- [--sheet S] [--kind KIND] [--map FIELD=COLUMN,…] [--lines FILE] [--partial] [--show STATE]",
    examples: [
      "import orders.csv", "import 宏达3月.xlsx --sheet 3月",
      "import orders.csv --map no=A,customer=客户,qty=E --dry-run",
      "import customers.csv --kind customers --yes",
      "import orders.csv --lines order_details.csv --map-lines no=OrderID,product=ProductID,qty=Quantity",
      "import orders.csv --show changed",
    ],
    part: .taking)

  @Argument(completion: .file(extensions: ["csv", "tsv", "txt", "xlsx", "xlsm"])) var files: [String] = []
  @Option var kind: String?
  @Option var map: String?
  @Option var lines: String?
  @Option(name: .customLong("map-lines")) var mapLines: String?
  @Option var sheet: String?
  @Option(name: .customLong("lines-sheet")) var linesSheet: String?
  @Flag(name: .customLong("fill-merged")) var fillMerged = false
  @Option var profile: String?
  @Option(name: .customLong("save-profile")) var saveProfile: String?
  @Option var delimiter: String?
  @Option var cause: String?
  @Option var show: String?
  @Flag var partial = false
  @Flag var create = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let session = try session(at: desk)
    let state: ImportFindings.RowState? = try show.map {
      try Spelling.read($0, as: Text("state", "状态", "狀態"))
    }
    let badFile = badFile(for: session.table, desk)
    if let state {
      let preview = try desk.read { try look(session, in: $0) }
      return Answer("import", preview.document(state, desk.language))
    }
    if global.dryRun { return try rehearse(session, at: desk) }
    var leavesOut = partial
    if !global.yes { leavesOut = try asked(session, badFile, at: desk) || partial }
    if leavesOut && !global.force && FileSystem.exists(badFile) { throw taken(badFile) }
    return try write(session, leavesOut: leavesOut, badFile, at: desk)
  }

  /// The files, read and mapped.
  private func session(at desk: Desk) throws -> ImportSession {
    guard files.count == 1, let path = files.first else {
      throw Complaint(
        .usage, Text("one file is needed", "要写一个文件", "要寫一個檔案"), try: "gendan import orders.csv")
    }
    let known = try profile.map { name in try desk.read { try ImportProfile.named(name, in: $0.db) } }
    let kind: ImportKind =
      try (self.kind ?? known?.kind).map { try Spelling.read($0, as: Text("kind", "种类", "種類")) } ?? .orders
    let learned = known?.map.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    var options = TableFile.Options(
      encoding: try global.textEncoding(), delimiter: try separator(), sheet: sheet, fillsMerged: fillMerged)
    let table = try ImportTable(
      path, kind: kind, fields: lines == nil ? kind.fields : ImportKind.headFields,
      maps: [learned.first ?? "", map ?? ""], options: options)
    try table.require(kind.needed)
    var more: ImportTable?
    if let lines {
      guard kind == .orders else {
        throw Complaint(
          .usage, Text("only orders have lines", "只有订单才有行", "只有訂單才有行"), try: "--kind orders")
      }
      options.sheet = linesSheet
      let file = try ImportTable(
        lines, kind: kind, fields: ImportKind.linesFileFields,
        maps: [learned.count > 1 ? learned[1] : "", mapLines ?? ""], options: options)
      try table.require([[.no]])
      try file.require([[.no], [.product], [.qty]], option: "--map-lines")
      more = file
    } else if kind == .orders {
      try table.require([[.product], [.qty]])
    }
    return ImportSession(
      kind: kind, table: table, lines: more, creates: create,
      cause: try cause.map { try Spelling.read($0, as: Text("cause", "原因", "原因")) { $0.initials } })
  }

  private func look(_ session: ImportSession, in reading: Reading) throws -> ImportPreview {
    ImportPreview(
      session: session, findings: try session.run(in: reading, leavingOut: true), profile: profile)
  }

  /// The preview that changes nothing.
  private func rehearse(_ session: ImportSession, at desk: Desk) throws -> Answer {
    let preview = try desk.read { try look(session, in: $0) }
    var answer = Answer(preview.lines)
    answer.isWrite = true
    answer.schema = "import"
    answer.extra = Self.members(preview.findings)
    if !preview.findings.problems.isEmpty && !partial { answer.exit = .data }
    return answer
  }

  /// Shows the preview to a person and asks; returns whether bad rows are left out.
  private func asked(_ session: ImportSession, _ badFile: String, at desk: Desk) throws -> Bool {
    let preview = try desk.read { try look(session, in: $0) }
    let hasBad = !preview.findings.problems.isEmpty
    guard desk.surroundings.ask != nil, !global.noInput else {
      if hasBad && !partial { throw preview.complaint(line: desk.line) }
      try desk.confirm(preview.question(badFile: hasBad ? badFile : nil))
      return partial
    }
    for line in preview.lines { desk.surroundings.complain(line[desk.language]) }
    guard preview.writtenRows > 0 else { return false }
    try desk.confirm(preview.question(badFile: hasBad ? badFile : nil))
    return hasBad
  }

  private func write(
    _ session: ImportSession, leavesOut: Bool, _ badFile: String, at desk: Desk
  ) throws -> Answer {
    do {
      var preview: ImportPreview?
      var answer = try desk.write(source: .import) { writing, answer in
        let findings = try session.run(in: writing, leavingOut: leavesOut)
        let made = ImportPreview(session: session, findings: findings, profile: profile)
        if let saveProfile {
          let map = [session.table.mapText, session.lines?.mapText].compactMap { $0 }
          try writing.save(
            ImportProfile(name: saveProfile, kind: session.kind.rawValue, map: map.joined(separator: "\n")))
        }
        writing.entry.subject = session.table.name
        answer.schema = "import"
        answer.extra = Self.members(findings)
        answer.touched = findings.touched.suffix(9).reversed()
        answer.echo = made.done(badFile: findings.problems.isEmpty ? nil : badFile)
        preview = made
      }
      if let findings = preview?.findings, !findings.problems.isEmpty {
        try save(findings, of: session.table, to: badFile, at: desk)
        answer.exit = .data
      }
      return answer
    } catch let bad as ImportSession.BadRows {
      throw ImportPreview(session: session, findings: bad.findings).complaint(line: desk.line)
    }
  }

  private static func members(_ findings: ImportFindings) -> [JSON.Member] {
    ImportFindings.RowState.allCases.map { state in
      JSON.Member(state.rawValue, .integer(Int64(findings.count(state))))
    }
  }

  /// Saves the rows that were left out, each with what is wrong with it.
  private func save(
    _ findings: ImportFindings, of table: ImportTable, to path: String, at desk: Desk
  ) throws {
    var reasons: [Int: Text] = [:]
    for problem in findings.problems where !problem.isOfLines {
      reasons[problem.row] = reasons[problem.row].map { $0 + "; " + problem.reason } ?? problem.reason
    }
    let rows = Set(findings.states.filter { $0.state == .bad }.map(\.row))
    let bad = Document([.table(table.table(of: rows, problems: reasons, desk.language))])
    var page = Answer("import", bad)
    page.title = Text(verbatim: FileSystem.name(of: path))
    let bytes =
      path.hasSuffix(".xlsx")
      ? try Presentation(desk).spreadsheet(of: bad, page)
      : Array(CSVRenderer(header: .titles, byteOrderMark: true).render(bad).utf8)
    try FileSystem.write(bytes, to: path, replacing: true)
  }

  /// `宏达3月.问题.csv` beside `宏达3月.csv`; a workbook for a workbook, where this machine can write one.
  private func badFile(for table: ImportTable, _ desk: Desk) -> String {
    let path = files.first == "-" ? table.name : files.first ?? table.name
    let name = FileSystem.name(of: path)
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
    let folder = String(path.dropLast(name.count))
    return folder + stem + "." + Text("bad", "问题", "問題")[desk.language]
      + (table.sheet != nil && SpreadsheetRenderer.isAvailable ? ".xlsx" : ".csv")
  }

  private func taken(_ path: String) -> Complaint {
    Complaint(
      .cannotCreate, Text("\"\(path)\" is there already", "\"\(path)\" 已经存在", "\"\(path)\" 已經存在"),
      facts: [Text("nothing was written", "一行也没写入", "一行也沒寫入")], try: "--force")
  }

  private func separator() throws -> UInt8? {
    guard let delimiter, delimiter != "auto" else { return nil }
    if ["tab", "\\t", "\t"].contains(delimiter) { return UInt8(ascii: "\t") }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, !"\"\r\n".utf8.contains(byte) else {
      throw Complaint(
        .usage, Text("no delimiter \"\(delimiter)\"", "没有分隔符 \"\(delimiter)\"", "沒有分隔符 \"\(delimiter)\""),
        try: "--delimiter ','", "--delimiter tab")
    }
    return byte
  }
}
