/// The order of the steps on every place, and the earliest times that follow from it.
///
/// It is a complete selection of the disjunctive graph (Roy and Sussmann 1964): arcs along each job and
/// along each place. All steps stand in one order that no arc goes against; a change of a few arcs is
/// worked through along it, and only where times really change.
struct ShopSequence {
  /// A step in the graph.
  struct Node {
    var spot = ShopFloor.Spot()
    var before: Int32 = -1  // on its place
    var after: Int32 = -1
    var binding = Binding.root
  }

  /// What keeps a node from standing earlier.
  enum Binding {
    case root, job, place, both
  }

  let floor: ShopFloor
  var nodes: [Node]
  var order: [Int32] = []  // movable steps
  var positions: [Int32]  // in the order; -1 for what is pinned or not placed
  var firsts: [Int32]  // of each place
  private(set) var late = LateJobs()
  private(set) var tardiness = 0
  private(set) var overruns = 0
  private var dirty: [UInt64]
  private var dirtyCount = 0
  private var log: [(step: Int32, spot: ShopFloor.Spot, binding: Binding)] = []
  var behind: [Int32] = []  // room for `reorder`
  var isBehind: [Bool]
  private let lastSteps: [Int]  // of each job that is placed, else -1

  /// The sequence of a draft, with its steps as early as that order lets them.
  init(_ draft: ShopDraft) {
    floor = draft.floor
    nodes = draft.spots.map { Node(spot: $0) }
    positions = Array(repeating: -1, count: nodes.count)
    isBehind = Array(repeating: false, count: nodes.count)
    firsts = Array(repeating: -1, count: draft.busy.count)
    order = floor.steps.indices.filter { draft.isPlaced[$0] && !draft.floor.steps[$0].isPinned }.sorted {
      (draft.spots[$0].start, $0) < (draft.spots[$1].start, $1)
    }.map { Int32(truncatingIfNeeded: $0) }
    dirty = Array(repeating: 0, count: order.count / 64 + 1)
    lastSteps = draft.floor.jobSteps.map { steps in
      steps.last.flatMap { draft.isPlaced[$0] ? $0 : nil } ?? -1
    }
    late = LateJobs(count: lastSteps.count)
    for (i, step) in order.enumerated() { positions[Int(step)] = Int32(truncatingIfNeeded: i) }
    for place in draft.busy.indices {
      var last: Int32 = -1
      for block in draft.busy[place] where !floor.steps[block.step].isPinned {
        link(block.step, after: last, on: place)
        last = Int32(truncatingIfNeeded: block.step)
      }
    }
    for job in lastSteps.indices where lastSteps[job] >= 0 {
      recount(job, from: -ShopCheck.latest, to: nodes[lastSteps[job]].spot.finish)
    }
    for position in order.indices { mark(order[position]) }
    _ = propagate(within: ShopSequence.noLimit)
    log.removeAll()
  }

  /// A limit that nothing comes near: further off than all work after the last minute.
  static let noLimit = 1 << 62

  /// The minute at which the last job ends.
  var makespan: Int {
    var last = floor.shop.now
    for step in lastSteps where step >= 0 { last = max(last, nodes[step].spot.finish) }
    return last
  }

  /// The step that ends last; nil if no job is placed.
  var lastToEnd: Int? {
    var last: Int?
    for step in lastSteps where step >= 0 {
      if let other = last, nodes[other].spot.finish >= nodes[step].spot.finish { continue }
      last = step
    }
    return last
  }

  /// What the sequence is worth.
  var score: ShopScore {
    ShopScore(overruns: overruns, tardiness: tardiness, makespan: makespan)
  }

  /// The last step of a job, -1 if the job is not placed.
  func lastStep(of job: Int) -> Int { lastSteps[job] }

  /// Puts a step that is on no place behind another, or first where that is -1.
  mutating func link(_ step: Int, after other: Int32, on place: Int) {
    let it = Int32(truncatingIfNeeded: step)
    let next = other < 0 ? firsts[place] : nodes[Int(other)].after
    if other < 0 { firsts[place] = it } else { nodes[Int(other)].after = it }
    if next >= 0 { nodes[Int(next)].before = it }
    nodes[step].before = other
    nodes[step].after = next
  }

