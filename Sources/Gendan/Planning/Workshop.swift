/// The workshop as the book knows it, laid out for the scheduling engine: minutes count from 1970, in UTC, jobs are
/// production orders and tasks their operations, each under its key.
struct Workshop {
  /// An operation that is to be planned.
  struct Step: Sendable {
    let production: Identifier<ProductionOrder>
    let operation: Operation
    let capacity: StepCapacity
    let planned: Planned?
  }

  /// Where an operation stands in the saved plan.
  struct Planned: Sendable, Equatable {
    let resource: Identifier<Resource>?
    let place: Int
    let start: Instant
    let finish: Instant
  }

  /// The engine's input.
  private(set) var shop: Shop
  /// The operations by the engine's names.
  private(set) var steps: [Shop.Reference: Step] = [:]
  /// Production orders that are held: nobody knows when they go on, so they are not planned.
  private(set) var held: [ProductionOrder] = []
  /// The production orders that are planned.
  private(set) var orders: [Int: ProductionOrder] = [:]

  let hours: SiteHours

  /// What no resource is known for is done without limit in the site's hours, under this key.
  static let anywhere = 0
  /// How far ahead is planned: what does not fit into two years needs a person.
  static let days = 730

  /// The open work as of now, with a change that is thought through.
  init(in reading: Reading, _ change: PlanChange? = nil) throws {
    hours = try SiteHours(reading)
    shop = Shop(
      now: SiteHours.minute(reading.now), horizon: SiteHours.minute(reading.now) + Self.days * 1440,
      calendars: [], resources: [], jobs: [])
    let resources = try Resource.all(in: reading.db).filter(\.isActive).map { change?.changed($0) ?? $0 }
    let last = reading.today.adding(days: Self.days)
    shop.calendars = [hours.openTime(hours.spans, from: reading.today, to: last)]
    shop.resources = [Shop.Resource(id: Self.anywhere, places: nil, calendar: 0)]
    for resource in resources {
      let spans = resource.shifts.flatMap(WorkingHours.spans) ?? hours.spans
      if resource.shifts != nil || !resource.stops.isEmpty {
        shop.calendars.append(
          hours.openTime(spans, from: reading.today, to: last) { day in
            resource.stops.contains { $0.fromOn <= day && $0.lastOn.map { day <= $0 } ?? true }
          })
      }
      let calendar = resource.shifts != nil || !resource.stops.isEmpty ? shop.calendars.count - 1 : 0
      shop.resources.append(
        Shop.Resource(
          id: Int(resource.id.rawValue), places: resource.isOutside ? nil : resource.places,
          calendar: calendar,
          efficiency: resource.efficiency))
    }
    let places = resources.map { (Int($0.id.rawValue), $0.isOutside ? Int.max : $0.places) }
    try addJobs(in: reading, change, places: Dictionary(places) { first, _ in first })
  }

  private mutating func addJobs(in reading: Reading, _ change: PlanChange?, places: [Int: Int]) throws {
    var taken: [Int: Set<Int>] = [:]
    var steps = try PlanStep.open(in: reading.db)
    try PlanStep.block(&steps, from: reading.today, ignoring: change?.solved, in: reading.db)
    for job in try PlanJob.open(in: reading).map({ change?.changed($0) ?? $0 }) {
      let operations = (steps[job.production.id] ?? []).filter { $0.operation.finishedOn == nil }
      if job.isHeld {
        held.append(job.production)
        continue
      }
      guard !operations.isEmpty else { continue }
      let id = Int(job.production.id.rawValue)
      orders[id] = job.production
      var tasks: [Shop.Task] = []
      var isLeading = true
      for step in operations {
        let work = PlanWork(step, of: job.quantity, hours, places: places)
        var task = Shop.Task(id: Int(step.operation.id.rawValue), alternatives: work.alternatives)
        let pin =
          isLeading
          ? work.pin(step, frozen: job.production.isFrozen, now: shop.now, hours, places, &taken) : nil
        task.pin = pin
        task.readiness = step.blocked.map { Shop.Readiness(minute: hours.end(of: $0.until), reason: $0.no) }
        isLeading = pin != nil
        tasks.append(task)
        self.steps[Shop.Reference(job: id, task: task.id)] = Step(
          production: job.production.id, operation: step.operation, capacity: step.capacity,
          planned: step.planned)
      }
      let isFrozen = job.production.isFrozen && tasks.allSatisfy { $0.pin != nil }
      shop.jobs.append(
        Shop.Job(
          id: id, tasks: tasks, release: job.notBefore.map { max(shop.now, hours.start(of: $0)) } ?? shop.now,
          due: job.neededOn.map(hours.end), weight: job.weight, priority: job.priority,
          lock: isFrozen ? .frozen : .movable))
    }
  }
}

/// The site's days and hours in minutes.
struct SiteHours {
  /// The spans of a working day, in minutes after midnight.
  let spans: [Range<Int>]
  private let calendar: WorkingCalendar
  private let utcOffset: Int

  init(_ reading: Reading) throws {
    spans = WorkingHours.spans(try reading.settings()[.shifts]) ?? []
    calendar = try reading.calendar()
    utcOffset = reading.utcOffset
  }

  /// Minutes of a working day.
  var minutesPerDay: Int { max(1, spans.reduce(0) { $0 + $1.count }) }

  /// A moment as a minute since 1970.
  static func minute(_ instant: Instant) -> Int { Int(instant.seconds / 60) }

  /// The first minute of a day.
  func start(of day: Day) -> Int { Int(day.number) * 1440 - utcOffset / 60 }

  /// The minute after a day.
  func end(of day: Day) -> Int { start(of: day.adding(days: 1)) }

  /// The day of a minute.
  func day(_ minute: Int) -> Day { Instant(seconds: Int64(minute) * 60).day(utcOffset: utcOffset) }

  /// Working days, both ends counted; at least one.
  func days(from first: Day?, to last: Day?) -> Int {
    guard let first, let last else { return 1 }
    return max(1, calendar.workingDays(from: first, to: last) + (calendar.isWorking(first) ? 1 : 0))
  }

  /// The open minutes of the working days, less those on which it stands still.
  func openTime(
    _ spans: [Range<Int>], from first: Day, to last: Day, isStopped: (Day) -> Bool = { _ in false }
  ) -> Shop.OpenTime {
    var intervals: [Range<Int>] = []
    var day = first
    while day <= last {
      defer { day = day.adding(days: 1) }
      guard calendar.isWorking(day), !isStopped(day) else { continue }
      for span in spans {
        let begin = start(of: day) + span.lowerBound
        let end = start(of: day) + span.upperBound
        if let open = intervals.last, open.upperBound == begin {
          intervals[intervals.count - 1] = open.lowerBound..<end
        } else {
          intervals.append(begin..<end)
        }
      }
    }
    return Shop.OpenTime(intervals)
  }
}
