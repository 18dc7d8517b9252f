import GendanTestSupport
import Testing

@testable import Gendan

/// What changed is reviewed anew, and nothing else.
struct ReReviewTests {
  private let shop: AmendedShop
  private let no: String

  init() throws {
    shop = try AmendedShop()
    no = shop.no
    try shop.write { writing in
      for rule in [
        SignerRule(.order, step: 1, .salesperson), SignerRule(.order, step: 2, .generalManager, .amount),
        SignerRule(.order, step: 2, .supervisor, .special),
      ] { try writing.add(rule) }
      try writing.decide(.largeAmount, "30000")
      let order = try TestShop.order(no, writing)
      for item in ReviewItem.allCases { try writing.answer(item, of: order, isWell: true, note: nil) }
    }
  }

  private func order() throws -> Order { try shop.read { try TestShop.order(no, $0) } }

  /// Confirms, submits and signs the standing version.
  private func approve() throws {
    if try order().review == .draft { try shop.confirm() }
    try shop.write { writing in
      var trail = try writing.submitForReview(TestShop.order(no, writing))
      while trail.state != .approved {
        let role = try #require(trail.next.first)
        try writing.append(.sign, to: TestShop.order(no, writing), as: role)
        if try ApprovalTrail.of(TestShop.order(no, writing), in: writing).awaited.isEmpty {
          try writing.append(.approve, to: TestShop.order(no, writing))
        }
        trail = try ApprovalTrail.of(TestShop.order(no, writing), in: writing)
      }
    }
  }

  private func answered() throws -> Set<ReviewItem> {
    Set(try shop.read { try ReviewAnswer.all(order: TestShop.order(no, $0), in: $0.db).keys.map { $0 } })
  }

  @Test func `answers to what did not change hold for the new version (R-095, R-113)`() throws {
    let before = try shop.read { try ReviewAnswer.all(order: TestShop.order(no, $0), in: $0.db)[.quality] }
    let made = try shop.amend(.quantity(1300))
    let asked: Set<ReviewItem> = [
      .callback, .delivery, .salesperson, .capacity, .material, .quantity, .counted, .sound, .ready,
    ]
    #expect(Set(made.impact.asked) == asked)
    #expect(try answered() == Set(ReviewItem.allCases).subtracting(asked))
    // As it was given: by whom, and when.
    #expect(
      try shop.read { try ReviewAnswer.all(order: TestShop.order(no, $0), in: $0.db)[.quality] } == before)
  }

  @Test(arguments: [
    (
      OrderChange.color("红"),
      [ReviewItem.callback, .quality, .process, .material, .color] + ReviewItem.preparation
    ),
    (OrderChange.terms("T/T"), [.callback, .payment, .salesperson]),
  ])
  func `each question is asked again where its subject changed`(change: OrderChange, asked: [ReviewItem])
    throws
  {
    #expect(try Set(shop.amend(change).impact.asked) == Set(asked))
  }

  @Test func `who signs for the amount alone signs again only where that changed (R-101)`() throws {
    try approve()
    #expect(try shop.amend(.color("红")).impact.signers == [.salesperson])
    #expect(try shop.amend(.quantity(1300)).impact.signers == [.salesperson, .generalManager])
    // Nobody has signed for 1,300 yet, so a later colour does not settle it.
    #expect(try shop.amend(.color("蓝")).impact.signers == [.salesperson, .generalManager])
    try approve()
    #expect(try shop.amend(.color("白")).impact.signers == [.salesperson])
  }

  @Test func `an amount that falls below the settled one asks the manager no more (R-101)`() throws {
    try approve()
    #expect(try shop.amend(.quantity(100)).impact.signers == [.salesperson])
  }

  @Test func `a contract that becomes special asks for its signature (R-104)`() throws {
    try approve()
    var special = OrderChange()
    special.special = .some("罚款条款")
    #expect(try shop.amend(special).impact.signers == [.salesperson, .supervisor])
  }

  @Test func `a version that needs no signature again is approved when it is handed in`() throws {
    try approve()
    try shop.write { try $0.remove(SignerRule(.order, step: 1, .salesperson)) }
    try shop.amend(.color("红"))
    try shop.confirm()
    #expect(try shop.write { try $0.submitForReview(TestShop.order(no, $0)).state } == .approved)
  }

  @Test func `what an amendment put in place waits for its signatures when it is reported (R-136)`() throws {
    try approve()
    try shop.write { _ = try $0.release(TestShop.order(no, $0), ReleaseRequest()) }
    try shop.amend(.quantity(1300))
    try shop.write { try $0.decide(.releaseApproved, isInForce: true) }
    func report() throws {
      try shop.write { writing in
        _ = try writing.progress(
          TestShop.order(no, writing), step: "备料", ProgressReport(good: 1, day: writing.today))
      }
    }
    #expect(throws: Refusal.lacking([.releaseApproved], no: no, [.unsubmitted])) { try report() }
    try approve()
    try report()
    // Once it has begun a later change that leaves it alone does not stop it.
    try shop.amend(.terms("T/T"))
    try report()
  }
}
