import GendanTestSupport
import Testing

@testable import Gendan

/// The clock of 24 hours in which a customer's order is answered.
struct ReplyTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(want: "2026-03-20", promise: "2026-03-20", on: "2026-03-02")
    let no = no
    let received = try TestShop.minute("2026-03-02 10:15")
    try shop.write { try $0.db.run("UPDATE orders SET received_at = \(received) WHERE no = \(no)") }
  }

  private func book(_ minute: String) throws -> Book { try shop.book(at: minute) }

  private func reply(_ text: String) throws -> Int64? {
    try book(text).write(EventEntry(command: "test", line: "test")) {
      try $0.reply(to: try TestShop.order(no, $0), via: "email")
    }.result
  }

  @Test func `one minute before and after the 24 hours`() throws {
    for (time, isLate) in [("2026-03-03 10:14", false), ("2026-03-03 10:16", true)] {
      try book(time).read { reading in
        let task = try #require(
          try Reminder.tasks(ReminderScope(day: reading.today), in: reading).first {
            $0.reminder == .replyDue
          })
        let due = try TestShop.minute("2026-03-03 10:15")
        #expect(task.dueAt == due)
        #expect((reading.now > (task.dueAt ?? reading.now)) == isLate)
      }
    }
  }

  @Test func `an answer in time stops the clock, a late one says by how much (S1)`() throws {
    #expect(try reply("2026-03-03 09:50") == nil)
    try book("2026-03-03 11:00").read { reading in
      let tasks = try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
      #expect(!tasks.contains { $0.reminder == .replyDue })
      let rate = try Self.rate(in: reading)
      #expect((rate.inTime, rate.late, rate.open) == (1, 0, 0))
      #expect(rate.meanMinutes == Int64(1415))
    }
  }

  @Test func `25 minutes late is counted (S1)`() throws {
    #expect(try reply("2026-03-03 10:40") == 25)
    let rate = try book("2026-03-03 11:00").read(Self.rate)
    #expect((rate.inTime, rate.late, rate.open) == (0, 1, 0))
  }

  /// What the report says of answers.
  private static func rate(in reading: Reading) throws -> TimelyRate {
    let report = TimelyReport()
    let figures = report.figures(of: try report.orders(in: reading), at: reading.now)
    return try #require(figures.first { $0.step == .answered }).rate
  }

  @Test func `nobody is answered without a promised date (R-055)`() throws {
    let open = try shop.order(want: "2026-04-20", on: "2026-03-02")
    let before = try shop.read { try Journal.newest(in: $0) }
    #expect(throws: Refusal.lacking([.replyPromised], no: open, [.unpromised])) {
      try shop.write { try $0.reply(to: try TestShop.order(open, $0), via: "phone") }
    }
    #expect(try shop.read { try Journal.newest(in: $0) } == before)
  }
}
