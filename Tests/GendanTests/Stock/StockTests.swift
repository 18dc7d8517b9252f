import GendanTestSupport
import Testing

@testable import Gendan

/// Stock first: what is free, what is held for a delivery, and what is left to make (S4,
///
struct StockTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(1000, promise: "2026-04-10")
    try shop.write { writing in
      let product = try Product.named("FL-50", in: writing.db)
      try writing.count(product, onHand: 420, blocked: 20, on: writing.today)
      try writing.reserve(product, quantity: 50, note: "展会")
    }
  }

  private func free() throws -> Int64 {
    try shop.read { try Stock.of(Product.named("FL-50", in: $0.db), in: $0.db).free }
  }

  private func coverage() throws -> Coverage {
    try shop.read { try #require(try Coverage.of(TestShop.order(no, $0).id, in: $0.db).first) }
  }

  private func reserve(_ quantity: Int64? = nil) throws {
    try shop.write { _ = try $0.reserve(TestShop.order(no, $0), quantity: quantity) }
  }

  @Test func `free is on hand less blocked and reserved (R-090)`() throws {
    #expect(try free() == 350)
  }

  @Test func `what is free is held for a delivery, and the rest is to be made (R-141)`() throws {
    try reserve()
    #expect(try free() == 0)
    #expect(try coverage().fromStock == 350)
    #expect(try coverage().uncovered == 650)
    let made = try shop.write { try $0.release(TestShop.order(no, $0), ReleaseRequest()) }
    #expect(made.map(\.quantity.smallest) == [650])
    #expect(try coverage().uncovered == 0)
  }

  @Test func `600 in production leave 50 uncovered, and no more than they may be released (R-148)`() throws {
    try reserve()
    var request = ReleaseRequest()
    request.quantity = 600
    try shop.write { [request] in _ = try $0.release(TestShop.order(no, $0), request) }
    #expect(try coverage().inProduction == 600)
    #expect(try coverage().uncovered == 50)
    request.quantity = 51
    #expect(throws: Refusal.self) {
      try shop.write { [request] in _ = try $0.release(TestShop.order(no, $0), request) }
    }
  }

  @Test func `not more is held than is free (R-090)`() throws {
    #expect(throws: Refusal.self) { try reserve(351) }
    #expect(try free() == 350)
    try reserve(350)
    #expect(try free() == 0)
    #expect(throws: BookError.nothingLeft(.reservation, no)) { try reserve() }
  }

  @Test func `what is freed can be held again`() throws {
    try reserve()
    try shop.write { writing in
      try writing.free(Reservation.open(order: TestShop.order(no, writing).id, in: writing.db), of: no)
    }
    #expect(try free() == 350)
    #expect(try coverage().uncovered == 1000)
  }

  @Test func `a cancelled order holds nothing`() throws {
    try reserve()
    try shop.write { try $0.cancel(TestShop.order(no, $0), reason: "撤单") }
    #expect(try free() == 350)
  }

  @Test func `goods that left are not free again: a reservation stays until they were counted`() throws {
    let small = try shop.order(100, promise: "2026-04-10")
    try shop.write { _ = try $0.reserve(TestShop.order(small, $0)) }
    try shop.write("2026-03-17") { writing in
      _ = try writing.ship(
        [ShipRequest(order: TestShop.order(small, writing), line: nil, quantity: nil)],
        ShipmentDetails(day: writing.today))
    }
    #expect(try free() == 250)
    try shop.write("2026-03-18") { writing in
      let product = try Product.named("FL-50", in: writing.db)
      try writing.count(product, onHand: 320, blocked: 20, on: writing.today)
    }
    #expect(try free() == 250)
  }

  @Test func `the newest day's count stands, whenever it was entered`() throws {
    try shop.write("2026-03-18") { writing in
      let product = try Product.named("FL-50", in: writing.db)
      try writing.count(product, onHand: 500, on: writing.today)
      try writing.count(product, onHand: 300, on: writing.today.adding(days: -1))
    }
    #expect(try free() == 450)
  }
}
