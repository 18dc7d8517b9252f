import Testing

@testable import Gendan

@Suite struct SlipDistributionTests {
  typealias Slips = Forecast.SlipDistribution

  /// The worked example of Kaplan and Meier 1958, section 1, in tenths of months: deaths at 0.8, 3.1, 5.4 and
  /// 9.2, losses at 1.0, 2.7, 7.0 and 12.1; survival 0.875, 0.7, 0.525, 0.2625.
  @Test func `the product limit is that of the paper`() throws {
    let slips = try #require(Slips(ended: [31, 8, 92, 54], running: [10, 27, 70, 121]))
    var survival = 1.0
    let left = slips.points.map { point in
      survival -= point.mass
      return survival
    }
    let expected = [0.875, 0.7, 0.525, 0.0]  // what outlasts the last death is put upon it
    for (left, expected) in zip(left, expected) { #expect(abs(left - expected) < 1e-12) }
    #expect(slips.points.map(\.slip) == [8, 31, 54, 92])
    #expect(abs(slips.points[3].mass - 0.525) < 1e-12)
    #expect(slips.median == 92)
  }

  @Test func `a loss on the day of an end still counts at risk`() throws {
    let slips = try #require(Slips(ended: [1, 2, 4], running: [2]))
    #expect(slips.points.map(\.mass) == [0.25, 0.25, 0.5])
    #expect(slips.median == 2)
  }

  @Test func `nothing ended tells nothing`() {
    #expect(Slips(ended: [], running: [3, 4]) == nil)
  }

  @Test func `the only one is certain`() throws {
    let slips = try #require(Slips(ended: [5, 5, 5], running: []))
    #expect(slips.median == 5)
    #expect(slips.interval(level: 0.8) == 5...5)
    #expect(slips.score(of: 5) == 0)
    #expect(slips.score(of: 6) == 1)
  }

  @Test func `shrinking mixes in the wider group`() throws {
    var slips = try #require(Slips(ended: [0], running: []))
    slips.shrink(towards: try #require(Slips(ended: [0, 4], running: [])), by: 0.5)
    #expect(slips.points.map(\.slip) == [0, 4])
    #expect(slips.points.map(\.mass) == [0.75, 0.25])
  }

  @Test func `the interval leans to the heavy side`() throws {
    let slips = try #require(Slips(ended: [0, 0, 0, 0, 0, 1, 1, 1, 9, 20], running: []))
    #expect(slips.interval(level: 0.7) == 0...1)
    #expect(slips.interval(level: 0.85) == 0...9)
    #expect(slips.interval(level: 1) == 0...20)
  }

  @Test(arguments: 1...40)
  func `an outcome lies in the intervals of its score and above`(seed: Int) throws {
    var dice = Dice(UInt64(seed))
    let ended = (0..<dice.roll(1...12)).map { _ in dice.roll(-5...15) }
    let slips = try #require(Slips(ended: ended, running: [dice.roll(-5...15)]))
    for outcome in Set(ended) {
      for tenths in 0...9 {
        let level = Double(tenths) / 10
        #expect(slips.interval(level: level).contains(outcome) == (slips.score(of: outcome) <= level))
        #expect(slips.interval(level: level).contains(slips.median))
      }
    }
  }
}
