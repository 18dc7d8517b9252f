/// What left of one delivery on a day, as a file of orders tells it.
struct ShippedPart {
  let orderNo: String
  let carrier: String?
  let day: Day
  let schedule: Identifier<Schedule>
  let quantity: Int64
}

extension Writing {
  /// Writes one shipment an order and day. It is numbered after its order, such as D-10248, for history
  /// has no number of ours; a further day of the same order adds the day.
  func insert(_ parts: [ShippedPart]) throws {
    guard !parts.isEmpty else { return }
    let prefix = try settings()[.shipmentPrefix]
    var groups: [[ShippedPart]] = []
    var places: [String: Int] = [:]
    for part in parts {
      let key = part.orderNo + " " + part.day.description
      if let place = places[key] {
        groups[place].append(part)
      } else {
        places[key] = groups.count
        groups.append([part])
      }
    }
    var taken = try takenNumbers(groups.map { prefix + "-" + $0[0].orderNo })
    var shipments = RowBatch(
      "shipments", ["no", "shipped_on", "carrier", "entered_at", "entered_by"], givesKeys: true)
    for group in groups {
      var no = prefix + "-" + group[0].orderNo
      if !taken.insert(no).inserted { no += "-" + group[0].day.description.filter { $0 != "-" } }
      try shipments.add([no, group[0].day, group[0].carrier, now, user.id], to: db)
    }
    try shipments.flush(to: db)
    var lines = RowBatch("shipment_lines", ["shipment_id", "schedule_id", "qty"])
    for (group, key) in zip(groups, shipments.keys) {
      for part in group { try lines.add([key, part.schedule, part.quantity], to: db) }
    }
    try lines.flush(to: db)
  }

  private func takenNumbers(_ numbers: [String]) throws -> Set<String> {
    guard try db.count("SELECT count(*) FROM shipments") > 0 else { return [] }
    var taken: Set<String> = []
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let part = Array(numbers[start..<min(start + 500, numbers.count)])
      try db.each("SELECT no FROM shipments WHERE no IN \(list: part)") { taken.insert(try $0[0]) }
    }
    return taken
  }
}

extension Writing {
  /// Brings in the shipments of a file as they were compared with the book; those in `except` are
  /// left out. Returns the numbers of the orders concerned.
  public func bringIn(
    _ comparison: ShipmentComparison, except leftOut: Set<Int>
  ) throws -> [String] {
    var made: [String: Identifier<Shipment>] = [:]
    var schedules: Set<Identifier<Schedule>> = []
    var shipments: Set<Identifier<Shipment>> = []
    var touched: [String] = []
    for (index, step) in comparison.steps.enumerated() where !leftOut.contains(index) {
      let row = step.row
      guard comparison.verdicts[index] != .same else { continue }
      if touched.last != row.order { touched.append(row.order) }
      var lines = step.lines
      if step.parts.isEmpty, let standing = step.standing {
        try db.run(
          """
          UPDATE shipments SET carrier = \(row.carrier ?? standing.carrier),
            tracking = \(row.tracking ?? standing.tracking) WHERE id = \(standing.id)
          """)
        shipments.insert(standing.id)
      } else {
        let id = try step.standing?.id ?? made[step.no] ?? newShipment(row.details(no: step.no))
        made[step.no] = id
        shipments.insert(id)
        lines = try step.parts.map { part in try add(part.schedule, part.quantity, to: id) }
      }
      schedules.formUnion(lines.map(\.schedule))
      if let day = row.arrivedOn { try arrive(lines, row, on: day) }
    }
    for schedule in schedules.sorted(by: { $0.rawValue < $1.rawValue }) {
      try Schedule.refresh(schedule, in: db)
    }
    for shipment in shipments.sorted(by: { $0.rawValue < $1.rawValue }) { try refreshArrival(of: shipment) }
    return touched
  }

  private func add(
    _ schedule: Identifier<Schedule>, _ quantity: Int64, to shipment: Identifier<Shipment>
  ) throws -> StandingShipment.Line {
    let id = try db.insert(
      """
      INSERT INTO shipment_lines (shipment_id, schedule_id, qty)
      VALUES (\(shipment), \(schedule), \(quantity)) RETURNING id
      """)
    return StandingShipment.Line(
      id: Identifier(id), schedule: schedule, quantity: quantity, decimals: 0, arrivedOn: nil)
  }

  /// Short and damaged are taken from the parts in their order.
  private func arrive(_ lines: [StandingShipment.Line], _ row: ImportedShipment, on day: Day) throws {
    var short = row.short
    var damaged = row.damaged
    for line in lines where line.arrivedOn == nil {
      let lineShort = min(short, line.quantity)
      let lineDamaged = min(damaged, line.quantity - lineShort)
      short -= lineShort
      damaged -= lineDamaged
      try db.run(
        """
        INSERT INTO arrivals (shipment_line_id, arrived_on, short, damaged, entered_at, entered_by)
        VALUES (\(line.id), \(day), \(lineShort), \(lineDamaged), \(now), \(user.id))
        """)
    }
  }

  private func refreshArrival(of shipment: Identifier<Shipment>) throws {
    try db.run(
      """
      UPDATE shipments SET arrived_on = (
        SELECT CASE WHEN count(*) = count(a.id) THEN max(a.arrived_on) END FROM shipment_lines l
        LEFT JOIN arrivals a ON a.shipment_line_id = l.id WHERE l.shipment_id = shipments.id)
      WHERE id = \(shipment)
      """)
  }
}

extension ImportedShipment {
  fileprivate func details(no: String) -> ShipmentDetails {
    var details = ShipmentDetails(day: shippedOn)
    details.no = no
    details.carrier = carrier
    details.tracking = tracking
    return details
  }
}
