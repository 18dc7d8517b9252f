import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What a customer's order says of itself, and how it is read back (R-050, R-051, R-057, R-063, R-066, R-073,
///
struct OrderLineTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    for line in [
      "customer add 宏达 --address A --contact B --phone 1 --fax 2 --terms 月结30天",
      "product add P-1 法兰 --unit 件", "product add W-1 铜线 --unit kg --decimals 3",
    ] { try ok(line) }
  }

  @discardableResult
  private func ok(_ line: String, lang: String = "en", today: String = "2026-03-16 08:05") throws -> String {
    let result = try desk.run(line, lang: lang, today: today)
    try #require(result.code == 0, "\(line): \(result.err)")
    return result.out + result.err
  }

  @Test func `colour, size and demand are said of each line (R-050)`() throws {
    try ok("new 宏达 P-1 10 P-1 20 --price 5 --goods-color blue --spec 600x600 --require 彩盒")
    try ok("set 0001.2 color=red spec=300x300")
    let page = try ok("show 0001")
    #expect(page.contains("1  blue  600x600  彩盒"))
    #expect(page.contains("2  red  300x300  彩盒"))
    #expect(try ok("list color:red").contains("SO2603-0001"))
    #expect(try ok("sheet 0001").contains("600x600"))
  }

  @Test func `an order says how and when it came, and whether it goes abroad (R-051, R-073)`() throws {
    try ok("new 宏达 P-1 10 --channel phone --received \"2026-03-13 10:15\" --kind export")
    #expect(try ok("show 0001").contains("phone  03-13 10:15"))
    let order = try desk.json("show 0001")
    #expect(order.text.contains("\"channel\":\"phone\""))
    #expect(order.text.contains("\"received\":\"2026-03-13T02:15:00Z\""))
    try ok("set 0001 channel=传真 received=\"3/13 11:00\"")
    #expect(try ok("list 来单方式:传真 类别:外销").contains("SO2603-0001"))
    #expect(try ok("list kind:domestic").contains("SO2603-0001") == false)
    #expect(try desk.run("new 宏达 P-1 10 --channel pigeon").code == 64)
  }

  @Test func `another unit is converted or refused (R-063)`() throws {
    let refused = try desk.run("new 宏达 P-1 25箱")
    #expect(refused.code == 64)
    #expect(refused.err.contains("P-1 is counted in 件, not in 箱"))
    #expect(try desk.run("list").out.contains("SO") == false)
    try ok("product unit P-1 箱=12")
    #expect(try ok("new 宏达 P-1 25箱").contains("25 箱 x 12 = 300 件"))
    #expect(try ok("new 宏达 P-1 300件").contains("法兰 300 件"))
    #expect(try ok("set 0001 qty=2.5箱").contains("2.5 箱 x 12 = 30 件"))
    // 2.55 cartons are no whole piece.
    #expect(try desk.run("set 0001 qty=2.55箱").code == 64)
    for bad in ["0箱", "-3箱", "箱", "99999999999999箱"] {
      #expect(try desk.run(["set", "0001", "qty=\(bad)"]).code != 0, "\(bad)")
    }
    #expect(try ok("product show P-1").contains("1 箱 = 12 件"))
    #expect(try ok("product unit P-1 箱=").contains("no other unit"))
    #expect(try desk.run("product unit P-1 件=12").code != 0)
  }

  @Test func `the customer confirms: who, when and how is kept (R-066)`() throws {
    try ok("new 宏达 P-1 10")
    try ok("confirm 0001 --told 陈小姐 --via phone", today: "2026-03-16 09:30")
    let review = try desk.json("review show 0001")
    #expect(review.text.contains("陈小姐, phone"))
    #expect(review.text.contains("2026-03-16T01:30:00Z"))
  }

  @Test func `the sheet goes back with a date, and runs on the clock of the answer (R-057, R-078)`() throws {
    try ok("new 宏达 P-1 1200 --price 18.50 --channel fax --received \"2026-03-16 08:00\"")
    let refused = try desk.run("sheet 0001 --confirmation")
    #expect(refused.code == 5)
    #expect(refused.err.contains("no date is promised"))
    try ok("promise 0001 2026-03-31")
    let sheet = try ok("sheet 0001 --confirmation", today: "2026-03-16 09:00")
    #expect(sheet.contains("22,200.00"))
    #expect(sheet.contains("sign and send this sheet back"))
    #expect(sheet.contains("answer due in 23 h 0 min"))
    try ok("reply 0001 --via fax")
    #expect(try ok("sheet 0001 --confirmation").contains("due in") == false)
    #expect(try ok("sheet 0001", lang: "zh-Hant").contains("訂貨單"))
    #expect(try ok("sheet 0001 -O markdown").contains("|"))
    #expect(try desk.json("sheet 0001").text.contains("\"total\":\"22200.00\""))
  }

  @Test func `a promise after the customer's day is spoken of, with the last day to ship (R-082)`() throws {
    try ok("customer set 宏达 transit=3 date-meaning=arrived")
    try ok("new 宏达 P-1 10 --want 2026-03-30")
    #expect(try ok("promise 0001 2026-03-30").contains("note:") == false)
    #expect(try ok("show 0001").contains("2026-03-27 Fri (3 days to the customer)"))
    let late = try ok("promise 0001 2026-03-31 --cause shortage")
    #expect(late.contains("after the customer's 2026-03-30 Mon, to ship by 2026-03-27 Fri"))
    #expect(try desk.run("customer set 宏达 transit=366").code == 64)
  }

  @Test func `closing writes the line of the register (R-085)`() throws {
    try ok("new 宏达 P-1 10 --price 5")
    try ok("ship 0001")
    try ok("arrive 0001")
    #expect(
      try ok("close 0001").contains("registered: ordered 03-16  shipped 03-16  arrived 03-16  50.00 CNY"))
    let register = try desk.json("register")
    #expect(register.text.contains("\"closed\":\"2026-03-16\""))
    #expect(try ok("register").contains("1 orders   50.00 CNY"))
    #expect(try ok("register -p lastmonth").contains("SO2603-0001") == false)
  }

  @Test func `three bars: made, shipped, paid (R-093)`() throws {
    try ok("new 宏达 P-1 10 --price 5")
    try ok("ship 0001=4")
    #expect(
      try ok("show 0001").contains("made ####...... 40%   shipped ####...... 40%   paid .......... 0%"))
    #expect(try desk.json("show 0001").text.contains("\"shipped_share\":\"0.4000\""))
  }

  @Test func `who has the review and for how long (R-096)`() throws {
    try ok("new 宏达 P-1 10")
    try ok("user add zhao 赵磊 --role supervisor")
    try ok("signer add order supervisor --step 1")
    try ok("submit 0001")
    let list = try ok("unsigned", today: "2026-03-16 13:20")
    #expect(list.contains("supervisor"))
    #expect(list.contains("赵磊"))
    #expect(list.contains("5 h 15 min"))
    #expect(try ok("list is:unsigned").contains("SO2603-0001"))
    #expect(try ok("list 状态:待签").contains("SO2603-0001"))
  }

  @Test func `the review form has costs, demands, commission and prepayment (R-098)`() throws {
    try ok("new 宏达 P-1 1000 --price 15 --terms 预付30% --commission 2 --require 彩盒")
    #expect(
      try ok("review cost 0001 freight=800 packing=120.50")
        .contains("freight 800.00, packing 120.50, in all 920.50 CNY"))
    let form = try ok("review show 0001")
    #expect(form.contains("deposit 4,500.00"))
    #expect(form.contains("Commission 2 % = 300.00"))
    #expect(form.contains("line 1 demands: 彩盒"))
    #expect(try desk.json("review show 0001").text.contains("\"commission_amount\":\"300.00\""))
    try ok("undo")
    #expect(try ok("review show 0001").contains("freight") == false)
    for bad in ["freight=-1", "freight=x", "=5", "freight=99999999999999"] {
      #expect(try desk.run("review cost 0001 \(bad)").code != 0, "\(bad)")
    }
  }

  @Test func `rush orders are marked in every list, and their number is not (R-075)`() throws {
    try ok("new 宏达 P-1 10 --promise 2026-03-20")
    try ok("new 宏达 P-1 10 --promise 2026-03-30 --prio H")
    let list = try ok("list", lang: "zh-Hans")
    #expect(list.contains("SO2603-0002  急 宏达"))
    #expect(try ok("list -O name") == "SO2603-0002\nSO2603-0001\n")
    #expect(try desk.json("list").text.contains("\"customer\":\"宏达\""))
  }

  @Test func `a department is asked, release warns, and the answer is undone (R-089)`() throws {
    try ok("route add metal --name 金属 机加/车间/2 检验/质检/1")
    try ok("product set P-1 route=metal")
    try ok("new 宏达 P-1 10 --promise 2026-03-30")
    #expect(try ok("ask 0001 质检 按哪个标准验").contains("question 1 to 质检, answer by 2026-03-17 Tue"))
    #expect(try ok("show 0001").contains("质检: 按哪个标准验"))
    #expect(try ok("review check 0001").contains("gendan answer SO2603-0001 1 TEXT"))
    #expect(try desk.run("release 0001").err.contains("open question to 质检: 按哪个标准验"))
    #expect(try ok("answer 0001 2026 标准").contains("-> 2026 标准"))
    #expect(try ok("question list --open").contains("质检") == false)
    try ok("undo")
    #expect(try ok("question list --open").contains("质检"))
    #expect(try ok("answer 0001 1 GB").contains("question 1 answered"))
    for bad in ["ask 0001", "ask 0001 质检", "ask 0001 谁 什么", "answer 0001 again", "ask 质检 什么"] {
      #expect(try desk.run(bad).code != 0, "\(bad)")
    }
  }

  @Test func `stock that was not counted today is spoken of (R-091)`() throws {
    try ok("new 宏达 P-1 10")
    #expect(try desk.run("work check 0001").err == "")
    try ok("stock count P-1 5", today: "2026-03-15 08:00")
    #expect(try desk.run("work check 0001").err.contains("P-1 was last counted 2026-03-15 Sun"))
    try ok("stock count P-1 5")
    #expect(try desk.run("work check 0001").err == "")
    try ok("stock reserve 0001 5")
    try ok("stock count P-1 3")
    #expect(try desk.run("work check 0001").err.contains("P-1 is 2 short of what is held"))
  }

  @Test func `the way of an order tells the next step and what takes it (R-071)`() throws {
    try ok("new 宏达 P-1 10 --price 5 --channel fax --received \"2026-03-16 08:00\"")
    let where0 = try ok("where 0001", today: "2026-03-18 08:00")
    #expect(where0.contains("next: priced and sent back, 陈婷, waits 2d"))
    #expect(where0.contains("[x]  received              03-16 08:00"))
    #expect(where0.contains("gendan reply SO2603-0001 --via email"))
    #expect(try desk.json("where 0001").text.contains("\"next\":\"answered\""))
    #expect(try ok("order where 0001", lang: "zh-Hant").contains("計價回傳"))
    #expect(try desk.run("where").code == 64)
  }

  @Test func `the report names the late ones, by month and clerk (R-054, R-072)`() throws {
    try ok("new 宏达 P-1 10 --price 5 --promise 2026-03-31 --channel fax --received \"2026-03-16 08:00\"")
    try ok("new 宏达 P-1 10 --price 5 --promise 2026-03-31 --channel fax --received \"2026-03-16 08:00\"")
    try ok("reply 0001", today: "2026-03-17 08:00")
    try ok("reply 0002", today: "2026-03-17 08:25")
    let report = try ok("timely --every month --by clerk", today: "2026-03-18 08:00")
    #expect(report.contains("2026-03  陈婷   answered  2        1     1"))
    #expect(report.contains("24.4 late 25 min"))
    #expect(report.contains("SO2603-0001") == false)
    #expect(try ok("timely --all", today: "2026-03-18 08:00").contains("SO2603-0001"))
    #expect(
      try desk.run("timely --json", today: "2026-03-18 08:00").out.contains("\"answered_late_minutes\":25"))
    #expect(try ok("timely -p lastmonth").contains("n/a"))
    #expect(try desk.run("timely --by dept").code == 64)
  }
}
