import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite struct `The command log` {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try write("2026-03-13 09:00", "user add lijia", subject: "lijia") {
      try $0.addUser(login: "lijia", name: "李佳", roles: [.clerk])
    }
    try write("2026-03-16 23:30", "setting set currency USD", login: "lijia") {
      try $0.decide(.currency, "USD")
    }
    try write("2026-03-17 00:10", "setting set currency EUR") { try $0.decide(.currency, "EUR") }
  }

  private func write(
    _ time: String, _ line: String, login: String = "chenting", subject: String? = nil,
    _ body: (Writing) throws -> Void
  ) throws {
    let parts = time.split { " :".contains($0) }
    let day = try #require(Day(String(parts[0])))
    let now = try #require(
      Instant(day, hour: Int(parts[1]) ?? 0, minute: Int(parts[2]) ?? 0, utcOffset: 8 * 3600))
    let book = try Book(
      TestDatabase.open(desk.place), actor: Actor(login: login, host: "desk"), now: now, today: day)
    _ = try book.write(EventEntry(command: "test", line: line), body)
  }

  private func events(_ line: String) throws -> [String] {
    try desk.run(line + " -O name", today: "2026-03-17 08:00").out.split(separator: "\n").map(String.init)
  }

  @Test func `lists the newest first, with the site's time`() throws {
    let result = try desk.run("log", today: "2026-03-17 08:00")
    #expect(
      result.out == """
        Event  Time         User      Command                   About     Undone
        e4     03-17 00:10  chenting  setting set currency EUR  currency
        e3     03-16 23:30  lijia     setting set currency USD  currency
        e2     03-13 09:00  chenting  user add lijia            lijia
        e1     03-16 08:00  chenting  init                      chenting

        """)
  }

  @Test(arguments: [
    ("log -L 2", "e4 e3"), ("log --by lijia", "e3"), ("log --by 李佳", "e3"), ("log -p yesterday", "e3 e1"),
    ("log -p 2026-03-17..", "e4"), ("log -p ..2026-03-13", "e2"), ("log currency", "e4 e3"),
    ("log SET currency usd", "e3"), ("log e2", "e2"), ("log nothing", ""),
  ])
  func `shows what is asked for`(line: String, found: String) throws {
    #expect(try events(line) == found.split(separator: " ").map(String.init))
  }

  @Test func `tells old and new values of each field`() throws {
    let lines = try desk.run("log e4", today: "2026-03-17 08:00").out.split(separator: "\n")
    #expect(lines.last?.contains("settings 1  value  USD  EUR") == true)
    let full = try desk.run("log --field -L 2 --json", today: "2026-03-17 08:00").out
    #expect(full.contains(#""row":"settings 1","field":"value","old":"USD","new":"EUR""#))
    #expect(full.contains(#""act":"insert","row":"settings 1","field":"value","old":null,"new":"USD""#))
  }

  @Test func `marks what was undone`() throws {
    try desk.run("undo", today: "2026-03-17 08:00")
    let lines = try desk.run("log", today: "2026-03-17 08:05").out.split(separator: "\n")
    #expect(lines[1].hasPrefix("e5 "))
    #expect(lines[2].hasPrefix("e4 ") && lines[2].hasSuffix("  e5"))
  }

  @Test(arguments: [
    ("log e99", 3), ("log -L none", 64), ("log --by nobody", 3), ("log 999", 3), ("log -p soon", 64),
  ])
  func `refuses what it cannot find or read`(line: String, code: Int32) throws {
    #expect(try desk.run(line, today: "2026-03-17 08:00").code == code)
  }
}
