import GendanTestSupport
import Testing

@testable import Gendan

/// The plan of the open work from the book's own facts.
struct PlanTests {
  private let shop: TestShop

  init() throws { shop = try TestShop() }

  /// Machines for 机加, one place each, and two minutes a piece.
  private func machines(_ codes: [String], minutes: Int64 = 200) throws {
    try shop.write(right: .produce) { writing in
      var capacity = StepCapacity()
      capacity.minutes = minutes
      capacity.setup = 30
      for code in codes {
        capacity.places.append(StepCapacity.Place(try writing.addResource(code, ResourceChange()).id))
      }
      try writing.set(capacity, of: "机加", in: try Route.named("metal", in: writing.db))
    }
  }

  private func release(_ quantity: Int64, promise: String, for customer: String = "C-1") throws -> String {
    let no = try shop.order(quantity, for: customer, promise: promise)
    return try shop.write(right: .produce) { writing in
      try writing.release(try TestShop.order(no, writing), ReleaseRequest())[0].no
    }
  }

  private func plan(_ today: String = "2026-03-16") throws -> PlanRun {
    try shop.read(today) { try $0.plan(moves: 200) }
  }

  private func save(_ today: String = "2026-03-16") throws {
    try shop.write(today, right: .produce) { try $0.save(try $0.plan(moves: 200)) }
  }

  private func line(_ plan: PlanRun, _ production: String, _ step: String) throws -> PlanRun.Line {
    try #require(plan.lines.first { $0.production.no == production && $0.operation.name == step })
  }

  private func span(_ line: PlanRun.Line) -> String {
    let zone = 8 * 3600
    return "\(line.start.day(utcOffset: zone))..\(line.finish.adding(seconds: -60).day(utcOffset: zone))"
  }

  @Test func `steps stand as late as the promise lets them, one before the other`() throws {
    let production = try release(100, promise: "2026-04-17")
    let plan = try plan()
    #expect(try span(line(plan, production, "检验")) == "2026-04-17..2026-04-17")
    #expect(try span(line(plan, production, "机加")) == "2026-04-10..2026-04-16")
    #expect(try span(line(plan, production, "备料")) == "2026-04-08..2026-04-09")
    #expect(try line(plan, production, "检验").reason == .due)
    #expect(try line(plan, production, "机加").reason == .next)
    #expect(plan.late.isEmpty && plan.unplaced.isEmpty)
  }

  @Test func `what cannot be in time begins now, and is said to be late`() throws {
    let production = try release(100, promise: "2026-03-20")
    let plan = try plan()
    #expect(try line(plan, production, "备料").reason == .now)
    #expect(try line(plan, production, "机加").reason == .previous)
    #expect(try line(plan, production, "机加").boundTo == "\(production) 备料")
    let late = try #require(plan.late.first)
    #expect(late.production.no == production && late.neededOn?.description == "2026-03-20")
    #expect(late.finishOn.description == "2026-03-26")
    #expect(plan.lateMinutes > 0)
  }

  @Test func `one place does one thing at a time, and the plan says what is there first`() throws {
    try machines(["CNC1"])
    // 2 minutes a piece: 480 pieces and the set-up are a little over two days of 8.5 hours.
    let orders = try (1...3).map { _ in try release(480, promise: "2026-03-24") }
    let plan = try plan()
    let lines = try orders.map { try line(plan, $0, "机加") }.sorted { $0.start < $1.start }
    #expect(lines.allSatisfy { $0.resource == "CNC1" })
    #expect(lines[0].finish <= lines[1].start && lines[1].finish <= lines[2].start)
    #expect(plan.late.count >= 1)
    #expect(plan.lines.contains { $0.reason == .busy || $0.reason == .claimed })
    // A second machine takes a part of it.
    try shop.write(right: .produce) { writing in
      let route = try Route.named("metal", in: writing.db)
      var capacity = try #require(route.steps.first { $0.name == "机加" }).capacity
      capacity.places.append(StepCapacity.Place(try writing.addResource("CNC2", ResourceChange()).id))
      try writing.set(capacity, of: "机加", in: route)
    }
    let fourth = try release(480, promise: "2026-03-24")
    #expect(try Set(["CNC1", "CNC2"]).contains(line(self.plan(), fourth, "机加").resource ?? ""))
  }

  @Test func `the customer of the first class goes first`() throws {
    try machines(["CNC1"])
    try shop.write { writing in
      try writing.db.run("UPDATE customers SET class = 'key' WHERE code = 'C-2'")
    }
    let usual = try release(1200, promise: "2026-03-23")
    let key = try release(1200, promise: "2026-03-23", for: "C-2")
    let plan = try plan()
    #expect(try line(plan, key, "机加").start < line(plan, usual, "机加").start)
  }

  @Test func `a standstill, a rest day and the night are not worked`() throws {
    try machines(["CNC1"])
    let production = try release(1500, promise: "2026-03-20")
    try shop.write("2026-03-16", right: .report) { writing in
      try writing.stop(
        try Resource.named("CNC1", in: writing.db), reason: "主轴", from: try TestShop.day("2026-03-18"),
        until: try TestShop.day("2026-03-20"))
    }
    let line = try line(try plan(), production, "机加")
    // From the 18th to the 20th it stands, then comes a weekend.
    #expect(line.start >= (try TestShop.minute("2026-03-23 08:00")))
    #expect(line.reason == .previous || line.reason == .now)
  }

  @Test func `a step whose machines are all gone has no place, and the plan says so`() throws {
    try machines(["CNC1"])
    let production = try release(100, promise: "2026-04-17")
    try shop.write(right: .produce) { writing in
      var change = ResourceChange()
      change.isActive = false
      try writing.set(try Resource.named("CNC1", in: writing.db), change)
    }
    let failed = try #require(try plan().unplaced.first)
    #expect(failed.production.no == production && failed.step == "机加" && failed.reason == .noResource)
  }

