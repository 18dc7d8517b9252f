/// A delivery and what is owed of it.
struct OwedSchedule {
  let id: Identifier<Schedule>
  let line: Int
  let product: Identifier<Product>
  let decimals: Int
  let over: Int64
  let isCancelled: Bool
  var open: Int64

  /// The deliveries of orders, the earliest due first.
  static func of(_ orders: [String], in db: any Transaction) throws -> [String: [OwedSchedule]] {
    var owed: [String: [OwedSchedule]] = [:]
    for part in orders.bindable {
      try db.each(
        """
        SELECT o.no, s.id, l.line_no, l.product_id, p.decimals, s.qty, l.over_bp, s.accepted_qty,
          o.cancelled
        FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
        JOIN products p ON p.id = l.product_id
        WHERE o.no IN \(list: part) ORDER BY o.id, s.due_on, l.line_no, s.seq
        """
      ) { row in
        let quantity: Int64 = try row[5]
        owed[try row[0], default: []].append(
          OwedSchedule(
            id: try row[1], line: try row[2], product: try row[3], decimals: try row[4],
            over: Decimal.product(quantity, try row[6], over: 10000) ?? 0,
            isCancelled: try row[8],
            open: max(0, quantity - (try row[7] as Int64))))
      }
    }
    return owed
  }
}

/// A shipment as the book has it.
struct StandingShipment {
  struct Line {
    let id: Identifier<ShipmentLine>
    let schedule: Identifier<Schedule>
    let quantity: Int64
    let decimals: Int
    let arrivedOn: Day?
  }
  let id: Identifier<Shipment>
  let shippedOn: Day
  let carrier: String?
  let tracking: String?
  var lines: [Line] = []

  static func numbered(_ numbers: [String], in db: any Transaction) throws -> [String: StandingShipment] {
    var shipments: [String: StandingShipment] = [:]
    for part in numbers.bindable {
      try db.each(
        """
        SELECT h.no, h.id, h.shipped_on, h.carrier, h.tracking, l.id, l.schedule_id, l.qty, p.decimals,
          max(a.arrived_on)
        FROM shipments h JOIN shipment_lines l ON l.shipment_id = h.id
        JOIN schedules s ON s.id = l.schedule_id JOIN order_lines n ON n.id = s.line_id
        JOIN products p ON p.id = n.product_id LEFT JOIN arrivals a ON a.shipment_line_id = l.id
        WHERE h.no IN \(list: part)
        GROUP BY h.no, h.id, h.shipped_on, h.carrier, h.tracking, l.id, l.schedule_id, l.qty, p.decimals
        ORDER BY l.id
        """
      ) { row in
        let line = Line(
          id: try row[5], schedule: try row[6], quantity: try row[7], decimals: try row[8],
          arrivedOn: try row[9])
        let shipment = StandingShipment(
          id: try row[1], shippedOn: try row[2], carrier: try row[3], tracking: try row[4])
        shipments[try row[0], default: shipment].lines.append(line)
      }
    }
    return shipments
  }
}
