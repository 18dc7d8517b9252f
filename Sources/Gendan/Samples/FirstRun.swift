/// Why a production order needs a first-run sample.
public enum FirstRunTrigger: String, Sendable, CaseIterable {
  /// Nothing was ever shipped to the customer.
  case newCustomer = "new-customer"
  /// The product was never made before.
  case newProduct = "new-product"
  /// The batch is at least the settled one.
  case largeBatch = "large-batch"
}

extension ProductionOrder {
  /// Why it needs a first-run sample; nil where it needs none, as one for stock, which no salesperson
  /// answers for.
  func firstRunTrigger(for order: Order, in reading: Reading) throws -> FirstRunTrigger? {
    let large = Decimal.product(
      Int64(try reading.settings().number(.largeBatch)), Decimal.scale(quantity.decimals), over: 1)
    if let large, quantity.smallest >= large { return .largeBatch }
    let shipped = try reading.db.count(
      """
      SELECT count(*) FROM schedules s JOIN orders o ON o.id = s.order_id
      WHERE o.customer_id = \(order.customerID) AND o.id <> \(order.id) AND s.shipped_qty > 0
      """)
    if shipped == 0 { return .newCustomer }
    let made = try reading.db.count(
      """
      SELECT count(*) FROM production_orders w JOIN products p ON p.id = w.product_id
      WHERE p.code = \(productCode) AND w.id <> \(id) AND w.good_qty > 0
      """)
    return made == 0 ? .newProduct : nil
  }
}

extension Gate where Subject == ProgressQuestion {
  /// No more than the sample's pieces pass the first step before a salesperson has approved the first-run
  /// sample.
  static let progressSampled = Gate(.progressSampled) { question, reading in
    guard question.before == nil, question.report.good > 0,
      let order = try Order.numbered(question.order, in: reading.db),
      let trigger = try question.production.firstRunTrigger(for: order, in: reading)
    else { return nil }
    let sample = try Sample.firstRun(of: question.production.id, in: reading.db)
    guard sample?.state != .approved else { return nil }
    let taken = try sample.map { try SampleRound.of($0.id, in: reading.db) } ?? []
    let allowed = taken.reduce(0) { $0 + ($1.madeAt == nil ? 0 : $1.quantity.smallest) }
    guard question.operation.good + question.report.good > allowed else { return nil }
    let fault =
      sample.flatMap { Fault(unapproved: $0) }
      ?? .firstRunMissing(no: question.production.no, trigger)
    return .lacking([.progressSampled], no: question.order, [fault])
  }
}

extension Writing {
  /// Notes a first-run sample from a machine: the first of a production order, or the next round once the
  /// last one was rejected.
  public func takeFirstRun(
    of production: ProductionOrder, quantity: Int64, machine: String?, on day: Day, at instant: Instant?
  ) throws -> Sample {
    guard let no = production.orderNo, let order = try Order.numbered(no, in: db) else {
      throw BookError.notFound(.order, production.no, near: [])
    }
    try allow(.produce, on: order)
    try allow(factOn: day)
    let madeAt = instant ?? now
    guard let standing = try Sample.firstRun(of: production.id, in: db) else {
      let no = try number(.samplePrefix, on: today)
      let product = try Product.named(production.productCode, in: db)
      let id = try insert(
        no, .firstRun, order.customerID, product.id, order: order.id, production: production.id)
      try open(round: 1, of: id, quantity: quantity, madeAt: madeAt, machine: machine)
      return try changed(no)
    }
    try allow(.make, on: standing)
    if standing.state == .requested {
      try db.run(
        """
        UPDATE sample_rounds SET made_at = \(madeAt), machine = \(machine), qty = \(quantity)
        WHERE id = \(standing.round.id)
        """)
    } else {
      try open(
        round: standing.round.number + 1, of: standing.id, quantity: quantity, madeAt: madeAt,
        machine: machine)
    }
    return try changed(standing.no)
  }
}
