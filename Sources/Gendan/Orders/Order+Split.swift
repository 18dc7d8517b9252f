/// A part of a delivery and its day.
public struct DeliveryPart: Sendable {
  /// In the product's smallest unit.
  public let quantity: Int64
  /// The day that is promised for it, or that the customer asks for.
  public let day: Day

  /// A part.
  public init(_ quantity: Int64, on day: Day) {
    self.quantity = quantity
    self.day = day
  }
}

/// Whose days the parts of a delivery have.
public enum SplitDates: Sendable {
  /// We promise them; where another day was promised, it is moved, for which there is a cause.
  case promised(cause: Cause? = nil, told: String? = nil, note: String? = nil)
  /// The customer asks for them.
  case wanted
}

extension Writing {
  /// Lets one delivery go out in parts, each with its day; what the parts leave of it keeps its day.
  ///
  /// The earliest part is the delivery itself, with what has left of it; the others begin with its days and its
  /// promises, so that none of them forgets what was promised first. What is held in stock or made for it goes to
  /// the parts by their days. Returns the parts, the earliest first.
  ///
  /// Throws `.ambiguous` where the delivery must be named, `.partsExceed`, `.partsShipped`, `.unchanged` where one part is all of
  /// it, `.agreed` where the customer has confirmed the days that he asked for, and what a promise throws.
  public func split(
    _ order: Order, line: LinePart? = nil, into parts: [DeliveryPart], _ dates: SplitDates = .promised()
  ) throws -> [Schedule] {
    try allow(.change, on: order)
    if case .wanted = dates { try requireOpenTerms(of: order) }
    let whole = try onlySchedule(of: order, line: line)
    guard whole.isOpen else { throw BookError.nothingLeft(.order, whole.named(in: order.no)) }
    entry.subject = order.no
    let pieces = try pieces(of: whole, parts, in: order)
    // What has left stays in one delivery, the first.
    guard pieces[0].quantity >= whole.shipped else {
      throw BookError.partsShipped(
        no: whole.named(in: order.no), shipped: whole.quantity.with(whole.shipped),
        first: whole.quantity.with(pieces[0].quantity))
    }
    let made = try write(pieces.map(\.quantity), of: whole)
    for (delivery, piece) in zip(made, pieces) {
      // What has left already is promised no more.
      guard let day = piece.day, delivery.isOpen else { continue }
      switch dates {
      case .promised(let cause, let told, let note):
        _ = try promise(order, line: delivery.place, day, cause: cause, told: told, note: note)
      case .wanted:
        try db.run("UPDATE schedules SET requested_on = \(day) WHERE id = \(delivery.id)")
        try Schedule.refresh(delivery.id, in: db)
      }
    }
    return try made.flatMap { try Schedule.of(order.id, line: $0.place, in: db) }
  }

