/// What customers ordered, what left and what was paid in a period: the one sum of which the day's, ten days' and
/// month's reports are made (R-391 to R-394, R-404, R-405).
///
/// Amounts are in 1/100 of the currency's unit, at the orders' prices less discounts. Currencies are never added up,
/// nor pieces of different units. What was cancelled since is not counted as ordered.
public struct Turnover: Sendable {
  /// By what it is put together.
  public enum Grouping: String, Sendable, CaseIterable {
    /// By customer.
    case customer
    /// By the customers' regions.
    case region
    /// By product; a payment is of none.
    case product
    /// By the clerk who answers for the order, or for the customer where a payment names no order.
    case clerk
  }

  /// The figures of a group in a currency.
  public struct Line: Sendable, Equatable {
    /// The group's name; empty where none is given, or all are in one.
    public let group: String
    /// ISO 4217.
    public let currency: String
    /// Orders taken.
    public fileprivate(set) var orders = 0
    /// What they are worth.
    public fileprivate(set) var ordered: Int64 = 0
    /// Lines taken without a price, which no amount holds.
    public fileprivate(set) var unpriced = 0
    /// Delivery notes.
    public fileprivate(set) var shipments = 0
    /// What left, less what arrived short or damaged; nil where nothing left, or in different units.
    public fileprivate(set) var shippedQuantity: Quantity?
    /// What that is worth.
    public fileprivate(set) var shipped: Int64 = 0
    /// What finance found at the bank.
    public fileprivate(set) var received: Int64 = 0

    fileprivate init(_ key: Key) {
      group = key.group
      currency = key.currency
    }

    /// A group in which nothing happened.
    public init(nothingOf group: String, in currency: String) {
      self.init(Key(group: group, currency: currency))
    }
  }

  fileprivate struct Key: Hashable, Comparable {
    let group: String
    let currency: String
    static func < (a: Key, b: Key) -> Bool { (a.group, a.currency) < (b.group, b.currency) }
  }

  /// Which days.
  public let period: Period
  /// By what it is put together; nil for all in one.
  public let grouping: Grouping?
  /// The clerk whose it is; nil for everybody's.
  public let clerk: User?

  /// The turnover of a period.
  public init(_ period: Period, by grouping: Grouping? = nil, of clerk: User? = nil) {
    self.period = period
    self.grouping = grouping
    self.clerk = clerk
  }

  /// The figures by group and currency.
  public func lines(in reading: Reading) throws -> [Line] {
    var sums: [Key: Sum] = [:]
    try readOrders(reading.db, &sums)
    try readShipments(reading.db, &sums)
    try readReceipts(reading.db, &sums)
    return sums.sorted { $0.key < $1.key }.map { key, sum in sum.line(key) }
  }

  private func name(clerk: SQL) -> SQL {
    switch grouping {
    case nil: "''"
    case .customer: NamedRegister.customers.name("c")
    case .region: "coalesce(c.region, '')"
    case .product: NamedRegister.products.name("p")
    case .clerk:
      "coalesce((SELECT \(NamedRegister.users.name("u")) FROM users u WHERE u.id = \(clerk)), '')"
    }
  }

  private func isAsked(clerk column: SQL) -> SQL { clerk.map { "\(column) = \($0.id)" } ?? "1 = 1" }

  private func readOrders(_ db: any Transaction, _ sums: inout [Key: Sum]) throws {
    try db.each(
      """
      SELECT \(name(clerk: "o.clerk_id")), o.currency, o.id, s.qty, p.decimals, l.price, l.discount_bp
      FROM orders o JOIN schedules s ON s.order_id = o.id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      WHERE \(period.condition(on: "o.ordered_on")) AND o.cancelled = 0 AND \(isAsked(clerk: "o.clerk_id"))
      """
    ) { row in
      let order: Int64 = try row[2]
      let worth = try Self.worth(row)
      sums[Key(group: try row[0], currency: try row[1]), default: Sum()].take(order, worth)
    }
  }

