/// When a step can stand where, by its job, its calendar and what is pinned.
extension ShopFloor {
  /// The first hand of an option's clock at which its step may begin after the step before it, which is
  /// nil at the beginning of a job.
  @inline(__always)
  func firstHand(of step: Step, _ option: Option, after previous: Spot?) -> Int {
    let clock = clocks[option.clock]
    guard let previous else { return clock.hand(at: step.earliest) }
    let hand = clock.hand(at: max(step.earliest, previous.handover))
    guard previous.handover < previous.finish else { return hand }
    return max(hand, clock.hand(at: previous.finish) + option.trail - option.work)
  }

  /// The last hand of an option's clock at which its step must end before the step after it.
  func lastHand(of option: Option, before next: Spot) -> Int {
    let nextOption = options[Int(next.option)]
    let left = clocks[nextOption.clock].opening(next.hand + nextOption.work - nextOption.trail)
    let clock = clocks[option.clock]
    let handedOver = clock.hand(at: next.start) + option.work - option.lead
    return option.lead == option.work ? handedOver : min(handedOver, clock.hand(at: left))
  }

  /// Where a step stands that begins at a hand of its place's clock.
  @inline(__always)
  func spot(_ option: Int, _ place: Int, hand: Int) -> Spot {
    let choice = options[option]
    let clock = clocks[choice.clock]
    let start = clock.opening(hand)
    let finish = choice.work == 0 ? start : clock.closing(hand + choice.work)
    let handover = choice.lead == choice.work ? finish : clock.closing(hand + choice.lead)
    return Spot(
      option: Int32(truncatingIfNeeded: option), place: Int32(truncatingIfNeeded: place), hand: hand,
      end: hand + choice.work, start: start, handover: handover, finish: finish)
  }

  /// The first hand from a given one on at which so much work is clear of what is pinned to the place.
  @inline(__always)
  func clearHand(_ hand: Int, work: Int, on place: Int) -> Int {
    var hand = hand
    for block in placeBlocks[place] where block.hands.upperBound > hand {
      if block.hands.lowerBound >= hand + work { break }
      hand = block.hands.upperBound
    }
    return hand
  }
}
