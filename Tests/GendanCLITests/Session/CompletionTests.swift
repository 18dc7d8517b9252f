import GendanTestSupport
import Testing

@testable import GendanCLI

/// What the Tab key offers: commands, live orders, people, steps, dates.
struct CompletionTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func offers(_ line: String, _ shell: String = "fish", lang: String = "zh-Hans") throws -> [String] {
    let result = try desk.desk.run(["---complete", shell, "gendan " + line], lang: lang)
    #expect(result.code == 0)
    return result.out.split(separator: "\n").map(String.init)
  }

  @Test func `A number's end is an order, told by its customer and product`() throws {
    #expect(try offers("show 001") == ["SO2603-0001\t宏达机械  法兰"])
    #expect(try offers("promise 宏达") == ["SO2603-0001\t宏达机械  法兰"])
    #expect(try offers("001") == ["SO2603-0001\t宏达机械  法兰"])
    #expect(try offers("show 001", "bash") == ["SO2603-0001"])
    #expect(try offers("show 777").isEmpty)
  }

  @Test func `Closed orders are offered where no open one fits`() throws {
    try desk.run("cancel 0001 --reason x --yes")
    #expect(try offers("show 001").first?.hasPrefix("SO2603-0001\t") == true)
  }

  @Test func `Steps are those of the order that the line names`() throws {
    #expect(try offers("done 0001 ").isEmpty)
    try desk.run("release 0001")
    #expect(try offers("done 0001 ").map { $0.prefix { $0 != "\t" } } == ["备料", "机加"])
    #expect(try offers("done 0001 机").map { $0.prefix { $0 != "\t" } } == ["机加"])
    try desk.run("done 0001 备料")
    #expect(try offers("progress 0001 ").map { $0.prefix { $0 != "\t" } } == ["机加"])
  }

  @Test func `Commands are offered in the language that is typed, options and their values too`() throws {
    #expect(try offers("ove", lang: "en") == ["overdue\tprint overdue orders"])
    #expect(try offers("超")[0].hasPrefix("超期\t"))
    #expect(try offers("customer li").map { $0.prefix { $0 != "\t" } } == ["list"])
    #expect(try offers("morning --wor") == ["--workdays-only\t"])
    #expect(try offers("today --for zhao") == ["zhaolei\t赵磊"])
    #expect(try offers("list -O ma") == ["markdown\t", "mail\t"])
    #expect(try offers("overdue -p 上") == ["上周\t", "上月\t"])
    #expect(try offers("decide 0001 ") == ["ship\t", "hold\t"])
  }

  @Test func `A date says which day it is`() throws {
    #expect(try offers("promise 0001 +5w", lang: "en").contains { $0.hasPrefix("+5wd\t2026-03-23") })
    #expect(try offers("chase 0001 x --next 月") == ["月底\t2026-03-31 周二 (还有 11 个工作日)"])
  }

  @Test func `Filters are fields, then their values`() throws {
    #expect(try offers("list cust", lang: "en").contains("customer:\t"))
    #expect(try offers("list 客户:宏") == ["客户:宏达机械\tC-1"])
    #expect(try offers("list 客户:宏", "bash") == ["宏达机械"])
    #expect(try offers("list is:ov") == ["is:overdue\t超期"])
  }

  @Test func `bash shows several with what tells them apart, and keeps what was typed`() throws {
    try desk.run("new C-1 FL-50 7 --want 2026-04-30")
    let several = try offers("show 000", "bash")
    #expect(several == ["SO2603-0002  宏达机械  法兰", "SO2603-0001  宏达机械  法兰", " "])
  }

  @Test func `Names with spaces come quoted where the shell would part them`() throws {
    try desk.run(
      "customer add --code C-2 \"Acme GmbH\" --address a --contact b --phone 1 --fax 2 --terms t")
    #expect(try offers("new Ac", "bash") == ["Acme\\ GmbH"])
    #expect(try offers("new Ac", "zsh") == ["Acme\\ GmbH\tC-2"])
    #expect(try offers("new Ac", "fish") == ["Acme GmbH\tC-2"])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `A script asks for what stands before the cursor`(_ shell: String) throws {
    let script = try desk.desk.run("completion \(shell)").out
    #expect(script.contains("---complete \(shell)"))
    #expect(try desk.desk.run("completion csh").code == 64)
  }

  @Test func `Without a book nothing is offered and nothing is said`() throws {
    let result = try desk.desk.run(
      ["---complete", "bash", "gendan show 1"], environment: ["GENDAN_DB": "/nowhere/book.db"])
    #expect(result.out.isEmpty && result.err.isEmpty)
  }

  @Test(arguments: [
    ("bash", ".local/share/bash-completion/completions/gd"), ("fish", ".config/fish/completions/gendan.fish"),
    ("zsh", ".local/share/zsh/site-functions/_gendan"),
  ])
  func `the script is put where the shell finds it, and put anew`(shell: String, path: String) throws {
    for _ in 1...2 {
      let result = try desk.desk.run("completion \(shell) --install")
      #expect(result.code == 0 && result.out.contains("/" + path), "\(result)")
    }
    let text = String(decoding: try TextFile.read(desk.desk.folder + "/" + path).bytes, as: UTF8.self)
    #expect(text.hasPrefix(try desk.desk.run("completion \(shell)").out), "\(text)")
    #expect(try desk.desk.run("completion ksh --install").code == 64)
  }
}
