import Gendan
import GendanPostgres
import GendanSQLite

/// Where a book is kept: a file, or a PostgreSQL server's URL. The one place that chooses a driver.
struct Place {
  let text: String

  init(_ text: String) { self.text = text }

  var isServer: Bool { text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") }

  func open(wait: Int) throws -> any Database {
    if isServer { return try Postgres.open(url: text, wait: wait) }
    return try SQLiteDatabase(path: text, wait: wait)
  }

  func create(wait: Int) throws -> any Database {
    if isServer { return try Postgres.create(url: text, wait: wait) }
    try FileSystem.makeFolder(of: text)
    return try SQLiteDatabase.create(at: text, wait: wait)
  }
}
