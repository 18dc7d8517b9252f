import GendanTestSupport
import Testing

@testable import Gendan

/// A shop with a confirmed order of 1,000 for 10 April, and what amendments' tests do with it.
struct AmendedShop {
  private let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order(1000, want: "2026-04-10", promise: "2026-04-10")
    try confirm()
  }

  func write<T>(
    _ today: String = "2026-03-16", as login: String = "chenting", _ body: (Writing) throws -> T
  ) throws -> T { try shop.write(today, as: login, body) }

  func read<T>(_ today: String = "2026-03-16", _ body: (Reading) throws -> T) throws -> T {
    try shop.read(today, body)
  }

  func schedule(_ no: String) throws -> Schedule { try shop.schedule(no) }

  /// Does something at a minute of 11 March, a Wednesday.
  func at<T>(_ hour: Int, _ minute: Int, _ body: (Writing) throws -> T) throws -> T {
    try book(hour, minute).write(EventEntry(command: "test", line: "test"), body).result
  }

  func book(_ hour: Int, _ minute: Int) throws -> Book {
    let day = try TestShop.day("2026-03-11")
    let now = try #require(Instant(day, hour: hour, minute: minute, utcOffset: 8 * 3600))
    return try Book(shop.database, actor: Actor(login: "chenting", host: "desk"), now: now, today: day)
  }

  func confirm() throws {
    try write { try $0.confirm(try TestShop.order(no, $0), by: nil, via: nil, note: nil) }
  }

  @discardableResult
  func amend(
    _ change: OrderChange, line: LinePart? = nil, side: HoldSide = .customer
  ) throws -> AmendmentMade {
    var request = AmendmentRequest(side: side, reason: "加单")
    request.parts = [.init(line: line, change)]
    return try amend(no, request)
  }

  @discardableResult
  func amend(_ no: String, _ request: AmendmentRequest) throws -> AmendmentMade {
    try write { try $0.amend(try TestShop.order(no, $0), request) }
  }

  @discardableResult
  func drop(_ line: Int) throws -> AmendmentMade {
    var request = AmendmentRequest(side: .customer, reason: "不要了")
    request.dropped = [line]
    return try amend(no, request)
  }

  func attach(_ kind: DocumentKind) throws {
    try write { writing in
      let order = try TestShop.order(no, writing)
      try writing.db.run(
        """
        INSERT INTO documents (subject, subject_id, version, kind, path, sha256, bytes, entered_at)
        VALUES ('order', \(order.id), \(order.version), \(kind), 'x', '00', 1, \(writing.now))
        """)
    }
  }

  /// Another order: 100 and 50 flanges and 1.50 m of cloth.
  func threeLines() throws -> (no: String, id: Identifier<Order>) {
    try write { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      var order = NewOrder(customer: customer.id, orderedOn: writing.today, currency: "CNY")
      let flange = try Product.named("FL-50", in: writing.db).id
      let cloth = try Product.named("CLOTH", in: writing.db).id
      order.lines = [
        NewLine(product: flange, price: 365_000, [NewSchedule(quantity: 100)]),
        NewLine(product: flange, price: 360_000, [NewSchedule(quantity: 50)]),
        NewLine(product: cloth, price: 20_000, [NewSchedule(quantity: 150)]),
      ]
      let taken = try writing.take(order)
      return (taken.no, taken.id)
    }
  }
}

extension OrderChange {
  static func quantity(_ quantity: Int64) -> OrderChange {
    var change = OrderChange()
    change.quantity = quantity
    return change
  }

  static func wanted(_ day: String) throws -> OrderChange {
    var change = OrderChange()
    change.requestedOn = .some(try TestShop.day(day))
    return change
  }

  static func terms(_ terms: String) -> OrderChange {
    var change = OrderChange()
    change.terms = .some(terms)
    return change
  }

  static func color(_ color: String) -> OrderChange {
    var change = OrderChange()
    change.color = .some(color)
    return change
  }
}
