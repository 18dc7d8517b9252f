/// A plan of the open work: where each operation stands, what moves against the saved plan, what comes late, and
/// what has no place (R-156, R-179, R-180).
public struct PlanRun: Sendable {
  /// An operation on its place.
  public struct Line: Sendable {
    /// The production order.
    public let production: ProductionOrder
    /// The operation.
    public let operation: Operation
    /// The resource's code; nil where none is known for the step.
    public let resource: String?
    /// When work begins.
    public let start: Instant
    /// When it ends.
    public let finish: Instant
    /// Why it stands there.
    public let reason: Reason
    /// The operation that binds it, such as MO2603-0001 机加, or what it waits for.
    public let boundTo: String?
    /// Whether it stands elsewhere, or at another time, than in the saved plan; a first plan moves nothing.
    public let isMoved: Bool
    /// Where it stood in the saved plan, by days.
    public let before: (start: Day, finish: Day)?

    let placement: ShopPlan.Placement
  }

  /// Why an operation stands where it stands: the one constraint that binds it.
  public enum Reason: String, SQLConvertible, Sendable, CaseIterable {
    /// As late as the day it is needed lets it.
    case due
    /// As late as the next step lets it.
    case next
    /// As late as the work that has its place after it lets it.
    case claimed
    /// As late as the last day that is planned.
    case deadline
    /// It cannot begin in the past.
    case now
    /// The planner wants it no earlier.
    case notBefore = "not-before"
    /// What it needs is not there earlier.
    case readiness
    /// The step before it.
    case previous
    /// The work that has its place before it.
    case busy
    /// It has begun, or is frozen.
    case pinned
  }

  /// A production order with the day its plan ends.
  public struct Finish: Sendable {
    /// The production order.
    public let production: ProductionOrder
    /// The day it is needed; nil where nobody waits for it.
    public let neededOn: Day?
    /// The day its plan ends.
    public let finishOn: Day

    /// Calendar days after it is needed; 0 where it is in time.
    public var daysLate: Int { neededOn.map { max(0, finishOn - $0) } ?? 0 }
  }

  /// A production order without a place.
  public struct Unplaced: Sendable {
    /// The production order.
    public let production: ProductionOrder
    /// The step at which it failed; nil where it is held.
    public let step: String?
    /// Why.
    public let reason: Reason

    /// Why a production order has no place.
    public enum Reason: String, Sendable, CaseIterable {
      /// It, or the customer's order, is on hold.
      case held
      /// No resource in use can do the step.
      case noResource = "no-resource"
      /// Its resources have no open time for it within two years.
      case noTime = "no-time"
    }
  }

  /// Every operation with its place, in the order of production orders and steps.
  public let lines: [Line]
  /// Every production order that has its places, by key.
  public let finishes: [Finish]
  /// What has no place.
  public let unplaced: [Unplaced]
  /// Pairs of begun or frozen operations that claim one place at one time: for a person to settle.
  public let clashes: [(Line, Line)]
  /// Minutes late, weighted by customer class and rank.
  public let lateMinutes: Int
  /// How many moves the search tried.
  public let moves: Int

  /// What finishes after it is needed, the worst first.
  public var late: [Finish] {
    finishes.filter { $0.daysLate > 0 }
      .sorted { ($1.daysLate, $0.production.no) < ($0.daysLate, $1.production.no) }
  }

  /// The operations that move.
  public var moved: [Line] { lines.filter(\.isMoved) }
}

extension Reading {
  /// Plans the open work; nothing is written. `moves` is the search's budget; nil takes the one that fits.
  public func plan(moves: Int? = nil, change: PlanChange? = nil) throws -> PlanRun {
    let workshop = try Workshop(in: self, change)
    let plan: ShopPlan
    do {
      plan = try workshop.shop.plan(budget: moves.map { Shop.Budget(moves: $0) })
    } catch {
      throw BookError.badPlan(workshop.name(of: error))
    }
    return try PlanRun(plan, workshop, in: self)
  }
}

extension PlanRun {
  init(_ plan: ShopPlan, _ workshop: Workshop, in reading: Reading) throws {
    let codes = Dictionary(
      try Resource.all(in: reading.db).map { (Int($0.id.rawValue), $0.code) }, uniquingKeysWith: { a, _ in a }
    )
    var lines: [Line] = []
    var places: [Shop.Reference: Int] = [:]
    var ends: [Int: Int] = [:]
    for placement in plan.placements {
      guard let step = workshop.steps[placement.task], let production = workshop.orders[placement.task.job]
      else { continue }
      places[placement.task] = lines.count
      ends[placement.task.job] = max(ends[placement.task.job] ?? placement.finish, placement.finish)
      lines.append(
        Line(
          production: production, operation: step.operation, resource: codes[placement.resource],
          start: Instant(seconds: Int64(placement.start) * 60),
          finish: Instant(seconds: Int64(placement.finish) * 60), reason: Reason(placement.binding.cause),
          boundTo: workshop.words(placement.binding.cause), isMoved: step.isMoved(to: placement),
          before: step.operation.planStartOn.flatMap { start in
            step.operation.planFinishOn.map { (start, $0) }
          }, placement: placement))
    }
    self.lines = lines
    clashes = plan.clashes.compactMap { clash in
      guard let a = places[clash.first], let b = places[clash.second] else { return nil }
      return (lines[a], lines[b])
    }
    finishes = workshop.shop.jobs.compactMap { job in
      guard let end = ends[job.id], let production = workshop.orders[job.id] else { return nil }
      return Finish(
        production: production, neededOn: job.due.map { workshop.hours.day($0 - 1) },
        finishOn: workshop.hours.day(end - 1))
    }
    unplaced =
      workshop.held.map { Unplaced(production: $0, step: nil, reason: .held) }
      + plan.unplaced.compactMap { failed in
        workshop.orders[failed.task.job].map { production in
          Unplaced(
            production: production, step: workshop.steps[failed.task]?.operation.name,
            reason: failed.reason == .noResource ? .noResource : .noTime)
        }
      }
    lateMinutes = plan.weightedTardiness
    moves = plan.moves
  }
}

