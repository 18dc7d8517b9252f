/// The steps that make one end when it does, from the last to the first, and moves that may change that.
///
/// Only by breaking such a path can its end come earlier: by changing the order within one of its blocks,
/// the steps that follow each other on one place (Grabowski 1986; Nowicki and Smutnicki 1996; Balas and
/// Vazacopoulos 1998), or by moving one of its steps to another place (Mastrolilli and Gambardella 2000).
struct CriticalPath {
  /// Whether only the path's end counts, and not those of the jobs on it.
  var bordersOnly = false

  private var steps: [Int32] = []
  private var links: [Int32] = []  // indices of steps that wait for the one after them on their place

  /// Walks back from a step; where job and place bind alike, chance decides.
  mutating func trace(from last: Int, in sequence: ShopSequence, _ random: inout ShopRandom) {
    steps.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    var step = last
    while step >= 0, !sequence.floor.steps[step].isPinned {
      steps.append(Int32(truncatingIfNeeded: step))
      let node = sequence.nodes[step]
      var isPlace = node.binding == .place
      if node.binding == .both { isPlace = random.below(2) == 0 }
      if isPlace {
        links.append(Int32(truncatingIfNeeded: steps.count - 1))
        step = Int(node.before)
      } else {
        step = node.binding == .root ? -1 : sequence.floor.steps[step].previous
      }
    }
  }

  /// Whether the path is one place's work from now on without a pause, none of which can be done elsewhere:
  /// then nothing ends it sooner (a single block, Nowicki and Smutnicki 1996).
  func isShortest(in sequence: ShopSequence) -> Bool {
    let floor = sequence.floor
    guard let first = steps.last, links.count == steps.count - 1 else { return false }
    let spot = sequence.nodes[Int(first)].spot
    let clock = floor.clocks[floor.options[Int(spot.option)].clock]
    return spot.hand == clock.hand(at: floor.shop.now)
      && steps.allSatisfy {
        let options = floor.steps[Int($0)].options
        return options.count == 1 && floor.options[options.lowerBound].places.count == 1
      }
  }

  /// A move that may shorten the path; nil if nothing can.
  func move(in sequence: ShopSequence, _ random: inout ShopRandom) -> ShopMove? {
    guard !steps.isEmpty else { return nil }
    let step = Int(steps[random.below(steps.count)])
    if links.isEmpty || random.below(2) == 0, let move = reassignment(of: step, in: sequence, &random) {
      return move
    }
    guard !links.isEmpty else { return nil }
    // Near the late end more often than far from it.
    let i = random.below(bordersOnly ? links.count : 1 + random.below(links.count))
    let link = Int(links[i])
    return bordersOnly
      ? borderMove(at: link, in: sequence, &random) : placeMove(at: link, in: sequence, &random)
  }

  /// The first or last step of the block around a link exchanged with its neighbour, or another step of
  /// the block moved before or behind it: inside a block steps may change as they like, and its end stays.
  private func borderMove(at link: Int, in sequence: ShopSequence, _ random: inout ShopRandom) -> ShopMove {
    var last = link
    var first = link + 1
    while last > 0, isLink(last - 1, in: sequence) { last -= 1 }
    while first + 1 < steps.count, isLink(first, in: sequence) { first += 1 }
    let isSwap = random.below(2) == 0
    if random.below(2) == 0 {
      let step = isSwap ? last + 1 : last + 1 + random.below(first - last)
      return behind(Int(steps[step]), steps[last], in: sequence)
    }
    let step = isSwap ? first - 1 : last + random.below(first - last)
    return behind(Int(steps[step]), sequence.nodes[Int(steps[first])].before, in: sequence)
  }

  /// A step at a link moved along its place, or exchanged with another there (as Congram, Potts and van de
  /// Velde 2002 do on one machine); near ones more often than far ones, and beyond the path too, for what
  /// is late anyway may wait longer.
  private func placeMove(at link: Int, in sequence: ShopSequence, _ random: inout ShopRandom) -> ShopMove {
    let queue = sequence.order.count / max(1, sequence.firsts.count) + 1
    let reach = random.below(1 + random.below(1 + random.below(queue)))
    let isLeftward = random.below(2) == 0
    var other = isLeftward ? steps[link + 1] : steps[link]
    for _ in 0..<reach {
      let next = isLeftward ? sequence.nodes[Int(other)].before : sequence.nodes[Int(other)].after
      if next < 0 { break }
      other = next
    }
    let first = Int(isLeftward ? other : steps[link + 1])
    let last = isLeftward ? steps[link] : other
    if random.below(4) == 0 { return behind(first, last, in: sequence) }
    var move = behind(Int(last), sequence.nodes[first].before, in: sequence)
    let between = sequence.nodes[Int(last)].before
    if random.below(3) > 0, between != first { move.exchange = (first, between) }
    return move
  }

  /// Whether a step of the path stands right behind the one that follows it there.
  private func isLink(_ i: Int, in sequence: ShopSequence) -> Bool {
    sequence.nodes[Int(steps[i])].before == steps[i + 1]
  }

  private func behind(_ step: Int, _ other: Int32, in sequence: ShopSequence) -> ShopMove {
    let spot = sequence.nodes[step].spot
    return ShopMove(step: step, option: spot.option, place: spot.place, after: other)
  }

  /// A step moved to another place, near to where its job lets it begin there.
  private func reassignment(
    of step: Int, in sequence: ShopSequence, _ random: inout ShopRandom
  ) -> ShopMove? {
    let floor = sequence.floor
    let it = floor.steps[step]
    let i = it.options.lowerBound + random.below(it.options.count)
    let option = floor.options[i]
    let place = option.places.lowerBound + random.below(option.places.count)
    let spot = sequence.nodes[step].spot
    guard place != Int(spot.place) || i != Int(spot.option) else { return nil }
    let previous = it.previous < 0 ? nil : sequence.nodes[it.previous].spot
    let hand = floor.firstHand(of: it, option, after: previous)
    var after: Int32 = -1
    var next = option.takesPlace ? sequence.firsts[place] : -1
    while next >= 0, sequence.nodes[Int(next)].spot.hand < hand {
      if next != step { after = next }
      next = sequence.nodes[Int(next)].after
    }
    if next >= 0, next != step, random.below(4) == 0 {
      after = next
    } else if after >= 0, random.below(3) == 0 {
      after = sequence.nodes[Int(after)].before
      if after == step { after = sequence.nodes[step].before }
    }
    return ShopMove(
      step: step, option: Int32(truncatingIfNeeded: i), place: Int32(truncatingIfNeeded: place), after: after)
  }
}
