import GendanTestSupport
import Testing

@testable import GendanCLI

/// Files of commands: all of them, or none.
struct BatchTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func batch(_ text: String, _ options: String = "", lang: String = "en") throws -> TestDesk.Result {
    let path = try desk.desk.file("lines.txt", text)
    return try desk.desk.run("batch \(path) \(options)", lang: lang)
  }

  private func events() throws -> Int { try desk.desk.records("log --as chenting").count }

  @Test func `Each line is an event of its own, and the last order is at hand`() throws {
    let before = try events()
    let result = try batch("# morning\n\nnote 0001 \"two words\"\ngendan chase ^ asked --next tomorrow\n")
    #expect(result.code == 0)
    #expect(result.out.hasSuffix("2 lines, 2 done, 0 failed\n"))
    #expect(try events() == before + 2)
    #expect(try desk.desk.run("undo").out.contains("chase ^ asked"))
    #expect(try desk.desk.run("show 0001 --all").out.contains("two words"))
    #expect(try desk.desk.run("check").code == 0)
  }

  @Test func `A line that fails takes all back, and says which it was`() throws {
    let before = try desk.dump.text()
    let result = try batch("note 0001 first\npromise 0001 2026-05-10 --cause shortage\nnote 9999 no such\n")
    #expect(result.code == 3)
    #expect(result.err.contains("gendan: lines.txt:3: no order ends in \"9999\"\n"))
    #expect(result.err.contains("none of the 3 lines was kept"))
    #expect(result.out.isEmpty)
    #expect(try desk.dump.text() == before)
    #expect(try desk.desk.run("check").code == 0)
  }

  @Test func `A refused line within a batch leaves the lines before it as they were`() throws {
    let result = try batch(
      "note 0001 first\nship 0001=500\nnote 0001 last\n", "--keep-going", lang: "zh-Hans")
    #expect(result.code == 65)
    #expect(result.out.hasSuffix("3 条, 2 成, 1 败 (第 2 行)\n"))
    #expect(result.err.hasPrefix("gendan: lines.txt:2: "))
    let page = try desk.desk.run("show 0001 --all").out
    #expect(page.contains("first") && page.contains("last"))
  }

  @Test func `A rehearsal builds each line on the ones before and keeps none`() throws {
    let before = try desk.dump.text()
    let result = try batch("release 0001\nprogress 0001 备料 40\n", "--dry-run")
    #expect(result.code == 0)
    #expect(result.out.hasSuffix("2 lines, 2 done, 0 failed (dry run, not saved)\n"))
    #expect(try desk.dump.text() == before)
  }

  @Test(arguments: [
    ("note 0001 \"open", 65), ("batch x", 64), ("shell", 64), ("init", 64), ("step scan", 64),
    ("restore x.db", 64), ("notte 0001 x", 64),
  ])
  func `What is no line of a batch is refused`(_ line: String, _ code: Int32) throws {
    let result = try batch(line + "\n")
    #expect(result.code == code)
    #expect(result.err.contains("lines.txt:1: "))
  }

  @Test func `Standard input is a file too, and a missing file is said`() throws {
    #expect(try desk.desk.run("batch /nowhere/at-all.txt").code == 66)
    #expect(try desk.desk.run("batch a b").code == 64)
  }
}
