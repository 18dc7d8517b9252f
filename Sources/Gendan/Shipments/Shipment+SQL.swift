extension Shipment: Numbered {
  static let noun = Noun.shipment
  static let table: SQL = "h"
  var candidate: Candidate { Candidate(name: no, details: [carrier ?? ""], day: shippedOn) }

  static let query: SQL =
    "SELECT h.id, h.no, h.shipped_on, h.carrier, h.tracking, h.arrived_on FROM shipments h"

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    shippedOn = try row[2]
    carrier = try row[3]
    tracking = try row[4]
    arrivedOn = try row[5]
  }

  /// The shipment with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> Shipment? {
    try db.first("\(query) WHERE h.no = \(no)", Shipment.init)
  }

  /// The shipment whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> Shipment {
    try called(text, in: db)
  }

  /// The one place that maintains a shipment's kept figure: it has arrived when all its parts have.
  static func refresh(_ id: Identifier<Shipment>, in db: any Transaction) throws {
    try db.run(
      """
      UPDATE shipments SET arrived_on = (
        SELECT CASE WHEN count(*) = count(a.id) THEN max(a.arrived_on) END FROM shipment_lines l
        LEFT JOIN arrivals a ON a.shipment_line_id = l.id WHERE l.shipment_id = shipments.id)
      WHERE id = \(id)
      """)
  }
}

extension ShipmentLine {
  /// Of s (schedules), x (shipment_lines), h (shipments), l (order_lines), p (products) and a (arrivals).
  static let columns: SQL =
    """
    x.id, h.no, h.shipped_on, h.carrier, h.tracking, x.schedule_id, l.line_no, x.qty, p.decimals, p.unit,
      a.arrived_on, coalesce(a.short, 0), coalesce(a.damaged, 0), a.received_by, s.seq, \(Schedule.isPart)
    """

  private static let query: SQL =
    """
    SELECT \(columns) FROM shipment_lines x JOIN shipments h ON h.id = x.shipment_id
    JOIN schedules s ON s.id = x.schedule_id JOIN order_lines l ON l.id = s.line_id
    JOIN products p ON p.id = l.product_id LEFT JOIN arrivals a ON a.shipment_line_id = x.id
    """

  init(_ row: any Row) throws {
    id = try row[0]
    shipment = try row[1]
    shippedOn = try row[2]
    carrier = try row[3]
    tracking = try row[4]
    schedule = try row[5]
    place = LinePart(try row[6], part: try Order.flag(row, 15) ? row[14] : nil)
    quantity = Quantity(try row[7], decimals: try row[8], unit: try row[9])
    arrivedOn = try row[10]
    short = try row[11]
    damaged = try row[12]
    receivedBy = try row[13]
  }

  /// What left of an order, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [ShipmentLine] {
    try db.all("\(query) WHERE s.order_id = \(order) ORDER BY h.shipped_on, x.id", ShipmentLine.init)
  }

  /// What a shipment carries.
  public static func of(_ shipment: Identifier<Shipment>, in db: any Transaction) throws -> [ShipmentLine] {
    try db.all("\(query) WHERE x.shipment_id = \(shipment) ORDER BY x.id", ShipmentLine.init)
  }
}

