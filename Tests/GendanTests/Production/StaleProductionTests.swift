import GendanTestSupport
import Testing

@testable import Gendan

/// production that nobody reported for the settled working days.
struct StaleProductionTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(promise: "2026-03-30")
    let no = no
    try shop.write("2026-03-16") {
      _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest())
    }
  }

  private func stale(_ today: String) throws -> [String] {
    let day = try TestShop.day(today)
    return try shop.read(today) { try Reminder.tasks(ReminderScope(day: day), in: $0) }
      .filter { $0.reminder == .staleProduction }.map(\.no)
  }

  @Test func `a working day without a report is still fresh, the next is stale`() throws {
    #expect(try stale("2026-03-17") == [])
    #expect(try stale("2026-03-18") == [no])
  }

  @Test func `a report of a step, or of the whole, makes it fresh`() throws {
    try shop.write("2026-03-17") { writing in
      _ = try writing.progress(
        try TestShop.order(no, writing), step: "备料", ProgressReport(good: 10, day: writing.today))
    }
    #expect(try stale("2026-03-18") == [])
    #expect(try stale("2026-03-19") == [no])
    try shop.write("2026-03-18") { writing in
      let order = try TestShop.order(no, writing)
      let production = try #require(try ProductionOrder.of(order.id, in: writing.db).first)
      try writing.record(
        ProgressReport(good: 10, day: writing.today), of: production.id, operation: nil)
    }
    #expect(try stale("2026-03-19") == [])
  }
}
