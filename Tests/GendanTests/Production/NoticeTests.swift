import GendanTestSupport
import Testing

@testable import Gendan

/// Departments are told, and say that they have read it (S10; ).
struct NoticeTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, promise: "2026-03-25")
    try shop.write { _ = try $0.department("采购") }
    try at("2026-03-11", 9, 10) { writing in
      var request = ReleaseRequest()
      request.remarks = ["检验": "全检", "采购": "彩盒"]
      _ = try writing.release(TestShop.order(no, writing), request)
    }
  }

  private func book(_ day: String, _ hour: Int, _ minute: Int) throws -> Book {
    let day = try TestShop.day(day)
    let now = try #require(Instant(day, hour: hour, minute: minute, utcOffset: 8 * 3600))
    return try Book(shop.database, actor: Actor(login: "chenting", host: "desk"), now: now, today: day)
  }

  private func at(_ day: String, _ hour: Int, _ minute: Int, _ body: (Writing) throws -> Void) throws {
    _ = try book(day, hour, minute).write(EventEntry(command: "test", line: "test"), body)
  }

  private func notices(isOpen: Bool = false) throws -> [Notice] {
    try shop.read { try Notice.list(order: TestShop.order(no, $0).id, isOpen: isOpen, in: $0.db) }
  }

  private func overdue(_ hour: Int, _ minute: Int) throws -> [String] {
    let day = try TestShop.day("2026-03-11")
    return try book("2026-03-11", hour, minute).read { try Reminder.tasks(ReminderScope(day: day), in: $0) }
      .filter { $0.reminder == .unacknowledged }.map(\.about)
  }

  private func acknowledge(_ department: String, _ hour: Int, _ minute: Int) throws {
    let mine = try notices(isOpen: true).filter { $0.department == department }
    try at("2026-03-11", hour, minute) { try $0.acknowledge(mine) }
  }

  @Test func `each department of the route is told, with its remark, and others that a remark names (R-135)`()
    throws
  {
    #expect(try notices().map(\.department) == ["仓库", "机加车间", "质检", "采购"])
    #expect(try notices().map(\.remark) == [nil, nil, "全检", "彩盒"])
  }

  @Test func `a remark for nobody is refused`() throws {
    let other = try shop.order(10, promise: "2026-03-25")
    var request = ReleaseRequest()
    request.remarks = ["没有": "x"]
    #expect(throws: BookError.self) {
      try shop.write { [request] in _ = try $0.release(TestShop.order(other, $0), request) }
    }
  }

  @Test func `who has not acknowledged after four working hours is overdue, a minute before not (R-139)`()
    throws
  {
    try shop.write { try $0.decide(Flow.trading) }
    try acknowledge("仓库", 10, 5)
    try acknowledge("机加车间", 11, 20)
    #expect(try notices().map { $0.minutes(at: $0.sentAt) }.prefix(2) == [55, 130])
    // 09:10 to 12:00 are 170 minutes, the other 70 end at 14:10.
    #expect(try overdue(14, 9) == [])
    #expect(try overdue(14, 10) == ["质检, 采购"])
    try acknowledge("质检", 14, 20)
    #expect(try overdue(14, 20) == ["采购"])
    try acknowledge("采购", 14, 30)
    #expect(try overdue(15, 0) == [])
    #expect(try notices(isOpen: true) == [])
  }

  @Test func `the reminder carries the minute at which it was due (R-139)`() throws {
    try shop.write { try $0.decide(Flow.trading) }
    let day = try TestShop.day("2026-03-11")
    let task = try #require(
      try book("2026-03-11", 15, 0).read { try Reminder.tasks(ReminderScope(day: day), in: $0) }
        .first { $0.reminder == .unacknowledged })
    #expect(task.no == no)
    #expect(task.dueAt == Instant(day, hour: 14, minute: 10, utcOffset: 8 * 3600))
  }

  @Test func `in the simple flow nobody is pressed`() throws {
    #expect(try overdue(17, 0) == [])
    #expect(try notices(isOpen: true).count == 4)
  }

  @Test func `what was cancelled needs no acknowledgement`() throws {
    try shop.write { try $0.cancel(TestShop.order(no, $0), reason: "撤单") }
    #expect(try notices(isOpen: true) == [])
  }
}
