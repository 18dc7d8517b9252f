/// What a customer says was paid.
public struct NewPayment: Sendable {
  /// In 1/100 of the order's currency's unit; negative: paid back.
  public var amount: Int64
  /// The day the customer said so.
  public var day: Day
  /// How.
  public var method: String?
  /// Anything else.
  public var note: String?

  /// An amount on a day.
  public init(amount: Int64, day: Day) {
    self.amount = amount
    self.day = day
  }
}

extension Writing {
  /// Writes down that a customer says to have paid for an order; it counts once finance
  /// confirms it.
  public func claim(_ payment: NewPayment, for order: Order) throws -> Payment {
    try allow(factOn: payment.day)
    let no = try number(.paymentPrefix, on: payment.day)
    try db.run(
      """
      INSERT INTO payments (no, customer_id, order_id, currency, amount, method, note, happened_on,
        entered_at, entered_by)
      VALUES (\(no), \(order.customerID), \(order.id), \(order.currency), \(payment.amount),
        \(payment.method), \(payment.note), \(payment.day), \(now), \(user.id))
      """)
    entry.subjects = [order.no, no]
    return try Payment.named(no, in: db)
  }

  /// Writes down that a customer paid for several orders at once: each as much as nobody has said to be paid, the oldest
  /// first. Gives the orders' money as it was, with what was written down for each.
  ///
  /// Throws `.severalCurrencies` where none is named and orders of several are open, and `.moreThanOpen`.
  public func spread(
    _ payment: NewPayment, of customer: Customer, currency: String?
  ) throws -> [(money: OrderMoney, payment: Payment)] {
    let open = try OrderMoney.all(where: "o.customer_id = \(customer.id)", in: db)
      .filter { $0.unclaimed > 0 && (currency ?? $0.currency) == $0.currency }
      .sorted { ($0.orderedOn, $0.no) < ($1.orderedOn, $1.no) }
    let currencies = Set(open.map(\.currency)).sorted()
    guard currencies.count <= 1 else { throw BookError.severalCurrencies(customer.name, currencies) }
    let sum = open.reduce(0) { $0 + $1.unclaimed }
    guard payment.amount > 0, payment.amount <= sum else {
      let currency = currencies.first ?? currency ?? ""
      throw BookError.moreThanOpen(
        customer.name, open: Money(cents: sum, currency: currency),
        paid: Money(cents: payment.amount, currency: currency))
    }
    var left = payment.amount
    var paid: [(money: OrderMoney, payment: Payment)] = []
    var subjects: [String] = []
    for money in open where left > 0 {
      guard let order = try Order.numbered(money.no, in: db) else { continue }
      var part = payment
      part.amount = min(left, money.unclaimed)
      left -= part.amount
      paid.append((money, try claim(part, for: order)))
      subjects += entry.subjects
    }
    entry.subjects = subjects
    return paid
  }

  /// Writes down what finance found of a payment: all that is awaited, part of it, or more, which
  /// becomes a surplus of the customer's. A negative amount takes back a confirmation.
  ///
  /// Returns the surplus that was booked. Throws `.nothingLeft` for a payment that is confirmed or was
  /// voided, and `.beyond` where more is taken back than was confirmed.
  @discardableResult
  public func confirm(_ payment: Payment, _ amount: Int64? = nil, bankOn: Day? = nil) throws -> Int64 {
    try require(.confirmMoney)
    if let bankOn { try allow(factOn: bankOn) }
    let amount = amount ?? payment.awaited
    guard payment.voidedOn == nil, amount != 0 else { throw BookError.nothingLeft(.payment, payment.no) }
    let sum = payment.confirmed + amount
    guard payment.amount < 0 ? sum <= 0 : sum >= 0 else {
      throw BookError.beyond(payment.no, Money(cents: payment.confirmed, currency: payment.currency))
    }
    try db.run(
      """
      INSERT INTO receipts (payment_id, amount, bank_on, entered_at, entered_by)
      VALUES (\(payment.id), \(amount), \(bankOn ?? today), \(now), \(user.id))
      """)
    entry.subjects = [payment.orderNo, payment.no]
    return try bookSurplus(of: payment.order, note: payment.no)
  }

  /// Withdraws a payment of which nothing is confirmed.
  ///
  /// Throws `.nothingLeft` where it was withdrawn already, and `.confirmedAlready`.
  public func void(_ payment: Payment, reason: String) throws {
    guard payment.voidedOn == nil else { throw BookError.nothingLeft(.payment, payment.no) }
    guard payment.confirmed == 0 else {
      throw BookError.confirmedAlready(
        payment.no, Money(cents: payment.confirmed, currency: payment.currency))
    }
    try db.run("UPDATE payments SET voided_on = \(today) WHERE id = \(payment.id)")
    entry.subjects = [payment.orderNo, payment.no]
    entry.reason = reason
  }

  /// Writes down that the customer is asked for the first part that is not paid;
  /// throws `.nothingLeft` where the terms ask for nothing more.
  public func request(_ order: Order) throws -> Instalment {
    let open = try OrderMoney.of(order.id, in: db).instalments.first { $0.open > 0 }
    guard let open else { throw BookError.nothingLeft(.payment, order.no) }
    try db.run(
      """
      INSERT INTO instalments (order_id, kind, amount, due_on, requested_on)
      VALUES (\(order.id), \(open.kind), \(open.open), \(open.dueOn), \(today))
      ON CONFLICT (order_id, kind) DO UPDATE SET amount = excluded.amount, due_on = excluded.due_on,
        requested_on = excluded.requested_on
      """)
    entry.subject = order.no
    return open
  }
}
