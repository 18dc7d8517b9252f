import GendanTestSupport
import Testing

@testable import Gendan

/// What was agreed is amended by versions.
struct AmendmentTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(1000, want: "2026-04-10", promise: "2026-04-10")
    let no = no
    try shop.write { try $0.confirm(try TestShop.order(no, $0), by: nil, via: nil, note: nil) }
  }

  private func change(_ quantity: Int64) -> OrderChange {
    var change = OrderChange()
    change.quantity = quantity
    return change
  }

  private func amend(_ quantity: Int64, side: HoldSide = .customer) throws -> Amendment {
    try shop.write { writing in
      try writing.amend(
        try TestShop.order(no, writing),
        AmendmentRequest(change(quantity), line: nil, side: side, reason: "加单"))
    }
  }

  @Test func `what the customer has confirmed is amended, not set (R-113)`() throws {
    #expect(throws: BookError.agreed(no: no)) {
      try shop.write { try $0.set(try TestShop.order(no, $0), change(1300)) }
    }
    var note = OrderChange()
    note.note = "唛头见附件"
    try shop.write { try $0.set(try TestShop.order(no, $0), note) }
  }

  @Test func `an amendment makes the next version, which is reviewed anew (R-111, R-115)`() throws {
    let amendment = try amend(1300)
    #expect(amendment.version == 2)
    #expect(amendment.changes == [Amendment.Change(line: 1, field: "qty", old: "1000", new: "1300")])
    let order = try shop.read { try TestShop.order(no, $0) }
    #expect(order.version == 2)
    #expect(order.review == .draft)
    #expect(try shop.read { try Amendment.of(order.id, in: $0.db) } == [amendment])
    #expect(try shop.schedule(no).quantity.smallest == 1300)
    #expect(throws: BookError.unchanged(no: no)) { try amend(1300) }
  }

  @Test func `the customer's change comes in writing, where that is asked for (R-113)`() throws {
    try shop.write { try $0.decide(.amendDocumented, isInForce: true) }
    #expect(throws: Refusal.lacking([.amendDocumented], no: no, [.documentMissing(.change)])) {
      try amend(1300)
    }
    #expect(try amend(1200, side: .own).version == 2)
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      try writing.db.run(
        """
        INSERT INTO documents (subject, subject_id, version, kind, path, sha256, bytes, entered_at)
        VALUES ('order', \(order.id), \(order.version), 'change', 'x', '00', 1, \(writing.now))
        """)
    }
    #expect(try amend(1300).version == 3)
  }

  @Test func `what it touches is told before, and undo takes it back whole (R-112)`() throws {
    try shop.write { _ = try $0.release(try TestShop.order(no, $0), ReleaseRequest()) }
    let impact = try shop.read { try AmendmentImpact.of(try TestShop.order(no, $0), in: $0) }
    #expect(impact.production == ["MO2603-0001"])
    #expect(impact.shipped == 0)
    _ = try amend(1300)
    try shop.write { writing in
      let event = try Journal.event(try Journal.newest(in: writing), in: writing)
      try Journal.undo(event, in: writing)
    }
    let order = try shop.read { try TestShop.order(no, $0) }
    #expect(order.version == 1)
    #expect(order.review == .confirmed)
    #expect(try shop.schedule(no).quantity.smallest == 1000)
  }
}
