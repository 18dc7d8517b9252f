extension Forecast {
  /// What like orders tell of an order, before its interval is calibrated.
  struct Telling: Sendable {
    /// nil where no like order was finished.
    let slips: SlipDistribution?
    let count: Int
    let level: Level?
  }
}

extension Forecast.Shop {
  /// The forecasts of orders that are open as of a day, in their order; nil for one that was finished by then.
  public func outlooks(
    of open: [Forecast.Order], asOf: Int, holding aim: Forecast.Aim = .allOutcomes
  ) -> [Forecast.Outlook?] {
    let asOf = Forecast.bounded(asOf)
    let calibration = calibration(for: aim, asOf: asOf)
    let levels = Forecast.LifeStage.allCases.map { calibration.level(at: $0) }
    return open.map { order in
      let (run, steps) = look(up: order)
      guard run.finish > asOf else { return nil }
      let stage = Forecast.LifeStage(
        plannedStart: run.plannedStart, plannedFinish: run.plannedFinish, asOf: asOf)
      return outlook(of: run, telling(of: run, steps, asOf: asOf), level: levels[stage.rawValue], asOf: asOf)
    }
  }

  /// How the latest finished orders' forecasts would have held, from every fourth of them: enough for a
  /// quantile, soon done.
  private func calibration(for aim: Forecast.Aim, asOf: Int) -> Forecast.Calibration {
    let known = Self.count(of: finished, upTo: asOf) { runs[$0].finish }
    var calibration = Forecast.Calibration(for: aim)
    for index in stride(from: max(0, known - Forecast.Calibration.window), to: known, by: 4) {
      let run = runs[finished[index]]
      for stage in Forecast.LifeStage.allCases {
        guard let then = stage.checkpoint(of: run), then < run.finish,
          let slips = telling(of: run, steps, asOf: then).slips
        else { continue }
        calibration.add(slips, came: run.finish - run.plannedFinish, at: stage)
      }
    }
    return calibration
  }

  /// Asks the product's orders, and while it has too few in a like situation those of its route, then all.
  func telling(of run: Forecast.Run, _ steps: [Forecast.Step], asOf: Int) -> Forecast.Telling {
    let situation = situation(of: run, steps, at: asOf)
    var tellings: [(slips: Forecast.SlipDistribution, count: Int, level: Forecast.Level)] = []
    for level in Forecast.Level.allCases {
      let analogues = analogues(of: run, in: situation, at: level, asOf: asOf)
      guard let slips = Forecast.SlipDistribution(ended: analogues.ended, running: analogues.running) else {
        continue
      }
      tellings.append((slips, analogues.ended.count, level))
      if analogues.ended.count >= Forecast.neighbours { break }
    }
    guard var widest = tellings.popLast() else { return Forecast.Telling(slips: nil, count: 0, level: nil) }
    let count = widest.count
    while let narrower = tellings.popLast() {
      let own = Double(narrower.count)
      let share = Forecast.shrinkage / (own + Forecast.shrinkage)
      var slips = narrower.slips
      slips.shrink(towards: widest.slips, by: share)
      widest = (slips, narrower.count, share <= 0.5 ? narrower.level : widest.level)
    }
    return Forecast.Telling(slips: widest.slips, count: count, level: widest.level)
  }

  /// The forecast of an open order from what like orders tell.
  func outlook(
    of run: Forecast.Run, _ telling: Forecast.Telling, level: Double, asOf: Int
  ) -> Forecast.Outlook {
    guard let slips = telling.slips else {
      let isNew = finished.first.map { runs[$0].finish > asOf } ?? true
      return Forecast.Outlook(
        day: max(run.plannedFinish, asOf + 1), interval: nil, count: 0, level: nil,
        reason: isNew ? .noHistory : .beyondHistory)
    }
    let planned = run.plannedFinish
    var interval: ClosedRange<Int>?
    if telling.count >= Forecast.fewestForInterval {
      let slip = slips.interval(level: level)
      interval = planned + slip.lowerBound...planned + slip.upperBound
    }
    return Forecast.Outlook(
      day: planned + slips.median, interval: interval, count: telling.count, level: telling.level,
      reason: interval == nil ? .fewLikeOrders : .likeOrders)
  }
}
