extension Shop {
  /// Which of the plans that end alike is wanted.
  public enum Aim: Sendable, Hashable {
    /// Nothing begins earlier than it needs to: what is not late stands as late as its due minute lets it.
    case latest

    /// Everything begins as early as it can.
    case earliest
  }

  /// Plans every job backward from its due minute, or forward where that does not fit.
  ///
  /// On finite capacity, by priority, released before proposed, and due minute; what is pinned stays. The
  /// shop is refused if it contradicts itself.
  public func backwardPlan() throws(ShopFault) -> ShopPlan {
    var draft = ShopDraft(try ShopFloor(self))
    let unplaced = draft.placeAll()
    return ShopPlan(draft, unplaced: unplaced, moves: 0)
  }

  /// The backward plan, improved by local search for the least total weighted tardiness and then for the
  /// least makespan.
  ///
  /// Without a budget it takes the one that fits the shop's size. A plan that stands as late as it can and
  /// makes nobody late is left as it is: nothing would be gained that anybody waits for, and much moved.
  public func plan(_ aim: Aim = .latest, budget: Budget? = nil) throws(ShopFault) -> ShopPlan {
    let floor = try ShopFloor(self)
    var first = ShopDraft(floor)
    let unplaced = first.placeAll()
    if aim == .latest, first.score().tardiness == 0 {
      return ShopPlan(first, unplaced: unplaced, moves: 0)
    }
    var search = ShopSearch(first, seed: budget?.seed ?? 1)
    let moves = search.improve(moves: budget?.moves ?? Budget.standard(for: self).moves)
    var best = ShopDraft(search.best)
    // The search may have made room.
    let left = unplaced.compactMap { best.placeAgain($0) }
    if aim == .latest {
      best.moveRight()
      guard (left.count, best.score()) < (unplaced.count, first.score()) else {
        return ShopPlan(first, unplaced: unplaced, moves: moves)
      }
    }
    return ShopPlan(best, unplaced: left, moves: moves)
  }
}
