extension ShopPlan {
  /// A task that stands elsewhere, or at another time, than in an earlier plan.
  public struct Change: Sendable, Hashable {
    /// Which task.
    public let task: Shop.Reference

    /// Where it stood; nil if it had no place.
    public let before: Placement?

    /// Where it stands; nil if it has no place any more.
    public let after: Placement?
  }

  /// What moves when this plan takes the place of another, by job and task: a new reason is no move.
  public func moves(from old: ShopPlan) -> [Change] {
    var changes: [Change] = []
    for after in placements {
      let before = old.placement(of: after.task)
      if let before, after.standsLike(before) { continue }
      changes.append(Change(task: after.task, before: before, after: after))
    }
    for before in old.placements where placement(of: before.task) == nil {
      changes.append(Change(task: before.task, before: before, after: nil))
    }
    return changes.sorted { $0.task < $1.task }
  }
}

extension ShopPlan.Placement {
  /// Whether both are the same time on the same place.
  func standsLike(_ other: Self) -> Bool {
    (resource, place, start, finish) == (other.resource, other.place, other.start, other.finish)
  }
}
