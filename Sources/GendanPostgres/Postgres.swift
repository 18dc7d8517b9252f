import Gendan

/// Books on a PostgreSQL server, named by libpq's own URLs: `postgres://user@host/database?…`.
///
/// The server is an option of the build (the package trait `PostgreSQL`), so that a program
/// without it needs no libpq; there every call throws `DatabaseError.engineMissing`.
public enum Postgres {
  /// Opens the book in the database at `url`, waiting at most `wait` seconds for another writer.
  ///
  /// Throws `.missing` where there is no such database or no book in it, and `.unreachable` where
  /// no server answers. Passwords are never part of an error.
  public static func open(url: String, wait: Int) throws -> any Database {
    #if PostgreSQL
      try PostgresDatabase(url: url, wait: wait)
    #else
      throw DatabaseError.engineMissing("PostgreSQL")
    #endif
  }

  /// Makes a new, empty book in the existing database at `url`; throws `.cannotOpen` if a book is
  /// there already, or if the database would sort or store texts differently from a book's file.
  public static func create(url: String, wait: Int) throws -> any Database {
    #if PostgreSQL
      try PostgresDatabase.create(url: url, wait: wait)
    #else
      throw DatabaseError.engineMissing("PostgreSQL")
    #endif
  }

  /// Makes an empty database, as a book wants it, on the server that `url` names by another of its
  /// databases, or a copy of the database `template`; returns nothing, for the caller knows the name. For tests.
  package static func createDatabase(_ name: String, from template: String, url: String) throws {
    #if PostgreSQL
      try Connection(url: url, wait: 5).execute(
        "CREATE DATABASE \"\(name)\" TEMPLATE \"\(template)\" ENCODING 'UTF8' LOCALE 'C'")
    #else
      throw DatabaseError.engineMissing("PostgreSQL")
    #endif
  }
}
