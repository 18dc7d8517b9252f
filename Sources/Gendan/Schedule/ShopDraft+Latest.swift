extension ShopDraft {
  /// Moves the jobs that are not late to the right, as late as their due minute and what comes after them
  /// lets them, so that no work begins earlier than needed. What is late stays, and so does what makes it
  /// late: nothing passes another step on its place.
  mutating func moveRight() {
    let movable = spots.indices.filter {
      isPlaced[$0] && !floor.steps[$0].isPinned && isOnTime(floor.steps[$0].job)
    }
    for step in movable.sorted(by: { (spots[$0].finish, $0) > (spots[$1].finish, $1) }) {
      let it = floor.steps[step]
      // What the next task waits for stays with it, though closed time between them left room.
      if it.next >= 0, !isBackward[it.next], jobBinding(of: it.next) != nil { continue }
      let old = spots[step]
      let option = floor.options[Int(old.option)]
      let place = Int(old.place)
      var end = floor.clocks[option.clock].hand(at: limit(of: it.job))
      if it.next >= 0 { end = min(end, floor.lastHand(of: option, before: spots[it.next])) }
      let i = option.takesPlace ? index(after: old.hand, on: place) : busy[place].count
      if i < busy[place].count { end = min(end, busy[place][i].hands.lowerBound) }
      guard end - option.work > old.hand else { continue }
      spots[step] = floor.spot(Int(old.option), place, hand: end - option.work)
      isBackward[step] = true
      if option.takesPlace { busy[place][i - 1] = .init(hands: end - option.work..<end, step: step) }
    }
  }

  private func limit(of job: Int) -> Int {
    min(floor.shop.jobs[job].due ?? floor.deadlines[job], floor.deadlines[job])
  }

  private func isOnTime(_ job: Int) -> Bool {
    guard let due = floor.shop.jobs[job].due, let last = floor.jobSteps[job].last else { return false }
    return spots[last].finish <= min(due, floor.deadlines[job])
  }
}
