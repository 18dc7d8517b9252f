import GendanTestSupport
import Testing

@testable import Gendan

/// Orders for the same goods are made together while the earlier one is not finished.
struct MergeTests {
  private let shop: TestShop
  private let first: String
  private let second: String

  init() throws {
    shop = try TestShop()
    first = try shop.order(1000, promise: "2026-04-10")
    second = try shop.order(500, for: "C-2", promise: "2026-04-08")
    for no in [first, second] {
      try shop.write { _ = try $0.release(TestShop.order(no, $0), ReleaseRequest()) }
    }
  }

  private func made(_ no: String) throws -> [ProductionOrder] {
    try shop.read { try ProductionOrder.of(TestShop.order(no, $0).id, in: $0.db) }
  }

  private func pair() throws -> (source: ProductionOrder, target: ProductionOrder) {
    (try #require(try made(second).first), try #require(try made(first).first))
  }

  @discardableResult
  private func merge() throws -> ProductionOrder {
    let pair = try self.pair()
    return try shop.write { try $0.merge(pair.source, into: pair.target) }
  }

  private func coverage(_ no: String) throws -> Coverage {
    try shop.read { try #require(try Coverage.of(TestShop.order(no, $0).id, in: $0.db).first) }
  }

  private func report(_ no: String, _ step: String, _ good: Int64) throws {
    try shop.write { writing in
      _ = try writing.progress(
        TestShop.order(no, writing), step: step, ProgressReport(good: good, day: writing.today))
    }
  }

  @Test func `the earlier one grows, and each order keeps its share (R-146)`() throws {
    let merged = try merge()
    #expect(merged.quantity.smallest == 1500)
    #expect(try merged.dueOn == TestShop.day("2026-04-08"))
    let shares = try shop.read { try merged.shares(in: $0.db) }
    #expect(shares.map(\.orderNo) == [first, second])
    #expect(shares.map(\.quantity) == [1000, 500])
    #expect(try coverage(first).inProduction == 1000)
    #expect(try coverage(second).inProduction == 500)
    #expect(try coverage(second).uncovered == 0)
    #expect(try made(second).map(\.successor) == [nil, merged.no])
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
  }

  @Test func `the second order's stage and state follow the first's production (R-146)`() throws {
    let merged = try merge()
    try report(second, "备料", 1500)
    let rows = try shop.read { reading in
      var list = OrderList(.now(reading.today))
      list.filter = .numbered(second)
      return try list.rows(in: reading)
    }
    #expect(rows.map(\.stage) == [.step("机加", department: "机加车间", good: 0)])
    #expect(rows.map(\.state) == [.released])
    #expect(try shop.read { try TestShop.order(second, $0).state } == .released)
    #expect(try shop.read { try Operation.of(merged.id, in: $0.db).map(\.good) } == [1500, 0, 0])
  }

  @Test func `what is finished fills the first share first`() throws {
    let merged = try merge()
    for step in ["备料", "机加", "检验"] { try report(first, step, 1200) }
    let shares = try shop.read { try ProductionOrder.with(merged.id, in: $0.db).shares(in: $0.db) }
    #expect(shares.map(\.good) == [1000, 200])
  }

  @Test func `the departments of the earlier one are told of its new quantity (R-112)`() throws {
    let merged = try merge()
    let notices = try shop.read { try Notice.list(production: merged.id, in: $0.db) }
    #expect(notices.count == 6)
    #expect(notices.last?.remark?.hasSuffix("+500 = 1,500") == true)
  }

  @Test func `the pair is suggested until it is merged (R-146)`() throws {
    let pair = try self.pair()
    #expect(
      try shop.read { try MergePair.all(in: $0.db) } == [MergePair(source: pair.source, target: pair.target)])
    try merge()
    #expect(try shop.read { try MergePair.all(in: $0.db) } == [])
  }

  @Test func `what has begun, differs, is held, is finished or is itself is not merged`() throws {
    func obstacle() throws -> MergeObstacle? {
      let pair = try self.pair()
      return try shop.read { try MergePair.obstacle(pair.source, into: pair.target, in: $0.db) }
    }
    let pair = try self.pair()
    #expect(try shop.read { try MergePair.obstacle(pair.source, into: pair.source, in: $0.db) } == .same)
    try shop.write(as: "zhaolei") { try $0.hold(pair.target, reason: "x") }
    #expect(try obstacle() == .held)
    try shop.write(as: "zhaolei") { try $0.resume(pair.target) }
    try shop.write { try $0.db.run("UPDATE production_orders SET color = '红' WHERE id = \(pair.source.id)") }
    #expect(try obstacle() == .different)
    try shop.write { try $0.db.run("UPDATE production_orders SET color = NULL WHERE id = \(pair.source.id)") }
    #expect(try obstacle() == nil)
    try report(second, "备料", 1)
    #expect(try obstacle() == .started)
    #expect(throws: BookError.notMergeable(pair.source.no, into: pair.target.no, .started)) { try merge() }
    try shop.write { try $0.cancel(pair.target, reason: "x") }
    #expect(try obstacle() == .finished)
  }

  @Test func `cancelling the first order leaves the second its share`() throws {
    let merged = try merge()
    try shop.write { try $0.cancel(TestShop.order(first, $0), reason: "撤单") }
    let left = try shop.read { try ProductionOrder.with(merged.id, in: $0.db) }
    #expect(left.isOpen)
    #expect(left.quantity.smallest == 500)
    #expect(left.orderNo == second)
    #expect(try coverage(second).inProduction == 500)
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
  }

  @Test func `a near due day asks until the production that makes it is finished (R-172)`() throws {
    try merge()
    func near() throws -> [String] {
      try shop.read("2026-04-07") { reading in
        try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
          .filter { $0.reminder == .nearDue }.map(\.no)
      }
    }
    #expect(try near() == [second, first])
    for step in ["备料", "机加", "检验"] { try report(second, step, 1500) }
    #expect(try near() == [])
  }

  @Test func `undo takes the merge back`() throws {
    let before = try (made(first), made(second))
    try merge()
    try shop.write { writing in
      let event = try #require(try Journal.undoable(1, by: "chenting", in: writing).first)
      try Journal.undo(event, in: writing)
    }
    #expect(try made(first) == before.0)
    #expect(try made(second) == before.1)
  }
}
