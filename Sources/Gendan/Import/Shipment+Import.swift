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
      "shipments", ["no", "shipped_on", "carrier"], constants: entered, givesKeys: true)
    for group in groups {
      var no = prefix + "-" + group[0].orderNo
      if !taken.insert(no).inserted { no += "-" + group[0].day.description.filter { $0 != "-" } }
      try shipments.add([no, group[0].day, group[0].carrier], to: db)
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
    for part in numbers.bindable {
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
    let wanted = comparison.steps.indices.filter {
      !leftOut.contains($0) && comparison.verdicts[$0] != .same
    }
    let steps = wanted.map { comparison.steps[$0] }
    let made = try insertHeads(of: steps)
    var batch = RowBatch("shipment_lines", ["shipment_id", "schedule_id", "qty"], givesKeys: true)
    for step in steps {
      guard let id = step.standing?.id ?? made[step.no] else { continue }
      for part in step.parts { try batch.add([id, part.schedule, part.quantity], to: db) }
    }
    try batch.flush(to: db)
    var keys = batch.keys[...]
    var arrivals = RowBatch(
      "arrivals", ["shipment_line_id", "arrived_on", "short", "damaged"], constants: entered)
    var schedules: Set<Identifier<Schedule>> = []
    for step in steps {
      var lines = step.parts.isEmpty ? step.lines : []
      for (part, key) in zip(step.parts, keys) {
        lines.append(
          StandingShipment.Line(
            id: Identifier(key), schedule: part.schedule, quantity: part.quantity, decimals: 0, arrivedOn: nil
          ))
      }
      keys = keys.dropFirst(step.parts.count)
      schedules.formUnion(lines.map(\.schedule))
      if let day = step.row.arrivedOn { try arrive(lines, step.row, on: day, &arrivals) }
    }
    try arrivals.flush(to: db)
    try Schedule.refresh(schedules.sorted { $0.rawValue < $1.rawValue }, in: db)
    for shipment in Set(steps.compactMap { $0.standing?.id }).sorted(by: { $0.rawValue < $1.rawValue }) {
      try Shipment.refresh(shipment, in: db)
    }
    return steps.reduce(into: []) { touched, step in
      if touched.last != step.row.order { touched.append(step.row.order) }
    }
  }

  /// Writes the shipments that are new, each once, and what a file knows better of the others; returns
  /// the keys of the new ones by number.
  private func insertHeads(of steps: [ShipmentComparison.Step]) throws -> [String: Identifier<Shipment>] {
    var numbers: [String] = []
    var arrivedOn: [String: Day?] = [:]
    var batch = RowBatch(
      "shipments",
      ["no", "shipped_on", "carrier", "tracking", "arrived_on"], constants: entered, givesKeys: true)
    // All of a shipment has arrived, or it has not.
    for step in steps where step.standing == nil {
      let day = step.row.arrivedOn
      if let known = arrivedOn[step.no] {
        arrivedOn[step.no] = .some(known.flatMap { first in day.map { max(first, $0) } })
      } else {
        arrivedOn[step.no] = .some(day)
      }
    }
    var seen: Set<String> = []
    for step in steps {
      if let standing = step.standing {
        guard step.parts.isEmpty else { continue }
        try db.run(
          """
          UPDATE shipments SET carrier = \(step.row.carrier ?? standing.carrier),
            tracking = \(step.row.tracking ?? standing.tracking) WHERE id = \(standing.id)
          """)
      } else if seen.insert(step.no).inserted {
        numbers.append(step.no)
        try batch.add(
          [
            step.no, step.row.shippedOn, step.row.carrier, step.row.tracking, arrivedOn[step.no] ?? nil,
          ], to: db)
      }
    }
    try batch.flush(to: db)
    return Dictionary(
      zip(numbers, batch.keys.map { Identifier<Shipment>($0) }), uniquingKeysWith: { first, _ in first })
  }

  /// Short and damaged are taken from the parts in their order.
  private func arrive(
    _ lines: [StandingShipment.Line], _ row: ImportedShipment, on day: Day, _ arrivals: inout RowBatch
  ) throws {
    var short = row.short
    var damaged = row.damaged
    for line in lines where line.arrivedOn == nil {
      let lineShort = min(short, line.quantity)
      let lineDamaged = min(damaged, line.quantity - lineShort)
      short -= lineShort
      damaged -= lineDamaged
      try arrivals.add([line.id, day, lineShort, lineDamaged], to: db)
    }
  }
}
