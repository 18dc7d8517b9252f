import GendanTestSupport
import Testing

@testable import Gendan

/// What must hold before an order goes to the workshop.
struct ReleaseGateTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, promise: "2026-03-25")
  }

  private func force(_ gates: GateID...) throws {
    try shop.write { writing in
      for gate in gates { try writing.decide(gate, isInForce: true) }
    }
  }

  /// What is lacking; nil where it was released.
  private func faults(start: String? = nil) throws -> [Fault]? {
    let before = try shop.read { try $0.db.count("SELECT count(*) FROM events") }
    var request = ReleaseRequest()
    request.startOn = try start.map(TestShop.day)
    do {
      try shop.write { [request] in _ = try $0.release(TestShop.order(no, $0), request) }
      return nil
    } catch Refusal.lacking(_, no: no, let faults, _, _) {
      #expect(try shop.read { try $0.db.count("SELECT count(*) FROM events") } == before)
      #expect(try shop.read { try ProductionOrder.of(TestShop.order(no, $0).id, in: $0.db) } == [])
      return faults
    }
  }

  private func answer(_ item: ReviewItem, _ answer: String, note: String? = nil) throws {
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      try writing.db.run(
        """
        INSERT INTO review_answers (order_id, version, item, answer, note, entered_at, entered_by)
        VALUES (\(order.id), 1, \(item), \(answer), \(note), \(writing.now), \(writing.user.id))
        """)
    }
  }

  @Test func `what is neither confirmed nor signed waits (R-067, R-136)`() throws {
    try force(.orderConfirmed, .releaseApproved)
    #expect(try faults() == [.unconfirmed, .unsubmitted])
    try shop.write { writing in
      try writing.add(SignerRule(.order, step: 1, .supervisor))
      _ = try writing.submit(TestShop.order(no, writing))
    }
    #expect(try faults() == [.unsigned([.supervisor])])
    try shop.write(as: "zhaolei") { _ = try $0.reject(TestShop.order(no, $0), reason: "价格") }
    #expect(try faults() == [.rejected(by: .supervisor, reason: "价格")])
    try shop.write { _ = try $0.submit(TestShop.order(no, $0)) }
    try shop.write(as: "zhaolei") { _ = try $0.sign(TestShop.order(no, $0)) }
    #expect(try faults() == nil)
  }

  @Test func `a contract is found genuine, and nothing is denied (R-103, R-143)`() throws {
    try force(.releaseGenuine)
    #expect(try faults() == [.unanswered(.genuine)])
    try answer(.process, "no", note: "无设备")
    try answer(.genuine, "ok")
    #expect(try faults() == [.denied(.process, note: "无设备")])
    try answer(.process, "ok")
    #expect(try faults() == nil)
  }

  @Test func `without a promised date nothing is made (R-103)`() throws {
    let no = try shop.order(100)
    try force(.releaseGenuine)
    #expect(throws: Refusal.lacking([.releaseGenuine], no: no, [.unpromised, .unanswered(.genuine)])) {
      try shop.write { _ = try $0.release(TestShop.order(no, $0), ReleaseRequest()) }
    }
  }

  @Test func `the notice says what the goods are and what is demanded (R-137, R-138)`() throws {
    try force(.releaseDescribed)
    #expect(try faults() == [.unsaid(.spec, line: 1), .unsaid(.requirement, line: 1)])
    try shop.write { try $0.db.run("UPDATE order_lines SET spec = 'DN50', requirement = '-', color = '银'") }
    #expect(try faults() == nil)
    let made = try shop.read { try ProductionOrder.of(TestShop.order(no, $0).id, in: $0.db) }
    #expect(made.map(\.spec) == ["DN50"])
    #expect(made.map(\.requirement) == ["-"])
    #expect(made.map(\.color) == ["银"])
    #expect(made.map(\.version) == [1])
  }

  @Test func `a plan that ends a day after the promise is refused, on the day itself it passes (R-145)`()
    throws
  {
    try force(.releaseInTime)
    // Eight working days: from the 17th to the 26th, from the 16th to the 25th.
    let (due, promise) = (try TestShop.day("2026-03-26"), try TestShop.day("2026-03-25"))
    #expect(try faults(start: "2026-03-17") == [.dueAfterPromise(due: due, promise: promise)])
    #expect(try faults(start: "2026-03-16") == nil)
  }

  @Test func `every fault is told at once, and who may override them overrides them all`() throws {
    try force(.orderConfirmed, .releaseGenuine, .releaseDescribed, .releaseInTime)
    #expect(try faults(start: "2026-03-17")?.count == 5)
    try shop.write(as: "zhaolei", overriding: "老客户") {
      _ = try $0.release(TestShop.order(no, $0), ReleaseRequest())
    }
  }

  @Test func `in the simple flow nothing of this is asked`() throws {
    #expect(try faults() == nil)
  }

  @Test func `an order in production is not cancelled before it is taken out of it (R-116)`() throws {
    try force(.cancelResolved)
    let made = try #require(
      try shop.write { try $0.release(TestShop.order(no, $0), ReleaseRequest()) }.first)
    #expect(throws: Refusal.lacking([.cancelResolved], no: no, [.inProduction(no: made.no)])) {
      try shop.write { try $0.cancel(TestShop.order(no, $0), reason: "撤单") }
    }
    try shop.write { try $0.cancel(made, reason: "撤单") }
    try shop.write { try $0.cancel(TestShop.order(no, $0), reason: "撤单") }
  }
}