  /// The parts with what they leave, which has no new day, the earliest first.
  private func pieces(
    of whole: Schedule, _ parts: [DeliveryPart], in order: Order
  ) throws -> [(quantity: Int64, day: Day?)] {
    let asked = parts.reduce(Int64(0)) { $0.addingReportingOverflow($1.quantity).partialValue }
    let rest = whole.quantity.smallest - asked
    guard rest >= 0, parts.allSatisfy({ $0.quantity <= whole.quantity.smallest }) else {
      throw BookError.partsExceed(no: order.no, whole.quantity, asked: whole.quantity.with(asked))
    }
    let named = parts.map { (quantity: $0.quantity, day: Optional($0.day)) }
    let pieces = named + (rest > 0 ? [(quantity: rest, day: nil)] : [])
    guard pieces.count > 1 else { throw BookError.unchanged(no: order.no) }
    let far = Day(number: .max)
    func day(_ piece: (quantity: Int64, day: Day?)) -> Day { piece.day ?? whole.dueOn ?? far }
    return pieces.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }
      .map(\.element)
  }

  /// Writes quantities as deliveries of one line, the first as the delivery that was split; the deliveries.
  private func write(_ quantities: [Int64], of whole: Schedule) throws -> [Schedule] {
    let supply = try Coverage.of(
      whole.order, line: LinePart(whole.lineNo, part: whole.seq), in: db
    ).reduce(0) { $0 + $1.fromStock + $1.inProduction }
    try db.run("UPDATE schedules SET qty = \(quantities[0]) WHERE id = \(whole.id)")
    let last: Int =
      try db.value(
        "SELECT CAST(max(seq) AS BIGINT) FROM schedules WHERE line_id = \(whole.line)") ?? whole.seq
    var keys = [whole.id]
    for (index, quantity) in quantities.dropFirst().enumerated() {
      let key: Identifier<Schedule> = Identifier(
        try db.insert(
          """
          INSERT INTO schedules (order_id, line_id, seq, qty, requested_on)
          VALUES (\(whole.order), \(whole.line), \(last + index + 1), \(quantity), \(whole.requestedOn))
          RETURNING id
          """))
      try db.run(
        """
        INSERT INTO promises
          (schedule_id, series, seq, promised_on, cause, told, note, made_on, entered_at, entered_by)
        SELECT \(key), series, seq, promised_on, cause, told, note, made_on, entered_at, entered_by
        FROM promises WHERE schedule_id = \(whole.id) ORDER BY series, seq
        """)
      keys.append(key)
    }
    // What left and came from nowhere that is known needs no cover any more.
    let unknown = min(whole.accepted, max(0, whole.quantity.smallest - supply))
    var allotment = Allotment(Array(zip(keys, quantities)), met: unknown)
    try hand(out: whole, &allotment)
    try Schedule.refresh(keys, in: db)
    let line = try Schedule.of(whole.order, line: LinePart(whole.lineNo), in: db)
    return keys.compactMap { key in line.first { $0.id == key } }
  }

  /// Gives what is held in stock or made for a delivery to its parts.
  private func hand(out whole: Schedule, _ allotment: inout Allotment) throws {
    let held = try db.all(
      "SELECT id, qty FROM reservations WHERE schedule_id = \(whole.id) AND released_on IS NULL ORDER BY id"
    ) { (id: $0.integer(0), quantity: $0.integer(1)) }
    for held in held {
      let shares = allotment.share(held.quantity)
      try db.run(
        """
        UPDATE reservations SET schedule_id = \(shares[0].schedule), qty = \(shares[0].quantity)
        WHERE id = \(held.id)
        """)
      for share in shares.dropFirst() {
        try db.run(
          """
          INSERT INTO reservations (product_id, schedule_id, qty, note, entered_at, entered_by)
          SELECT product_id, \(share.schedule), \(share.quantity), note, entered_at, entered_by
          FROM reservations WHERE id = \(held.id)
          """)
      }
    }
    for production in try ProductionOrder.of(whole.order, in: db) {
      for share in try production.shares(in: db) where share.schedule == whole.id {
        if production.cancelledOn == nil {
          try divide(production, share, allotment.share(share.quantity))
        } else {
          allotment.meet(share.good)
        }
      }
    }
  }

  /// What a production order makes for a delivery, it makes for its parts.
  private func divide(
    _ production: ProductionOrder, _ share: ProductionShare,
    _ shares: [(schedule: Identifier<Schedule>, quantity: Int64)]
  ) throws {
    let isMerged =
      try db.run(
        """
        DELETE FROM production_shares
        WHERE production_order_id = \(production.id) AND schedule_id = \(share.schedule)
        """) > 0
    if production.schedule == share.schedule {
      try db.run(
        "UPDATE production_orders SET schedule_id = \(shares[0].schedule) WHERE id = \(production.id)")
    }
    guard isMerged || shares.count > 1 else { return }
    for share in shares {
      try db.run(
        """
        INSERT INTO production_shares (production_order_id, schedule_id, qty)
        VALUES (\(production.id), \(share.schedule), \(share.quantity))
        """)
    }
  }
}

/// Gives quantities to parts of a delivery, the earliest first, each until it has what it needs.
struct Allotment {
  private var needs: [(schedule: Identifier<Schedule>, quantity: Int64)]

  /// Parts and what each needs, of which the first has some already.
  init(_ needs: [(Identifier<Schedule>, Int64)], met: Int64) {
    self.needs = needs.map { (schedule: $0, quantity: $1) }
    meet(met)
  }

  /// Takes a quantity off what is needed, without handing anything out.
  mutating func meet(_ quantity: Int64) {
    var left = quantity
    for index in needs.indices {
      let taken = min(left, needs[index].quantity)
      needs[index].quantity -= taken
      left -= taken
    }
  }

  /// Hands a quantity out; one share at least. What nobody needs is the last part's.
  mutating func share(_ quantity: Int64) -> [(schedule: Identifier<Schedule>, quantity: Int64)] {
    var shares: [(schedule: Identifier<Schedule>, quantity: Int64)] = []
    var left = quantity
    for index in needs.indices {
      let isLast = index == needs.count - 1
      let part = isLast ? left : min(left, needs[index].quantity)
      needs[index].quantity -= min(part, needs[index].quantity)
      left -= part
      if part > 0 { shares.append((needs[index].schedule, part)) }
    }
    return shares
  }
}
