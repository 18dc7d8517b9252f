import GendanTestSupport
import Testing

@testable import Gendan

/// the money of an order.
struct OrderMoneyTests {
  private let shop: MoneyShop

  init() throws { shop = try MoneyShop() }

  @Test func `R-337: a deposit is its share of the total, half up, the balance the rest`() throws {
    let no = try shop.order(3, price: 33_333, terms: "订金50%")  // 9.9999 -> 10.00
    let money = try shop.money(no)
    #expect((money.total, money.deposit, money.open) == (1000, 500, 1000))
    let odd = try shop.money(try shop.order(1, price: 10_100, terms: "30%"))
    #expect((odd.total, odd.deposit) == (101, 30))
    #expect(try shop.money(try shop.order(1, price: 10_500, terms: "30%")).deposit == 32)
  }

  @Test func `R-339: a claim does not count, what finance confirms does`() throws {
    let no = try shop.order(1000, price: 480_000, terms: "30%")
    let payment = try shop.claim(1_440_000, for: no)
    #expect(try shop.money(no).awaited == 1_440_000)
    #expect(try shop.money(no).confirmed == 0)
    #expect(throws: BookError.notAllowed([.finance])) { try shop.confirm(payment, as: "lijia") }
    try shop.confirm(payment, 1_400_000)
    let money = try shop.money(no)
    #expect((money.confirmed, money.awaited, money.open) == (1_400_000, 40_000, 3_400_000))
    #expect(money.instalments.map(\.state) == [.partPaid, .pending])
  }

  @Test func `R-342: S3's old surplus of 600 leaves a balance of 33,000`() throws {
    let no = try shop.order(1000, price: 480_000, terms: "30%")
    try shop.enterBalance(-60_000)
    #expect(try shop.net(no) == -60_000)
    try shop.confirm(try shop.claim(1_440_000, for: no))
    let money = try shop.money(no)
    #expect((money.payable, money.deposit, money.open) == (4_740_000, 1_440_000, 3_300_000))
    #expect(money.instalments.map(\.amount) == [1_440_000, 3_300_000])
    #expect(try shop.account() == 0)
  }

  @Test func `R-342: what is paid too much is a surplus, netted in the next order as far as it is open`()
    throws
  {
    let no = try shop.order(10, price: 10_000, terms: "prepaid")
    try shop.confirm(try shop.claim(1_000, for: no), 1_500)
    #expect(try shop.money(no).open == 0)
    #expect(try shop.account() == -500)
    let next = try shop.order(3, price: 10_000, terms: "prepaid")
    #expect(throws: BookError.beyond(next, Money(cents: -300, currency: "CNY"))) { try shop.net(next, -400) }
    #expect(try shop.net(next) == -300)
    #expect(try shop.money(next).open == 0)
    #expect(try shop.account() == -200)
    #expect(throws: BookError.nothingLeft(.customer, "C-1")) { try shop.net(next) }
  }

  @Test func `R-342: an old debt is added to what is to be paid`() throws {
    try shop.enterBalance(2_000)
    let no = try shop.order(10, price: 10_000, terms: "net 30")
    #expect(try shop.net(no) == 2_000)
    #expect(try shop.money(no).payable == 3_000)
    #expect(try shop.money(no).instalments.map(\.amount) == [2_000])
  }

  @Test func `R-116: what was paid for a cancelled order is a surplus`() throws {
    let no = try shop.order(10, price: 10_000, terms: "prepaid")
    try shop.confirm(try shop.claim(1_000, for: no))
    try shop.shop.write { try $0.cancel(try TestShop.order(no, $0), reason: "撤单") }
    #expect(try shop.account() == -1_000)
    #expect(try shop.money(no).open == 0)
  }

