/// A delivery that is to leave: on which day, how much, to whom, and whether it can.
public struct Departure: Sendable {
  /// The order's number.
  public let no: String
  /// The line's number.
  public let lineNo: Int
  /// The customer's name.
  public let customer: String
  /// Where it goes.
  public let address: String?
  /// Whom to ask for there, and how to reach them.
  public let contact: String?
  /// The telephone number.
  public let phone: String?
  /// The product's name.
  public let product: String
  /// What is still to leave.
  public let quantity: Quantity
  /// In how many cartons; nil where nobody said how much goes into one.
  public let cartons: Int64?
  /// How it is packed.
  public let packing: String?
  /// What is made of it and has not left.
  public internal(set) var ready: Int64 = 0
  /// The day it is due.
  public let dueOn: Day
  /// The last day on which it can leave and be in time.
  public let leaveOn: Day
  /// Who carries it.
  public let carrier: String?
  /// Whether the order is on hold.
  public let isHeld: Bool
  /// The newest word on whether it leaves.
  public let ruling: ShipRuling?
  /// The clerk's name.
  public let clerk: String?
  private let schedule: Identifier<Schedule>
  private let shipped: Int64

  /// Whether all that is to leave is made.
  public var isReady: Bool { ready >= quantity.smallest }

  /// What is to leave in a period, and what is made and should have left before; by day, customer and number.
  public static func all(in period: Period, _ reading: Reading) throws -> [Departure] {
    let last = period.last ?? .latest
    let travel = try reading.db.count("SELECT coalesce(max(transit_days), 0) FROM customers")
    var all = try reading.db.all(
      """
      SELECT s.id, o.no, l.line_no, c.name, c.address, c.contact, c.phone, p.name, s.qty, p.decimals, p.unit,
        s.shipped_qty, l.carton_qty, l.packing, s.due_on, \(Customer.travelDays), o.carrier,
        EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
        (SELECT z.ruling FROM ship_decisions z WHERE z.order_id = o.id ORDER BY z.id DESC LIMIT 1), u.name
      FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN users u ON u.id = o.clerk_id
      WHERE s.is_open = 1 AND s.shipped_qty < s.qty AND s.due_on <= \(last.adding(days: travel))
        AND o.closed_on IS NULL AND o.cancelled = 0
      """, Departure.init)
    let made = try MadeSoFar.of(all.map(\.schedule), in: reading.db)
    for index in all.indices {
      all[index].ready = max(0, (made[all[index].schedule] ?? 0) - all[index].shipped)
    }
    return all.filter { goods in
      guard goods.leaveOn <= last else { return false }
      return goods.isReady || period.contains(goods.leaveOn)
    }
    .sorted { ($0.leaveOn, $0.customer, $0.no, $0.lineNo) < ($1.leaveOn, $1.customer, $1.no, $1.lineNo) }
  }

  private init(_ row: any Row) throws {
    schedule = try row[0]
    no = try row[1]
    lineNo = try row[2]
    customer = try row[3]
    address = try row[4]
    contact = try row[5]
    phone = try row[6]
    product = try row[7]
    shipped = try row[11]
    let ordered: Int64 = try row[8]
    quantity = Quantity(ordered - shipped, decimals: try row[9], unit: try row[10])
    var packed = Packing()
    packed.perCarton = try row[12]
    cartons = packed.cartons(for: ordered - shipped)
    packing = try row[13]
    dueOn = try row[14]
    leaveOn = dueOn.adding(days: -(try row[15] as Int))
    carrier = try row[16]
    isHeld = try Order.flag(row, 17)
    ruling = try row[18]
    clerk = try row[19]
  }
}
