/// A plan in the making: steps are put on places one after the other and stay.
struct ShopDraft {
  let floor: ShopFloor
  var spots: [ShopFloor.Spot]
  var isPlaced: [Bool]
  var isBackward: [Bool]  // placed as late as fits, not as early
  var busy: [[ShopFloor.Block]]  // of each place, in order; pinned steps too

  /// A draft that only has what is pinned.
  init(_ floor: ShopFloor) {
    self.floor = floor
    spots = Array(repeating: ShopFloor.Spot(), count: floor.steps.count)
    isPlaced = floor.steps.map(\.isPinned)
    isBackward = Array(repeating: false, count: floor.steps.count)
    busy = floor.placeBlocks
    for (step, spot) in floor.pins { spots[step] = spot }
  }

  /// The plan of a sequence.
  init(_ sequence: ShopSequence) {
    self.init(sequence.floor)
    for step in sequence.order {
      put(Int(step), sequence.nodes[Int(step)].spot, backward: false)
    }
  }

  /// Puts a step on its place.
  mutating func put(_ step: Int, _ spot: ShopFloor.Spot, backward: Bool) {
    spots[step] = spot
    isPlaced[step] = true
    isBackward[step] = backward
    let option = floor.options[Int(spot.option)]
    guard option.takesPlace else { return }
    let place = Int(spot.place)
    busy[place].insert(
      .init(hands: spot.hand..<spot.hand + option.work, step: step), at: index(after: spot.hand, on: place))
  }

  /// Takes a step off its place again.
  mutating func take(_ step: Int) {
    guard isPlaced[step], !floor.steps[step].isPinned else { return }
    isPlaced[step] = false
    let place = Int(spots[step].place)
    let i = index(after: spots[step].hand, on: place) - 1
    if busy[place].indices.contains(i), busy[place][i].step == step { busy[place].remove(at: i) }
  }

  /// Where a step that begins as early as fits would finish first; nil if it has no resource.
  ///
  /// Among equals the one that begins last, then the first alternative and place.
  func earliestSpot(of step: Int) -> ShopFloor.Spot? {
    let it = floor.steps[step]
    let previous = it.previous < 0 ? nil : spots[it.previous]
    var best: ShopFloor.Spot?
    for i in it.options {
      let option = floor.options[i]
      let first = floor.firstHand(of: it, option, after: previous)
      for place in option.places {
        let hand = option.takesPlace ? gap(from: first, work: option.work, on: place) : first
        let spot = floor.spot(i, place, hand: hand)
        if let best, (best.finish, -best.start) <= (spot.finish, -spot.start) { continue }
        best = spot
      }
    }
    return best
  }

  /// Where a step that ends by a minute, and early enough for the step after it, would begin last; nil if
  /// it fits nowhere.
  func latestSpot(of step: Int, by minute: Int) -> ShopFloor.Spot? {
    let it = floor.steps[step]
    let previous = it.previous >= 0 && floor.steps[it.previous].isPinned ? spots[it.previous] : nil
    var best: ShopFloor.Spot?
    for i in it.options {
      let option = floor.options[i]
      let first = floor.firstHand(of: it, option, after: previous)
      let byMinute = floor.clocks[option.clock].hand(at: minute)
      let last = it.next < 0 ? byMinute : min(byMinute, floor.lastHand(of: option, before: spots[it.next]))
      for place in option.places {
        let end = option.takesPlace ? gap(to: last, work: option.work, on: place, notBefore: first) : last
        guard end - option.work >= first else { continue }
        let spot = floor.spot(i, place, hand: end - option.work)
        guard spot.finish <= minute else { continue }
        if let best, (best.start, -best.finish) >= (spot.start, -spot.finish) { continue }
        best = spot
      }
    }
    return best
  }

  /// The index of the first block on a place that begins after a hand.
  func index(after hand: Int, on place: Int) -> Int {
    var low = 0
    var high = busy[place].count
    while low < high {
      let middle = (low + high) / 2
      if busy[place][middle].hands.lowerBound > hand { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first hand, from a given one on, of a gap on a place that is wide enough.
  private func gap(from hand: Int, work: Int, on place: Int) -> Int {
    let blocks = busy[place]
    var i = index(after: hand, on: place)
    var hand = hand
    // Pinned blocks may lie over each other, so any one before may reach beyond the hand.
    if floor.placeBlocks[place].isEmpty {
      if i > 0 { hand = max(hand, blocks[i - 1].hands.upperBound) }
    } else {
      for block in blocks[..<i] { hand = max(hand, block.hands.upperBound) }
    }
    while i < blocks.count, blocks[i].hands.lowerBound < hand + work {
      hand = max(hand, blocks[i].hands.upperBound)
      i += 1
    }
    return hand
  }

  /// The last hand, up to a given one, at which a wide enough gap on a place ends.
  private func gap(to end: Int, work: Int, on place: Int, notBefore first: Int) -> Int {
    let blocks = busy[place]
    var end = end
    var i = index(after: end - 1, on: place) - 1
    while i >= 0, end - work >= first {
      if blocks[i].hands.upperBound > end - work { end = min(end, blocks[i].hands.lowerBound) }
      i -= 1
      if floor.placeBlocks[place].isEmpty, i >= 0, blocks[i].hands.upperBound <= end - work { break }
    }
    return end
  }
}
