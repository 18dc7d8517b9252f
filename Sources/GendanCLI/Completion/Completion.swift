import Gendan
import GendanOutput

/// What the word at the cursor may become, for shells and for `gendan shell`.
struct Completion {
  private let words: [String]
  private let desk: Desk
  /// The word at the cursor.
  private let word: String

  /// The words of the line after the program's name; the last, perhaps empty, is the one at the cursor.
  init(_ words: [String], at desk: Desk) {
    self.words = Array(words.dropLast())
    word = words.last ?? ""
    self.desk = desk
  }

  /// What fits, the likeliest first.
  func suggestions() throws -> [Suggestion] {
    let line = words.drop { $0.hasPrefix("-") }
    guard let first = line.first else {
      return word.hasPrefix("-")
        ? options(nil) : commands() + (try Reference(word) == nil ? [] : fill(.orders))
    }
    if Reference(first) != nil { return options(OrderShow.sheet) }
    if let noun = GendanCommand.nouns.first(where: { $0.words.contains(folded(first)) }) {
      guard line.count > 1 else { return fitting(noun.verbs.map { ($0.sheet.word, $0.sheet.about) }) }
      let verb = folded(line[line.startIndex + 1])
      let sheet = noun.verbs.first { $0.sheet.words.contains(verb) }?.sheet
      return try sheet.map { try of($0, Array(line.dropFirst(2))) } ?? []
    }
    guard let sheet = GendanCommand.verb({ $0.words.contains(folded(first)) })?.sheet else { return [] }
    return try of(sheet, Array(line.dropFirst()))
  }

  /// What fits a place by itself.
  func suggestions(for slot: CompletionSlot) throws -> [Suggestion] { try fill(slot) }

  /// Within the line of a command; `rest` are the words before the cursor.
  private func of(_ sheet: CommandSheet, _ rest: [String]) throws -> [Suggestion] {
    let usage = UsageLine(sheet.usage)
    if word.hasPrefix("-") { return options(sheet) }
    if let last = rest.last, last.hasPrefix("-") {
      if let slots = CompletionSlot.ofGlobal(last)
        ?? usage.options[last].map({ _ in usage.slots(of: last, of: sheet.id) })
      {
        if !slots.isEmpty || usage.options[last] != "" { return try slots.flatMap(fill) }
      }
    }
    return try usage.slots(at: usage.filling(rest).count, of: sheet.id).flatMap(fill)
  }

  private func fill(_ slot: CompletionSlot) throws -> [Suggestion] {
    func named(_ noun: Noun) throws -> [Suggestion] {
      try desk.read { try Suggestion.named(noun, word.lowercased(), in: $0.db) }
    }
    switch slot {
    case .orders:
      return try desk.read { try Suggestion.orders(folded(word), in: $0.db) }
    case .productions: return try desk.read { try Suggestion.productions(folded(word), in: $0.db) }
    case .steps: return begun(try steps())
    case .customers: return try named(.customer)
    case .products: return try named(.product)
    case .users: return try named(.user)
    case .departments: return try named(.department)
    case .routes: return try named(.route)
    case .resources: return try named(.resource)
    case .dates: return try desk.read { try CompletionDates(desk, $0).suggestions(word) }
    case .periods: return begun(CompletionDates.periods(desk.language))
    case .filters: return try filters()
    case .views: return begun(try views())
    case .reports:
      return begun(ReportName.builtIn.map { Suggestion($0.word, $0.about[desk.language]) } + (try saved()))
    case .formats: return begun(Presentation.Format.allCases.map { Suggestion($0.rawValue, "") })
    case .commands: return commands()
    case .files: return []
    case .words(let words): return begun(words.map { Suggestion($0, "") })
    case .kinds(let kinds): return begun(kinds.map { Suggestion($0.id, $0.words[desk.language]) })
    }
  }

  private func views() throws -> [Suggestion] {
    try desk.read { try SavedView.all(in: $0.db) }.map {
      Suggestion($0.name, $0.terms.joined(separator: " "))
    }
  }

  private func saved() throws -> [Suggestion] {
    try desk.read { try SavedReport.all(in: $0.db) }.map { Suggestion($0.name, $0.title ?? $0.base) }
  }

  /// The steps of the order that the line names.
  private func steps() throws -> [Suggestion] {
    guard let named = words.first(where: { Reference($0) != nil }), let reference = Reference(named) else {
      return []
    }
    return try desk.read { reading in
      if case .number(let no, _) = reference { return try Suggestion.steps(of: no, in: reading.db) }
      return try desk.orders(reference, typed: named, in: reading).first
        .map { try Suggestion.steps(of: $0.order.no, in: reading.db) } ?? []
    }
  }

