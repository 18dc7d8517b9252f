import ArgumentParser
import Gendan
import GendanOutput

/// Import profiles: which columns of a source's files hold which fields.
struct ProfileCommand: NounCommand {
  static let word = "profile"
  static let chinese = ["档案", "設定檔"]
  static let about = Text("column maps of imported files", "导入的列对应档案", "匯入的欄對應設定檔")
  static let verbs: [any BookCommand.Type] = [
    ProfileList.self, ProfileShow.self, ProfileSave.self, ProfileRemove.self,
  ]
}

/// Lists the profiles.
struct ProfileList: BookCommand {
  static let sheet = CommandSheet(
    id: "profile.list", word: "list", chinese: ["列表"], about: Text("list the profiles", "列出导入档案", "列出匯入設定檔"),
    usage: "", examples: ["profile list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    ProfileList.answer(try desk.read { try ImportProfile.all(in: $0.db) }, desk.language)
  }

  /// A table of profiles, a row a profile.
  static func answer(_ profiles: [ImportProfile], _ language: Language) -> Answer {
    let columns = [
      Column("name", Text("Name", "名称", "名稱")[language]), Column("kind", Text("Kind", "种类", "種類")[language]),
      Column("map", Text("Columns", "列对应", "欄對應")[language], shrinks: true),
    ]
    let rows = profiles.map { profile -> Table.Row in
      let kind = ImportKind(rawValue: profile.kind)?.words[language] ?? profile.kind
      return .cells([
        Cell(profile.name), Cell(kind, code: profile.kind),
        Cell(profile.map.replacing("\n", with: " + ")),
      ])
    }
    return Answer("profiles", Document([.table(Table("profiles", columns: columns, rows: rows))]))
  }
}

/// Shows one profile.
struct ProfileShow: BookCommand {
  static let sheet = CommandSheet(
    id: "profile.show", word: "show", chinese: ["看"], about: Text("show a profile", "看导入档案", "看匯入設定檔"),
    usage: "NAME", examples: ["profile show 宏达机械"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try ProfileSave.name(words)
    return ProfileList.answer([try desk.read { try ImportProfile.named(name, in: $0.db) }], desk.language)
  }
}

/// Saves a profile that is written by hand.
struct ProfileSave: BookCommand {
  static let sheet = CommandSheet(
    id: "profile.save", word: "save", chinese: ["保存", "儲存"],
    about: Text("save a profile", "保存导入档案", "儲存匯入設定檔"), usage: "NAME --map FIELD=COLUMN,… [--kind KIND]",
    examples: ["profile save 宏达机械 --map po=PO号,qty=数量 --kind orders"], part: .admin)

  @Argument var words: [String] = []
  @Option var map: String?
  @Option(name: .customLong("map-lines")) var mapLines: String?
  @Option var kind: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try Self.name(words)
    guard let map else {
      throw Complaint(.usage, Text("--map is missing", "缺少 --map", "缺少 --map"), try: "--map po=B,qty=E")
    }
    let kind: ImportKind = try kind.map { try Spelling.read($0, as: Text("kind", "种类", "種類")) } ?? .orders
    let maps = [map] + (mapLines.map { [$0] } ?? [])
    return try desk.write { writing, answer in
      try writing.save(
        ImportProfile(name: name, kind: kind.rawValue, map: maps.joined(separator: "\n")))
      writing.entry.subject = name
      answer.echo = [Text("profile saved: ", "已保存档案: ", "已儲存設定檔: ") + name]
    }
  }

  /// The name that the words give.
  static func name(_ words: [String]) throws -> String {
    guard !words.isEmpty else {
      throw Complaint(
        .usage, Text("a profile is missing", "缺少档案名", "缺少設定檔名"), try: "gendan profile list")
    }
    return words.joined(separator: " ")
  }
}

/// Forgets a profile.
struct ProfileRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "profile.rm", word: "rm", chinese: ["删除", "刪除"], about: Text("forget a profile", "删除导入档案", "刪除匯入設定檔"),
    usage: "NAME", examples: ["profile rm 宏达机械"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try ProfileSave.name(words)
    return try desk.write { writing, answer in
      try writing.removeProfile(name)
      answer.echo = [Text("profile forgotten: ", "已删除档案: ", "已刪除設定檔: ") + name]
    }
  }
}
