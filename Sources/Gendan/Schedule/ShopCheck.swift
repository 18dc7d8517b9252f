/// What a shop must be for the engine to reckon with it.
enum ShopCheck {
  /// Minutes are at most this far from the axis' zero, either way: two million years.
  static let latest = 1 << 40

  private static let most = 1 << 20  // tasks, places, calendar intervals

  /// Refuses a shop that contradicts itself or whose figures could overflow.
  static func check(_ shop: Shop) throws(ShopFault) {
    guard inRange(shop.now), inRange(shop.horizon) else { throw .shopOutOfRange }
    guard shop.now <= shop.horizon else { throw .horizonBeforeNow }
    for (i, calendar) in shop.calendars.enumerated() { try check(calendar, i) }
    let resources = try checkResources(of: shop)
    try checkJobs(of: shop, resources)
  }

  private static func inRange(_ minute: Int) -> Bool {
    (-latest...latest).contains(minute)
  }

  private static func check(_ calendar: Shop.OpenTime, _ index: Int) throws(ShopFault) {
    guard calendar.intervals.count <= most else { throw .shopOutOfRange }
    var end: Int?
    for (i, interval) in calendar.intervals.enumerated() {
      guard inRange(interval.lowerBound), inRange(interval.upperBound) else { throw .shopOutOfRange }
      guard !interval.isEmpty, end.map({ $0 < interval.lowerBound }) ?? true else {
        throw .calendarOutOfOrder(calendar: index, interval: i)
      }
      end = interval.upperBound
    }
  }

  private static func checkResources(of shop: Shop) throws(ShopFault) -> [Int: Shop.Resource] {
    var known: [Int: Shop.Resource] = [:]
    var places = 0
    for resource in shop.resources {
      guard known.updateValue(resource, forKey: resource.id) == nil else { throw .resourceTwice(resource.id) }
      guard resource.places ?? 1 >= 0, resource.efficiency > 0 else { throw .impossibleResource(resource.id) }
      guard resource.places ?? 1 <= most, resource.efficiency <= latest else {
        throw .resourceOutOfRange(resource.id)
      }
      places += resource.places ?? 1
      guard places <= most else { throw .shopOutOfRange }
      if let calendar = resource.calendar, !shop.calendars.indices.contains(calendar) {
        throw .unknownCalendar(resource: resource.id, calendar: calendar)
      }
    }
    return known
  }

  private static func checkJobs(of shop: Shop, _ resources: [Int: Shop.Resource]) throws(ShopFault) {
    var known: Set<Int> = []
    var tasks = 0
    var tardiness = 0  // the most there could be: a pinned task may end after the horizon
    for job in shop.jobs {
      guard known.insert(job.id).inserted else { throw .jobTwice(job.id) }
      let minutes = [job.release, job.due ?? 0, job.cancelAfter ?? 0]
      guard minutes.allSatisfy(inRange), (0...latest).contains(job.weight) else {
        throw .jobOutOfRange(job.id)
      }
      let (cost, isTooMuch) = job.weight.multipliedReportingOverflow(by: latest - (job.due ?? latest))
      let (sum, isTooMany) = tardiness.addingReportingOverflow(isTooMuch ? 0 : cost)
      guard !isTooMuch, !isTooMany, sum <= 1 << 62 else { throw .jobOutOfRange(job.id) }
      tardiness = sum
      tasks += job.tasks.count
      guard tasks <= most else { throw .shopOutOfRange }
      try checkTasks(of: job, resources)
    }
  }

  private static func checkTasks(of job: Shop.Job, _ resources: [Int: Shop.Resource]) throws(ShopFault) {
    var known: Set<Int> = []
    var isPinned = true
    for task in job.tasks {
      let reference = Shop.Reference(job: job.id, task: task.id)
      guard known.insert(task.id).inserted else { throw .taskTwice(reference) }
      if let readiness = task.readiness, !inRange(readiness.minute) { throw .jobOutOfRange(job.id) }
      for alternative in task.alternatives { try check(alternative, reference, resources) }
      if let pin = task.pin {
        guard isPinned else { throw .pinnedOutOfOrder(reference) }
        try check(pin, reference, resources)
      } else if job.lock == .frozen {
        throw .frozenWithoutPin(reference)
      }
      isPinned = task.pin != nil
    }
  }

  private static func check(
    _ alternative: Shop.Alternative, _ task: Shop.Reference, _ resources: [Int: Shop.Resource]
  ) throws(ShopFault) {
    guard resources[alternative.resource] != nil else {
      throw .unknownResource(task, resource: alternative.resource)
    }
    let minutes = [alternative.work, alternative.lead ?? 0, alternative.trail]
    guard minutes.allSatisfy({ $0 >= 0 }) else { throw .negativeWork(task) }
    guard minutes.allSatisfy({ $0 <= latest }) else { throw .jobOutOfRange(task.job) }
  }

  private static func check(
    _ pin: Shop.Pin, _ task: Shop.Reference, _ resources: [Int: Shop.Resource]
  ) throws(ShopFault) {
    guard let resource = resources[pin.resource] else {
      throw .unknownResource(task, resource: pin.resource)
    }
    guard pin.place >= 0, pin.place < resource.places ?? 1 else { throw .impossiblePin(task) }
    guard inRange(pin.start), inRange(pin.handover ?? 0) else { throw .jobOutOfRange(task.job) }
    switch pin.end {
    case .finish(let finish):
      guard inRange(finish) else { throw .jobOutOfRange(task.job) }
      guard finish >= pin.start else { throw .impossiblePin(task) }
    case .remaining(let remaining):
      guard remaining >= 0 else { throw .negativeWork(task) }
      guard remaining <= latest else { throw .jobOutOfRange(task.job) }
    }
  }
}
