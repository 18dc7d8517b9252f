import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A command's case: a line that changes the book, and what stands before it.
struct UndoCase: Sendable {
  let id: String
  let line: String
  let given: [String]

  init(_ id: String, _ line: String, given: [String] = []) {
    self.id = id
    self.line = line
    self.given = given
  }

  /// Who types it, as an option.
  var who: String { line.firstRange(of: " --as ").map { String(line[$0.lowerBound...]) } ?? "" }
}

/// Whatever a command changes, undo takes back to the letter, and redo brings again.
struct UndoTableTests {
  @Test(arguments: UndoTableTests.cases.map(\.id))
  func `undo leaves the book as it was, redo as the command left it`(id: String) throws {
    let command = try #require(UndoTableTests.cases.first { $0.id == id })
    let desk = try RuleDesk()
    for line in command.given { try desk.run(line) }
    let before = try desk.dump.facts()
    try desk.run(command.line)
    let event = try #require(try newest(desk))
    #expect(event.contains("\"command\":\"\(id)\""), "\(event)")
    let after = try desk.dump.facts()
    #expect(after != before)
    try desk.run("undo" + command.who)
    #expect(try desk.dump.facts() == before)
    try desk.run("redo" + command.who)
    #expect(try desk.dump.facts() == after)
    #expect(try desk.desk.run("check").code == 0)
  }

  private func newest(_ desk: RuleDesk) throws -> String? { try desk.desk.run("log -L 1 --json").out }

