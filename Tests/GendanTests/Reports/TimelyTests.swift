import GendanTestSupport
import Testing

@testable import Gendan

/// The three things that are timely, each to the minute.
struct TimelyTests {
  private let money: MoneyShop
  private var shop: TestShop { money.shop }

  init() throws { money = try MoneyShop() }

  private func received(_ no: String, at minute: String) throws {
    let at = try TestShop.minute(minute)
    try shop.write { try $0.db.run("UPDATE orders SET received_at = \(at) WHERE no = \(no)") }
  }

  private func reply(_ no: String, at minute: String) throws {
    try shop.write(at: minute) { _ = try $0.reply(to: try TestShop.order(no, $0), via: "email") }
  }

  private func orders(at minute: String, _ report: TimelyReport = TimelyReport()) throws -> [TimelyOrder] {
    try shop.book(at: minute).read { try report.orders(in: $0) }
  }

  private func clock(_ step: TimelyStep, of no: String, at minute: String) throws -> TimelyClock {
    let now = try TestShop.minute(minute)
    let order = try #require(try orders(at: minute).first { $0.no == no })
    return try #require(order.clock(step, at: now))
  }

  @Test(arguments: [("2026-03-03 10:15", false), ("2026-03-03 10:16", true)])
  func `an answer is late one minute after its 24 hours (R-054, R-057)`(_ minute: String, _ isLate: Bool)
    throws
  {
    let no = try shop.order(promise: "2026-03-20")
    try received(no, at: "2026-03-02 10:15")
    // While it runs, and once it stopped.
    let now = try TestShop.minute(minute)
    #expect(try clock(.answered, of: no, at: minute).isLate(at: now) == isLate)
    try reply(no, at: minute)
    let stopped = try clock(.answered, of: no, at: "2026-03-16 08:00")
    #expect(stopped.isLate(at: now) == isLate)
    #expect(stopped.minutesLate(at: now) == (isLate ? 1 : 0))
  }

  @Test(arguments: [("2026-03-09 23:59", false), ("2026-03-10 00:01", true)])
  func `finance is told on the working day of the remittance (R-072)`(_ minute: String, _ isLate: Bool) throws
  {
    let no = try money.order(1000, price: 480_000, terms: "30%")
    // The customer says so on Saturday: the clock begins on Monday at 8:00, and runs until that day's end.
    let said = try TestShop.day("2026-03-07")
    try shop.write(at: minute) { writing in
      _ = try writing.claim(NewPayment(amount: 100, day: said), for: try TestShop.order(no, writing))
    }
    let told = try clock(.told, of: no, at: "2026-03-16 08:00")
    #expect(try told.start == TestShop.minute("2026-03-09 08:00"))
    #expect(try told.isLate(at: TestShop.minute("2026-03-16 08:00")) == isLate)
  }

  @Test func `a claim that was withdrawn, and money paid back, are no remittances`() throws {
    let no = try money.order(1000, price: 480_000, terms: "30%")
    let payment = try money.claim(100, for: no)
    try shop.write { try $0.db.run("UPDATE payments SET voided_on = '2026-03-16' WHERE no = \(payment)") }
    #expect(try orders(at: "2026-03-16 09:00") == [])
  }

  @Test(arguments: [("2026-03-16 18:00", false), ("2026-03-17 08:00", true)])
  func `what is paid ahead is passed on the day on which finance has it (R-072)`(
    _ minute: String, _ isLate: Bool
  ) throws {
    let no = try money.order(1000, price: 480_000, terms: "30%", promise: "2026-04-20")
    try money.confirm(try money.claim(1_000_000, for: no))
    // The deposit is 14,400.00: with 10,000.00 nothing may pass, so nothing runs.
    let (now, early) = (try TestShop.minute(minute), try orders(at: minute).first)
    #expect(early?.clock(.passed, at: now) == nil)
    try money.confirm(try money.claim(440_000, for: no))
    try shop.write(at: minute, right: .produce) { writing in
      _ = try writing.release(try TestShop.order(no, writing), ReleaseRequest())
    }
    let passed = try clock(.passed, of: no, at: "2026-03-18 08:00")
    #expect(try passed.start == TestShop.minute("2026-03-16 08:05"))
    #expect(try passed.isLate(at: TestShop.minute("2026-03-18 08:00")) == isLate)
  }

  @Test func `an order belongs to the day on which it was received, else to its own`() throws {
    let known = try shop.order(promise: "2026-03-20")
    try received(known, at: "2026-03-02 00:00")
    try received(try shop.order(promise: "2026-03-20"), at: "2026-03-03 00:00")
    let unknown = try money.order(1000, price: 480_000, terms: "30%", on: "2026-03-01")
    _ = try money.claim(100, for: unknown)
    func orders(_ first: String?, _ last: String?) throws -> [String] {
      var report = TimelyReport()
      report.period = Period(first: try first.map(TestShop.day), last: try last.map(TestShop.day))
      return try self.orders(at: "2026-03-16 09:00", report).map(\.no)
    }
    #expect(try orders("2026-03-02", "2026-03-02") == [known])
    #expect(try orders("2026-03-01", "2026-03-01") == [unknown])
    #expect(try orders("2026-03-01", "2026-03-02") == [known, unknown])
    #expect(try orders(nil, nil).count == 3)
  }

  @Test func `rates are of months and clerks, the open ones count only once they are late (R-054)`() throws {
    let march = try shop.order(promise: "2026-03-20")
    let late = try shop.order(promise: "2026-03-20")
    let april = try shop.order(promise: "2026-04-20", on: "2026-03-16")
    try shop.write(right: .supervise) { writing in
      let lijia = try User.named("lijia", in: writing.db)
      for no in [march, late] { try writing.assign(try TestShop.order(no, writing), to: lijia) }
    }
    try received(march, at: "2026-03-02 10:15")
    try received(late, at: "2026-03-30 10:15")
    try received(april, at: "2026-04-01 10:15")
    try reply(march, at: "2026-03-02 11:15")
    var report = TimelyReport()
    report.isByMonth = true
    report.isByClerk = true
    let now = try TestShop.minute("2026-04-01 12:00")
    let figures = report.figures(of: try orders(at: "2026-04-01 12:00", report), at: now)
      .filter { $0.step == .answered }
    #expect(figures.map(\.clerk) == ["李佳", ""])
    #expect(figures.map { $0.month?.description } == ["2026-03-01", "2026-04-01"])
    #expect(figures.map(\.rate.inTime) == [1, 0])
    #expect(figures.map(\.rate.late) == [1, 0])
    #expect(figures.map(\.rate.open) == [0, 1])
    report.clerk = "lijia"
    report.period = Period(first: try TestShop.day("2026-03-15"), last: nil)
    #expect(try orders(at: "2026-04-01 12:00", report).map(\.no) == [late])
  }
}