  /// Fields with a colon, then the values of the field.
  private func filters() throws -> [Suggestion] {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      let fields = OrderField.allCases.map { field in
        let name = desk.language == .english ? field.rawValue : field.words[desk.language]
        return Suggestion(name + ":", desk.language == .english ? "" : field.rawValue)
      }
      return begun(fields + ["is:", "not:is:", "view:"].map { Suggestion($0, "") })
    }
    let head = String(word[...colon])
    let value = String(word[word.index(after: colon)...])
    let key = String(folded(head).dropLast())
    return try Completion([value], at: desk).values(of: key).map { Suggestion(head + $0.value, $0.note) }
  }

  private func values(of key: String) throws -> [Suggestion] {
    if key == "is" || key == "not:is" {
      return begun(StateWord.allCases.map { Suggestion($0.rawValue, $0.words[desk.language]) })
    }
    switch OrderField.named(key) {
    case .customer: return try fill(.customers)
    case .product: return try fill(.products)
    case .clerk: return try fill(.users)
    case .dept: return try fill(.departments)
    case .cause: return begun(Cause.allCases.map { Suggestion($0.rawValue, $0.words[desk.language]) })
    case .due, .want, .promise, .first: return try fill(.periods)
    default: return []
    }
  }

  private func commands() -> [Suggestion] {
    let verbs = GendanCommand.verbs.map { ($0.sheet.word, $0.sheet.chinese, $0.sheet.about) }
    let nouns = GendanCommand.nouns.map { ($0.word, $0.chinese, $0.about) }
    return (verbs + nouns).flatMap { word, chinese, about in
      // A Chinese name is offered to who types Chinese, so that the list stays short.
      let names = self.word.utf8.first.map { $0 >= 0x80 } ?? false ? chinese : [word]
      return fitting(names.map { ($0, about) })
    }
  }

  private func options(_ sheet: CommandSheet?) -> [Suggestion] {
    let own = sheet.map { UsageLine($0.usage).options.keys.sorted() } ?? []
    let global = [
      "--json", "--output", "--format", "--columns", "--sort", "--limit", "--lang", "--dry-run", "--help",
    ]
    return begun((own + global.filter { !own.contains($0) }).map { Suggestion($0, "") })
  }

  private func fitting(_ words: [(String, Text)]) -> [Suggestion] {
    begun(words.map { Suggestion($0.0, $0.1[desk.language]) })
  }

  /// Those that begin as the word does, whatever its case and width.
  private func begun(_ suggestions: [Suggestion]) -> [Suggestion] {
    let typed = folded(word)
    return suggestions.filter { folded($0.value).hasPrefix(typed) }
  }
}

/// Dates that are often typed, each with the day that it means.
struct CompletionDates {
  private let desk: Desk
  private let reading: Reading
  private let dates: DateWords

  init(_ desk: Desk, _ reading: Reading) throws {
    self.desk = desk
    self.reading = reading
    dates = try desk.dateWords(reading)
  }

  /// What was typed, where it is a day already, then the usual ones that begin so.
  func suggestions(_ typed: String) throws -> [Suggestion] {
    let usual =
      desk.language == .english
      ? ["today", "tomorrow", "+1wd", "+3wd", "+5wd", "fri", "eow", "eom", "preholiday", "postholiday"]
      : ["今天", "明天", "后天", "+1工作日", "+3工作日", "+5工作日", "周五", "下周五", "月底", "节前", "节后"]
    let words = (typed.isEmpty ? [] : [typed]) + usual.filter { folded($0).hasPrefix(folded(typed)) }
    let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .plan)
    return words.compactMap { word in
      do {
        return Suggestion(word, desk.say(dates.echo(try DatePhrase.parse(word, in: context))))
      } catch {
        // Half a date is none yet.
        return nil
      }
    }
  }

  /// Periods that are often asked for.
  static func periods(_ language: Language) -> [Suggestion] {
    let words =
      language == .english
      ? ["today", "yesterday", "week", "lastweek", "month", "lastmonth", "mtd", "ytd", "7d", "30d"]
      : ["今天", "昨天", "本周", "上周", "本月", "上月", "本季", "今年", "近30天"]
    return words.map { Suggestion($0, "") }
  }
}
