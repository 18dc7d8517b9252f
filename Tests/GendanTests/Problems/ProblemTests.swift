import GendanTestSupport
import Testing

@testable import Gendan

/// Problems from the first sign to the file: who is asked, who answers for it, what is done.
struct ProblemTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(want: "2026-04-20", promise: "2026-04-20")
    try shop.write { writing in
      try writing.addUser(
        login: "linfang", name: "林芳", roles: [.quality], department: try writing.department("质检"))
      try writing.addUser(login: "linzong", name: "林总", roles: [.generalManager])
      try writing.addUser(login: "hejing", name: "何经理", roles: [.salesManager])
    }
  }

  @discardableResult
  private func open(
    _ kind: Cause = .shortage, qty: Int64? = nil, isSevere: Bool = false, until: String? = nil,
    dept: String? = nil, at minute: String = "2026-03-16 08:05"
  ) throws -> Problem {
    try shop.write(at: minute, as: "lijia", right: .report) { writing in
      var new = NewProblem(kind, "304 棒料没到")
      let order = try TestShop.order(no, writing)
      new.order = order
      new.product = try writing.onlyProduct(of: order, line: nil)
      new.quantity = qty
      new.isSevere = isSevere
      new.untilOn = try until.map(TestShop.day)
      new.department = try dept.map { try writing.department($0) }
      return try writing.report(new)
    }
  }

  private func change(
    _ problem: Problem, as login: String = "zhaolei", _ body: (Writing, Problem) throws -> Problem
  ) throws -> Problem {
    try shop.write(as: login, right: .report) { try body($0, try Problem.named(problem.no, in: $0.db)) }
  }

  private func explained(_ problem: Problem, side: FaultSide? = nil) throws -> Problem {
    try change(problem) { writing, problem in
      try writing.explain(problem, "供应商晚发", responsible: try writing.department("采购"), side: side)
    }
  }

  private func tasks(_ scope: ReminderScope, _ day: String = "2026-03-16") throws -> [Task] {
    let ids: [ReminderID] = [.problemOpen, .problemOverdue, .startStarved, .remedyDue]
    return try shop.read(day) { reading in
      try Reminder.tasks(scope, in: reading).filter { ids.contains($0.reminder) }
    }
  }

  @Test func `a problem has a number, its order and its own quantity (R-163)`() throws {
    let problem = try open(.quality, qty: 40, until: "2026-03-20")
    #expect(problem.no == "PB2603-0001")
    #expect(problem.orderNo == no)
    #expect(problem.quantity?.text == "40")
    #expect(problem.state == .open)
    #expect(problem.openedBy == "李佳")
    #expect(try shop.read { try Journal.events(subject: no, limit: 9, in: $0).count } == 2)
  }

  @Test func `a problem of a step is its department's (R-163, R-185)`() throws {
    let problem = try shop.write { writing -> Problem in
      let order = try TestShop.order(no, writing)
      _ = try writing.release(order, ReleaseRequest())
      let (production, operation) = try writing.step("机加", of: order)
      var new = NewProblem(.machine, "主轴坏")
      new.order = order
      new.production = production
      new.operation = operation
      return try writing.report(new)
    }
    #expect(problem.step == "机加")
    #expect(problem.department == "机加车间")
    #expect(problem.productionNo?.hasPrefix("MO") == true)
  }

  @Test func `it is closed with its cause and who answers for it (R-184)`() throws {
    let problem = try open()
    let refusal = Refusal.lacking([.problemExplained], no: problem.no, [.problemUnexplained(no: problem.no)])
    #expect(throws: refusal) { _ = try change(problem) { try $0.close($1, note: nil) } }
    let known = try explained(problem)
    #expect(known.finding == ProblemFinding(text: "供应商晚发", department: "采购", side: .own))
    #expect(known.state == .explained)
    let closed = try change(problem) { try $0.close($1, note: "材料到了") }
    #expect(closed.state == .closed)
    #expect(closed.closeNote == "材料到了")
    #expect(throws: BookError.nothingLeft(.problem, problem.no)) { _ = try explained(problem) }
  }

  @Test(arguments: [
    (Cause.quality, Int64?.some(40), false, true), (.quality, nil, false, false), (.machine, nil, true, true),
    (.shortage, 40, false, false),
  ])
  func `a batch defect or serious threat is closed with its remedy, others need none (R-168)`(
    kind: Cause, qty: Int64?, isSevere: Bool, needsRemedy: Bool
  ) throws {
    let problem = try explained(try open(kind, qty: qty, isSevere: isSevere))
    #expect(problem.needsRemedy == needsRemedy)
    if needsRemedy {
      #expect(throws: Refusal.self) { _ = try change(problem) { try $0.close($1, note: nil) } }
      _ = try change(problem) { try $0.decide(NewRemedy("全检返喷"), of: $1) }
    }
    #expect(try change(problem) { try $0.close($1, note: nil) }.isOpen == false)
  }

  @Test func `whose fault it is follows its kind unless somebody says otherwise (R-184)`() throws {
    #expect(try explained(try open(.customer)).finding?.side == .customer)
    #expect(try explained(try open(.outsource)).finding?.side == .supplier)
    #expect(try explained(try open(.transport), side: .forceMajeure).finding?.side == .forceMajeure)
  }

  @Test func `remedies belong to departments and days, and are asked for until they are done (R-170, R-185)`()
    throws
  {
    let problem = try open(dept: "质检")
    _ = try change(problem) { writing, problem in
      var remedy = NewRemedy("全检")
      remedy.corrective = "换喷枪"
      remedy.preventive = "每班首件比色"
      remedy.dueOn = try TestShop.day("2026-03-18")
      return try writing.decide(remedy, of: problem)
    }
    _ = try change(problem) { writing, problem in
      try writing.decide(NewRemedy("补料"), of: problem)
    }
    let all = try shop.read { try Remedy.of(try Problem.named(problem.no, in: $0.db), in: $0.db) }
    #expect(all.map(\.department) == ["质检", "质检"])
    #expect(all.first?.preventive == "每班首件比色")
    let scope = ReminderScope(day: try TestShop.day("2026-03-18"), clerk: "linfang")
    #expect(try tasks(scope, "2026-03-18").map(\.text).contains("全检"))
    #expect(throws: BookError.self) {
      try shop.write(right: .report) {
        _ = try $0.finish(remedy: nil, of: try Problem.named(problem.no, in: $0.db), on: $0.today)
      }
    }
    try shop.write("2026-03-18", right: .report) {
      _ = try $0.finish(remedy: 1, of: try Problem.named(problem.no, in: $0.db), on: $0.today)
    }
    #expect(try !tasks(scope, "2026-03-18").map(\.text).contains("全检"))
    // A closed problem's remedies are still asked for: what keeps it from coming back takes longer.
    _ = try explained(problem)
    let closed = try change(problem) { try $0.close($1, note: nil) }
    #expect(closed.openRemedies == 1)
  }

  @Test func `it goes up a level at a time, each with its time, never down (R-174)`() throws {
    let problem = try open()
    var taken = try change(problem, as: "lijia") { try $0.escalate($1, to: .next, note: nil) }
    #expect(taken.escalation?.role == .supervisor)
    #expect(taken.escalation?.person == "赵磊")
    taken = try change(problem) { try $0.escalate($1, to: .next, note: "停产") }
    #expect(taken.escalation?.person == "何经理")
    #expect(taken.escalation?.level == 2)
    #expect(throws: BookError.notAbove(no: problem.no, .salesManager)) {
      _ = try change(problem) { try $0.escalate($1, to: .role(.supervisor), note: nil) }
    }
    taken = try change(problem) { try $0.escalate($1, to: .role(.generalManager), note: nil) }
    #expect(taken.escalation?.level == 3)
    #expect(throws: BookError.notAbove(no: problem.no, .generalManager)) {
      _ = try change(problem) { try $0.escalate($1, to: .next, note: nil) }
    }
    let steps = try shop.read { try Escalation.of(try Problem.named(problem.no, in: $0.db), in: $0.db) }
    #expect(steps.map(\.level) == [1, 2, 3])
  }

  @Test func `the direct superior is picked from the tree of superiors (R-196)`() throws {
    try shop.write(right: .supervise) { writing in
      var change = UserChange()
      change.boss = try User.named("hejing", in: writing.db).id
      try writing.set(user: "lijia", change)
    }
    let problem = try open()
    let taken = try change(problem, as: "lijia") { try $0.escalate($1, to: .next, note: nil) }
    #expect(taken.escalation?.person == "何经理")
    #expect(taken.escalation?.role == .salesManager)
  }

  @Test func `what was taken to a superior is closed by one (R-174)`() throws {
    let problem = try explained(try open())
    _ = try change(problem, as: "lijia") { try $0.escalate($1, to: .next, note: nil) }
    #expect(throws: BookError.notAllowed([.supervisor])) {
      _ = try change(problem, as: "lijia") { try $0.close($1, note: nil) }
    }
    #expect(try change(problem, as: "zhaolei") { try $0.close($1, note: nil) }.isOpen == false)
  }

  @Test func `the clerk, the department and the superior are asked, others are not (R-163, R-174)`() throws {
    let problem = try open(dept: "质检")
    func asked(_ login: String) throws -> [String] {
      try tasks(ReminderScope(day: try TestShop.day("2026-03-16"), clerk: login)).map(\.about)
    }
    // The order is nobody's: who opened it follows it.
    #expect(try asked("lijia") == [problem.no])
    #expect(try asked("linfang") == [problem.no])
    #expect(try asked("linzong") == [])
    _ = try change(problem) { try $0.escalate($1, to: .role(.generalManager), note: nil) }
    #expect(try asked("linzong") == [problem.no])
    #expect(
      try tasks(ReminderScope(day: try TestShop.day("2026-03-16"), department: "质检")).map(\.about) == [
        problem.no
      ])
    #expect(try tasks(ReminderScope(day: try TestShop.day("2026-03-16"), department: "仓库")) == [])
  }

  @Test func `one problem is one task: starved, past its day, or open (R-163, R-167, R-168)`() throws {
    try shop.write { writing in
      var request = ReleaseRequest()
      request.startOn = try TestShop.day("2026-03-23")
      _ = try writing.release(try TestShop.order(no, writing), request)
    }
    try open(until: "2026-03-18")
    func reminders(_ day: String) throws -> [ReminderID] {
      try tasks(ReminderScope(day: try TestShop.day(day)), day).map(\.reminder)
    }
    #expect(try reminders("2026-03-18") == [.problemOpen])
    #expect(try reminders("2026-03-19") == [.problemOverdue])
    #expect(try reminders("2026-03-23") == [.startStarved])
    try shop.write("2026-03-23", right: .report) {
      let order = try TestShop.order(no, $0)
      _ = try $0.progress(order, step: "备料", ProgressReport(good: 1, day: $0.today))
    }
    #expect(try reminders("2026-03-23") == [.problemOverdue])
  }

  @Test func `nobody is asked about an order that is cancelled`() throws {
    try open()
    try shop.write { try $0.cancel(try TestShop.order(no, $0), reason: "客户撤单") }
    #expect(try tasks(ReminderScope(day: try TestShop.day("2026-03-16"))) == [])
    #expect(throws: Refusal.orderNotOpen(no: no, state: .cancelled)) { try open() }
  }

  @Test func `lists find by word, order, kind, department and day (R-182, R-183)`() throws {
    try open(.shortage, dept: "仓库")
    try open(.quality, qty: 40, isSevere: true, dept: "质检", at: "2026-03-17 09:00")
    func found(_ set: (inout ProblemFilter) throws -> Void) throws -> [String] {
      try shop.read("2026-03-17") { reading in
        var filter = ProblemFilter()
        try set(&filter)
        return try Problem.list(filter, in: reading).map { String($0.no.suffix(1)) }
      }
    }
    // What is severe comes first.
    #expect(try found { _ in } == ["2", "1"])
    #expect(try found { $0.kind = .shortage } == ["1"])
    #expect(try found { $0.words = ["棒料", no.lowercased()] } == ["2", "1"])
    #expect(try found { $0.words = ["棒料", "nothing"] } == [])
    #expect(try found { $0.opened = .day(try TestShop.day("2026-03-17")) } == ["2"])
    #expect(try found { $0.orders = .text(.customer, [.contains("宏达")]) } == ["2", "1"])
    #expect(try found { $0.orders = .text(.customer, [.contains("Acme")]) } == [])
  }
}
