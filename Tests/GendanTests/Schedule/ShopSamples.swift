@testable import Gendan

/// Random shops for property tests: small, full of calendars, places, alternatives, overlap and pins.
struct ShopSamples {
  private var random: ShopRandom

  init(seed: UInt64) {
    random = ShopRandom(seed: seed)
  }

  mutating func shop() -> Shop {
    var shop = Shop(now: 100, horizon: 4_000)
    shop.calendars = (0..<3).map { _ in calendar() }
    shop.resources = (1...4).map { id in
      Shop.Resource(
        id: id, places: [1, 1, 2, nil][random.below(4)], calendar: [nil, 0, 1, 2][random.below(4)],
        efficiency: [10_000, 8_000, 12_500][random.below(3)])
    }
    shop.jobs = (1...(3 + random.below(10))).map { job(id: $0, in: shop) }
    return shop
  }

  /// The same shop with some of what a plan says frozen or started.
  mutating func pinned(_ shop: Shop, by plan: ShopPlan) -> Shop {
    var shop = shop
    for i in shop.jobs.indices {
      let placements = shop.jobs[i].tasks.map { plan.placement(of: .init(job: shop.jobs[i].id, task: $0.id)) }
      guard placements.allSatisfy({ $0 != nil }) else { continue }
      switch random.below(4) {
      case 0:
        shop.jobs[i].lock = .frozen
        for (j, placement) in placements.enumerated() {
          guard let it = placement else { continue }
          shop.jobs[i].tasks[j].pin = .frozen(
            resource: it.resource, place: it.place, start: it.start, finish: it.finish)
        }
      case 1:
        guard let it = placements[0] else { continue }
        shop.jobs[i].tasks[0].pin = .started(
          resource: it.resource, place: it.place, start: 90, remaining: random.below(30))
      default: break
      }
    }
    return shop
  }

  private mutating func calendar() -> Shop.OpenTime {
    var minute = random.below(150)
    var intervals: [Range<Int>] = []
    while minute < 3_900 {
      let end = minute + 20 + random.below(100)
      intervals.append(minute..<end)
      minute = end + 1 + random.below(80)
    }
    return Shop.OpenTime(intervals)
  }

  private mutating func job(id: Int, in shop: Shop) -> Shop.Job {
    let tasks = (1...(1 + random.below(4))).map { task(id: $0 * 10) }
    let due = 200 + random.below(1_200)
    return Shop.Job(
      id: id, tasks: tasks, release: random.below(300), due: random.below(8) == 0 ? nil : due,
      cancelAfter: random.below(5) == 0 ? due + random.below(400) : nil, weight: random.below(4),
      priority: random.below(3), lock: random.below(3) == 0 ? .proposed : .movable)
  }

  private mutating func task(id: Int) -> Shop.Task {
    let alternatives = (0..<(random.below(20) == 0 ? 0 : 1 + random.below(2))).map { _ in
      let work = random.below(12) == 0 ? 0 : 1 + random.below(60)
      return Shop.Alternative(
        resource: 1 + random.below(4), work: work, lead: random.below(3) == 0 ? random.below(work + 5) : nil,
        trail: random.below(10))
    }
    return Shop.Task(
      id: id, alternatives: alternatives,
      readiness: random.below(4) == 0 ? .init(minute: random.below(500), reason: "material \(id)") : nil)
  }
}
