import Gendan
import GendanTestSupport
import Testing

/// What every engine behind the seam must do alike; GENDAN_TEST_POSTGRES chooses the server.
struct SeamTests {
  private let place: String
  private let database: any Database

  init() throws {
    place = try TestDatabase.makeBook()
    database = try TestDatabase.open(place)
  }

  private func write(_ body: (any Transaction) throws -> Void) throws { try database.write(body) }
  private func read(_ body: (any Transaction) throws -> Void) throws { try database.read(body) }

  /// A journaled table with a column of each type, made as a migration would make it.
  private func makeSamples() throws {
    try write { db in
      try db.run(
        """
        CREATE TABLE probes (
          id INTEGER PRIMARY KEY,  -- 'INTEGER' in a comment
          n INTEGER,
          r REAL,
          t TEXT DEFAULT 'INTEGER ) STRICT;'
        ) STRICT;
        """)
    }
  }

  @Test func `A new book has this program's version and answers with its engine`() throws {
    #expect(database.engine == TestDatabase.engine)
    try read { try Schema.verify($0) }
    #expect(try database.integrityFindings() == [])
  }

  @Test(
    arguments: [
      (1, 1.5, "plain"), (Int64.max, Double.greatestFiniteMagnitude, "订单 — 客户要求提前"),
      (Int64.min, -Double.leastNonzeroMagnitude, "'quoted' \"twice\" \\ back\nline\ttab"), (0, -0.1, ""),
      (-9_007_199_254_740_993, 1 / 3, "𠮷野家 👩‍🏭"), (nil, nil, nil),
    ] as [(Int64?, Double?, String?)])
  func `A value comes back as it was written`(_ n: Int64?, _ r: Double?, _ t: String?) throws {
    try makeSamples()
    let real = r.map(SQLValue.real) ?? .null(.real)
    try write { db in
      let id = try db.insert("INSERT INTO probes (n, r, t) VALUES (\(n), \(value: real), \(t)) RETURNING id")
      #expect(id == 1)
    }
    try read { db in
      try db.each("SELECT n, r, t FROM probes") { row throws in
        #expect(try row[0] == n)
        #expect(try row[2] == t)
        #expect(row.isNull(1) == (r == nil))
        #expect(row.real(1) == r ?? 0)
        #expect(row.integer(0) == n ?? 0)
        #expect(row.text(2) == t ?? "")
      }
      #expect(try db.count("SELECT count(*) FROM probes WHERE n IS NOT DISTINCT FROM \(n)") == 1)
      #expect(try db.count("SELECT count(*) FROM probes WHERE t IS NOT DISTINCT FROM \(t)") == 1)
    }
  }

  @Test func `A default text keeps the words that definitions respell`() throws {
    try makeSamples()
    let text: String? = try database.write { db in
      try db.run("INSERT INTO probes (n) VALUES (1)")
      return try db.value("SELECT t FROM probes")
    }
    #expect(text == "INTEGER ) STRICT;")
  }

  @Test func `A truth is 1 or 0 and a sum is a number`() throws {
    try read { db throws in
      #expect(try db.value("SELECT EXISTS (SELECT 1 FROM schema_versions)", as: Bool.self) == true)
      #expect(try db.value("SELECT EXISTS (SELECT 1 FROM orders)", as: Bool.self) == false)
      #expect(try db.count("SELECT sum(version) FROM schema_versions") == 1)
      #expect(try db.value("SELECT max(id) FROM orders", as: Int?.self) == .some(nil))
    }
  }

