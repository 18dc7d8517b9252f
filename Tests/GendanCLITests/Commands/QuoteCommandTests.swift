import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Enquiries, quotes and prices as they are typed.
struct QuoteCommandTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.run("product add P-88 法兰 --lead 15")
    try desk.run(
      "customer add 宏达机械 --address a --contact 李明 --phone 1 --fax 2 --terms 订金30% --code C-1")
    try desk.run(
      "customer add Acme --address a --contact b --phone 1 --fax 2 --terms COD --code C-2 --currency EUR"
    )
  }

  private func add(_ more: String = "") throws -> TestDesk.Result {
    try desk.run(
      "quote add 宏达机械 P-88 12400 --material 8.20 --labour 3 --packaging 0.80 --margin 20% --maker 本厂 --packing 纸箱 \(more)"
    )
  }

  private func first(_ line: String) throws -> JSON? {
    guard case .array(let rows) = try desk.json(line)["rows"] else { return nil }
    return rows.first
  }

  @Test func `a quote calculates its price and tells what is missing (R-033, R-035)`() throws {
    let quote = try desk.run(
      "quote add 宏达机械 P-88 12400 --material 8.20 --labour 3 --packaging 0.80 --margin 20%")
    #expect(quote.code == 0)
    #expect(quote.out.contains("15.00 CNY  (cost 12.00, margin 20%)"))
    #expect(quote.out.contains("not given: maker, packing"))
    let refused = try desk.run("quote submit Q2603-0001")
    #expect(refused.code == 5)
    #expect(refused.err.contains("gendan quote set Q2603-0001 maker=… packing=…"))
    #expect(try desk.run("报价 改 0001 生产厂家=本厂 packing=纸箱").code == 0)
    #expect(try desk.run("quote submit 0001").out.contains("handed in, approved"))
    #expect(try desk.run("quote set 0001 price=14").code == 5)
  }

  @Test func `the card tells the composition by percentage (R-036)`() throws {
    _ = try add()
    let out = try desk.run("quote show 0001 --cost").out
    for share in ["54.67%", "20%", "5.33%", "100%"] { #expect(out.contains(share), "\(out)") }
    #expect(try !desk.run("quote show 0001").out.contains("54.67%"))
    #expect(try desk.json("quote show 0001")["awaited"] == [])
  }

  @Test func `versions are kept and listed (R-045)`() throws {
    _ = try add()
    #expect(try desk.run("quote confirm 0001 --by 李明").code == 0)
    #expect(try desk.run("quote revise 0001 price=14.80").out.contains("15.00 -> 14.80"))
    #expect(try desk.json("quote list 宏达机械")["count"] == 1)
    #expect(try desk.json("quote list 宏达机械 --all")["count"] == 2)
    #expect(try desk.json("quote show 0001.1")["price"] == "15.00")
    #expect(try desk.json("quote show 0001")["version"] == 2)
    #expect(try first("quote list --open")?["state"] == "draft")
  }

  @Test func `an order follows its quote: product, price and terms (R-034, R-042)`() throws {
    _ = try add()
    let early = try desk.run("new --quote 0001")
    #expect(early.code == 5)
    #expect(early.err.hasPrefix("gendan: Q2603-0001 is draft\n"))
    try desk.run("quote confirm 0001")
    #expect(try desk.run("new --quote 0001").out.contains("12,400 pcs   186,000.00 CNY"))
    #expect(try first("list --lines")?["price"] == "15.00")
    #expect(try desk.run("new --quote 0001 100").out.contains("100 pcs   1,500.00 CNY"))
    #expect(try desk.run("new 宏达机械 P-88 10 --quote 0001").code == 0)
    #expect(try desk.run("new Acme P-88 10 --quote 0001").code == 5)
    #expect(try desk.run("new 宏达机械 P-88 10 --quote 0001 --cur USD").code == 5)
    #expect(try desk.run("new 宏达机械 P-88 10 --quote 0009").code == 3)
    #expect(try first("quote list --won")?["order"] == "SO2603-0001")
    #expect(try desk.run("show 0001").out.contains("Q2603-0001  法兰 15.00 CNY"))
    #expect(try desk.json("show 0001")["quotes"] != .array([]))
  }

  @Test func `a new order takes the price in force on its day (R-042)`() throws {
    try desk.run("price set 宏达机械 P-88 18.50 --from 2026-03-01")
    try desk.run("price set C-1 P-88 19 --from 2026-03-10")
    #expect(try desk.run("new 宏达机械 P-88 100 --on 2026-03-09").out.contains("1,850.00 CNY"))
    #expect(try desk.run("new 宏达机械 P-88 100").out.contains("1,900.00 CNY"))
    #expect(try desk.run("new 宏达机械 P-88 100 --price 20").out.contains("2,000.00 CNY"))
    #expect(try !desk.run("new Acme P-88 100").out.contains("EUR"))
    #expect(try desk.json("price list")["count"] == 1)
    #expect(try desk.json("price list --as-of 2026-03-05")["count"] == 2)
    #expect(try desk.json("price list 宏达机械 P-88 --all")["count"] == 2)
    #expect(try desk.run("price set 宏达机械 P-88 17").out.contains("19.00 -> 17.00 CNY"))
    try desk.run("undo")
    #expect(try first("price list")?["price"] == "19.00")
  }

  @Test func `an enquiry is answered the same day, and late after 24 hours (R-031, R-032)`() throws {
    #expect(try desk.run("enquiry add 宏达机械 法兰 DN80 500 件 --via phone --at 8:00").code == 0)
    #expect(try first("enquiry list")?["age_hours"] == 0)
    #expect(try desk.run("today --all").out.contains("E2603-0001") == false)
    let late = try desk.run("today --all", today: "2026-03-17 08:00")
    #expect(late.out.contains("E2603-0001"))
    #expect(late.out.contains("enquiry not answered"))
    #expect(try desk.run("show 1", today: "2026-03-17 08:01").err.contains("E2603-0001, which is no order"))
    #expect(try desk.run("morning --peek", today: "2026-03-17 08:00").out.contains("E2603-0001"))
    let answered = try desk.run("enquiry answer 0001 已报价 15.00 --at 8:05")
    #expect(answered.out.contains("answered after 0 h"))
    #expect(try desk.json("enquiry list")["count"] == 0)
    #expect(try desk.json("enquiry list --all")["count"] == 1)
    #expect(try desk.run("enquiry answer 0001 again").code == 5)
  }

  @Test(arguments: [
    ("quote add 宏达机械 P-88", 64), ("quote add 宏达机械 P-88 0 --price 15", 64),
    ("quote add 宏达机械 P-88 5 --price 15 --margin 20%", 64), ("quote add 宏达机械 P-88 5 --margin 100%", 64),
    ("quote add 宏达机械 P-88 5 --price -1", 64), ("quote add 宏达机械 P-88 5 --price 1e5", 64),
    ("quote add 宏达机械 P-88 5 --price 900000000000000", 64), ("quote add nobody P-88 5", 3),
    ("quote add 宏达机械 P-88 5 --cur yuan", 64), ("quote add 宏达机械 P-88 5 --enquiry 0009", 3),
    ("quote show 9999", 3), ("quote show", 64), ("quote show %", 3), ("quote submit 0001.7", 3),
    ("quote lost 0001", 64), ("reject Q2603-0001 --reason x", 5), ("quote sign 0001", 5),
    ("quote set 0001 colour=red", 64), ("quote set 0001", 64), ("quote sign 0001 --role boss", 64),
    ("price set 宏达机械 P-88", 64), ("price set 宏达机械 P-88 -1", 64), ("price set 宏达机械 P-99 1", 3),
    ("enquiry add 宏达机械", 64), ("enquiry add 宏达机械 x --at 25:00", 64), ("enquiry add 宏达机械 x --at 9:59", 64),
    ("enquiry add 宏达机械 x --via pigeon", 64), ("enquiry answer 9999 x", 3),
  ])
  func `what cannot be done is refused and changes nothing`(line: String, code: Int32) throws {
    _ = try add()
    let book = try BookDump(desk.place)
    let before = try book.text()
    let refused = try desk.run(line)
    #expect(refused.code == code, "\(refused)")
    #expect(refused.out.isEmpty)
    #expect(try book.text() == before)
  }

  @Test func `finance signs without being a clerk, and nobody else for them (R-038)`() throws {
    try desk.run("user add qianhui 钱慧 --role finance")
    try desk.run("user add lijia 李佳 --role clerk")
    try desk.run("signer add quote finance")
    _ = try add()
    #expect(try desk.run("quote submit 0001").out.contains("awaiting finance"))
    #expect(try desk.run("quote sign 0001 --as lijia").code == 77)
    #expect(try desk.run("quote add 宏达机械 P-88 5 --as qianhui").code == 77)
    #expect(try desk.run("quote sign 0001 --as qianhui").out.contains("signed as finance; approved"))
  }

  @Test func `new material waits for the general manager, who keeps the old price (R-040, R-041)`() throws {
    try desk.run("user add zheng 郑总 --role gm")
    try desk.run("setting set gate.submit.decided on")
    _ = try add()
    try desk.run("quote confirm 0001")
    try desk.run("new --quote 0001 --new-material")
    let check = try desk.run("review check SO2603-0001", lang: "zh-Hans")
    #expect(check.out.contains("第 1 行: 新材料, 价格变不变要总经理定"))
    let refused = try desk.run("submit SO2603-0001")
    #expect(refused.code == 5)
    #expect(refused.err.contains("gendan quote decide SO2603-0001 keep|change"))
    #expect(try desk.run("quote decide SO2603-0001 keep").code == 77)
    #expect(
      try desk.run("quote decide SO2603-0001 不变 --as zheng", lang: "zh-Hans").out
        == "SO2603-0001 宏达机械: 法兰: 报价不变 15.00 CNY (Q2603-0001)。  撤销: gendan undo\n")
    #expect(try desk.run("submit SO2603-0001").code == 0)
    guard case .array(let orders) = try desk.json("show SO2603-0001")["orders"], let page = orders.first
    else {
      Issue.record("no order")
      return
    }
    #expect(page["price_ruling"] == "keep" && page["new_material"] == [1])
    #expect(try desk.run("show SO2603-0001").out.contains("New material"))
  }

  @Test func `where the price is to change, the new one is confirmed first (R-040)`() throws {
    try desk.run("user add zheng 郑总 --role gm")
    for gate in ["submit.decided", "submit.priced"] { try desk.run("setting set gate.\(gate) on") }
    _ = try add()
    try desk.run("quote confirm 0001")
    try desk.run("new --quote 0001")
    try desk.run("set SO2603-0001 new-material=yes")
    #expect(
      try desk.run("quote decide SO2603-0001 change --note 铜价 --as zheng", today: "2026-03-16 09:00").out
        .contains("quote anew: gendan quote revise Q2603-0001"))
    #expect(
      try desk.run("submit SO2603-0001", today: "2026-03-16 09:05").err.contains(
        "a new quote must be confirmed"))
    try desk.run("quote revise 0001 material=9 margin=20%", today: "2026-03-16 10:00")
    try desk.run("quote confirm 0001", today: "2026-03-17 09:00")
    let priced = try desk.run("submit SO2603-0001", today: "2026-03-17 10:00")
    #expect(priced.err.contains("price 15.00 is not the confirmed 16.00 (Q2603-0001)"), "\(priced.err)")
    try desk.run("set SO2603-0001 price=16", today: "2026-03-17 10:00")
    #expect(try desk.run("submit SO2603-0001", today: "2026-03-17 10:00").code == 0)
  }

  @Test func `a discount beyond the role's limit is refused, and who may is named (R-044)`() throws {
    try desk.run("user add lijia 李佳 --role clerk")
    try desk.run("user add wukai 吴凯 --role sales-manager")
    try desk.run("setting set discount-limits clerk=2,sales-manager=10")
    try desk.run("price set 宏达机械 P-88 100")
    let refused = try desk.run("new 宏达机械 P-88 10 --discount 5% --as lijia", lang: "zh-Hans")
    #expect(refused.code == 77)
    #expect(refused.err.hasPrefix("gendan: 比现行价低 5 %, 你的权限是 2 %\n  请找: 业务经理\n"), "\(refused.err)")
    #expect(try desk.run("new 宏达机械 P-88 10 --price 97 --as lijia").code == 77)
    #expect(try desk.run("quote add 宏达机械 P-88 10 --price 97 --as lijia").code == 77)
    #expect(try desk.run("new 宏达机械 P-88 10 --discount 2% --as lijia").out.contains("980.00 CNY"))
    #expect(try desk.run("new 宏达机械 P-88 10 --discount 5% --as wukai").out.contains("950.00 CNY"))
    #expect(try desk.run("setting set discount-limits boss=5").code == 64)
  }
}
