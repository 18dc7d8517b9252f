import Gendan
import GendanTestSupport
import Testing

/// Samples go from asked for to approved, in as many rounds as it takes (R-118 to R-124; states 3.4).
@Suite struct `Samples` {
  let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100, promise: "2026-04-30")
    try shop.write { writing in
      try writing.decide(.releaseSampled, isInForce: true)
      try writing.set(product: try Product.named("FL-50", in: writing.db), isSampled: true)
    }
  }

  private func request(_ requirement: String? = "拉丝", for order: String? = nil) throws -> Sample {
    try shop.write("2026-03-02") { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      let product = try Product.named("FL-50", in: writing.db)
      var new = NewSample(customer: customer.id, product: product.id, quantity: 3)
      new.order = try order.map { try TestShop.order($0, writing) }
      new.requirement = requirement
      return try writing.request(new)
    }
  }

  private func send(_ sample: Sample, on day: String = "2026-03-09") throws -> Sample {
    try shop.write(day) { try $0.send(sample, SampleSending(day: $0.today)) }
  }

  private func answer(
    _ sample: Sample, _ answer: SampleAnswer, on day: String = "2026-03-13"
  ) throws -> Sample {
    try shop.write(day) { try $0.answer(sample, SampleReply(answer, on: $0.today)) }
  }

  private func release(_ no: String? = nil, on day: String = "2026-03-16") throws -> [ProductionOrder] {
    try shop.write(day) { try $0.release(try TestShop.order(no ?? self.no, $0), ReleaseRequest()) }
  }

  @Test func `a sample goes from asked for to approved in two rounds (R-119)`() throws {
    var sample = try request()
    #expect(sample.no == "S2603-0001")
    #expect(sample.state == .requested && sample.state.awaits == .own)
    sample = try send(sample)
    #expect(sample.state == .sent && sample.state.awaits == .customer)
    sample = try answer(sample, .rejected)
    #expect(sample.state == .rejected)
    let open = try shop.read { try Sample.list(isOpen: true, in: $0.db) }
    #expect(open == [sample])
    sample = try shop.write { try $0.again(sample, dueOn: nil) }
    #expect(sample.round.number == 2 && sample.state == .requested)
    #expect(sample.round.quantity.smallest == 3)
    sample = try answer(try send(sample, on: "2026-03-18"), .approved, on: "2026-03-20")
    #expect(sample.state == .approved && sample.state.awaits == nil)
    #expect(try shop.read { try Sample.list(isOpen: true, in: $0.db) }.isEmpty)
    #expect(
      try shop.read { try SampleRound.of(sample.id, in: $0.db) }.map(\.answer) == [.rejected, .approved])
  }

  @Test func `a state allows only what comes next (states 3_4)`() throws {
    let requested = try request()
    #expect(throws: BookError.sampleState(no: requested.no, .requested)) {
      try answer(requested, .approved)
    }
    let sent = try send(requested)
    #expect(throws: BookError.sampleState(no: sent.no, .sent)) { try send(sent) }
    #expect(throws: BookError.sampleState(no: sent.no, .sent)) {
      try shop.write { try $0.again(sent, dueOn: nil) }
    }
    let approved = try answer(sent, .approved)
    #expect(throws: BookError.sampleState(no: sent.no, .approved)) { try answer(approved, .rejected) }
  }

  @Test func `nothing leaves before it is clear what it must show (R-121)`() throws {
    let sample = try request(nil)
    #expect(throws: Refusal.lacking([.sampleDescribed], no: sample.no, [.sampleUndescribed(no: sample.no)])) {
      try send(sample)
    }
    let sent = try shop.write { writing in
      var sending = SampleSending(day: writing.today)
      sending.requirement = "拉丝"
      return try writing.send(sample, sending)
    }
    #expect(sent.state == .sent && sent.requirement == "拉丝")
  }

  @Test func `nothing is said of a sample before it was sent (R-119)`() throws {
    let sample = try send(try request())
    let early = BookError.outOfTurn(
      no: sample.no, try TestShop.day("2026-03-08"), after: try TestShop.day("2026-03-09"))
    #expect(throws: early) { try answer(sample, .approved, on: "2026-03-08") }
    #expect(try answer(sample, .approved, on: "2026-03-09").state == .approved)
  }

  private func refused(_ fault: Fault) -> Refusal { .lacking([.releaseSampled], no: no, [fault]) }

  @Test func `production waits for the approved sample (R-123)`() throws {
    #expect(throws: refused(.sampleMissing(product: "法兰 DN50"))) { try release() }
    var sample = try request()
    #expect(throws: refused(.sampleOpen(no: sample.no, round: 1))) { try release() }
    sample = try send(sample)
    #expect(throws: refused(.sampleOpen(no: sample.no, round: 1))) { try release() }
    sample = try answer(sample, .rejected)
    #expect(throws: refused(.sampleRejected(no: sample.no, round: 1, note: nil))) { try release() }
    #expect(try shop.read { try ProductionOrder.of(try TestShop.order(no, $0).id, in: $0.db) }.isEmpty)
    sample = try shop.write { try $0.again(sample, dueOn: nil) }
    #expect(throws: refused(.sampleOpen(no: sample.no, round: 2))) { try release() }
    sample = try answer(try send(sample, on: "2026-03-18"), .approved, on: "2026-03-20")
    let production = try #require(try release(on: "2026-03-20").first)
    // The approved sample is the basis of the bulk.
    #expect(try shop.read { try Sample.followed(by: production.id, in: $0.db) } == sample)
  }

  @Test func `the order's own sample stands before the customer's other ones (R-123)`() throws {
    let other = try shop.order(50)
    _ = try answer(try send(try request(for: other)), .approved)
    let own = try request(for: no)
    #expect(throws: refused(.sampleOpen(no: own.no, round: 1))) { try release() }
    #expect(try release(other).count == 1)
  }

  @Test func `another customer's sample is none (R-123)`() throws {
    _ = try answer(try send(try request()), .approved)
    let foreign = try shop.order(50, for: "C-2")
    #expect(
      throws: Refusal.lacking([.releaseSampled], no: foreign, [.sampleMissing(product: "法兰 DN50")])
    ) { try release(foreign) }
  }

  @Test func `a product that needs none, and a book without the rule, are not asked (R-123)`() throws {
    try shop.write { try $0.set(product: try Product.named("FL-50", in: $0.db), isSampled: false) }
    #expect(try release().count == 1)
    try shop.write { writing in
      try writing.set(product: try Product.named("FL-50", in: writing.db), isSampled: true)
      try writing.decide(.releaseSampled, isInForce: false)
    }
    #expect(try release(try shop.order(10)).count == 1)
  }

  @Test func `a supervisor overrides with a reason (R-123)`() throws {
    let made = try shop.write(as: "zhaolei", overriding: "赶货") {
      try $0.release(try TestShop.order(no, $0), ReleaseRequest())
    }
    #expect(made.count == 1)
    let other = try shop.order(10)
    #expect(throws: BookError.notAllowed([.supervisor])) {
      try shop.write(as: "lijia", overriding: "赶货") {
        try $0.release(try TestShop.order(other, $0), ReleaseRequest())
      }
    }
  }

  private func tasks(_ day: String, for clerk: String? = nil) throws -> [Task] {
    try shop.read(day) { reading in
      try Reminder.tasks(ReminderScope(day: reading.today, clerk: clerk), in: reading)
        .filter { $0.reminder == .sampleUnanswered }
    }
  }

  @Test func `three days after it was sent somebody is reminded, not before (R-122)`() throws {
    let sample = try send(try request())
    #expect(try tasks("2026-03-11").isEmpty)
    let task = try #require(try tasks("2026-03-12").first)
    // Without an order it is known by its own number.
    #expect(task.no == sample.no && task.about.isEmpty && task.customer == "宏达机械")
    #expect(try task.dueOn == TestShop.day("2026-03-09"))
    #expect(try tasks("2026-03-12", for: "chenting").count == 1)
    #expect(try tasks("2026-03-12", for: "lijia").isEmpty)
  }

  @Test func `asking starts the three days anew, and an answer ends them (R-122)`() throws {
    let sample = try send(try request(for: no))
    _ = try shop.write("2026-03-12") { try $0.follow(sample, note: nil, on: $0.today) }
    #expect(try tasks("2026-03-14").isEmpty)
    #expect(try tasks("2026-03-15").map(\.no) == [no])
    _ = try answer(sample, .approved)
    #expect(try tasks("2026-03-31").isEmpty)
  }
}