  @Test func `R-111, R-342: what was paid beyond an order that was made smaller is a surplus`() throws {
    let no = try shop.order(10, price: 10_000, terms: "prepaid")
    try shop.confirm(try shop.claim(1_000, for: no))
    var request = AmendmentRequest(side: .customer, reason: "减量")
    request.parts = [.init(line: nil, .quantity(7))]
    try shop.shop.write { [request] in _ = try $0.amend(try TestShop.order(no, $0), request) }
    #expect(try shop.account() == -300)
    #expect(try shop.money(no).open == 0)
  }

  @Test func `R-339: only finance brings in an old balance, and a payment without receipts can be voided`()
    throws
  {
    #expect(throws: BookError.notAllowed([.finance])) { try shop.enterBalance(-60_000, as: "lijia") }
    let no = try shop.order(10, price: 10_000, terms: "prepaid")
    let payment = try shop.claim(1_000, for: no)
    try shop.confirm(payment, 400)
    func void() throws {
      try shop.shop.write { try $0.void(try Payment.named(payment, in: $0.db), reason: "错") }
    }
    #expect(throws: BookError.confirmedAlready(payment, Money(cents: 400, currency: "CNY"))) { try void() }
    #expect(throws: BookError.beyond(payment, Money(cents: 400, currency: "CNY"))) {
      try shop.confirm(payment, -401)
    }
    try shop.confirm(payment, -400)
    try void()
    #expect(try shop.money(no).claimed == 0)
    #expect(throws: BookError.nothingLeft(.payment, payment)) { try shop.confirm(payment) }
  }

  @Test func `R-345: goods on credit are due by shipment, what was paid pays the oldest`() throws {
    let no = try shop.order(100, price: 10_000, terms: "月结30天")
    try shop.ship(no, 40, on: "2026-03-16")
    try shop.ship(no, 60, on: "2026-03-20")
    try shop.confirm(try shop.claim(5_000, for: no))
    let parts = try shop.money(no).instalments
    #expect(parts.map(\.amount) == [4_000, 6_000])
    #expect(parts.map(\.paid) == [4_000, 1_000])
    #expect(parts.map { $0.dueOn?.description } == ["2026-04-15", "2026-04-19"])
  }

  @Test func `R-346: ageing counts calendar days from the day after the due day`() throws {
    let no = try shop.order(100, price: 10_000, terms: "COD")
    try shop.ship(no, 100, on: "2026-03-16")
    let part = try #require(try shop.money(no).instalments.first)
    let ages: [(String, Ageing?)] = [
      ("2026-03-16", nil), ("2026-03-17", .month), ("2026-04-15", .month), ("2026-04-16", .twoMonths),
      ("2026-05-15", .twoMonths), ("2026-05-16", .older),
    ]
    for (day, age) in ages { #expect(part.ageing(on: try TestShop.day(day)) == age, "\(day)") }
  }

  @Test func `a worth that cannot be counted does not stop a report`() throws {
    let no = try shop.order(1_000_000_000_000, price: .max, terms: "30%")
    #expect(try shop.money(no).open > 0)
    #expect(try shop.shop.read { try Receivable.due(in: $0) }.count == 1)
  }

  @Test func `what was overpaid and not booked is found`() throws {
    let no = try shop.order(10, price: 10_000, terms: "prepaid")
    try shop.confirm(try shop.claim(1_000, for: no))
    func findings() throws -> [Finding] {
      try shop.shop.book().inspect(BookRule.all.filter { $0.id == .paid }).findings
    }
    #expect(try findings() == [])
    try shop.shop.write { writing in
      var change = OrderChange()
      change.price = .some(8_000)
      try writing.set(try TestShop.order(no, writing), change)
    }
    #expect(
      try findings() == [
        .overpaid(
          order: no, payable: Money(cents: 800, currency: "CNY"), paid: Money(cents: 1_000, currency: "CNY"))
      ])
    #expect(try shop.net(no) == 200)
    #expect(try findings() == [])
    #expect(try shop.account() == -200)
  }
}
