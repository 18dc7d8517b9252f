import Testing

@testable import Gendan

@Suite struct `The search` {
  /// Fisher and Thompson 1963, ft06: machine and minutes of each operation.
  static let ft06: [[(Int, Int)]] = [
    [(3, 1), (1, 3), (2, 6), (4, 7), (6, 3), (5, 6)], [(2, 8), (3, 5), (5, 10), (6, 10), (1, 10), (4, 4)],
    [(3, 5), (4, 4), (6, 8), (1, 9), (2, 1), (5, 7)], [(2, 5), (1, 5), (3, 5), (4, 3), (5, 8), (6, 9)],
    [(3, 9), (2, 3), (5, 5), (6, 4), (1, 3), (4, 1)], [(2, 3), (4, 3), (6, 9), (1, 10), (5, 4), (3, 1)],
  ]

  static let shop = Shop(
    now: 0, horizon: 10_000, resources: (1...6).map { Shop.Resource(id: $0) },
    jobs: ft06.enumerated().map { job, operations in
      Shop.Job(
        id: job,
        tasks: operations.enumerated().map { task, operation in
          Shop.Task(id: task, alternatives: [.init(resource: operation.0, work: operation.1)])
        })
    })

  @Test func `finds the least makespan of a small shop`() throws {
    let plan = try Self.shop.plan(.earliest, budget: .init(moves: 8_000))
    #expect(plan.makespan == 55)
    #expect(PlanCheck(shop: Self.shop, plan: plan).faults == [])
  }

  @Test func `leaves a plan alone that makes nobody late`() throws {
    var shop = Self.shop
    for i in shop.jobs.indices { shop.jobs[i].due = 200 }
    #expect(try shop.plan() == shop.backwardPlan())
  }

  @Test func `is never worse than the order by due minute`() throws {
    let jobs = (1...20).map { id in
      Shop.Job(
        id: id, tasks: [.init(id: 1, alternatives: [.init(resource: 1, work: 1 + id * 37 % 50)])],
        due: 100 + id * 53 % 300, weight: 1 + id % 7)
    }
    let shop = Shop(now: 0, horizon: 10_000, resources: [.init(id: 1)], jobs: jobs)
    let first = try shop.backwardPlan().weightedTardiness
    #expect(try shop.plan(budget: .init(moves: 0)).weightedTardiness <= first)
    #expect(try shop.plan(budget: .init(moves: 2_000)).weightedTardiness < first)
  }
}
