/// The first plan: backward from what is promised, forward where that does not fit.
extension ShopDraft {
  /// Places every job that can be placed; the others, with the reason why they are not.
  ///
  /// Jobs come by priority, released before proposed, then by due minute, weight and their order in the
  /// shop. Each is placed from its last task to its first as late as fits; one that would have to begin
  /// before it can is placed from its first task to its last as early as fits.
  mutating func placeAll() -> [ShopPlan.Unplaced] {
    var unplaced: [ShopPlan.Unplaced] = []
    for job in jobsInTurn() {
      if placeBackward(job) { continue }
      if let reason = placeForward(job) { unplaced.append(reason) }
    }
    return unplaced
  }

  private func jobsInTurn() -> [Int] {
    let jobs = floor.shop.jobs
    func turn(_ i: Int) -> (Int, Int, Int, Int, Int) {
      let job = jobs[i]
      return (job.priority, job.lock == .proposed ? 1 : 0, job.due ?? ShopClock.never, -job.weight, i)
    }
    return jobs.indices.sorted { turn($0) < turn($1) }
  }

  private mutating func placeBackward(_ job: Int) -> Bool {
    guard let due = floor.shop.jobs[job].due else { return false }
    let limit = min(due, floor.deadlines[job])
    for step in floor.jobSteps[job].reversed() where !floor.steps[step].isPinned {
      guard let spot = latestSpot(of: step, by: limit) else {
        takeAll(of: job)
        return false
      }
      put(step, spot, backward: true)
    }
    return true
  }

  /// Places a job as early as fits; what it says instead is why it cannot be placed.
  mutating func placeForward(_ job: Int) -> ShopPlan.Unplaced? {
    let cancelAfter = floor.shop.jobs[job].cancelAfter
    for step in floor.jobSteps[job] {
      let reference = floor.references[step]
      if !floor.steps[step].isPinned {
        guard let spot = earliestSpot(of: step) else {
          takeAll(of: job)
          return .init(task: reference, reason: .noResource)
        }
        put(step, spot, backward: false)
      }
      guard spots[step].finish > floor.deadlines[job], floor.shop.jobs[job].lock != .frozen else { continue }
      let finish = spots[step].finish
      takeAll(of: job)
      if let cancelAfter, cancelAfter < floor.shop.horizon, finish <= floor.shop.horizon {
        return .init(task: reference, reason: .pastCancelAfter(finish: finish))
      }
      return .init(task: reference, reason: .noTimeBeforeHorizon)
    }
    return nil
  }

  /// Tries a job that had no place once more; the reason why it still has none.
  mutating func placeAgain(_ unplaced: ShopPlan.Unplaced) -> ShopPlan.Unplaced? {
    guard let job = floor.shop.jobs.firstIndex(where: { $0.id == unplaced.task.job }) else { return unplaced }
    return placeForward(job)
  }

  private mutating func takeAll(of job: Int) {
    for step in floor.jobSteps[job] { take(step) }
  }
}
