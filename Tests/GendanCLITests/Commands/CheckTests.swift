import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite struct `The command check` {
  private let desk: TestDesk

  init() throws { desk = try TestDesk() }

  private func tamper(_ statement: SQL) throws {
    try TestDatabase.open(desk.place).write { _ = try $0.run(statement) }
  }

  @Test func `is silent when the book is well, and says how much it saw when asked`() throws {
    #expect(try desk.run("check") == ("", "", 0))
    #expect(try desk.run("check -v") == ("sound: 1 rows, 1 events\n", "", 0))
    #expect(try desk.run("体检 -v", lang: "zh") == ("良好: 1 行, 1 笔流水\n", "", 0))
    #expect(try desk.run("check --json").out.contains("\"count\":0,\"rows\":[]"))
  }

  @Test func `lists what is wrong and exits 8`() throws {
    try tamper("UPDATE users SET name = 'x'")
    let result = try desk.run("check")
    #expect(
      result.out == """
        Rule     About    Finding
        journal  users 1  altered behind the program's back

        """)
    #expect(result.code == 8)
    let json = try desk.run("check --json")
    #expect(json.code == 8)
    #expect(json.out.contains(#""rule":"journal","about":"users 1""#))
    #expect(json.out.contains(#""kind":"altered""#))
  }

  @Test func `asks only the rules that are named, in any language`() throws {
    try tamper("UPDATE users SET name = 'x'")
    #expect(try desk.run("check figures 日期先后").code == 0)
    #expect(try desk.run("check 流水").code == 8)
    let unknown = try desk.run("check jornal")
    #expect(unknown.code == 64)
    #expect(unknown.err.contains("engine, journal, figures"))
  }

  @Test func `names a broken chain`() throws {
    try tamper("UPDATE events SET login = 'somebody'")
    #expect(try desk.run("check").out.contains("e1 "))
  }

  @Test func `recomputes kept figures as one event, and undoing it never falsifies them again`() throws {
    try tamper(
      """
      INSERT INTO shipments (id, no, shipped_on, arrived_on, entered_at)
      VALUES (1, 'D2603-0001', '2026-03-10', '2026-03-12', '2026-03-10T00:00:00Z')
      """)
    let before = try desk.run("check figures")
    #expect(before.code == 8)
    #expect(before.out.contains("arrived_on is 2026-03-12, should be -"))
    #expect(before.out.hasSuffix("kept figures: gendan check --fix\n"))
    #expect(try desk.run("check figures --fix -n").out == "1 kept figure recomputed (dry run, not saved)\n")
    #expect(try desk.run("check figures").code == 8)
    let fixed = try desk.run("check figures --fix")
    #expect(fixed == ("1 kept figure recomputed.  undo: gendan undo\n", "", 0))
    #expect(try desk.run("check figures").code == 0)
    #expect(try desk.run("undo").code == 0)
    #expect(try desk.run("check figures").code == 0)
  }

  @Test func `warns of a year without holidays, which is no fault`() throws {
    let result = try desk.run("check", today: "2026-10-08 08:00")
    #expect(result.code == 0)
    #expect(result.out == "")
    #expect(result.err.contains("no holidays for 2027"))
  }
}
