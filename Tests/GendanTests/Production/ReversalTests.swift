import Gendan
import GendanTestSupport
import Testing

/// An entry of progress is taken back by an opposite one that names it (R-157, R-419; lateness, tricky points 10 and
/// 13).
@Suite struct `Reversal` {
  let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(10, promise: "2026-03-20")
    try shop.write { writing in
      _ = try writing.release(try TestShop.order(no, writing), ReleaseRequest())
    }
  }

  @discardableResult
  private func report(_ step: String, _ good: Int64, scrap: Int64 = 0, on day: String = "2026-03-16") throws
    -> Identifier<ProgressEntry>
  {
    try shop.write(day) { writing in
      var report = ProgressReport(good: good, day: writing.today)
      report.scrap = scrap
      let made = try writing.progress(try TestShop.order(no, writing), step: step, report)
      return try #require(made.entry)
    }
  }

  @discardableResult
  private func reverse(
    _ id: Identifier<ProgressEntry>, on day: String = "2026-03-16", as login: String = "chenting"
  ) throws -> ProgressEntry {
    try shop.write(day, as: login, right: .report) { writing in
      try writing.reverse(try ProgressEntry.named(id.no, in: writing.db))
    }
  }

  private func steps() throws -> [Operation] {
    try shop.read { reading in
      let production = try #require(
        try ProductionOrder.of(try TestShop.order(no, reading).id, in: reading.db).first)
      return try Operation.of(production.id, in: reading.db)
    }
  }

  @Test func `the opposite stands on the day of what it takes back, and the step is as if never reported`()
    throws
  {
    let wrong = try report("备料", 10, on: "2026-03-16")
    #expect(try steps()[0].finishedOn == TestShop.day("2026-03-16"))
    let reversal = try reverse(wrong, on: "2026-03-19")
    #expect(try reversal.day == TestShop.day("2026-03-16") && reversal.reverses == wrong)
    #expect(reversal.good.smallest == -10 && !reversal.stands)
    #expect(try steps()[0].good == 0 && steps()[0].finishedOn == nil && steps()[0].startedOn == nil)
    try report("备料", 10, on: "2026-03-20")
    #expect(try steps()[0].finishedOn == TestShop.day("2026-03-20"))
    #expect(try steps()[0].startedOn == TestShop.day("2026-03-20"))
    #expect(try shop.book("2026-03-20").inspect().findings.isEmpty)
  }

  @Test func `scrap and the other reports of the day stay what they are`() throws {
    try report("备料", 4, scrap: 1)
    let wrong = try report("备料", 3, scrap: 2)
    try reverse(wrong)
    #expect(try steps()[0].good == 4 && steps()[0].scrap == 1)
    #expect(try steps()[0].startedOn == TestShop.day("2026-03-16"))
  }

  @Test func `a start that somebody noted stays`() throws {
    try shop.write(right: .report) { writing in
      writing.entry.command = "step.start"
      _ = try writing.start(try TestShop.order(no, writing), step: "备料", on: writing.today)
    }
    try reverse(try report("备料", 4, on: "2026-03-17"), on: "2026-03-17")
    #expect(try steps()[0].startedOn == TestShop.day("2026-03-16"))
  }

  @Test func `an entry is taken back once, and a reversal never`() throws {
    let wrong = try report("备料", 4)
    let reversal = try reverse(wrong)
    #expect(throws: BookError.reversed(wrong.no, by: reversal.no)) { try reverse(wrong) }
    #expect(throws: BookError.isReversal(reversal.no, of: wrong.no)) { try reverse(reversal.id) }
    #expect(throws: BookError.notFound(.progress, "p999", near: [])) { try reverse(Identifier(999)) }
  }

  @Test func `what the next step has used is not taken back`() throws {
    let first = try report("备料", 6)
    try report("备料", 4)
    let later = try report("机加", 7)
    #expect(throws: Refusal.self) { try reverse(first) }
    try reverse(later)
    try reverse(first)
    #expect(try steps().map(\.good) == [4, 0, 0])
  }

  @Test func `a report below zero asks the same, and never takes more than there is`() throws {
    try report("备料", 6)
    try report("机加", 5)
    #expect(throws: Refusal.self) { try report("备料", -2) }
    try report("备料", -1)
    #expect(throws: BookError.self) { try report("机加", -6) }
    #expect(try steps().map(\.good) == [5, 5, 0])
  }

  @Test func `what another person entered is taken back by who leads them`() throws {
    let entry = try report("备料", 4)
    #expect(throws: BookError.notAllowed([.supervisor])) { try reverse(entry, as: "lijia") }
    try reverse(entry, as: "zhaolei")
    #expect(try steps()[0].good == 0)
  }

  @Test func `what was reported of a cancelled production order stays`() throws {
    let entry = try report("备料", 4)
    try shop.write { writing in
      let production = try #require(
        try ProductionOrder.of(try TestShop.order(no, writing).id, in: writing.db).first)
      try writing.cancel(production, reason: "x")
    }
    #expect(throws: BookError.self) { try reverse(entry) }
  }
}
