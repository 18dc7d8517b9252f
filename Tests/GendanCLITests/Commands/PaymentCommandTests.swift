import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// `pay` and `payment`: what is refused changes nothing, what is done can be undone, and JSON has it all.
struct PaymentCommandTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.run("product add FL-50 法兰DN50")
    try desk.run(
      "customer add 宏达机械 --address a --contact b --phone 1 --fax 2 --terms 订金30% --code C-1")
    try desk.run("user add sunli 孙丽 --role finance")
    try desk.run("user add lijia 李佳 --role clerk")
    try desk.run("new C-1 FL-50 1000 --price 48 --promise 3/27")
  }

  @Test(arguments: [
    ("pay", 64), ("pay 0001", 64), ("pay 0001 0", 64), ("pay 0001 x", 64), ("pay 0001 1 2", 64),
    ("pay 0001 1.234", 64), ("pay 0001 100000000000.01", 64), ("pay 0001 9223372036854775808", 64),
    ("pay 0009 5", 3), ("pay 0001 5 --on 2026-02-30", 64), ("payment confirm", 64),
    ("payment confirm P9999 --as sunli", 3), ("payment void P2603-0001", 64),
    ("payment void P2603-0001 --reason x --on 3/1", 64), ("payment list 0009", 3),
    ("payment net 0001", 5), ("payment net 0001 x", 64), ("payment due -p 2026-13", 64),
    ("customer balance C-1 --as sunli", 64), ("customer balance C-1 0 --as sunli", 64),
    ("customer balance C-9 5 --as sunli", 3), ("customer balance C-1 5 --cur yuan --as sunli", 64),
    ("customer balance C-1 -600 --as lijia", 77), ("customer set C-1 limit=-1", 64),
    ("customer set C-1 limit=5 --as lijia", 77), ("new C-1 FL-50 5 --price -1", 64),
    ("set 0001 price=-1", 64),
  ])
  func `what cannot be done is refused and changes nothing`(line: String, code: Int32) throws {
    try desk.run("pay 0001 14400")
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result.out)\(result.err)")
    #expect(result.err.hasPrefix("gendan: "))
    #expect(try dump.text() == before)
  }

  @Test func `R-339: who is not finance confirms nothing, exit 77`() throws {
    try desk.run("pay 0001 14400")
    #expect(try desk.run("payment confirm P2603-0001 --as lijia").code == 77)
    #expect(try desk.run("payment confirm P2603-0001 --as sunli").code == 0)
    #expect(try desk.run("payment confirm P2603-0001 --as sunli").code == 5)
  }

  @Test func `what left without terms is told below what is due, for nobody can say when it is`() throws {
    try desk.run("new C-1 FL-50 10 --price 3 --promise 3/27")
    try desk.run("set 0002 terms=")
    func untold() throws -> JSON? { try desk.json("payment due")["without_terms"] }
    #expect(try untold() == .array([]))
    try desk.run("ship 0002")
    #expect(try untold() == .array(["SO2603-0002"]))
    let page = try desk.run("payment due", lang: "zh-Hans").out
    #expect(page.contains("付款方式:\n  SO2603-0002\n  gendan set SO2603-0002 terms=…\n"), "\(page)")
    try desk.run("set 0002 terms=月结30天")
    #expect(try untold() == .array([]))
  }

  @Test func `a surplus and its undoing`() throws {
    try desk.run("pay 0001 48000")
    let done = try desk.run("payment confirm 0001 48000.50 --as sunli")
    #expect(done.out.contains("surplus 0.50 booked to C-1"), "\(done)")
    #expect(try desk.run("undo --as sunli").code == 0)
    #expect(try desk.run("payment amount 0001 --json").out.contains(#""open":"48000.00""#))
    #expect(try desk.run("redo --as sunli").code == 0)
    #expect(try desk.run("check").code == 0)
    // The next order is told of it, and takes it.
    #expect(try desk.run("new C-1 FL-50 1 --price 0.2").err.contains("0.50"))
    #expect(try desk.run("payment net 0002").out.contains("old balance -0.20 netted"))
  }

  @Test func `a receipt is taken back by a negative one, a paid back amount is a negative claim`() throws {
    try desk.run("pay 0001 100")
    try desk.run("payment confirm 0001 --as sunli")
    #expect(try desk.run("payment confirm P2603-0001 -40 --as sunli").out.contains("still missing 40.00"))
    let refund = try desk.run("pay 0001 -60 --note 退款").out
    #expect(refund.contains("paid back, ") && refund.contains("-60.00 CNY"))
    #expect(try desk.run("payment confirm P2603-0002 --as sunli").out.contains("order open 48,000.00"))
  }

  @Test func `the money of an order in JSON`() throws {
    try desk.run("pay 0001 14400 --method 电汇")
    try desk.run("payment confirm 0001 14000 --as sunli --bank 3/13")
    for line in ["payment amount 0001", "show 0001"] {
      let text = try desk.run(line + " --json").out
      #expect(text.contains(#""total":"48000.00""#) && text.contains(#""open":"34000.00""#), "\(text)")
      #expect(text.contains(#""state":"part-paid""#), "\(text)")
    }
    let list = try desk.run("payment list --unconfirmed --json").out
    #expect(list.contains(#""amount":"14400.00","confirmed":"14000.00","bank":"2026-03-13""#), "\(list)")
  }

  @Test func `R-336: the request names the total, the part and the account`() throws {
    try desk.run(["setting", "set", "bank-account", "示範銀行 6222"])
    let text = try desk.run("payment request 0001", lang: "zh-Hant").out
    #expect(text.contains("合計 48,000.00") && text.contains("請付訂金 14,400.00 CNY, 帳戶 示範銀行 6222"), "\(text)")
    #expect(try desk.run("payment amount 0001 --json").out.contains(#""requested":"2026-03-16""#))
  }

  @Test func `an order takes the customer's terms unless it has its own`() throws {
    try desk.run("new C-1 FL-50 10 --price 1 --terms prepaid")
    #expect(try desk.run("payment amount 0002 --json").out.contains(#""deposit":"0.00""#))
    #expect(try desk.run("payment amount 0001 --json").out.contains(#""deposit":"14400.00""#))
  }
}
