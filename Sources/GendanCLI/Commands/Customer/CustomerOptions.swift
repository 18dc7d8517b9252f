import ArgumentParser
import Gendan

/// Which customers a list is about: the same words in every list.
struct CustomerOptions: ParsableArguments {
  @Option var `class`: String?
  @Option var type: String?
  @Option var region: String?
  @Option var terms: String?
  @Option var clerk: String?
  @Flag var mine = false

  /// What the options say after a list's own words.
  static let usage = "[--mine] [--class C] [--type T] [--region R] [--terms T] [--clerk WHO|me]"

  /// The filter; `me` is the person who asks.
  func filter(words: [String] = [], at desk: Desk, in reading: Reading) throws -> CustomerFilter {
    var filter = CustomerFilter(words: words)
    filter.class = try `class`.map { try Spelling.read($0, as: CustomerWord.class.words) }
    filter.type = try type.map { try Spelling.read($0, as: CustomerWord.type.words) }
    filter.region = region.filled
    filter.terms = terms.filled
    filter.clerk = try clerk.map { text in
      ["me", "我"].contains(folded(text)) ? desk.actor.login : try User.named(text, in: reading.db).login
    }
    filter.owner = mine ? desk.actor.login : nil
    return filter
  }
}
