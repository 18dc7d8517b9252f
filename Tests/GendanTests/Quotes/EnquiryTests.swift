import GendanTestSupport
import Testing

@testable import Gendan

/// What customers ask is answered the same day.
struct EnquiryTests {
  private let shop: TestShop
  init() throws { shop = try TestShop() }

  private static func instant(_ day: String, _ hour: Int, _ minute: Int) throws -> Instant {
    let day = try TestShop.day(day)
    return try #require(Instant(day, hour: hour, minute: minute, utcOffset: 8 * 3600))
  }

  private func enquire(_ hour: Int, _ minute: Int) throws -> Enquiry {
    try shop.write { writing in
      try writing.enquire(
        Customer.named("C-1", in: writing.db), "法兰 DN80 500 件", via: .phone,
        at: try Self.instant("2026-03-15", hour, minute))
    }
  }

  /// What a person is reminded of at a moment.
  private func tasks(_ day: String, _ hour: Int, _ minute: Int, clerk: String? = nil) throws -> [Task] {
    let today = try TestShop.day(day)
    let book = try Book(
      shop.database, actor: Actor(login: "chenting", host: "desk"),
      now: try Self.instant(day, hour, minute), today: today)
    return try book.read { try Reminder.tasks(ReminderScope(day: today, clerk: clerk), in: $0) }
      .filter { $0.reminder == .enquiryUnanswered }
  }

  @Test func `it is registered with its moment, customer and clerk (R-031)`() throws {
    let enquiry = try enquire(9, 10)
    #expect(enquiry.no == "E2603-0001")
    #expect(enquiry.customer == "宏达机械")
    #expect(enquiry.channel == .phone)
    #expect(enquiry.clerk == "chenting")
    #expect(try enquiry.receivedAt == Self.instant("2026-03-15", 9, 10))
    #expect(throws: BookError.self) { try shop.read { _ = try Enquiry.named("9999", in: $0.db) } }
  }

  @Test func `one that waits at the end of its day is a reminder (R-032)`() throws {
    let enquiry = try enquire(9, 10)
    #expect(try tasks("2026-03-15", 23, 59) == [])
    #expect(try tasks("2026-03-16", 0, 0).map(\.no) == [enquiry.no])
    #expect(try tasks("2026-03-16", 0, 0, clerk: "lijia") == [])
    #expect(try tasks("2026-03-16", 0, 0, clerk: "chenting").count == 1)
  }

  @Test func `it is late after 24 hours, to the minute (R-032)`() throws {
    let enquiry = try enquire(9, 10)
    let due = try Self.instant("2026-03-16", 9, 10)
    #expect(try tasks("2026-03-16", 9, 9).map(\.isPast) == [false])
    #expect(try tasks("2026-03-16", 9, 10).map(\.isPast) == [true])
    #expect(try tasks("2026-03-16", 9, 9).first?.dueAt == due)
    #expect(!enquiry.isLate(at: due.adding(seconds: -60)))
    #expect(enquiry.isLate(at: due))
  }

  @Test func `an answer ends it, once, and never before it came (R-032)`() throws {
    let enquiry = try enquire(9, 10)
    #expect(throws: BookError.answeredBefore(enquiry.no)) {
      try shop.write { _ = try $0.answer(enquiry, "15.00", at: try Self.instant("2026-03-15", 9, 9)) }
    }
    let answered = try shop.write { try $0.answer(enquiry, "15.00") }
    #expect(answered.answer == "15.00")
    #expect(answered.age(at: try Self.instant("2026-03-20", 0, 0)) == 22 * 3600 + 55 * 60)
    #expect(try tasks("2026-03-17", 8, 0) == [])
    #expect(throws: BookError.nothingLeft(.enquiry, enquiry.no)) {
      try shop.write { _ = try $0.answer(answered, "16.00") }
    }
  }
}
