import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Talks with customers and their register as they are typed (R-006 to to
///
struct ContactCommandTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.run("user add lijia 李佳")
    try desk.run("user add wukai 吴凯 --role sales-manager")
    try desk.run("product add P-88 法兰")
    try desk.run("region set 华东 --clerk lijia --manager 吴凯")
    try desk.run(
      "customer add 宏达机械 --address 宁波 --contact 李明 --phone 1 --fax 2 --terms 月结 --principal 张总 --type 经销商 --code C-1"
    )
    try desk.run(
      "customer add 华光 --address 苏州 --contact 陈 --phone 3 --fax 4 --terms 现结 --class 意向 --source 展会 --region 华东 --next 3/20 --code C-2"
    )
  }

  private func rows(_ line: String) throws -> [JSON] {
    guard case .array(let rows) = try desk.json(line)["rows"] else { return [] }
    return rows
  }

  @Test func `a talk is written down in three languages (R-014)`() throws {
    #expect(
      try desk.run("contact log 宏达机械 问新款 有没有样 --kind 电话 --next 3/20", lang: "zh-Hans").out
        == "L2603-0002 宏达机械 电话: 问新款 有没有样, 下次 2026-03-20 周五 (还有 4 个工作日)。  撤销: gendan undo\n")
    #expect(
      try desk.run("聯絡 登記 C-1 傳真 --kind 郵件", lang: "zh-Hant").out
        == "L2603-0003 宏达机械 郵件: 傳真。  復原: gendan undo\n")
    #expect(
      try desk.run("contact log C-1 asked for samples").out
        == "L2603-0004 宏达机械 phone: asked for samples.  undo: gendan undo\n")
    #expect(try desk.run("undo").code == 0)
    #expect(try rows("contact list 宏达").map { $0["no"] } == ["L2603-0003", "L2603-0002"])
  }

  @Test func `a visit is logged with host, visitors and follow-up, and listed (R-018)`() throws {
    try desk.run("contact log C-1 看样板间 --kind visit --who 张总 --host 李佳 --next 2026-03-20")
    try desk.run("contact log C-1 电话 --kind phone")
    let visit = try #require(try rows("contact list --kind visit").first)
    #expect(visit["who"] == "张总" && visit["host"] == "李佳" && visit["text"] == "看样板间")
    #expect(visit["next"] == "2026-03-20")
    #expect(try rows("contact list --kind visit").count == 1)
  }

  @Test func `follow-ups of prospects come due on their day (R-010)`() throws {
    #expect(try !desk.run("today --all", today: "2026-03-19 08:00").out.contains("华光"))
    let due = try desk.run("today --all", lang: "zh-Hans", today: "2026-03-20 08:00").out
    #expect(due.contains("L2603-0001  华光  联络客户"))
    #expect(try desk.run("show 1", today: "2026-03-20 08:01").err.contains("L2603-0001, which is no order"))
    #expect(try desk.run("contact list --due", today: "2026-03-20 08:00").out.contains("L2603-0001"))
    #expect(try !desk.run("contact list --due", today: "2026-03-19 08:00").out.contains("L2603-0001"))
    #expect(try desk.run("contact done 0001 已寄目录", today: "2026-03-20 08:00").code == 0)
    #expect(try !desk.run("today --all", today: "2026-03-20 08:00").out.contains("华光"))
  }

  @Test func `the table of prospects, and the week's (R-011, R-012)`() throws {
    let prospect = try #require(try rows("customer prospects").first)
    #expect(prospect["source"] == "展会" && prospect["stage"] == "new" && prospect["next"] == "2026-03-20")
    #expect(prospect["clerk"] == "lijia")
    try desk.run("contact log C-2 要目录 --on 2026-03-09")
    try desk.run("contact log C-2 报价给 5% --kind discussion --on 2026-03-12")
    let talked = try #require(try rows("customer prospects").first)
    #expect(talked["stage"] == "contacted" && talked["said"] == "要目录" && talked["discussion"] == "报价给 5%")
    #expect(try desk.run("customer prospects --week -O name").out == "C-2\n")
    #expect(try desk.run("customer prospects --week -O name", today: "2026-03-24 08:00").out.isEmpty)
  }

  @Test func `a flag reaches the supervisor's morning until it is discussed (R-013)`() throws {
    try desk.run("user add zhaolei 赵磊 --role supervisor")
    #expect(try desk.run("customer flag 华光").code == 64)
    #expect(try desk.run("customer flag 华光 --reason 年需求50万").out.contains("to be discussed: 年需求50万"))
    let morning = try desk.run("morning --for zhaolei --peek", today: "2026-03-17 08:00").out
    #expect(morning.contains("important, to be discussed"))
    #expect(try !desk.run("morning --for lijia --peek", today: "2026-03-17 08:00").out.contains("50万"))
    try desk.run("contact log 华光 列为重点 --kind discussion")
    #expect(try !desk.run("morning --for zhaolei --peek", today: "2026-03-17 08:00").out.contains("50万"))
  }

  @Test func `customers nobody heard of are told with their days (R-014)`() throws {
    try desk.run("contact log C-1 hello --on 2026-03-10")
    #expect(try rows("customer silent").map { $0["code"] } == ["C-2"])
    let silent = try desk.run("customer silent --days 5 -O csv").out
    #expect(silent.contains("C-1,宏达机械,2026-03-10,6,"))
    #expect(try desk.run("customer silent --days x").code == 64)
  }

  @Test func `a service request keeps product, order and result (R-020)`() throws {
    try desk.run("new C-1 P-88 10 --price 5")
    let logged = try desk.run("contact log 0001 表面划伤 --kind service --product P-88 --next +2wd")
    #expect(logged.out.hasPrefix("L2603-0002 宏达机械 service: 表面划伤"))
    try desk.run("contact done 0002 已换 3 件")
    let row = try #require(try rows("contact list --kind service").first)
    #expect(row["order"] == "SO2603-0001" && row["product"] == "法兰" && row["result"] == "已换 3 件")
    #expect(try desk.run("show 0001").out.contains("service"))
    #expect(try desk.run("contact done 0002 again").code == 5)
  }

  @Test func `marks are averaged by quarter, with their change (R-021, R-022)`() throws {
    try desk.run(
      "contact log C-1 一季度 --kind 满意度 --quality 4 --delivery 3 --service 5 --on 2026-03-02")
    try desk.run(
      [
        "contact", "log", "C-1", "二季度", "--kind", "return-call", "--quality", "5", "--delivery", "4",
        "--service", "5",
      ],
      today: "2026-04-02 09:00")
    let quarters = try rows("contact scores --today 2026-04-03")
    #expect(quarters.map { $0["quarter"] } == ["2026Q1", "2026Q2"])
    #expect(quarters.map { $0["overall"] } == [.decimal("4.00"), .decimal("4.67")])
    #expect(quarters.map { $0["change"] } == [.null, .decimal("0.67")])
    #expect(try desk.run("contact log C-1 x --kind survey").code == 64)
    #expect(try desk.run("contact log C-1 x --kind survey --quality 6 --delivery 1 --service 1").code == 64)
    #expect(try desk.run("contact log C-1 x --kind survey --quality 5").code == 64)
  }

  @Test func `lists are mine by clerk or region (R-008)`() throws {
    #expect(try desk.run("customer list --mine --as lijia -O name").out == "C-2\n")
    #expect(try desk.run("customer list --mine --as wukai -O name").out == "C-2\n")
    #expect(try desk.run("customer list --mine -O name").out.isEmpty)
    try desk.run("enquiry add 华光 DN80")
    try desk.run("enquiry add 宏达机械 DN90 --clerk chenting")
    #expect(try desk.run("enquiry list --mine --as lijia -O name").out == "E2603-0001\n")
    try desk.run("quote add 华光 P-88 10 --price 5")
    try desk.run("quote add C-1 P-88 10 --price 5")
    #expect(try desk.run("quote list --region 华东 -O name").out == "Q2603-0001\n")
    try desk.run("sample add 华光 P-88")
    try desk.run("sample add C-1 P-88")
    #expect(try desk.run("sample list --mine --as lijia -O name").out == "S2603-0001\n")
    let regions = try rows("region list")
    #expect(regions.map { $0["manager"] } == ["wukai"])
    #expect(try desk.run("region set 华东 --clerk '' --as lijia").code == 77)
  }

  @Test func `prices of a region and class (R-043)`() throws {
    try desk.run("price set 华光 P-88 18")
    try desk.run("price set C-1 P-88 19")
    let level = try desk.run("price list --region 华东 --class 意向", lang: "zh-Hans").out
    #expect(level.contains("18.00") && !level.contains("19.00"))
    #expect(level.contains("华东") && level.contains("意向"))
  }

  @Test func `the book of customers by region (R-030)`() throws {
    let book = try desk.run("customer book", lang: "zh-Hans").out
    #expect(book.contains("华东  跟单 lijia  区域经理 wukai"))
    #expect(book.contains("未分区域"))
    #expect(try rows("customer book --region 华东").map { $0["code"] } == ["C-2"])
  }

  @Test func `the warehouse's copy has exactly five columns and no prices (R-007)`() throws {
    let copy = try desk.run("customer copy --to 仓管 -O csv --no-headers").out
    #expect(copy == "张总,李明,1,2,宁波\r\n,陈,3,4,苏州\r\n")
    let header = try desk.run("customer copy --to warehouse --all -O csv").out.split(separator: "\r\n").first
    #expect(header == "principal,contact,phone,fax,address")
  }

  @Test func `a copy is kept and holds what changed since the last (R-006)`() throws {
    let first = try desk.json("customer copy --to billing")
    #expect(first["count"] == 2 && first["since"] == .null)
    #expect(try desk.json("customer copy --to billing")["count"] == 0)
    try desk.run("customer set C-1 phone=9")
    let next = try desk.json("customer copy --to billing")
    #expect(next["count"] == 1 && next["since"] == "2026-03-16")
    #expect(try desk.run("log").out.contains("customer copy --to billing"))
    #expect(try desk.run("customer copy").code == 64)
    #expect(try desk.run("customer copy --to boss").code == 64)
  }

  @Test(arguments: [
    ("contact log", 64), ("contact log C-1", 64), ("contact log nobody hello", 3),
    ("contact log C-1 x --kind chase", 64), ("contact log C-1 x --kind flag", 64),
    ("contact log C-1 x --kind pigeon", 64), ("contact log C-1 x --host nobody", 3),
    ("contact log C-1 x --product P-99", 3), ("contact log C-1 x --on 2026-04-01", 64),
    ("contact log C-1 x --quality 5 --delivery 5 --service five", 64), ("contact log 0009 x", 3),
    ("contact done", 64), ("contact done 9999 x", 3), ("contact done 0001", 64),
    ("customer flag nobody --reason x", 3),
    ("region set", 64), ("region set 华东 --clerk nobody", 3), ("customer list --type shop", 64),
  ])
  func `what cannot be done is refused and changes nothing`(line: String, code: Int32) throws {
    let book = try BookDump(desk.place)
    let before = try book.text()
    let refused = try desk.run(line)
    #expect(refused.code == code, "\(refused)")
    #expect(refused.out.isEmpty)
    #expect(try book.text() == before)
  }

  @Test func `orders of stores are listed, and have their block in the morning (R-017)`() throws {
    try desk.run("customer set C-1 type=店面")
    try desk.run("new C-1 P-88 10 --price 5 --want 2026-04-03")
    try desk.run("new C-2 P-88 10 --price 5 --want 2026-04-03")
    #expect(try desk.run("list type:store -O name").out == "SO2603-0001\n")
    #expect(try desk.run("list 类型:店面 -O name").out == "SO2603-0001\n")
    #expect(try desk.run("list type:shop").code == 64)
    let morning = try desk.run("morning --peek", lang: "zh-Hans", today: "2026-03-17 08:00").out
    #expect(morning.contains("[自营店面]\n  SO2603-0001"))
  }

  @Test func `stores that have no sample of a product are found (R-128)`() throws {
    try desk.run("customer set C-1 type=店面")
    try desk.run("customer set C-2 type=店面")
    try desk.run("sample add C-2 P-88")
    #expect(try desk.run("customer list --type 店面 --unsampled P-88 -O name").out == "C-1\n")
  }
}
