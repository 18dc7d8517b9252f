import GendanTestSupport
import Testing

@testable import GendanCLI

/// The prompt, with an order in hand.
struct ShellTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test func `Lines without an order belong to the one in hand`() throws {
    let result = try desk.desk.run(
      "shell",
      input: ["use 0001", "note in hand", "chase asked --next tomorrow", "note 0001 named", "quit", "note x"])
    #expect(result.code == 0)
    #expect(result.out.hasPrefix("SO2603-0001  宏达机械\n"))
    let page = try desk.desk.run("show 0001 --all").out
    #expect(page.contains("in hand") && page.contains("asked") && page.contains("named"))
    #expect(!page.contains(" x\n"))
  }

  @Test func `A line that goes wrong is said, and the shell goes on`() throws {
    let result = try desk.desk.run(
      "shell 0001", input: ["ovrdue", "note \"open", "note after", "use", "note x"])
    #expect(result.err.contains("no command \"ovrdue\""))
    #expect(result.err.contains("a quote is not closed"))
    #expect(result.err.contains("\"x\" names no order"))
    #expect(try desk.desk.run("show 0001 --all").out.contains("after"))
    #expect(result.code == 64)
  }

  @Test func `What belongs to the system's shell is not taken for words`() throws {
    let result = try desk.desk.run("shell", input: ["list | head"])
    #expect(result.code == 64 && result.err.contains("try: !gendan list | head"), "\(result)")
    #expect(result.out.isEmpty)
  }

  @Test func `A person is prompted with the order in hand`() throws {
    let result = try desk.desk.run("shell", answering: ["use 0001", "note one", "exit"])
    #expect(result.err == "gendan> \nSO2603-0001> \nSO2603-0001> \n")
  }

  @Test(arguments: [
    ("done 备料", "done SO2603-0001 备料"), ("done 0007 备料", "done 0007 备料"), ("list", "list"),
    ("problem add 缺料 x", "problem add SO2603-0001 缺料 x"), ("today", "today"), ("", ""),
  ])
  func `Only commands on an order take the one in hand`(_ line: String, _ meant: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(Shell.completed(words, with: "SO2603-0001").joined(separator: " ") == meant)
    #expect(Shell.completed(words, with: nil) == words)
  }
}
