import GendanTestSupport
import Testing

@testable import Gendan

/// Samples are lent and come back, are retained, prepared for, and show a carton's size (R-129, R-130, R-132,
///
struct SampleLoanTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(100)
  }

  private func request(carton: String? = nil) throws -> Sample {
    try shop.write("2026-03-02") { writing in
      var new = NewSample(
        customer: try Customer.named("C-1", in: writing.db).id,
        product: try Product.named("FL-50", in: writing.db).id, order: try TestShop.order(no, writing),
        quantity: 1)
      new.requirement = "60x40x27"
      new.cartonMaker = carton
      return try writing.request(new)
    }
  }

  private func lend(_ sample: Sample, to borrower: String = "林芳", until back: String = "2026-03-15") throws
    -> Sample
  {
    let back = try TestShop.day(back)
    return try shop.write("2026-03-10") { try $0.lend(sample, to: borrower, until: back, on: $0.today) }
  }

  private func tasks(_ day: String) throws -> [Task] {
    try shop.read(day) { reading in
      try Reminder.tasks(ReminderScope(day: reading.today), in: reading)
        .filter { $0.reminder == .sampleUnreturned }
    }
  }

  @Test func `who has a sample, since when and until when is registered (R-129)`() throws {
    let sample = try lend(try request())
    #expect(sample.loan?.borrower == "林芳")
    #expect(try sample.loan?.lentOn == TestShop.day("2026-03-10"))
    #expect(try shop.read { try Sample.list(isOut: true, in: $0.db) } == [sample])
    #expect(throws: BookError.lentOut(no: sample.no, to: "林芳")) { try lend(sample, to: "王芳") }
    let early = BookError.outOfTurn(
      no: sample.no, try TestShop.day("2026-03-09"), after: try TestShop.day("2026-03-10"))
    #expect(throws: early) { try shop.write { _ = try $0.takeBack(sample, on: TestShop.day("2026-03-09")) } }
    let back = try shop.write { try $0.takeBack(sample, on: $0.today) }
    #expect(back.loan == nil)
    #expect(try shop.read { try Sample.list(isOut: true, in: $0.db) }.isEmpty)
    let loans = try shop.read { try SampleLoan.of(sample, in: $0.db) }
    #expect(try loans.map(\.returnedOn) == [TestShop.day("2026-03-16")])
    #expect(throws: BookError.nothingLeft(.sample, sample.no)) {
      try shop.write { _ = try $0.takeBack(back, on: $0.today) }
    }
  }

  @Test func `somebody is reminded on the day it is due back, not the day before (R-129)`() throws {
    let sample = try lend(try request())
    #expect(try tasks("2026-03-14").isEmpty)
    let task = try #require(try tasks("2026-03-15").first)
    #expect(task.no == no && task.about == "林芳" && task.text == sample.no)
    #expect(try tasks("2026-03-16").count == 1)
    #expect(try sample.loan?.isLate(on: TestShop.day("2026-03-15")) == false)
    #expect(try sample.loan?.isLate(on: TestShop.day("2026-03-16")) == true)
    _ = try shop.write { try $0.takeBack(sample, on: $0.today) }
    #expect(try tasks("2026-03-17").isEmpty)
  }

  private func findings(_ gate: GateID) throws -> [Fault] {
    try shop.read { reading in
      try OrderCheck.of(try TestShop.order(no, reading), in: reading).findings
        .filter { $0.gate == gate }.map(\.fault)
    }
  }

  @Test func `the first print run of printed goods is retained (R-130)`() throws {
    try shop.write { try $0.set(product: try Product.named("FL-50", in: $0.db), isPrinted: true) }
    let production = try #require(
      try shop.write { try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }.first)
    // Nothing is printed yet.
    #expect(try findings(.closeRetained).isEmpty)
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      for step in try Operation.of(production.id, in: writing.db) {
        _ = try writing.progress(
          order, step: step.name, ProgressReport(good: 10, day: writing.today))
      }
    }
    #expect(try findings(.closeRetained) == [.retainedMissing(no: production.no)])
    let sample = try shop.write {
      try $0.retain(production, quantity: 1, place: "样品柜A3", on: $0.today)
    }
    #expect(sample.kind == .retained && sample.state == .kept && sample.place == "样品柜A3")
    #expect(sample.productionNo == production.no && sample.orderNo == no)
    #expect(try findings(.closeRetained).isEmpty)
    // It waits for nobody, and no one is to look at it.
    #expect(try shop.read { try Sample.list(isOpen: true, in: $0.db) }.isEmpty)
    let asked = try shop.read("2026-03-20") { reading in
      try Reminder.tasks(ReminderScope(day: reading.today), in: reading).map(\.reminder)
    }
    #expect(!asked.contains(.firstRunUnanswered))
  }

  @Test func `the four steps before production, once begun, are done first (R-132)`() throws {
    #expect(try findings(.releasePrepared).isEmpty)
    func answer(_ item: ReviewItem, _ isWell: Bool = true) throws {
      try shop.write { try $0.answer(item, of: try TestShop.order(no, $0), isWell: isWell, note: nil) }
    }
    try answer(.pattern)
    #expect(
      try findings(.releasePrepared) == [
        .unanswered(.processSheet), .unanswered(.sampleGarment), .unanswered(.consumption),
      ])
    // A warning by itself, a refusal where the firm puts it in force.
    #expect(
      try shop.read { try $0.doubts(of: [.releasePrepared], on: try TestShop.order(no, $0)) }.count == 3)
    try shop.write { try $0.decide(.releasePrepared, isInForce: true) }
    #expect(throws: Refusal.self) {
      try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
    }
    for item in ReviewItem.preparation { try answer(item) }
    #expect(try findings(.releasePrepared).isEmpty)
    #expect(
      try shop.write { try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }.count == 1)
  }

  @Test func `the carton's maker shows the size, which is confirmed (R-133)`() throws {
    let sample = try request(carton: "华彩纸箱")
    #expect(sample.kind == .carton && sample.maker == "华彩纸箱")
    #expect(try findings(.releaseCarton) == [.sampleOpen(no: sample.no, round: 1)])
    try shop.write { try $0.decide(.releaseCarton, isInForce: true) }
    let refusal = Refusal.lacking([.releaseCarton], no: no, [.sampleOpen(no: sample.no, round: 1)])
    #expect(throws: refusal) {
      try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
    }
    let confirmed = try shop.write { try $0.answer(sample, SampleReply(.approved, on: $0.today)) }
    #expect(confirmed.state == .approved)
    #expect(try findings(.releaseCarton).isEmpty)
  }
}
