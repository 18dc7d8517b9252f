extension ShopSequence {
  /// Moves a step within the order, and others with it where they must, so that no arc goes against it.
  ///
  /// The range of the order that has changed, whose former content is left on the shelf; nil, and nothing
  /// is changed, if the step would wait for itself. Only what lies between the two ends of the one arc
  /// that goes against the order is looked at (after Pearce and Kelly 2006).
  mutating func reorder(around step: Int, _ shelf: inout [Int32]) -> Range<Int>? {
    let node = nodes[step]
    let it = floor.steps[step]
    let at = Int(positions[step])
    let lowest = max(position(Int(node.before)), position(it.previous))
    let highest = min(
      node.after < 0 ? order.count : position(Int(node.after)), it.next < 0 ? order.count : position(it.next))
    shelf.removeAll(keepingCapacity: true)
    if lowest < highest {
      if at > lowest, at < highest { return at..<at }
      let range = at < lowest ? at..<lowest + 1 : highest..<at + 1
      shelf.append(contentsOf: order[range])
      if at < lowest {
        for i in at..<lowest { stand(order[i + 1], at: i) }
        stand(Int32(truncatingIfNeeded: step), at: lowest)
      } else {
        for i in (highest..<at).reversed() { stand(order[i], at: i + 1) }
        stand(Int32(truncatingIfNeeded: step), at: highest)
      }
      return range
    }
    let range = min(at, highest)..<max(at, lowest) + 1
    shelf.append(contentsOf: order[range])
    return part(range, around: step, root: order[highest], target: order[lowest], shelf) ? range : nil
  }

  /// Puts what has to come after the root behind the step, which comes behind the rest; false, and all is
  /// as it was, if the target is among what has to come after the root.
  private mutating func part(
    _ range: Range<Int>, around step: Int, root: Int32, target: Int32, _ shelf: [Int32]
  ) -> Bool {
    behind.removeAll(keepingCapacity: true)
    var free = range.lowerBound
    for other in shelf where other != step {
      let before = Int(nodes[Int(other)].before)
      let previous = floor.steps[Int(other)].previous
      if other == root || before >= 0 && isBehind[before] || previous >= 0 && isBehind[previous] {
        isBehind[Int(other)] = true
        behind.append(other)
      } else {
        stand(other, at: free)
        free += 1
      }
    }
    let isPossible = !isBehind[Int(target)]
    for other in behind { isBehind[Int(other)] = false }
    if isPossible {
      stand(Int32(truncatingIfNeeded: step), at: free)
      for (i, other) in behind.enumerated() { stand(other, at: free + 1 + i) }
    } else {
      for (i, other) in shelf.enumerated() { stand(other, at: range.lowerBound + i) }
    }
    return isPossible
  }

  /// Puts a step at a position of the order.
  @inline(__always)
  mutating func stand(_ step: Int32, at position: Int) {
    order[position] = step
    positions[Int(step)] = Int32(truncatingIfNeeded: position)
  }

  private func position(_ step: Int) -> Int {
    step < 0 ? -1 : Int(positions[step])
  }
}
