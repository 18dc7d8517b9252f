extension Forecast {
  /// Where an order stood on an evening, told from facts of that day and earlier ones.
  struct Situation: Sendable {
    /// Steps of its route that are behind it: two for a finished operation, one for a begun one.
    let phase: Int
    /// What makes two situations more or less alike: planned days, slip of the last step, and how the queue
    /// before its resource moves and drifts.
    let features: (Double, Double, Double, Double)

    /// Whether nothing was begun.
    var isWaiting: Bool { phase == 0 }
  }
}

extension Forecast.Shop {
  /// Where an order stood on an evening; `steps` is where its operations lie.
  func situation(
    of run: Forecast.Run, _ steps: [Forecast.Step], at evening: Int
  ) -> Forecast.Situation {
    var phase = 0
    var slip = 0
    var resource: Int?
    for index in run.steps {
      resource = steps[index].resource
      if steps[index].finish <= evening {
        phase += 2
        slip = steps[index].finish - steps[index].plannedFinish
        continue
      }
      if steps[index].start <= evening {
        phase += 1
        slip = steps[index].start - steps[index].plannedStart
      }
      break
    }
    let queue = line(before: resource)?.figures(at: evening) ?? (waiting: 0, drift: 0)
    return Forecast.Situation(
      phase: phase,
      features: (
        Double(run.plannedFinish - run.plannedStart), Double(slip), queue.waiting, queue.drift
      ))
  }
}
