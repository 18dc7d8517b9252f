import GendanTestSupport

/// A desk at a book that was prepared for it.
struct ScenarioDesk {
  /// Where the book is.
  let place: String
  /// The files that its document brings, by name: where they are.
  private(set) var files: [String: String] = [:]
  private let desk: TestDesk

  /// `shop` is a shop without orders, `demo` the demonstration book, `none` a place without a book.
  init(_ book: String) throws {
    place = try book == "shop" ? TestDatabase.makeBook() : TestDatabase.makeURL()
    desk = try TestDesk()
    switch book {
    case "shop": try ShopBook.fill(place)
    case "demo": _ = try run(["demo", "--as", "wangfang"])
    case "none": break
    default: throw UnknownBook(name: book)
    }
  }

  private struct UnknownBook: Error { let name: String }

  /// Brings a file.
  mutating func file(_ name: String, _ text: String) throws { files[name] = try desk.file(name, text) }

  /// Runs one line; a width is that of the page, and somebody who answers sits at a terminal.
  func run(
    _ words: [String], lang: String = "en", today: String = "2026-03-16 08:05", width: Int? = nil,
    answering: [String] = [], input: [String] = []
  ) throws -> TestDesk.Result {
    var environment = ["GENDAN_DB": place]
    if let width { environment["COLUMNS"] = String(width) }
    return try desk.run(
      words, lang: lang, today: today, answering: answering, input: input, environment: environment)
  }
}
