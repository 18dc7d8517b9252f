import GendanTestSupport
import Testing

@testable import Gendan

/// From the customer's call to the last signature.
struct OrderReviewTests {
  private let shop: TestShop
  private let no: String

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      try writing.decide(.factory)
      // Quotes have tests of their own.
      try writing.decide(.submitQuoted, isInForce: false)
      for (login, roles) in [
        ("sale", [.salesperson]), ("boss", [.salesManager]), ("cash", [.finance]), ("gm", [.generalManager]),
      ] as [(String, Set<Role>)] {
        try writing.addUser(login: login, name: login, roles: roles)
      }
      try writing.set(user: "lijia", UserChange())
    }
    no = try shop.order(want: "2026-04-20", promise: "2026-04-20", on: "2026-03-16")
    let no = no
    try shop.write { writing in
      var change = OrderChange()
      change.terms = "月结30天"
      change.clerk = try User.named("lijia", in: writing.db).id
      try writing.set(try TestShop.order(no, writing), change)
    }
  }

  private func order() throws -> Order { try shop.read { try TestShop.order(no, $0) } }

  private func attach(_ kinds: DocumentKind...) throws {
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      for kind in kinds {
        try writing.db.run(
          """
          INSERT INTO documents (subject, subject_id, version, kind, path, sha256, bytes, entered_at)
          VALUES ('order', \(order.id), \(order.version), \(kind), 'x.pdf', '00', 1, \(writing.now))
          """)
      }
    }
  }

  private func agree(_ items: ReviewItem...) throws {
    try shop.write { writing in
      for item in items {
        try writing.answer(item, of: try TestShop.order(no, writing), isWell: true, note: nil)
      }
    }
  }

  private func confirm() throws {
    try shop.write { try $0.confirm(try TestShop.order(no, $0), by: "刘工", via: "phone", note: nil) }
  }

  private func submit(overriding: String? = nil) throws -> ApprovalTrail {
    try shop.write(overriding: overriding) { try $0.submitForReview(try TestShop.order(no, $0)) }
  }

  @discardableResult
  private func sign(_ login: String, as role: Role? = nil) throws -> ApprovalTrail {
    try shop.write(as: login, right: .sign) { try $0.sign(try TestShop.order(no, $0), as: role).trail }
  }

  /// What a body refuses; the book stands as before.
  private func faults(_ body: () throws -> Void) throws -> [Fault] {
    let before = try shop.read { try Journal.newest(in: $0) }
    do {
      try body()
      return []
    } catch Refusal.lacking(_, _, let faults, _, _) {
      #expect(try shop.read { try Journal.newest(in: $0) } == before)
      return faults
    }
  }

  private func confirmed() throws {
    try attach(.customerOrder, .contract)
    try agree(.delivery, .payment, .quality)
    try confirm()
  }

  @Test func `an order is confirmed in writing, called back and agreed (R-053, R-065, R-068)`() throws {
    try shop.write { writing in
      try writing.db.run("UPDATE orders SET channel = 'fax' WHERE no = \(no)")
    }
    #expect(
      try faults(confirm)
        == [
          .documentMissing(.customerOrder), .unanswered(.callback), .unanswered(.delivery),
          .unanswered(.payment), .unanswered(.quality),
        ])
    try attach(.customerOrder)
    try agree(.callback, .delivery, .payment, .quality)
    try confirm()
    #expect(try order().review == .confirmed)
  }

  @Test func `nothing downstream acts on a draft (R-067)`() throws {
    #expect(try faults { _ = try submit() }.first == .unconfirmed)
    try confirmed()
    #expect(try submit().state == .inReview)
  }

  @Test func `every fault of an order is told at once (R-049, R-060, R-061, R-064)`() throws {
    try confirmed()
    try shop.write { writing in
      try writing.db.run("UPDATE orders SET terms = NULL, clerk_id = NULL WHERE no = \(no)")
      try writing.db.run("UPDATE order_lines SET price = NULL")
      try writing.db.run("UPDATE schedules SET requested_on = '2026-03-10'")
      try writing.db.run("UPDATE products SET lead_days = 5, active = 0")
    }
    #expect(
      try faults { _ = try submit() }
        == [
          .unsaid(.terms, line: nil), .unsaid(.clerk, line: nil), .unsaid(.price, line: 1),
          .productRetired(line: 1, code: "FL-50"),
          .wantedBeforeOrdered(line: 1, want: try TestShop.day("2026-03-10")),
          .tooSoon(line: 1, want: try TestShop.day("2026-03-10"), earliest: try TestShop.day("2026-03-23")),
        ])
    let findings = try shop.read { try OrderCheck.of(try TestShop.order(no, $0), in: $0).findings }
    #expect(findings.filter { $0.gate == .submitClean }.count == 6)
  }

  @Test func `the customer's order and the contract are attached (R-099)`() throws {
    try attach(.customerOrder)
    try agree(.delivery, .payment, .quality)
    try confirm()
    #expect(try faults { _ = try submit() } == [.documentMissing(.contract)])
    try attach(.contract)
    #expect(try submit().state == .inReview)
  }

  @Test func `signatures come in their order, the last approves (R-097, R-100)`() throws {
    try confirmed()
    #expect(try submit().awaited.map(\.role) == [.salesperson, .salesManager, .finance])
    #expect(try faults { try sign("boss") } == [.unsigned([.salesperson])])
    try sign("sale")
    try sign("cash")
    #expect(try order().review == .inReview)
    #expect(try sign("boss").state == .approved)
    #expect(try order().review == .approved)
  }

  @Test func `a large amount, prepayment, commission or special contract adds signers (R-101, R-104)`() throws
  {
    try confirmed()
    try shop.write { writing in
      try writing.decide(.largeAmount, "3650")
      try writing.db.run("UPDATE orders SET special = 'FOB' WHERE no = \(no)")
    }
    #expect(
      try submit().awaited.map(\.role) == [
        .salesperson, .salesManager, .supervisor, .finance, .generalManager,
      ])
  }

  @Test func `who may sign none of the awaited roles is refused (R-110)`() throws {
    try confirmed()
    _ = try submit()
    #expect(throws: BookError.notAllowed([.salesperson, .salesManager, .finance])) { try sign("lijia") }
    #expect(throws: BookError.notAllowed([.finance])) { try sign("sale", as: .finance) }
  }

  @Test func `the same person in two roles is shown (R-414)`() throws {
    try shop.write { writing in
      var change = UserChange()
      change.roles = [.salesperson, .finance]
      try writing.set(user: "sale", change)
    }
    try confirmed()
    _ = try submit()
    try sign("sale")
    #expect(try sign("sale").sameSigners == ["sale"])
  }

  @Test func `what cannot be met goes back with a reason and is submitted again (R-105)`() throws {
    try confirmed()
    _ = try submit()
    try sign("sale")
    try shop.write(as: "boss", right: .sign) { writing in
      _ = try writing.reject(try TestShop.order(no, writing), reason: "交期太紧")
    }
    #expect(try order().review == .returned)
    let again = try submit()
    #expect(again.awaited.map(\.role) == [.salesperson, .salesManager, .finance])
  }

  @Test
  func `an approved order is handed to a clerk, and all of one clerk's to another (R-087, R-102, R-409)`()
    throws
  {
    try confirmed()
    _ = try submit()
    for login in ["sale", "cash", "boss"] { try sign(login) }
    try shop.write { writing in
      try writing.assign(try TestShop.order(no, writing), to: try User.named("zhaolei", in: writing.db))
    }
    #expect(try order().review == .handedOver)
    #expect(try order().clerk == "zhaolei")
  }

  @Test func `a gate that a role may override is, with a reason, by that role alone (R-110)`() throws {
    #expect(throws: BookError.notAllowed([.supervisor])) {
      try shop.write(as: "lijia", overriding: "急单") {
        _ = try $0.submitForReview(try TestShop.order(no, $0))
      }
    }
    _ = try submit(overriding: "急单")
    let event = try shop.read { try Journal.event(try Journal.newest(in: $0), in: $0) }
    #expect(event.overrides == "order.confirmed submit.attached")
    #expect(event.reason == "急单")
  }
}
