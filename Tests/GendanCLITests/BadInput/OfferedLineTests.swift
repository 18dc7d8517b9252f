import GendanOutput
import GendanTestSupport
import Testing

/// What a refusal offers is the whole line, typed rightly: it can be pasted.
struct OfferedLineTests {
  @Test(arguments: [
    // A value that an option does not take is replaced, under whichever of its names.
    ("list --by qty", "gendan list --by dept"), ("list --limit 0", "gendan list -L 50"),
    ("list -O foo --lines", "gendan list -O csv --lines"), ("list --lines=yes", "gendan list --lines"),
    ("ship 0001=1 --on 明天", "gendan ship 0001=1 --on today"),
    // So is an option that is nearly one.
    ("list --limt 5", "gendan list --limit 5"),
    ("promise 0001 +3wd --caus=shortage", "gendan promise 0001 +3wd --cause=shortage"),
    // A word without a place goes where it has one.
    ("assign 0001 zhaolei", "gendan assign 0001 --to zhaolei"),
    ("new C-1 FL-50 100 3/20 --note x", "gendan new C-1 FL-50 100 --want 3/20 --note x"),
    ("new FL-50 100 C-1 --want 3/20", "gendan new C-1 FL-50 100 --want 3/20"),
    ("new FL-50 C-1 100", "gendan new C-1 FL-50 100"),
    ("start 0001 备料 昨天", "gendan start 0001 备料 --on 昨天"),
    ("customer add 华光 --address 苏州 园区 --phone 1", "gendan customer add 华光 --address \"苏州 园区\" --phone 1"),
    ("pay C-1 100", "gendan pay C-1 100 --spread"),
    // A small number behind an order is a quantity as likely as a row.
    ("ship 0001 5", "gendan ship 0001=5"),
    // A state or a day that stands alone would be looked for as a text, and nothing be found.
    // What is not set follows from what is entered.
    ("set 0001 交期=3/20", "gendan promise 0001 3/20"), ("set 0001 已发=60", "gendan ship 0001=60"),
    ("amend 0001 due=3/20 --reason x", "gendan promise SO2603-0001 3/20"),
    ("set 0001 状态=已发", "gendan explain status"),
    ("list 超期", "gendan list is:overdue"), ("log 昨天", "gendan log -p 昨天"),
  ])
  func `the whole line is offered`(line: String, offered: String) throws {
    let desk = try RuleDesk()
    let result = try desk.desk.run(line)
    #expect(result.code != 0)
    #expect(result.err.split(separator: "\n").contains { $0.hasSuffix(" " + offered) }, "\(result.err)")
  }

  @Test(arguments: [
    // One character of two is half of the meaning: the opposite is not offered.
    ("收货 0001", "gendan 发货"), ("set 0001 价值=3", "规格"),
    // What is a number is no day, and a day that has a place of its own needs no option.
    ("arrive 0001 2", "--on 2"), ("promise 3/20 3/21", "--on 3/20"),
    ("new C-1 FL-50 1e5", "product unit"), ("set 0001 qty=200，price=3", "product unit"),
  ])
  func `what is as likely something else is not offered`(line: String, offered: String) throws {
    let result = try RuleDesk().desk.run(line)
    #expect(result.code != 0 && !result.err.contains(offered), "\(result.err)")
  }

  @Test func `a whole line with full-width spaces is read, and the names of pages are understood`() throws {
    let desk = try RuleDesk()
    #expect(try desk.desk.run(["show\u{3000}0001"]).code == 0)
    // A full-width minus keeps the case of its letter, and the case of a value.
    #expect(try desk.desk.run("list －L 1").code == 0)
    #expect(try desk.desk.run("list －－clerk＝X").err.contains("--clerk"))
    try desk.run("set 0001 客户要求=2026-05-06")
    #expect(try desk.desk.records("list")[0]["want"] == "2026-05-06")
    try desk.run("set 0001 价格=12 prio=急")
    #expect(try desk.desk.records("list")[0]["price"] == "12.00")
    #expect(try desk.desk.records("list prio:急").count == 1)
  }

  @Test func `a hold for a reason of the customer offers its own line as the customer's`() throws {
    let desk = try RuleDesk()
    let line = "hold 0001 等客户确认 --until 2026-03-20"
    let offered = " gendan \(line) --side customer --evidence TEXT"
    // Nothing was kept of a rehearsal: an undo would take back what was done before it.
    let rehearsed = try desk.desk.run(line + " -n")
    #expect(rehearsed.code == 0 && !rehearsed.err.contains("gendan undo"), "\(rehearsed.err)")
    let held = try desk.desk.run(line)
    #expect(held.code == 0 && held.err.contains("gendan undo\n"), "\(held.err)")
    #expect(held.err.contains(offered), "\(held.err)")
    try desk.desk.run("undo")
    #expect(try desk.desk.run(line + " --side own").err.isEmpty)
  }

  @Test(arguments: [
    "new C-1 FL-50 100 --terms \"T/T\"", "set 0001 结算方式=T/T", "customer set C-1 terms=T/T",
    "quote add C-1 FL-50 100 --price 15 --terms \"T/T\"",
    "customer add 华光 --terms \"T/T\" --address x --contact x --phone 1 --fax 1",
  ])
  func `terms that say no day are kept, and told to be so`(line: String) throws {
    let desk = try RuleDesk()
    let vague = try desk.desk.run(line)
    #expect(vague.code == 0 && vague.err.contains("note: terms \"T/T\" do not say"), "\(vague.err)")
    for clear in ["T/T 30 days", "现结"] {
      let told = try desk.desk.run(
        line.replacing("\"T/T\"", with: "T/T").replacing("T/T", with: "\"\(clear)\""))
      #expect(told.code == 0 && !told.err.contains("note: terms"), "\(told.err)")
    }
  }

  @Test func `a line of a batch is offered, not the batch`() throws {
    let desk = try RuleDesk()
    let path = try desk.desk.file("lines.txt", "list --by qty\n")
    for option in ["", " --keep-going"] {
      let result = try desk.desk.run("batch \(path)" + option)
      #expect(result.err.contains(" gendan list --by dept"), "\(result.err)")
      #expect(!result.err.contains("gendan batch"))
    }
  }
}
