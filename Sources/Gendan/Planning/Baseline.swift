/// A step as it was first planned, as it is planned now, and as it was or is expected to be.
public struct BaselineLine: Sendable {
  /// The production order's number.
  public let production: String
  /// 10, 20, 30 …
  public let seq: Int
  /// What is done.
  public let step: String
  /// The days of the baseline; nil where there is none, as of imported steps.
  public let base: ClosedRange<Day>?
  /// The days of the live plan.
  public let plan: ClosedRange<Day>?
  /// The days on which it was, or is expected to be, done.
  public let actual: ClosedRange<Day>?
  /// Whether it is finished.
  public let isDone: Bool

  /// Working days after the baseline's end; nil without one.
  public func daysBehind(_ calendar: WorkingCalendar) -> Int? {
    guard let base, let actual else { return nil }
    return calendar.workingDays(from: base.upperBound, to: actual.upperBound)
  }
}

/// A baseline that was set anew: who did it, when and why, and on which day the old one ended.
public struct BaselineReset: Sendable, Equatable {
  /// The event, under which the journal keeps the old days.
  public let event: Int64
  /// When.
  public let at: Instant
  /// The name of who did it.
  public let by: String
  /// Why.
  public let reason: String?
  /// The last day of the baseline before it.
  public let oldFinish: Day?
}

extension Reading {
  /// The steps of a production order, with their baseline.
  public func baseline(of production: ProductionOrder) throws -> [BaselineLine] {
    let calendar = try calendar()
    let operations = try Operation.of(production.id, in: db)
    let baselines = try Operation.baselines(of: [production.id], in: db)
    let now = calendar.count(of: calendar.nextWorking(onOrAfter: today))
    let outlook = RemainingWork(
      steps: operations, baselines: baselines, quantity: production.quantity.smallest, today: now,
      count: calendar.count(of:))
    var expected = outlook.steps[...]
    func range(_ first: Day?, _ last: Day?) -> ClosedRange<Day>? {
      guard let first, let last else { return nil }
      return min(first, last)...last
    }
    return operations.map { operation in
      let base = baselines[operation.id].flatMap { range($0.startOn, $0.finishOn) }
      // Steps without a baseline have no place in the outlook either.
      let step = base == nil ? nil : expected.popFirst()
      let actual =
        operation.finishedOn.flatMap { range(operation.startedOn ?? $0, $0) }
        ?? step.flatMap { range(calendar.day(counted: $0.start), calendar.day(counted: $0.finish)) }
      return BaselineLine(
        production: production.no, seq: operation.seq, step: operation.name, base: base,
        plan: range(operation.planStartOn, operation.planFinishOn), actual: actual,
        isDone: operation.finishedOn != nil)
    }
  }

  /// The baselines that a production order had before, oldest first: what the journal kept of them.
  public func baselineResets(of production: ProductionOrder) throws -> [BaselineReset] {
    let operations = try Operation.of(production.id, in: db).map(\.id.rawValue)
    var finishes: [Int64: Day] = [:]
    for ids in operations.bindable {
      try db.each(
        """
        SELECT c.event_id, c.before FROM event_changes c JOIN events e ON e.id = c.event_id
        WHERE c.table_name = 'operations' AND c.act = 'update' AND c.first_id IN \(list: ids)
          AND e.command = \(BaselineReset.command) AND e.undoes IS NULL ORDER BY c.event_id
        """
      ) { row in
        let event = row.integer(0)
        for column in try RowImage.columns(row.text(1)) where column.name == "base_finish_on" {
          guard case .text(let text) = column.value, let day = Day(text) else { continue }
          finishes[event] = max(finishes[event] ?? day, day)
        }
      }
    }
    return try finishes.keys.sorted().compactMap { id in
      guard try Journal.undoing(id, in: self) == nil else { return nil }
      let event = try Journal.event(id, in: self)
      let name = try db.value("SELECT name FROM users WHERE login = \(event.login)", as: String.self)
      return BaselineReset(
        event: id, at: event.at, by: name ?? event.login, reason: event.reason, oldFinish: finishes[id])
    }
  }
}

extension BaselineReset {
  /// The command that sets a baseline anew, as the journal names it.
  static let command = "plan.baseline"
}

extension Writing {
  /// Makes the live plan the baseline of what is still to come: finished steps keep what they were measured by. The
  /// old days stay in the journal.
  ///
  /// Throws `.nothingLeft` where nothing is open, and `.unchanged` where the baseline is the plan.
  public func resetBaseline(of work: some Producible) throws -> [ProductionOrder] {
    let open = try work.productions(in: db).filter(\.isOpen)
    guard !open.isEmpty else { throw BookError.nothingLeft(.production, work.no) }
    entry.subject = try work.customerOrder(in: db)?.no ?? work.no
    var changed = 0
    for production in open {
      changed += try db.run(
        """
        UPDATE operations SET base_start_on = plan_start_on, base_finish_on = plan_finish_on
        WHERE production_order_id = \(production.id) AND finished_on IS NULL
          AND plan_start_on IS NOT NULL AND plan_finish_on IS NOT NULL
          AND (base_start_on IS DISTINCT FROM plan_start_on
            OR base_finish_on IS DISTINCT FROM plan_finish_on)
        """)
    }
    guard changed > 0 else { throw BookError.unchanged(no: work.no) }
    return open
  }
}
