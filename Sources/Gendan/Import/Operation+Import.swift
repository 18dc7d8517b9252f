extension Writing {
  /// Brings in the operations of a file as they were compared with the book; those in `except` are
  /// left out. Returns how many were new or changed.
  public func bringIn(_ comparison: OperationComparison, except leftOut: Set<Int>) throws -> Int {
    let steps = zip(comparison.steps, comparison.verdicts).enumerated()
      .filter { !leftOut.contains($0.offset) && $0.element.1 != .same }.compactMap(\.element.0)
    let fresh = steps.filter { $0.standing == nil }
    var batch = RowBatch(
      "operations",
      [
        "production_order_id", "seq", "name", "department_id", "plan_start_on", "plan_finish_on",
        "started_on", "good_qty", "scrap_qty", "finished_on",
      ], givesKeys: true)
    for step in fresh {
      let row = step.row
      try batch.add(
        [
          step.production.id, row.seq, row.name, row.department, row.planStartOn, row.planFinishOn,
          row.startedOn ?? row.finishedOn, step.report?.good ?? 0, step.report?.scrap ?? 0, row.finishedOn,
        ], to: db)
    }
    try batch.flush(to: db)
    var reports = ReportBatch(by: user.id, at: now)
    for (step, key) in zip(fresh, batch.keys) {
      if let report = step.report {
        try reports.add(report, of: step.production.id, operation: Identifier(key), to: db)
      }
    }
    try reports.flush(to: db)
    for step in steps { if let old = step.standing { try update(old, step) } }
    // New steps can change which of them is the last, and with it the order's own figures.
    for production in Set(steps.map(\.production.id)).sorted(by: { $0.rawValue < $1.rawValue }) {
      try ProductionOrder.refresh(production, in: db)
    }
    return steps.count
  }

  private func update(_ old: Operation, _ step: OperationComparison.Step) throws {
    let row = step.row
    let department = try row.department ?? old.department.map { try self.department($0) }
    try db.run(
      """
      UPDATE operations SET name = \(row.name), department_id = \(department),
        plan_start_on = \(row.planStartOn ?? old.planStartOn),
        plan_finish_on = \(row.planFinishOn ?? old.planFinishOn),
        started_on = \(row.startedOn ?? old.startedOn ?? row.finishedOn) WHERE id = \(old.id)
      """)
    if let report = step.report { try record(report, of: old.productionOrder, operation: old.id) }
  }
}
