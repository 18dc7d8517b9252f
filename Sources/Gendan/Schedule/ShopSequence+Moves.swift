/// A step taken off its place and put in behind another.
struct ShopMove {
  let step: Int
  let option: Int32
  let place: Int32
  let after: Int32  // -1 is first on the place
  var exchange: (step: Int, after: Int32)?  // a step that then takes its old place behind another
}

/// What a move has changed in the order of the steps.
struct ShopMoveTrace {
  fileprivate let old: ShopMove
  fileprivate let range: Range<Int>
  fileprivate let wasLinked: Bool
  fileprivate let logged: Int  // entries of the log before it
}

extension ShopSequence {
  /// Makes a move and works the times through; nil, and nothing is changed, where it would make a step wait
  /// for itself or end after the limit.
  mutating func make(_ move: ShopMove, within limit: Int, _ shelf: inout [Int32]) -> ShopMoveTrace? {
    let step = move.step
    let node = nodes[step]
    let old = ShopMove(step: step, option: node.spot.option, place: node.spot.place, after: node.before)
    let wasLinked = floor.options[Int(node.spot.option)].takesPlace
    let oldNext = node.after
    let logged = logCount
    if wasLinked { unlink(step) }
    nodes[step].spot.option = move.option
    nodes[step].spot.place = move.place
    if floor.options[Int(move.option)].takesPlace { link(step, after: move.after, on: Int(move.place)) }
    guard let range = reorder(around: step, &shelf) else {
      putBack(old, wasLinked)
      nodes[step].spot = node.spot
      return nil
    }
    let trace = ShopMoveTrace(old: old, range: range, wasLinked: wasLinked, logged: logged)
    mark(Int32(truncatingIfNeeded: step))
    mark(oldNext)
    mark(nodes[step].after)
    // The node's own times are those of its old place until it is worked through.
    if propagate(within: limit) { return trace }
    undo(trace, shelf)
    return nil
  }

  /// Takes the last move back.
  mutating func undo(_ trace: ShopMoveTrace, _ shelf: [Int32]) {
    rewind(to: trace.logged)
    putBack(trace.old, trace.wasLinked)
    for (i, step) in zip(trace.range, shelf) {
      order[i] = step
      positions[Int(step)] = Int32(truncatingIfNeeded: i)
    }
  }

  private mutating func putBack(_ old: ShopMove, _ wasLinked: Bool) {
    if floor.options[Int(nodes[old.step].spot.option)].takesPlace { unlink(old.step) }
    nodes[old.step].spot.option = old.option
    nodes[old.step].spot.place = old.place
    if wasLinked { link(old.step, after: old.after, on: Int(old.place)) }
  }
}