  /// Takes a step off its place.
  mutating func unlink(_ step: Int) {
    let before = nodes[step].before
    let after = nodes[step].after
    if before >= 0 {
      nodes[Int(before)].after = after
    } else if firsts[Int(nodes[step].spot.place)] == Int32(truncatingIfNeeded: step) {
      firsts[Int(nodes[step].spot.place)] = after
    }
    if after >= 0 { nodes[Int(after)].before = before }
    nodes[step].before = -1
    nodes[step].after = -1
  }

  /// Notes that a step's times may have changed.
  mutating func mark(_ step: Int32) {
    guard step >= 0, positions[Int(step)] >= 0 else { return }
    let position = Int(positions[Int(step)])
    let bit = UInt64(1) << UInt64(position & 63)
    if dirty[position >> 6] & bit == 0 {
      dirty[position >> 6] |= bit
      dirtyCount += 1
    }
  }

  /// Works changed times through the order; false, and left half way, where a step would end after the limit.
  mutating func propagate(within limit: Int) -> Bool {
    var word = 0
    while dirtyCount > 0 {
      while dirty[word] == 0 { word += 1 }
      let bit = dirty[word].trailingZeroBitCount
      dirty[word] &= dirty[word] &- 1
      dirtyCount -= 1
      let i = order[word << 6 | bit]
      let step = Int(i)
      let old = nodes[step]
      let (spot, binding) = timed(step)
      if spot.finish + floor.steps[step].tail > limit {
        clearMarks(from: word)
        return false
      }
      log.append((i, old.spot, old.binding))
      nodes[step].binding = binding
      guard spot != old.spot else { continue }
      nodes[step].spot = spot
      mark(old.after)
      let next = floor.steps[step].next
      if next >= 0 {
        mark(Int32(truncatingIfNeeded: next))
      } else {
        recount(floor.steps[step].job, from: old.spot.finish, to: spot.finish)
      }
    }
    return true
  }

  /// The times that were changed and may be put back.
  var logCount: Int { log.count }

  /// Puts times back that were changed, until so many changes are left.
  mutating func rewind(to count: Int) {
    while log.count > count, let entry = log.popLast() {
      let step = Int(entry.step)
      let finish = nodes[step].spot.finish
      nodes[step].spot = entry.spot
      nodes[step].binding = entry.binding
      if finish != entry.spot.finish, floor.steps[step].next < 0 {
        recount(floor.steps[step].job, from: finish, to: entry.spot.finish)
      }
    }
  }

  /// Lets the changed times stand.
  mutating func settle() {
    log.removeAll(keepingCapacity: true)
  }

  private mutating func clearMarks(from word: Int) {
    for i in word..<dirty.count { dirty[i] = 0 }
    dirtyCount = 0
  }

  /// The earliest time of a step after those before it, and which of them binds.
  private func timed(_ step: Int) -> (ShopFloor.Spot, Binding) {
    let it = floor.steps[step]
    let node = nodes[step]
    let option = floor.options[Int(node.spot.option)]
    let previous = it.previous
    var hand: Int
    var binding = Binding.root
    if previous >= 0 {
      hand = floor.firstHand(of: it, option, after: nodes[previous].spot)
      if nodes[previous].spot.handover >= it.earliest { binding = .job }
    } else {
      hand = floor.firstHand(of: it, option, after: nil)
    }
    if node.before >= 0 {
      let free = nodes[Int(node.before)].spot.end
      if free > hand {
        hand = free
        binding = .place
      } else if free == hand {
        binding = binding == .job ? .both : .place
      }
    }
    if option.takesPlace, !floor.placeBlocks[Int(node.spot.place)].isEmpty {
      let clear = floor.clearHand(hand, work: option.work, on: Int(node.spot.place))
      // It is the steps before it that leave no room before what is pinned.
      if clear > hand, node.before >= 0 { binding = .place }
      hand = clear
    }
    return (floor.spot(Int(node.spot.option), Int(node.spot.place), hand: hand), binding)
  }

  /// Counts a job again whose end has changed.
  private mutating func recount(_ job: Int, from old: Int, to new: Int) {
    let deadline = floor.deadlines[job]
    if (old > deadline) != (new > deadline) { overruns += new > deadline ? 1 : -1 }
    // Beyond the last minute lateness no longer counts: it is an overrun already.
    let due = floor.dues[job]
    let before = max(0, min(old, ShopCheck.latest) - due)
    let after = max(0, min(new, ShopCheck.latest) - due)
    guard before != after else { return }
    tardiness += floor.weights[job] * (after - before)
    if before == 0 { late.insert(job) } else if after == 0 { late.remove(job) }
  }
}
