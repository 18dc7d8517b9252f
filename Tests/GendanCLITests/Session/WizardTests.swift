import GendanTestSupport
import Testing

@testable import GendanCLI

/// Being asked for an order.
struct WizardTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func new(_ answers: String..., line: String = "new", lang: String = "en") throws -> TestDesk.Result
  {
    try desk.desk.run(line, lang: lang, answering: answers)
  }

  @Test func `Enter takes what the customer ordered last, and the line says the same`() throws {
    let result = try new("宏达", "", "", "", "2026-04-20", "", "PO-7", "")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.err.contains("Product [FL-50]: "))
    #expect(result.err.contains("Qty [100]: "))
    #expect(result.err.contains("gendan new C-1 FL-50 100 --price 10.00 --want 2026-04-20 --po PO-7\n"))
    #expect(result.out.hasPrefix("taken SO2603-0002  宏达机械  PO-7\n"))
    let log = try desk.desk.run("log -L 1 --width 200").out
    #expect(log.contains("new C-1 FL-50 100 --price 10.00 --want 2026-04-20 --po PO-7"))
  }

  @Test func `Each answer is read at once, and asked again where it means nothing`() throws {
    let result = try new("没有", "C-1", "x", "FL-50", "-5", "30", "", "32 March", "2026-04-20", ".", "y")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.err.contains("no customer"))
    #expect(result.err.contains("the quantity \"-5\" is not above zero") || result.err.contains("-5"))
    #expect(result.err.contains("cannot read the date \"32 March\""))
    #expect(result.out.contains("法兰 30"))
  }

  @Test func `One goes back and keeps what was typed, and asks what fits`() throws {
    let result = try new("C-1", "?", "", "250", "<", "", ".", "")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.err.contains("  FL-50  法兰\n"))
    #expect(result.err.contains("Qty [250]: "))
    #expect(result.out.contains("法兰 250"))
  }

  @Test func `What is needed is not skipped`() throws {
    let result = try new("", ".", "C-1", ".", "y", lang: "zh-Hans")
    #expect(result.err.ranges(of: "这一项要填").count == 2)
    #expect(result.code == 0, "\(result.err)")
  }

  @Test func `Options that were typed stand, and the summary can be mended`() throws {
    let result = try new("C-1", "", "40", ".", "e", "", "", "45", ".", "y", line: "new --note 唛头")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.out.contains("法兰 45"))
    #expect(try desk.desk.run("show 0002 --all").out.contains("唛头"))
  }

  @Test func `No, or the end of the input, changes nothing`() throws {
    let before = try desk.dump.text()
    #expect(try new("C-1", ".", "n").code == 2)
    #expect(try new("C-1", "").code == 2)
    #expect(try desk.desk.run("new").code == 64)
    #expect(try desk.desk.run("new --no-input", answering: ["C-1"]).code == 64)
    #expect(try desk.dump.text() == before)
  }
}
