import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A clerk's day is the clerk's own, a supervisor's everybody's.
struct TodayScopeTests {
  @Test func `a clerk sees the own orders first, who leads sees all (R-408)`() throws {
    let desk = try RuleDesk()
    try desk.run("user add lijia 李佳 --role clerk")
    try desk.run("user add wangwu 王五 --role clerk,supervisor")
    try desk.run("new C-1 FL-50 5 --promise 2026-03-16 --as lijia")
    try desk.run("set 0001 clerk=zhaolei")
    try desk.run("promise 0001 2026-03-16 --cause shortage")
    func seen(_ who: String) throws -> [Bool] {
      let out = try desk.desk.run("today " + who).out
      return ["SO2603-0001", "SO2603-0002"].map(out.contains)
    }
    #expect(try seen("--as lijia") == [false, true])
    #expect(try seen("--as lijia --all") == [true, true])
    #expect(try seen("--as lijia --for zhaolei") == [true, false])
    #expect(try seen("--as zhaolei") == [true, true])
    #expect(try seen("--as wangwu") == [true, true])
    #expect(try seen("--as zhaolei --mine") == [true, false])
  }
}
