extension OrderMoney {
  /// What the priced lines of o (orders) cost, in 1/100 of its currency's unit and not rounded; whole numbers would
  /// run over between the factors.
  static let costs: SQL = {
    let scale = (0...6).map { "WHEN \($0) THEN \(Decimal.scale($0)).0" }.joined(separator: " ")
    return SQL(
      stringLiteral: """
        (SELECT coalesce(sum(CAST(z.qty AS DOUBLE PRECISION) * n.price * (10000 - n.discount_bp)
            / (CASE g.decimals \(scale) END * 1000000.0)), 0)
          FROM schedules z JOIN order_lines n ON n.id = z.line_id JOIN products g ON g.id = n.product_id
          WHERE z.order_id = o.id AND n.price IS NOT NULL)
        """)
  }()

  /// The old balances netted with o, in the same.
  static let netting: SQL =
    "(SELECT coalesce(sum(k.amount), 0) FROM balances k WHERE k.order_id = o.id)"

  /// What finance found for o, in the same.
  static let found: SQL =
    """
    (SELECT coalesce(sum(r.amount), 0) FROM payments y JOIN receipts r ON r.payment_id = y.id
      WHERE y.order_id = o.id AND y.voided_on IS NULL)
    """

  /// The money of one order.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> OrderMoney {
    guard let money = try all(where: "o.id = \(order)", in: db).first else {
      throw BookError.notFound(.order, order.description, near: [])
    }
    return money
  }

  /// The money of every order that fits a condition on o (orders), by number.
  static func all(where condition: SQL, in db: any Transaction) throws -> [OrderMoney] {
    var orders: [OrderMoney] = []
    try db.each(
      """
      SELECT o.id, o.no, o.customer_id, c.code, c.name, o.currency, o.terms, o.ordered_on, o.cancelled
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE \(condition) ORDER BY o.no
      """
    ) { row in
      orders.append(
        OrderMoney(
          order: try row[0], no: try row[1], customerID: try row[2], customerCode: try row[3],
          customer: try row[4], currency: try row[5], terms: PaymentTerms(try row[6]), orderedOn: try row[7],
          isCancelled: try row[8]))
    }
    // By their keys, so that what is read follows from these orders and not from the history beside them.
    return try orders.bindable.flatMap { orders in
      var reader = Reader(orders, db)
      try reader.readWorth()
      try reader.readShipments()
      try reader.readPayments()
      try reader.readPlans()
      return reader.orders
    }
  }

  /// Adds to orders what their rows say; each statement begins with the order's key.
  private struct Reader {
    private let db: any Transaction
    private let keys: [Identifier<Order>]
    private let places: [Identifier<Order>: Int]
    private(set) var orders: [OrderMoney]

    init(_ orders: [OrderMoney], _ db: any Transaction) {
      self.orders = orders
      self.db = db
      keys = orders.map(\.order)
      places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    private mutating func each(
      _ query: SQL, _ body: (inout OrderMoney, any Row) throws -> Void
    ) throws {
      try db.each(query) { row in
        if let place = places[try row[0]] { try body(&orders[place], row) }
      }
    }

    mutating func readWorth() throws {
      try each(
        """
        SELECT s.order_id, s.qty, p.decimals, l.price, l.discount_bp, l.line_no FROM schedules s
        JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
        WHERE s.order_id IN \(list: keys)
        """
      ) { money, row in
        guard let worth = try Self.worth(row) else {
          money.unpriced.insert(try row[5])
          return
        }
        money.worth = Self.bounded(money.worth + worth)
      }
    }

    mutating func readShipments() throws {
      // Each amount is the rounded sum so far less the one before, so that they add up to the total.
      var sums: [Identifier<Order>: Int64] = [:]
      try each(
        """
        SELECT s.order_id, x.qty - (SELECT CAST(coalesce(sum(a.short + a.damaged), 0) AS BIGINT)
            FROM arrivals a WHERE a.shipment_line_id = x.id),
          p.decimals, l.price, l.discount_bp, h.no, h.shipped_on
        FROM schedules s JOIN shipment_lines x ON x.schedule_id = s.id
        JOIN shipments h ON h.id = x.shipment_id JOIN order_lines l ON l.id = s.line_id
        JOIN products p ON p.id = l.product_id
        WHERE s.order_id IN \(list: keys) ORDER BY h.shipped_on, h.id, x.id
        """
      ) { money, row in
        guard let worth = try Self.worth(row) else { return }
        let before = sums[money.order] ?? 0
        let after = Self.bounded(before + worth)
        sums[money.order] = after
        let amount = OrderMoney.cents(after) - OrderMoney.cents(before)
        if let last = money.shipments.indices.last, money.shipments[last].shipment == row.text(5) {
          money.shipments[last].amount += amount
        } else {
          money.shipments.append(ShippedWorth(shipment: try row[5], shippedOn: try row[6], amount: amount))
        }
      }
    }

    mutating func readPayments() throws {
      try each(
        """
        SELECT p.order_id, p.amount, CAST(coalesce(sum(r.amount), 0) AS BIGINT), max(r.bank_on)
        FROM payments p LEFT JOIN receipts r ON r.payment_id = p.id
        WHERE p.voided_on IS NULL AND p.order_id IN \(list: keys) GROUP BY p.id, p.order_id, p.amount
        """
      ) { money, row in
        money.confirmed += row.integer(2)
        money.awaited += Payment.awaited(of: row.integer(1), confirmed: row.integer(2))
        if let day = try row[3] as Day? { money.confirmedOn = max(day, money.confirmedOn ?? day) }
      }
      try each(
        """
        SELECT order_id, CAST(sum(amount) AS BIGINT) FROM balances WHERE order_id IN \(list: keys)
        GROUP BY order_id
        """
      ) { $0.netted = $1.integer(1) }
    }

    mutating func readPlans() throws {
      try each(
        """
        SELECT order_id, kind, requested_on FROM instalments
        WHERE requested_on IS NOT NULL AND order_id IN \(list: keys)
        """
      ) { $0.requests[try $1[1]] = try $1[2] as Day }
      // Only what is paid before the goods leave is due when they are made.
      let paidAhead = orders.filter { $0.terms?.isPaidAhead == true }.map(\.order)
      guard !paidAhead.isEmpty else { return }
      try each(
        """
        SELECT order_id, min(coalesce(made_on, due_on)) FROM (
          SELECT s.order_id AS order_id, s.due_on AS due_on, (
            SELECT max(coalesce(x.plan_finish_on, w.due_on)) FROM production_orders w
            LEFT JOIN operations x ON x.production_order_id = w.id
            WHERE w.schedule_id = s.id AND w.cancelled_on IS NULL) AS made_on
          FROM schedules s WHERE s.is_open = 1 AND s.order_id IN \(list: paidAhead)
        ) open_ones GROUP BY order_id
        """
      ) { $0.readyOn = try $1[1] }
    }

    /// The worth that columns 1 to 4 give; nil without a price.
    private static func worth(_ row: any Row) throws -> Int64? {
      guard let price = try row[3] as Int64? else { return nil }
      return bounded(
        Money.worth(of: row.integer(1), decimals: try row[2], price: price, discount: row.integer(4))
          ?? OrderMoney.largest)
    }

    private static func bounded(_ worth: Int64) -> Int64 {
      max(-OrderMoney.largest, min(OrderMoney.largest, worth))
    }
  }
}
