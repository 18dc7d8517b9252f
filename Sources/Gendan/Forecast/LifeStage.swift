extension Forecast {
  /// How far an order is in its planned life. Forecasts are judged, and their intervals calibrated, stage by
  /// stage (Mondrian conformal prediction, Vovk and others 2003), since the end is easier to tell than the start.
  public enum LifeStage: Int, Sendable, CaseIterable {
    /// Not released yet; judged the evening before.
    case ahead
    /// Released; judged the evening of that day.
    case released
    /// A quarter of its planned days are over.
    case quarter
    /// Half of its planned days are over.
    case half
    /// Three quarters of its planned days are over.
    case threeQuarters
    /// Its planned finish has come and it is not finished.
    case overdue

    /// The stage of an order planned over these days.
    public init(plannedStart: Int, plannedFinish: Int, asOf: Int) {
      let start = bounded(plannedStart)
      let finish = bounded(plannedFinish)
      let day = bounded(asOf)
      if day < start {
        self = .ahead
      } else if day >= finish {
        self = .overdue
      } else {
        self =
          switch (day - start) * 4 / (finish - start) {
          case 0: .released
          case 1: .quarter
          case 2: .half
          default: .threeQuarters
          }
      }
    }

    /// The first as-of day of this stage for an order; nil where its plan is too short to have one.
    func checkpoint(of run: Run) -> Int? {
      let days = run.plannedFinish - run.plannedStart
      let asOf =
        switch self {
        case .ahead: run.plannedStart - 1
        case .released: run.plannedStart
        case .quarter: run.plannedStart + (days + 3) / 4
        case .half: run.plannedStart + (days + 1) / 2
        case .threeQuarters: run.plannedStart + (days * 3 + 3) / 4
        case .overdue: max(run.plannedStart, run.plannedFinish)
        }
      let stage = LifeStage(
        plannedStart: run.plannedStart, plannedFinish: run.plannedFinish, asOf: asOf)
      return stage == self ? asOf : nil
    }
  }
}
