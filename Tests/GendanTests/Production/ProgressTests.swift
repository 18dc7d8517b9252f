import Gendan
import GendanTestSupport
import Testing

/// Progress is appended and adds up (R-157, R-164; lateness, tricky point 13).
@Suite struct `Progress` {
  let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(10, promise: "2026-03-20")
    try shop.write { writing in
      _ = try writing.release(try TestShop.order(no, writing), ReleaseRequest())
    }
  }

  @discardableResult
  private func report(_ step: String, _ good: Int64, scrap: Int64 = 0, overriding: String? = nil) throws
    -> ProgressMade
  {
    try shop.write(as: overriding == nil ? "chenting" : "zhaolei", overriding: overriding) { writing in
      var report = ProgressReport(good: good, day: writing.today)
      report.scrap = scrap
      return try writing.progress(try TestShop.order(no, writing), step: step, report)
    }
  }

  @Test func `eight and then two are ten`() throws {
    #expect(try report("备料", 8).operation.finishedOn == nil)
    let made = try report("备料", 2)
    #expect(made.operation.good == 10)
    #expect(try made.operation.finishedOn == TestShop.day("2026-03-16"))
    #expect(made.next?.name == "机加")
  }

  @Test func `more than ordered is refused`() throws {
    try report("备料", 8)
    #expect(throws: Refusal.self) { try report("备料", 3) }
    #expect(try report("备料", 2).operation.good == 10)
  }

  @Test func `a step does not overtake the one before, unless a supervisor says why`() throws {
    try report("备料", 4)
    #expect(throws: Refusal.self) { try report("机加", 5) }
    try report("机加", 4)
    try report("机加", 2, overriding: "先做")
    let operations = try shop.read { reading in
      let production = try #require(
        try ProductionOrder.of(try TestShop.order(no, reading).id, in: reading.db).first)
      return try Operation.of(production.id, in: reading.db)
    }
    #expect(operations.map(\.good) == [4, 6, 0])
  }

  @Test func `the rest of a step is what can still come from the one before`() throws {
    try report("备料", 8, scrap: 2)
    let made = try shop.write { writing in
      try writing.finish(try TestShop.order(no, writing), step: "机加", on: writing.today)
    }
    #expect(made.operation.good == 8)
    #expect(try made.operation.finishedOn == TestShop.day("2026-03-16"))
  }

  @Test func `a step that is none of the order's is named with those that are`() throws {
    #expect(throws: BookError.noSuchStep("喷涂", order: no, steps: ["备料", "机加", "检验"])) {
      try report("喷涂", 1)
    }
  }

  @Test func `steps are planned one after the other in working days`() throws {
    let plan = try shop.read { reading in
      let production = try #require(
        try ProductionOrder.of(try TestShop.order(no, reading).id, in: reading.db).first)
      return try Operation.of(production.id, in: reading.db).map {
        "\($0.planStartOn?.description ?? "") \($0.planFinishOn?.description ?? "")"
      }
    }
    #expect(plan == ["2026-03-16 2026-03-17", "2026-03-18 2026-03-24", "2026-03-25 2026-03-25"])
  }

  @Test func `no more is released than is still to be made`() throws {
    var request = ReleaseRequest()
    request.quantity = 1
    #expect(throws: Refusal.self) {
      try shop.write { writing in _ = try writing.release(try TestShop.order(no, writing), request) }
    }
  }
}
