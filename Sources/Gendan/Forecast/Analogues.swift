extension Forecast {
  /// Orders that once were in a situation like that of an order now, and what became of them.
  struct Analogues: Sendable {
    /// Slips of the nearest that were finished.
    let ended: [Int]
    /// Slips so far of those no less near that still ran on the as-of day.
    var running: [Int] = []
  }

  /// A past order at the like point of its life.
  fileprivate struct Candidate {
    let slip: Int
    let isEnded: Bool
    let features: (Double, Double, Double, Double)
  }
}

extension Forecast.Shop {
  /// The nearest of a group's orders, those that were released last preferred among equals.
  func analogues(
    of run: Forecast.Run, in situation: Forecast.Situation, at level: Forecast.Level, asOf: Int
  ) -> Forecast.Analogues {
    let candidates = candidates(like: run, in: situation, at: level, asOf: asOf)
    let weights = weights(of: candidates)
    var nearest: [(distance: Double, slip: Int)] = []
    for candidate in candidates where candidate.isEnded {
      let distance = distance(candidate.features, situation.features, weights)
      if nearest.count == Forecast.neighbours {
        guard let last = nearest.last, distance < last.distance else { continue }
        nearest.removeLast()
      }
      var index = nearest.count
      while index > 0, nearest[index - 1].distance > distance { index -= 1 }
      nearest.insert((distance, candidate.slip), at: index)
    }
    var analogues = Forecast.Analogues(ended: nearest.map(\.slip))
    if let reach = nearest.last?.distance {
      for candidate in candidates where !candidate.isEnded {
        if distance(candidate.features, situation.features, weights) <= reach {
          analogues.running.append(candidate.slip)
        }
      }
    }
    return analogues
  }

  /// The orders of a group that were in the same phase at the like point of their lives, and of which more is
  /// known than of the order itself: finished after it, or running longer. Latest first.
  private func candidates(
    like run: Forecast.Run, in situation: Forecast.Situation, at level: Forecast.Level, asOf: Int
  ) -> [Forecast.Candidate] {
    let group = group(level, of: run)
    let released = Self.count(of: group, upTo: asOf) { runs[$0].plannedStart }
    let slipSoFar = asOf - run.plannedFinish
    var found: [Forecast.Candidate] = []
    found.reserveCapacity(Forecast.recent)
    for index in group[max(0, released - Forecast.recent)..<released].reversed() {
      let other = runs[index]
      // Before an order is begun its wait tells most, after that its remaining work.
      let evening =
        situation.isWaiting
        ? asOf - run.plannedStart + other.plannedStart : asOf - run.plannedFinish + other.plannedFinish
      let isEnded = other.finish <= asOf
      let slip = (isEnded ? other.finish : asOf) - other.plannedFinish
      guard evening <= asOf, slip > slipSoFar, other.finish > evening else { continue }
      let then = self.situation(of: other, steps, at: evening)
      // Steps of other routes do not compare, only whether anything was begun.
      guard level == .shop ? then.isWaiting == situation.isWaiting : then.phase == situation.phase else {
        continue
      }
      found.append(Forecast.Candidate(slip: slip, isEnded: isEnded, features: then.features))
    }
    return found
  }

  /// One over each feature's variance, so that units do not count; 0 where all are equal.
  private func weights(of candidates: [Forecast.Candidate]) -> (Double, Double, Double, Double) {
    func weight(_ feature: (Forecast.Candidate) -> Double) -> Double {
      var sum = 0.0
      var squares = 0.0
      for candidate in candidates {
        let value = feature(candidate)
        sum += value
        squares += value * value
      }
      let count = max(1, Double(candidates.count))
      let variance = squares / count - (sum / count) * (sum / count)
      return variance > 1e-9 ? 1 / variance : 0
    }
    return (
      weight { $0.features.0 }, weight { $0.features.1 }, weight { $0.features.2 }, weight { $0.features.3 }
    )
  }

  private func distance(
    _ left: (Double, Double, Double, Double), _ right: (Double, Double, Double, Double),
    _ weights: (Double, Double, Double, Double)
  ) -> Double {
    let (a, b, c, d) = (left.0 - right.0, left.1 - right.1, left.2 - right.2, left.3 - right.3)
    return a * a * weights.0 + b * b * weights.1 + c * c * weights.2 + d * d * weights.3
  }
}
