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

  @Test func `is followed: the newest few, then each as it is entered, the oldest first`() throws {
    var told: [String] = []
    var seconds = 0
    try desk.watch("log -f -L 2 -O csv", write: { told.append($0) }) {
      seconds += 1
      if seconds == 3 { enter("lijia", "user set lijia name=李佳佳") }
      return seconds < 6
    }
    #expect(told.count == 2, "\(told)")
    let first = (told.first ?? "").split { $0.isNewline }
    #expect(first.count == 3 && first[1].contains("USD") && first[2].contains("EUR"), "\(told)")
    // The head is told once.
    #expect(
      told.last?.filter(\.isNewline).count == 1 && told.last?.contains("李佳佳") == true,
      "\(told)")
  }

  @Test func `is a feed for programs: an object a line, of the columns and users asked for`() throws {
    var told = ""
    var seconds = 0
    try desk.watch("log -f --json=event,user --by lijia", write: { told += $0 }) {
      seconds += 1
      if seconds == 2 { enter("chenting", "user set lijia name=李佳佳") }
      if seconds == 3 { enter("lijia", "user set lijia name=李佳") }
      return seconds < 5
    }
    #expect(
      told == "{\"event\":\"e3\",\"user\":\"lijia\"}\n{\"event\":\"e6\",\"user\":\"lijia\"}\n", "\(told)")
    #expect(try desk.run("log -f", today: "2026-03-17 08:00").code == 0)
    #expect(try desk.run("log -f -p nonsense", today: "2026-03-17 08:00").code == 64)
  }

  private func enter(_ login: String, _ line: String) {
    do {
      try write("2026-03-17 08:30", line, login: login, subject: "lijia") { writing in
        try writing.db.run("UPDATE users SET name = \(line) WHERE login = 'lijia'")
      }
    } catch { Issue.record(error) }
  }
}
