import Gendan
import GendanOutput

/// Which columns a person chose.
struct ColumnChoice {
  private let words: [String]
  private let standard: [String]?

  /// Reads `no,due` or `+cause,-qty`; the latter changes the standard columns.
  init(_ text: String, standard: [String]?) {
    words = text.split { $0 == "," || $0 == "，" }.map { String($0.trimmed) }
    self.standard = standard
  }

  /// The ids that the person names: they are shown however narrow the screen is.
  func named(of document: Document) -> Set<String> {
    let isChange = words.contains { $0.hasPrefix("+") || $0.hasPrefix("-") }
    let kept = isChange ? words.filter { $0.hasPrefix("+") } : words
    return Set(
      ColumnChoice(
        kept.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }.joined(separator: ","), standard: nil
      ).ids(of: document))
  }

  /// The ids, in their order; headings of any language are understood.
  func ids(of document: Document) -> [String] {
    let columns = document.tables.flatMap(\.columns)
    func id(_ word: some StringProtocol) -> String {
      let word = String(word)
      if columns.contains(where: { $0.id == word }) { return word }
      return columns.first { folded($0.title) == folded(word) }?.id ?? OrderField.named(word)?.rawValue
        ?? word
    }
    guard words.contains(where: { $0.hasPrefix("+") || $0.hasPrefix("-") }) else { return words.map(id) }
    var chosen = standard ?? columns.map(\.id)
    for word in words {
      let name = id(word.drop { $0 == "+" || $0 == "-" })
      chosen.removeAll { $0 == name }
      if !word.hasPrefix("-") { chosen.append(name) }
    }
    return chosen
  }
}
