import Testing

@testable import Gendan

@Suite struct `A plan of any shop` {
  static let seeds: [UInt64] = Array(1...120)

  @Test(arguments: seeds)
  func `keeps capacity, order, open time, pins and reasons`(seed: UInt64) throws {
    var samples = ShopSamples(seed: seed)
    let shop = samples.shop()
    let first = try shop.backwardPlan()
    #expect(PlanCheck(shop: shop, plan: first).faults == [])
    let latest = try shop.plan(budget: .init(moves: 400))
    #expect(PlanCheck(shop: shop, plan: latest).faults == [])
    #expect(latest.unplaced.count <= first.unplaced.count)
    if latest.unplaced.count == first.unplaced.count {
      #expect(latest.weightedTardiness <= first.weightedTardiness)
    }
    let earliest = try shop.plan(.earliest, budget: .init(moves: 400))
    #expect(PlanCheck(shop: shop, plan: earliest).faults == [])
    let pinned = samples.pinned(shop, by: latest)
    for plan in [try pinned.backwardPlan(), try pinned.plan(budget: .init(moves: 400))] {
      #expect(PlanCheck(shop: pinned, plan: plan).faults == [])
    }
  }

  @Test(arguments: seeds.prefix(20))
  func `is the same for the same shop`(seed: UInt64) throws {
    var samples = ShopSamples(seed: seed)
    let shop = samples.shop()
    #expect(try shop.plan(budget: .init(moves: 300)) == shop.plan(budget: .init(moves: 300)))
  }
}
