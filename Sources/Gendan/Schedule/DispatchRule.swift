/// Published rules for which job comes next, as starts of the search.
enum DispatchRule {
  /// Earliest due date (Jackson 1955).
  case earliestDue

  /// Weighted shortest processing time (Smith 1956).
  case weightedShortest

  /// Minimum slack: the least time between its work and its due minute.
  case minimumSlack

  /// Apparent tardiness cost (Vepsalainen and Morton 1987), with a look-ahead of so many mean jobs.
  case apparentTardiness(lookAhead: Double)

  /// The rules that are tried.
  static let all: [DispatchRule] =
    [.earliestDue, .weightedShortest, .minimumSlack]
    + [0.5, 1, 2, 3].map { .apparentTardiness(lookAhead: $0) }
}

extension ShopDraft {
  /// A draft of the same jobs in the rule's order, each as early as fits; nil if one of them does not fit.
  func planned(by rule: DispatchRule) -> ShopDraft? {
    let jobs = floor.jobSteps.indices.filter { job in
      floor.jobSteps[job].contains { isPlaced[$0] && !floor.steps[$0].isPinned }
    }
    var draft = ShopDraft(floor)
    for job in floor.inTurn(jobs, by: rule) where draft.placeForward(job) != nil { return nil }
    return draft
  }
}

extension ShopFloor {
  /// A job as a rule sees it: as if the whole shop were one machine.
  private struct Turn {
    let job: Int
    let work: Double
    let weight: Double
    let due: Double
  }

  /// Jobs in the order of a rule.
  fileprivate func inTurn(_ jobs: [Int], by rule: DispatchRule) -> [Int] {
    let turns = jobs.map { turn(of: $0) }
    switch rule {
    case .earliestDue: return order(turns) { $0.due }
    case .weightedShortest: return order(turns) { $0.work / max($0.weight, 0.001) }
    case .minimumSlack: return order(turns) { $0.due - $0.work }
    case .apparentTardiness(let jobs): return byApparentTardiness(turns, lookAhead: jobs)
    }
  }

  private func turn(of job: Int) -> Turn {
    let work = jobSteps[job].reduce(0) { sum, step in
      sum + (options[steps[step].options].lazy.map(\.work).min() ?? 0)
    }
    return Turn(job: job, work: Double(max(1, work)), weight: Double(weights[job]), due: Double(dues[job]))
  }

  private func order(_ turns: [Turn], by key: (Turn) -> Double) -> [Int] {
    turns.map { (key($0), $0.job) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The index of a job falls with its slack, so it is taken again as time goes on: for every job in a small
  /// shop, for a two-hundredth of the jobs in a large one.
  private func byApparentTardiness(_ turns: [Turn], lookAhead: Double) -> [Int] {
    let batch = turns.count / 200 + 1
    var minute = Double(shop.now)
    var left = turns
    var total = turns.reduce(0) { $0 + $1.work }
    var order: [Int] = []
    while !left.isEmpty {
      let scale = lookAhead * total / Double(left.count)
      let urgent = left.map { turn in
        let slack = max(0, turn.due - turn.work - minute)
        return (turn.weight / turn.work * decay(slack / scale), turn)
      }.sorted { ($1.0, $0.1.job) < ($0.0, $1.1.job) }
      for (_, turn) in urgent.prefix(batch) {
        order.append(turn.job)
        minute += turn.work / Double(max(1, places))
        total -= turn.work
      }
      left = urgent.dropFirst(batch).map(\.1)
    }
    return order
  }

  /// e to the power of -x, near enough for an index and the same everywhere: (1 + x / 4096) to the -4096.
  private func decay(_ x: Double) -> Double {
    var power = 1 / (1 + x / 4096)
    for _ in 0..<12 { power *= power }
    return power
  }
}
