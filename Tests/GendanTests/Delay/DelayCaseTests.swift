import GendanTestSupport
import Testing

@testable import Gendan

/// A promise that cannot be kept, in four steps with their times (R-171, R-173, R-175 to R-178, S12).
struct DelayCaseTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(promise: "2026-03-27")
  }

  @discardableResult
  private func open(
    at minute: String = "2026-03-13 14:00", found: String? = nil, line: Int? = nil
  ) throws -> DelayCase {
    try shop.write(at: minute, right: .report) { writing in
      var new = NewDelay(try TestShop.order(no, writing), line: line, "供应商改到 3/20 交料")
      new.forecastOn = try TestShop.day("2026-03-31")
      new.foundAt = try found.map(TestShop.minute)
      return try writing.open(new)
    }
  }

  @discardableResult
  private func explain(at minute: String = "2026-03-13 16:30", said: String? = nil) throws -> DelayCase {
    try shop.write(at: minute, right: .report) { writing in
      let department = try writing.department("采购")
      var new = NewExplanation(.shortage, "棒料晚到", department)
      new.newOn = try TestShop.day("2026-03-31")
      new.at = try said.map(TestShop.minute)
      return try writing.explain(try DelayCase.named("Y2603-0001", in: writing.db), new)
    }
  }

  @discardableResult
  private func tell(_ answer: NewAnswer, at minute: String = "2026-03-16 09:30") throws -> DelayCase {
    try shop.write(at: minute) {
      try $0.tell(try DelayCase.named("Y2603-0001", in: $0.db), answer).0
    }
  }

  @discardableResult
  private func close(at minute: String = "2026-03-16 10:00", as login: String = "zhaolei") throws -> DelayCase
  {
    try shop.write(at: minute, as: login, right: .supervise) {
      try $0.close(try DelayCase.named("Y2603-0001", in: $0.db), note: nil)
    }
  }

  private func accepted() throws -> NewAnswer {
    var answer = NewAnswer.accepted(try TestShop.day("2026-03-31"))
    answer.told = "刘工"
    return answer
  }

  @Test func `S12: reported, explained, told, fed back; the accepted day is the promise (R-175 to R-178)`()
    throws
  {
    #expect(try open().days == 4)
    #expect(try explain().stage == .explained)
    // Closing before the customer was told is refused.
    #expect(
      throws: Refusal.lacking([.delayInTurn], no: "Y2603-0001", [.delayWaits(no: "Y2603-0001", .explained)])
    ) {
      try close(at: "2026-03-16 09:00")
    }
    #expect(try shop.schedule(no).promisedOn == TestShop.day("2026-03-27"))
    try tell(try accepted())
    let schedule = try shop.schedule(no)
    #expect(try schedule.promisedOn == TestShop.day("2026-03-31"))
    #expect(try schedule.firstPromisedOn == TestShop.day("2026-03-27"))
    let ledger = try shop.read { try Promise.ledger(of: schedule.id, in: $0.db) }
    #expect(ledger.last?.cause == .shortage)
    #expect(ledger.last?.told == "刘工")
    let closed = try close()
    #expect(closed.stage == .closed)
    let times = closed.steps.map(\.at)
    #expect(try times[1] == TestShop.minute("2026-03-13 14:00"))
    #expect(try times[2] == TestShop.minute("2026-03-13 16:30"))
    #expect(try times[3] == TestShop.minute("2026-03-16 09:30"))
    #expect(try times[4] == TestShop.minute("2026-03-16 10:00"))
    #expect(try shop.read { try BookRule.all.count > 0 && DelayCase.list(isOpen: true, in: $0).isEmpty })
  }

  @Test func `no step comes before the one it follows, nor at an earlier time (R-178)`() throws {
    try open()
    #expect(throws: Refusal.self) { try tell(try accepted()) }
    #expect(throws: Refusal.self) { try close() }
    #expect(throws: BookError.beforeLastStep(no: "Y2603-0001")) { try explain(said: "2026-03-13 13:59") }
    try explain(said: "2026-03-13 14:00")
    try tell(try accepted())
    #expect(throws: Refusal.self) { try explain(at: "2026-03-16 09:40") }
  }

  @Test func `the later day is not used before the customer agrees (R-177)`() throws {
    func promise(_ day: String) throws {
      try shop.write("2026-03-16") {
        _ = try $0.promise(try TestShop.order(no, $0), try TestShop.day(day), cause: .shortage)
      }
    }
    try open()
    #expect(
      throws: Refusal.lacking([.promiseAgreed], no: no, [.delayUnanswered(no: "Y2603-0001", .reported)])
    ) {
      try promise("2026-03-31")
    }
    // An earlier day harms nobody.
    try promise("2026-03-26")
    try explain()
    #expect(throws: Refusal.self) { try promise("2026-03-31") }
    try tell(NewAnswer(.split))
    try promise("2026-03-31")
  }

  @Test(arguments: [(DelayReply.kept, true), (.split, true), (.refused, false)])
  func `the old day may stand, part may come; a refusal is talked about again (R-173)`(
    reply: DelayReply, isSettled: Bool
  ) throws {
    try open()
    try explain()
    let told = try tell(NewAnswer(reply))
    #expect(told.stage == (isSettled ? .told : .explained))
    #expect(try shop.schedule(no).promisedOn == TestShop.day("2026-03-27"))
    if isSettled {
      try close()
    } else {
      #expect(throws: Refusal.self) { try close() }
      #expect(try tell(try accepted(), at: "2026-03-16 09:45").stage == .told)
    }
  }

  @Test(arguments: [("2026-03-13 10:00", false), ("2026-03-13 09:59", true)])
  func `four hours after its discovery a report is late (R-175)`(found: String, isLate: Bool) throws {
    let delay = try open(found: found)
    #expect(try shop.read { try DelayClock($0).isReportedLate(delay) } == isLate)
  }

  @Test func `whose turn it is is asked by working hours (R-176 to R-178)`() throws {
    func waiting(_ minute: String, _ scope: (Day) -> ReminderScope) throws -> [ReminderID] {
      let ids: [ReminderID] = [.delayUnexplained, .delayUntold, .delayUnclosed]
      let at = try TestShop.minute(minute)
      return try shop.book(at: minute).read { reading in
        try Reminder.tasks(scope(at.day(utcOffset: 8 * 3600)), in: reading)
          .filter { ids.contains($0.reminder) && $0.isPast }.map(\.reminder)
      }
    }
    try open()
    // Friday 14:00 and four working hours: Monday 08:30.
    #expect(try waiting("2026-03-16 08:29") { ReminderScope(day: $0) } == [])
    #expect(try waiting("2026-03-16 08:30") { ReminderScope(day: $0) } == [.delayUnexplained])
    try explain(at: "2026-03-16 08:30")
    #expect(try waiting("2026-03-16 13:29") { ReminderScope(day: $0) } == [])
    #expect(try waiting("2026-03-16 13:30") { ReminderScope(day: $0) } == [.delayUntold])
    try tell(try accepted(), at: "2026-03-16 14:00")
    #expect(try waiting("2026-03-17 08:30") { ReminderScope(day: $0, clerk: "zhaolei") } == [.delayUnclosed])
    #expect(try waiting("2026-03-17 08:30") { ReminderScope(day: $0, clerk: "lijia") } == [])
    try close(at: "2026-03-17 09:00")
    #expect(try waiting("2026-03-18 08:30") { ReminderScope(day: $0) } == [])
  }

  @Test func `one case at a time; nothing promised, nothing to miss`() throws {
    try open()
    #expect(throws: BookError.taken(.delay, "Y2603-0001")) { try open(at: "2026-03-13 15:00") }
    let bare = try shop.order()
    #expect(throws: BookError.unpromised(bare)) {
      try shop.write(right: .report) { _ = try $0.open(NewDelay(try TestShop.order(bare, $0), "晚")) }
    }
  }

  @Test func `overdue orders without a case of that day are found (R-171)`() throws {
    func missing(_ day: String) throws -> [String] {
      try shop.read(day) { try DelayCase.missing(.everything, in: $0).map(\.no) }
    }
    #expect(try missing("2026-03-27") == [])
    #expect(try missing("2026-03-28") == [no])
    try open()
    #expect(try missing("2026-03-28") == [])
    try explain()
    try tell(try accepted())
    try close()
    #expect(try missing("2026-03-31") == [])
    // The new day has passed too, and nobody has said so.
    #expect(try missing("2026-04-01") == [no])
  }

  @Test func `the check finds a case that ended or promised behind the program's back`() throws {
    func findings() throws -> [Finding] { try shop.book().inspect([.delaysInOrder]).findings }
    try open()
    try explain()
    try tell(try accepted())
    try close()
    #expect(try findings() == [])
    try shop.write {
      try $0.db.run("UPDATE delay_answers SET accepted_on = '2026-04-01'")
      $0.entry.subject = no
    }
    #expect(
      try findings() == [
        .acceptedUnpromised(no: "Y2603-0001", order: no, day: try TestShop.day("2026-04-01"))
      ])
    try shop.write {
      try $0.db.run("UPDATE delay_answers SET answer = 'refused', accepted_on = NULL")
      $0.entry.subject = no
    }
    #expect(try findings() == [.delayUntold(no: "Y2603-0001")])
  }
}
