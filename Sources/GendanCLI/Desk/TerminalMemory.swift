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

  init(path: String?, now: Instant) {
    self.path = path
    self.now = now
    guard let path, FileSystem.exists(path) else { return }
    do {
      let lines = String(decoding: try TextFile.read(path).bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.count >= 4 else { return }
      book = lines[0]
      shownAt = Instant(lines[1]) ?? shownAt
      rows = lines[2].split(separator: " ").map(String.init)
      touched = lines[3].split(separator: " ").map(String.init)
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

  private mutating func open(_ book: String) {
    guard self.book != book else { return }
    self.book = book
    rows = []
    touched = []
  }

  private func save() {
    guard let path else { return }
    let text = [book, shownAt.description, rows.joined(separator: " "), touched.joined(separator: " "), ""]
      .joined(separator: "\n")
    do {
      try FileSystem.makeFolder(of: path)
      try FileSystem.write(Array(text.utf8), to: path, replacing: true)
    } catch {
      // A memory that cannot be written is missed only by the next row number.
    }
  }
}
