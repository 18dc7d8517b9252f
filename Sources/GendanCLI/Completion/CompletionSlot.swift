/// What belongs in one place of a command's line, as its usage says it.
enum CompletionSlot: Equatable {
  case orders, productions, steps, customers, products, users, departments, routes, resources
  case dates, periods, filters, views, reports, formats, commands, files
  /// Words that stand there as they are: `ship|hold`.
  case words([String])

  /// What a token of a usage line stands for; several where it says `REF|MO`, none where only a person knows.
  static func reading(_ token: String) -> [CompletionSlot] {
    let parts = token.filter { !"[]…".contains($0) }.split(separator: "|").map(String.init)
    let words = parts.filter { $0.contains(where: \.isLowercase) && !$0.contains("=") }
    if !words.isEmpty { return [.words(words)] }
    return parts.compactMap {
      named($0.split(whereSeparator: { ".=/".contains($0) }).first.map(String.init) ?? $0)
    }
  }

  private static func named(_ name: String) -> CompletionSlot? {
    switch name {
    case "REF", "ORDER": .orders
    case "MO", "PRODUCTION-ORDER", "INTO-MO": .productions
    case "STEP": .steps
    case "CUSTOMER": .customers
    case "PRODUCT": .products
    case "LOGIN", "USER", "CLERK", "WHO": .users
    case "DEPARTMENT", "DEPT", "D": .departments
    case "ROUTE", "R": .routes
    case "RESOURCE": .resources
    case "DATE", "DAY", "START", "FINISH": .dates
    case "PERIOD": .periods
    case "FILTER", "WORDS": .filters
    case "COMMAND": .commands
    case "REPORT": .reports
    case "FILE", "FOLDER": .files
    default: nil
    }
  }

  /// What follows an option that every command has.
  static func ofGlobal(_ option: String) -> [CompletionSlot]? {
    switch option {
    case "-O", "--format": [.formats]
    case "-p", "--period": [.periods]
    case "--view": [.views]
    case "--where": [.filters]
    case "--lang": [.words(Language.allCases.map(\.rawValue))]
    case "--as": [.users]
    case "--today": [.dates]
    case "--color", "--pager": [.words(["auto", "always", "never"])]
    case "-o", "--output", "--db", "--config": [.files]
    case "-c", "--columns", "-s", "--sort", "-L", "--limit", "--by", "--width", "--reason", "--wait",
      "--encoding", "--bom", "--header", "--ambiguous", "--confirm", "--paper", "--sign", "--page-lines":
      []
    default: nil
    }
  }
}

/// The places of a command's line, read from its usage.
struct CompletionUsage {
  /// What the words after the command are, in order.
  private var positions: [String] = []
  /// What follows each option; an option without a value has an empty text.
  private(set) var options: [String: String] = [:]
  /// How many words the longest of its forms takes.
  private var capacity = 0

  init(_ usage: String) {
    var words = usage.split(separator: " ").map(String.init)[...]
    var isQuoted = false
    var form = 0
    while let word = words.popFirst() {
      let name = word.filter { !"[]".contains($0) }
      if name == "|" {
        form = 0
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
        form += 1
        capacity = max(capacity, form)
        continue
      }
      let takesValue = !word.hasSuffix("]") && words.first.map { !$0.hasPrefix("[-") && $0 != "|" } ?? false
      options[name] = takesValue ? words.popFirst() ?? "" : ""
      isQuoted = options[name]?.count { $0 == "\"" } == 1
    }
  }

  /// The first of the words for which no place is left; nil where the last may be many, as those of a name.
  func surplus(of words: [String]) -> String? {
    guard words.count > capacity, !positions.contains(where: Self.takesMany) else { return nil }
    return words[capacity]
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
        skips = CompletionSlot.ofGlobal(word) != nil || (options[word] ?? "") != ""
      } else {
        filling.append(word)
      }
    }
    return filling
  }

  /// What the word at a place is; the last place repeats where it ends in dots.
  func slots(at place: Int) -> [CompletionSlot] {
    if positions.indices.contains(place) { return CompletionSlot.reading(positions[place]) }
    guard let last = positions.last, last.contains("…") else { return [] }
    return CompletionSlot.reading(last)
  }
}