extension PlanRun.Reason {
  init(_ cause: ShopPlan.Cause) {
    self =
      switch cause {
      case .pinned: .pinned
      case .now: .now
      case .release: .notBefore
      case .readiness: .readiness
      case .previous: .previous
      case .busy: .busy
      case .due: .due
      case .deadline: .deadline
      case .next: .next
      case .claimed: .claimed
      }
  }
}

extension Workshop.Step {
  /// Whether the saved plan has it elsewhere; one that was never planned to the minute is compared by nothing.
  fileprivate func isMoved(to placement: ShopPlan.Placement) -> Bool {
    guard let planned else { return false }
    return SiteHours.minute(planned.start) != placement.start
      || SiteHours.minute(planned.finish) != placement.finish
      || Int(planned.resource?.rawValue ?? 0) != placement.resource || planned.place != placement.place
  }
}

extension Workshop {
  /// What binds an operation, as people name it.
  func words(_ cause: ShopPlan.Cause) -> String? {
    if case .readiness(let reason) = cause { return reason }
    return cause.task.flatMap(name)
  }

  /// `MO2603-0001 机加`.
  private func name(of task: Shop.Reference) -> String? {
    guard let production = orders[task.job], let step = steps[task] else { return nil }
    return "\(production.no) \(step.operation.name)"
  }

  /// What a fault is about; the book's own checks leave few.
  func name(of fault: any Error) -> String {
    switch fault as? ShopFault {
    case .impossiblePin(let task), .frozenWithoutPin(let task), .pinnedOutOfOrder(let task),
      .negativeWork(let task), .taskTwice(let task), .unknownResource(let task, _):
      name(of: task) ?? "\(task.job)"
    case .jobOutOfRange(let job), .jobTwice(let job): orders[job]?.no ?? "\(job)"
    default: "\(fault)"
    }
  }
}

extension Writing {
  /// Saves a plan: where each operation stands and why; what is done, begun or frozen stays as it was, and so does
  /// the baseline (R-179).
  public func save(_ run: PlanRun, reason: String? = nil) throws {
    entry.reason = reason ?? entry.reason
    entry.subjects = Array(Set(run.moved.map(\.production.no))).sorted().prefix(50).map { $0 }
    let zone = utcOffset
    for line in run.lines where line.reason != .pinned || line.operation.startedOn != nil {
      // When it began is a fact, known as a day.
      let start = line.operation.startedOn == nil ? line.start : nil
      let resource = line.placement.resource == Workshop.anywhere ? nil : line.placement.resource
      let columns: [(SQL, SQL)] = [
        ("plan_start_at", "\(start)"), ("plan_finish_at", "\(line.finish)"),
        ("plan_start_on", "\(line.start.day(utcOffset: zone))"),
        ("plan_finish_on", "\(line.finish.adding(seconds: -60).day(utcOffset: zone))"),
        ("resource_id", "\(resource.map(Int64.init))"), ("place", "\(line.placement.place)"),
        ("bound_by", "\(line.reason)"), ("bound_to", "\(line.boundTo)"),
      ]
      // What stands as it stood is not written, so that the journal tells what moved.
      try db.run(
        """
        UPDATE operations SET \(SQL.join(columns.map { "\($0) = \($1)" }, ", "))
        WHERE id = \(line.operation.id)
          AND (\(SQL.join(columns.map { "\($0) IS DISTINCT FROM \($1)" }, " OR ")))
        """)
    }
    try db.run(
      """
      INSERT INTO plan_runs (reason, jobs, moved, unplaced, late, late_minutes, planned_at, entered_by)
      VALUES (\(reason), \(Set(run.lines.map(\.production.id)).count), \(run.moved.count),
        \(run.unplaced.count), \(run.late.count), \(run.lateMinutes), \(now), \(user.id))
      """)
  }

  /// Leaves a production order where the plan has put it, or lets it move again (R-189).
  public func freeze(_ production: ProductionOrder, _ isFrozen: Bool) throws {
    entry.subject = production.orderNo ?? production.no
    try db.run("UPDATE production_orders SET frozen = \(isFrozen) WHERE id = \(production.id)")
  }

  /// Wants nothing of a production order begun before a day; nil lets it begin at once (R-179).
  public func postpone(_ production: ProductionOrder, until day: Day?) throws {
    entry.subject = production.orderNo ?? production.no
    try db.run("UPDATE production_orders SET not_before_on = \(day) WHERE id = \(production.id)")
  }
}
