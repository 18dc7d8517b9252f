import CSQLite
import Gendan
import Glibc

/// A book in one SQLite file, through the system's library.
///
/// Readers see one unchanging state (WAL); a writer waits its turn, and what it acknowledged is on
/// the disk (`synchronous=FULL`).
public final class SQLiteDatabase: Database {
  /// SQLite.
  public var engine: Engine { .sqlite }
  let connection: Connection
  /// Whether several writes are made as one.
  private var isWhole = false

  /// Opens the book at `path`, waiting at most `seconds` for another writer.
  ///
  /// Throws `.missing` where there is no file, `.cannotOpen` where it cannot be read, and
  /// `.notABook` where it is something else.
  public convenience init(path: String, wait seconds: Int = 5) throws {
    var found = stat()
    guard stat(path, &found) == 0 else { throw DatabaseError.missing(path) }
    try self.init(path: path, flags: SQLITE_OPEN_READWRITE, wait: seconds)
    guard connection.hasTable("schema_versions") else { throw DatabaseError.notABook(path) }
  }

  /// Makes a new, empty book at `path`; throws `.cannotOpen` if something is there already.
  public static func create(at path: String, wait seconds: Int = 5) throws -> SQLiteDatabase {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o660)
    guard descriptor >= 0 else {
      throw DatabaseError.cannotOpen(path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    let database = try SQLiteDatabase(path: path, flags: SQLITE_OPEN_READWRITE, wait: seconds)
    do {
      try database.connection.execute("PRAGMA journal_mode=WAL")
      try database.connection.execute("BEGIN IMMEDIATE")
      try database.connection.execute(Schema.text)
      try database.connection.execute("COMMIT")
    } catch {
      unlink(path)
      throw error
    }
    return database
  }

  private init(path: String, flags: Int32, wait seconds: Int) throws {
    try NetworkFileSystem.refuse(path)
    connection = try Connection(path: path, flags: flags, wait: seconds)
  }

  /// Runs `body` on the state that stands when its first statement reads.
  public func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
    if isWhole { return try body(SQLiteTransaction(connection, writes: false)) }
    try connection.execute("BEGIN")
    let transaction = SQLiteTransaction(connection, writes: false)
    do {
      let result = try body(transaction)
      try connection.execute("COMMIT")
      return result
    } catch {
      connection.rollback()
      throw error
    }
  }

  /// Runs `body` as the only writer.
  public func write<T>(_ body: (any Transaction) throws -> T) throws -> T {
    if isWhole {
      try connection.execute("SAVEPOINT part")
      do {
        let result = try capturing(body)
        try connection.execute("RELEASE part")
        return result
      } catch {
        try connection.execute("ROLLBACK TO part; RELEASE part")
        throw error
      }
    }
    return try commit { try capturing(body) }
  }

  /// Runs `body` as the only writer, whose writes are parts of one.
  public func whole<T>(_ body: () throws -> T) throws -> T {
    try commit {
      isWhole = true
      defer { isWhole = false }
      return try body()
    }
  }

  private func commit<T>(_ body: () throws -> T) throws -> T {
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try connection.execute("PRAGMA defer_foreign_keys=ON; PRAGMA cache_size=-16000")
      let result = try body()
      try connection.execute("COMMIT")
      return result
    } catch {
      connection.rollback()
      throw error
    }
  }

  private func capturing<T>(_ body: (any Transaction) throws -> T) throws -> T {
    let transaction = SQLiteTransaction(connection, writes: true)
    connection.capture = transaction.changes
    defer { connection.capture = nil }
    return try body(transaction)
  }

  /// Copies the book page by page with SQLite's online backup, while others write.
  public func copy(to path: String) throws {
    try connection.copy(to: path)
  }

  /// The lines of `PRAGMA integrity_check` and `foreign_key_check` that are not well.
  public func integrityFindings() throws -> [String] {
    try read { transaction in
      let damage = try transaction.all("PRAGMA integrity_check") { row in try row[0] as String }
      let orphans = try transaction.all("PRAGMA foreign_key_check") { row in
        "\(row.text(0)) \(row.integer(1)) -> \(row.text(2))"
      }
      return damage.filter { $0 != "ok" } + orphans
    }
  }
}
