import Gendan
import Testing

@testable import GendanCLI
@testable import GendanTestSupport

/// Data that hold control characters, as an import may bring them, cannot steer the terminal.
@Suite struct ControlCharacterTests {
  private static let bad = "红\u{1B}[31m\u{9B}2J\u{7}机\t械\r\u{202E}"

  @Test(arguments: [
    "", " -O csv", " -O tsv", " --json", " -O ndjson", " -O markdown", " -O html", " -O name", " -O text",
    " --color always --no-headers",
  ])
  func `no format lets them through`(format: String) throws {
    let desk = try ScenarioDesk("shop")
    let book = try Book(
      TestDatabase.open(desk.place), actor: Actor(login: "wangfang", host: "desk"), now: Instant(seconds: 0),
      today: Day(number: 20_528))
    _ = try book.write(EventEntry(command: "setup", line: Self.bad)) { writing in
      try writing.insertCustomer(code: "C-9", [.name: Self.bad])
      try writing.addProduct(code: "P\u{1B}c", name: Self.bad, unit: "\u{8}")
    }
    let done = try desk.run(["new", "C-9", "P\u{1B}c", "5", "--po", Self.bad, "--promise", "2026-03-16"])
    #expect(done.code == 0 && !done.out.hasControlCharacters, "\(done)")
    _ = try desk.run(["chase", "001", Self.bad, "--next", "today"])
    _ = try desk.run(["note", "001", Self.bad])
    for line in [
      "today --all", "list", "list --by customer", "find 机", "show 001", "overdue --today 2026-04-01", "otd",
      "overdue --by customer --today 2026-04-01", "morning --always", "list -c help",
    ] {
      let (out, err, _) = try desk.run(TestDesk.words(line + format))
      let text = format.contains("color") ? out.replacing(/\u{1B}\[[0-9;]*m/, with: "") : out
      // Records keep the tabs and line ends of what they quote.
      let isRecords = format.contains("csv") || format.contains("tsv")
      let rest = isRecords ? String(text.unicodeScalars.filter { $0 != "\t" && $0 != "\r" }) : text
      #expect(!rest.hasControlCharacters && !err.hasControlCharacters, "\(line)\n\(rest.debugDescription)")
    }
  }
}
