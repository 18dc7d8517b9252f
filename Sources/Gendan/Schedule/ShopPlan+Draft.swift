extension ShopPlan {
  /// The plan that a finished draft is, with what binds each task.
  init(_ draft: ShopDraft, unplaced: [Unplaced], moves: Int) {
    let floor = draft.floor
    var placements: [Placement] = []
    let neighbours = PlaceNeighbours(draft)
    for step in floor.steps.indices where draft.isPlaced[step] {
      let spot = draft.spots[step]
      let resource = floor.resource(at: Int(spot.place))
      placements.append(
        Placement(
          task: floor.references[step], resource: resource.id, place: resource.place,
          start: spot.start, finish: spot.finish, binding: draft.binding(of: step, neighbours)))
    }
    let score = draft.score()
    self.init(
      placements: placements, unplaced: unplaced.sorted { $0.task < $1.task }, clashes: floor.clashes(),
      weightedTardiness: score.tardiness, makespan: score.makespan, moves: moves)
  }
}

/// The step that ends last before each on its place, and the one that comes after it; -1 is none.
struct PlaceNeighbours {
  private(set) var before: [Int]
  private(set) var after: [Int]

  init(_ draft: ShopDraft) {
    before = Array(repeating: -1, count: draft.spots.count)
    after = before
    for blocks in draft.busy {
      // Pinned blocks may lie over each other; all others are one after the other.
      guard var last = blocks.first else { continue }
      for (first, second) in zip(blocks, blocks.dropFirst()) {
        after[first.step] = second.step
        before[second.step] = last.step
        if second.hands.upperBound > last.hands.upperBound { last = second }
      }
    }
  }
}

extension ShopFloor {
  /// The pairs of pinned steps that claim a place at the same time.
  fileprivate func clashes() -> [ShopPlan.Clash] {
    placeBlocks.flatMap { blocks in
      blocks.indices.flatMap { i in
        blocks[(i + 1)...].prefix { $0.hands.lowerBound < blocks[i].hands.upperBound }.map {
          .init(first: references[blocks[i].step], second: references[$0.step])
        }
      }
    }
  }
}
