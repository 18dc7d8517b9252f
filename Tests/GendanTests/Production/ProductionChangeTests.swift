import GendanTestSupport
import Testing

@testable import Gendan

/// Production orders are held, cancelled, and written anew after a change (S10; ).
struct ProductionChangeTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(1000, promise: "2026-04-10")
    try shop.write { _ = try $0.release(TestShop.order(no, $0), ReleaseRequest()) }
  }

  private func made() throws -> [ProductionOrder] {
    try shop.read { try ProductionOrder.of(TestShop.order(no, $0).id, in: $0.db) }
  }

  private func only() throws -> ProductionOrder { try #require(try made().first) }

  private func report(_ steps: String..., good: Int64) throws {
    for step in steps {
      try shop.write { writing in
        _ = try writing.progress(
          TestShop.order(no, writing), step: step, ProgressReport(good: good, day: writing.today))
      }
    }
  }

  private func order(_ quantity: Int64) throws {
    var change = OrderChange()
    change.quantity = quantity
    try shop.write { [change] in try $0.set(TestShop.order(no, $0), change) }
  }

  @Test func `400 of 1,000 are done, 1,300 are wanted: 900 are made anew (R-114)`() throws {
    try report("备料", "机加", "检验", good: 400)
    try order(1300)
    let old = try only()
    let new = try shop.write { try $0.supersede(old, reason: "客户加量") }
    #expect(new.quantity.smallest == 900)
    let both = try made()
    #expect(both.map(\.isOpen) == [false, true])
    #expect(both.map(\.good) == [400, 0])
    #expect(both[0].successor == new.no)
    #expect(both[0].cancelReason == "客户加量")
    let coverage = try shop.read { try #require(try Coverage.of(TestShop.order(no, $0).id, in: $0.db).first) }
    #expect(coverage.inProduction == 1300)
    #expect(coverage.uncovered == 0)
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
    // What is reported from now on is the new one's.
    try report("备料", good: 900)
    #expect(try shop.read { try Operation.of(new.id, in: $0.db).first?.good } == 900)
  }

  @Test func `with nothing left to make nothing is written anew`() throws {
    try report("备料", "机加", "检验", good: 400)
    try order(400)
    let old = try only()
    #expect(throws: BookError.nothingLeft(.production, old.no)) {
      try shop.write { _ = try $0.supersede(old, reason: "减量") }
    }
    #expect(try only().isOpen)
  }

  @Test func `all that must hold of a release is asked again (R-113, R-136)`() throws {
    try shop.write { try $0.decide(.orderConfirmed, isInForce: true) }
    let old = try only()
    #expect(throws: Refusal.lacking([.orderConfirmed], no: no, [.unconfirmed])) {
      try shop.write { _ = try $0.supersede(old, reason: "v2") }
    }
    #expect(try only().isOpen)
  }

  @Test func `a merged one is written anew for each order's rest (R-114, R-146)`() throws {
    let other = try shop.order(500, for: "C-2", promise: "2026-04-08")
    let source = try #require(
      try shop.write { try $0.release(TestShop.order(other, $0), ReleaseRequest()) }.first)
    let old = try only()
    try shop.write { _ = try $0.merge(source, into: old) }
    try report("备料", "机加", "检验", good: 1200)
    let merged = try only()
    let new = try shop.write { try $0.supersede(merged, reason: "重开") }
    #expect(new.quantity.smallest == 300)
    let covered = try shop.read { reading in
      try [no, other].map { try Coverage.of(TestShop.order($0, reading).id, in: reading.db)[0].uncovered }
    }
    #expect(covered == [0, 0])
  }

  @Test func `what a cancelled one has finished stays made (R-114)`() throws {
    try report("备料", "机加", "检验", good: 400)
    let old = try only()
    try shop.write { try $0.cancel(old, reason: "设备坏") }
    let coverage = try shop.read { try #require(try Coverage.of(TestShop.order(no, $0).id, in: $0.db).first) }
    #expect(coverage.inProduction == 400)
    #expect(coverage.uncovered == 600)
    let cancelled = try only()
    #expect(throws: BookError.nothingLeft(.production, old.no)) {
      try shop.write { try $0.cancel(cancelled, reason: "again") }
    }
  }

  @Test func `nothing is reported of held production until it goes on (R-187)`() throws {
    let production = try only()
    try shop.write(as: "zhaolei") { try $0.hold(production, reason: "超差") }
    #expect(throws: Refusal.productionHeld(no: production.no, reason: "超差")) { try report("备料", good: 1) }
    let held = try only()
    #expect(throws: Refusal.self) { try shop.write { try $0.hold(held, reason: "again") } }
    try shop.write(as: "zhaolei") { try $0.resume(production) }
    try report("备料", good: 1)
    #expect(throws: BookError.nothingLeft(.hold, production.no, of: .production)) {
      try shop.write { try $0.resume(production) }
    }
  }

  @Test func `held production is not stale (R-165, R-187)`() throws {
    func stale() throws -> Int {
      try shop.read("2026-03-18") { reading in
        try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
          .filter { $0.reminder == .staleProduction }.count
      }
    }
    #expect(try stale() == 1)
    let production = try only()
    try shop.write(as: "zhaolei") { try $0.hold(production, reason: "超差") }
    #expect(try stale() == 0)
  }
}

/// Production for stock waits for its signature.
struct StockProductionTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { try $0.addUser(login: "gm", name: "总经理", roles: [.generalManager]) }
  }

  private func make() throws -> ProductionOrder {
    try shop.write { try $0.makeForStock(Product.named("FL-50", in: $0.db), quantity: 200) }
  }

  private func report(_ production: ProductionOrder) throws {
    try shop.write { writing in
      _ = try writing.progress(production, step: "备料", ProgressReport(good: 200, day: writing.today))
    }
  }

  private func told(_ production: ProductionOrder) throws -> Int {
    try shop.read { try Notice.list(production: production.id, in: $0.db).count }
  }

  @Test func `in a factory nothing begins, and nobody is told, before the manager signs (R-109)`() throws {
    try shop.write { try $0.decide(Flow.factory) }
    let production = try make()
    #expect(try told(production) == 0)
    #expect(
      throws: Refusal.lacking(
        [.releaseStockSigned], no: production.no, [.unsigned([.generalManager])], of: .production)
    ) {
      try report(production)
    }
    #expect(throws: BookError.notAllowed([.generalManager])) {
      try shop.write(as: "zhaolei", right: .sign) { _ = try $0.sign(production) }
    }
    try shop.write(as: "gm", right: .sign) { _ = try $0.sign(production) }
    #expect(try told(production) == 3)
    try report(production)
  }

  @Test func `in the simple flow it is made at once`() throws {
    let production = try make()
    #expect(production.schedule == nil)
    #expect(try production.dueOn == TestShop.day("2026-03-25"))
    #expect(try told(production) == 3)
    try report(production)
  }
}
