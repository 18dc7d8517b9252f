import Gendan

/// Names of reports, and the words that follow them on a line.
enum ReportName {
  /// The reports that the program has, by their sheets.
  static var builtIn: [CommandSheet] {
    GendanCommand.sheets.filter { $0.id.hasPrefix("report.") && !own.contains($0.id) }
  }

  /// Commands about reports, which are none themselves.
  private static let own: Set<String> = [
    "report.list", "report.show", "report.save", "report.rm", "report.review", "report.print",
  ]

  /// Lists that can be saved as reports besides.
  private static let lists: Set<String> = [
    "order.list", "order.today", "delay.list", "problem.list", "work.list", "plan.week", "plan.day",
    "payment.due",
    "contact.list", "question.list",
  ]

  /// Options of a report that do something besides telling.
  private static let acting: Set<String> = ["--made", "--submit", "--audit", "--archive"]

  /// Options about where and how a line is run, which are not a report's.
  private static let passing: (valued: Set<String>, flags: Set<String>) = (
    ["--db", "--config", "--lang", "--as", "--today", "--wait", "--color", "--pager", "--reason"],
    [
      "--no-config", "--dry-run", "-n", "--yes", "-y", "--no-input", "--quiet", "-q", "--verbose", "-v",
      "--force",
      "--override", "--json",
    ]
  )

  /// The name at the front of a line's words, and what follows it; options may stand before it.
  static func take(_ typed: [String]) throws -> (name: String, rest: [String]) {
    var index = 0
    while index < typed.count, typed[index].hasPrefix("-") {
      index += passing.valued.contains(typed[index]) ? 2 : 1
    }
    guard index < typed.count, !typed[index].contains(where: \.isNewline), typed[index].count <= 60 else {
      throw Complaint(
        .usage, Text("a report's name is missing", "缺少报表名", "缺少報表名"), try: "gendan report list")
    }
    var rest = typed
    let name = rest.remove(at: index)
    return (name, rest)
  }

  /// Whether a word names a report that the program has, or a list that can be one.
  static func isKnown(_ word: String) -> Bool {
    GendanCommand.sheets.contains { sheet in
      (builtIn.contains { $0.id == sheet.id } || lists.contains(sheet.id))
        && (sheet.words.contains(folded(word))
          || sheet.id.split(separator: ".").first.map(String.init) == folded(word))
    }
  }

  /// The words without the options of the moment and those named.
  static func lasting(_ typed: [String], without options: Set<String>) -> [String] {
    let valued = passing.valued.union(options)
    var words: [String] = []
    var skips = false
    for word in typed {
      let name = String(word.prefix { $0 != "=" })
      if skips {
        skips = false
      } else if valued.contains(name) {
        skips = !word.contains("=")
      } else if !passing.flags.contains(name) {
        words.append(word)
      }
    }
    return words
  }

  /// The report that words ask for, a built-in one or a list; and what follows its name. Its options are read, so that
  /// nothing is saved that could not be shown.
  static func base(_ words: [String]) throws -> (id: String, words: [String]) {
    let isOwn = words.first.map { word in
      ReportCommand.verbs.contains { $0.sheet.words.contains(folded(word)) && !own.contains($0.sheet.id) }
    }
    let line = isOwn == true ? [ReportCommand.word] + words : words
    guard !words.isEmpty, case .run(let id, let typed) = try Dispatch.request(line, isTerminal: false),
      builtIn.contains(where: { $0.id == id }) || lists.contains(id), !typed.contains(where: acting.contains),
      let (_, depth) = GendanCommand.command(id)
    else {
      throw Complaint(
        .usage,
        Text("which report?", "哪张报表?", "哪張報表?"),
        facts: [Text("reports: ", "报表: ", "報表: ") + builtIn.prefix(8).map(\.word).joined(separator: ", ")],
        try: "gendan report list", "gendan report save 周报 slips -p lastweek")
    }
    let rest = Array(typed.dropFirst(depth))
    _ = try command(id, rest)
    return (id, rest)
  }

  /// A report with its words read; throws why they cannot be.
  static func command(_ id: String, _ words: [String]) throws -> any BookCommand {
    guard let (type, _) = GendanCommand.command(id) else {
      throw Complaint(.data, Text("no report \"\(id)\"", "没有报表 \"\(id)\"", "沒有報表 \"\(id)\""))
    }
    do {
      if let command = try type.parsed(words) { return command }
    } catch let complaint as Complaint {
      throw complaint
    } catch {
      throw UsageCheck.complaint(about: words, id: id)
    }
    throw UsageCheck.complaint(about: words, id: id)
  }

  /// Says that there is no such report, with the nearest names.
  static func unknown(_ name: String, in reading: Reading) throws -> any Error {
    let saved = try SavedReport.all(in: reading.db).map { Candidate(name: $0.name, details: []) }
    return BookError.notFound(
      .report, name, near: saved + builtIn.flatMap(\.words).map { Candidate(name: $0, details: []) })
  }
}

extension Desk {
  /// What another command's line answers, shown as that line's own options say.
  func answer(of command: any BookCommand) throws -> Answer {
    let inner = working(command.global)
    try inner.verifyOptions(of: type(of: command).sheet)
    var answer = try command.run(at: inner)
    answer.presenter = inner
    return answer
  }
}
