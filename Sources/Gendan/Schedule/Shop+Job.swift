extension Shop {
  /// What is made for one promise: tasks that run in their order.
  public struct Job: Sendable, Hashable {
    /// The caller's number for it.
    public var id: Int

    /// The tasks that are not done yet, in their order.
    public var tasks: [Task]

    /// The minute before which no task of it begins.
    public var release: Int

    /// The minute by which it has to be finished: the promise less transit; nil if nobody waits for it.
    public var due: Int?

    /// The minute after which nobody wants it any more; a job that cannot finish by then is not placed.
    public var cancelAfter: Int?

    /// What a minute of lateness costs, against the other jobs.
    public var weight: Int

    /// Its turn in the first plan: the lowest number first.
    public var priority: Int

    /// Whether its placements may be changed.
    public var lock: Lock

    /// A job that may be moved, of weight 1, unless said otherwise.
    public init(
      id: Int, tasks: [Task], release: Int = 0, due: Int? = nil, cancelAfter: Int? = nil, weight: Int = 1,
      priority: Int = 0, lock: Lock = .movable
    ) {
      self.id = id
      self.tasks = tasks
      self.release = release
      self.due = due
      self.cancelAfter = cancelAfter
      self.weight = weight
      self.priority = priority
      self.lock = lock
    }
  }

  /// Whether a job's placements may be changed.
  public enum Lock: Sendable, Hashable {
    /// Every task stays where its pin says.
    case frozen

    /// Planned, and free to be planned anew.
    case movable

    /// Not released yet: planned like a movable job, after those of its own priority.
    case proposed
  }

  /// One operation of a job.
  public struct Task: Sendable, Hashable {
    /// The caller's number for it, once within its job.
    public var id: Int

    /// Where it can be worked on; none at all leaves the job without a place.
    public var alternatives: [Alternative]

    /// When material or anything else it waits for is there; nil if it waits for nothing.
    public var readiness: Readiness?

    /// Where it stands already, if it is frozen or has started.
    public var pin: Pin?

    /// A task with the resources that can do it.
    public init(id: Int, alternatives: [Alternative], readiness: Readiness? = nil, pin: Pin? = nil) {
      self.id = id
      self.alternatives = alternatives
      self.readiness = readiness
      self.pin = pin
    }
  }

  /// A resource that can do a task, and what it takes there.
  public struct Alternative: Sendable, Hashable {
    /// The resource's id.
    public var resource: Int

    /// The standard minutes of work, set-up included. Work of no minutes takes neither a
    /// place nor open time.
    public var work: Int

    /// The standard minutes, set-up included, after which, one at the least, the next task may begin
    /// with what is made so far; nil if the next task waits for all of it.
    public var lead: Int?

    /// The standard minutes of this task that are left to do when the task before it ends, one at the least:
    /// the work on the last pieces handed over.
    public var trail: Int

    /// Work of so many standard minutes on a resource.
    public init(resource: Int, work: Int, lead: Int? = nil, trail: Int = 0) {
      self.resource = resource
      self.work = work
      self.lead = lead
      self.trail = trail
    }
  }

  /// When something a task waits for is there.
  public struct Readiness: Sendable, Hashable {
    /// The minute from which the task may begin.
    public var minute: Int

    /// What it waits for: a key of the caller's, told again where it is what binds.
    public var reason: String

    /// Ready at a minute for a reason.
    public init(minute: Int, reason: String) {
      self.minute = minute
      self.reason = reason
    }
  }
}
