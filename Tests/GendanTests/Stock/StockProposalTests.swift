import GendanTestSupport
import Testing

@testable import Gendan

/// What is made to fill the stock up.
struct StockProposalTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      let product = try Product.named("FL-50", in: writing.db)
      try writing.keep(product, between: 500...2000)
      try writing.count(product, onHand: 500, on: writing.today)
    }
  }

  private func proposals(_ day: String = "2026-03-16") throws -> [StockProposal] {
    try shop.read(day) { try StockProposal.all(in: $0.db) }
  }

  private func count(_ onHand: Int64, on day: String) throws {
    try shop.write(day) { try $0.count(Product.named("FL-50", in: $0.db), onHand: onHand, on: $0.today) }
  }

  @Test func `at the minimum nothing is proposed, one below it as much as fills it up (R-152)`() throws {
    #expect(try proposals() == [])
    try count(499, on: "2026-03-17")
    #expect(try proposals().map(\.quantity) == [1501])
  }

  @Test func `what is held is not free, and what is being made is coming (R-152)`() throws {
    try shop.write { try $0.reserve(Product.named("FL-50", in: $0.db), quantity: 100, note: "展会") }
    #expect(try proposals().map(\.quantity) == [1600])
    let made = try shop.write { try $0.makeProposed() }
    #expect(made.map(\.quantity.smallest) == [1600])
    #expect(try proposals() == [])
    #expect(try shop.write { try $0.makeProposed() } == [])
  }

  @Test func `what was finished is coming until it is counted (R-152)`() throws {
    try count(400, on: "2026-03-16")
    let made = try #require(try shop.write { try $0.makeProposed() }.first)
    try shop.write("2026-03-18") { writing in
      for step in ["备料", "机加", "检验"] { _ = try writing.finish(made, step: step, on: writing.today) }
    }
    #expect(try proposals("2026-03-18") == [])
    try count(450, on: "2026-03-18")
    #expect(try proposals("2026-03-18").map(\.quantity) == [1550])
  }

  @Test func `a draft for stock waits for the general manager (R-109, R-152)`() throws {
    try shop.write { writing in
      try writing.decide(Flow.factory)
      try writing.addUser(login: "gm", name: "林总", roles: [.generalManager])
    }
    try count(10, on: "2026-03-17")
    let made = try #require(try shop.write { try $0.makeProposed() }.first)
    #expect(try shop.read { try ProductionOrder.unsigned(in: $0).map(\.no) } == [made.no])
    #expect(try shop.read { try ApprovalTrail.of(made, in: $0).state } == .inReview)
  }

  @Test func `a product that is no longer current, or has no minimum, is not filled up`() throws {
    try count(0, on: "2026-03-17")
    try shop.write { try $0.set(product: Product.named("FL-50", in: $0.db), isActive: false) }
    #expect(try proposals() == [])
    try shop.write { writing in
      let product = try Product.named("FL-50", in: writing.db)
      try writing.set(product: product, isActive: true)
      try writing.keep(product, between: nil)
    }
    #expect(try proposals() == [])
  }
}