  private func readShipments(_ db: any Transaction, _ sums: inout [Key: Sum]) throws {
    try db.each(
      """
      SELECT \(name(clerk: "o.clerk_id")), o.currency, o.id, x.qty - (
          SELECT CAST(coalesce(sum(a.short + a.damaged), 0) AS BIGINT) FROM arrivals a
          WHERE a.shipment_line_id = x.id), p.decimals, l.price, l.discount_bp, p.unit, h.id
      FROM shipments h JOIN shipment_lines x ON x.shipment_id = h.id JOIN schedules s ON s.id = x.schedule_id
      JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      WHERE \(period.condition(on: "h.shipped_on")) AND \(isAsked(clerk: "o.clerk_id"))
      """
    ) { row in
      let order: Int64 = try row[2]
      let worth = try Self.worth(row)
      let quantity = Quantity(try row[3], decimals: try row[4], unit: try row[7])
      sums[Key(group: try row[0], currency: try row[1]), default: Sum()]
        .ship(order, worth ?? 0, quantity, note: try row[8])
    }
  }

  private func readReceipts(_ db: any Transaction, _ sums: inout [Key: Sum]) throws {
    guard grouping != .product else { return }
    try db.each(
      """
      SELECT \(name(clerk: "coalesce(o.clerk_id, c.clerk_id)")), y.currency, CAST(sum(r.amount) AS BIGINT)
      FROM receipts r JOIN payments y ON y.id = r.payment_id JOIN customers c ON c.id = y.customer_id
      LEFT JOIN orders o ON o.id = y.order_id
      WHERE \(period.condition(on: "r.bank_on")) AND y.voided_on IS NULL
        AND \(isAsked(clerk: "coalesce(o.clerk_id, c.clerk_id)"))
      GROUP BY 1, 2
      """
    ) { row in
      sums[Key(group: try row[0], currency: try row[1]), default: Sum()].received = try row[2]
    }
  }

  /// What columns 3 to 6 are worth in 1/10000 of the unit; nil without a price.
  private static func worth(_ row: any Row) throws -> Int64? {
    guard let price = try row[5] as Int64? else { return nil }
    return Money.worth(of: row.integer(3), decimals: try row[4], price: price, discount: row.integer(6))
  }

  /// The sum of a group; each order's worth is rounded once, as its own page does.
  fileprivate struct Sum {
    var received: Int64 = 0
    private var taken: [Int64: Int64] = [:]
    private var unpriced = 0
    private var left: [Int64: Int64] = [:]
    private var notes: Set<Int64> = []
    private var quantity: Quantity?
    private var isMixed = false

    mutating func take(_ order: Int64, _ worth: Int64?) {
      taken[order] = (taken[order] ?? 0).addingReportingOverflow(worth ?? 0).partialValue
      if worth == nil { unpriced += 1 }
    }

    mutating func ship(_ order: Int64, _ worth: Int64, _ more: Quantity, note: Int64) {
      left[order] = (left[order] ?? 0).addingReportingOverflow(worth).partialValue
      notes.insert(note)
      if let sum = quantity {
        isMixed = isMixed || sum.unit != more.unit || sum.decimals != more.decimals
        quantity = sum.with(sum.smallest.addingReportingOverflow(more.smallest).partialValue)
      } else {
        quantity = more
      }
    }

    func line(_ key: Key) -> Line {
      var line = Line(key)
      line.orders = taken.count
      line.ordered = taken.values.reduce(0) { $0 + OrderMoney.cents($1) }
      line.unpriced = unpriced
      line.shipments = notes.count
      line.shippedQuantity = isMixed ? nil : quantity
      line.shipped = left.values.reduce(0) { $0 + OrderMoney.cents($1) }
      line.received = received
      return line
    }
  }
}

extension Period {
  /// The ten days of a month that a day is in: 1 to 10, 11 to 20, 21 to its end (R-393).
  public static func tenDays(of day: Day) -> Period {
    let first = day.firstOfMonth
    let part = min(2, (day.dayOfMonth - 1) / 10)
    return Period(
      first: first.adding(days: part * 10),
      last: part == 2 ? day.lastOfMonth : first.adding(days: part * 10 + 9))
  }
}
