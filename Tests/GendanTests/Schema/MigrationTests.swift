import Foundation
import GendanTestSupport
import Testing

@testable import Gendan

struct MigrationTests {
  /// The statements of the first schema that was ever published, frozen beside this file.
  private func firstSchema() throws -> [String] {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "schema-1.sql")
    let lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
    let code = lines.map { line in line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line }
    return code.joined(separator: "\n").split(separator: ";")
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }

  /// Every table's columns, keys and indexes, as the engine tells them.
  private func shape(_ database: any Database) throws -> [String] {
    try database.read { db in
      try db.all(
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' '
          || coalesce(c.dflt_value, '-') || ' ' || c.pk
        FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION ALL
        SELECT t.name || ' -> ' || f."table" || ' ' || f."from" || ' ' || coalesce(f."to", '-')
        FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        UNION ALL
        SELECT t.name || ' index ' || coalesce(c.name, '-') || ' ' || i."unique" || ' ' || i.partial
          || ' ' || i.origin
        FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
        WHERE t.type = 'table'
        UNION ALL
        SELECT name || ' ' || type FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'
        ORDER BY 1
        """
      ) { try $0[0] as String }
    }
  }

  @Test(.enabled(if: TestDatabase.engine == .sqlite))
  func `A book grown from version 1 is like a new one`() throws {
    let grown = try TestDatabase.make()
    let statements = try firstSchema()
    #expect(statements.count > 30)
    try grown.write { db in
      let tables = try db.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid DESC") {
        $0.text(0)
      }
      for table in tables where !table.hasPrefix("sqlite_") { try db.run("DROP TABLE \(name: table)") }
      for statement in statements { try db.run(SQL(text: statement, values: [])) }
      #expect(try Schema.version(of: db) == 1)
      try Schema.upgrade(db, at: Instant(seconds: 0))
    }
    #expect(try shape(grown) == shape(try TestDatabase.make()))
    #expect(try grown.integrityFindings() == [])
    try grown.read { try Schema.verify($0) }
  }

  @Test func `A migration is applied once, and its version noted`() throws {
    let database = try TestDatabase.make()
    let steps: [[SQL]] = [["ALTER TABLE departments ADD COLUMN colour TEXT"]]
    for _ in 1...2 {
      try database.write { try Schema.upgrade($0, at: Instant(seconds: 0), migrations: steps) }
    }
    try database.read { db throws in
      #expect(try Schema.version(of: db) == 2)
      #expect(try db.columns(of: "departments").last == "colour")
    }
  }

  @Test func `A book that is newer than the program is refused`() throws {
    let database = try TestDatabase.make()
    let newer = Schema.version + 1
    try database.write { db in
      _ = try db.run(
        "INSERT INTO schema_versions (version, applied_at) VALUES (\(newer), '2030-01-01T00:00:00Z')")
    }
    let refusal = DatabaseError.newer(found: newer, known: Schema.version)
    #expect(throws: refusal) {
      try Book(
        database, actor: Actor(login: "a", host: "b"), now: Instant(seconds: 0), today: Day(number: 0))
    }
    #expect(throws: refusal) {
      try Schema.upgrade(
        database, EventEntry(command: "book.doctor", line: "doctor --upgrade"),
        by: Actor(login: "a", host: "b"), at: Instant(seconds: 0))
    }
  }

  @Test func `A book that is up to date is left alone by an upgrade`() throws {
    let database = try TestDatabase.make()
    let found = try Schema.upgrade(
      database, EventEntry(command: "book.doctor", line: "doctor --upgrade"),
      by: Actor(login: "a", host: "b"), at: Instant(seconds: 0))
    #expect(found == Schema.version)
    #expect(try database.read { try $0.count("SELECT count(*) FROM events") } == 0)
  }

  @Test(
    .enabled(if: TestDatabase.engine == .sqlite),
    arguments: ["", "a text file\n", String(repeating: "客户,数量\n", count: 1000)])
  func `A file that is no book is not opened`(text: String) throws {
    let path = try TestDatabase.makeURL()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: DatabaseError.notABook(path)) { try TestDatabase.open(path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test(.enabled(if: TestDatabase.engine == .sqlite))
  func `A folder is not opened`() throws {
    let path = try TestDatabase.makeURL()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect {
      try TestDatabase.open(path)
    } throws: { error in
      if case DatabaseError.cannotOpen(path, reason: _) = error { true } else { false }
    }
  }

  @Test(.enabled(if: TestDatabase.engine == .sqlite))
  func `Damaged bytes are found by the engine's check or refused at once`() throws {
    let path = try TestDatabase.makeURL()
    do { try TestDatabase.create(path).write { _ = try $0.run("PRAGMA wal_checkpoint") } } catch {}
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    let end = try file.seekToEnd()
    #expect(end > 100_000)
    try file.seek(toOffset: 4096 * 3)
    try file.write(contentsOf: Data(repeating: 0xFF, count: 4096 * 20))
    try file.close()
    var isFound = false
    do {
      isFound = try !TestDatabase.open(path).integrityFindings().isEmpty
    } catch DatabaseError.damaged {
      isFound = true
    }
    #expect(isFound)
  }

  @Test(.enabled(if: TestDatabase.engine == .sqlite && getuid() != 0))
  func `A book that may not be written is read, and says so when it should be`() throws {
    let path = try TestDatabase.makeBook()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let database = try TestDatabase.open(path)
    #expect(try database.read { try $0.count("SELECT count(*) FROM orders") } == 0)
    #expect(throws: DatabaseError.readOnly) {
      try database.write { _ = try $0.run("INSERT INTO departments (code, name) VALUES ('A', 'a')") }
    }
  }
}
