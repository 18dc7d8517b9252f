import GendanOutput
import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// How orders, and lines of them, are named (command line, 4.5).
struct ReferenceTests {
  @Test(arguments: [
    ("118", Reference.number("118", line: nil)), ("so2603-0042", .number("SO2603-0042", line: nil)),
    ("１１８．２", .number("118", line: 2)), ("118.2.1", .number("118", line: LinePart(2, part: 1))),
    ("SO2603-", .prefix("SO2603-")), ("^", .last(1, line: nil)), ("@.2", .last(1, line: 2)),
    ("^3.2.1", .last(3, line: LinePart(2, part: 1))), ("3", .rows([3])), ("3-5,9", .rows([3, 4, 5, 9])),
    (":3.2", .row(3, line: 2)), ("po:A.1", .customerPO("A.1")),
  ])
  func `a word that names orders`(word: String, meant: Reference) {
    #expect(Reference(word) == meant)
  }

  // 3.15 is the fifteenth of March.
  @Test(arguments: [
    "3.15", "3.2", "3-5.1", "118.", "118.0", "118.1.1.1", "^.", "^.x", "^10", ":3.", "SO2603-.1", ".2",
  ])
  func `a word that names none`(word: String) {
    #expect(Reference(word) == nil)
  }

  @Test func `a line of the order that was touched last is named by ^`() throws {
    let desk = try RuleDesk()
    try desk.run("line add 0001 FL-50 7 --want 2026-05-20")
    let lines = try desk.desk.file(
      "lines.txt", "note 0001 x\npromise ^.2 2026-05-20\nsplit ^.2 3=2026-05-20 4=2026-06-03 --cause rework\n"
    )
    let done = try desk.desk.run("batch \(lines)")
    #expect(done.code == 0, "\(done.err)")
    #expect(try desk.desk.records("list --lines -s line,due").map { $0["qty"] } == [100, 3, 4])
    let whole = try desk.desk.file("whole.txt", "note 0001 x\nhold ^.2 --reason x\n")
    #expect(try desk.desk.run("batch \(whole)").code == 64)
  }
}
