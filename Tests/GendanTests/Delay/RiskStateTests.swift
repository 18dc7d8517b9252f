import Testing

@testable import Gendan

/// Risk without noise: who is told of a forecast, and when.
struct RiskStateTests {
  private let limits = RiskState.Limits(enter: 2, leave: 1, worse: 3)
  private func moment(_ hour: Int) -> Instant { Instant(seconds: Int64(hour) * 3600) }

  /// What is told of forecasts so many days behind, one an hour: `+` news, `-` recovered, `.` nothing.
  private func told(_ behind: [Int], knownAt: Int? = nil) -> String {
    var state = RiskState()
    return behind.enumerated().map { hour, days in
      state.note(behind: days, at: moment(hour), limits)
      let word = state.newsAt == moment(hour) ? "+" : state.recoveredAt == moment(hour) ? "-" : "."
      if hour == knownAt {
        state.known = RiskState.Acknowledgement(behind: days, at: moment(hour), by: "陈婷", reason: nil)
      }
      return word
    }.joined()
  }

  @Test func `a forecast that wavers around the promise is told once`() {
    #expect(told([0, 1, 2, 1, 0, 2, 0, 1, 2]) == "..+......")
  }

  @Test func `it is out of risk only with a day to spare, and then is told again`() {
    #expect(told([2, 0, -1, 0, 1, 2]) == "+.-..+")
  }

  @Test func `what is known stays quiet until it gets materially worse`() {
    #expect(told([2, 3, 4, 5, 6], knownAt: 0) == "+..+.")
    #expect(told([2, 3, 4, 4, 3], knownAt: 0) == "+....")
  }

  @Test func `what was known before it recovered is not known when it comes back`() {
    var state = RiskState()
    state.note(behind: 4, at: moment(1), limits)
    state.known = RiskState.Acknowledgement(behind: 4, at: moment(2), by: "陈婷", reason: "加班")
    #expect(state.isAtRisk && state.isQuiet)
    state.note(behind: -2, at: moment(3), limits)
    #expect(!state.isAtRisk && !state.isQuiet && state.recoveredAt == moment(3))
    state.note(behind: 2, at: moment(4), limits)
    #expect(state.isAtRisk && !state.isQuiet)
  }

  @Test func `whoever is told again can say again to know`() {
    var state = RiskState()
    state.note(behind: 2, at: moment(1), limits)
    state.known = RiskState.Acknowledgement(behind: 2, at: moment(2), by: "陈婷", reason: nil)
    state.note(behind: 5, at: moment(3), limits)
    #expect(!state.isQuiet)
    state.known = RiskState.Acknowledgement(behind: 5, at: moment(4), by: "陈婷", reason: nil)
    state.note(behind: 7, at: moment(5), limits)
    #expect(state.isQuiet)
  }
}
