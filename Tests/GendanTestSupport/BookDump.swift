import Gendan

/// Every row of every table of a book as text, to tell whether a command changed anything.
public struct BookDump {
  private let database: any Database

  /// Watches the book at a place.
  public init(_ place: String) throws { database = try TestDatabase.open(place) }

  /// The tables, as schema.sql names them.
  private static let tables = Schema.text.split(separator: "\n").filter { $0.hasPrefix("CREATE TABLE ") }
    .map { String($0.dropFirst(13).prefix { $0 != " " }) }

  /// What the book holds now, its journal included.
  public func text() throws -> String { try text(Self.tables) }

  /// What the journaled tables hold now: what undo takes back, and redo brings again.
  public func facts() throws -> String {
    try text(Self.tables.filter { !ChangeSet.unjournaled.contains($0) })
  }

  private func text(_ tables: [String]) throws -> String {
    try database.read { db in
      var text = ""
      for table in tables {
        text += table + "\n"
        let count = try db.columns(of: table).count
        text += try db.all("SELECT * FROM \(name: table) ORDER BY 1") { row in
          (0..<count).map { row.isNull($0) ? "-" : row.text($0) }.joined(separator: "|")
        }.joined(separator: "\n")
      }
      return text
    }
  }

  /// How many events there are.
  public func events() throws -> Int { try database.read { try $0.count("SELECT count(*) FROM events") } }
}
