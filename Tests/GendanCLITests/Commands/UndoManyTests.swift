import GendanTestSupport
import Testing

@testable import GendanCLI

/// Several changes taken back at once.
struct UndoManyTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test func `The book itself is never undone, whatever number is typed`() throws {
    let result = try desk.desk.run("undo 99 --yes")
    #expect(result.code == 0)
    #expect(!result.out.contains("e1 "))
    #expect(try desk.desk.run("user list").out.contains("chenting"))
    #expect(try desk.desk.run("undo e1").code == 5)
    #expect(try desk.desk.run("undo").code != 0)
    #expect(try desk.desk.run("check").code == 0)
  }

  @Test func `What was taken back before other changes is not done again by redo`() throws {
    try desk.run("note 0001 uno")
    try desk.run("note 0001 second")
    let event = try #require(
      try desk.desk.run("log -L 2 --width 200").out.split(separator: "\n").last?.split(separator: " ").first)
    #expect(try desk.desk.run("undo \(event)").out.contains("uno"))
    try desk.run("note 0001 third")
    #expect(try desk.desk.run("undo").out.contains("third"))
    #expect(try desk.desk.run("redo").out.contains("third"))
    #expect(try desk.desk.run("redo").code != 0)
    #expect(try !desk.desk.run("show 0001 --all").out.contains("uno"))
  }

  @Test func `More than three need a yes, and a rehearsal tells what the run does`() throws {
    let before = try desk.dump.facts()
    #expect(try desk.desk.run("undo 4").code == 6)
    #expect(try desk.desk.run("undo 4", answering: ["n"]).code == 2)
    let rehearsal = try desk.desk.run("undo 4 --dry-run")
    #expect(rehearsal.code == 0)
    #expect(try desk.dump.facts() == before)
    let run = try desk.desk.run("undo 4 --yes")
    #expect(run.code == 0)
    let lines = { (text: String) in text.split(separator: "\n").dropLast() }
    #expect(lines(run.out) == lines(rehearsal.out))
  }
}
