/// What a plan is worth: the less the better, and what comes first counts most.
struct ShopScore: Comparable {
  /// Jobs that end after the horizon or after they are cancelled.
  var overruns: Int

  /// The sum of weight times minutes late.
  var tardiness: Int

  /// The minute at which the last task ends.
  var makespan: Int

  static func < (a: ShopScore, b: ShopScore) -> Bool {
    (a.overruns, a.tardiness, a.makespan) < (b.overruns, b.tardiness, b.makespan)
  }
}

extension ShopDraft {
  /// What a plan is worth: weighted tardiness first, then its end.
  func score() -> ShopScore {
    var score = ShopScore(overruns: 0, tardiness: 0, makespan: floor.shop.now)
    for (i, job) in floor.shop.jobs.enumerated() {
      guard let last = floor.jobSteps[i].last, isPlaced[last] else { continue }
      score.makespan = max(score.makespan, spots[last].finish)
      score.tardiness += job.weight * max(0, spots[last].finish - (job.due ?? spots[last].finish))
    }
    return score
  }
}
