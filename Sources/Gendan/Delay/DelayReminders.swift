extension Reminder {
  /// A department has not said why a promise cannot be kept, and what can be (R-176).
  static let delayUnexplained = Reminder(.delayUnexplained) { scope, reading in
    try delays(.delayUnexplained, .reported, scope, reading) {
      scope.department == nil
        ? "(\(scope.mine) OR \(scope.belong(to: "y.department_id")))" : scope.isDepartment
    }
  }

  /// The customer has not been told, or has not answered (R-177).
  static let delayUntold = Reminder(.delayUntold) { scope, reading in
    try delays(.delayUntold, .explained, scope, reading) { scope.mine }
  }

  /// The supervisor has not heard what came of it (R-178).
  static let delayUnclosed = Reminder(.delayUnclosed) { scope, reading in
    try delays(.delayUnclosed, .told, scope, reading) {
      guard let clerk = scope.clerk else { return "1 = 1" }
      return """
        (\(scope.mine) OR EXISTS (SELECT 1 FROM users v
          WHERE v.login = \(clerk) AND ' ' || v.roles || ' ' LIKE '% supervisor %'))
        """
    }
  }

  /// The cases that wait at a stage, from the minute in which they came there.
  private static func delays(
    _ id: ReminderID, _ stage: DelayStage, _ scope: ReminderScope, _ reading: Reading, _ whose: () -> SQL
  ) throws -> [Task] {
    let waiting = try reading.db.all(
      """
      \(DelayCase.query) WHERE y.closed_at IS NULL AND o.closed_on IS NULL AND o.cancelled = 0
        AND \(whose()) ORDER BY y.reported_at, y.id
      """, DelayCase.init
    ).filter { $0.stage == stage }
    let clock = try DelayClock(reading)
    return waiting.map { delay in
      Task(
        id, no: delay.orderNo, customer: delay.customer,
        about: [delay.no] + (stage == .reported ? delay.department.map { [$0] } ?? [] : []),
        text: delay.text, dueAt: clock.due(delay), reading)
    }
  }
}

/// The clocks of delay cases, as the book has settled them.
public struct DelayClock: Sendable {
  private let hours: WorkingHours
  private let stepMinutes: Int
  private let reportMinutes: Int64

  /// Reads the clocks.
  public init(_ reading: Reading) throws {
    hours = try reading.workingHours()
    stepMinutes = try reading.clock(.delayUnexplained) * 60
    reportMinutes = Int64(try reading.settings().number(.delayReportHours)) * 60
  }

  /// By when a case must have taken its next step.
  public func due(_ delay: DelayCase) -> Instant { hours.instant(stepMinutes, after: delay.lastAt) }

  /// Whether the department was told too long after the discovery (R-175).
  public func isReportedLate(_ delay: DelayCase) -> Bool { delay.minutesToReport > reportMinutes }
}
