/// The tables of a book, and how an older book is brought up to date.
public enum Schema {
  /// The version this program writes.
  public static var version: Int { migrations.count + 1 }

  /// schema.sql, embedded when the program was built: makes an empty book of the newest version.
  public static let text = String(decoding: PackageResources.schema_sql, as: UTF8.self)

  /// What turns version n + 1 into n + 2, for n from 0; appended to, never edited. Each is a list
  /// of portable statements; the version row is written by `upgrade`.
  public static let migrations: [[SQL]] = []

  /// The version of the open book.
  public static func version(of transaction: any Transaction) throws -> Int {
    try transaction.count("SELECT max(version) FROM schema_versions")
  }

  /// Checks that the book can be used; throws `.newer` or `.outdated` where it cannot.
  public static func verify(_ transaction: any Transaction) throws {
    let found = try version(of: transaction)
    if found > version { throw DatabaseError.newer(found: found, known: version) }
    if found < version { throw DatabaseError.outdated(found: found, known: version) }
  }

  /// Brings an older book to this program's version with the given steps.
  public static func upgrade(
    _ transaction: any Transaction, at now: Instant, migrations: [[SQL]] = migrations
  ) throws {
    let found = try version(of: transaction)
    for (offset, statements) in migrations.enumerated().dropFirst(found - 1) {
      for statement in statements { try transaction.run(statement) }
      try transaction.run(
        "INSERT INTO schema_versions (version, applied_at) VALUES (\(offset + 2), \(now))")
    }
  }
}
