extension ShopPlan {
  /// The one constraint that keeps a task where it stands.
  ///
  /// A task that stands as early as it can begins at the first open minute of its resource from `minute`
  /// on; one that stands as late as it can ends with the last open minute before it.
  public struct Binding: Sendable, Hashable {
    /// What binds.
    public let cause: Cause

    /// The minute from which, or up to which, the cause lets the task be worked on.
    public let minute: Int
  }

  /// What keeps a task where it stands.
  public enum Cause: Sendable, Hashable {
    /// It is pinned there: frozen or started.
    case pinned

    /// Nothing begins before the planning minute.
    case now

    /// The job is not released earlier.
    case release

    /// It is not ready earlier, for this reason.
    case readiness(String)

    /// The task before it in its job.
    case previous(Shop.Reference)

    /// The task that has its place before it.
    case busy(Shop.Reference)

    /// It stands as late as the due minute lets it.
    case due

    /// It stands as late as the horizon, or the job's being cancelled, lets it.
    case deadline

    /// It stands as late as the next task of its job lets it.
    case next(Shop.Reference)

    /// It stands as late as the task that has its place after it lets it.
    case claimed(Shop.Reference)

    /// The task that binds, if one does.
    public var task: Shop.Reference? {
      switch self {
      case .previous(let task), .busy(let task), .next(let task), .claimed(let task): task
      case .pinned, .now, .release, .readiness, .due, .deadline: nil
      }
    }

    /// Whether it keeps the task from standing earlier; the others keep it from standing later.
    public var isForward: Bool {
      switch self {
      case .pinned, .now, .release, .readiness, .previous, .busy: true
      case .due, .deadline, .next, .claimed: false
      }
    }
  }

  /// A task's placement, that of the task that binds it, and so on to the first that no other task binds.
  public func chain(from task: Shop.Reference) -> [Placement] {
    var chain: [Placement] = []
    var link: Shop.Reference? = task
    // A chain never comes back to a task, so it is no longer than the plan.
    while let reference = link, chain.count < placements.count, let placement = placement(of: reference) {
      chain.append(placement)
      link = placement.binding.cause.task
    }
    return chain
  }
}
