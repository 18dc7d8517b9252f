import GendanTestSupport
import Testing

@testable import Gendan

/// Talks with customers, what follows from them, and what customers think (R-010, R-013, R-014, R-018 to
///
struct ContactTests {
  private let shop: TestShop
  init() throws { shop = try TestShop() }

  @discardableResult
  private func log(
    _ kind: ContactKind = .phone, _ text: String = "问新款", with customer: String = "C-1",
    on day: String = "2026-03-16", _ change: (inout NewContact) throws -> Void = { _ in }
  ) throws -> Contact {
    try shop.write(day) { writing in
      var new = NewContact(kind, with: try Customer.named(customer, in: writing.db), text)
      try change(&new)
      return try writing.log(new)
    }
  }

  private func tasks(_ day: String, _ rule: ReminderID, for clerk: String? = nil) throws -> [Task] {
    try shop.read(day) { reading in
      try Reminder.tasks(ReminderScope(day: reading.today, clerk: clerk), in: reading)
        .filter { $0.reminder == rule }
    }
  }

  @Test func `a visit has its day, visitors, host, topic and what follows (R-018)`() throws {
    let host = try shop.read { try User.named("lijia", in: $0.db).id }
    let visit = try log(.visit, "看样板间") { new in
      new.party = "张总"
      new.host = host
      new.nextOn = try TestShop.day("2026-03-20")
    }
    #expect(visit.no == "L2603-0001" && visit.customer == "宏达机械" && visit.kind == .visit)
    #expect(visit.party == "张总" && visit.host == "李佳" && visit.text == "看样板间")
    #expect(try visit.happenedOn == TestShop.day("2026-03-16"))
    let listed = try shop.read { try Contact.list(kind: .visit, in: $0.db) }
    #expect(listed == [visit])
    #expect(try shop.read { try Contact.list(kind: .phone, in: $0.db) }.isEmpty)
  }

  @Test func `the day to ask again is a reminder on the day, not before (R-010, R-018)`() throws {
    let visit = try log(.visit) { $0.nextOn = try TestShop.day("2026-03-20") }
    #expect(try tasks("2026-03-19", .contactDue).isEmpty)
    let task = try #require(try tasks("2026-03-20", .contactDue).first)
    #expect(task.no == visit.no && task.customer == "宏达机械")
    #expect(try tasks("2026-03-21", .contactDue).count == 1)
    #expect(try tasks("2026-03-20", .contactDue, for: "lijia").isEmpty)
    #expect(try tasks("2026-03-20", .contactDue, for: "chenting").count == 1)
    // A note about the customer is no talk with it; the next talk is.
    try log(.note, on: "2026-03-20")
    #expect(try tasks("2026-03-21", .contactDue).count == 1)
    try log(on: "2026-03-20")
    #expect(try tasks("2026-03-21", .contactDue).isEmpty)
  }

