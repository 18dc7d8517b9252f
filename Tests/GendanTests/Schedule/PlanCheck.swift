import Gendan

/// What is wrong with a plan, found minute by minute and without the engine's own arithmetic.
struct PlanCheck {
  let shop: Shop
  let plan: ShopPlan

  var faults: [String] {
    overlaps + shop.jobs.flatMap { order(of: $0) }
      + plan.placements.flatMap { time(of: $0) + binding(of: $0) }
      + lost + chains
  }

  func isOpen(_ minute: Int, _ resource: Int) -> Bool {
    guard let it = shop.resources.first(where: { $0.id == resource }) else { return false }
    guard let calendar = it.calendar else { return true }
    return shop.calendars[calendar].intervals.contains { $0.contains(minute) }
  }

  func task(_ reference: Shop.Reference) -> Shop.Task? {
    shop.jobs.first { $0.id == reference.job }?.tasks.first { $0.id == reference.task }
  }

  func openMinutes(_ range: Range<Int>, _ resource: Int) -> Int {
    range.count { isOpen($0, resource) }
  }

  func paced(_ work: Int, _ resource: Int) -> Int {
    let efficiency = shop.resources.first { $0.id == resource }?.efficiency ?? 1
    return (work * 10_000 + efficiency - 1) / efficiency
  }

  /// The alternatives of a task that take as long as its placement does.
  func alternatives(of placement: ShopPlan.Placement) -> [Shop.Alternative] {
    let open = openMinutes(placement.start..<placement.finish, placement.resource)
    return (task(placement.task)?.alternatives ?? []).filter {
      $0.resource == placement.resource
        && (paced($0.work, $0.resource) == open || $0.work == 0 && placement.start == placement.finish)
    }
  }

  private var overlaps: [String] {
    var faults: [String] = []
    let limited = Set(shop.resources.filter { $0.places != nil }.map(\.id))
    for (i, a) in plan.placements.enumerated() where limited.contains(a.resource) {
      for b in plan.placements[(i + 1)...] where (a.resource, a.place) == (b.resource, b.place) {
        let isPinned = task(a.task)?.pin != nil && task(b.task)?.pin != nil
        let both = max(a.start, b.start, shop.now)..<max(a.start, b.start, shop.now, min(a.finish, b.finish))
        if !isPinned, openMinutes(both, a.resource) > 0 { faults.append("\(a.task) and \(b.task) overlap") }
      }
    }
    return faults
  }

  private func order(of job: Shop.Job) -> [String] {
    var faults: [String] = []
    for (first, second) in zip(job.tasks, job.tasks.dropFirst()) where second.pin == nil {
      guard let a = plan.placement(of: .init(job: job.id, task: first.id)),
        let b = plan.placement(of: .init(job: job.id, task: second.id))
      else { continue }
      guard b.start < a.finish else { continue }
      let isHandedOver = alternatives(of: a).contains { alternative in
        guard let lead = alternative.lead else { return false }
        let worked = openMinutes(a.start..<max(a.start, b.start), a.resource)
        return worked >= min(max(1, paced(lead, a.resource)), paced(alternative.work, a.resource))
      }
      let hasTrail = alternatives(of: b).contains { alternative in
        let left = openMinutes(min(a.finish, b.finish)..<b.finish, b.resource)
        return left >= min(max(1, paced(alternative.trail, b.resource)), paced(alternative.work, b.resource))
      }
      if !isHandedOver || !hasTrail { faults.append("\(b.task) begins before \(a.task) lets it") }
    }
    return faults
  }

  private func time(of it: ShopPlan.Placement) -> [String] {
    guard let task = task(it.task), let job = shop.jobs.first(where: { $0.id == it.task.job }) else {
      return ["\(it.task) is unknown"]
    }
    if let pin = task.pin {
      let isMoved = (pin.resource, pin.place, pin.start) != (it.resource, it.place, it.start)
      if case .finish(let finish) = pin.end, finish != it.finish { return ["\(it.task) is frozen and moved"] }
      return isMoved ? ["\(it.task) is pinned and moved"] : []
    }
    var faults: [String] = []
    if alternatives(of: it).isEmpty { faults.append("\(it.task) is not worked on for its minutes") }
    if it.start < max(shop.now, job.release, task.readiness?.minute ?? 0) {
      faults.append("\(it.task) too early")
    }
    if it.finish > min(shop.horizon, job.cancelAfter ?? shop.horizon) { faults.append("\(it.task) too late") }
    if it.start < it.finish, !isOpen(it.start, it.resource) || !isOpen(it.finish - 1, it.resource) {
      faults.append("\(it.task) begins or ends while closed")
    }
    return faults
  }

  private func binding(of it: ShopPlan.Placement) -> [String] {
    let minute = it.binding.minute
    let isEmpty = it.start == it.finish
    if it.binding.cause == .pinned { return [] }
    let gap =
      it.binding.cause.isForward
      ? min(minute, it.start)..<max(minute, it.start) : min(minute, it.finish)..<max(minute, it.finish)
    if it.binding.cause.isForward ? minute > it.start : minute < it.finish {
      return ["\(it.task) stands against what binds it"]
    }
    let open = isEmpty ? gap.count : openMinutes(gap, it.resource)
    return open == 0 ? [] : ["\(it.task) does not stand at what binds it: \(it)"]
  }

  private var lost: [String] {
    shop.jobs.filter { job in
      !plan.unplaced.contains { $0.task.job == job.id }
        && job.tasks.contains { plan.placement(of: .init(job: job.id, task: $0.id)) == nil }
    }.map { "job \($0.id) is lost" }
  }

  private var chains: [String] {
    plan.placements.compactMap { it in
      guard let last = plan.chain(from: it.task).last else { return "\(it.task) has no chain" }
      return last.binding.cause.task == nil ? nil : "the chain from \(it.task) has no root"
    }
  }
}
