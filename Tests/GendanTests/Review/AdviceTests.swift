import GendanTestSupport
import Testing

@testable import Gendan

/// What the check of an order speaks of though nothing is refused for it.
struct AdviceTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, want: "2026-04-20", promise: "2026-04-20")
    let no = no
    try shop.write { writing in
      try writing.addUser(login: "zhou", name: "周业务", roles: [.salesperson])
      var change = OrderChange()
      change.clerk = try User.named("lijia", in: writing.db).id
      change.salesperson = try User.named("zhou", in: writing.db).id
      change.channel = .some(.fax)
      try writing.set(try TestShop.order(no, writing), change)
    }
  }

  private func advised(_ id: AdviceID) throws -> [Fault] {
    try shop.read { reading in
      try OrderCheck.of(try TestShop.order(no, reading), in: reading).findings
        .filter { $0.advice == id }.map(\.fault)
    }
  }

  private func answer(_ items: ReviewItem..., at minute: String = "2026-03-16 09:00") throws {
    try shop.write(at: minute) { writing in
      for item in items {
        try writing.answer(item, of: try TestShop.order(no, writing), isWell: true, note: nil)
      }
    }
  }

  @Test func `colour, quantity and date are ticked, and unticked ones warn (R-058)`() throws {
    // The date is one of the clauses that a gate asks for, so it is told once.
    #expect(try advised(.talkedOver) == [.unanswered(.color), .unanswered(.quantity)])
    #expect(Advice.tickList == [.color, .quantity, .delivery])
    let findings = try shop.read { try OrderCheck.of(try TestShop.order(no, $0), in: $0).findings }
    #expect(findings.filter { $0.fault == .unanswered(.delivery) }.map(\.gate) == [.confirmAgreed])
    #expect(!findings.contains { $0.advice != nil && $0.isInForce })
    try answer(.color, .quantity)
    #expect(try advised(.talkedOver) == [])
  }

  @Test func `the salesperson is heard before the customer is called back (R-069)`() throws {
    #expect(try advised(.salespersonFirst) == [.unanswered(.salesperson)])
    try answer(.callback, at: "2026-03-16 09:00")
    try answer(.salesperson, at: "2026-03-16 09:01")
    #expect(try advised(.salespersonFirst) == [.answeredLate(.salesperson, after: .callback)])
    try answer(.callback, at: "2026-03-16 09:02")
    #expect(try advised(.salespersonFirst) == [])
  }

  @Test func `nobody else is asked where the clerk sells, or the customer phoned (R-069)`() throws {
    try shop.write { writing in
      var change = OrderChange()
      change.channel = .some(.phone)
      try writing.set(try TestShop.order(no, writing), change)
    }
    #expect(try advised(.salespersonFirst) == [])
  }

  @Test func `what ships from stock is counted, sound and ready (R-092)`() throws {
    #expect(try advised(.stockConfirmed) == [])
    try shop.write(right: .report) { writing in
      try writing.count(try Product.named("FL-50", in: writing.db), onHand: 500, on: writing.today)
    }
    try shop.write(right: .produce) { _ = try $0.reserve(try TestShop.order(no, $0)) }
    #expect(
      try advised(.stockConfirmed) == [.unanswered(.counted), .unanswered(.sound), .unanswered(.ready)])
    try answer(.counted, .sound, .ready)
    #expect(try advised(.stockConfirmed) == [])
  }

  @Test func `a signer or supervisor proposes a day, and both are kept (R-106)`() throws {
    let day = try TestShop.day("2026-04-25")
    let propose = { (login: String) in
      try shop.write(as: login, right: .sign) {
        try $0.propose(day, for: try TestShop.order(no, $0), note: "模具要修")
      }
    }
    let before = try shop.read { try Journal.newest(in: $0) }
    #expect(throws: BookError.notAllowed([.supervisor])) { try propose("lijia") }
    #expect(try shop.read { try Journal.newest(in: $0) } == before)
    try propose("zhaolei")
    let stands = try TestShop.day("2026-04-20")
    #expect(try shop.schedule(no).promisedOn == stands)
    #expect(try advised(.dateProposed) == [.proposedLater(line: 1, due: stands, proposed: day)])
    try shop.write { try $0.add(SignerRule(.order, step: 1, .salesperson)) }
    try propose("zhou")
    #expect(
      try shop.read { try DateProposal.of(try TestShop.order(no, $0), in: $0.db).map(\.by) }
        == ["zhaolei", "zhou"])
    try shop.write { _ = try $0.promise(try TestShop.order(no, $0), day, cause: .machine) }
    #expect(try advised(.dateProposed) == [])
  }

  @Test func `expected costs are noted, changed and taken away (R-098)`() throws {
    func costs() throws -> [OrderCost] {
      try shop.read { try OrderCost.of(try TestShop.order(no, $0), in: $0.db) }
    }
    func set(_ name: String, _ cents: Int64?) throws {
      try shop.write { try $0.set(cost: name, of: try TestShop.order(no, $0), to: cents) }
    }
    try set("freight", 80_000)
    try set("packing", 12_050)
    try set("freight", 90_000)
    #expect(try costs().map(\.amount.cents) == [90_000, 12_050])
    try set("packing", nil)
    #expect(try costs().map(\.name) == ["freight"])
  }
}
