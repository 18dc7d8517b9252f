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

  @Test func `a department's morning has its steps, and no figures of the whole factory`() throws {
    let desk = try RuleDesk()
    try desk.run("release 0001")
    let late = "2026-05-06 08:00"
    let page = try desk.desk.run("morning --dept 仓 --peek", lang: "zh-Hans", today: late).out
    #expect(page.hasPrefix("跟单早报  2026-05-06 周三  仓库\n") && page.contains("SO2603-0001"), "\(page)")
    #expect(!page.contains("准交率") && !page.contains("接单"), "\(page)")
    let json = try desk.desk.json("morning --dept 仓库 --peek --today 2026-05-06")
    #expect(json["otd"] == .null && json["counts"]?["taken"] == .null && json["counts"]?["overdue"] == 1)
    let all = try desk.desk.json("morning --peek --today 2026-05-06")
    #expect(all["otd"]?["total"] == 0 && all["counts"]?["taken"] == 0, "\(all)")
    // One department is one recipient, however it is typed.
    #expect(try !desk.desk.run("morning --dept 仓 --once today", today: late).out.isEmpty)
    #expect(try desk.desk.run("morning --dept 仓库 --once today", today: late).out.isEmpty)
    #expect(try !desk.desk.run("morning --for 陈婷 --once today", today: late).out.isEmpty)
    #expect(try desk.desk.run("morning --for chenting --once today", today: late).out.isEmpty)
    for line in ["--dept 仓库 --for chenting", "--dept 仓库 --all", "-s due"] {
      #expect(try desk.desk.run("morning --peek \(line)", today: late).code == 64, "\(line)")
    }
  }
}
