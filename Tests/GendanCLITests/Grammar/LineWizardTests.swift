import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What a line leaves out is asked for at a terminal.
struct LineWizardTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test(arguments: [
    ("REF… DATE [--cause KIND]", [], ["REF…", "DATE"]),
    ("REF… DATE [--cause KIND]", ["118", "--cause", "shortage"], ["DATE"]),
    ("REF… DATE [--cause KIND]", ["118", "+3wd"], []),
    ("REF --reason TEXT [--on DATE]", ["118"], ["--reason TEXT"]),
    ("REF --reason TEXT [--on DATE]", ["--reason", "x"], ["REF"]),
    ("REF [STEP | DEPARTMENT | WHO] TEXT [--next DATE]", ["118"], ["TEXT"]),
    ("REF | PRODUCTION-ORDER --place PLACE", [], ["REF"]), ("[FILTER…] [-L N]", [], []),
    ("CUSTOMER PRODUCT QTY [PRODUCT QTY…] | --quote NO [QTY]", ["C-1"], ["PRODUCT", "QTY"]),
    ("NO --accept DATE | --keep", ["Y1"], ["--accept DATE"]),
  ])
  func `What is missing follows from the usage`(usage: String, typed: [String], missing: [String]) {
    #expect(
      UsageWord.missing(in: typed, of: usage).map { ($0.option.map { "\($0) " } ?? "") + $0.token } == missing
    )
  }

  @Test func `What is missing is asked for, checked at once, and the whole line is told`() throws {
    try desk.run("new C-1 FL-50 5 --price 9")
    let result = try desk.desk.run(
      "promise", lang: "zh-Hans", answering: ["9999", "0002", "2026-05-06", "y"])
    #expect(result.code == 0, "\(result)")
    #expect(result.err.contains("找不到订单") && result.err.contains("SO2603-0002 宏达机械"), "\(result.err)")
    #expect(result.err.contains("gendan promise 0002 2026-05-06"))
    #expect(result.out.contains("答复交期 2026-05-06"))
    #expect(try desk.desk.run("log -L 1").out.contains("promise 0002 2026-05-06"))
  }

  @Test func `A command of options alone asks for those that a rule finds lacking`() throws {
    let result = try desk.desk.run(
      "customer add 宏达五金 --phone 1", lang: "zh-Hans", answering: ["宁波", "李明", "2", "月结30天", "y"])
    #expect(result.code == 0 && result.out.contains("宏达五金"), "\(result)")
    #expect(try desk.desk.records("customer list 五金").first?["contact"] == "李明")
    // Without anybody to ask it says what is lacking, as before.
    #expect(try desk.desk.run("customer add 宏达三").code == 5)
  }

  @Test func `An option that is needed is asked for in its own words`() throws {
    let result = try desk.desk.run("hold 0001", lang: "zh-Hans", answering: ["客户 要求", "y"])
    #expect(result.code == 0 && result.err.contains("gendan hold 0001 --reason \"客户 要求\""), "\(result)")
  }

  @Test func `What a rule asks for is asked for too, and what fits is listed`() throws {
    let moved = try desk.desk.run(
      "promise 0001 2026-05-06", lang: "zh-Hans", answering: ["?", "没货", "缺料", "y"])
    #expect(moved.code == 0 && moved.err.contains("gendan promise 0001 2026-05-06 --cause 缺料"), "\(moved)")
    #expect(moved.err.contains("shortage   缺料") && moved.err.contains("没有类别 \"没货\""), "\(moved.err)")
    try desk.run("release 0001")
    let reported = try desk.desk.run(
      "progress 0001", lang: "zh-Hans", answering: ["?", "备料", "一百", "10", "y"])
    #expect(reported.code == 0 && reported.err.contains("  机加"), "\(reported)")
    #expect(reported.err.contains("\"一百\" 不是数字"), "\(reported.err)")
    // A file is no kind of file: that is said, and nothing else asked.
    let attached = try desk.desk.run("attach 0001 po.txt", answering: ["x", "y"])
    #expect(attached.code == 64 && !attached.err.contains("y/n"), "\(attached)")
  }

  @Test func `What must be said may be said to be nothing`() throws {
    let result = try desk.desk.run(
      "customer add 宏达五金 --phone 1", answering: ["宁波", "李明", "-", "月结30天", "y"])
    #expect(result.code == 0 && result.err.contains("--fax -"), "\(result)")
  }

  @Test func `A no, and the end of what is typed, change nothing`() throws {
    let before = try desk.dump.text()
    #expect(try desk.desk.run("hold 0001", answering: ["x", "n"]).code == 2)
    #expect(try desk.desk.run("hold", answering: ["0001"]).code == 2)
    #expect(try desk.desk.run("hold 0001 --no-input", answering: ["x", "y"]).code == 64)
    #expect(try desk.desk.run("hold 0001").code == 64)
    #expect(try desk.dump.text() == before)
  }

  @Test func `What is wrong with what was typed is said, not asked around`() throws {
    let result = try desk.desk.run("note 宏达", answering: ["x", "y"])
    #expect(result.code == 64 && result.err.contains("\"宏达\" names no order"), "\(result)")
    #expect(try desk.desk.run("promise 9999", answering: ["2026-05-06", "y"]).code == 64)
  }

  @Test func `What is wrong with a whole line is said, not asked`() throws {
    let result = try desk.desk.run("promise 0001 someday", answering: ["x", "y"])
    #expect(result.code == 64 && result.err.contains("someday"), "\(result)")
  }
}
