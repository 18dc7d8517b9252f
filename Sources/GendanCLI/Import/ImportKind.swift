import Gendan

/// What a file to import holds.
enum ImportKind: String, CaseIterable, Worded {
  case customers, products, orders, shipments, production, operations, routes

  var words: Text {
    switch self {
    case .customers: Text("customers", "客户", "客戶")
    case .products: Text("products", "产品", "產品")
    case .orders: Text("orders", "订单", "訂單")
    case .shipments: Text("shipments", "发货", "出貨")
    case .production: Text("production orders", "生产单", "生產單")
    case .operations: Text("operations", "工序", "工序")
    case .routes: Text("routes", "工艺", "製程")
    }
  }

  /// The fields that a file of this kind may have; a column can hold each.
  var fields: [TableField] {
    switch self {
    case .customers:
      [
        .code, .name, .address, .contact, .phone, .fax, .terms, .class, .region, .currency, .clerk, .note,
        .type, .principal, .source, .grade,
      ]
    case .products: [.code, .name, .unit, .decimals, .lead, .route, .active]
    case .orders: Self.headFields + Self.lineFields
    case .shipments:
      [
        .no, .order, .line, .product, .qty, .shipped, .carrier, .tracking, .arrived, .short, .damaged,
      ]
    case .production:
      [
        .no, .product, .qty, .order, .line, .released, .start, .due, .finished, .good, .scrap, .status,
      ]
    case .operations:
      [
        .production, .seq, .name, .department, .planStart, .planFinish, .started, .finished, .good, .scrap,
      ]
    case .routes:
      [.route, .routeName, .seq, .name, .department, .days, .minutes, .setup, .overlap, .resources]
    }
  }

  /// The fields of an order's own row.
  static let headFields: [TableField] = [
    .no, .po, .customer, .clerk, .ordered, .want, .promise, .currency, .carrier, .prio, .note, .shipped,
    .closed, .cancelled, .status,
  ]

  /// The fields of a row of an order's line.
  static let lineFields: [TableField] = [.line, .part, .product, .qty, .price, .discount]

  /// The fields of a file of lines beside a file of orders.
  static let linesFileFields = [.no] + lineFields + [.want, .promise, .shipped]

  /// The fields without which a row says nothing: one of each group is needed.
  var needed: [[TableField]] {
    switch self {
    case .customers, .products: [[.code]]
    case .orders: [[.no, .po], [.customer]]
    case .shipments: [[.order], [.shipped]]
    case .production: [[.no], [.product], [.qty]]
    case .operations: [[.production], [.seq], [.name]]
    case .routes: [[.route], [.seq], [.name]]
    }
  }
}
