import Testing

@testable import Gendan

@Suite struct `A shop is refused` {
  static func shop(_ change: (inout Shop) -> Void) -> Shop {
    var shop = Shop(
      now: 0, horizon: 100, calendars: [.init([0..<50])], resources: [.init(id: 1, calendar: 0)])
    shop.jobs = [.init(id: 5, tasks: [.init(id: 6, alternatives: [.init(resource: 1, work: 10)])])]
    change(&shop)
    return shop
  }

  static let bad: [(Shop, ShopFault)] = [
    (shop { $0.resources.append(.init(id: 1)) }, .resourceTwice(1)),
    (shop { $0.jobs.append($0.jobs[0]) }, .jobTwice(5)),
    (shop { $0.jobs[0].tasks.append($0.jobs[0].tasks[0]) }, .taskTwice(.init(job: 5, task: 6))),
    (shop { $0.calendars[0].intervals = [0..<5, 5..<9] }, .calendarOutOfOrder(calendar: 0, interval: 1)),
    (shop { $0.resources[0].calendar = 3 }, .unknownCalendar(resource: 1, calendar: 3)),
    (shop { $0.resources[0].places = -1 }, .impossibleResource(1)),
    (shop { $0.resources[0].efficiency = 0 }, .impossibleResource(1)),
    (
      shop { $0.jobs[0].tasks[0].alternatives[0].resource = 9 },
      .unknownResource(.init(job: 5, task: 6), resource: 9)
    ),
    (shop { $0.jobs[0].tasks[0].alternatives[0].work = -1 }, .negativeWork(.init(job: 5, task: 6))),
    (
      shop { $0.jobs[0].tasks[0].pin = .frozen(resource: 1, place: 1, start: 0, finish: 9) },
      .impossiblePin(.init(job: 5, task: 6))
    ),
    (shop { $0.jobs[0].lock = .frozen }, .frozenWithoutPin(.init(job: 5, task: 6))),
    (shop { $0.horizon = -1 }, .horizonBeforeNow),
    (shop { $0.jobs[0].weight = .max }, .jobOutOfRange(5)),
    (shop { $0.jobs[0].release = .min }, .jobOutOfRange(5)),
    (shop { $0.resources[0].efficiency = .max }, .resourceOutOfRange(1)),
    (shop { $0.now = .min }, .shopOutOfRange),
  ]

  @Test(arguments: bad.indices)
  func `with what contradicts itself named`(i: Int) {
    #expect(throws: Self.bad[i].1) { try Self.bad[i].0.plan() }
  }

  @Test func `but not for figures at the end of the range`() throws {
    let last = 1 << 40
    let shop = Self.shop {
      $0.horizon = last
      $0.resources[0] = .init(id: 1, efficiency: 1)
      $0.jobs[0].due = -last
      $0.jobs[0].weight = 1 << 20
      $0.jobs[0].tasks[0].alternatives[0].work = last
      $0.jobs.append(.init(id: 8, tasks: [.init(id: 1, alternatives: [.init(resource: 1, work: 1)])], due: 5))
    }
    let plan = try shop.plan(budget: .init(moves: 200))
    #expect(plan.unplaced.map(\.task.job) == [5])
    #expect(plan.placement(of: .init(job: 8, task: 1))?.finish == 10_000)
  }
}
