/// Finished goods of a product that were not made for an order, as the newest count found them, less
/// what is blocked and what is held (R-090). Quantities are in the product's smallest unit.
///
/// What leaves is not taken off: a reservation stays until a count after its delivery was complete, so
/// goods that have gone are never free a second time, and each count is the truth again.
public struct Stock: Sendable, Equatable {
  /// The product.
  public let product: Product
  /// What the newest count found; nothing where it was never counted.
  public let onHand: Int64
  /// What of it cannot be used.
  public let blocked: Int64
  /// What is held for deliveries and other things.
  public let reserved: Int64
  /// The day of the newest count.
  public let countedOn: Day?

  /// What may still be reserved; negative where a count found less than is held.
  public var free: Int64 { onHand - blocked - reserved }

  /// The stock of one product.
  public static func of(_ product: Product, in db: any Transaction) throws -> Stock {
    let count = try db.first(
      """
      SELECT on_hand, blocked, counted_on FROM stock_counts WHERE product_id = \(product.id)
      ORDER BY counted_on DESC, id DESC LIMIT 1
      """
    ) { (onHand: $0.integer(0), blocked: $0.integer(1), on: try $0[2] as Day) }
    let reserved: Int64? = try db.value(
      """
      SELECT CAST(coalesce(sum(qty), 0) AS BIGINT) FROM reservations
      WHERE product_id = \(product.id) AND released_on IS NULL
      """)
    return Stock(
      product: product, onHand: count?.onHand ?? 0, blocked: count?.blocked ?? 0, reserved: reserved ?? 0,
      countedOn: count?.on)
  }

  /// The stock of every product that was counted or held, by code.
  public static func all(in db: any Transaction) throws -> [Stock] {
    let codes = try db.all(
      """
      SELECT p.code FROM products p
      WHERE p.id IN (SELECT product_id FROM stock_counts UNION SELECT product_id FROM reservations)
      """
    ) { try $0[0] as String }
    let known = Set(codes)
    return try Product.list(in: db).filter { known.contains($0.code) }.map { try of($0, in: db) }
  }
}

/// A quantity in stock that is held for a delivery, or for something else.
public struct Reservation: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Reservation>
  /// The product's code.
  public let productCode: String
  /// The order's number; nil for something else.
  public let orderNo: String?
  /// The line's number in the order.
  public let lineNo: Int?
  /// What is held.
  public let quantity: Quantity
  /// For what, where it is no delivery.
  public let note: String?
  /// The moment since which it is held.
  public let enteredAt: Instant

  /// What is held of a product, or for an order; the oldest first.
  public static func open(
    of product: Identifier<Product>? = nil, order: Identifier<Order>? = nil, line: LinePart? = nil,
    in db: any Transaction
  ) throws -> [Reservation] {
    var conditions: [SQL] = ["r.released_on IS NULL"]
    if let product { conditions.append("r.product_id = \(product)") }
    if let order { conditions.append("s.order_id = \(order)") }
    if let line { conditions.append("l.line_no = \(line.number)") }
    if let part = line?.part { conditions.append("s.seq = \(part)") }
    return try db.all(
      """
      SELECT r.id, p.code, o.no, l.line_no, r.qty, p.decimals, p.unit, r.note, r.entered_at
      FROM reservations r JOIN products p ON p.id = r.product_id
      LEFT JOIN schedules s ON s.id = r.schedule_id LEFT JOIN order_lines l ON l.id = s.line_id
      LEFT JOIN orders o ON o.id = s.order_id WHERE \(SQL.join(conditions, " AND ")) ORDER BY r.id
      """
    ) {
      Reservation(
        id: try $0[0], productCode: try $0[1], orderNo: try $0[2], lineNo: try $0[3],
        quantity: Quantity(try $0[4], decimals: try $0[5], unit: try $0[6]), note: try $0[7],
        enteredAt: try $0[8])
    }
  }
}

/// A reservation as its gate is asked.
struct ReserveQuestion: Sendable {
  let stock: Stock
  let quantity: Int64
}

extension Gate where Subject == ReserveQuestion {
  /// Not more is reserved than is free (R-090).
  static let reserveWithinFree = Gate(.reserveWithinFree) { question, _ in
    let free = max(0, question.stock.free)
    guard question.quantity > free else { return nil }
    let product = question.stock.product
    return .moreThanFree(
      product: product.code, free: product.quantity(free), asked: product.quantity(question.quantity))
  }
}

extension Writing {
  /// Writes down what a count found on a day; the newest day's count stands. What was held for
  /// deliveries that were complete by then has gone, and is held no longer.
  public func count(_ product: Product, onHand: Int64, blocked: Int64 = 0, on day: Day) throws {
    try allow(factOn: day)
    entry.subject = product.code
    try db.run(
      """
      INSERT INTO stock_counts (product_id, on_hand, blocked, counted_on, entered_at, entered_by)
      VALUES (\(product.id), \(onHand), \(blocked), \(day), \(now), \(user.id))
      """)
    try db.run(
      """
      UPDATE reservations SET released_on = \(day) WHERE product_id = \(product.id)
        AND released_on IS NULL AND EXISTS (SELECT 1 FROM schedules s
          WHERE s.id = reservations.schedule_id AND s.completed_on <= \(day))
      """)
  }

  /// Holds stock for an order's deliveries: as much as is uncovered and free, or the quantity for the
  /// only delivery that is meant. Returns what was held.
  ///
  /// Throws `.nothingLeft` where nothing can be held, and the refusal of more than is free.
  public func reserve(_ order: Order, line: LinePart? = nil, quantity: Int64? = nil) throws -> [Reservation] {
    try allow(.produce, on: order)
    let only = try quantity.map { _ in try onlySchedule(of: order, line: line).id }
    var held: [Identifier<Reservation>] = []
    for coverage in try Coverage.of(order.id, line: line, in: db)
    where coverage.schedule.isOpen && (only == nil || coverage.schedule.id == only) {
      let product = try Product.named(coverage.schedule.productCode, in: db)
      let part = try quantity ?? min(coverage.uncovered, Stock.of(product, in: db).free)
      if part > 0 { held.append(try reserve(product, part, for: coverage.schedule.id)) }
    }
    guard !held.isEmpty else { throw BookError.nothingLeft(.reservation, order.no) }
    entry.subject = order.no
    return try Reservation.open(order: order.id, in: db).filter { held.contains($0.id) }
  }

  /// Holds stock for something other than a delivery.
  public func reserve(_ product: Product, quantity: Int64, note: String) throws {
    _ = try reserve(product, quantity, for: nil, note: note)
    entry.subject = product.code
  }

  private func reserve(
    _ product: Product, _ quantity: Int64, for schedule: Identifier<Schedule>?, note: String? = nil
  ) throws -> Identifier<Reservation> {
    try pass(
      .reserveWithinFree, on: ReserveQuestion(stock: try Stock.of(product, in: db), quantity: quantity))
    return Identifier(
      try db.insert(
        """
        INSERT INTO reservations (product_id, schedule_id, qty, note, entered_at, entered_by)
        VALUES (\(product.id), \(schedule), \(quantity), \(note), \(now), \(user.id)) RETURNING id
        """))
  }

  /// Holds stock no longer; throws `.nothingLeft` where nothing was held.
  public func free(_ reservations: [Reservation], of subject: String) throws {
    guard !reservations.isEmpty else { throw BookError.nothingLeft(.reservation, subject) }
    entry.subject = subject
    try db.run("UPDATE reservations SET released_on = \(today) WHERE id IN \(list: reservations.map(\.id))")
  }
}
