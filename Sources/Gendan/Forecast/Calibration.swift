extension Forecast {
  /// Of which outcomes the intervals are to hold 80 %.
  public enum Aim: Sendable, CaseIterable {
    /// Of all: intervals are as narrow as can be, and those in doubt hold less where others are always right.
    case allOutcomes
    /// Of those in doubt, whose like orders had more than one slip: intervals are wider, and hold more in all.
    case outcomesInDoubt
  }

  /// Which probability an interval must hold so that four outcomes of five lie in theirs: the conformal quantile
  /// of past forecasts' scores, stage by stage (Vovk, Gammerman and Shafer 2005; Lei and others 2018).
  ///
  /// Days are whole, and the slip of some products is always the same: their intervals of one day hold all
  /// outcomes, however low the level. So it must be said which outcomes are meant.
  struct Calibration: Sendable {
    /// Scores of the forecasts whose outcome came last, so that a change of the shop's ways is followed.
    static let window = 2000
    /// Fewer scores leave the distribution's own level.
    static let fewest = 20

    private let aim: Aim
    private var scores = [[Double]](repeating: [], count: LifeStage.allCases.count)
    private var oldest = [Int](repeating: 0, count: LifeStage.allCases.count)

    init(for aim: Aim) { self.aim = aim }

    /// Counts a forecast whose order's slip became known.
    mutating func add(_ slips: SlipDistribution, came slip: Int, at stage: LifeStage) {
      if aim == .allOutcomes || slips.points.count > 1 { add(slips.score(of: slip), at: stage) }
    }

    /// Counts a score.
    mutating func add(_ score: Double, at stage: LifeStage) {
      let index = stage.rawValue
      if scores[index].count < Self.window {
        scores[index].append(score)
      } else {
        scores[index][oldest[index]] = score
        oldest[index] = (oldest[index] + 1) % Self.window
      }
    }

    /// The probability that intervals of a stage are to exceed.
    func level(at stage: LifeStage) -> Double {
      let sorted = scores[stage.rawValue].sorted()
      guard sorted.count >= Self.fewest else { return coverage }
      let rank = Int((coverage * Double(sorted.count + 1)).rounded(.up))
      return rank <= sorted.count ? sorted[rank - 1] : 1
    }
  }
}
