/// What a line of words asks for, before its options are read.
struct Dispatch: Equatable {
  enum Request: Equatable {
    /// Run the command with these words, options included.
    case run(id: String, words: [String])
    /// Show the overview, or the page of a command or topic.
    case help(String?)
    /// Show the program's version.
    case version
  }

  /// Reads the words after the program's name; throws a complaint that names the nearest command.
  ///
  /// The command is the first word that is not an option; a word that looks like an order means
  /// `show`, and no word at all in a terminal means `today`. No other word is ever guessed.
  static func request(_ arguments: [String], isTerminal: Bool) throws -> Request {
    // A whole line typed with full-width spaces is one word for the shell.
    let wide = arguments.first?.split(separator: "\u{3000}").map(String.init) ?? []
    let arguments = wide.count > 1 ? wide + arguments.dropFirst() : arguments
    var (leading, rest) = leadingOptions(joined(arguments.map(normalised)))
    guard let first = rest.first else {
      if leading.contains("--version") { return .version }
      if leading.contains("-h") || leading.contains("--help") { return .help(nil) }
      guard isTerminal else {
        throw Complaint(
          .usage, Text("a command is missing", "缺少命令", "缺少命令"), try: "gendan today", "gendan help")
      }
      return .run(id: "order.today", words: ["today"] + leading)
    }
    rest.removeFirst()
    let word = folded(first)
    let wantsHelp =
      leading.contains("-h") || leading.contains("--help")
      || rest.prefix { $0 != "--" }.contains { $0 == "-h" || $0 == "--help" }
    if wantsHelp { leading.removeAll { $0 == "-h" || $0 == "--help" } }
    let (id, words, left) = try command(word, typed: first, rest)
    if wantsHelp { return .help(id) }
    return .run(id: id, words: words + leading + left)
  }

  /// The command that a word, or a noun and its verb, name.
  private static func command(
    _ word: String, typed: String, _ rest: [String]
  ) throws -> (id: String, words: [String], rest: [String]) {
    let verb = rest.first.map(folded)
    // A noun with a verb may be a daily verb's canonical form: `order promise` is `promise`. No verb has a
    // digit, as an order has: then there is nothing to look for.
    if let verb, !verb.contains(where: { $0.isASCII && $0.isNumber }),
      let sheet = GendanCommand.verb({ $0.id == word + "." + verb })?.sheet
    {
      return (sheet.id, [sheet.word], Array(rest.dropFirst()))
    }
    if let sheet = GendanCommand.verb({ $0.words.contains(word) })?.sheet {
      if let verb, let noun = GendanCommand.nouns.first(where: { $0.word == sheet.noun }),
        let command = noun.verbs.first(where: { $0.sheet.words.contains(verb) })
      {
        return (command.sheet.id, [noun.word, command.sheet.word], Array(rest.dropFirst()))
      }
      return (sheet.id, [sheet.word], rest)
    }
    if let noun = GendanCommand.nouns.first(where: { $0.words.contains(word) }) {
      if let verb, let command = noun.verbs.first(where: { $0.sheet.words.contains(verb) }) {
        return (command.sheet.id, [noun.word, command.sheet.word], Array(rest.dropFirst()))
      }
      if let first = rest.first, Reference(first) != nil,
        let command = noun.verbs.first(where: { $0.sheet.word == noun.ofOrder })
      {
        return (command.sheet.id, [noun.word, command.sheet.word], rest)
      }
      if let first = rest.first, !first.hasPrefix("-"),
        let command = noun.verbs.first(where: { $0.sheet.word == noun.ofName })
      {
        return (command.sheet.id, [noun.word, command.sheet.word], rest)
      }
      let known = noun.verbs.map { $0.sheet.word }
      if verb == nil || verb?.hasPrefix("-") == true { return try list(of: noun, rest, known) }
      throw unknown(rest[0], near: nearest(to: verb ?? "", among: known), prefix: noun.word, known: known)
    }
    if Reference(typed) != nil { return ("order.show", ["show", typed], rest) }
    let names = GendanCommand.verbs.flatMap { $0.sheet.words } + GendanCommand.nouns.flatMap { $0.words }
    throw unknown(typed, near: nearest(to: word, among: names), prefix: nil, known: [])
  }

