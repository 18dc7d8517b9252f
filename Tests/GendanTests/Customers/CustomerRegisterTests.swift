import GendanTestSupport
import Testing

@testable import Gendan

/// Regions, prospects, types and the copies of customers' data (R-006 to,
///
struct CustomerRegisterTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      try writing.addUser(login: "wu", name: "吴经理", roles: [.salesManager])
      let people = try ["lijia", "wu"].map { try User.named($0, in: writing.db).id }
      try writing.set(region: "华东", clerk: .some(people[0]), manager: .some(people[1]))
    }
  }

  @discardableResult
  private func add(
    _ name: String, _ more: [CustomerField: String] = [:], on day: String = "2026-03-02"
  ) throws -> Customer {
    let required: [CustomerField: String] = [
      .name: name, .address: "a", .contact: "b", .phone: "1", .fax: "2", .terms: "现结",
    ]
    return try shop.write(day) { try $0.addCustomer(required.merging(more) { $1 }) }
  }

  private func list(_ change: (inout CustomerFilter) -> Void) throws -> [String] {
    var filter = CustomerFilter()
    change(&filter)
    return try shop.read { try Customer.list(filter, in: $0.db) }.map(\.name)
  }

  @Test func `a region has its clerk and manager, who see its customers as theirs (R-008)`() throws {
    let east = try add("华光", [.region: "华东"])
    #expect(east.clerk == "lijia")
    try add("南方", [.region: "华南"])
    #expect(try list { $0.owner = "lijia" } == ["华光"])
    #expect(try list { $0.owner = "wu" } == ["华光"])
    #expect(try list { $0.owner = "chenting" } == [])
    let regions = try shop.read { try Region.all(in: $0.db) }
    #expect(regions.map(\.name).sorted() == ["华东", "华南"].sorted())
    #expect(regions.first { $0.name == "华东" }?.manager == "wu")
    #expect(regions.first { $0.name == "华南" }?.clerk == nil)
  }

  @Test func `prices and enquiries are listed by region and for their clerk (R-008, R-043)`() throws {
    let east = try add("华光", [.region: "华东", .class: "key"])
    let south = try add("南方", [.region: "华南"])
    try shop.write { writing in
      for (customer, price) in [(east, Int64(180_000)), (south, 190_000)] {
        try writing.set(
          price: price, of: Product.named("FL-50", in: writing.db), for: customer, "CNY",
          from: writing.today)
        _ = try writing.enquire(customer, "DN80")
      }
    }
    var filter = CustomerFilter()
    filter.region = "华东"
    let level = try shop.read { try Price.list(filter, on: $0.today, in: $0.db) }
    #expect(level.map(\.price) == [180_000])
    #expect(level.map(\.region) == ["华东"] && level.map(\.level) == [.key])
    var mine = CustomerFilter()
    mine.owner = "lijia"
    #expect(try shop.read { try Enquiry.list(mine, onlyOpen: true, in: $0.db) }.map(\.customer) == ["华光"])
  }

  @Test func `stores are told from domestic customers, dealers and export (R-017)`() throws {
    try add("一号店", [.type: "store"])
    #expect(try list { $0.type = .store } == ["一号店"])
    #expect(try list { $0.type = .domestic }.contains("宏达机械"))
    let no = try shop.order(10, for: "一号店")
    try shop.order(10)
    let rows = try shop.read { reading in
      var list = OrderList(.now(reading.today))
      list.filter = .text(.type, [.equals("store")])
      return try list.rows(in: reading)
    }
    #expect(rows.map(\.no) == [no])
    let morning = try shop.read { try MorningReport.read(previous: nil, in: $0) }
    #expect(morning.stores.map(\.no) == [no])
  }

  private func prospects(_ period: Period? = nil) throws -> [Prospect] {
    try shop.read("2026-03-13") { try Prospect.list(during: period, in: $0) }
  }

  private func log(
    _ kind: ContactKind, _ text: String, with customer: Customer, on day: String, next: String? = nil
  )
    throws
  {
    let next = try next.map(TestShop.day)
    try shop.write(day) { writing in
      var new = NewContact(kind, with: customer, text)
      new.nextOn = next
      _ = try writing.log(new)
    }
  }

  @Test func `a prospect tells source, first contact, stage, next step and owner (R-010, R-011)`() throws {
    let customer = try add("华光", [.class: "prospect", .source: "展会", .region: "华东"])
    #expect(try prospects().map(\.stage) == [.new])
    try log(.phone, "要目录", with: customer, on: "2026-03-03", next: "2026-03-09")
    let prospect = try #require(try prospects().first)
    #expect(prospect.source == "展会" && prospect.clerk == "lijia" && prospect.stage == .contacted)
    #expect(try prospect.firstOn == TestShop.day("2026-03-03"))
    #expect(try prospect.next?.nextOn == TestShop.day("2026-03-09"))
    try log(.visit, "看样板间", with: customer, on: "2026-03-10")
    // What followed from the call is over.
    #expect(try prospects().first?.next == nil)
    try shop.write { writing in
      var new = NewSample(
        customer: customer.id, product: try Product.named("FL-50", in: writing.db).id, quantity: 1)
      new.requirement = "-"
      _ = try writing.request(new)
    }
    #expect(try prospects().map(\.stage) == [.sampled])
    try shop.write { writing in
      _ = try writing.quote(Product.named("FL-50", in: writing.db), to: customer, QuoteOffer(currency: "CNY"))
    }
    #expect(try prospects().map(\.stage) == [.quoted])
    try shop.order(10, for: "华光")
    #expect(try prospects().map(\.stage) == [.ordered])
  }

  @Test func `the week's prospects are those of whom something was said in it (R-012)`() throws {
    let talked = try add("华光", [.class: "prospect"])
    let quiet = try add("南方", [.class: "prospect"])
    try log(.phone, "要目录", with: talked, on: "2026-03-09")
    try log(.phone, "不急", with: quiet, on: "2026-03-08")
    try log(.discussion, "报价给 5%", with: talked, on: "2026-03-13")
    let week = try prospects(.week(of: TestShop.day("2026-03-13")))
    #expect(week.map(\.name) == ["华光"])
    #expect(week.first?.last?.text == "要目录")
    #expect(week.first?.discussion?.text == "报价给 5%")
    #expect(try prospects().count == 2)
  }

  private func copy(_ recipient: CopyRecipient, on day: String, all: Bool = false) throws -> CustomerCopy {
    try shop.write(day) { try $0.copyCustomers(to: recipient, all: all) }
  }

  @Test func `a copy holds what changed since the one before (R-006)`() throws {
    let first = try copy(.billing, on: "2026-03-02")
    #expect(first.since == nil && first.customers.map(\.code) == ["C-1", "C-2"])
    #expect(try copy(.billing, on: "2026-03-03").customers.isEmpty)
    try shop.write("2026-03-04") { try $0.set(customer: "C-2", [.phone: "9"], CustomerTerms()) }
    let next = try copy(.billing, on: "2026-03-04")
    #expect(try next.since == TestShop.day("2026-03-03"))
    #expect(next.customers.map(\.code) == ["C-2"])
    // Each has a copy of their own.
    #expect(try copy(.supervisor, on: "2026-03-04").customers.count == 2)
    #expect(try copy(.billing, on: "2026-03-05", all: true).customers.count == 2)
    let kept = try shop.read {
      try $0.db.all("SELECT recipient, customers FROM customer_copies ORDER BY id") {
        "\($0.text(0)) \($0.integer(1))"
      }
    }
    #expect(kept == ["billing 2", "billing 0", "billing 1", "supervisor 2", "billing 2"])
  }

  @Test func `the warehouse gets five fields and no more (R-007)`() {
    #expect(CopyRecipient.warehouse.fields == [.principal, .contact, .phone, .fax, .address])
    #expect(!CopyRecipient.warehouse.fields.contains(.terms))
  }
}
