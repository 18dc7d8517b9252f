import GendanTestSupport
import Testing

@testable import Gendan

/// What was agreed is amended by versions (R-111 to R-117).
struct AmendmentTests {
  private let shop: AmendedShop
  private let no: String

  init() throws {
    shop = try AmendedShop()
    no = shop.no
  }

  @Test func `what the customer has confirmed is amended, not set (R-113)`() throws {
    #expect(throws: BookError.agreed(no: no)) {
      try shop.write { try $0.set(try TestShop.order(no, $0), .quantity(1300)) }
    }
    var packed = OrderChange()
    packed.perCarton = 24
    #expect(throws: BookError.agreed(no: no)) {
      try shop.write { [packed] in try $0.set(try TestShop.order(no, $0), packed) }
    }
    var note = OrderChange()
    note.note = "唛头见附件"
    try shop.write { [note] in try $0.set(try TestShop.order(no, $0), note) }
  }

  @Test func `an amendment makes the next version, which is reviewed anew (R-111, R-115)`() throws {
    let amendment = try shop.amend(.quantity(1300)).amendment
    #expect(amendment.version == 2)
    #expect(amendment.changes == [Amendment.Change(line: 1, field: .qty, old: "1000", new: "1300")])
    let order = try shop.read { try TestShop.order(no, $0) }
    #expect(order.version == 2)
    #expect(order.review == .draft)
    #expect(try shop.read { try Amendment.of(order.id, in: $0.db) } == [amendment])
    #expect(try shop.schedule(no).quantity.smallest == 1300)
    #expect(throws: BookError.unchanged(no: no)) { try shop.amend(.quantity(1300)) }
  }

  @Test func `the customer's change comes in writing, where that is asked for (R-113)`() throws {
    try shop.write { try $0.decide(.amendDocumented, isInForce: true) }
    #expect(throws: Refusal.lacking([.amendDocumented], no: no, [.documentMissing(.change)], isAgreed: true))
    {
      try shop.amend(.quantity(1300))
    }
    #expect(try shop.amend(.quantity(1200), side: .own).amendment.version == 2)
    try shop.attach(.change)
    #expect(try shop.amend(.quantity(1300)).amendment.version == 3)
  }

  @Test func `several lines, one more and one less make one version (R-111, R-115)`() throws {
    let (no, _) = try shop.threeLines()
    var request = AmendmentRequest(side: .customer, reason: "mail 3/11")
    request.parts = [
      .init(line: 1, .quantity(130)), .init(line: 2, try .wanted("2026-04-20")),
      .init(line: nil, .terms("T/T")),
    ]
    request.dropped = [3]
    request.added = try shop.read { reading in
      var packing = OrderChange()
      packing.perCarton = 24
      let product = try Product.named("FL-50", in: reading.db).id
      return [(NewLine(product: product, price: 185_000, [NewSchedule(quantity: 200)]), packing)]
    }
    let made = try shop.amend(no, request)
    #expect(made.amendment.version == 2)
    let told = made.amendment.changes.map { "\($0.line ?? 0) \($0.field) \($0.old ?? "-") \($0.new ?? "-")" }
    #expect(
      told == [
        "0 terms - T/T", "1 qty 100 130", "2 want - 2026-04-20", "3 product CLOTH -", "3 qty 1.50 -",
        "3 price 2.00 -", "4 product - FL-50", "4 qty - 200", "4 price - 18.50", "4 carton - 24",
      ])
    #expect(made.impact.cartons == [.init(line: 4, before: nil, after: 9)])
    let lines = try shop.read { try Schedule.of(TestShop.order(no, $0).id, in: $0.db).map(\.lineNo) }
    #expect(lines == [1, 2, 4])
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
  }

  @Test func `the number of a line that was dropped is given to no other (R-115)`() throws {
    let (no, _) = try shop.threeLines()
    var drop = AmendmentRequest(side: .customer, reason: "x")
    drop.dropped = [3]
    try shop.amend(no, drop)
    var add = AmendmentRequest(side: .customer, reason: "y")
    add.added = try shop.read {
      [
        (
          NewLine(product: try Product.named("FL-50", in: $0.db).id, [NewSchedule(quantity: 1)]),
          OrderChange()
        )
      ]
    }
    #expect(try shop.amend(no, add).amendment.changes.first?.line == 4)
  }

  @Test func `what has left is not dropped, nor an order's only line, nor a line that is none (R-112)`()
    throws
  {
    let before = try shop.schedule(no)
    #expect(throws: BookError.lastLine(no: no)) { try shop.drop(1) }
    #expect(throws: BookError.notFound(.line, "\(no).7", near: [])) { try shop.drop(7) }
    #expect(throws: BookError.notFound(.line, "\(no).7", near: [])) {
      try shop.amend(.quantity(5), line: 7)
    }
    #expect(try shop.schedule(no) == before)
  }

  @Test func `the customer's date is amended, our own slip is promised (R-112)`() throws {
    #expect(throws: BookError.ownSlip(no: no)) { try shop.amend(try .wanted("2026-04-20"), side: .own) }
    #expect(try shop.amend(try .wanted("2026-04-20")).amendment.changes.map(\.field) == [.want])
    // The promise stands unless the change made it void: then a new series begins, and both are kept.
    #expect(try shop.schedule(no).firstPromisedOn == TestShop.day("2026-04-10"))
    var request = AmendmentRequest(side: .customer, reason: "推迟")
    request.parts = [.init(line: nil, try .wanted("2026-04-21"))]
    request.promisedOn = try TestShop.day("2026-04-21")
    let made = try shop.amend(no, request)
    #expect(made.impact.promised == [.init(line: 1, day: try TestShop.day("2026-04-21"), isNew: true)])
    let schedule = try shop.schedule(no)
    #expect(schedule.firstPromisedOn == (try TestShop.day("2026-04-21")))
    #expect(try shop.read { try Promise.ledger(of: schedule.id, in: $0.db).map(\.series) } == [1, 2])
    #expect(try shop.read { try KeptFigures.wrong(in: $0.db) } == [])
  }

  @Test func `a changed price or demand opens the review and the quote gates again (R-037, R-117)`() throws {
    try shop.write { writing in
      try writing.decide(.submitPriced, isInForce: true)
      let order = try TestShop.order(no, writing)
      try writing.db.run(
        """
        INSERT INTO prices (customer_id, product_id, currency, price, from_on, entered_at)
        SELECT \(order.customerID), id, 'CNY', 365000, '2026-01-01', \(writing.now) FROM products
        WHERE code = 'FL-50'
        """)
    }
    var price = OrderChange()
    price.price = .some(370_000)
    price.requirement = .some("彩盒")
    try shop.amend(price)
    let findings = try shop.read { try OrderCheck.of(TestShop.order(no, $0), in: $0).findings }
    #expect(findings.contains { $0.gate == .submitPriced })
    #expect(findings.contains { $0.gate == .submitQuoted })
  }

  @Test func `without anybody in production nobody but those who always hear are told (R-111)`() throws {
    try shop.write { try $0.decide(.amendDepartments, "采购, 成品库") }
    let made = try shop.amend(.terms("T/T"))
    #expect(made.impact.departments == ["采购", "成品库"])
    #expect(made.impact.replaced.isEmpty)
  }
}
