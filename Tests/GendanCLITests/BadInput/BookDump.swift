import Gendan
import GendanTestSupport

@testable import GendanCLI

/// Every row of every table of a book as text, to tell whether a command changed anything.
struct BookDump {
  private let database: any Database

  /// Watches the book at a place.
  init(_ place: String) throws { database = try TestDatabase.open(place) }

  /// The tables, as schema.sql names them.
  private static func tables() throws -> [String] {
    let schema = String(
      decoding: try TextFile.read(ScenarioDocument.root + "/schema.sql").bytes, as: UTF8.self)
    return schema.split(separator: "\n").filter { $0.hasPrefix("CREATE TABLE ") }
      .map { String($0.dropFirst(13).prefix { $0 != " " }) }
  }

  /// What the book holds now.
  func text() throws -> String {
    try database.read { db in
      var text = ""
      for table in try Self.tables() {
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
  func events() throws -> Int { try database.read { try $0.count("SELECT count(*) FROM events") } }
}