  @Test func `what is on hold is named, not planned`() throws {
    let production = try release(100, promise: "2026-04-17")
    try shop.write(right: .supervise) { writing in
      try writing.hold(try ProductionOrder.named(production, in: writing.db), reason: "尺寸", on: nil)
    }
    let plan = try plan()
    #expect(plan.lines.isEmpty)
    #expect(plan.unplaced.map(\.reason) == [.held])
  }

  @Test func `a plan anew keeps the baseline, what has begun and what is frozen`() throws {
    let first = try release(100, promise: "2026-04-17")
    let second = try release(100, promise: "2026-04-17")
    try save()
    let baseline = try shop.read {
      try Operation.baselines(of: [ProductionOrder.named(first, in: $0.db).id], in: $0.db)
    }
    try shop.write(right: .supervise) { writing in
      try writing.freeze(try ProductionOrder.named(second, in: writing.db), true)
      _ = try writing.start(
        try ProductionOrder.named(first, in: writing.db), step: "备料", on: try TestShop.day("2026-03-16"))
      try writing.db.run("UPDATE schedules SET due_on = '2026-03-27', promised_on = '2026-03-27'")
    }
    let plan = try plan()
    #expect(try line(plan, first, "备料").reason == .pinned)
    #expect(try line(plan, second, "机加").reason == .pinned)
    #expect(try span(line(plan, second, "检验")) == "2026-04-17..2026-04-17")
    #expect(plan.moved.allSatisfy { $0.production.no == first })
    try save()
    #expect(
      try shop.read { try Operation.baselines(of: [ProductionOrder.named(first, in: $0.db).id], in: $0.db) }
        == baseline)
    // What was saved stands: planning again moves nothing.
    #expect(try self.plan().moved.isEmpty)
  }

  @Test func `the planner may want it no earlier`() throws {
    let production = try release(100, promise: "2026-03-20")
    try shop.write(right: .supervise) { writing in
      try writing.postpone(
        try ProductionOrder.named(production, in: writing.db), until: try TestShop.day("2026-03-19"))
    }
    let line = try line(try plan(), production, "备料")
    #expect(line.reason == .notBefore)
    #expect(span(line) == "2026-03-19..2026-03-20")
  }

  @Test func `an open problem keeps its step from beginning until the day that is expected`() throws {
    let production = try release(100, promise: "2026-03-27")
    let problem = try shop.write(right: .report) { writing in
      var new = NewProblem(.shortage, "棒料未到")
      (new.production, new.operation) = try writing.step(
        "备料", of: try ProductionOrder.named(production, in: writing.db))
      new.untilOn = try TestShop.day("2026-03-18")
      return try writing.report(new)
    }
    let waiting = try line(try plan(), production, "备料")
    #expect(waiting.reason == .readiness && waiting.boundTo == problem.no)
    #expect(span(waiting).hasPrefix("2026-03-19"))
    let affected = try shop.read { try $0.affected(by: problem) }
    #expect(affected.rows.map(\.production.no) == [production])
    #expect(affected.rows.first?.isBroken == true)
  }

  @Test func `a change is thought through, and what breaks stands first`() throws {
    try machines(["CNC1"])
    let orders = try (1...2).map { _ in try release(900, promise: "2026-03-27") }
    let down = try shop.read { reading in
      try reading.difference(
        .down(
          try Resource.named("CNC1", in: reading.db).id, from: reading.today,
          until: try TestShop.day("2026-03-25")))
    }
    #expect(Set(down.rows.map(\.production.no)).isSubset(of: Set(orders)))
    #expect(down.rows.first?.isBroken == true)
    let forever = try shop.read { reading in
      try reading.difference(
        .down(try Resource.named("CNC1", in: reading.db).id, from: reading.today, until: nil))
    }
    #expect(forever.rows.allSatisfy { $0.after == nil })
    let slip = try shop.read { reading in
      try reading.difference(
        .slip(try ProductionOrder.named(orders[0], in: reading.db).id, try TestShop.day("2026-04-01")))
    }
    #expect(slip.rows.contains { $0.production.no == orders[0] && $0.isBroken })
  }

  @Test func `only what is left of a step is planned`() throws {
    try machines(["CNC1"], minutes: 1_000)
    let production = try release(100, promise: "2026-03-17")
    try shop.write(right: .report) { writing in
      let order = try ProductionOrder.named(production, in: writing.db)
      _ = try writing.finish(order, step: "备料", on: try TestShop.day("2026-03-16"))
      _ = try writing.progress(
        order, step: "机加", ProgressReport(good: 90, day: try TestShop.day("2026-03-16")))
    }
    // Ten pieces at ten minutes, and no set-up once it has begun.
    let line = try line(try plan(), production, "机加")
    #expect(line.finish == (try TestShop.minute("2026-03-16 09:45")))
  }

  @Test func `the next step begins with the first batch`() throws {
    try machines(["CNC1"], minutes: 1_000)
    try shop.write(right: .produce) { writing in
      let route = try Route.named("metal", in: writing.db)
      var capacity = try #require(route.steps.first { $0.name == "机加" }).capacity
      capacity.overlap = 10
      try writing.set(capacity, of: "机加", in: route)
    }
    let production = try release(300, promise: "2026-03-17")
    let plan = try plan()
    let (work, next) = (try line(plan, production, "机加"), try line(plan, production, "检验"))
    #expect(next.start < work.finish && next.start > work.start)
    #expect(next.finish >= work.finish)
  }
}
