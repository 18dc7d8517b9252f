import GendanOutput
import GendanTestSupport
import Testing

/// When goods leave and arrive, and whose they are.
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

  @Test func `what is short of a line that left with two notes is asked for by note`() throws {
    let desk = try RuleDesk()
    try desk.run("ship 0001=40")
    try desk.run("ship 0001=50")
    let unclear = try desk.desk.run("arrive 0001 --short 2")
    #expect(unclear.code == 4 && unclear.err.contains("gendan arrive D2603-0002 --short 2"), "\(unclear)")
    #expect(try desk.desk.run("arrive D2603-0002 --short 2").code == 0)
  }

  @Test func `each customer has a delivery note of its own`() throws {
    let desk = try RuleDesk()
    try desk.run("customer add --code C-2 华威 --address a --contact b --phone 1 --fax 2 --terms 月结30天")
    try desk.run("new C-2 FL-50 5 --price 10 --promise 2026-04-30")
    let shipped = try desk.desk.json("ship 0001=4 0002=5 0001=6 --carrier 顺丰")
    #expect(shipped["shipments"] == ["D2603-0001", "D2603-0002"])
    #expect(try desk.desk.run("ship show D2603-0002").out.contains("华威"))
    #expect(try !desk.desk.run("ship show D2603-0001").out.contains("华威"))
    // One line, one entry of the journal: it is taken back as a whole.
    try desk.run("undo")
    #expect(try desk.desk.records("ship list --all").isEmpty)
  }
}
