extension Reminder {
  /// A payment that the customer told of was not found by finance for the settled working days
  ///
  static let claimUnconfirmed = Reminder(.claimUnconfirmed) { scope, reading in
    let days = try reading.clock(.claimUnconfirmed)
    let limit = try reading.calendar().day(-days - 1, workingDaysAfter: scope.day)
    // By the orders that are not closed, each kind through its index: payments are mostly history.
    let claims = try Payment.unconfirmed(
      where: """
        p.happened_on <= \(limit) AND \(scope.mine) AND p.order_id IN (
          SELECT z.id FROM orders z WHERE z.closed_on IS NULL AND z.cancelled = 0
          UNION ALL SELECT z.id FROM orders z WHERE z.cancelled = 1 AND z.closed_on IS NULL)
        """, in: reading.db)
    return claims.map { claim in
      Task(
        .claimUnconfirmed, no: claim.orderNo, customer: claim.customer, about: claim.no,
        text: Money(cents: claim.awaited, currency: claim.currency).withCurrency, dueOn: claim.happenedOn)
    }
  }

  /// The goods will be made in the settled days, and the customer was not asked for what is due before
  /// they leave. The day rolls back to a working day.
  static let balanceUnasked = Reminder(.balanceUnasked) { scope, reading in
    let days = try reading.clock(.balanceUnasked)
    let calendar = try reading.calendar()
    return try reading.openMoney(scope).compactMap { money in
      guard let balance = money.instalments.first(where: { $0.kind == .balance && $0.open > $0.claimed }),
        balance.requestedOn == nil, let ready = money.readyOn
      else { return nil }
      let day = calendar.previousWorking(onOrBefore: ready.adding(days: -days))
      return day <= scope.day ? money.task(.balanceUnasked, balance.open, on: day) : nil
    }
  }

  /// All is paid, nothing is being made, and nothing has left.
  static let paidUnshipped = Reminder(.paidUnshipped) { scope, reading in
    let paid = try reading.openMoney(scope).filter {
      $0.unpriced.isEmpty && $0.open <= 0 && $0.shipments.isEmpty && $0.confirmedOn != nil
    }
    let making = try OrderMoney.making(paid.map(\.order), in: reading.db)
    return paid.compactMap { money in
      guard let day = money.confirmedOn, !making.contains(money.order) else { return nil }
      return money.task(.paidUnshipped, money.confirmed, on: day)
    }
  }

  /// What was shipped on credit is due on the next working day or before it: papers are prepared a day
  /// ahead.
  static let receivableDue = Reminder(.receivableDue) { scope, reading in
    let calendar = try reading.calendar()
    return try OrderMoney.receivables(scope, in: reading) { due in
      due >= scope.day && calendar.previousWorking(onOrBefore: due.adding(days: -1)) <= scope.day
    }.map { $0.task(.receivableDue, $1.open, on: $2, about: $1.shipment) }
  }

  /// What was shipped on credit was not paid on its day.
  static let receivableOverdue = Reminder(.receivableOverdue) { scope, reading in
    try OrderMoney.receivables(scope, in: reading) { $0 < scope.day }
      .map { $0.task(.receivableOverdue, $1.open, on: $2, about: $1.shipment) }
  }
}

extension Reading {
  /// The money of the open orders of a scope that have terms, read once: several reminders ask for it.
  fileprivate func openMoney(_ scope: ReminderScope) throws -> [OrderMoney] {
    if let known = knownOpenMoney, known.clerk == scope.clerk { return known.money }
    let money = try OrderMoney.all(
      where: "o.closed_on IS NULL AND o.cancelled = 0 AND o.terms IS NOT NULL AND \(scope.mine)", in: db)
    knownOpenMoney = (scope.clerk, money)
    return money
  }
}

extension OrderMoney {
  /// Which of these orders have goods in production.
  fileprivate static func making(
    _ orders: [Identifier<Order>], in db: any Transaction
  ) throws -> Set<Identifier<Order>> {
    Set(
      try orders.bindable.flatMap { orders in
        try db.all(
          """
          SELECT DISTINCT t.order_id FROM schedules t JOIN production_orders w ON w.schedule_id = t.id
          WHERE w.is_open = 1 AND t.order_id IN \(list: orders)
          """
        ) { try $0[0] }
      })
  }

  /// The unpaid parts for goods that left, whose day fits.
  fileprivate static func receivables(
    _ scope: ReminderScope, in reading: Reading, _ isDue: (Day) -> Bool
  ) throws -> [(OrderMoney, Instalment, Day)] {
    try reading.openMoney(scope).filter { !$0.shipments.isEmpty }.flatMap { money in
      money.instalments.compactMap { part in
        guard [.credit, .cod].contains(part.kind), part.open > 0, let due = part.dueOn, isDue(due) else {
          return nil
        }
        return (money, part, due)
      }
    }
  }

  fileprivate func task(
    _ reminder: ReminderID, _ amount: Int64, on day: Day, about: String? = nil
  ) -> Task {
    Task(
      reminder, no: no, customer: customer, about: about ?? "", text: money(amount).withCurrency, dueOn: day)
  }
}
