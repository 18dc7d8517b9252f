import GendanTestSupport
import Testing

@testable import Gendan

/// What the law has inspected is said when it is ordered at the factory, and the review's answer on
/// material keeps production waiting.
struct ReleaseInspectionTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, promise: "2026-03-25")
  }

  private func release(_ inspection: String? = nil) throws -> ProductionOrder {
    var request = ReleaseRequest()
    request.inspection = inspection
    let made = try shop.write { [request] in try $0.release(TestShop.order(no, $0), request) }
    return try #require(made.first)
  }

  @Test func `a statutory product is not released before its inspection is told (R-151)`() throws {
    try shop.write { try $0.set(product: Product.named("FL-50", in: $0.db), isStatutory: true) }
    let missing = Fault.inspectionUnsaid(product: "法兰 DN50")
    #expect(throws: Refusal.lacking([.releaseInspected], no: no, [missing])) { try release() }
    #expect(try release("按批抽检, 附商检证").inspection == "按批抽检, 附商检证")
  }

  @Test func `what is written anew keeps it (R-114, R-151)`() throws {
    try shop.write { try $0.set(product: Product.named("FL-50", in: $0.db), isStatutory: true) }
    let old = try release("按批抽检")
    #expect(try shop.write { try $0.supersede(old, reason: "v2") }.inspection == "按批抽检")
  }

  @Test func `another product needs none (R-151)`() throws {
    #expect(try release().inspection == nil)
  }

  @Test func `what the warehouse does not have keeps production waiting (R-142)`() throws {
    try shop.write { try $0.decide(.releaseGenuine, isInForce: true) }
    func answer(_ isWell: Bool, _ note: String?) throws {
      try shop.write { writing in
        let order = try TestShop.order(no, writing)
        try writing.answer(.material, of: order, isWell: isWell, note: note)
        try writing.answer(.genuine, of: order, isWell: true, note: nil)
      }
    }
    try answer(false, "缺铜线 50 kg")
    let denied = Fault.denied(.material, note: "缺铜线 50 kg")
    #expect(throws: Refusal.lacking([.releaseGenuine], no: no, [denied])) { try release() }
    try answer(true, nil)
    _ = try release()
  }
}
