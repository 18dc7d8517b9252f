import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Part deliveries and lines as the clerk types them.
struct PartDeliveryTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func lines() throws -> [JSON] {
    try JSON.parse(try desk.desk.run("list no:0001 --lines --json").out)["rows"].items
  }

  @Test func `A delivery is split, and its parts are shown and named`() throws {
    let result = try desk.desk.run(
      "split 0001 40=2026-04-30 60=2026-05-15 --cause shortage --told 刘工", lang: "zh-Hans")
    #expect(result.out.contains("分 2 批: .1.1 40 2026-04-30"), "\(result)")
    #expect(result.out.contains(".1.2 60 2026-05-15"))
    #expect(try lines().map { $0["part"] } == [1, 2])
    let page = try desk.desk.run("show 0001", width: 100).out
    #expect(page.contains("1.1") && page.contains("1.2"), "\(page)")
    try desk.run("promise 0001.1.2 2026-05-20 --cause rework")
    #expect(try lines().map { $0["promise"] } == ["2026-04-30", "2026-05-20"])
    try desk.run("set 0001.1.1 qty=45")
    try desk.run("ship 0001.1.1")
    #expect(try lines().map { $0["shipped"] } == [45, 0])
  }

  @Test func `What names a part for lines as a whole is refused, and a loose word`() throws {
    try desk.run("split 0001 40=2026-04-30 --wanted")
    let whole = try desk.desk.run("delay open 0001.1.1 磨床坏")
    #expect(whole.code == 64 && whole.err.contains("as a whole"), "\(whole)")
    let loose = try desk.desk.run("split 0001 40 2026-04-30")
    #expect(loose.code == 64 && loose.err.contains("gendan split SO2603-0001 200=4/3 300=4/20"), "\(loose)")
    let both = try desk.desk.run("split 0001 10=2026-04-30 --wanted --cause shortage")
    #expect(both.code == 64)
    #expect(try desk.desk.run("set 0001.1 qty=10").code == 4)
    #expect(try desk.desk.run("set 0001.1.3 qty=10").code == 3)
  }

  @Test func `More than there is is refused`() throws {
    let result = try desk.desk.run("split 0001 40=2026-04-30 80=2026-05-15 --cause shortage")
    #expect(result.code == 5 && result.err.contains("the parts are 120, the delivery is 100"), "\(result)")
  }

  @Test func `Lines come and go until the customer has confirmed`() throws {
    let added = try desk.desk.run("line add 0001 FL-50 20@9.5 color=红 --want 5/20", lang: "zh-Hans")
    #expect(added.code == 0 && added.out.contains("第 2 行: 法兰 20 "), "\(added)")
    try desk.run("line set 0001.2 qty=25")
    let rows = try lines()
    #expect(rows.map { $0["qty"] } == [100, 25])
    #expect(rows.last?["price"] == "9.50" && rows.last?["want"] == "2026-05-20" && rows.last?["color"] == "红")
    try desk.run("line drop 0001.2 --reason 不要了 --yes")
    #expect(try lines().count == 1)
    #expect(try desk.desk.run("line drop 0001.1 --reason x --yes").code == 5)
    #expect(try desk.desk.run("line drop 0001 --reason x --yes").code == 64)
    try desk.run("confirm 0001 --told 刘工")
    let refused = try desk.desk.run("line add 0001 FL-50 20")
    #expect(
      refused.code == 5
        && refused.err.contains("gendan amend SO2603-0001 --add \"FL-50 20\" --reason TEXT"), "\(refused)")
  }
}
