import GendanTestSupport
import Testing

@testable import GendanCLI

/// Severe questions are answered with a name, by a script too.
struct ConfirmTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test func `an order that nothing was done for is cancelled with a yes`() throws {
    #expect(try desk.desk.run("cancel 0001 --reason x", width: 80, answering: ["y"]).code == 0)
  }

  @Test func `an order in production is cancelled by typing its number`() throws {
    try desk.run("release 0001")
    let before = try desk.dump.events()
    let refused = try desk.desk.run("cancel 0001 --reason x", width: 80, answering: ["y"])
    #expect(refused.code == 2 && refused.err.contains("type SO2603-0001 or yes"), "\(refused)")
    let script = try desk.desk.run("cancel 0001 --reason x")
    #expect(script.code == 6 && script.err.contains("--confirm=SO2603-0001"), "\(script)")
    #expect(try desk.desk.run("cancel 0001 --reason x --confirm=SO2603-0002").code == 6)
    #expect(try desk.dump.events() == before)
    #expect(try desk.desk.run("cancel 0001 --reason x --confirm=SO2603-0001").code == 0)
    try desk.run("undo")
    #expect(
      try desk.desk.run("cancel 0001 --reason x", width: 80, answering: ["SO2603-0001"]).code == 0)
  }
}
