import Gendan
import GendanTestSupport
import Testing

/// Bulk waits until a salesperson has approved the first pieces.
@Suite struct `First-run samples` {
  let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(20_000)
    try shop.write { writing in
      try writing.addUser(login: "wuming", name: "吴明", roles: [.salesperson])
      try writing.decide(.progressSampled, isInForce: true)
    }
    try release(no)
  }

  private func release(_ no: String) throws {
    try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
  }

  private func production(_ no: String) throws -> ProductionOrder {
    try #require(try shop.read { try ProductionOrder.of(try TestShop.order(no, $0).id, in: $0.db) }.first)
  }

  @discardableResult
  private func report(_ good: Int64, _ step: String = "备料", of no: String? = nil) throws -> Int64 {
    try shop.write { writing in
      try writing.progress(
        try TestShop.order(no ?? self.no, writing), step: step,
        ProgressReport(good: good, day: writing.today)
      ).operation.good
    }
  }

  private func take(_ quantity: Int64 = 2) throws -> Sample {
    let production = try production(no)
    return try shop.write {
      try $0.takeFirstRun(of: production, quantity: quantity, machine: "3", on: $0.today, at: nil)
    }
  }

  private func answer(_ sample: Sample, _ answer: SampleAnswer, as login: String = "wuming") throws -> Sample
  {
    try shop.write(as: login) { try $0.answer(sample, SampleReply(answer, on: $0.today, at: $0.now)) }
  }

  private func refused(_ fault: Fault) -> Refusal { .lacking([.progressSampled], no: no, [fault]) }

  @Test func `the first step goes no further than the sample before it is approved (R-126)`() throws {
    let missing = Fault.firstRunMissing(no: try production(no).no, .largeBatch)
    #expect(throws: refused(missing)) { try report(1) }
    let sample = try take(2)
    #expect(try report(2) == 2)
    #expect(throws: refused(.sampleOpen(no: sample.no, round: 1))) { try report(1) }
    _ = try answer(sample, .approved)
    #expect(try report(800) == 802)
    // What follows the first step is not asked again.
    #expect(try report(800, "机加") == 800)
  }

  @Test func `only a salesperson's word counts (R-126)`() throws {
    let sample = try take()
    #expect(throws: BookError.notAllowed([.salesperson])) { try answer(sample, .approved, as: "lijia") }
    #expect(try answer(sample, .approved).round.answeredBy == "吴明")
    // A supervisor leads the salespeople, so his word is theirs.
    let other = try shop.order(6000)
    try release(other)
    let production = try production(other)
    let second = try shop.write {
      try $0.takeFirstRun(of: production, quantity: 1, machine: nil, on: $0.today, at: nil)
    }
    #expect(try answer(second, .approved, as: "zhaolei").state == .approved)
  }

  @Test func `a rejected one is taken again from the machine (R-127)`() throws {
    let sample = try answer(try take(1), .rejected)
    #expect(throws: refused(.sampleRejected(no: sample.no, round: 1, note: nil))) { try report(800) }
    let second = try take(1)
    #expect(second.no == sample.no && second.round.number == 2)
    #expect(throws: BookError.sampleState(no: sample.no, .made)) { try take(1) }
    #expect(throws: refused(.sampleOpen(no: sample.no, round: 2))) { try report(800) }
    _ = try answer(second, .approved)
    #expect(try report(800) == 800)
  }

  /// An order of a known customer for a known product, below the large batch unless told.
  private func known(_ quantity: Int64) throws -> String {
    let first = try shop.order(10)
    try release(first)
    let production = try production(first)
    try shop.write { writing in
      let order = try TestShop.order(first, writing)
      _ = try writing.takeFirstRun(of: production, quantity: 10, machine: nil, on: writing.today, at: nil)
      for step in ["备料", "机加", "检验"] {
        _ = try writing.finish(order, step: step, on: writing.today)
      }
      _ = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: nil)], ShipmentDetails(day: writing.today))
    }
    let next = try shop.order(quantity)
    try release(next)
    return next
  }

  @Test func `a known customer's small batch of a known product needs none (R-125)`() throws {
    let small = try known(4999)
    #expect(try report(4999, of: small) == 4999)
  }

  @Test func `a large batch needs one, from the settled quantity on (R-125)`() throws {
    let large = try known(5000)
    let fault = Fault.firstRunMissing(no: try production(large).no, .largeBatch)
    #expect(throws: Refusal.lacking([.progressSampled], no: large, [fault])) { try report(1, of: large) }
  }

  @Test func `a new customer and a new product need one (R-125)`() throws {
    _ = try known(10)
    let foreign = try shop.order(10, for: "C-2")
    try release(foreign)
    let customer = Fault.firstRunMissing(no: try production(foreign).no, .newCustomer)
    #expect(throws: Refusal.lacking([.progressSampled], no: foreign, [customer])) {
      try report(1, of: foreign)
    }
    try shop.write { writing in
      let route = try Route.named("metal", in: writing.db).id
      try writing.addProduct(code: "NEW", name: "新品", route: route)
    }
    let new = try shop.order(10, of: "NEW")
    try release(new)
    let product = Fault.firstRunMissing(no: try production(new).no, .newProduct)
    #expect(throws: Refusal.lacking([.progressSampled], no: new, [product])) { try report(1, of: new) }
  }

  @Test func `an unanswered one is a reminder at once, an answered one is none (R-126)`() throws {
    func tasks() throws -> [Task] {
      try shop.read { reading in
        try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
          .filter { $0.reminder == .firstRunUnanswered }
      }
    }
    #expect(try tasks().isEmpty)
    let sample = try take()
    let task = try #require(try tasks().first)
    #expect(task.no == no && task.about == sample.no && task.dueAt == sample.round.madeAt)
    _ = try answer(sample, .approved)
    #expect(try tasks().isEmpty)
  }

  @Test func `a book without the rule is not asked (R-126)`() throws {
    try shop.write { try $0.decide(.progressSampled, isInForce: false) }
    #expect(try report(800) == 800)
  }
}
