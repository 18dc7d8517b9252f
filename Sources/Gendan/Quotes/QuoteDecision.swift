/// Whether new material moves the price that was agreed.
public enum QuoteRuling: String, SQLConvertible, Sendable, CaseIterable {
  /// The order is taken at the old quote.
  case keep
  /// A new quote must be confirmed first.
  case change
}

/// What the general manager decided of an order with new material; the newest counts.
public struct QuoteDecision: Sendable, Equatable {
  /// Keep or change.
  public let ruling: QuoteRuling
  /// Why.
  public let note: String?
  /// When.
  public let at: Instant
  /// The name of who decided.
  public let by: String

  /// What was decided of an order; nil where nothing was.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> QuoteDecision? {
    try db.first(
      """
      SELECT d.ruling, d.note, d.entered_at, u.name FROM quote_decisions d
      JOIN users u ON u.id = d.entered_by WHERE d.order_id = \(order) ORDER BY d.id DESC LIMIT 1
      """
    ) { QuoteDecision(ruling: try $0[0], note: try $0[1], at: try $0[2], by: try $0[3]) }
  }
}

/// A line with new material, and the price that stands for it.
public struct NewMaterialLine: Sendable, Equatable {
  /// Its number in the order.
  public let number: Int
  /// The product's name.
  public let product: String
  /// The product's key.
  let productID: Identifier<Product>
  /// The confirmed quote in force.
  public let quote: Quote?
  /// The price in force in 1/10000 of the order's currency: the quote's, else the list's.
  public let price: Int64?

  /// The lines of an order that need new material.
  public static func of(_ order: Order, in db: any Transaction) throws -> [NewMaterialLine] {
    try db.all(
      """
      SELECT l.line_no, p.name, l.product_id FROM order_lines l JOIN products p ON p.id = l.product_id
      WHERE l.order_id = \(order.id) AND l.new_material = 1 ORDER BY l.line_no
      """
    ) { row in (number: try row[0] as Int, name: try row[1] as String, id: try row[2] as Identifier<Product>)
    }
    .map { line in
      let quote = try Quote.inForce(line.id, for: order, in: db)
      let listed = try Price.inForce(
        line.id, for: order.customerID, order.currency, on: order.orderedOn, in: db)
      return NewMaterialLine(
        number: line.number, product: line.name, productID: line.id, quote: quote,
        price: quote?.offer.price ?? listed?.price)
    }
  }
}

extension Gate where Subject == Order {
  /// The general manager said whether new material moves the price; where it does, a quote was confirmed
  /// since.
  static let submitDecided = Gate(lacking: .submitDecided) { order, reading in
    let lines = try NewMaterialLine.of(order, in: reading.db)
    guard !lines.isEmpty else { return [] }
    guard let decision = try QuoteDecision.of(order.id, in: reading.db) else {
      return lines.map { .priceUndecided(line: $0.number) }
    }
    guard decision.ruling == .change else { return [] }
    return try lines.compactMap { line in
      let renewed = try Quote.inForce(line.productID, for: order, since: decision.at, in: reading.db)
      return renewed == nil ? .requoteMissing(line: line.number) : nil
    }
  }
}

extension Writing {
  /// Writes down the general manager's word on an order with new material; kept prices stay those of the
  /// quotes in force, which the lines then name. Returns these lines.
  ///
  /// Throws `.notAllowed` for anybody else, and `.nothingLeft` where no line has new material.
  public func decide(_ ruling: QuoteRuling, for order: Order, note: String?) throws -> [NewMaterialLine] {
    guard try signs(as: .generalManager) else { throw BookError.notAllowed([.generalManager]) }
    try allow(.change, on: order)
    let lines = try NewMaterialLine.of(order, in: db)
    guard !lines.isEmpty else { throw BookError.nothingLeft(.price, order.no) }
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO quote_decisions (order_id, ruling, note, entered_at, entered_by)
      VALUES (\(order.id), \(ruling), \(note), \(now), \(user.id))
      """)
    for line in lines where ruling == .keep {
      guard let quote = line.quote else { continue }
      try db.run(
        """
        UPDATE order_lines SET quote_id = \(quote.id)
        WHERE order_id = \(order.id) AND line_no = \(line.number)
        """)
    }
    return lines
  }

  /// Notes that the goods of an order, or of one line, need new material, or that they do not.
  func mark(newMaterial isNew: Bool, of order: Order, line: Int?) throws {
    let which: SQL = line.map { "AND line_no = \($0)" } ?? ""
    try db.run("UPDATE order_lines SET new_material = \(isNew) WHERE order_id = \(order.id) \(which)")
  }
}
