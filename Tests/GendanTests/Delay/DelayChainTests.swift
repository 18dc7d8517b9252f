import Testing

@testable import Gendan

/// The chain that tells where days were lost (R-171, R-184; lateness engine notes).
struct DelayChainTests {
  private func facts(
    needed: Int, promised: Int = 0, released: Int = 0, _ steps: [(plan: Range<Int>, actual: Range<Int>)],
    made: Int? = nil, ready: Int? = nil
  ) -> DelayFacts {
    let steps = steps.enumerated().map { index, step in
      DelayFacts.Step(
        name: "S\(index + 1)", planStart: step.plan.lowerBound, planFinish: step.plan.upperBound,
        start: step.actual.lowerBound, finish: step.actual.upperBound, isDone: true)
    }
    let made = made ?? steps.map(\.finish).max() ?? released
    return DelayFacts(
      needed: needed, promised: promised, released: released, leadDays: 5, steps: steps, made: made,
      ready: ready ?? made)
  }

  private func chain(_ facts: DelayFacts) -> DelayChain { DelayChain(facts) { Day(number: $0) } }

  private func told(_ facts: DelayFacts) -> [String] {
    chain(facts).links.map { "\($0.kind.rawValue) \($0.step ?? "-") \($0.days)" }
  }

  @Test func `a step that began late because the one before ended late lost nothing of its own`() {
    let late = facts(needed: 9, [(0..<3, 0..<6), (4..<9, 7..<12)])
    #expect(told(late) == ["work S1 3"])
    #expect(chain(late).daysLate == 3)
  }

  @Test func `waiting is told apart from working slowly`() {
    #expect(told(facts(needed: 9, [(0..<3, 0..<3), (4..<9, 6..<12)])) == ["wait S2 2", "work S2 1"])
  }

  @Test func `what was late and needed later delayed nothing`() {
    // Five days to spare before the promise: three days lost cost none.
    #expect(told(facts(needed: 14, [(0..<3, 0..<6), (4..<9, 7..<12)])) == [])
  }

  @Test func `spare days go to the first losses`() {
    let late = facts(needed: 11, [(0..<3, 0..<6), (4..<9, 7..<14)])
    #expect(told(late) == ["work S1 1", "work S2 2"])
    #expect(chain(late).links.map(\.lost) == [3, 2])
  }

  @Test func `days made up are taken off the last loss before them`() {
    let late = facts(needed: 14, [(0..<3, 0..<5), (3..<6, 5..<10), (6..<14, 10..<16)])
    #expect(told(late) == ["work S1 2"])
  }

  @Test func `a gain that nothing preceded is spare for what follows`() {
    #expect(told(facts(needed: 9, [(0..<4, 0..<2), (4..<9, 4..<9)])) == [])
    #expect(told(facts(needed: 9, [(0..<4, 0..<2), (4..<9, 4..<11)])) == ["work S2 2"])
  }

  @Test func `a promise that the plan could not keep is told first`() {
    #expect(told(facts(needed: 6, promised: 0, [(0..<3, 0..<3), (4..<9, 4..<9)])) == ["promise - 3"])
    #expect(
      told(facts(needed: 12, promised: 0, released: 5, [(5..<8, 5..<8), (9..<14, 9..<14)])) == ["release - 2"]
    )
    #expect(
      told(facts(needed: 6, promised: 2, released: 2, [(2..<5, 2..<5), (6..<11, 6..<11)])) == ["promise - 5"])
  }

  @Test func `what is not in production is late by its release`() {
    #expect(told(facts(needed: 8, promised: 0, released: 6, [], made: 11)) == ["release - 3"])
    #expect(told(facts(needed: 8, promised: 6, released: 6, [], made: 11)) == ["promise - 3"])
  }

  @Test func `what is expected beyond the plan, and what lay made, have their links`() {
    #expect(told(facts(needed: 9, [(0..<9, 0..<9)], made: 11, ready: 12)) == ["outlook - 2", "shipping - 1"])
  }

  @Test(arguments: 1...400 as ClosedRange<UInt64>)
  func `the days of the links add up to the days late, whatever happened`(seed: UInt64) {
    var dice = Dice(seed)
    var steps: [(plan: Range<Int>, actual: Range<Int>)] = []
    var (plan, actual) = (dice.roll(0...5), dice.roll(0...9))
    for _ in 0..<dice.roll(0...5) {
      let begins = (plan + dice.roll(-1...3), actual + dice.roll(-2...6))
      let ends = (begins.0 + dice.roll(0...5), begins.1 + dice.roll(0...9))
      steps.append((begins.0..<ends.0, begins.1..<ends.1))
      (plan, actual) = ends
    }
    let made = max(steps.map(\.actual.upperBound).max() ?? 0, 0) + dice.roll(0...4)
    let facts = facts(
      needed: dice.roll(-3...25), promised: dice.roll(-5...10), released: dice.roll(0...5), steps, made: made,
      ready: made + dice.roll(0...5))
    let chain = chain(facts)
    #expect(chain.daysLate == max(0, facts.ready - facts.needed))
    #expect(chain.links.reduce(0) { $0 + $1.days } == chain.daysLate)
    #expect(chain.links.allSatisfy { 0 < $0.days && $0.days <= $0.lost })
  }
}
