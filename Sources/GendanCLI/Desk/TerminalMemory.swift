import Gendan

/// What one terminal showed and touched last: rows of the last list, and orders for `^`.
///
/// It is a small file of the person's own and not part of the book; a lost one costs nothing.
struct TerminalMemory {
  private let path: String?
  private let now: Instant
  private var book = ""
  private var shownAt = Instant(seconds: 0)
  private var rows: [String] = []
  private var touched: [String] = []
  /// The newest event that was known when each order was last looked at, the last one first.
  private var seen: [(order: String, event: Int64)] = []

  init(path: String?, now: Instant) {
    self.path = path
    self.now = now
    guard let path, FileSystem.exists(path) else { return }
    do {
      let lines = String(decoding: try TextFile.read(path).bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.count >= 5 else { return }
      book = lines[0]
      shownAt = Instant(lines[1]) ?? shownAt
      rows = lines[2].split(separator: " ").map(String.init)
      touched = lines[3].split(separator: " ").map(String.init)
      seen = lines[4].split(separator: " ").compactMap { pair in
        let parts = pair.split(separator: "=").map(String.init)
        return parts.count == 2 ? Int64(parts[1]).map { (parts[0], $0) } : nil
      }
    } catch {
      // An unreadable memory is an empty one: row numbers are then refused with a sentence.
    }
  }

  /// The order in a row of the last list of this book, if it is not older than eight hours.
  func row(_ number: Int, book: String) -> String? {
    guard self.book == book, now - shownAt <= 8 * 3600, rows.indices.contains(number - 1) else { return nil }
    return rows[number - 1]
  }

  /// Seconds since the rows were shown.
  var age: Int64 { now - shownAt }

  /// The order touched last (1), or the one before (2) …
  func last(_ number: Int, book: String) -> String? {
    self.book == book && touched.indices.contains(number - 1) ? touched[number - 1] : nil
  }

  /// Remembers a list's rows.
  mutating func show(_ orders: [String], book: String) {
    open(book)
    rows = Array(orders.prefix(99))
    shownAt = now
    save()
  }

  /// Remembers orders that were acted on, the last one first.
  mutating func touch(_ orders: [String], book: String) {
    guard !orders.isEmpty else { return }
    open(book)
    for order in orders { touched = [order] + touched.filter { $0 != order }.prefix(8) }
    save()
  }

  /// Whether anything is remembered here: a script has no terminal.
  var isKept: Bool { path != nil }

  /// Remembers that orders were looked at, and the newest event that was known then. A glance, at a row of a list, does
  /// not tell all of an order: what was known of it before still counts.
  mutating func see(_ orders: [String], at event: Int64, book: String, isGlance: Bool = false) {
    open(book)
    let known = isGlance ? Set(seen.map(\.order)) : []
    let orders = orders.filter { !known.contains($0) }
    guard !orders.isEmpty else { return }
    let shown = Set(orders)
    seen = (orders.prefix(99).map { ($0, event) } + seen.filter { !shown.contains($0.order) }.prefix(99))
    save()
  }

  /// The newest event that was known when each of some orders was looked at.
  func seen(_ orders: [String], book: String) -> [String: Int64] {
    guard self.book == book else { return [:] }
    let asked = Set(orders)
    return Dictionary(seen.filter { asked.contains($0.order) }.map { ($0, $1) }) { first, _ in first }
  }

  private mutating func open(_ book: String) {
    guard self.book != book else { return }
    self.book = book
    rows = []
    touched = []
    seen = []
  }

  private func save() {
    guard let path else { return }
    let lists = [rows, touched, seen.map { "\($0.order)=\($0.event)" }]
    let text = ([book, shownAt.description] + lists.map { $0.joined(separator: " ") } + [""])
      .joined(separator: "\n")
    do {
      try FileSystem.makeFolder(of: path)
      try FileSystem.write(Array(text.utf8), to: path, replacing: true)
    } catch {
      // A memory that cannot be written is missed only by the next row number.
    }
  }
}
