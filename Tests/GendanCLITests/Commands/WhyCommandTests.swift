import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Why an order is late where a part of it is in nobody's hands yet.
struct WhyCommandTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  /// The accounts of the order as of a day after it was due.
  private func account(_ today: String) throws -> JSON {
    let json = try JSON.parse(desk.type("why 0001", today: today).out)
    guard case .array(let rows)? = json["rows"], let row = rows.first else { return .null }
    return row
  }

  @Test func `what is not in production is late by the days since, though nobody knows when it is ready`()
    throws
  {
    let row = try account("2026-05-08 09:00")
    // From Thursday 30 April, with the Labour Day rest of 1 to 5 May, to Friday 8 May.
    #expect(row["ready"] == .null && row["days_late"] == 3)
    guard case .array(let links)? = row["links"] else { return #expect(Bool(false), "no links") }
    #expect(links.map { $0["kind"] } == ["release"] && links.map { $0["days"] } == [3])
    let told = try desk.desk.run("why 0001", lang: "zh-Hans", today: "2026-05-08 09:00").out
    #expect(told.contains("已迟 3 天; 没有全部下生产单, 无法预计: gendan product set FL-50 lead=天数"), "\(told)")
  }

  @Test func `a part that nobody makes comes after what is in production`() throws {
    try desk.run("release 0001 --qty 40 --force --reason x")
    try desk.run("done 0001 备料", today: "2026-03-20 16:00")
    try desk.run("done 0001 机加", today: "2026-03-27 16:00")
    let unknown = try account("2026-03-30 09:00")
    #expect(unknown["ready"] == .null && unknown["days_late"] == 0)
    try desk.run("product set FL-50 lead=30", today: "2026-03-30 09:00")
    // Thirty working days after Monday 30 March: Qingming and Labour Day are rest, Saturday 9 May is worked.
    let known = try account("2026-03-30 09:00")
    #expect(known["ready"] == "2026-05-14" && known["days_late"] == 8, "\(known)")
    guard case .array(let links)? = known["links"] else { return #expect(Bool(false), "no links") }
    #expect(links.map { $0["kind"] } == ["release"])
  }

  @Test func `without history what is left of a plan is laid out from today, and all lists name that day`()
    throws
  {
    try desk.run("release 0001")
    // Nothing was reported of seven days of work: they begin today at the earliest.
    let today = "2026-04-27 09:00"
    let ready = try account(today)["ready"]
    let risk = try JSON.parse(desk.type("risk --all", today: today).out)
    guard case .array(let rows)? = risk["rows"], let row = rows.first else { return #expect(Bool(false)) }
    #expect(row["forecast"] == ready && ready == "2026-05-07", "\(String(describing: ready))")
    let chart = try JSON.parse(desk.type("gantt", today: today).out)
    guard case .array(let lines)? = chart["rows"], let line = lines.first else { return #expect(Bool(false)) }
    #expect(line["forecast"] == ready, "\(line)")
  }

  @Test func `a person confirms what is proposed, or rules otherwise with a reason`() throws {
    let late = "2026-05-08 09:00"
    try desk.run("delay confirm 0001", today: late)
    func link() throws -> JSON {
      guard case .array(let links)? = try account(late)["links"], let link = links.first else { return .null }
      return link
    }
    #expect(try link()["ruling"]?["by"] != nil && link()["side"] == "own")
    try desk.run("delay overrule 0001 1 --side customer --dept 仓库 --reason 客户改图", today: late)
    #expect(try link()["side"] == "customer" && link()["dept"] == "仓库")
    #expect(try link()["ruling"]?["reason"] == "客户改图")
    let told = try desk.desk.run("why 0001", lang: "zh-Hans", today: late).out
    #expect(told.contains("客户改图"), "\(told)")
    // A day later it has cost a day more: what was ruled is to be looked at again.
    let later = try account("2026-05-09 09:00")
    guard case .array(let links)? = later["links"] else { return #expect(Bool(false), "no links") }
    #expect(links[0]["needs_review"] == true && links[0]["side"] == "own")
  }

  @Test(arguments: [
    ("delay confirm 0001 3", 64), ("delay overrule 0001 1 --side customer", 64),
    ("delay overrule 0001 1 --reason x", 64), ("delay overrule 0001 --side customer --reason x", 64),
    ("delay overrule 0001 1 --side nobody --reason x", 64), ("delay overrule 0001 1 --dept 没有 --reason x", 3),
  ])
  func `a ruling that says too little changes nothing`(line: String, code: Int32) throws {
    let before = try desk.dump.text()
    let result = try desk.desk.run(line, today: "2026-05-08 09:00")
    #expect(result.code == code, "\(result.err)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `nothing is ruled of an order that lost no days`() throws {
    try desk.run("release 0001")
    #expect(try desk.desk.run("delay confirm 0001").err.contains("has lost no days"))
  }

  @Test func `what was closed short is no longer owed`() throws {
    try desk.run("release 0001")
    let told = try desk.desk.run("why 0001", today: "2026-03-17 09:00").out
    #expect(told.contains("is expected in time"))
    try desk.run("cancel 0001 --reason x --yes", today: "2026-03-18 09:00")
    #expect(try desk.desk.run("why 0001", today: "2026-05-08 09:00").out.contains("no longer owed"))
  }
}
