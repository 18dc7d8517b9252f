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
    for answer in ["SO2603-0001", "0001"] {
      try desk.run("undo --yes")
      #expect(try desk.desk.run("cancel 0001 --reason x", width: 80, answering: [answer]).code == 0)
    }
    try desk.run("undo --yes")
    #expect(try desk.desk.run("cancel 0001 --reason x", width: 80, answering: ["001"]).code == 2)
  }

  @Test func `an offered line has all that was typed`() throws {
    try desk.run("release 0001")
    let result = try desk.desk.run("cancel 0001 --reason x --db \(desk.desk.place) --as chenting")
    #expect(
      result.err.contains(
        "gendan cancel 0001 --reason x --db \(desk.desk.place) --as chenting --confirm=SO2603-0001"),
      "\(result)")
  }

  @Test func `a rehearsal keeps nothing, of forecasts either`() throws {
    try desk.run("release 0001")
    try desk.run("forecast run -n")
    #expect(try desk.desk.run("today").out.contains("gendan forecast run"))
    try desk.run("forecast run")
    #expect(try !desk.desk.run("today").out.contains("who will be late: gendan forecast run"))
  }

  @Test func `a hold takes its reason as it is said`() throws {
    let held = try desk.desk.run("hold 0001 客户改图 等确认", lang: "zh-Hans")
    #expect(held.code == 0 && held.out.contains("客户改图 等确认"), "\(held)")
    try desk.run("resume 0001")
    #expect(try desk.desk.run("hold 0001").code == 64)
    #expect(try desk.desk.run("hold 0001 --reason x --side customer").code == 0)
  }
}