  /// A noun alone lists what there is.
  private static func list(
    of noun: any NounCommand.Type, _ rest: [String], _ known: [String]
  ) throws -> (id: String, words: [String], rest: [String]) {
    guard let list = noun.verbs.first(where: { ["list", "show"].contains($0.sheet.word) }) else {
      throw unknown("", near: [], prefix: noun.word, known: known)
    }
    return (list.sheet.id, [noun.word, list.sheet.word], rest)
  }

  private static func unknown(
    _ word: String, near: [String], prefix: String?, known: [String]
  ) -> Complaint {
    let place = prefix.map { $0 + " " } ?? ""
    let labels = near.prefix(3).map { name -> String in
      let sheet = prefix == nil ? GendanCommand.verb { $0.words.contains(name) }?.sheet : nil
      guard let sheet, let chinese = sheet.chinese.first, chinese != name else { return name }
      return "\(name) (\(chinese))"
    }
    var facts: [Text] = []
    if !labels.isEmpty { facts.append(Text("close: ", "相近: ", "相近: ") + labels.joined(separator: ", ")) }
    if labels.isEmpty && !known.isEmpty {
      facts.append(Text("known: ", "可用: ", "可用: ") + known.joined(separator: ", "))
    }
    return Complaint(
      .usage,
      Text("no command \"\(place)\(word)\"", "没有 \"\(place)\(word)\" 这个命令", "沒有 \"\(place)\(word)\" 這個命令"),
      facts: facts,
      tries: [
        near.first { isSlip(word, of: $0) }.map { "gendan \(place)\($0)" }
          ?? "gendan help \(place)".trimmed.description
      ])
  }

  /// The options before the command, with their values, and the rest.
  private static func leadingOptions(_ arguments: [String]) -> (leading: [String], rest: [String]) {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-"), arguments[index] != "-",
      arguments[index] != "---completion"
    {
      index += takesValue(arguments[index]) ? 2 : 1
    }
    index = min(index, arguments.count)
    return (Array(arguments[..<index]), Array(arguments[index...]))
  }

  private static func takesValue(_ option: String) -> Bool { CompletionSlot.ofGlobal(option) != nil }

  /// `-s -late` and `-c -qty`: a value that begins with a minus is joined to its option.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let option = joined.last.flatMap(signed), word.hasPrefix("-"), !word.hasPrefix("--"),
        word.count > 2
      {
        joined[joined.count - 1] = option + "=" + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// The long form of an option whose value may begin with a minus.
  private static func signed(_ option: String) -> String? {
    switch option {
    case "-s", "--sort": "--sort"
    case "-c", "--columns": "--columns"
    default: nil
    }
  }

  /// Options typed in full width become ASCII; `--json` alone asks for every field,
  /// and `--print` for the printer that is everybody's.
  private static func normalised(_ word: String) -> String {
    if word == "--json" || word == "--print" { return word + "=*" }
    if isNegative(word) { return "\u{2212}" + word.dropFirst() }
    guard let first = word.first, "－—".contains(first) else { return word }
    // The value keeps its case, and so does a letter: -L is not -l.
    let name = word.prefix { !"=＝".contains($0) }
    let value = word[name.endIndex...].dropFirst()
    let isLetter = name.count == 2 && name.unicodeScalars.last.map { $0.properties.isUppercase } ?? false
    return (isLetter ? folded(String(name)).uppercased() : folded(String(name)))
      + (name.endIndex == word.endIndex ? "" : "=" + value)
  }

  /// Whether a word is a number below zero and no option: `-0` is one.
  private static func isNegative(_ word: String) -> Bool {
    word.hasPrefix("-") && word != "-0" && word.contains { $0.isASCII && $0.isNumber }
      && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
  }
}
