import ArgumentParser
import Gendan
import GendanOutput

/// `view`: filters that have a name, for lists, reports and bulk changes.
struct ViewCommand: NounCommand {
  static let word = "view"
  static let chinese = ["视图", "檢視"]
  static let about = Text("filters with a name", "起了名的筛选", "取了名的篩選")
  static let verbs: [any BookCommand.Type] = [ViewList.self, ViewSave.self, ViewRemove.self]
}

/// The views there are.
struct ViewList: BookCommand {
  static let sheet = CommandSheet(
    id: "view.list", word: "list", chinese: ["列表"],
    about: Text("list the saved filters", "列出视图", "列出檢視"), usage: "", examples: ["view list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    Answer(
      "views",
      Listing<SavedView>(
        id: "views", language: desk.language,
        fields: [
          .init("name", Text("Name", "名称", "名稱")) { Cell($0.name) },
          .init("filter", Text("Filter", "筛选", "篩選"), shrinks: true) {
            Cell($0.terms.joined(separator: " "))
          },
          .init("by", Text("By", "经手", "經手"), priority: 1) { Cell($0.by) },
        ]
      ).list(try desk.read { try SavedView.all(in: $0.db) }))
  }
}

/// Saves a filter under a name.
struct ViewSave: BookCommand {
  static let sheet = CommandSheet(
    id: "view.save", word: "save", chinese: ["保存", "儲存"],
    about: Text("save a filter under a name", "保存视图", "儲存檢視"), usage: "NAME FILTER…",
    examples: ["view save 急 is:overdue prio:H", "view save 宏达本周 客户:宏达 交期:本周"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let filter = desk.chosen(Array(words.dropFirst()))
    guard !words.isEmpty, !filter.isEmpty else {
      throw Complaint(
        .usage, Text("a name and a filter are needed", "要写名称和筛选", "要寫名稱和篩選"),
        try: "gendan view save 急 is:overdue prio:H")
    }
    let name = words[0]
    guard !name.contains(where: { ":：, \n".contains($0) }) else {
      throw Complaint(
        .usage, Text("\"\(name)\" is no name", "\"\(name)\" 不能作名称", "\"\(name)\" 不能作名稱"),
        facts: [Text("no colon, comma or space", "不能有冒号, 逗号, 空格", "不能有冒號, 逗號, 空格")],
        try: "gendan view save 急 is:overdue")
    }
    return try desk.write { writing, answer in
      // What it says now is what it will say: a view of a view would change with it.
      let terms = try desk.expanded(filter, in: writing)
      let context = DateContext(today: writing.today, calendar: try writing.calendar(), direction: .view)
      _ = try FilterPhrase(context: context).parse(terms)
      let before = try SavedView.all(in: writing.db).first { $0.name == name && $0.terms != terms }
      try writing.save(view: name, terms: terms)
      let was = before.map {
        Text(", before: ", ", 原来: ", ", 原來: ") + $0.terms.joined(separator: " ")
      }
      answer.echo = [
        Text(verbatim: "\(name): \(terms.joined(separator: " "))") + (was ?? Text("", "", ""))
      ]
    }
  }
}

/// Forgets a filter.
struct ViewRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "view.rm", word: "rm", chinese: ["删除", "刪除"],
    about: Text("forget a saved filter", "删除视图", "刪除檢視"), usage: "NAME", examples: ["view rm 急"], part: .admin
  )

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 1 else {
      throw Complaint(.usage, Text("a name is needed", "要写名称", "要寫名稱"), try: "gendan view list")
    }
    return try desk.write { writing, answer in
      try writing.remove(view: words[0])
      answer.echo = [Text("removed ", "已删除 ", "已刪除 ") + words[0]]
    }
  }
}

extension Desk {
  /// The terms that a line chooses orders by: its words, then `--view` and `--where`.
  func chosen(_ words: [String]) -> [String] {
    words + (options.view.map { ["view:" + $0] } ?? []) + (options.where.map { ["where:" + $0] } ?? [])
  }

  /// Refuses what a command would ignore of the options that every command knows: `--view` and `--where` where it
  /// chooses no orders by a filter, `--by` and `-p` where its usage has none.
  func verifyOptions(of sheet: CommandSheet) throws {
    if !sheet.usage.contains("FILTER"), !chosen([]).isEmpty { throw withoutFilter(sheet.about) }
    // Another report's options are for that one to know.
    guard !sheet.usage.contains("OPTIONS") else { return }
    let given = [("--by", options.by), ("-p", options.period)]
    guard let (option, _) = given.first(where: { $1 != nil && !sheet.usage.contains($0 + " ") }) else {
      return
    }
    throw Complaint(
      .usage, sheet.about + Text(": takes no \(option)", ": 不能用 \(option)", ": 不能用 \(option)"),
      try: UsageCheck.help(sheet.id))
  }

  /// The complaint about a filter where none is asked.
  func withoutFilter(_ what: Text) -> Complaint {
    let option = options.where == nil ? "--view" : "--where"
    return Complaint(
      .usage, what + Text(": takes no \(option)", ": 不能用 \(option)", ": 不能用 \(option)"),
      try: "gendan list \(option) …")
  }

  /// The terms of a filter with those of the views that they name: `view:急`, `视图:急`.
  func expanded(_ words: [String], in reading: Reading) throws -> [String] {
    try words.flatMap { word -> [String] in
      let parts = word.replacing("：", with: ":").split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, ViewCommand.words.contains(folded(parts[0])) else { return [word] }
      return try SavedView.named(parts[1], in: reading.db).terms
    }
  }
}
