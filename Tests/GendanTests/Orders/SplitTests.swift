import Gendan
import GendanTestSupport
import Testing

/// A delivery that goes out in parts (R-173; lateness rules 1 and 2).
@Suite struct `Part deliveries` {
  let shop: TestShop
  init() throws { shop = try TestShop() }

  @discardableResult
  private func split(
    _ no: String, _ parts: [(Int64, String)], line: LinePart? = nil, _ dates: SplitDates = .promised()
  ) throws -> [Schedule] {
    try shop.write { writing in
      try writing.split(
        try TestShop.order(no, writing), line: line,
        into: try parts.map { DeliveryPart($0.0, on: try TestShop.day($0.1)) }, dates)
    }
  }

  private func coverages(_ no: String) throws -> [Coverage] {
    try shop.read { try Coverage.of(try TestShop.order(no, $0).id, in: $0.db) }
  }

  @Test func `each part keeps what was asked and promised first, and a later one counts as moved`() throws {
    let no = try shop.order(500, want: "2026-03-31", promise: "2026-04-03")
    let parts = try split(
      no, [(200, "2026-04-03"), (300, "2026-04-20")], .promised(cause: .shortage, told: "刘工"))
    #expect(parts.map(\.quantity.smallest) == [200, 300])
    #expect(parts.map(\.place) == [LinePart(1, part: 1), LinePart(1, part: 2)])
    #expect(parts.map(\.promisedOn?.description) == ["2026-04-03", "2026-04-20"])
    #expect(parts.map(\.firstPromisedOn?.description) == ["2026-04-03", "2026-04-03"])
    #expect(parts.map(\.requestedOn?.description) == ["2026-03-31", "2026-03-31"])
    #expect(parts.map(\.promiseCount) == [1, 2])
  }

  @Test func `a later day for a part needs a cause`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    #expect(throws: BookError.causeMissing(order: no)) {
      try split(no, [(200, "2026-04-03"), (300, "2026-04-20")])
    }
    #expect(try shop.schedule(no).quantity.smallest == 500)
  }

  @Test func `what the parts leave keeps its day, and the earliest part is the delivery itself`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    let before = try shop.schedule(no).id
    let parts = try split(no, [(200, "2026-04-20")], .promised(cause: .labour))
    #expect(parts.map(\.quantity.smallest) == [300, 200])
    #expect(parts.map(\.promisedOn?.description) == ["2026-04-03", "2026-04-20"])
    #expect(parts[0].id == before)
  }

  @Test func `a part can be promised, shipped and split again by itself`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    try split(no, [(200, "2026-04-20")], .promised(cause: .labour))
    let parts = try split(
      no, [(50, "2026-04-10")], line: LinePart(1, part: 2), .promised(cause: .customer))
    #expect(parts.map(\.place) == [LinePart(1, part: 2), LinePart(1, part: 3)])
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.ship(
        [ShipRequest(order: order, line: LinePart(1, part: 2), quantity: nil)],
        ShipmentDetails(day: writing.today))
    }
    let all = try shop.read { try Schedule.of(try TestShop.order(no, $0).id, in: $0.db) }
    #expect(all.map(\.quantity.smallest) == [300, 50, 150])
    #expect(all.map(\.isOpen) == [true, false, true])
    #expect(all.map(\.promisedOn?.description) == ["2026-04-03", "2026-04-10", "2026-04-20"])
  }

  @Test func `days that the customer asks for promise nothing`() throws {
    let no = try shop.order(500, want: "2026-04-20")
    let parts = try split(no, [(200, "2026-04-03")], .wanted)
    #expect(parts.map(\.requestedOn?.description) == ["2026-04-03", "2026-04-20"])
    #expect(parts.allSatisfy { $0.promisedOn == nil })
  }

  @Test func `what is held and made goes to the parts by their days`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      try writing.count(try Product.named("FL-50", in: writing.db), onHand: 250, on: writing.today)
      _ = try writing.reserve(order, quantity: 250)
      _ = try writing.release(order, ReleaseRequest())
    }
    #expect(try coverages(no).map(\.uncovered) == [0])
    try split(
      no, [(200, "2026-04-03"), (200, "2026-04-10"), (100, "2026-04-20")], .promised(cause: .shortage))
    let parts = try coverages(no)
    #expect(parts.map(\.fromStock) == [200, 50, 0])
    #expect(parts.map(\.inProduction) == [0, 150, 100])
    #expect(parts.map(\.uncovered) == [0, 0, 0])
  }

  @Test func `what has left stays with the earliest part, which cannot be less`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.release(order, ReleaseRequest())
      _ = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: 100)], ShipmentDetails(day: writing.today))
    }
    #expect(throws: BookError.self) {
      try split(no, [(80, "2026-04-03"), (420, "2026-04-20")], .promised(cause: .shortage))
    }
    try split(no, [(200, "2026-04-03"), (300, "2026-04-20")], .promised(cause: .shortage))
    let parts = try coverages(no)
    #expect(parts.map(\.schedule.shipped) == [100, 0])
    #expect(parts.map(\.inProduction) == [200, 300])
  }

  @Test func `more than the delivery, or all of it in one part, is refused`() throws {
    let no = try shop.order(500, promise: "2026-04-03")
    let whole = try shop.schedule(no).quantity
    #expect(throws: BookError.partsExceed(no: no, whole, asked: whole.with(501))) {
      try split(no, [(200, "2026-04-03"), (301, "2026-04-20")])
    }
    #expect(throws: BookError.unchanged(no: no)) { try split(no, [(500, "2026-04-20")]) }
  }

  @Test func `a random division covers as much as the whole did`() throws {
    var random = SeededGenerator(seed: 173)
    for _ in 0..<20 {
      let no = try shop.order(500, promise: "2026-04-03")
      let released = Int64.random(in: 1...500, using: &random)
      let shipped = Int64.random(in: 1...100, using: &random)
      try shop.write { writing in
        let order = try TestShop.order(no, writing)
        var request = ReleaseRequest()
        request.quantity = released
        _ = try writing.release(order, request)
        _ = try writing.ship(
          [ShipRequest(order: order, line: nil, quantity: shipped)], ShipmentDetails(day: writing.today))
      }
      let before = try coverages(no).reduce(0) { $0 + $1.uncovered }
      let first = Int64.random(in: 100...400, using: &random)
      try split(no, [(first, "2026-04-03")], .promised())
      let after = try coverages(no)
      #expect(after.reduce(0) { $0 + $1.inProduction } == released)
      #expect(after.reduce(0) { $0 + $1.uncovered } == before, "\(released) \(shipped) \(first)")
    }
  }
}
