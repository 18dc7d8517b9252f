import Gendan
import GendanOutput

/// What belongs in one place of a command's line, as its usage says it.
enum CompletionSlot: Equatable {
  case orders, productions, steps, customers, products, users, departments, routes, resources
  case dates, periods, filters, views, reports, formats, commands, files
  /// Words that stand there as they are: `ship|hold`.
  case words([String])
  /// One of the kinds that a command knows.
  case kinds([Kind])

  /// A kind, as it is typed and as it is called.
  struct Kind: Equatable {
    let id: String
    let words: Text

    /// Whether a text means it, by its id or its name in any language.
    func isCalled(_ text: String) -> Bool { ([id] + words.all).contains { folded($0) == folded(text) } }
  }

  /// What a token of a usage line stands for; several where it says `REF|MO`, none where only a person knows.
  static func reading(_ token: String) -> [CompletionSlot] {
    let parts = token.filter { !"[]…".contains($0) }.split(separator: "|").map(String.init)
    let words = parts.filter { $0.contains(where: \.isLowercase) && !$0.contains("=") }
    if !words.isEmpty { return [.words(words)] }
    return parts.compactMap {
      named($0.split(whereSeparator: { ".=/".contains($0) }).first.map(String.init) ?? $0)
    }
  }

  /// The same in the line of a command: which kinds there are differs from one to the next.
  static func reading(_ token: String, of id: String) -> [CompletionSlot] {
    if token.filter({ !"[]".contains($0) }) == "KIND", let kinds = kinds(of: id) { return [.kinds(kinds)] }
    // What stands behind an equals sign is not the word's beginning.
    return token.contains("=") && token.contains("|") ? [] : reading(token)
  }

  private static func kinds(of id: String) -> [Kind]? {
    func all<K: CaseIterable & RawRepresentable & Worded>(_ type: K.Type) -> [Kind]
    where K.RawValue == String {
      type.allCases.map { Kind(id: $0.rawValue, words: $0.words) }
    }
    switch id {
    case "problem.add", "problem.list", "order.promise", "order.split", "delay.cause": return all(Cause.self)
    case "document.add": return all(DocumentKind.self)
    case "contact.log", "contact.list": return all(ContactKind.self)
    default: return nil
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
    case "--bom": [.words(["yes", "no"])]
    case "--header": [.words(["id", "label", "both"])]
    case "--paper": [.words(PageFormat.Size.allCases.map(\.rawValue))]
    case "-o", "--output", "--db", "--config": [.files]
    case "-c", "--columns", "-s", "--sort", "-L", "--limit", "--by", "--width", "--reason", "--wait",
      "--encoding", "--ambiguous", "--confirm", "--sign", "--page-lines", "--printer", "--copies":
      []
    default: nil
    }
  }
}
