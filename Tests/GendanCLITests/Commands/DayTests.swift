import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// The plan of a day and its end.
struct DayTests {
  private let desk: RuleDesk
  /// The day on which the order is due.
  private let due = "2026-04-30 08:05"

  init() throws { desk = try RuleDesk() }

  private func plan(_ words: String = "--plan", today: String? = nil) throws -> JSON {
    try JSON.parse(desk.type("today \(words)", today: today ?? due).out)
  }

  private func rows(_ line: String, _ today: String) throws -> [JSON] {
    guard case .array(let rows)? = try JSON.parse(desk.type(line, today: today).out)["rows"] else {
      return []
    }
    return rows
  }

  @Test func `a plan is what the day asks for, and a line is done when nothing asks for it any more`() throws
  {
    #expect(try desk.desk.run("today --done 1", today: due).code == 3)
    let first = try plan()
    guard case .array(let lines)? = first["rows"] else { return #expect(Bool(false), "\(first)") }
    #expect(lines.contains { $0["no"] == "SO2603-0001" && $0["what"] == "delivery" && $0["done"] == false })
    #expect(first["planned"] == .integer(Int64(lines.count)) && first["done"] == 0)
    try desk.run("ship 0001", today: due)
    let later = try plan()
    guard case .array(let rows)? = later["rows"] else { return #expect(Bool(false), "\(later)") }
    #expect(rows.contains { $0["no"] == "SO2603-0001" && $0["what"] == "delivery" && $0["done"] == true })
  }

  @Test func `what no book can see is ticked, once`() throws {
    _ = try plan()
    #expect(try plan("--done 1")["done"] == 1)
    let events = try desk.dump.events()
    #expect(try plan("--done 1")["done"] == 1)
    #expect(try desk.dump.events() == events)
    #expect(try desk.desk.run("today --done 99", today: due).code == 3)
    #expect(try desk.desk.run("today --done x", today: due).code == 64)
    #expect(try desk.desk.run("today --plan", lang: "zh-Hans", today: due).out.contains("今日计划"))
  }

  @Test func `the end of a day tells what is left, and closes it for who ends it`() throws {
    _ = try plan()
    let page = try desk.desk.run("eod", lang: "zh-Hans", today: due)
    #expect(page.code == 0 && page.out.contains("到期未交") && page.out.contains("计划 "), "\(page)")
    #expect(page.out.contains("已日结: 2026-04-30") && page.out.hasSuffix("撤销: gendan undo\n"))
    let again = try desk.desk.run("eod -o page.html", today: due)
    #expect(again.code == 5 && again.err.contains("try: gendan today --wrap\n"), "\(again.err)")
    let refused = try desk.desk.run("ship 0001", today: due)
    #expect(refused.code == 5 && refused.err.contains("was closed by"), "\(refused)")
    #expect(try desk.desk.run("ship 0001 --override --reason forgotten", today: due).code == 0)
    // The day after is open, and so is what somebody else enters.
    #expect(try desk.desk.run("stock count FL-50 5", today: "2026-05-06 09:00").code == 0)
  }

  @Test func `a rehearsal says that it is one, and a page of a write names its event`() throws {
    let before = try desk.dump.text()
    #expect(try desk.desk.run("eod --dry-run", today: due).out.hasSuffix("(dry run, not saved)\n"))
    #expect(try desk.desk.run("today --plan -n", today: due).out.hasSuffix("(dry run, not saved)\n"))
    #expect(try plan("--plan -n")["dry_run"] == true)
    #expect(try desk.dump.text() == before)
    let kept = try plan()
    #expect(kept["event"] == .string("e\(try desk.dump.events())") && kept["dry_run"] == false, "\(kept)")
    for words in ["--plan --for chenting", "--done 1 --all", "--plan --left"] {
      #expect(try desk.desk.run("today \(words)", today: due).code == 64, "\(words)")
    }
  }

  @Test func `a day is shown with who closed it and what was done, and opened again with a reason`() throws {
    try desk.run("ship 0001", today: due)
    try desk.run("eod", today: due)
    let page = try JSON.parse(desk.type("day show", today: due).out)
    #expect(page["day"] == "2026-04-30", "\(page)")
    let shown = try desk.desk.run("day show", lang: "zh-Hans", today: due).out
    #expect(shown.contains("日结 1") && shown.contains("陈婷") && shown.contains("ship 0001"), "\(shown)")
    // Another day has nothing, and the next one knows what was done on this.
    #expect(try desk.desk.run("day show 2026-04-29", today: due).out.contains("nothing was done"))
    #expect(
      try desk.desk.run("day show 2026-04-30", today: "2026-05-06 09:00").out.contains("ship 0001"))
    #expect(try desk.desk.run("day reopen", today: due).code == 64)
    #expect(try desk.desk.run("day reopen 2026-04-29 --reason x", today: due).code == 5)
    #expect(try desk.desk.run("day reopen --all --reason x --as wuming", today: due).code == 77)
    try desk.run("day reopen --reason 漏报", today: due)
    #expect(try desk.desk.run("arrive 0001", today: due).code == 0)
    // What is closed for all is opened for all.
    try desk.run("eod --all", today: due)
    let refused = try desk.desk.run("day reopen --reason x", today: due)
    #expect(refused.code == 5 && refused.err.contains("day reopen 2026-04-30 --all --reason"), "\(refused)")
    #expect(try desk.desk.run("day reopen --all --reason x", today: due).code == 0)
  }

  @Test func `what was entered on a closed day, or before today, is not taken back in passing`() throws {
    try desk.run("note 0001 x", today: due)
    try desk.run("eod", today: due)
    // The closing is the newest event: it is taken back as anything else.
    #expect(try desk.desk.run("undo", today: due).code == 0)
    try desk.run("redo", today: due)
    let note = try String(desk.desk.run("log note -L 1 -O name").out.dropLast())
    let closed = try desk.desk.run("undo \(note)", today: due)
    #expect(closed.code == 5 && closed.err.contains("was closed by"), "\(closed)")
    let next = "2026-05-06 09:00"
    let old = try desk.desk.run("undo \(note) --override --reason falsch", today: next)
    #expect(old.code == 6 && old.err.contains("is of 2026-04-30"), "\(old)")
    #expect(try desk.desk.run("undo \(note) --override --reason x --yes", today: next).code == 0)
  }

  @Test func `a day of all is closed by who leads`() throws {
    try desk.run("user add lina 李娜 --role clerk")
    #expect(try desk.desk.run("eod --all --as lina", today: due).code == 77)
    #expect(try desk.desk.run("eod --all --as zhaolei", today: due).code == 0)
    #expect(try desk.desk.run("ship 0001 --as lina", today: due).code == 5)
    #expect(try desk.desk.run("eod 2026-04-29 --as lina", today: due).code == 0)
    #expect(try desk.desk.run("eod 2026-05-06", today: due).code == 64)
  }

  @Test func `who was asked is pressed: how long it waits, and how often it was chased (R-403)`() throws {
    try desk.run("dept add 质检")
    try desk.run("ask 0001 质检 按哪个标准验")
    try desk.run("chase 0001 质检 客户在等", today: "2026-03-17 08:05")
    try desk.run("ask 0001 质检 要不要复验", today: "2026-03-17 09:05")
    let now = "2026-03-17 10:05"
    let open = try rows("question list --open", now)
    #expect(open.map { $0["waited"] } == [26, 1] && open.map { $0["chased"] } == [1, 0], "\(open)")
    let grouped = try rows("question list --open --by dept", now)
    #expect(grouped.first?["open"] == 2 && grouped.first?["waited"] == 26, "\(grouped)")
    try desk.run("answer 0001 1 按国标", today: "2026-03-18 08:05")
    let left = try rows("question list --open --by dept", "2026-03-18 09:05")
    #expect(left.first?["n"] == 1 && left.first?["chased"] == 0, "\(left)")
    #expect(try desk.desk.run("question list --by dept", lang: "zh-Hans", today: now).out.contains("最久小时"))
    #expect(try desk.desk.run("question list --by weather", today: now).code == 64)
  }
}
