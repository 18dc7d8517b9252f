extension Writing {
  /// Brings in the production orders of a file as they were compared with the book; those in `except`
  /// are left out. Returns how many were new or changed.
  ///
  /// What was made of one without steps is one report of the whole on the day it was finished.
  public func bringIn(
    _ rows: [ImportedProduction], _ comparison: ProductionComparison, except leftOut: Set<Int>
  ) throws -> Int {
    let fresh = rows.indices.filter { comparison.standing[$0] == nil && !leftOut.contains($0) }
    var batch = RowBatch(
      "production_orders",
      [
        "no", "schedule_id", "product_id", "qty", "released_on", "start_on", "due_on", "cancelled_on",
        "good_qty", "scrap_qty", "finished_on", "is_open", "entered_at",
      ], givesKeys: true)
    for index in fresh {
      let row = rows[index]
      let report = row.report(today: today)
      let finishedOn = report.flatMap { $0.good + $0.scrap >= row.quantity ? $0.day : nil }
      let cancelledOn = row.cancelledOn(today)
      try batch.add(
        [
          row.no, comparison.schedules[index], row.product.id, row.quantity,
          row.releasedOn ?? row.startOn ?? today, row.startOn, row.dueOn, cancelledOn, report?.good ?? 0,
          report?.scrap ?? 0, finishedOn, finishedOn == nil && cancelledOn == nil, now,
        ], to: db)
    }
    try batch.flush(to: db)
    var reports = ReportBatch(by: user.id, at: now)
    for (index, key) in zip(fresh, batch.keys) {
      if let report = rows[index].report(today: today) {
        try reports.add(report, of: Identifier(key), operation: nil, to: db)
      }
    }
    try reports.flush(to: db)
    var count = fresh.count
    for (index, old) in comparison.standing.sorted(by: { $0.key < $1.key }) where !leftOut.contains(index) {
      guard comparison.verdicts[index] != .same else { continue }
      try update(old, rows[index], comparison.schedules[index])
      count += 1
    }
    return count
  }

  private func update(
    _ old: ProductionOrder, _ row: ImportedProduction, _ schedule: Identifier<Schedule>?
  ) throws {
    try db.run(
      """
      UPDATE production_orders SET schedule_id = \(old.schedule ?? schedule), qty = \(row.quantity),
        start_on = \(row.startOn ?? old.startOn), due_on = \(row.dueOn ?? old.dueOn),
        cancelled_on = \(old.cancelledOn ?? row.cancelledOn(today)) WHERE id = \(old.id)
      """)
    if var report = row.report(today: today), old.finishedOn == nil {
      report.good -= old.good
      report.scrap -= old.scrap
      if report.good > 0 || report.scrap > 0 { try record(report, of: old.id, operation: nil) }
    }
    try ProductionOrder.refresh(old.id, in: db)
  }
}

extension ImportedProduction {
  /// History that does not tell the day: the day it ended, or today.
  fileprivate func cancelledOn(_ today: Day) -> Day? { isCancelled ? finishedOn ?? today : nil }
}

/// Reports of progress on their way in.
struct ReportBatch {
  private var batch = RowBatch(
    "progress",
    [
      "production_order_id", "operation_id", "good", "scrap", "rework", "happened_on", "entered_at",
      "entered_by",
    ])
  private let user: Identifier<User>
  private let now: Instant

  init(by user: Identifier<User>, at now: Instant) {
    self.user = user
    self.now = now
  }

  mutating func add(
    _ report: ProgressReport, of production: Identifier<ProductionOrder>,
    operation: Identifier<Operation>?, to db: any Transaction
  ) throws {
    try batch.add(
      [production, operation, report.good, report.scrap, report.rework, report.day, now, user], to: db)
  }

  mutating func flush(to db: any Transaction) throws { try batch.flush(to: db) }
}
