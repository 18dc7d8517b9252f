/// What a change does to the production orders, by the plan before and after it (lateness engine notes: what-if is the
/// same engine on changed facts).
public struct PlanDifference: Sendable {
  /// A production order whose plan ends on another day.
  public struct Row: Sendable {
    /// The production order.
    public let production: ProductionOrder
    /// The day it is needed.
    public let neededOn: Day?
    /// The day its plan ended; nil where it had no place.
    public let before: Day?
    /// The day it ends now; nil where it has no place.
    public let after: Day?

    /// Whether the change breaks what was in time.
    public var isBroken: Bool { isLate(after) && !isLate(before) }
    /// Whether the change saves what was late.
    public var isSaved: Bool { isLate(before) && !isLate(after) }

    private func isLate(_ day: Day?) -> Bool {
      guard let neededOn else { return false }
      return day.map { $0 > neededOn } ?? true
    }
  }

  /// The production orders that end on another day: what breaks first, then by how much later they end.
  public let rows: [Row]

  init(_ before: PlanRun, _ after: PlanRun) {
    var old: [Identifier<ProductionOrder>: PlanRun.Finish] = [:]
    for finish in before.finishes { old[finish.production.id] = finish }
    var rows: [Row] = []
    for finish in after.finishes {
      let was = old.removeValue(forKey: finish.production.id)
      guard was?.finishOn != finish.finishOn else { continue }
      rows.append(
        Row(
          production: finish.production, neededOn: finish.neededOn, before: was?.finishOn,
          after: finish.finishOn))
    }
    rows += old.values.map {
      Row(production: $0.production, neededOn: $0.neededOn, before: $0.finishOn, after: nil)
    }
    func later(_ row: Row) -> Int { row.after.map { $0 - (row.before ?? $0) } ?? Int.max }
    self.rows = rows.sorted {
      ($0.isBroken ? 0 : 1, later($1), $0.production.no) < ($1.isBroken ? 0 : 1, later($0), $1.production.no)
    }
  }
}

/// A change of the open work that is thought through, not made.
public enum PlanChange: Sendable {
  /// An order is a rush order.
  case rush(order: String)
  /// A resource stands still.
  case down(Identifier<Resource>, from: Day, until: Day?)
  /// A resource does not stand still, though it does.
  case up(Identifier<Resource>)
  /// An open problem keeps nothing from beginning.
  case solved(problem: String)
  /// Nothing of a production order begins before a day.
  case slip(Identifier<ProductionOrder>, Day)
  /// A production order is for another quantity, in the smallest unit.
  case quantity(Identifier<ProductionOrder>, Int64)

  /// The problem that keeps nothing from beginning.
  var solved: String? { if case .solved(let no) = self { no } else { nil } }

  func changed(_ resource: Resource) -> Resource {
    var resource = resource
    switch self {
    case .down(resource.id, let from, let until):
      resource.stops.append(Resource.Stop(reason: "", fromOn: from, untilOn: until, resumedOn: nil))
    case .up(resource.id): resource.stops = []
    default: break
    }
    return resource
  }

  func changed(_ job: PlanJob) -> PlanJob {
    var job = job
    switch self {
    case .rush(job.production.orderNo): job.rank = .high
    case .slip(job.production.id, let day): job.notBefore = max(day, job.notBefore ?? day)
    case .quantity(job.production.id, let quantity): job.quantity = job.quantity.with(quantity)
    default: break
    }
    return job
  }
}

extension Reading {
  /// What a change would do to every other production order; nothing is written.
  public func difference(_ change: PlanChange) throws -> PlanDifference {
    PlanDifference(try plan(), try plan(change: change))
  }

  /// What a standstill does to every production order: the plan without it, against the plan with it.
  public func affected(by resource: Resource) throws -> PlanDifference {
    PlanDifference(try plan(change: .up(resource.id)), try plan())
  }

  /// What an open problem does to every production order, by the day until which it is expected to block.
  public func affected(by problem: Problem) throws -> PlanDifference {
    PlanDifference(try plan(change: .solved(problem: problem.no)), try plan())
  }
}
