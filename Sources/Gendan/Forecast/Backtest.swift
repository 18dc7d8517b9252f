extension Forecast {
  /// How forecasts would have done: each finished order is forecast as of several days of its life from what
  /// was known then (rolling origin, Tashman 2000), beside two figures that need no forecast.
  public struct Backtest: Sendable, Equatable {
    /// The figures of each stage of life in which any order was judged, earliest first.
    public internal(set) var stages: [Stage] = []

    /// The figures of one stage of life.
    public struct Stage: Sendable, Equatable {
      /// The stage.
      public let stage: LifeStage
      /// Orders judged.
      public internal(set) var count = 0
      /// Summed days between the finish and the planned one, or the day after the as-of day where that is past.
      var planError = 0
      /// As that, of the product's median duration from planned start to finish, as known then.
      var productError = 0.0
      /// As that, of the forecast.
      var error = 0
      /// Forecasts with an interval.
      public internal(set) var withInterval = 0
      /// Intervals in which the finish lay.
      public internal(set) var held = 0
      /// Intervals of more than one day, those of orders whose finish was in doubt.
      public internal(set) var inDoubt = 0
      /// Intervals of more than one day in which the finish lay.
      public internal(set) var heldInDoubt = 0
      /// Summed days between the ends of the intervals.
      var width = 0

      init(_ stage: LifeStage) { self.stage = stage }

      /// Mean absolute error in days of the planned finish.
      public var planMeanError: Double { mean(Double(planError), of: count) }
      /// Mean absolute error in days of the product's median duration.
      public var productMeanError: Double { mean(productError, of: count) }
      /// Mean absolute error in days of the forecast.
      public var meanError: Double { mean(Double(error), of: count) }
      /// The share of intervals in which the finish lay, 0 to 1.
      public var coverage: Double { mean(Double(held), of: withInterval) }
      /// The share of intervals of more than one day in which the finish lay, 0 to 1.
      public var coverageInDoubt: Double { mean(Double(heldInDoubt), of: inDoubt) }
      /// Mean days between the first and the last day of the intervals; 0 for intervals of one day.
      public var meanWidth: Double { mean(Double(width), of: withInterval) }

      private func mean(_ sum: Double, of count: Int) -> Double { count > 0 ? sum / Double(count) : 0 }
    }
  }
}
