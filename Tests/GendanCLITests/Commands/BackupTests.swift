import Foundation
import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite(.enabled(if: TestDatabase.engine == .sqlite))
struct `The commands backup, restore and init` {
  private let desk: TestDesk
  private let folder: String

  init() throws {
    desk = try TestDesk()
    folder = desk.folder + "/backup"
  }

  private func names() -> [String] { FileSystem.names(in: folder) }

  private func users() throws -> Int {
    try TestDatabase.open(desk.place).read { try $0.count("SELECT count(*) FROM users") }
  }

  private func addUser() throws {
    let now = Instant(seconds: 1_773_619_500)
    let book = try Book(
      TestDatabase.open(desk.place), actor: Actor(login: "chenting", host: "desk"), now: now,
      today: now.day(utcOffset: 0))
    _ = try book.write(EventEntry(command: "user.add", line: "user add lijia")) {
      try $0.addUser(login: "lijia", name: "李佳", roles: [.clerk])
    }
  }

  @Test func `A backup is a whole book under the time it was made`() throws {
    let result = try desk.run("backup \(folder) --verify")
    #expect(result.code == 0)
    #expect(names() == ["gendan-20260316-080500.db"])
    #expect(result.out.contains("verified: 1 rows, 1 events"))
    #expect(try desk.run("--db \(folder)/gendan-20260316-080500.db check -v").code == 0)
  }

  @Test func `Only the oldest of our own files are removed, and only after success`() throws {
    for hour in 10...14 { try desk.run("backup \(folder)", today: "2026-03-16 \(hour):00") }
    let other = folder + "/gendan-notes.db"
    try "mine".write(toFile: other, atomically: true, encoding: .utf8)
    let result = try desk.run("backup \(folder) --keep 2 --json", today: "2026-03-16 15:00")
    #expect(result.out.contains(#""removed":["gendan-20260316-100000.db","#))
    #expect(names() == ["gendan-20260316-140000.db", "gendan-20260316-150000.db", "gendan-notes.db"])
    #expect(try desk.run("backup \(folder) --keep none").code == 64)
    #expect(try desk.run("backup \(folder) --keep 1", today: "2026-03-16 15:00").code == 73)
    #expect(names().count == 3)
  }

  @Test func `A backup goes beside the book where no folder is named, and a rehearsal makes none`() throws {
    let place = desk.folder + "/own.db"
    try desk.run("init --db \(place)")
    let result = try desk.run("backup -n --db \(place)")
    #expect(result.code == 0)
    #expect(result.out.contains("/backup/gendan-20260316-080500.db"))
    #expect(!FileSystem.exists(desk.folder + "/backup"))
  }

  @Test func `A folder that cannot be made is told`() throws {
    let result = try desk.run("backup /dev/null/backup")
    #expect(result.code == 73)
    #expect(result.err.contains("/dev/null/backup"))
  }

  @Test func `A backup of a book that was tampered with is kept, and said to be so`() throws {
    try desk.run("backup \(folder)", today: "2026-03-15 08:00")
    try TestDatabase.open(desk.place).write { _ = try $0.run("UPDATE users SET name = 'x'") }
    let result = try desk.run("backup \(folder) --verify --keep 1")
    #expect(result.code == 8)
    #expect(result.err.contains("gendan check"))
    #expect(names().count == 2)
  }

