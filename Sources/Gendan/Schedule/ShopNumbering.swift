/// Numbers the tasks, places and alternatives of a shop through that has been checked.
struct ShopNumbering {
  let clocks: [ShopClock]
  private(set) var steps: [ShopFloor.Step] = []
  private(set) var references: [Shop.Reference] = []
  private(set) var options: [ShopFloor.Option] = []
  private(set) var pins: [Int: ShopFloor.Spot] = [:]
  private(set) var jobSteps: [Range<Int>] = []
  private(set) var placeResource: [Int] = []
  private(set) var placeBlocks: [[ShopFloor.Block]] = []
  private(set) var resourcePlaces: [Range<Int>] = []
  private let shop: Shop
  private var resources: [Int: Int] = [:]
  private var resourceClock: [Int] = []

  init(_ shop: Shop) {
    self.shop = shop
    clocks = shop.calendars.map { ShopClock($0) } + [.always]
    for (i, resource) in shop.resources.enumerated() {
      resources[resource.id] = i
      let first = resourcePlaces.last?.upperBound ?? 0
      resourcePlaces.append(first..<first + (resource.places ?? 1))
      resourceClock.append(resource.calendar ?? shop.calendars.count)
      placeResource += Array(repeating: i, count: resourcePlaces[i].count)
    }
    placeBlocks = Array(repeating: [], count: placeResource.count)
    for job in shop.jobs { add(job) }
  }

  private mutating func add(_ job: Shop.Job) {
    let first = steps.count
    let ranges = job.tasks.map { task in
      let from = options.count
      if task.pin == nil { addOptions(of: task) }
      return from..<options.count
    }
    let tails = self.tails(after: ranges)
    for (i, task) in job.tasks.enumerated() {
      references.append(.init(job: job.id, task: task.id))
      steps.append(
        .init(
          earliest: max(shop.now, job.release, task.readiness?.minute ?? shop.now), options: ranges[i],
          job: jobSteps.count, tail: tails[i], previous: i == 0 ? -1 : first + i - 1,
          next: i == job.tasks.count - 1 ? -1 : first + i + 1, isPinned: task.pin != nil))
      if let pin = task.pin { add(pin, of: first + i) }
    }
    jobSteps.append(first..<steps.count)
  }

  /// The least time from the end of each task of a job to the end of the job.
  private func tails(after ranges: [Range<Int>]) -> [Int] {
    var tails = Array(repeating: 0, count: ranges.count)
    for i in ranges.indices.dropLast().reversed() {
      let isHandedOver = options[ranges[i]].allSatisfy { $0.lead == $0.work }
      let next = options[ranges[i + 1]].lazy.map { isHandedOver ? $0.work : $0.trail }.min()
      tails[i] = tails[i + 1] + (next ?? 0)
    }
    return tails
  }

  private mutating func addOptions(of task: Shop.Task) {
    for alternative in task.alternatives {
      guard let i = resources[alternative.resource], !resourcePlaces[i].isEmpty else { continue }
      let work = paced(alternative.work, i)
      // At the least a minute, so that each begins and ends after the one before it in open time.
      let part = min(1, work)...work
      options.append(
        .init(
          clock: work > 0 ? resourceClock[i] : clocks.count - 1, places: resourcePlaces[i],
          takesPlace: shop.resources[i].places != nil && work > 0, work: work,
          lead: paced(alternative.lead ?? alternative.work, i).clamped(to: part),
          trail: paced(alternative.trail, i).clamped(to: part)))
    }
  }

  private mutating func add(_ pin: Shop.Pin, of step: Int) {
    guard let i = resources[pin.resource] else { return }
    let clock = clocks[resourceClock[i]]
    let place = resourcePlaces[i].lowerBound + pin.place
    var spot = ShopFloor.Spot(place: Int32(place), start: pin.start)
    switch pin.end {
    case .finish(let finish):
      spot.hand = clock.hand(at: pin.start)
      spot.finish = finish
    case .remaining(let remaining):
      spot.hand = clock.hand(at: shop.now)
      let finish = remaining == 0 ? shop.now : clock.closing(spot.hand + paced(remaining, i))
      spot.finish = min(shop.horizon + 1, finish)
    }
    spot.handover = min(spot.finish, pin.handover ?? spot.finish)
    spot.end = clock.hand(at: spot.finish)
    pins[step] = spot
    if shop.resources[i].places != nil, spot.end > spot.hand {
      placeBlocks[place].append(.init(hands: spot.hand..<spot.end, step: step))
    }
  }

  /// Standard minutes as the minutes that a resource of this efficiency takes, rounded up.
  private func paced(_ work: Int, _ resource: Int) -> Int {
    let efficiency = shop.resources[resource].efficiency
    return min(ShopClock.never, (work * 10_000 + efficiency - 1) / efficiency)
  }
}

extension Int {
  /// The nearest number in a range.
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
