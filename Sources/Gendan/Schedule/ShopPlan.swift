/// What is worked on where and when, and why there and then.
public struct ShopPlan: Sendable, Hashable {
  /// The tasks that have a place, in the order of the shop's jobs and their tasks.
  public let placements: [Placement]

  /// The jobs that have none, each with the task at which it failed and the reason; of such a job only
  /// what is pinned has a placement.
  public let unplaced: [Unplaced]

  /// Pairs of pinned tasks that claim the same place at the same time: facts for a person to settle.
  public let clashes: [Clash]

  /// The sum over placed jobs of weight times minutes late.
  public let weightedTardiness: Int

  /// The minute at which the last placed task ends; the planning minute if there is none.
  public let makespan: Int

  /// The moves that the search has tried; none if the first plan stands.
  public let moves: Int

  private let indices: [Shop.Reference: Int]

  init(
    placements: [Placement], unplaced: [Unplaced], clashes: [Clash], weightedTardiness: Int, makespan: Int,
    moves: Int
  ) {
    self.placements = placements
    self.unplaced = unplaced
    self.clashes = clashes
    self.weightedTardiness = weightedTardiness
    self.makespan = makespan
    self.moves = moves
    indices = Dictionary(placements.enumerated().map { ($1.task, $0) }) { first, _ in first }
  }

  /// A task on its place.
  public struct Placement: Sendable, Hashable {
    /// Which task.
    public let task: Shop.Reference

    /// The resource's id.
    public let resource: Int

    /// The place of the resource, counted from 0; always 0 where there is no limit.
    public let place: Int

    /// The minute work begins.
    public let start: Int

    /// The minute work ends.
    public let finish: Int

    /// Why it stands there.
    public let binding: Binding
  }

  /// A job that could not be placed.
  public struct Unplaced: Sendable, Hashable {
    /// The task at which it failed.
    public let task: Shop.Reference

    /// Why.
    public let reason: Reason

    /// Why a job cannot be placed.
    public enum Reason: Sendable, Hashable {
      /// No resource with a place can do the task.
      case noResource

      /// The task cannot be finished before the horizon.
      case noTimeBeforeHorizon

      /// The task would finish, at this minute, after nobody wants the job any more.
      case pastCancelAfter(finish: Int)
    }
  }

  /// Two pinned tasks on one place at the same time.
  public struct Clash: Sendable, Hashable {
    /// The task that begins first.
    public let first: Shop.Reference

    /// The task that begins before the first one ends.
    public let second: Shop.Reference
  }

  /// Where a task stands; nil if it has no place.
  public func placement(of task: Shop.Reference) -> Placement? {
    indices[task].map { placements[$0] }
  }
}
