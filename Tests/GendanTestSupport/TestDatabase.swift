import Foundation
import Gendan
import GendanPostgres
import GendanSQLite
import Glibc
import Synchronization

/// Fresh books for tests, on the engine that is being tested.
///
/// A book is an SQLite file in a folder that lives as long as the test process, unless the
/// environment variable `GENDAN_TEST_POSTGRES` holds the URL of any database of a throw-away server,
/// whole and with the database's name: `postgres://postgres@/postgres?host=/tmp/pg`, which is what
/// `throwaway-postgres.sh start /tmp/pg` prints. Each book then gets a database of its own there;
/// they go with the server.
public enum TestDatabase {
  /// The engine that the tests run on.
  public static var engine: Engine { server == nil ? .sqlite : .postgresql }

  /// A new, empty book.
  public static func make() throws -> any Database {
    try open(makeBook())
  }

  /// A value for `--db` where a new, empty book is.
  ///
  /// On a server it is a copy of the first one: to run the schema takes three times as long there as to copy what it
  /// makes, and would be most of the tests' time.
  public static func makeBook() throws -> String {
    guard server != nil else {
      let place = try makeURL()
      _ = try create(place)
      return place
    }
    let template = try template.withLock { name in
      if let name { return name }
      let made = try newDatabase(from: "template0")
      _ = try create(made.url)
      name = made.name
      return made.name
    }
    return try newDatabase(from: template).url
  }

  /// A value for `--db` where no book is yet: a path, or the URL of a new, empty database.
  public static func makeURL() throws -> String {
    if server != nil { return try newDatabase(from: "template0").url }
    guard let folder = folder.withLock({ $0.path() }) else { throw NoFolder() }
    return "\(folder)/book-\(count.wrappingAdd(1, ordering: .relaxed).newValue).db"
  }

  private static func newDatabase(from template: String) throws -> (name: String, url: String) {
    guard let server else { throw NoServer() }
    let name = "book_\(getpid())_\(count.wrappingAdd(1, ordering: .relaxed).newValue)"
    try Postgres.createDatabase(name, from: template, url: server)
    return (name, try sibling(name, of: server))
  }

  /// Makes an empty book at a place that `makeURL` gave.
  public static func create(_ place: String, wait: Int = 5) throws -> any Database {
    try server == nil
      ? SQLiteDatabase.create(at: place, wait: wait) : Postgres.create(url: place, wait: wait)
  }

  /// Opens the book at a place once more, as a second program would.
  public static func open(_ place: String, wait: Int = 5) throws -> any Database {
    try server == nil
      ? SQLiteDatabase(path: place, wait: wait) : Postgres.open(url: place, wait: wait)
  }

  private static let server: String? = {
    guard let value = getenv("GENDAN_TEST_POSTGRES") else { return nil }
    let url = String(cString: value)
    return url.isEmpty ? nil : url
  }()

  private static let count = Atomic<Int>(0)
  private static let folder = Mutex(Folder())
  private static let template = Mutex<String?>(nil)

  /// The URL of another database of the same server.
  private static func sibling(_ name: String, of url: String) throws -> String {
    let end = url.firstIndex(of: "?") ?? url.endIndex
    guard let slash = url[..<end].lastIndex(of: "/") else { throw NoDatabaseInURL(url: url) }
    return url[...slash] + name + url[end...]
  }

  private struct NoFolder: Error {}
  private struct NoServer: Error {}
  private struct NoDatabaseInURL: Error { let url: String }

  /// The process's folder: made when first asked for, deleted at exit.
  private struct Folder {
    private var made: String?

    mutating func path() -> String? {
      if let made { return made }
      var template = Array("/tmp/gendan-tests.XXXXXX".utf8CString)
      guard let path = mkdtemp(&template) else { return nil }
      made = String(cString: path)
      atexit { TestDatabase.deleteFolder() }
      return made
    }
  }

  private static func deleteFolder() {
    guard let path = folder.withLock({ $0.path() }) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("not deleted: \(path)")
    }
  }
}
