/// Why two production orders cannot be made together.
public enum MergeObstacle: String, Sendable, CaseIterable {
  /// It is the same one.
  case same
  /// One of them is made for stock, and has no customer's share to keep.
  case forStock = "for-stock"
  /// Another product, colour or make-up.
  case different
  /// The one to be merged has begun.
  case started
  /// Nothing of one of them is still to be made.
  case finished
  /// One of them is held.
  case held
}

/// Two production orders that could be made together.
public struct MergePair: Sendable, Equatable {
  /// The later one, which has not begun.
  public let source: ProductionOrder
  /// The earlier one, which is not finished.
  public let target: ProductionOrder

  /// What stands in the way of making the first with the second; nil where nothing does.
  public static func obstacle(
    _ source: ProductionOrder, into target: ProductionOrder, in db: any Transaction
  ) throws -> MergeObstacle? {
    if source.id == target.id { return .same }
    if source.schedule == nil || target.schedule == nil { return .forStock }
    if source.productCode != target.productCode || source.color != target.color || source.spec != target.spec
      || source.maker != target.maker || source.inspection != target.inspection
    {
      return .different
    }
    if !source.isOpen || !target.isOpen { return .finished }
    if source.heldReason != nil || target.heldReason != nil { return .held }
    return try source.hasBegun(in: db) ? .started : nil
  }

  /// Every pair that could be made together, the earliest target of each first.
  public static func all(in db: any Transaction) throws -> [MergePair] {
    let open = try db.all(
      "\(ProductionOrder.query) WHERE w.is_open = 1 AND w.schedule_id IS NOT NULL ORDER BY w.id",
      ProductionOrder.init)
    var pairs: [MergePair] = []
    for alike in Dictionary(grouping: open, by: \.productCode).values where alike.count > 1 {
      for (index, source) in alike.enumerated().dropFirst() {
        let target = try alike[..<index].first { try obstacle(source, into: $0, in: db) == nil }
        if let target { pairs.append(MergePair(source: source, target: target)) }
      }
    }
    return pairs.sorted { $0.source.id.rawValue < $1.source.id.rawValue }
  }
}

extension ProductionOrder {
  /// Whether a step of it has begun, or anything of it was reported.
  func hasBegun(in db: any Transaction) throws -> Bool {
    try db.count(
      """
      SELECT count(*) FROM operations x WHERE x.production_order_id = \(id) AND x.started_on IS NOT NULL
      """) > 0 || ProgressEntry.of(id, in: db).contains { $0.stands }
  }
}

extension Writing {
  /// Makes one production order with another of the same goods: the other's quantity grows, whose share
  /// it is is kept, and its departments are told. Returns the other as it stands.
  ///
  /// Throws `.notMergeable`.
  public func merge(_ source: ProductionOrder, into target: ProductionOrder) throws -> ProductionOrder {
    if let obstacle = try MergePair.obstacle(source, into: target, in: db) {
      throw BookError.notMergeable(source.no, into: target.no, obstacle)
    }
    let shares = try target.shares(in: db)
    let isFirst =
      try db.count("SELECT count(*) FROM production_shares WHERE production_order_id = \(target.id)") == 0
    for share in isFirst ? shares : [] { try add(share.quantity, of: target, for: share.schedule) }
    let moved = try source.shares(in: db)
    for share in moved { try add(share.quantity, of: target, for: share.schedule) }
    try db.run(
      """
      UPDATE production_orders SET qty = qty + \(source.quantity.smallest),
        due_on = \([source.dueOn, target.dueOn].compactMap { $0 }.min()) WHERE id = \(target.id)
      """)
    try db.run(
      """
      UPDATE production_orders SET cancelled_on = \(today), cancel_reason = \(target.no),
        successor_id = \(target.id) WHERE id = \(source.id)
      """)
    try ProductionOrder.refresh(source.id, in: db)
    try ProductionOrder.refresh(target.id, in: db)
    let merged = try ProductionOrder.with(target.id, in: db)
    try notify(
      departments: try recipients(of: merged, [:]).map(\.0),
      order: try shares.first.map { try Order.with($0.order, in: db).id }, production: merged.id,
      remark: "\(source.no) +\(source.quantity.text) = \(merged.quantity.text)")
    entry.subjects = Set(source.subjects + target.subjects + moved.map(\.orderNo)).sorted()
    return merged
  }

  /// Adds to a delivery's share of a production order.
  func add(
    _ quantity: Int64, of production: ProductionOrder, for schedule: Identifier<Schedule>
  ) throws {
    try db.run(
      """
      INSERT INTO production_shares (production_order_id, schedule_id, qty)
      VALUES (\(production.id), \(schedule), \(quantity))
      ON CONFLICT (production_order_id, schedule_id)
      DO UPDATE SET qty = production_shares.qty + excluded.qty
      """)
  }
}
