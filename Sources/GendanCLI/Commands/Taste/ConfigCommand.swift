import ArgumentParser
import Gendan
import GendanOutput

/// `config`: a person's own taste, in a file of their own.
struct ConfigCommand: NounCommand {
  static let word = "config"
  static let chinese = ["配置", "個人設定"]
  static let about = Text("one's own language, colours, columns", "个人的语言, 颜色, 列", "個人的語言, 顏色, 欄")
  static let verbs: [any BookCommand.Type] = [ConfigList.self, ConfigSet.self, ConfigRemove.self]
}

/// What is set, and where each value comes from.
struct ConfigList: BookCommand {
  static let sheet = CommandSheet(
    id: "config.list", word: "list", chinese: ["列表"],
    about: Text("what is set, and where", "列出配置和来源", "列出設定和來源"), usage: "[--show-origin]",
    examples: ["config list", "config list --show-origin"], part: .admin)

  @Flag(name: .customLong("show-origin")) var showOrigin = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let rows = ConfigValue.all(at: desk)
    var answer = Answer(
      "config",
      Listing<ConfigValue>(
        id: "config", language: desk.language,
        fields: [
          .init("key", Text("Key", "键", "鍵")) { Cell($0.key) },
          .init("value", Text("Value", "值", "值"), shrinks: true) { Cell($0.value) },
          .init("origin", Text("Where from", "来源", "來源"), shrinks: true) { Cell($0.origin[desk.language]) },
        ]
      ).list(rows))
    answer.columns = ["key", "value"] + (showOrigin ? ["origin"] : [])
    return answer
  }
}

/// A value in force, and where it comes from: the nearest to the line counts.
struct ConfigValue {
  let key: String
  let value: String
  let origin: Text

  /// Every key that has a value.
  static func all(at desk: Desk) -> [ConfigValue] {
    let options = desk.options
    let sources: [String: (option: (String, String?), variable: String, standard: String)] = [
      "db": (("--db", options.db), "GENDAN_DB", desk.place),
      "user": (("--as", options.as), "GENDAN_USER", desk.surroundings.login),
      "lang": (("--lang", options.lang), "GENDAN_LANG", desk.language.rawValue),
      "ambiguous": (("--ambiguous", options.ambiguous), "", "1"),
      "color": (("--color", options.color), "", "auto"),
      "width": (("--width", options.width), "COLUMNS", ""),
      "hints": (("", nil), "", "true"),
      "pager": (("--pager", options.pager), "GENDAN_PAGER", "less -FRSX"),
    ]
    let set = Dictionary(
      desk.configuration.entries().map { ($0.key, $0.entry) }, uniquingKeysWith: { entry, _ in entry })
    let known = Configuration.keys.compactMap { key -> ConfigValue? in
      guard let source = sources[key] else { return nil }
      if let typed = source.option.1 {
        return ConfigValue(key: key, value: typed, origin: Text(verbatim: source.option.0))
      }
      if !source.variable.isEmpty, let value = desk.environment(source.variable) {
        return ConfigValue(key: key, value: value, origin: Text(verbatim: source.variable))
      }
      if let entry = set[key] {
        return ConfigValue(key: key, value: entry.value, origin: Text(verbatim: entry.origin))
      }
      guard !source.standard.isEmpty else { return nil }
      return ConfigValue(key: key, value: source.standard, origin: Text("built in", "内置", "內建"))
    }
    let others = set.filter { !Configuration.keys.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ConfigValue(key: $0.key, value: $0.value.value, origin: Text(verbatim: $0.value.origin)) }
    return known + others
  }
}

/// Sets a key in the person's own file.
struct ConfigSet: BookCommand {
  static let sheet = CommandSheet(
    id: "config.set", word: "set", chinese: ["改"],
    about: Text("set a key in one's own file", "改个人配置", "改個人設定"), usage: "KEY VALUE",
    examples: ["config set lang zh-Hans", "config set columns.list no,customer,due,late"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 2 else {
      throw Complaint(
        .usage, Text("a key and a value are needed", "要写键和值", "要寫鍵和值"), try: "gendan config set lang zh-Hans")
    }
    let key = try Self.known(words[0])
    if key == "lang", words[1] != "auto" {
      _ = try UserWord.language(words[1], try: "gendan config set lang zh-Hans")
    }
    if key == "hints", !["true", "false"].contains(words[1]) {
      throw Complaint(
        .usage, Text("hints is true or false", "hints 只能是 true 或 false", "hints 只能是 true 或 false"),
        try: "gendan config set hints false")
    }
    try desk.configure(key, to: words[1])
    return Answer([Text(verbatim: "\(key) = \(words[1])")])
  }

  /// The key that a word is; throws with the nearest.
  static func known(_ word: String) throws -> String {
    let key = word.prefix { $0 != "." } == "alias" || word.hasPrefix("columns.") ? word : folded(word)
    let isKnown =
      Configuration.keys.contains(key)
      || Configuration.sections.contains { key.hasPrefix($0 + ".") && key.count > $0.count + 1 }
    guard isKnown else {
      let all = Configuration.keys + Configuration.sections.map { $0 + "." }
      throw Complaint(
        .usage, Text("no key \"\(word)\"", "没有配置 \"\(word)\"", "沒有設定 \"\(word)\""),
        facts: [Text("known: ", "可用: ", "可用: ") + all.joined(separator: ", ")],
        tries: ["gendan config list"])
    }
    return key
  }
}

/// Takes a key out of the person's own file.
struct ConfigRemove: BookCommand {
  static let sheet = CommandSheet(
    id: "config.rm", word: "rm", chinese: ["删除", "刪除"],
    about: Text("take a key out of one's own file", "删除个人配置", "刪除個人設定"), usage: "KEY",
    examples: ["config rm pager"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 1 else {
      throw Complaint(.usage, Text("a key is needed", "要写键", "要寫鍵"), try: "gendan config rm pager")
    }
    let key = try ConfigSet.known(words[0])
    try desk.configure(key, to: nil)
    return Answer([Text("removed ", "已删除 ", "已刪除 ") + key])
  }
}

extension Desk {
  /// Whether a list ends with the commands that settle what it shows, for who has not learned them yet.
  var showsHints: Bool { configuration["hints"] != "false" }

  /// Writes a key into the person's own file, or takes it out; throws where what it would say cannot be read.
  func configure(_ key: String, to value: String?) throws {
    let path = Configuration.path(options, environment)
    let old = FileSystem.exists(path) ? String(decoding: try TextFile.read(path).bytes, as: UTF8.self) : ""
    if value == nil, try Configuration(old, path: path)[key] == nil {
      throw Complaint(
        .notFound,
        Text("\"\(key)\" is not set in \(path)", "\(path) 里没有 \"\(key)\"", "\(path) 裡沒有 \"\(key)\""),
        try: "gendan config list --show-origin")
    }
    guard value?.contains(where: { "\"\n".contains($0) }) != true else {
      throw Complaint(
        .usage, Text("a value has no quotes or line ends", "值里不能有引号和换行", "值裡不能有引號和換行"),
        try: "gendan config list")
    }
    let new = Configuration.changed(old, key, to: value)
    _ = try Configuration(new, path: path)
    guard !options.dryRun else { return }
    try FileSystem.makeFolder(of: path)
    try FileSystem.write(Array(new.utf8), to: path, replacing: true)
  }
}