extension Writing {
  /// Ships parts of one or more orders together.
  ///
  /// A quantity for an order of several deliveries goes to the earliest due first. Throws
  /// `.nothingLeft` where nothing is owed, and the gates' refusals.
  public func ship(_ requests: [ShipRequest], _ details: ShipmentDetails) throws -> Shipment {
    try allow(factOn: details.day)
    let customers = Dictionary(requests.map { ($0.order.customerID, $0.order.no) }) { first, _ in first }
    guard customers.count < 2 else { throw BookError.severalCustomers(customers.values.sorted()) }
    let id = try newShipment(details)
    for request in requests {
      try allow(.ship, on: request.order)
      try pass(.shipSigned, .shipPaid, .shipCredit, .shipDecided, on: request.order)
      // What is on its way is owed until it arrives, but nothing of it is left to ship.
      let open = try Schedule.of(request.order.id, line: request.line, in: db)
        .filter { $0.isOpen && $0.open.smallest > 0 }
        .sorted { ($0.dueOn ?? details.day, $0.id.rawValue) < ($1.dueOn ?? details.day, $1.id.rawValue) }
      guard let last = open.last else {
        throw BookError.nothingLeft(.order, request.order.named(request.line))
      }
      var left = request.quantity
      var before: Int64 = 0
      for schedule in open {
        // What is asked beyond all that is owed meets the gate at the last delivery.
        let part =
          left.map { schedule.id == last.id ? $0 : min($0, schedule.open.smallest) }
          ?? schedule.open.smallest
        if part <= 0 { continue }
        try pass(
          .shipWithinOpen,
          on: ShipQuestion(
            order: request.order.named(request.line), schedule: schedule, quantity: part, before: before))
        try addShipmentLine(to: id, schedule.id, quantity: part)
        try Schedule.refresh(schedule.id, in: db)
        left = left.map { $0 - part }
        before += part
      }
    }
    entry.subjects = requests.map(\.order.no)
    guard
      let shipment = try db.first(
        "SELECT no FROM shipments WHERE id = \(id)", { try $0[0] as String })
    else { throw BookError.notFound(.shipment, id.description, near: []) }
    return try Shipment.named(shipment, in: db)
  }

  /// Writes a shipment's head; returns its key.
  public func newShipment(_ details: ShipmentDetails) throws -> Identifier<Shipment> {
    let no = try details.no ?? number(.shipmentPrefix, on: details.day)
    return Identifier(
      try db.insert(
        """
        INSERT INTO shipments (no, shipped_on, carrier, tracking, note, entered_at, entered_by)
        VALUES (\(no), \(details.day), \(details.carrier), \(details.tracking), \(details.note), \(now),
          \(user.id)) RETURNING id
        """))
  }

  /// Adds what leaves of one delivery; the kept figures are the caller's to refresh.
  public func addShipmentLine(
    to shipment: Identifier<Shipment>, _ schedule: Identifier<Schedule>, quantity: Int64
  ) throws {
    try db.run(
      """
      INSERT INTO shipment_lines (shipment_id, schedule_id, qty)
      VALUES (\(shipment), \(schedule), \(quantity))
      """)
  }

  /// Confirms that parts of shipments arrived, short or damaged as told.
  ///
  /// Short and damaged are taken from the parts in their order. Throws `.nothingLeft` where all
  /// have arrived already, and `.outOfTurn` where one of them left on a later day.
  public func arrive(
    _ lines: [ShipmentLine], subject: String, on day: Day, short: Int64 = 0, damaged: Int64 = 0,
    receivedBy: String? = nil
  ) throws {
    try allow(factOn: day)
    let waiting = lines.filter { $0.arrivedOn == nil }
    guard let first = waiting.first else { throw BookError.nothingLeft(.shipment, subject) }
    // What left on a later day has not arrived on this one.
    if let late = waiting.first(where: { day < $0.shippedOn }) {
      throw BookError.outOfTurn(no: late.shipment, day, after: late.shippedOn)
    }
    let all = waiting.reduce(0) { $0 + $1.quantity.smallest }
    try pass(
      .arriveWithinShipped,
      on: ArrivalQuestion(
        shipment: first.shipment, quantity: first.quantity.with(all), rejected: short + damaged)
    )
    entry.subject = subject
    var shortLeft = short
    var damagedLeft = damaged
    for line in waiting {
      let lineShort = min(shortLeft, line.quantity.smallest)
      let lineDamaged = min(damagedLeft, line.quantity.smallest - lineShort)
      shortLeft -= lineShort
      damagedLeft -= lineDamaged
      try db.run(
        """
        INSERT INTO arrivals
          (shipment_line_id, arrived_on, short, damaged, received_by, entered_at, entered_by)
        VALUES (\(line.id), \(day), \(lineShort), \(lineDamaged), \(receivedBy), \(now), \(user.id))
        """)
      try Schedule.refresh(line.schedule, in: db)
    }
    try db.all("SELECT DISTINCT shipment_id FROM shipment_lines WHERE id IN \(list: waiting.map(\.id))") {
      try $0[0] as Identifier<Shipment>
    }.forEach { try Shipment.refresh($0, in: db) }
  }
}
