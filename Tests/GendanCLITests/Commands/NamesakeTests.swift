import GendanOutput
import GendanTestSupport
import Testing

/// Two products, customers or people of one name are not one in any figure.
struct NamesakeTests {
  /// Two flanges, two customers and two clerks of one name, with an order each.
  private func desk() throws -> RuleDesk {
    let desk = try RuleDesk()
    for line in [
      "product add FL-80 法兰 --route flange",
      "customer add --code C-2 宏达机械 --address a --contact b --phone 1 --fax 2 --terms 月结30天",
      "user add wangwei 王伟", "user add wangwei2 王伟", "assign 0001 --to wangwei",
      "new C-2 FL-80 5 --price 20 --want 2026-04-30 --promise 2026-03-17", "assign 0002 --to wangwei2",
      "promise 0002 2026-03-20 --cause shortage",
    ] { try desk.run(line) }
    return desk
  }

  @Test func `who is registered under another's name is told of it`() throws {
    let desk = try RuleDesk()
    try desk.run("user add wangwei 王伟")
    let second = try desk.type("user add wangwei2 王伟")
    #expect(second.code == 0)
    #expect(second.err.contains("wangwei has this name too"))
  }

  @Test(arguments: [
    ("list --by product", ["法兰 (FL-50)", "法兰 (FL-80)"]),
    ("list --by customer", ["宏达机械 (C-1)", "宏达机械 (C-2)"]),
    ("list --by clerk", ["王伟 (wangwei)", "王伟 (wangwei2)"]),
    ("board --by product", ["法兰 (FL-50)", "法兰 (FL-80)"]),
    ("report sales --by product -p month", ["法兰 (FL-50)", "法兰 (FL-80)"]),
    ("report sales --by customer -p month", ["宏达机械 (C-1)", "宏达机械 (C-2)"]),
    ("report sales --by clerk -p month", ["王伟 (wangwei)", "王伟 (wangwei2)"]),
    ("otd --by product --today 2026-05-04", ["法兰 (FL-50)", "法兰 (FL-80)"]),
    ("otd --by customer --today 2026-05-04", ["宏达机械 (C-1)", "宏达机械 (C-2)"]),
    ("report delays --by customer -p 2026 --today 2026-05-04", ["宏达机械 (C-1)", "宏达机械 (C-2)"]),
    ("report slips --by clerk", ["王伟 (wangwei2)"]),
  ])
  func `each has its own group, with its code`(line: String, groups: [String]) throws {
    let shown = try desk().type(line + " -O text --width 120").out
    for group in groups { #expect(shown.contains(group), "\(line): \(shown)") }
  }

  @Test func `what each owes stands beside what each ordered`() throws {
    let desk = try desk()
    try desk.run("ship 0002")
    let rows = try desk.desk.records("report monthly --month 2026-03")
    #expect(rows.map { $0["customer"] } == ["宏达机械 (C-1)", "宏达机械 (C-2)"])
    #expect(rows.map { $0["receivable"] } == ["0.00", "100.00"])
  }

  @Test func `a work report has nothing of a namesake's`() throws {
    let desk = try desk()
    func report(_ login: String) throws -> JSON { try desk.desk.json("report work --user \(login) -p month") }
    #expect(try report("wangwei")["moved"] == 0)
    #expect(try report("wangwei2")["moved"] == 1)
    guard case .array(let mine) = try report("wangwei2")["turnover"] else { throw Missing() }
    #expect(mine.map { $0["ordered"] } == ["100.00"])
  }

  private struct Missing: Error {}
}
