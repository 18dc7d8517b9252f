import ArgumentParser
import Gendan
import GendanOutput

/// Every report there is: the built-in ones, and those that people saved.
struct ReportList: BookCommand {
  static let sheet = CommandSheet(
    id: "report.list", word: "list", chinese: ["列表"], about: Text("list the reports", "列出报表", "列出報表"),
    usage: "",
    examples: ["report list"], part: .supervisor)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let language = desk.language
    let saved = try desk.read { try SavedReport.all(in: $0.db) }
    let rows =
      ReportName.builtIn.map { ($0.word, $0.about[language], "", String?.none) }
      + saved.map { ($0.name, $0.title ?? "", SavedReport.line($0.base, $0.words), $0.by) }
    var table = Table(
      "reports",
      columns: [
        Column("name", Text("Name", "名称", "名稱")[language]),
        Column("about", Text("About", "说明", "說明")[language], shrinks: true),
        Column("line", Text("Is", "即", "即")[language], shrinks: true),
        Column("by", Text("Saved by", "保存人", "儲存人")[language], priority: 1),
      ])
    table.rows = rows.map { .cells([Cell($0), Cell($1), Cell($2), Cell(optional: $3)]) }
    return Answer("reports", Document([.table(table)]))
  }
}

/// Shows a saved report; more words and options may follow, and count last.
struct ReportShow: BookCommand {
  static let sheet = CommandSheet(
    id: "report.show", word: "show", chinese: ["看"], about: Text("show a saved report", "看保存的报表", "看儲存的報表"),
    usage: "NAME [FILTER…] [OPTIONS]", examples: ["report show 周报", "report 周报 -O csv"], part: .supervisor)

  @Argument(parsing: .allUnrecognized) var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, more) = try ReportName.take(Array(desk.typed.dropFirst(2)))
    let saved = try desk.read { reading in
      guard let saved = try SavedReport.all(in: reading.db).first(where: { $0.name == name }) else {
        throw try ReportName.unknown(name, in: reading)
      }
      return saved
    }
    return try desk.answer(of: saved, with: more)
  }
}

extension Desk {
  /// A saved report's answer under its title; words and options that follow count last.
  func answer(of saved: SavedReport, with more: [String]) throws -> Answer {
    var answer = try answer(of: ReportName.command(saved.base, saved.words + more))
    if let title = saved.title {
      answer.title = Text(verbatim: title)
      answer.document?.blocks.insert(.line(title, .strong), at: 0)
    }
    return answer
  }
}

/// Saves a report under a name: another one with its filter, columns, order and title.
struct ReportSave: BookCommand {
  static let sheet = CommandSheet(
    id: "report.save", word: "save", chinese: ["保存", "儲存"],
    about: Text("save a report under a name", "把报表存个名字", "把報表存個名字"),
    usage: "NAME REPORT [FILTER…] [OPTIONS] [--title TEXT]",
    examples: [
      "report save 周报 slips -p lastweek --by cause --title 改期周报",
      "report save 宏达超期 overdue 客户:宏达 -c no,due,late",
    ], part: .supervisor)

  @Argument(parsing: .allUnrecognized) var words: [String] = []
  @Option var title: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, rest) = try ReportName.take(
      ReportName.lasting(Array(desk.typed.dropFirst(2)), without: ["--title"]))
    guard !ReportName.builtIn.contains(where: { $0.words.contains(folded(name)) }) else {
      throw Complaint(
        .refused, Text("\(name) is a report already", "已有报表 \(name)", "已有報表 \(name)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan report list")
    }
    let (base, words) = try ReportName.base(rest)
    return try desk.write { writing, answer in
      try writing.save(SavedReport(name: name, base: base, words: words, title: title.filled))
      answer.echo = [
        Text("report saved: ", "已保存报表: ", "已儲存報表: ") + name + " = " + SavedReport.line(base, words)
      ]
    }
  }
}

/// Forgets a saved report.
struct ReportRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "report.rm", word: "rm", chinese: ["删除", "刪除"],
    about: Text("forget a saved report", "删除保存的报表", "刪除儲存的報表"), usage: "NAME", examples: ["report rm 周报"],
    part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = words.joined(separator: " ")
    return try desk.write { writing, answer in
      guard try SavedReport.all(in: writing.db).contains(where: { $0.name == name }) else {
        throw try ReportName.unknown(name, in: writing)
      }
      try writing.removeReport(name)
      answer.echo = [Text("report forgotten: ", "已删除报表: ", "已刪除報表: ") + name]
    }
  }
}

extension SavedReport {
  /// `gendan slips -p lastweek --by cause`, as it could be typed.
  static func line(_ base: String, _ words: [String]) -> String {
    let isVerb = GendanCommand.command(base)?.depth == 1
    let name =
      isVerb ? [GendanCommand.sheet(base)?.word ?? base] : base.split(separator: ".").map(String.init)
    return Program.line(["gendan"] + name + words)
  }
}
