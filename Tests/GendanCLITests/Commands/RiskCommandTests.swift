import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Kept forecasts from the command line: what today, morning and show tell of risk.
struct RiskCommandTests {
  private let desk: RuleDesk

  /// The order is due on 30 April, needs seven working days, and nothing of it is in production.
  init() throws {
    desk = try RuleDesk()
    try desk.run("product set FL-50 lead=7")
  }

  private func json(_ line: String, _ today: String) throws -> JSON {
    let result = try desk.type(line, today: today)
    #expect(result.code == 0, "\(line): \(result.err)")
    return try JSON.parse(result.out)
  }

  private func atRisk(_ today: String) throws -> JSON? {
    try json("today --all", today)["counts"]?["at_risk"]
  }

  private func section(_ id: String, of morning: JSON) -> [JSON] {
    guard case .array(let sections)? = morning["sections"],
      case .array(let rows)? = sections.first(where: { $0["id"] == .string(id) })?["rows"]
    else { return [] }
    return rows
  }

  @Test func `today tells what is expected late only when forecasts were told, and says how old they are`()
    throws
  {
    try desk.run("release 0001")
    #expect(try desk.desk.run("today --all").out.contains("gendan forecast run"))
    try desk.run("forecast run")
    #expect(!(try desk.desk.run("today --all").out.contains("gendan forecast run")))
    #expect(
      try desk.desk.run("today --all", today: "2026-03-25 08:00").out.contains(
        "forecasts of 03-16: gendan forecast run"))
  }

  @Test func `a risk is news once, stays quiet when known, and its recovery is told`() throws {
    // Nothing was released by 24 April: seven working days from there pass 30 April.
    let first = try json("morning --always", "2026-04-20 08:00")
    #expect(first["counts"]?["at_risk"] == 0)
    let second = try json("morning --always", "2026-04-24 08:00")
    #expect(second["counts"]?["at_risk"] == 1 && section("risk_new", of: second).count == 1)
    #expect(try atRisk("2026-04-24 08:05") == 1)
    #expect(try json("list is:risk", "2026-04-24 08:05")["rows"] != .array([]))
    let third = try json("morning --always", "2026-04-25 08:00")
    #expect(third["counts"]?["at_risk"] == 1 && section("risk_new", of: third).isEmpty)
    try desk.run("forecast ack 0001 --reason 周末加班", today: "2026-04-25 09:00")
    #expect(try atRisk("2026-04-25 09:05") == 0)
    #expect(try desk.desk.run("show 0001", today: "2026-04-25 09:05").out.contains("周末加班"))
    // A new promise that can be kept takes it out of risk.
    try desk.run("promise 0001 2026-06-30 --cause customer", today: "2026-04-25 09:10")
    let fourth = try json("morning --always", "2026-04-26 08:00")
    #expect(section("recovered", of: fourth).count == 1)
    let fifth = try json("morning --always", "2026-04-27 08:00")
    #expect(section("recovered", of: fifth).isEmpty)
  }

  @Test func `what is known is told again when it gets materially worse`() throws {
    try desk.run("forecast run", today: "2026-04-23 08:00")
    try desk.run("forecast ack 0001", today: "2026-04-23 09:00")
    try desk.run("forecast run", today: "2026-04-24 08:00")
    #expect(try atRisk("2026-04-24 08:05") == 0)
    try desk.run("forecast run", today: "2026-04-28 08:00")
    #expect(try atRisk("2026-04-28 08:05") == 1)
  }

  @Test func `the last forecast stays beside the other dates when the order is done`() throws {
    try desk.run("release 0001")
    try desk.run("forecast run", today: "2026-04-24 08:00")
    try desk.run("done 0001 备料", today: "2026-04-24 15:00")
    try desk.run("done 0001 机加", today: "2026-04-24 16:00")
    try desk.run("ship 0001", today: "2026-04-25 10:00")
    let told = try desk.desk.run("show 0001", lang: "zh-Hans", today: "2026-05-11 10:00").out
    #expect(told.contains("预计") && told.contains("按 04-24 的预测"), "\(told)")
  }

  @Test func `what is not at risk cannot be known to be`() throws {
    try desk.run("forecast run")
    let before = try desk.dump.text()
    let refused = try desk.desk.run("forecast ack 0001")
    #expect(refused.code == 5 && refused.err.contains("gendan forecast run"))
    #expect(try desk.dump.text() == before)
  }

  @Test func `peeking at the morning keeps nothing`() throws {
    try desk.run("morning --peek --always", today: "2026-04-24 08:00")
    #expect(try atRisk("2026-04-24 08:05") == .null)
  }
}
