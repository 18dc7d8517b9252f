/// A table of the book as files show it: its columns are fields that an import understands.
public enum BookTable: String, CaseIterable, Sendable {
  /// Every customer.
  case customers
  /// Every product.
  case products
  /// One row a delivery of an order.
  case orders
  /// One row an order's part of a shipment.
  case shipments
  /// Every production order.
  case production
  /// Every operation of production orders.
  case operations
  /// Every step of routes.
  case routes
  /// Every report of progress.
  case progress
  /// The promise ledger.
  case promises
  /// The journal.
  case events
}

/// A column of a table in files.
public struct BookColumn: Sendable {
  /// How its stored values are written.
  public enum Kind: Sendable {
    /// As it is.
    case text
    /// A whole number.
    case number
    /// A whole number in the product's smallest unit.
    case quantity
    /// A whole number in 1/10000.
    case price
    /// Basis points, written as a fraction.
    case share
    /// A whole number in 1/100 minute.
    case minutes
    /// The key of a route's step, written as the resources that can do it.
    case places
  }
  /// The field.
  public let field: TableField
  /// How it is written.
  public let kind: Kind
  let sql: SQL

  init(_ field: TableField, _ kind: Kind, _ sql: SQL) {
    self.field = field
    self.kind = kind
    self.sql = sql
  }

  init(_ field: TableField, _ sql: SQL) { self.init(field, .text, sql) }
}

/// One value of a table in files.
public enum BookValue: Sendable, Equatable {
  /// Nothing.
  case none
  /// A text or a day.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// A number with decimals, as it is written.
  case decimal(String)
}

extension BookTable {
  /// Hands each row to `body`, one at a time in a lasting order; orders may be filtered.
  public func each(
    _ filter: OrderFilter = .everything, in reading: Reading, _ body: ([BookValue]) throws -> Void
  ) throws {
    let columns = columns
    let places = try self == .routes ? StepCapacity.placesText(in: reading.db) : [:]
    let condition: SQL =
      isFilterable ? "WHERE \(filter.condition(.now(reading.today), me: reading.actor.login))" : ""
    try reading.db.each(
      """
      SELECT \(SQL.join(columns.map(\.sql), ", ")), \(decimals) \(source) \(condition) ORDER BY \(rank)
      """
    ) { row in
      let decimals = Int(row.integer(columns.count))
      try body(columns.enumerated().map { value(row, $0.offset, $0.element.kind, decimals, places) })
    }
  }

  /// Whether its rows belong to deliveries, so that an order filter can choose among them.
  public var isFilterable: Bool { [.orders, .shipments, .promises].contains(self) }

  private func value(
    _ row: any Row, _ place: Int, _ kind: BookColumn.Kind, _ decimals: Int, _ places: [Int64: String]
  ) -> BookValue {
    if row.isNull(place) { return .none }
    switch kind {
    case .text: return .text(row.text(place))
    case .number: return .number(row.integer(place))
    case .quantity where decimals == 0: return .number(row.integer(place))
    case .quantity: return .decimal(Decimal.text(row.integer(place), decimals: decimals))
    case .price: return .decimal(Money.priceText(row.integer(place)))
    case .share: return .decimal(Decimal.text(row.integer(place), decimals: 4))
    case .minutes: return .decimal(Decimal.text(row.integer(place), decimals: 2))
    case .places: return places[row.integer(place)].map { .text($0) } ?? .none
    }
  }

  private var decimals: SQL {
    switch self {
    case .orders, .shipments, .production, .operations, .progress: "p.decimals"
    case .customers, .products, .routes, .promises, .events: "0"
    }
  }

  private var source: SQL {
    switch self {
    case .customers: "FROM customers c LEFT JOIN users u ON u.id = c.clerk_id"
    case .products: "FROM products p LEFT JOIN routes r ON r.id = p.route_id"
    case .orders: OrderList.tables
    case .promises: "\(OrderList.tables) JOIN promises q ON q.schedule_id = s.id"
    case .shipments:
      """
      \(OrderList.tables) JOIN shipment_lines x ON x.schedule_id = s.id
      JOIN shipments h ON h.id = x.shipment_id LEFT JOIN arrivals a ON a.shipment_line_id = x.id
      """
    case .production:
      """
      FROM production_orders w JOIN products p ON p.id = w.product_id
      LEFT JOIN schedules s ON s.id = w.schedule_id LEFT JOIN orders o ON o.id = s.order_id
      LEFT JOIN order_lines l ON l.id = s.line_id
      """
    case .operations:
      """
      FROM operations x JOIN production_orders w ON w.id = x.production_order_id
      JOIN products p ON p.id = w.product_id LEFT JOIN departments d ON d.id = x.department_id
      """
    case .routes:
      """
      FROM route_steps x JOIN routes w ON w.id = x.route_id
      LEFT JOIN departments d ON d.id = x.department_id
      """
    case .progress:
      """
      FROM progress g JOIN production_orders w ON w.id = g.production_order_id
      JOIN products p ON p.id = w.product_id LEFT JOIN operations x ON x.id = g.operation_id
      LEFT JOIN users u ON u.id = g.entered_by
      """
    case .events: "FROM events e"
    }
  }

  private var rank: SQL {
    switch self {
    case .customers: "c.code"
    case .products: "p.code"
    case .orders: "o.id, l.line_no, s.seq"
    case .promises: "o.id, l.line_no, s.seq, q.series, q.seq"
    case .shipments: "h.id, x.id"
    case .production: "w.id"
    case .operations: "w.id, x.seq"
    case .routes: "w.code, x.seq"
    case .progress: "g.id"
    case .events: "e.id"
    }
  }
}
