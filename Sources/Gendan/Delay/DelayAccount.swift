/// Why one delivery is late, or is expected to be: the chain, with what was recorded of each link and who answers
/// for it.
public struct DelayAccount: Sendable {
  /// A link of the chain with what is known of it.
  public struct Part: Sendable {
    /// The link.
    public let link: DelayChain.Link
    /// The department that answers for it; nil where none is recorded.
    public let department: String?
    /// Whose doing it is.
    public let side: FaultSide
    /// What a person ruled of it, which stands before what the record proposes; nil where nobody did.
    public let ruling: DelayRuling?
    /// Whether a person ruled of it when it had cost other days: it is to be looked at again.
    public let needsReview: Bool
    /// What was recorded in its days, oldest first.
    public let evidence: [DelayEvidence]
  }

  /// A step of the production order that bound the delivery: as first planned, and as it was or is expected.
  public struct Step: Sendable, Equatable {
    /// What is done.
    public let name: String
    /// The first day of the first plan.
    public let planStart: Day
    /// The last day of the first plan.
    public let planFinish: Day
    /// The day it began, or is expected to.
    public let start: Day
    /// The day it was finished, or is expected to be.
    public let finish: Day
    /// Whether it is finished.
    public let isDone: Bool
    /// Good pieces so far, in the smallest unit.
    public let good: Int64
    /// How many its production order makes, for this delivery and others, in the smallest unit.
    public let total: Int64
  }

  /// The delivery.
  public let schedule: Schedule
  /// The day by which it had to be ready; nil while nothing is asked or promised.
  public let neededOn: Day?
  /// The day on which it was ready, or is expected to be; nil where nobody can tell, because a part of it is not in
  /// production and nobody knows how long that takes, and where it is no longer owed.
  public let readyOn: Day?
  /// Whether it is complete.
  public let isComplete: Bool
  /// Working days late; so far, and not less, where nobody can tell when it is ready.
  public let daysLate: Int
  /// The links, from what came first; their days add up to `daysLate`.
  public let parts: [Part]
  /// The steps of the production order that bound it; none where nothing is in production.
  public let steps: [Step]
}

extension Reading {
  /// The account of each delivery of an order, by line and date.
  public func delayAccounts(of order: Order) throws -> [DelayAccount] {
    let forecasts = try forecasts()
    return try Schedule.of(order.id, in: db).map { schedule in
      try account(of: schedule, order, forecasts[schedule.id])
    }
  }

  private func account(
    of schedule: Schedule, _ order: Order, _ forecast: DeliveryForecast?
  ) throws -> DelayAccount {
    let calendar = try calendar()
    let needed = schedule.dueOn.map(order.latestShipDay)
    let completed = schedule.completedOn.map(order.latestShipDay)
    let makers = try ProductionOrder.of(order.id, in: db).filter { production in
      try production.cancelledOn == nil && production.shares(in: db).contains { $0.schedule == schedule.id }
    }
    // What is not in production yet comes last; else what was finished last, or is not finished, bound it.
    let isUnreleased = schedule.isOpen && (forecast.map { $0.ground == .leadTime } ?? true)
    let binding =
      isUnreleased
      ? nil : makers.first { $0.isOpen } ?? makers.max { ($0.finishedOn ?? today) < ($1.finishedOn ?? today) }
    let steps = try binding.map { try Operation.of($0.id, in: db) } ?? []
    let baselines = try binding.map { try Operation.baselines(of: [$0.id], in: db) } ?? [:]
    let count = calendar.count(of:)
    // What is not done by now is not done before the next working day.
    let now = count(calendar.nextWorking(onOrAfter: today))
    let work = RemainingWork(
      steps: steps, baselines: baselines, quantity: binding?.quantity.smallest ?? 0, today: now, count: count)
    let made = (binding?.finishedOn ?? forecast?.day).map(count) ?? now
    let ready = completed.map(count) ?? max(made, count(today))
    guard let needed, schedule.isOpen || completed != nil else {
      return DelayAccount(
        schedule: schedule, neededOn: needed, readyOn: nil, isComplete: completed != nil, daysLate: 0,
        parts: [], steps: [])
    }
    let promise = try Promise.ledger(of: schedule.id, in: db).last?.madeOn ?? order.orderedOn
    let product = try Product.named(schedule.productCode, in: db)
    let facts = DelayFacts(
      needed: count(needed), promised: count(promise), released: binding.map { count($0.releasedOn) } ?? now,
      leadDays: product.leadDays ?? 0, steps: work.steps, made: min(made, ready), ready: ready)
    let chain = DelayChain(facts, day: calendar.day(counted:))
    let evidence = try DelayEvidence.of(order.id, schedule.id, binding?.id, in: self)
    let rulings = try DelayRuling.of(schedule.id, in: db)
    let parts = chain.links.map { link in
      part(link, steps: steps, outside: binding?.maker, evidence, rulings.filter { $0.isAbout(link) })
    }
    return DelayAccount(
      schedule: schedule, neededOn: needed,
      readyOn: completed == nil && forecast == nil ? nil : calendar.day(counted: ready),
      isComplete: completed != nil, daysLate: chain.daysLate, parts: parts,
      steps: zip(work.steps, work.operations).map { step, operation in
        // What happened keeps its own day, a rest day too.
        let start = operation.startedOn ?? operation.finishedOn ?? calendar.day(counted: step.start)
        let finish = operation.finishedOn ?? calendar.day(counted: step.finish)
        return DelayAccount.Step(
          name: step.name, planStart: calendar.day(counted: step.planStart),
          planFinish: calendar.day(counted: step.planFinish), start: start, finish: max(start, finish),
          isDone: step.isDone, good: operation.good,
          total: binding?.quantity.smallest ?? 0)
      })
  }

  private func part(
    _ link: DelayChain.Link, steps: [Operation], outside maker: String?, _ evidence: [DelayEvidence],
    _ rulings: [DelayRuling]
  ) -> DelayAccount.Part {
    let step = steps.first { $0.name == link.step }
    let told = evidence.filter { evidence in
      evidence.kind.speaks(of: link.kind) && evidence.overlaps(link.from, link.to ?? today)
        && (evidence.about == nil || link.step == nil || evidence.about == link.step
          || evidence.about == step?.department || evidence.kind == .chase)
    }
    // What somebody found out of a problem in these days comes before what the step alone tells.
    let isOutside = maker != nil && [.wait, .work].contains(link.kind)
    let ruling = rulings.last.flatMap { $0.speaks(of: link) ? $0 : nil }
    let proposed = told.compactMap(\.side).last { $0 != .own } ?? (isOutside ? .supplier : .own)
    return DelayAccount.Part(
      link: link,
      department: ruling.map(\.department) ?? told.compactMap(\.department).last ?? step?.department,
      side: ruling?.side ?? proposed, ruling: ruling, needsReview: ruling == nil && !rulings.isEmpty,
      evidence: told)
  }
}