  @Test(arguments: [
    ("submit 0001", "sign 0001 --as sunli"),
    ("release 0001", "progress 0001 备料 40"),
    ("release 0001", "work hold MO2603-0001 --reason x"),
    ("pay 0001 300", "payment confirm P2603-0001 --as sunli"),
    ("stock reserve 0001", "stock free 0001"),
    ("sample add 0001 --require 拉丝", "sample send S2603-0001"),
    ("enquiry add C-1 法兰", "enquiry answer E2603-0001 已报价"),
    ("problem 0001 machine 主轴坏", "problem remedy PB2603-0001 换主轴"),
    ("delay open 0001 磨床坏", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间"),
    ("work stock FL-50 20", "sign MO2603-0001 --as linzong"),
  ])
  func `what later commands built on is not undone without them`(line: String, later: String) throws {
    let desk = try RuleDesk()
    for line in ["signer add order finance", "signer add production gm", "stock count FL-50 50"] {
      try desk.run(line)
    }
    try desk.run(line)
    let first = try desk.dump.events()
    try desk.run(later)
    let before = try desk.dump.text()
    let refused = try desk.desk.run("undo e\(first)")
    #expect(refused.code == 5, "\(line): \(refused)")
    #expect(refused.err.contains("later events build on e\(first): e\(first + 1)"))
    #expect(refused.err.contains("gendan undo e\(first) --with-later"))
    #expect(try desk.dump.text() == before)
    let who = UndoCase("", later).who
    try desk.run("undo e\(first + 1)" + who)
    try desk.run("undo e\(first)")
  }

  /// Those that change no fact of the book, with those whose undoing has tests of its own.
  static let others: Set<String> = [
    "order.next",
    // Asks at a terminal: OrderEditTests.
    "order.edit", "order.inbox", "order.list", "order.find", "order.show", "event.list",
    "report.overdue", "report.otd",
    "morning", "book.init", "book.demo", "book.export", "book.check", "book.backup", "book.restore",
    "book.doctor", "gate.list", "reminder.list", "help", "explain", "completion", "batch", "shell", "manual",
    "config.list",
    "view.list", "remind.list", "day.show", "shipment.list", "shipment.show", "shipment.print",
    "config.set", "config.rm", "alias.list", "alias.set", "alias.rm", "event.undo",
    "event.redo",
    "calendar.show", "customer.list", "customer.show", "customer.history", "dept.list", "document.list",
    "document.check", "document.verify", "enquiry.list", "notice.list", "payment.amount", "payment.due",
    "payment.list", "price.list", "product.list", "product.show", "profile.list", "profile.show",
    "quote.list", "quote.show", "review.check", "review.list", "review.show", "route.list", "route.show",
    "sample.list", "sample.show", "setting.list", "signer.list", "stock.show", "user.list", "work.check",
    "work.list", "work.packaging", "work.print", "work.show", "work.steps", "work.suggest",
    "order.where", "order.sheet", "report.timely", "report.register", "question.list", "contact.list",
    "contact.scores", "customer.book", "customer.prospects", "customer.silent", "region.list",
    "order.why", "report.risk", "forecast.backtest", "forecast.run", "resource.list", "plan.show",
    "plan.week", "plan.day", "report.tracking", "plan.affects", "report.unshipped", "report.workshops",
    "report.stale", "step.gantt", "what-if.down", "what-if.quantity", "what-if.rush",
    "what-if.slip",
    "report.board", "report.daily", "report.daily-progress", "report.kpi", "report.list", "report.near-due",
    "report.nextday", "report.noon", "report.print", "report.progress", "report.sales", "report.show",
    "report.slips",
    "report.tenday", "report.delays", "report.load", "report.leadtime", "report.stats", "report.work",
    "problem.list", "problem.show", "delay.list", "delay.report",
    "step.list",
    // Files and scanners: StepCommandTests.
    "step.feed", "step.scan",
    // Files: Tests/GendanCLITests/Import and CalendarCommandTests.
    "order.import", "calendar.import",
  ]

  @Test func `every command is undone here, or changes nothing`() {
    let known = Set(UndoTableTests.cases.map(\.id)).union(UndoTableTests.others)
    #expect(Set(GendanCommand.sheets.map(\.id)).symmetricDifference(known).sorted() == [])
  }

  static let cases: [UndoCase] = [
    UndoCase("order.new", "new C-1 FL-50 5 --price 9"),
    UndoCase("order.set", "set 0001 note=唛头"),
    UndoCase(
      "order.split", "split 0001 40=2026-05-15 --cause shortage",
      given: ["stock count FL-50 30", "stock reserve 0001 30", "release 0001"]),
    UndoCase("line.add", "line add 0001 FL-50 20 --want 2026-05-20"),
    UndoCase("line.set", "line set 0001.1 qty=120"),
    UndoCase(
      "line.drop", "line drop 0001.2 --reason x --yes", given: ["line add 0001 FL-50 20", "release 0001"]),
    UndoCase("remind.add", "remind 0001 2026-03-20 问挂具 --every 2wd"),
    UndoCase("remind.done", "remind done 0001", given: ["remind 0001 2026-03-16 问挂具"]),
    UndoCase("view.save", "view save 急 is:overdue"),
    UndoCase("view.rm", "view rm 急", given: ["view save 急 is:overdue"]),
    UndoCase("order.cancel", "cancel 0001 --reason x --yes", given: ["release 0001", "stock count FL-50 5"]),
    UndoCase("order.hold", "hold 0001 --reason x"),
    UndoCase("order.resume", "resume 0001", given: ["hold 0001 --reason x"]),
    UndoCase("order.promise", "promise 0001 2026-05-06 --cause shortage"),
    UndoCase("order.close", "close 0001", given: ["ship 0001", "arrive 0001"]),
    UndoCase("order.reply", "reply 0001 --via phone"),
    UndoCase("order.confirm", "confirm 0001 --told 刘工"),
    UndoCase("order.submit", "submit 0001", given: ["signer add order finance"]),
    UndoCase("order.amend", "amend 0001 qty=120 --reason x --yes", given: ["confirm 0001"]),
    UndoCase("order.assign", "assign 0001 --to zhaolei"),
    UndoCase("review.sign", "sign 0001 --as sunli", given: ["signer add order finance", "submit 0001"]),
    UndoCase(
      "review.reject", "reject 0001 --reason x --as sunli",
      given: ["signer add order finance", "submit 0001"]),
    UndoCase("review.set", "review set 0001 process=no:缺模具"),
    UndoCase("review.cost", "review cost 0001 freight=800"),
    UndoCase("review.propose", "review propose 0001 2026-05-06 模具要修 --as zhaolei"),
    UndoCase("question.add", "ask 0001 仓库 用哪种纸箱", given: ["release 0001"]),
    UndoCase("question.answer", "answer 0001 五层纸箱", given: ["ask 0001 zhaolei 用哪种纸箱"]),
    UndoCase("contact.log", "contact log C-1 问新款 --next 2026-03-20"),
    UndoCase("contact.done", "contact done L2603-0001 已寄样", given: ["contact log C-1 问新款 --next 2026-03-20"]),
    UndoCase("problem.add", "problem 0001 机加 设备 主轴坏 --qty 40 --until 2026-03-18", given: ["release 0001"]),
    UndoCase(
      "problem.cause", "problem cause PB2603-0001 缺油 --dept 机加车间", given: ["problem 0001 machine 主轴坏"]),
    UndoCase(
      "problem.remedy", "problem remedy PB2603-0001 换主轴 --due 2026-03-18", given: ["problem 0001 machine 主轴坏"]
    ),
    UndoCase(
      "problem.done", "problem done PB2603-0001",
      given: ["problem 0001 machine 主轴坏", "problem remedy PB2603-0001 换主轴"]),
    UndoCase(
      "problem.until", "problem until PB2603-0001 2026-03-20 --reason 配件晚到",
      given: ["problem 0001 machine 主轴坏 --until 2026-03-18"]),
    UndoCase("problem.escalate", "problem escalate PB2603-0001", given: ["problem 0001 machine 主轴坏"]),
    UndoCase(
      "problem.close", "problem close PB2603-0001",
      given: ["problem 0001 machine 主轴坏", "problem cause PB2603-0001 缺油 --dept 机加车间"]),
    UndoCase("delay.open", "delay open 0001 2026-05-06 磨床坏 --dept 机加车间", given: ["release 0001"]),
    UndoCase(
      "delay.cause", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间 --new 2026-05-06",
      given: ["delay open 0001 磨床坏"]),
    UndoCase(
      "delay.told", "delay told Y2603-0001 --accept 2026-05-06 --told 刘工",
      given: ["delay open 0001 磨床坏", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间"]),
    UndoCase(
      "delay.close", "delay close Y2603-0001 --as zhaolei",
      given: [
        "delay open 0001 磨床坏", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间",
        "delay told Y2603-0001 --keep",
      ]),
    UndoCase("region.set", "region set 华东 --clerk zhaolei"),
    UndoCase("customer.flag", "customer flag C-1 --reason 年需求50万件"),
    UndoCase("customer.copy", "customer copy --to billing"),
    UndoCase("product.unit", "product unit FL-50 箱=12"),
    UndoCase(
      "quote.decide", "quote decide 0001 keep --as linzong", given: ["set 0001 new-material=yes"]),
    UndoCase("sample.lend", "sample lend S2603-0001 --to 林芳 --back 2026-03-20", given: ["sample add 0001"]),
    UndoCase(
      "sample.return", "sample return S2603-0001",
      given: ["sample add 0001", "sample lend S2603-0001 --to 林芳 --back 2026-03-20"]),
    UndoCase("sample.retain", "sample retain MO2603-0001 --place 样品柜A3", given: ["release 0001"]),
    UndoCase("signer.add", "signer add order finance"),
    UndoCase("signer.remove", "signer remove order finance", given: ["signer add order finance"]),
    UndoCase("document.add", "attach 0001 contract PAPER"),
    UndoCase("contact.add", "chase 0001 催料 --next 2026-03-20"),
    UndoCase("note.add", "note 0001 唛头按附件"),
    UndoCase("notice.acknowledge", "ack 0001 --dept 仓库", given: ["release 0001"]),
    UndoCase("work.release", "release 0001 --remark 仓库=先发旧料"),
    UndoCase("work.stock", "work stock FL-50 20", given: ["signer add production gm"]),
    UndoCase(
      "work.merge", "work merge MO2603-0002 MO2603-0001",
      given: ["release 0001", "new C-1 FL-50 5 --promise 2026-04-30", "release 0002"]),
    UndoCase("work.reissue", "work reissue MO2603-0001 90 --reason x", given: ["release 0001"]),
    UndoCase("work.cancel", "work cancel MO2603-0001 --reason x", given: ["release 0001"]),
    UndoCase("work.warn", "work warn MO2603-0001 尺寸偏下限", given: ["release 0001"]),
    UndoCase("work.hold", "work hold MO2603-0001 --reason x", given: ["release 0001"]),
    UndoCase(
      "work.resume", "work resume MO2603-0001", given: ["release 0001", "work hold MO2603-0001 --reason x"]),
    UndoCase("step.start", "start 0001 备料", given: ["release 0001"]),
    UndoCase("step.progress", "progress 0001 备料 40 --scrap 2", given: ["release 0001"]),
    UndoCase(
      "step.reverse", "step reverse p1 --reason x", given: ["release 0001", "progress 0001 备料 40 --scrap 2"]),
    UndoCase("step.done", "done 0001 备料", given: ["release 0001"]),
    UndoCase("stock.count", "stock count FL-50 420 --blocked 20"),
    UndoCase("stock.reserve", "stock reserve 0001", given: ["stock count FL-50 50"]),
    UndoCase("stock.free", "stock free 0001", given: ["stock count FL-50 50", "stock reserve 0001"]),
    UndoCase("stock.min", "stock min FL-50 50 200"),
    UndoCase("stock.propose", "stock propose --make", given: ["stock min FL-50 50 200"]),
    UndoCase("sample.add", "sample add 0001 --qty 3 --require 拉丝"),
    UndoCase("sample.send", "sample send S2603-0001 --carrier 顺丰", given: ["sample add 0001 --require 拉丝"]),
    UndoCase(
      "sample.follow", "sample follow S2603-0001 --note 周五答复",
      given: ["sample add 0001 --require 拉丝", "sample send S2603-0001"]),
    UndoCase(
      "sample.answer", "sample answer S2603-0001 rejected --note 偏色",
      given: ["sample add 0001 --require 拉丝", "sample send S2603-0001"]),
    UndoCase(
      "sample.again", "sample again S2603-0001",
      given: ["sample add 0001 --require 拉丝", "sample send S2603-0001", "sample answer S2603-0001 rejected"]),
    UndoCase("sample.first", "sample first 0001 --machine 3", given: ["release 0001"]),
    UndoCase("enquiry.add", "enquiry add C-1 法兰 DN80"),
    UndoCase("enquiry.answer", "enquiry answer E2603-0001 已报价", given: ["enquiry add C-1 法兰 DN80"]),
    UndoCase("quote.add", RuleDesk.quote),
    UndoCase("quote.set", "quote set 0001 price=9", given: [RuleDesk.quote]),
    UndoCase("quote.revise", "quote revise 0001 price=9", given: [RuleDesk.quote]),
    UndoCase("quote.submit", "quote submit 0001", given: ["signer add quote finance", RuleDesk.quote]),
    UndoCase(
      "quote.sign", "quote sign 0001 --as sunli",
      given: ["signer add quote finance", RuleDesk.quote, "quote submit 0001"]),
    UndoCase("quote.confirm", "quote confirm 0001 --by 李明", given: [RuleDesk.quote]),
    UndoCase("quote.lost", "quote lost 0001 --reason 价格高", given: [RuleDesk.quote]),
    UndoCase("price.set", "price set C-1 FL-50 12"),
    UndoCase("payment.add", "pay 0001 300"),
    UndoCase("payment.confirm", "payment confirm P2603-0001 1200 --as sunli", given: ["pay 0001 300"]),
    UndoCase("payment.void", "payment void P2603-0001 --reason x", given: ["pay 0001 300"]),
    UndoCase("payment.request", "payment request 0002", given: ["new C-1 FL-50 5 --price 10 --terms 订金30%"]),
    UndoCase("payment.net", "payment net 0001", given: ["customer balance C-1 -60 --as sunli"]),
    UndoCase("customer.add", "customer add 新客户 --address a --contact b --phone 1 --fax 2 --terms 月结"),
    UndoCase("customer.set", "customer set C-1 phone=2 limit=5000"),
    UndoCase("customer.balance", "customer balance C-1 -60 --as sunli"),
    UndoCase("product.add", "product add P-88 新品"),
    UndoCase("product.set", "product set FL-50 lead=15 statutory=yes sample=yes"),
    UndoCase("route.add", "route add cast 浇铸/铸造车间/3"),
    UndoCase("route.set", "route set flange 备料/仓库/1 机加/机加车间/4 检验/质检/1"),
    UndoCase("route.step", "route step flange 机加 --minutes 2.5"),
    UndoCase("resource.add", "resource add CNC1 places=2"),
    UndoCase("resource.set", "resource set CNC1 efficiency=80%", given: ["resource add CNC1"]),
    UndoCase("resource.stop", "resource stop CNC1 --reason x", given: ["resource add CNC1"]),
    UndoCase(
      "resource.restart", "resource restart CNC1",
      given: ["resource add CNC1", "resource stop CNC1 --reason x"]),
    UndoCase("plan.run", "plan run", given: ["release 0001"]),
    UndoCase("delay.confirm", "delay confirm 0001", given: ["promise 0001 2026-03-13 --cause shortage"]),
    UndoCase(
      "delay.overrule", "delay overrule 0001 1 --side customer --reason x",
      given: ["promise 0001 2026-03-13 --cause shortage"]),
    UndoCase(
      "forecast.ack", "forecast ack 0001",
      given: ["product set FL-50 lead=60", "forecast run"]),
    UndoCase("plan.move", "plan move MO2603-0001 --to 2026-04-27 --reason x", given: ["release 0001"]),
    UndoCase("plan.insert", "plan insert 0001 --reason x --yes", given: ["release 0001"]),
    UndoCase(
      "plan.baseline", "plan baseline 0001 --reset --reason x",
      given: ["release 0001", "plan move MO2603-0001 --to 2026-04-06 --reason x"]),
    UndoCase("report.monthly", "report monthly --submit"),
    UndoCase("report.review", "report review --as zhaolei"),
    UndoCase("order.today", "today --plan", given: ["chase 0001 备料 催 --next 2026-03-16"]),
    UndoCase("day.close", "eod"),
    UndoCase("day.reopen", "day reopen --reason x", given: ["eod"]),
    UndoCase("report.save", "report save 周报 slips -p lastweek --by cause --title 改期周报"),
    UndoCase("report.rm", "report rm 周报", given: ["report save 周报 slips --by cause"]),
    UndoCase("order.decide", "decide 0001 hold --by 王经理"),
    UndoCase("plan.settle", "plan settle week --with 张三,李四"),
    UndoCase("plan.reply", "plan reply MO2603-0001 3/17 3/25", given: ["release 0001"]),
    UndoCase("work.urge", "work urge MO2603-0001 --to 3/19 --reason x", given: ["release 0001"]),
    UndoCase("plan.freeze", "plan freeze MO2603-0001", given: ["release 0001"]),
    UndoCase("plan.thaw", "plan thaw MO2603-0001", given: ["release 0001", "plan freeze MO2603-0001"]),
    UndoCase("user.add", "user add laoli 老李 --role production --dept 机加车间"),
    UndoCase("user.set", "user set zhaolei role=+purchasing"),
    UndoCase("dept.add", "dept add 物料部 --contact 周丽"),
    UndoCase("dept.set", "dept set 仓库 contact=周丽"),
    UndoCase("calendar.set", "calendar set 2026-05-06 rest --name 厂庆"),
    UndoCase("calendar.clear", "calendar clear 2026-05-06", given: ["calendar set 2026-05-06 rest"]),
    UndoCase("setting.set", "setting set flow factory"),
    UndoCase("profile.save", "profile save 宏达机械 --map po=PO号,qty=数量 --kind orders"),
    UndoCase("profile.rm", "profile rm 宏达机械", given: ["profile save 宏达机械 --map po=PO号,qty=数量 --kind orders"]),
    UndoCase("ship.add", "ship 0001=60 --carrier 顺丰"),
    UndoCase("ship.arrive", "arrive 0001 --short 2", given: ["ship 0001=60"]),
  ]
}
