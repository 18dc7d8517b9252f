import Testing

@testable import Gendan

@Suite struct `A backward plan` {
  let mill = Shop.Resource(id: 1)
  let press = Shop.Resource(id: 2)

  func task(_ id: Int, _ resource: Int, _ work: Int) -> Shop.Task {
    Shop.Task(id: id, alternatives: [.init(resource: resource, work: work)])
  }

  @Test func `ends at the due minute and says so`() throws {
    let job = Shop.Job(id: 7, tasks: [task(1, 1, 30), task(2, 2, 20)], due: 100)
    let plan = try Shop(now: 0, horizon: 500, resources: [mill, press], jobs: [job]).backwardPlan()
    #expect(plan.placements.map(\.start) == [50, 80])
    #expect(plan.placements[0].binding == .init(cause: .next(.init(job: 7, task: 2)), minute: 80))
    #expect(plan.placements[1].binding == .init(cause: .due, minute: 100))
  }

  @Test func `goes forward where the due minute is too near, with a chain to its first blocker`() throws {
    let first = Shop.Job(id: 1, tasks: [task(1, 1, 60)], due: 60)
    let second = Shop.Job(id: 2, tasks: [task(1, 1, 30), task(2, 2, 20)], due: 70)
    let plan = try Shop(now: 0, horizon: 500, resources: [mill, press], jobs: [first, second]).backwardPlan()
    #expect(plan.weightedTardiness == 40)
    let chain = plan.chain(from: .init(job: 2, task: 2))
    #expect(chain.map(\.task.job) == [2, 2, 1])
    #expect(chain.map(\.binding.minute) == [90, 60, 60])
  }

  @Test func `waits for material, and names it`() throws {
    var late = task(1, 1, 30)
    late.readiness = .init(minute: 90, reason: "steel")
    let job = Shop.Job(id: 1, tasks: [late], due: 100)
    let plan = try Shop(now: 0, horizon: 500, resources: [mill], jobs: [job]).backwardPlan()
    #expect(plan.placements[0].binding == .init(cause: .readiness("steel"), minute: 90))
  }

  @Test func `works through closed time, but never in it`() throws {
    var shop = Shop(now: 0, horizon: 500, calendars: [.init([10..<20, 40..<60])])
    shop.resources = [.init(id: 1, calendar: 0)]
    shop.jobs = [.init(id: 1, tasks: [task(1, 1, 15)])]
    let placement = try shop.backwardPlan().placements[0]
    #expect((placement.start, placement.finish) == (10, 45))
    #expect(placement.binding == .init(cause: .now, minute: 0))
  }

  @Test func `lets the next task begin with what is handed over`() throws {
    let first = Shop.Task(id: 1, alternatives: [.init(resource: 1, work: 100, lead: 20)])
    let second = Shop.Task(id: 2, alternatives: [.init(resource: 2, work: 50, trail: 10)])
    let shop = Shop(
      now: 0, horizon: 500, resources: [mill, press], jobs: [.init(id: 1, tasks: [first, second])])
    let plan = try shop.backwardPlan()
    // It would be idle if it began at 20: it ends ten minutes of work after the first one.
    #expect(plan.placements.map(\.start) == [0, 60])
    #expect(plan.placements.map(\.finish) == [100, 110])
  }

  @Test func `names what cannot be placed, and why`() throws {
    let nowhere = Shop.Job(id: 1, tasks: [.init(id: 1, alternatives: [])])
    let tooLong = Shop.Job(id: 2, tasks: [task(1, 1, 600)])
    let unwanted = Shop.Job(id: 3, tasks: [task(1, 1, 50)], cancelAfter: 40)
    let shop = Shop(now: 0, horizon: 500, resources: [mill], jobs: [nowhere, tooLong, unwanted])
    let plan = try shop.backwardPlan()
    #expect(plan.placements.isEmpty)
    #expect(plan.unplaced.map(\.reason) == [.noResource, .noTimeBeforeHorizon, .pastCancelAfter(finish: 50)])
  }

  @Test func `leaves what is started and frozen, and tells what moves`() throws {
    var shop = Shop(now: 0, horizon: 500, resources: [mill])
    shop.jobs = [.init(id: 1, tasks: [task(1, 1, 30)]), .init(id: 2, tasks: [task(1, 1, 30)])]
    let before = try shop.backwardPlan()
    shop.now = 10
    shop.jobs[0].tasks[0].pin = .started(resource: 1, start: 0, remaining: 40)
    let after = try shop.backwardPlan()
    #expect(after.placements.map(\.finish) == [50, 80])
    #expect(after.placements[1].binding.cause == .busy(.init(job: 1, task: 1)))
    #expect(after.moves(from: before).map(\.task.job) == [1, 2])
    #expect(after.moves(from: after).isEmpty)
  }

  @Test func `tells of pins that claim one place at once`() throws {
    var first = task(1, 1, 30)
    first.pin = .frozen(resource: 1, start: 0, finish: 30)
    var second = task(1, 1, 30)
    second.pin = .frozen(resource: 1, start: 20, finish: 50)
    let jobs = [
      Shop.Job(id: 1, tasks: [first], lock: .frozen), Shop.Job(id: 2, tasks: [second], lock: .frozen),
    ]
    let plan = try Shop(now: 0, horizon: 500, resources: [mill], jobs: jobs).backwardPlan()
    #expect(plan.clashes == [.init(first: .init(job: 1, task: 1), second: .init(job: 2, task: 1))])
  }
}
