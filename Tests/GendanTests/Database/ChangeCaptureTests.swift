import Gendan
import GendanTestSupport
import Testing

/// What the drivers tell of changed rows, to the letter the same on every engine.
struct ChangeCaptureTests {
  private let database: any Database

  init() throws { database = try TestDatabase.make() }

  private func write(_ body: (any Transaction) throws -> Void) throws { try database.write(body) }

  /// Departments A to D with the ids 1 to 4.
  private func fill() throws {
    try write { db in
      try db.run(
        "INSERT INTO departments (code, name) VALUES ('A', '车间'), ('B', 'b'), ('C', 'c'), ('D', 'd')")
    }
  }

  private func digest(_ table: String, _ id: Int64, _ rest: SQLValue...) -> RowDigest {
    ChangeSet().digest(table: table, id: id, [.integer(id)] + rest)
  }

  @Test func `Inserted rows are told as ranges of ids with one fingerprint`() throws {
    try write { db in
      try db.run("INSERT INTO departments (code, name) VALUES ('A', '车间'), ('B', 'b')")
      try db.run("INSERT INTO departments (id, code, name) VALUES (9, 'Z', 'z')")
      try db.run("INSERT INTO settings (key, value) VALUES ('k', '')")
      let changes = try db.changes
      #expect(changes.tables == ["departments", "settings"])
      let told = changes["departments"].insertions
      #expect(told.map(\.first) == [1, 9])
      #expect(told.map(\.last) == [2, 9])
      #expect(
        told.map(\.digest) == [
          digest("departments", 1, .text("A"), .text("车间"))
            + digest("departments", 2, .text("B"), .text("b")),
          digest("departments", 9, .text("Z"), .text("z")),
        ])
      #expect(changes["settings"].insertions.map(\.digest) == [digest("settings", 1, .text("k"), .text(""))])
      #expect(changes["departments"].alterations.isEmpty)
    }
  }

  @Test func `A row's values are told by type, and a NULL adds nothing to its fingerprint`() throws {
    try write { db in
      try db.run("CREATE TABLE probes (id INTEGER PRIMARY KEY, n INTEGER, r REAL, t TEXT) STRICT")
      try db.run("INSERT INTO probes (n, r, t) VALUES (\(-5), \(value: .real(0.1)), \("5"))")
      try db.run("INSERT INTO probes (n) VALUES (\(Int?.none))")
      let told = try db.changes["probes"].insertions
      #expect(
        told.map(\.digest) == [
          digest("probes", 1, .integer(-5), .real(0.1), .text("5")) + digest("probes", 2)
        ])
    }
    try write { db in
      try db.run("DELETE FROM probes WHERE id = 1")
      try db.run("DELETE FROM probes WHERE id = 2")
      let told = try db.changes["probes"].alterations
      #expect(
        told.map(\.before) == [
          [.integer(1), .integer(-5), .real(0.1), .text("5")],
          [.integer(2), .null(.text), .null(.text), .null(.text)],
        ])
    }
  }

  @Test func `An updated row is told with its values before and after`() throws {
    try fill()
    try write { db in
      try db.run("UPDATE departments SET name = \("新车间") WHERE id = 1")
      let told = try db.changes["departments"].alterations
      #expect(told.map(\.id) == [1])
      #expect(told.map(\.before) == [[.integer(1), .text("A"), .text("车间"), .null(.text)]])
      #expect(told.map(\.after) == [[.integer(1), .text("A"), .text("新车间"), .null(.text)]])
      #expect(told.map(\.digestBefore) == [digest("departments", 1, .text("A"), .text("车间"))])
      #expect(told.map(\.digestAfter) == [digest("departments", 1, .text("A"), .text("新车间"))])
    }
  }

  @Test func `An update that changes no value is no change`() throws {
    try fill()
    try write { db in
      let count = try db.run("UPDATE departments SET name = name")
      #expect(count == 4)
      #expect(try db.changes.isEmpty)
    }
  }

  @Test func `A deleted row is told with what it held`() throws {
    try fill()
    try write { db in
      try db.run("DELETE FROM departments WHERE code = 'C'")
      let told = try db.changes["departments"].alterations
      #expect(told.map(\.id) == [3])
      #expect(told.map(\.before) == [[.integer(3), .text("C"), .text("c"), .null(.text)]])
      #expect(told.map(\.after) == [nil])
      #expect(told.map(\.digestAfter) == [.zero])
    }
  }

  @Test func `Within one transaction only the net effect is told, however often it is asked for`() throws {
    try fill()
    try write { db in
      try db.run("INSERT INTO departments (code, name) VALUES ('E', 'e'), ('F', 'f')")
      try db.run("UPDATE departments SET name = 'e2' WHERE code = 'E'")
      #expect(try db.changes["departments"].insertions.count == 1)
      try db.run("UPDATE departments SET name = 'e3' WHERE code = 'E'")
      try db.run("DELETE FROM departments WHERE code = 'F'")
      try db.run("UPDATE departments SET name = 'b2' WHERE code = 'B'")
      _ = try db.changes
      try db.run("UPDATE departments SET name = 'b3' WHERE code = 'B'")
      try db.run("DELETE FROM departments WHERE code = 'C'")
      try db.run("INSERT INTO departments (id, code, name) VALUES (3, 'C', 'again')")
      _ = try db.changes
      let told = try db.changes["departments"]
      #expect(told.insertions.map(\.first) == [5])
      #expect(told.insertions.map(\.last) == [6])
      #expect(told.insertions.map(\.digest) == [digest("departments", 5, .text("E"), .text("e3"))])
      #expect(told.alterations.map(\.id) == [2, 3])
      #expect(told.alterations.map { $0.before[2] } == [.text("b"), .text("c")])
      #expect(told.alterations.map { $0.after?[2] } == [.text("b3"), .text("again")])
      #expect(
        told.alterations.map(\.digestAfter.hex) == [
          digest("departments", 2, .text("B"), .text("b3")).hex,
          digest("departments", 3, .text("C"), .text("again")).hex,
        ])
    }
  }

  @Test func `An insert that meets its row and updates it is an update`() throws {
    try fill()
    try write { db in
      try db.run(
        """
        INSERT INTO departments (code, name) VALUES ('A', 'new'), ('E', 'e')
        ON CONFLICT (code) DO UPDATE SET name = excluded.name
        """)
      let told = try db.changes["departments"]
      #expect(told.alterations.map(\.id) == [1])
      #expect(told.insertions.count == 1)
    }
  }

  @Test func `The journal and the counters are not journaled`() throws {
    try write { db in
      try db.run("INSERT INTO counters (name, value) VALUES ('order', 1)")
      try db.run(
        """
        INSERT INTO events (id, at, login, command, line, host, source, digest)
        VALUES (1, '2026-11-21T00:00:00Z', 'li', 'c', 'l', 'h', 'cli', '')
        """)
      #expect(try db.changes.isEmpty)
    }
  }

  @Test func `One transaction knows nothing of the one before, read or not`() throws {
    try fill()
    try write { db in
      #expect(try db.changes.isEmpty)
      try db.run("DELETE FROM departments WHERE code = 'A'")
    }
    #expect(try database.read { try $0.changes.isEmpty })
    #expect(try database.write { try $0.changes.isEmpty })
  }

  @Test func `Many thousand rows are all told`() throws {
    try write { db in
      try db.run(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000)
        INSERT INTO settings (key, value) SELECT 'k' || i, 'v' FROM n ORDER BY i
        """)
      let told = try db.changes["settings"].insertions
      #expect(told.map(\.first) == [1])
      #expect(told.map(\.last) == [25000])
    }
  }
}
