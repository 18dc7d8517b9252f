import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What is done all the same, and what is said of it: a promise that is doubtful, goods that nobody reported.
struct DoubtTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test func `a promise in the past is told as overdue at once, with a year typed in full`() throws {
    let told = try desk.desk.run("promise 0001 2026-03-09 --cause 缺料").err
    #expect(told.contains("that day is past"), "\(told)")
    #expect(try !desk.desk.run("promise 0001 2026-04-20 --cause 缺料").err.contains("that day is past"))
  }

  @Test func `a promise before the plan's finish names the day and the production order (R-159)`() throws {
    try desk.run("release 0001")
    let told = try desk.desk.run("promise 0001 2026-03-17 --cause 缺料", lang: "zh-Hans").err
    #expect(told.contains("计划完工 ") && told.contains("(MO2603-0001), 晚于这一天"), "\(told)")
    #expect(try !desk.desk.run("promise 0001 2026-12-20 --cause 缺料").err.contains("the plan finishes"))
  }

  @Test func `what leaves without a report of production is told, and nothing else is`() throws {
    // Nobody says what is made where nothing of it was ever produced.
    #expect(try desk.desk.run("ship 0001=10").err == "")
    try desk.run("new C-1 FL-50 30 --price 10 --want 2026-04-30")
    try desk.run("release 0001")
    #expect(try desk.desk.run("ship 0001=10").err.contains("note: 20 of line 1 left, 0 reported as made"))
    try desk.run("done 0001 备料")
    try desk.run("done 0001 机加")
    #expect(try desk.desk.run("ship 0001=10").err == "")
    // Others of the product are produced: this one was forgotten.
    let forgotten = try desk.desk.run("ship 0002").err
    #expect(forgotten.contains("30 of line 1 left, 0 reported as made"), "\(forgotten)")
    #expect(forgotten.contains("gendan undo"))
    // What is counted in stock leaves from there.
    try desk.run("stock count FL-50 500")
    try desk.run("new C-1 FL-50 30 --price 10 --want 2026-04-30")
    #expect(try desk.desk.run("ship 0003").err == "")
  }

  @Test func `a share of what was made counts what production says, where it makes all of it (R-093)`() throws
  {
    try desk.run("release 0001")
    try desk.run("ship 0001=50")
    #expect(try desk.desk.run("show 0001").out.contains("made .......... 0%"))
  }
}
