/// Improves a plan by simulated annealing on the disjunctive graph (Kirkpatrick, Gelatt and Vecchi 1983;
/// van Laarhoven, Aarts and Lenstra 1992): first for weighted tardiness, then, with no more of that, for
/// the end of the last job.
struct ShopSearch {
  /// What a phase makes less of, and how: temperatures are parts of what a move typically makes worse.
  private struct Phase {
    let isForTardiness: Bool
    let rounds: Int
    let hot: Double
    let cold: Double

    // Tuned on instances of Potts and Van Wassenhove 1985, and of Fisher and Thompson 1963 and Lawrence 1984.
    static let tardiness = Phase(isForTardiness: true, rounds: 3, hot: 0.2, cold: 0.004)
    static let makespan = Phase(isForTardiness: false, rounds: 2, hot: 1.5, cold: 0.1)
  }

  private static let levels = 128  // of temperature in a round
  private static let triesOfPath = 8  // moves tried on one critical path before another is traced

  private(set) var best: ShopSequence
  private var sequence: ShopSequence
  private var random: ShopRandom
  private var path = CriticalPath()
  private var tries = 0
  private var left = 0
  private var shelf: [Int32] = []
  private var otherShelf: [Int32] = []

  /// A search from the best of a draft and the dispatch rules.
  init(_ start: ShopDraft, seed: UInt64) {
    best = ShopSequence(start)
    for rule in DispatchRule.all {
      guard let draft = start.planned(by: rule) else { continue }
      let other = ShopSequence(draft)
      if other.score < best.score { best = other }
    }
    sequence = best
    random = ShopRandom(seed: seed)
  }

  /// Spends at the most so many moves, and says how many it has.
  mutating func improve(moves: Int) -> Int {
    let moves = min(max(0, moves), 1 << 40)
    left = moves
    // One tenth is kept for the end of the last job.
    if best.tardiness > 0 { run(.tardiness, moves: moves - moves / 10) }
    run(.makespan, moves: left)
    return moves - left
  }

  private mutating func run(_ phase: Phase, moves: Int) {
    let end = left - moves
    path.bordersOnly = !phase.isForTardiness
    sequence = best
    let typical = typicalWorsening(phase, samples: min(400, moves / 50))
    let cooling = ShopSearch.cooling(from: phase.hot, to: phase.cold)
    for round in 0..<phase.rounds {
      sequence = best
      tries = 0
      let share = (left - end) / (phase.rounds - round)
      var temperature = typical * phase.hot / Double(round + 1)
      for level in 0..<ShopSearch.levels {
        for _ in share * level / ShopSearch.levels..<share * (level + 1) / ShopSearch.levels {
          left -= 1
          guard attempt(phase, temperature) else { return }
        }
        temperature *= cooling
      }
    }
  }

  /// The factor that leads from one temperature to another in a round, by bisection: a power would need a
  /// library.
  private static func cooling(from hot: Double, to cold: Double) -> Double {
    var low = 0.5
    var high = 1.0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let end = (0..<levels).reduce(hot) { temperature, _ in temperature * middle }
      if end > cold { high = middle } else { low = middle }
    }
    return low
  }

  private func energy(_ phase: Phase) -> Int {
    phase.isForTardiness ? sequence.tardiness : sequence.makespan
  }

  /// Traces a critical path: of a late job, or of the plan; false if there is nothing to improve.
  private mutating func trace(_ phase: Phase) -> Bool {
    let late = sequence.late.jobs
    if phase.isForTardiness, late.isEmpty { return false }
    let end =
      phase.isForTardiness ? sequence.lastStep(of: late[random.below(late.count)]) : sequence.lastToEnd
    guard let end else { return false }
    path.trace(from: end, in: sequence, &random)
    return phase.isForTardiness || !path.isShortest(in: sequence)
  }

  /// The mean of what moves from here make worse, where they do.
  private mutating func typicalWorsening(_ phase: Phase, samples: Int) -> Double {
    var sum = 0.0
    var count = 0.0
    let now = energy(phase)
    for _ in 0..<samples {
      left -= 1
      guard trace(phase) else { break }
      guard let move = path.move(in: sequence, &random),
        let trace = sequence.make(move, within: ShopSequence.noLimit, &shelf)
      else { continue }
      let change = energy(phase) - now
      sequence.undo(trace, shelf)
      if change > 0 {
        sum += Double(change)
        count += 1
      }
    }
    return count > 0 ? sum / count : 1
  }

  /// Tries one move; false if there is nothing left to improve.
  private mutating func attempt(_ phase: Phase, _ temperature: Double) -> Bool {
    if tries == 0 {
      guard trace(phase) else { return false }
      tries = ShopSearch.triesOfPath
    }
    tries -= 1
    guard let move = path.move(in: sequence, &random) else { return true }
    let now = energy(phase)
    // Metropolis' rule, with the chance drawn before the move is worked out, so that it may be cut short.
    let limit = now + Int(min(temperature * random.exponential(), 0x1p60))
    guard let traces = make(move, within: phase.isForTardiness ? ShopSequence.noLimit : limit) else {
      return true
    }
    let then = energy(phase)
    let isWorseElsewhere =
      sequence.overruns > best.overruns || !phase.isForTardiness && sequence.tardiness > best.tardiness
    guard then <= limit, !isWorseElsewhere else {
      undo(traces)
      return true
    }
    sequence.settle()
    tries = 0
    if phase.isForTardiness ? then < best.tardiness : sequence.score < best.score { best = sequence }
    return true
  }

  /// Makes a move, both parts of it where it is an exchange.
  private mutating func make(_ move: ShopMove, within limit: Int) -> (ShopMoveTrace, ShopMoveTrace?)? {
    guard let trace = sequence.make(move, within: limit, &shelf) else { return nil }
    guard let other = move.exchange else { return (trace, nil) }
    let spot = sequence.nodes[other.step].spot
    let back = ShopMove(step: other.step, option: spot.option, place: spot.place, after: other.after)
    if let second = sequence.make(back, within: limit, &otherShelf) { return (trace, second) }
    sequence.undo(trace, shelf)
    return nil
  }

  private mutating func undo(_ traces: (ShopMoveTrace, ShopMoveTrace?)) {
    if let second = traces.1 { sequence.undo(second, otherShelf) }
    sequence.undo(traces.0, shelf)
  }
}
