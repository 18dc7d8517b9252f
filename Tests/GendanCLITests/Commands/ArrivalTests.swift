import GendanTestSupport
import Testing

/// When goods arrive.
struct ArrivalTests {
  @Test func `Nothing arrives before it has left`() throws {
    let desk = try RuleDesk()
    try desk.run("ship 0001=40", today: "2026-03-18 08:05")
    let before = try desk.dump.text()
    let early = try desk.desk.run("arrive 0001 --on 2026-03-17", today: "2026-03-20 08:05")
    #expect(early.code == 5)
    #expect(early.err.contains("2026-03-18"))
    #expect(try desk.dump.text() == before)
    #expect(try desk.desk.run("arrive 0001 --on 2026-03-18", today: "2026-03-20 08:05").code == 0)
  }
}
