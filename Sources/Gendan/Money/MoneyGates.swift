extension Gate where Subject == Order {
  /// The deposit that the terms ask for is confirmed.
  static let releaseDeposit = Gate(lacking: .releaseDeposit) { order, reading in
    let money = try OrderMoney.of(order.id, in: reading.db)
    guard case .deposit = money.terms else { return [] }
    let isShort = money.confirmed < money.deposit
    return money.priceFaults
      + (isShort
        ? [.depositShort(due: money.money(money.deposit), confirmed: money.money(money.confirmed))] : [])
  }

  /// What is due before the goods leave is confirmed.
  static let shipPaid = Gate(lacking: .shipPaid) { order, reading in
    let money = try OrderMoney.of(order.id, in: reading.db)
    return money.terms?.isPaidAhead ?? false ? money.faults : []
  }

  /// What the customer owes for goods that left, with the whole of this order, is within the limit;
  /// a customer without a limit has none.
  static let shipCredit = Gate(lacking: .shipCredit) { order, reading in
    guard case .credit = PaymentTerms(order.terms),
      let limit = try reading.db.first(
        "SELECT credit_limit FROM customers WHERE id = \(order.customerID)", { try $0[0] as Int64? }) ?? nil
    else { return [] }
    let own = try OrderMoney.of(order.id, in: reading.db)
    let exposure = try own.open + Customer.receivables(besides: order, in: reading)
    guard exposure > limit else { return [] }
    return [.creditExceeded(limit: own.money(limit), exposure: own.money(exposure))]
  }

  /// Everything is paid.
  static let closePaid = Gate(lacking: .closePaid) { order, reading in
    try OrderMoney.of(order.id, in: reading.db).faults
  }
}

extension OrderMoney {
  /// A line without a price: nobody can say that it is paid.
  fileprivate var priceFaults: [Fault] { unpriced.sorted().map { .unsaid(.price, line: $0) } }

  /// What is not known, and what is open.
  fileprivate var faults: [Fault] { priceFaults + (open > 0 ? [.balanceOpen(money(open))] : []) }
}

extension Customer {
  /// What a customer owes in an order's currency besides that order, closed orders being settled.
  fileprivate static func receivables(besides order: Order, in reading: Reading) throws -> Int64 {
    let others = try OrderMoney.all(
      where: """
        o.customer_id = \(order.customerID) AND o.currency = \(order.currency) AND o.id <> \(order.id)
        AND o.closed_on IS NULL
        AND EXISTS (SELECT 1 FROM schedules t WHERE t.order_id = o.id AND t.shipped_qty > 0)
        """, in: reading.db)
    return try others.reduce(account(of: order.customerID, currency: order.currency, in: reading.db)) {
      $0 + $1.receivable
    }
  }
}
