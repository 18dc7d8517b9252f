import Gendan

/// A small shop for tests of the core: people, one route, customers and products, and no orders.
public final class TestShop {
  /// Where it is kept.
  public let database: any Database
  /// The value for `--db` with which others open it too.
  public let place: String

  /// A fresh shop.
  public init() throws {
    place = try TestDatabase.makeBook()
    database = try TestDatabase.open(place)
    try write { writing in
      try writing.addUser(login: "lijia", name: "李佳", roles: [.clerk])
      try writing.addUser(login: "zhaolei", name: "赵磊", roles: [.supervisor])
      let route = try writing.setRoute(
        code: "metal", name: "金属件",
        steps: [
          RouteStep(seq: 10, name: "备料", department: "仓库", days: 2),
          RouteStep(seq: 20, name: "机加", department: "机加车间", days: 5),
          RouteStep(seq: 30, name: "检验", department: "质检", days: 1),
        ])
      try writing.addProduct(code: "FL-50", name: "法兰 DN50", route: route)
      try writing.addProduct(code: "CLOTH", name: "坯布", unit: "m", decimals: 2)
      for (code, name) in [("C-1", "宏达机械"), ("C-2", "Acme GmbH")] {
        try writing.insertCustomer(code: code, [.name: name])
      }
    }
  }

  /// The book on a day, as somebody uses it.
  public func book(
    _ today: String = "2026-03-16", as login: String = "chenting", rehearses: Bool = false
  ) throws -> Book {
    guard let day = Day(today), let now = Instant(day, hour: 8, minute: 5, utcOffset: 8 * 3600) else {
      throw DatabaseError.unexpectedValue(today)
    }
    return try Book(
      database, actor: Actor(login: login, host: "desk"), now: now, today: day, isRehearsal: rehearses)
  }

  /// The book at a minute of the site's clock, `2026-03-03 09:50`.
  public func book(at minute: String, as login: String = "chenting") throws -> Book {
    let now = try Self.minute(minute)
    return try Book(
      database, actor: Actor(login: login, host: "desk"), now: now, today: now.day(utcOffset: 8 * 3600))
  }

  /// Changes the book at a minute.
  @discardableResult
  public func write<T>(
    at minute: String, as login: String = "chenting", right: Right = .follow, _ body: (Writing) throws -> T
  ) throws -> T {
    let entry = EventEntry(command: "test", line: "test", right: right)
    return try book(at: minute, as: login).write(entry, body).result
  }

  /// Changes the book.
  @discardableResult
  public func write<T>(
    _ today: String = "2026-03-16", as login: String = "chenting", overriding: String? = nil,
    right: Right = .follow, _ body: (Writing) throws -> T
  ) throws -> T {
    var entry = EventEntry(command: "test", line: "test", reason: overriding, right: right)
    entry.overriding = overriding != nil
    return try book(today, as: login).write(entry, body).result
  }

  /// Reads the book.
  public func read<T>(_ today: String = "2026-03-16", _ body: (Reading) throws -> T) throws -> T {
    try book(today).read(body)
  }

  /// Takes an order of one line and returns its number.
  @discardableResult
  public func order(
    _ quantity: Int64 = 100, of product: String = "FL-50", for customer: String = "C-1",
    want: String? = nil, promise: String? = nil, on day: String = "2026-03-02"
  ) throws -> String {
    try write { writing in
      let customer = try Customer.named(customer, in: writing.db)
      var order = NewOrder(
        customer: customer.id, orderedOn: try Self.day(day), currency: customer.currency)
      order.lines = [
        NewLine(
          product: try Product.named(product, in: writing.db).id, price: 365_000,
          [
            NewSchedule(
              quantity: quantity, requestedOn: try want.map(Self.day),
              promisedOn: try promise.map(Self.day))
          ])
      ]
      return try writing.take(order).no
    }
  }

  /// The order with a number; throws where there is none.
  public static func order(_ no: String, _ reading: Reading) throws -> Order {
    guard let order = try Order.numbered(no, in: reading.db) else {
      throw BookError.notFound(.order, no, near: [])
    }
    return order
  }

  /// The only delivery of an order.
  public func schedule(_ no: String) throws -> Schedule {
    try read { reading in
      let schedules = try Schedule.of(try Self.order(no, reading).id, in: reading.db)
      guard let first = schedules.first, schedules.count == 1 else {
        throw DatabaseError.unexpectedValue(no)
      }
      return first
    }
  }

  /// A minute of the site's clock.
  public static func minute(_ text: String) throws -> Instant {
    let parts = text.split { " :".contains($0) }
    guard parts.count == 3, let hour = Int(parts[1]), let minute = Int(parts[2]),
      let at = Instant(try day(String(parts[0])), hour: hour, minute: minute, utcOffset: 8 * 3600)
    else { throw DatabaseError.unexpectedValue(text) }
    return at
  }

  /// A day from its ISO text.
  public static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw DatabaseError.unexpectedValue(text) }
    return day
  }
}
