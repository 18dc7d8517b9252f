/// A line of an order, as the gates on quotes and prices ask about it.
private struct QuotedLine {
  let number: Int
  let product: Identifier<Product>
  /// What the customer pays for a unit, less discount; 1/10000 of the order's currency.
  let price: Int64?
  /// The confirmed quote that it names, where that is one in its order's currency.
  let quote: Quote?
  /// Why it needs a quote; nil where it needs none.
  let trigger: QuoteTrigger?

  /// An earlier order x of the customer of o.
  private static let earlier: SQL =
    """
    x.customer_id = o.customer_id AND x.cancelled = 0
      AND (x.ordered_on < o.ordered_on OR (x.ordered_on = o.ordered_on AND x.id < o.id))
    """

  static func of(_ order: Order, in reading: Reading) throws -> [QuotedLine] {
    let quotes = try Quote.of(order.id, in: reading.db)
    let decision = try QuoteDecision.of(order.id, in: reading.db)
    return try reading.db.all(
      """
      SELECT l.line_no, l.product_id, l.price, l.discount_bp, l.quote_id, l.requirement, l.new_material,
        EXISTS (SELECT 1 FROM orders x WHERE \(earlier)),
        EXISTS (SELECT 1 FROM orders x JOIN order_lines y ON y.order_id = x.id
          WHERE \(earlier) AND y.product_id = l.product_id)
      FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.id = \(order.id) ORDER BY l.line_no
      """
    ) { row in
      // Where new material moves the price, the quote that was confirmed since takes the old one's place.
      let renewed =
        try decision?.ruling == .change && row[6]
        ? Quote.inForce(row[1], for: order, since: decision?.at, in: reading.db) : nil
      let quoteID: Identifier<Quote>? = try row[4]
      let price: Int64? = try row[2]
      let discount: Int64 = try row[3]
      return QuotedLine(
        number: try row[0], product: try row[1],
        price: price.flatMap { Decimal.product($0, 10_000 - discount, over: 10_000) },
        quote: renewed
          ?? quotes.first {
            $0.id == quoteID && $0.offer.currency == order.currency && $0.review == .confirmed
          },
        trigger: try trigger(row, order))
    }
  }

  private static func trigger(_ row: any Row, _ order: Order) throws -> QuoteTrigger? {
    if try !Order.flag(row, 7) { return .newCustomer }
    if try !Order.flag(row, 8) { return .changedProduct }
    return try order.special != nil || demands(row[5]) ? .special : nil
  }

  /// Whether a requirement demands something: `-` says that it does not.
  private static func demands(_ requirement: String?) -> Bool {
    requirement.map { !["", "-"].contains($0) } ?? false
  }
}

extension Gate where Subject == Order {
  /// Each line's price is the confirmed one: of the quote that it names, else of the customer's price
  /// list on the order's day.
  static let submitPriced = Gate(lacking: .submitPriced) { order, reading in
    try QuotedLine.of(order, in: reading).compactMap { line in
      let listed = try Price.inForce(
        line.product, for: order.customerID, order.currency, on: order.orderedOn, in: reading.db)
      guard let confirmed = line.quote?.offer.price ?? listed?.price, confirmed != line.price else {
        return nil
      }
      return .priceDiffers(
        line: line.number, price: line.price, confirmed: confirmed, source: line.quote?.no ?? listed?.quote)
    }
  }

  /// A new customer, a product new to the customer, or a special demand has a confirmed quote that
  /// holds on the order's day.
  static let submitQuoted = Gate(lacking: .submitQuoted) { order, reading in
    try QuotedLine.of(order, in: reading).compactMap { line in
      guard let trigger = line.trigger, !(line.quote?.holds(on: order.orderedOn) ?? false),
        try Quote.inForce(line.product, for: order, in: reading.db) == nil
      else { return nil }
      return .quoteMissing(trigger, line: line.number)
    }
  }
}
