/// A workshop as it stands at one minute: what it can do, and what it has to do.
///
/// It is the whole input of the scheduling engine: the same shop and budget give the same plan on any
/// machine, and a what-if is a changed copy. Minutes count on one absolute axis of the caller's choice.
public struct Shop: Sendable, Hashable {
  /// The minute of planning: nothing that is not started yet begins before it.
  public var now: Int

  /// The last minute that is planned; what would finish after it is not placed.
  public var horizon: Int

  /// The calendars that resources name by their index.
  public var calendars: [OpenTime]

  /// The resources, each id once.
  public var resources: [Resource]

  /// The jobs, each id once.
  public var jobs: [Job]

  /// A shop of these calendars, resources and jobs, planned from `now` to `horizon`.
  public init(
    now: Int, horizon: Int, calendars: [OpenTime] = [], resources: [Resource] = [], jobs: [Job] = []
  ) {
    self.now = now
    self.horizon = horizon
    self.calendars = calendars
    self.resources = resources
    self.jobs = jobs
  }

  /// When a resource works: sorted intervals of minutes that do not touch before the one that follows.
  ///
  /// Work is interrupted by closed time and goes on when the resource opens again.
  public struct OpenTime: Sendable, Hashable {
    /// The open intervals; after the last one the resource is closed for good.
    public var intervals: [Range<Int>]

    /// A calendar of open intervals in minutes.
    public init(_ intervals: [Range<Int>]) {
      self.intervals = intervals
    }
  }

  /// Machines, people or a supplier that work on tasks: places that can stand in for each other.
  public struct Resource: Sendable, Hashable {
    /// The caller's number for it.
    public var id: Int

    /// The tasks it can work on at the same time; nil is without limit, as an outside supplier is.
    public var places: Int?

    /// The index of its calendar in the shop; nil is always open.
    public var calendar: Int?

    /// How fast it works, in basis points of the standard: at 8,000 a standard hour takes 75 minutes.
    public var efficiency: Int

    /// A resource with one place, always open, that works by the standard unless said otherwise.
    public init(id: Int, places: Int? = 1, calendar: Int? = nil, efficiency: Int = 10_000) {
      self.id = id
      self.places = places
      self.calendar = calendar
      self.efficiency = efficiency
    }
  }

  /// A task of a job, named as the caller names it.
  public struct Reference: Sendable, Hashable, Comparable {
    /// The job's id.
    public let job: Int

    /// The task's id within its job.
    public let task: Int

    /// The task `task` of the job `job`.
    public init(job: Int, task: Int) {
      self.job = job
      self.task = task
    }

    /// By job, then by task.
    public static func < (a: Reference, b: Reference) -> Bool {
      (a.job, a.task) < (b.job, b.task)
    }
  }
}
