/// The places of a command's line, read from its usage: completion, the wizard and the check of a line go by them.
struct UsageLine {
  /// What the words after the command are, in order.
  private var positions: [String] = []
  /// What follows each option; an option without a value has an empty text.
  private(set) var options: [String: String] = [:]
  /// The places of the longest of its forms.
  private var longest: [String] = []

  init(_ usage: String) {
    var words = usage.split(separator: " ").map(String.init)[...]
    var isQuoted = false
    var form: [String] = []
    while let word = words.popFirst() {
      let name = word.filter { !"[]".contains($0) }
      if name == "|" {
        form = []
        continue
      }
      guard name.hasPrefix("-") else {
        // The second word of a value in quotes: `--at "DATE HH:MM"`.
        if isQuoted {
          isQuoted = !word.contains("\"")
          continue
        }
        // What comes after a bar replaces the first word: both are known for it.
        positions.append(word)
        form.append(word)
        if form.count > longest.count { longest = form }
        continue
      }
      let takesValue = !word.hasSuffix("]") && words.first.map { !$0.hasPrefix("[-") && $0 != "|" } ?? false
      options[name] = takesValue ? words.popFirst() ?? "" : ""
      isQuoted = options[name]?.count { $0 == "\"" } == 1
    }
  }

  /// The first of the words for which no place is left; nil where the last may be many, as those of a name.
  func surplus(of words: [String]) -> String? {
    guard words.count > longest.count, !positions.contains(where: Self.takesMany) else { return nil }
    return words[longest.count]
  }

  /// A word that seems to be the rest of an option's value, for else it would go on with a name or a text before the
  /// option: the option, its value and the word, `--address`, `浙江省`, `宁波市`. nil where there is none.
  func stray(in line: [String]) -> (option: String, value: String, word: String)? {
    guard let last = longest.last, !last.contains("…"), Self.takesMany(last) else { return nil }
    var filled = 0
    var option: (name: String, value: String)?
    var skips = false
    for word in line {
      if skips {
        skips = false
        option?.value = word
      } else if word.hasPrefix("-") && word != "-" {
        skips = takesValue(word)
        option = skips ? (word, "") : nil
      } else {
        if let option, filled >= longest.count { return (option.name, option.value, word) }
        filled += 1
        option = nil
      }
    }
    return nil
  }

  /// The option that takes a date, such as `--on`; nil where none does.
  var dateOption: String? {
    // Where a date has a place of its own, an option is not what was meant.
    if positions.contains(where: { CompletionSlot.reading($0) == [.dates] }) { return nil }
    return options.keys.filter { slots(of: $0) == [.dates] }.min()
  }

  /// What the value of an option is.
  func slots(of option: String, of id: String = "") -> [CompletionSlot] {
    CompletionSlot.reading(options[option] ?? "", of: id)
  }

  private func takesValue(_ option: String) -> Bool {
    CompletionSlot.ofGlobal(option) != nil || (options[option] ?? "") != ""
  }

  /// Whether a place takes all the words that come: a list, a text or a name with spaces.
  private static func takesMany(_ token: String) -> Bool {
    let names = token.split { !$0.isLetter && $0 != "-" && $0 != "…" }
    return token.contains("…") || names.contains { several.contains(String($0)) }
  }

  private static let several: Set = [
    "TEXT", "NAME", "CUSTOMER", "PRODUCT", "RESOURCE", "PROBLEM", "CODE", "WORD", "COMMAND", "TOPIC",
    "FACTORY",
    "DATE", "DAY", "FINISH", "PERIOD",
  ]

  /// The words of a line that fill places: options and their values do not.
  func filling(_ words: [String]) -> [String] {
    var filling: [String] = []
    var skips = false
    for word in words {
      if skips {
        skips = false
      } else if word.hasPrefix("-") && word != "-" {
        skips = takesValue(word)
      } else {
        filling.append(word)
      }
    }
    return filling
  }

  /// What the word at a place is; the last place repeats where it ends in dots.
  func slots(at place: Int, of id: String = "") -> [CompletionSlot] {
    if positions.indices.contains(place) { return CompletionSlot.reading(positions[place], of: id) }
    guard let last = positions.last, last.contains("…") else { return [] }
    return CompletionSlot.reading(last, of: id)
  }
}
