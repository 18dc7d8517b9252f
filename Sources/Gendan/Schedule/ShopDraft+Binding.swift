extension ShopDraft {
  /// Why a step stands where it stands.
  func binding(of step: Int, _ neighbours: PlaceNeighbours) -> ShopPlan.Binding {
    if floor.steps[step].isPinned { return .init(cause: .pinned, minute: spots[step].start) }
    return isBackward[step] ? lateBinding(of: step, neighbours) : earlyBinding(of: step, neighbours)
  }

  /// What keeps a step from beginning earlier: asked are the job, the place, and what the step waits for.
  ///
  /// A neighbour that itself stands as late as it can is named last: it may only have moved up to the step.
  private func earlyBinding(of step: Int, _ neighbours: PlaceNeighbours) -> ShopPlan.Binding {
    let previous = jobBinding(of: step)
    if let previous, !isBackward[floor.steps[step].previous] { return previous }
    let busy = placeBinding(of: step, behind: neighbours.before[step])
    if let busy, !isBackward[neighbours.before[step]] { return busy }
    let it = floor.steps[step]
    let clock = floor.clocks[floor.options[Int(spots[step].option)].clock]
    if clock.hand(at: it.earliest) < spots[step].hand, let binding = previous ?? busy { return binding }
    let job = floor.shop.jobs[it.job]
    let task = job.tasks[step - floor.jobSteps[it.job].lowerBound]
    if let readiness = task.readiness, readiness.minute == it.earliest, readiness.minute > floor.shop.now {
      return .init(cause: .readiness(readiness.reason), minute: readiness.minute)
    }
    return .init(cause: job.release > floor.shop.now ? .release : .now, minute: it.earliest)
  }

  /// The task before in the job, if the step begins as soon as that lets it.
  func jobBinding(of step: Int) -> ShopPlan.Binding? {
    let it = floor.steps[step]
    guard it.previous >= 0 else { return nil }
    let spot = spots[step]
    let option = floor.options[Int(spot.option)]
    let before = spots[it.previous]
    guard floor.firstHand(of: it, option, after: before) == spot.hand else { return nil }
    let cause = ShopPlan.Cause.previous(floor.references[it.previous])
    if floor.clocks[option.clock].hand(at: before.handover) == spot.hand {
      return before.handover >= it.earliest ? .init(cause: cause, minute: before.handover) : nil
    }
    // It must not end before the one before: where that binds, the start is counted back from the end.
    let isReady = floor.clocks[option.clock].hand(at: it.earliest) == spot.hand
    return isReady ? nil : .init(cause: cause, minute: spot.start)
  }

  /// The task before on the place, if the step begins as soon as that ends.
  private func placeBinding(of step: Int, behind other: Int) -> ShopPlan.Binding? {
    let spot = spots[step]
    let option = floor.options[Int(spot.option)]
    guard other >= 0, option.takesPlace,
      floor.clocks[option.clock].hand(at: spots[other].finish) == spot.hand
    else { return nil }
    return .init(cause: .busy(floor.references[other]), minute: spots[other].finish)
  }

  /// What keeps a step from ending later: asked are the job, what is promised, and the place.
  private func lateBinding(of step: Int, _ neighbours: PlaceNeighbours) -> ShopPlan.Binding {
    let it = floor.steps[step]
    let spot = spots[step]
    let option = floor.options[Int(spot.option)]
    let end = spot.hand + option.work
    if it.next >= 0, floor.lastHand(of: option, before: spots[it.next]) == end {
      let isHandedOver = option.lead == option.work
      return .init(
        cause: .next(floor.references[it.next]),
        minute: isHandedOver ? spots[it.next].start : spot.finish)
    }
    let deadline = floor.deadlines[it.job]
    let due = min(floor.shop.jobs[it.job].due ?? deadline, deadline)
    let other = neighbours.after[step]
    if other >= 0, spots[other].hand == end, floor.clocks[option.clock].hand(at: due) > end {
      return .init(cause: .claimed(floor.references[other]), minute: spots[other].start)
    }
    return .init(
      cause: due < deadline || deadline == floor.shop.jobs[it.job].due ? .due : .deadline, minute: due)
  }
}
