extension SampleLoan {
  /// Everybody who took a sample out, the last first.
  public static func of(_ sample: Sample, in db: any Transaction) throws -> [SampleLoan] {
    try db.all(
      """
      SELECT borrower, lent_on, back_on, returned_on FROM sample_loans
      WHERE sample_id = \(sample.id) ORDER BY id DESC
      """
    ) { SampleLoan(borrower: try $0[0], lentOn: try $0[1], backOn: try $0[2], returnedOn: try $0[3]) }
  }
}

extension Writing {
  /// Notes who took a sample out, and until when. Throws `.lentOut` where somebody has it.
  public func lend(_ sample: Sample, to borrower: String, until back: Day, on day: Day) throws -> Sample {
    if let loan = sample.loan { throw BookError.lentOut(no: sample.no, to: loan.borrower) }
    try allow(factOn: day)
    try db.run(
      """
      INSERT INTO sample_loans (sample_id, borrower, lent_on, back_on, entered_at, entered_by)
      VALUES (\(sample.id), \(borrower), \(day), \(back), \(now), \(user.id))
      """)
    return try changed(sample.no)
  }

  /// Notes that a sample is back. Throws `.nothingLeft` where nobody has it, `.outOfTurn` for a day
  /// before it was taken out.
  public func takeBack(_ sample: Sample, on day: Day) throws -> Sample {
    guard let loan = sample.loan else { throw BookError.nothingLeft(.sample, sample.no) }
    try allow(factOn: day)
    guard day >= loan.lentOn else { throw BookError.outOfTurn(no: sample.no, day, after: loan.lentOn) }
    try db.run(
      """
      UPDATE sample_loans SET returned_on = \(day)
      WHERE sample_id = \(sample.id) AND returned_on IS NULL
      """)
    return try changed(sample.no)
  }

  /// Keeps a piece of a production order's first print run, and where.
  public func retain(
    _ production: ProductionOrder, quantity: Int64, place: String, on day: Day
  ) throws -> Sample {
    guard let orderNo = production.orderNo, let order = try Order.numbered(orderNo, in: db) else {
      throw BookError.notFound(.order, production.no, near: [])
    }
    try allow(factOn: day)
    let no = try number(.samplePrefix, on: today)
    let product = try Product.named(production.productCode, in: db)
    let id = try insert(
      no, .retained, order.customerID, product.id, order: order.id, production: production.id, place: place)
    try open(round: 1, of: id, quantity: quantity, madeAt: now)
    return try changed(no)
  }
}

extension Gate where Subject == Order {
  /// A piece of the first print run of every production order of printed goods is kept.
  static let closeRetained = Gate(lacking: .closeRetained) { order, reading in
    try reading.db.all(
      """
      SELECT w.no FROM production_orders w JOIN products p ON p.id = w.product_id
      WHERE p.printed = 1 AND w.cancelled_on IS NULL AND w.good_qty > 0 AND w.id IN (
        SELECT v.id FROM schedules z JOIN production_orders v ON v.schedule_id = z.id
        WHERE z.order_id = \(order.id))
        AND NOT EXISTS (SELECT 1 FROM samples m
          WHERE m.production_order_id = w.id AND m.kind = 'retained')
      ORDER BY w.no
      """
    ) { .retainedMissing(no: try $0[0]) }
  }

  /// The size samples of cartons that were asked for are confirmed.
  static let releaseCarton = Gate(lacking: .releaseCarton) { order, reading in
    try Sample.of(order.id, in: reading.db).filter { $0.kind == .carton }.compactMap { Fault(unapproved: $0) }
  }

  /// Once the sample room has begun to prepare an order, all four steps are done before production; where the
  /// rule is in force they always are.
  static let releasePrepared = Gate(lacking: .releasePrepared) { order, reading in
    let answers = try ReviewAnswer.all(order: order, in: reading.db)
    let isBegun = ReviewItem.preparation.contains { answers[$0] != nil }
    guard try isBegun || reading.settings().isInForce(.releasePrepared) else { return [] }
    return try ReviewAnswer.faults(ReviewItem.preparation, of: order, in: reading.db)
  }
}

extension Reading {
  /// What gates that are not in force would ask for: a warning where they were, an act passes.
  public func doubts(of gates: [GateID], on order: Order) throws -> [Fault] {
    try OrderCheck.of(order, in: self).findings.filter {
      !$0.isInForce && $0.gate.map(gates.contains) == true
    }
    .map(\.fault)
  }
}