  @Test func `a result ends what was to follow, once (R-020)`() throws {
    let service = try log(.service, "表面划伤要换") { $0.nextOn = try TestShop.day("2026-03-18") }
    #expect(try tasks("2026-03-18", .contactDue).count == 1)
    let done = try shop.write("2026-03-18") { try $0.finish(service, result: "已换 3 件") }
    #expect(done.result == "已换 3 件")
    #expect(try tasks("2026-03-18", .contactDue).isEmpty)
    #expect(throws: BookError.nothingLeft(.contact, service.no)) {
      try shop.write("2026-03-18") { _ = try $0.finish(done, result: "又换") }
    }
  }

  @Test func `service is registered with request, product, day and result (R-020)`() throws {
    let no = try shop.order(10)
    let order = try shop.read { try TestShop.order(no, $0) }
    let product = try shop.read { try Product.named("FL-50", in: $0.db).id }
    let service = try log(.service, "轴承异响") { new in
      new.order = order
      new.product = product
      new.result = "寄回检测"
    }
    #expect(service.orderNo == no && service.product == "法兰 DN50" && service.result == "寄回检测")
    #expect(try shop.read { try Contact.of(try TestShop.order(no, $0).id, in: $0.db) } == [service])
    #expect(try shop.read { try Contact.list(kind: .service, in: $0.db) } == [service])
  }

  @Test func `a question without an order is logged as one (R-029)`() throws {
    let asked = try log(.question, "能不能做碳钢")
    #expect(asked.orderNo == nil)
    #expect(try shop.read { try Contact.list(kind: .question, in: $0.db) } == [asked])
  }

  @Test func `an important customer waits for the department's talk, for who leads (R-013)`() throws {
    try log(.flag, "年需求 50 万件")
    let task = try #require(try tasks("2026-03-16", .customerFlagged).first)
    #expect(task.no == "C-1" && task.text == "年需求 50 万件")
    #expect(try tasks("2026-03-16", .customerFlagged, for: "zhaolei").count == 1)
    #expect(try tasks("2026-03-16", .customerFlagged, for: "lijia").isEmpty)
    try log(.phone)
    #expect(try tasks("2026-03-16", .customerFlagged).count == 1)
    try log(.discussion, "列为重点, 派李佳跟进")
    #expect(try tasks("2026-03-16", .customerFlagged).isEmpty)
  }

  private func silent(_ days: Int, on day: String) throws -> [String] {
    try shop.read(day) { try SilentCustomer.list(CustomerFilter(), days: days, in: $0) }.map(\.code)
  }

  @Test func `a customer nobody heard of for so many days is silent, not a day earlier (R-014)`() throws {
    #expect(try silent(30, on: "2026-03-16") == ["C-1", "C-2"])
    try log(on: "2026-03-10")
    try shop.order(10, for: "C-2", on: "2026-03-12")
    #expect(try silent(30, on: "2026-04-08").isEmpty)
    #expect(try silent(30, on: "2026-04-09") == ["C-1"])
    #expect(try silent(30, on: "2026-04-10") == ["C-1"])
    #expect(try silent(30, on: "2026-04-11") == ["C-1", "C-2"])
    // What was only written down about it breaks no silence.
    try log(.note, on: "2026-04-09")
    #expect(try silent(30, on: "2026-04-09") == ["C-1"])
  }

  @Test func `a survey has three marks from 1 to 5 (R-021)`() throws {
    #expect(Satisfaction(quality: 0, delivery: 3, service: 5) == nil)
    #expect(Satisfaction(quality: 4, delivery: 6, service: 5) == nil)
    #expect(throws: BookError.unscored) { try log(.survey) }
    let survey = try log(.survey) { $0.scores = Satisfaction(quality: 4, delivery: 3, service: 5) }
    #expect(survey.scores == Satisfaction(quality: 4, delivery: 3, service: 5))
  }

  @Test func `the marks of a quarter are averaged (R-021)`() throws {
    func survey(_ quality: Int, _ delivery: Int, _ service: Int, on day: String) throws {
      try log(.survey, on: day) {
        $0.scores = Satisfaction(quality: quality, delivery: delivery, service: service)
      }
    }
    try survey(4, 3, 5, on: "2026-01-05")
    try survey(5, 3, 5, on: "2026-03-31")
    try survey(5, 4, 4, on: "2026-04-01")
    let quarters = try shop.read("2026-04-02") { try SatisfactionPeriod.all(in: $0.db) }
    #expect(try quarters.map(\.first) == [TestShop.day("2026-01-01"), TestShop.day("2026-04-01")])
    #expect(quarters.map(\.count) == [2, 1])
    #expect(quarters.map(\.quality) == [450, 500])
    #expect(quarters.map(\.delivery) == [300, 400])
    #expect(quarters.map(\.service) == [500, 400])
    #expect(quarters.map(\.overall) == [417, 433])
  }

  /// An order whose goods arrived on a day, in a firm with more than one person.
  private func arrive(on day: String) throws -> String {
    let no = try shop.order(10, on: "2026-03-01")
    try shop.write("2026-03-02") { try $0.decide(.flow, Flow.trading.rawValue) }
    try shop.write(day, as: "zhaolei", overriding: "已付清", right: .ship) { writing in
      let order = try TestShop.order(no, writing)
      _ = try writing.ship(
        [ShipRequest(order: order, line: nil, quantity: nil)], ShipmentDetails(day: writing.today))
      try writing.arrive(
        try ShipmentLine.of(order.id, in: writing.db), subject: no, on: writing.today)
    }
    return no
  }

  @Test func `seven days after arrival the customer is called, not a day earlier (R-022)`() throws {
    let no = try arrive(on: "2026-03-09")
    #expect(try tasks("2026-03-15", .returnCallDue).isEmpty)
    let task = try #require(try tasks("2026-03-16", .returnCallDue).first)
    #expect(task.no == no)
    #expect(try task.dueOn == TestShop.day("2026-03-16"))
    let order = try shop.read { try TestShop.order(no, $0) }
    try log(.returnCall, "满意") { new in
      new.order = order
      new.scores = Satisfaction(quality: 5, delivery: 4, service: 5)
    }
    #expect(try tasks("2026-03-17", .returnCallDue).isEmpty)
  }

  @Test func `what arrived long ago is history, and one clerk alone is not pressed (R-022)`() throws {
    _ = try arrive(on: "2026-03-09")
    #expect(try tasks("2026-04-15", .returnCallDue).count == 1)
    #expect(try tasks("2026-04-16", .returnCallDue).isEmpty)
    try shop.write { try $0.decide(.flow, Flow.simple.rawValue) }
    #expect(try tasks("2026-03-16", .returnCallDue).isEmpty)
  }
}