  @Test func `A book is restored inside its file, and the one before is kept`() throws {
    try desk.run("backup \(folder)")
    try addUser()
    let reader = try TestDatabase.open(desk.place)
    #expect(try reader.read { try $0.count("SELECT count(*) FROM users") } == 2)
    let file = folder + "/gendan-20260316-080500.db"
    let refused = try desk.run("restore \(file)")
    #expect(refused.code == 6)
    #expect(try desk.run("restore \(file)", answering: ["no"]).code == 2)
    #expect(try users() == 2)
    #expect(try desk.run("restore \(file) -n").code == 0)
    #expect(try users() == 2)
    let result = try desk.run("restore \(file)", answering: ["gendan-20260316-080500.db"])
    #expect(result.code == 0)
    #expect(try users() == 1)
    // Whoever had the book open sees the restored one.
    #expect(try reader.read { try $0.count("SELECT count(*) FROM users") } == 1)
    let aside = String(desk.place.dropLast(3)) + "-before-restore-20260316-080500.db"
    #expect(result.out.contains(aside))
    #expect(try TestDatabase.open(aside).read { try $0.count("SELECT count(*) FROM users") } == 2)
    #expect(try desk.run("check").code == 0)
    #expect(try desk.run("doctor").out.contains("wal"))
  }

  @Test func `A book that is lost or damaged is restored too`() throws {
    try desk.run("backup \(folder)")
    let file = folder + "/gendan-20260316-080500.db"
    for ending in ["", "-wal", "-shm"] { FileSystem.remove(desk.place + ending) }
    #expect(try desk.run("restore \(file) --yes").code == 0)
    #expect(try users() == 1)
    for ending in ["-wal", "-shm"] { FileSystem.remove(desk.place + ending) }
    try "not a book any more".write(toFile: desk.place, atomically: false, encoding: .utf8)
    #expect(try desk.run("check").code == 78)
    #expect(try desk.run("restore \(file) --yes").code == 0)
    #expect(try users() == 1)
  }

  @Test func `What is no sound backup takes no book's place`() throws {
    #expect(try desk.run("restore").code == 64)
    #expect(try desk.run("restore \(desk.folder)/nothing.db --yes").code == 66)
    #expect(try desk.run("restore \(desk.place) --yes").code == 64)
    let text = try desk.file("text.db", "no book")
    #expect(try desk.run("restore \(text) --yes").code == 78)
    try desk.run("backup \(folder)")
    let file = folder + "/gendan-20260316-080500.db"
    try TestDatabase.open(file).write {
      _ = try $0.run("INSERT INTO schema_versions (version, applied_at) VALUES (99, '2030-01-01T00:00:00Z')")
    }
    #expect(try desk.run("restore \(file) --yes").code == 78)
    #expect(try users() == 1)
  }

  @Test func `A new book knows who made it and what was decided`() throws {
    let place = desk.folder + "/new/book.db"
    #expect(try desk.run("--db \(place) init -n").code == 0)
    #expect(!FileSystem.exists(place))
    #expect(try desk.run("--db \(place) init --currency euro").code == 64)
    #expect(!FileSystem.exists(place))
    let made = try desk.run("--db \(place) init --currency usd --zone Asia/Shanghai --lang zh-Hant")
    #expect(made.code == 0)
    #expect(made.out.hasPrefix("新帳本: \(place)\n你: chenting, 管理員\n"))
    try TestDatabase.open(place).read { db throws in
      #expect(try db.value("SELECT value FROM settings WHERE key = 'currency'") == "USD")
      #expect(try db.value("SELECT roles || ' ' || language FROM users") == "admin zh-Hant")
    }
    let again = try desk.run("--db \(place) init")
    #expect(again.code == 73)
    #expect(again.err.contains("already"))
    #expect(try desk.run("--db \(place) check").code == 0)
  }

  @Test func `A file name is ours only in its very form`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["gendan-20260101-000000.db", "gendan-2026010x-000000.db", "gendan-20260101-000000.db.tmp"] {
      try "".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    #expect(BookBackup.old(in: folder, keeping: 0) == ["gendan-20260101-000000.db"])
  }
}

@Suite(.enabled(if: TestDatabase.engine == .postgresql))
struct `On a server the commands backup and restore` {
  @Test func `name the server's own tools`() throws {
    let desk = try TestDesk()
    let backup = try desk.run("backup")
    #expect(backup.code == 69)
    #expect(backup.err.contains("pg_dump"))
    #expect(try desk.run("restore x.db --yes").err.contains("pg_restore"))
  }
}
