import GendanTestSupport
import Testing

@testable import Gendan

/// each reminder a day before its time, at it, and after it is done.
struct MoneyReminderTests {
  private let shop: MoneyShop

  init() throws { shop = try MoneyShop() }

  private func tasks(_ reminder: ReminderID, _ today: String) throws -> [Task] {
    let day = try TestShop.day(today)
    return try shop.shop.read(today) { try Reminder.tasks(ReminderScope(day: day), in: $0) }
      .filter { $0.reminder == reminder }
  }

  @Test func `R-344: a claim is for finance to find within a working day, then it is pressed`() throws {
    let no = try shop.order(100, price: 10_000, terms: "30%")
    let payment = try shop.claim(3_000, for: no, on: "2026-03-05")  // a Thursday
    #expect(try tasks(.claimUnconfirmed, "2026-03-06") == [])
    let task = try #require(try tasks(.claimUnconfirmed, "2026-03-09").first)
    #expect(
      (task.no, task.about, task.text, task.dueOn.description) == (no, payment, "30.00 CNY", "2026-03-05"))
    try shop.confirm(payment, 2_900, on: "2026-03-09")
    #expect(try tasks(.claimUnconfirmed, "2026-03-09").map(\.text) == ["1.00 CNY"])
    try shop.confirm(payment, on: "2026-03-09")
    #expect(try tasks(.claimUnconfirmed, "2026-03-09") == [])
  }

  @Test func `R-341: S3's balance is asked for on Friday 20 March, production ending on Tuesday 24`() throws {
    let no = try shop.order(100, price: 10_000, terms: "30%", promise: "2026-03-27")
    try shop.shop.write("2026-03-13") { writing in
      var request = ReleaseRequest()
      request.startOn = try TestShop.day("2026-03-13")  // 8 working days: to the 24th
      _ = try writing.release(try TestShop.order(no, writing), request)
    }
    #expect(try shop.money(no).readyOn?.description == "2026-03-24")
    #expect(try tasks(.balanceUnasked, "2026-03-19") == [])
    #expect(try tasks(.balanceUnasked, "2026-03-20").map(\.text) == ["70.00 CNY"])
    #expect(try tasks(.balanceUnasked, "2026-03-21").count == 1)
    // The deposit is the first part that is open; asking for it is not asking for the balance.
    try shop.shop.write("2026-03-20") { _ = try $0.request(try TestShop.order(no, $0)) }
    #expect(try tasks(.balanceUnasked, "2026-03-20").count == 1)
    try shop.confirm(try shop.claim(3_000, for: no))
    let asked = try shop.shop.write("2026-03-20") { try $0.request(try TestShop.order(no, $0)) }
    #expect((asked.kind, asked.open) == (.balance, 7_000))
    #expect(try tasks(.balanceUnasked, "2026-03-20") == [])
  }

  @Test func `R-341: without production the promised day counts, and a claim is enough`() throws {
    let no = try shop.order(100, price: 10_000, terms: "prepaid", promise: "2026-03-27")
    #expect(try tasks(.balanceUnasked, "2026-03-23") == [])
    #expect(try tasks(.balanceUnasked, "2026-03-24").map(\.no) == [no])
    _ = try shop.claim(10_000, for: no)
    #expect(try tasks(.balanceUnasked, "2026-03-24") == [])
  }

  @Test func `R-340: what is paid leaves the same day, unless it is being made`() throws {
    let no = try shop.order(100, price: 10_000, terms: "prepaid", promise: "2026-03-27")
    let payment = try shop.claim(10_000, for: no)
    #expect(try tasks(.paidUnshipped, "2026-03-16") == [])
    try shop.confirm(payment, 9_999)
    #expect(try tasks(.paidUnshipped, "2026-03-16") == [])
    try shop.confirm(payment)
    #expect(try tasks(.paidUnshipped, "2026-03-16").map(\.no) == [no])
    let work = try shop.shop.write {
      try $0.release(try TestShop.order(no, $0), ReleaseRequest())
    }
    #expect(try tasks(.paidUnshipped, "2026-03-16") == [])
    try shop.shop.write { writing in
      let production = try #require(work.first)
      try writing.record(
        ProgressReport(good: 100, day: writing.today), of: production.id, operation: nil)
      for step in ["备料", "机加", "检验"] {
        _ = try writing.progress(
          try TestShop.order(no, writing), step: step, ProgressReport(good: 100, day: writing.today))
      }
    }
    #expect(try tasks(.paidUnshipped, "2026-03-16").count == 1)
    try shop.ship(no, 1, on: "2026-03-16")
    #expect(try tasks(.paidUnshipped, "2026-03-16") == [])
  }

  @Test func `R-345, R-346: a credit is due tomorrow, due, and overdue`() throws {
    let no = try shop.order(100, price: 10_000, terms: "net 30")
    try shop.ship(no, 100, on: "2026-03-16")  // due Wednesday, 15 April
    #expect(try tasks(.receivableDue, "2026-04-13") == [])
    #expect(try tasks(.receivableDue, "2026-04-14").map(\.text) == ["100.00 CNY"])
    #expect(try tasks(.receivableDue, "2026-04-15").map(\.no) == [no])
    #expect(try tasks(.receivableOverdue, "2026-04-15") == [])
    #expect(try tasks(.receivableDue, "2026-04-16") == [])
    #expect(try tasks(.receivableOverdue, "2026-04-16").map(\.no) == [no])
    try shop.confirm(try shop.claim(10_000, for: no, on: "2026-04-16"), on: "2026-04-16")
    #expect(try tasks(.receivableOverdue, "2026-04-16") == [])
  }

  @Test func `R-345: what is due after a weekend is prepared on Friday`() throws {
    let no = try shop.order(100, price: 10_000, terms: "net 30")
    try shop.ship(no, 100, on: "2026-03-21")  // due Monday, 20 April
    #expect(try tasks(.receivableDue, "2026-04-16") == [])
    #expect(try tasks(.receivableDue, "2026-04-17").map(\.no) == [no])
  }

  @Test func `R-343: cash on delivery that has not come is chased from the next day on`() throws {
    let no = try shop.order(100, price: 10_000, terms: "货到付款")
    try shop.ship(no, 100, on: "2026-03-16")
    #expect(try tasks(.receivableOverdue, "2026-03-16") == [])
    #expect(try tasks(.receivableOverdue, "2026-03-17").map(\.text) == ["100.00 CNY"])
    try shop.confirm(try shop.claim(10_000, for: no, on: "2026-03-17"), on: "2026-03-17")
    #expect(try tasks(.receivableOverdue, "2026-03-17") == [])
  }
}
