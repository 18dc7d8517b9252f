import ArgumentParser
import Gendan
import GendanOutput

/// `alias`: one's own names for lines that are often typed.
struct AliasCommand: NounCommand {
  static let word = "alias"
  static let chinese = ["别名", "別名"]
  static let about = Text("one's own names for lines", "自己起的命令名", "自己取的命令名")
  static let verbs: [any BookCommand.Type] = [AliasList.self, AliasSet.self, AliasRemove.self]
}

/// The names that are set.
struct AliasList: BookCommand {
  static let sheet = CommandSheet(
    id: "alias.list", word: "list", chinese: ["列表"],
    about: Text("list one's own names", "列出别名", "列出別名"), usage: "", examples: ["alias list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    Answer(
      "aliases",
      Listing<(key: String, entry: Configuration.Entry)>(
        id: "aliases", language: desk.language,
        fields: [
          .init("name", Text("Name", "名称", "名稱")) { Cell($0.key) },
          .init("line", Text("Line", "命令", "命令"), shrinks: true) { Cell($0.entry.value) },
        ]
      ).list(desk.configuration.entries(under: "alias")))
  }
}

/// Gives a line a name.
struct AliasSet: BookCommand {
  static let sheet = CommandSheet(
    id: "alias.set", word: "set", chinese: ["改"],
    about: Text("give a line a name", "给一行命令起名", "給一行命令取名"), usage: "NAME LINE…",
    examples: ["alias set 急 list is:risk is:mine", "alias set late overdue"], part: .admin)

  @Argument(parsing: .captureForPassthrough) var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count >= 2 else {
      throw Complaint(
        .usage, Text("a name and a line are needed", "要写名称和命令", "要寫名稱和命令"),
        try: "gendan alias set 急 list is:risk")
    }
    let name = words[0]
    // The line may stand in quotes, as one word.
    let typed = words.count == 2 ? LineWords.split(words[1]) ?? [words[1]] : Array(words.dropFirst())
    let line = Program.line(typed)
    let isTaken =
      GendanCommand.verb { $0.words.contains(folded(name)) } != nil
      || GendanCommand.nouns.contains { $0.words.contains(folded(name)) }
    guard !isTaken, Reference(name) == nil, !name.hasPrefix("-"), !name.contains("=") else {
      throw Complaint(
        .usage, Text("\"\(name)\" means something already", "\"\(name)\" 已经有别的意思", "\"\(name)\" 已經有別的意思"),
        try: "gendan alias set my\(name) \(line)")
    }
    // A line that could not run is no use under any name.
    _ = try Dispatch.request(typed, isTerminal: true)
    try desk.configure("alias.\(name)", to: line.replacing("\"", with: "'"))
    return Answer([Text(verbatim: "\(name) = \(line)")])
  }
}

/// Takes a name away.
struct AliasRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "alias.rm", word: "rm", chinese: ["删除", "刪除"],
    about: Text("take a name away", "删除别名", "刪除別名"), usage: "NAME", examples: ["alias rm 急"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 1 else {
      throw Complaint(.usage, Text("a name is needed", "要写名称", "要寫名稱"), try: "gendan alias rm 急")
    }
    try desk.configure("alias.\(words[0])", to: nil)
    return Answer([Text("removed ", "已删除 ", "已刪除 ") + words[0]])
  }
}
