import GendanTestSupport
import Testing

@testable import Gendan

/// Several write to one book at the same moment (R-157; lateness, tricky point 17).
struct ConcurrentProgressTests {
  @Test func `two clerks who report of one step at the same moment both count`() async throws {
    let shop = try TestShop()
    let no = try shop.order(100, promise: "2026-04-17")
    try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
    let place = shop.place
    try await withThrowingTaskGroup(of: Void.self) { clerks in
      for login in ["chenting", "lijia"] {
        clerks.addTask { try Self.report(20, of: no, as: login, at: place) }
      }
      try await clerks.waitForAll()
    }
    try shop.read { reading in
      let production = try ProductionOrder.of(TestShop.order(no, reading).id, in: reading.db)[0]
      #expect(try Operation.of(production.id, in: reading.db)[0].good == 40)
      #expect(try Journal.events(subject: no, limit: 100, in: reading).count == 42)
    }
  }

  /// Reports single pieces of the first step through a connection of its own.
  private static func report(_ count: Int, of no: String, as login: String, at place: String) throws {
    let database = try TestDatabase.open(place, wait: 60)
    let now = try TestShop.minute("2026-03-16 08:05")
    for _ in 0..<count {
      let book = try Book(
        database, actor: Actor(login: login, host: "desk"), now: now, today: try TestShop.day("2026-03-16"))
      _ = try book.write(EventEntry(command: "test", line: "test")) { writing in
        let report = ProgressReport(good: 1, day: writing.today)
        _ = try writing.progress(try TestShop.order(no, writing), step: "备料", report)
      }
    }
  }
}
