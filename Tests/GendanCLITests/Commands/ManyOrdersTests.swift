import GendanTestSupport
import Testing

@testable import GendanCLI

/// A change of many orders at once is asked about first.
struct ManyOrdersTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    for _ in 0..<4 { try desk.run("new C-1 FL-50 5 --price 9 --want 2026-04-30") }
  }

  @Test(arguments: [
    "set SO2603- note=x", "set 0001 0002 0003 0004 note=x", "release SO2603-",
    "set 1-5 prio=H",
  ])
  func `More than three need a yes`(_ line: String) throws {
    _ = try desk.desk.run("list")
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == 6)
    #expect(result.err.contains("orders?"))
    #expect(try desk.desk.run(line, answering: ["n"]).code == 2)
    #expect(try desk.dump.text() == before)
    #expect(try desk.desk.run(line, answering: ["y"]).code == 0)
    #expect(try desk.dump.text() != before)
  }

  @Test func `Three, a rehearsal or a yes of its own are not asked about`() throws {
    #expect(try desk.desk.run("set 0001 0002 0003 note=x").code == 0)
    #expect(try desk.desk.run("set SO2603- note=y --dry-run").code == 0)
    #expect(try desk.desk.run("set SO2603- note=y --yes").code == 0)
  }
}
