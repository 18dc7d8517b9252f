/// Goods of one delivery in a shipment, with whose they are: the line of a delivery note.
public struct ShippedGoods: Sendable {
  /// What left, when and with whom.
  public let line: ShipmentLine
  /// Anything else that was noted of the shipment.
  public let note: String?
  /// The order.
  public let order: String
  /// The customer's code.
  public let customerCode: String
  /// The customer.
  public let customer: String
  /// The customer's own number of the order.
  public let customerPO: String?
  /// The product's code.
  public let productCode: String
  /// The product.
  public let product: String
  /// Size, material or make-up.
  public let spec: String?

  /// Which shipments a list shows.
  public struct Filter: Sendable {
    /// Of which deliveries.
    public var orders = OrderFilter.everything
    /// Only what is still on its way.
    public var isOnWay = false
    /// Left in this period.
    public var shipped: Period?
    /// One shipment.
    public var shipment: Identifier<Shipment>?
    /// At most so many lines.
    public var limit: Int?

    /// All of them.
    public init() {}
  }

  /// The goods that left, the newest shipment first.
  public static func list(_ filter: Filter, in reading: Reading) throws -> [ShippedGoods] {
    var terms = [filter.orders.condition(.now(reading.today), me: reading.actor.login)]
    if filter.isOnWay { terms.append("h.arrived_on IS NULL AND a.id IS NULL") }
    if let first = filter.shipped?.first { terms.append("h.shipped_on >= \(first)") }
    if let last = filter.shipped?.last { terms.append("h.shipped_on <= \(last)") }
    if let shipment = filter.shipment { terms.append("h.id = \(shipment)") }
    let tail: SQL = filter.limit.map { "LIMIT \($0)" } ?? ""
    return try reading.db.all(
      """
      SELECT \(ShipmentLine.columns), h.note, o.no, c.code, c.name, o.customer_po, p.code, p.name, l.spec
      \(OrderList.tables) JOIN shipment_lines x ON x.schedule_id = s.id
      JOIN shipments h ON h.id = x.shipment_id LEFT JOIN arrivals a ON a.shipment_line_id = x.id
      WHERE \(SQL.join(terms, " AND ")) ORDER BY h.shipped_on DESC, h.id DESC, x.id \(tail)
      """, ShippedGoods.init)
  }

  private init(_ row: any Row) throws {
    line = try ShipmentLine(row)
    note = try row[16]
    order = try row[17]
    customerCode = try row[18]
    customer = try row[19]
    customerPO = try row[20]
    productCode = try row[21]
    product = try row[22]
    spec = try row[23]
  }
}
