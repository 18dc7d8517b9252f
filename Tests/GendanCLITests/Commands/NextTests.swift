import GendanOutput
import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// What is most urgent, and what waits for one person.
struct NextTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func next(_ line: String = "next", today: String = "2026-05-06 08:00") throws -> [String] {
    try JSON.parse(desk.desk.run(line + " --json", today: today).out).rows.map { row in
      if case .string(let command)? = row["command"] { command } else { "" }
    }
  }

  @Test func `What an order needs follows from where it stands`() throws {
    #expect(try next().first == "gendan release SO2603-0001")
    try desk.run("release 0001")
    #expect(try next().first == "gendan problem SO2603-0001 备料 KIND TEXT")
    try desk.run("problem 0001 备料 shortage 棒料没到")
    #expect(try next().first == "gendan chase SO2603-0001 备料 TEXT --next DATE")
    try desk.run("done 0001 备料 机加")
    #expect(try next().first == "gendan ship SO2603-0001.1")
    try desk.run("ship 0001")
    #expect(try !next().contains("gendan ship SO2603-0001.1"))
  }

  @Test func `The longest overdue comes first, then what is due today, then what rules ask`() throws {
    for due in ["2026-04-02", "2026-05-06"] { try desk.run("new C-1 FL-50 5 --want \(due) --promise \(due)") }
    try desk.run("chase 0001 asked --next 2026-04-01")
    let rows = try JSON.parse(desk.desk.run("next 4 --json", today: "2026-05-06 08:00").out).rows
    #expect(rows.map { $0["no"] } == ["SO2603-0002", "SO2603-0001", "SO2603-0003", "SO2603-0001"])
    #expect(rows.map { $0["why"] } == ["overdue", "overdue", "today", "task"])
    let screen = try desk.desk.run("next 1 --why", lang: "zh-Hans", today: "2026-05-06 08:00", width: 80).out
    #expect(screen.contains("gendan release SO2603-0002"))
    #expect(screen.contains("已超期, 天数多的在前"))
    #expect(screen.contains("gendan today"))
  }

  @Test(arguments: ["next x", "next 0", "next 201", "next --for 没有"])
  func `A count or person that means nothing is refused`(_ line: String) throws {
    #expect([3, 64].contains(try desk.desk.run(line).code))
  }

  @Test(arguments: ReminderID.allCases)
  func `Every reminder has a line that settles it, and the line is one`(_ id: ReminderID) throws {
    let task = Gendan.Task(
      id, no: "SO2603-0001", customer: "宏达", about: "PB2603-0001", text: "", dueOn: Day(number: 20_000))
    let words = task.remedy.split(separator: " ").map(String.init)
    guard case .run(let command, let line) = try Dispatch.request(words, isTerminal: false) else {
      Issue.record("\(task.remedy) is no command")
      return
    }
    let (type, depth) = try #require(GendanCommand.command(command))
    #expect(throws: Never.self) { _ = try type.parsed(Array(line.dropFirst(depth))) }
  }

  @Test func `An inbox has a person's signatures and what rules ask of them and their department`() throws {
    try desk.run("chase 0001 asked --next tomorrow")
    try desk.run("user add cangku 仓管 --dept 仓库")
    try desk.run("release 0001")
    try desk.run("setting set flow trading")
    let mine = try desk.desk.run("inbox", today: "2026-03-17 08:00").out
    #expect(mine.contains("asked"))
    let theirs = try desk.desk.run("inbox --for cangku", today: "2026-03-17 08:00").out
    #expect(!theirs.contains("asked"))
    #expect(theirs.contains("SO2603-0001"))
    #expect(try desk.desk.run("inbox --for 没有").code == 3)
    #expect(try JSON.parse(desk.desk.run("inbox --json").out)["schema"] == "gendan.inbox/1")
  }
}