  @Test func `What a thrown error interrupts has never been`() throws {
    struct Interrupted: Error {}
    #expect(throws: Interrupted.self) {
      try database.write { db in
        try db.run("INSERT INTO departments (code, name) VALUES ('P', 'Production')")
        throw Interrupted()
      }
    }
    #expect(try database.read { try $0.count("SELECT count(*) FROM departments") } == 0)
    #expect(try database.write { try $0.changes.isEmpty })
  }

  @Test func `Reading cannot write`() throws {
    #expect(throws: DatabaseError.readOnly) {
      try database.read { try $0.run("INSERT INTO departments (code, name) VALUES ('P', 'Production')") }
    }
    #expect(throws: DatabaseError.readOnly) {
      try database.read { db in
        try db.insert("INSERT INTO departments (code, name) VALUES ('P', 'P') RETURNING id")
      }
    }
  }

  @Test func `A reader sees one state while another writes`() throws {
    let other = try TestDatabase.open(place)
    try read { db in
      #expect(try db.count("SELECT count(*) FROM departments") == 0)
      try other.write { _ = try $0.run("INSERT INTO departments (code, name) VALUES ('P', 'Production')") }
      #expect(try db.count("SELECT count(*) FROM departments") == 0)
    }
    #expect(try database.read { try $0.count("SELECT count(*) FROM departments") } == 1)
  }

  @Test func `A second writer waits, then learns that the book is busy`() throws {
    let other = try TestDatabase.open(place, wait: 1)
    let waited = try database.write { _ in
      ContinuousClock().measure {
        #expect(throws: DatabaseError.busy(seconds: 1)) { try other.write { _ in } }
      }
    }
    #expect(waited >= .milliseconds(900))
    try other.write { _ = try $0.run("INSERT INTO departments (code, name) VALUES ('P', 'Production')") }
  }

  @Test func `A writer who may not wait is told at once`() throws {
    let other = try TestDatabase.open(place, wait: 0)
    try write { _ in
      #expect(throws: DatabaseError.busy(seconds: 0)) { try other.write { _ in } }
    }
  }

  @Test func `A broken rule of the schema is a constraint, at once or at the end`() throws {
    func refusal(_ sql: SQL) -> String? {
      do {
        try database.write { db in
          try db.run("INSERT INTO departments (code, name) VALUES ('P', 'Production')")
          try db.run(sql)
        }
      } catch DatabaseError.constraint(let words) {
        return words
      } catch {
        Issue.record(error)
      }
      return nil
    }
    #expect(refusal("INSERT INTO departments (code, name) VALUES ('P', 'Packing')") != nil)
    #expect(refusal("INSERT INTO departments (code) VALUES ('Q')") != nil)
    #expect(refusal("INSERT INTO calendar_days (day_on, working) VALUES ('2026-01-01', 2)") != nil)
    #expect(refusal("INSERT INTO route_steps (route_id, seq, name) VALUES (9, 1, 'cut')") != nil)
    #expect(try database.read { try $0.count("SELECT count(*) FROM departments") } == 0)
  }

  @Test func `A foreign key is only asked at the end`() throws {
    try write { db in
      try db.run("INSERT INTO route_steps (route_id, seq, name) VALUES (1, 1, 'cut')")
      try db.run("INSERT INTO routes (code, name) VALUES ('R', 'Route')")
    }
  }

  @Test func `A statement that means nothing is refused with its text`() throws {
    #expect {
      try database.read { try $0.count("SELECT sense FROM nowhere") }
    } throws: { error in
      guard case DatabaseError.failed(let words, statement: "SELECT sense FROM nowhere") = error else {
        return false
      }
      return words.contains("nowhere")
    }
  }

  @Test func `Statements run while an outer answer is being read, even the same one`() throws {
    try write { db in
      for code in ["A", "B", "C"] {
        try db.run("INSERT INTO departments (code, name) VALUES (\(code), \(code + "!"))")
      }
      var seen: [String] = []
      try db.each("SELECT id, code FROM departments WHERE id > \(0) ORDER BY id") { outer in
        let after = outer.integer(0)
        try db.each("SELECT id, code FROM departments WHERE id > \(after) ORDER BY id") { inner in
          seen.append(outer.text(1) + inner.text(1))
          try db.run("UPDATE departments SET name = name || \("*") WHERE id = \(after)")
        }
      }
      #expect(seen == ["AB", "AC", "BC"])
      #expect(try db.value("SELECT name FROM departments WHERE code = 'A'", as: String.self) == "A!**")
    }
  }

  @Test func `A statement says how many rows it changed`() throws {
    try write { db throws in
      #expect(try db.run("INSERT INTO departments (code, name) VALUES ('A', 'a'), ('B', 'b')") == 2)
      #expect(try db.run("UPDATE departments SET name = code WHERE code = \("B")") == 1)
      #expect(try db.run("DELETE FROM departments WHERE code = \("Z")") == 0)
    }
  }

  @Test func `Columns are named in their order, and an unknown table has none`() throws {
    try makeSamples()
    try write { db in
      #expect(try db.columns(of: "probes") == ["id", "n", "r", "t"])
      try db.run("ALTER TABLE probes ADD COLUMN more INTEGER")
      try db.run("ALTER TABLE probes DROP COLUMN n")
      #expect(try db.columns(of: "probes") == ["id", "r", "t", "more"])
      #expect(try db.columns(of: "no such table") == [])
    }
  }

  @Test func `A migration may change rows and tables by turns`() throws {
    try makeSamples()
    try write { db in
      try db.run("INSERT INTO route_steps (route_id, seq, name) VALUES (1, 1, 'cut')")
      try db.run("INSERT INTO routes (code, name) VALUES ('R', 'Route')")
      try db.run("ALTER TABLE route_steps ADD COLUMN colour TEXT")
      try db.run("UPDATE route_steps SET colour = \("红")")
      try db.run("INSERT INTO probes (n) VALUES (1)")
      try db.run("ALTER TABLE probes RENAME TO specimens")
      let id = try db.insert("INSERT INTO specimens (n) VALUES (2) RETURNING id")
      #expect(id == 2)
      try db.run("DROP TABLE specimens")
      #expect(try db.columns(of: "route_steps").last == "colour")
    }
    #expect(try database.integrityFindings() == [])
  }

  @Test func `An id follows the highest one, whatever was tried or named before`() throws {
    func add(_ code: String) throws -> Int64 {
      try database.write { db in
        try db.insert("INSERT INTO departments (code, name) VALUES (\(code), \(code)) RETURNING id")
      }
    }
    #expect(try add("A") == 1)
    #expect(throws: DatabaseError.self) { try add("A") }
    #expect(try add("B") == 2)
    try write { try $0.run("INSERT INTO departments (id, code, name) VALUES (7, 'C', 'C')") }
    #expect(try add("D") == 8)
    try write { try $0.run("DELETE FROM departments WHERE id = 8") }
    #expect(try add("E") == 8)
  }

  @Test func `A place without a book is missing, and a book is not made twice`() throws {
    let empty = try TestDatabase.makeURL()
    #expect(throws: DatabaseError.missing(empty)) { try TestDatabase.open(empty) }
    #expect {
      try TestDatabase.create(place)
    } throws: { error in
      if case DatabaseError.cannotOpen(place, reason: _) = error { true } else { false }
    }
    #expect(try TestDatabase.open(place).read { try $0.count("SELECT 1") } == 1)
  }

  @Test func `A transaction inside a transaction is refused`() throws {
    #expect(throws: DatabaseError.self) {
      try database.read { _ in try database.read { _ in } }
    }
    #expect(try database.read { try $0.count("SELECT 1") } == 1)
  }
}
