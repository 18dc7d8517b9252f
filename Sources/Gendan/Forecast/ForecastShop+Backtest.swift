extension Forecast.Shop {
  /// A forecast of the past that will be judged.
  private struct Trial {
    let run: Forecast.Run
    let stage: Forecast.LifeStage
    let asOf: Int
    let telling: Forecast.Telling
    let isJudged: Bool
  }

  /// Forecasts the finished orders that started from a day on, each as of several days of its life; nil takes
  /// all of them. Orders finished before that day only calibrate.
  public func backtest(
    from day: Int? = nil, holding aim: Forecast.Aim = .allOutcomes
  ) -> Forecast.Backtest {
    let first = day.map(Forecast.bounded) ?? -Forecast.farthestDay
    let trials = trials(from: first).sorted { $0.asOf < $1.asOf }
    let known = trials.sorted { $0.run.finish < $1.run.finish }
    var medians = Forecast.ProductMedians(finished.map { runs[$0] })
    var calibration = Forecast.Calibration(for: aim)
    var levels: [Double] = []
    var levelsAsOf = Int.min
    var next = 0
    var figures = Forecast.LifeStage.allCases.map { Forecast.Backtest.Stage($0) }
    for trial in trials where trial.isJudged {
      if trial.asOf > levelsAsOf {
        while next < known.count, known[next].run.finish <= trial.asOf {
          if let slips = known[next].telling.slips {
            let slip = known[next].run.finish - known[next].run.plannedFinish
            calibration.add(slips, came: slip, at: known[next].stage)
          }
          next += 1
        }
        levels = Forecast.LifeStage.allCases.map { calibration.level(at: $0) }
        levelsAsOf = trial.asOf
      }
      let stage = trial.stage.rawValue
      let outlook = outlook(of: trial.run, trial.telling, level: levels[stage], asOf: trial.asOf)
      let median = medians.duration(of: trial.run.product, asOf: trial.asOf)
      figures[stage].judge(outlook, of: trial.run, median: median, asOf: trial.asOf)
    }
    return Forecast.Backtest(stages: figures.filter { $0.count > 0 })
  }

  private func trials(from day: Int) -> [Trial] {
    let earlier = finished.filter { runs[$0].plannedStart < day }.suffix(Forecast.Calibration.window)
    let judged = finished.filter { runs[$0].plannedStart >= day }
    var trials: [Trial] = []
    for place in earlier + judged {
      let run = runs[place]
      for stage in Forecast.LifeStage.allCases {
        guard let asOf = stage.checkpoint(of: run), asOf < run.finish else { continue }
        let telling = telling(of: run, steps, asOf: asOf)
        trials.append(
          Trial(run: run, stage: stage, asOf: asOf, telling: telling, isJudged: run.plannedStart >= day))
      }
    }
    return trials
  }
}

extension Forecast.Backtest.Stage {
  /// Counts what became of a forecast.
  fileprivate mutating func judge(
    _ outlook: Forecast.Outlook, of run: Forecast.Run, median: Double?, asOf: Int
  ) {
    let planned = max(run.plannedFinish, asOf + 1)
    count += 1
    planError += abs(run.finish - planned)
    error += abs(run.finish - outlook.day)
    let usual = median.map { max(Double(run.plannedStart) + $0, Double(asOf + 1)) } ?? Double(planned)
    productError += abs(Double(run.finish) - usual)
    guard let interval = outlook.interval else { return }
    withInterval += 1
    width += interval.upperBound - interval.lowerBound
    let isHeld = interval.contains(run.finish)
    if isHeld { held += 1 }
    guard interval.count > 1 else { return }
    inDoubt += 1
    if isHeld { heldInDoubt += 1 }
  }
}
