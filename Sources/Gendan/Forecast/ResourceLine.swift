extension Forecast {
  /// How the queue before one resource stood, evening by evening. Each evening's figures come from that day and
  /// earlier ones alone. What a queue tells of the wait to come: Conway 1965 and Eilon and Chowdhury 1976 on due
  /// dates by jobs in queue; Ibrahim and Whitt 2009 on waits by the line's latest history.
  struct ResourceLine: Sendable {
    /// Of the operations that joined the queue last, the share that still waits: whether the line moves.
    private let waiting: [Double]
    /// The mean slip in days of the orders finished lately here: whether the shop drifts from its plan.
    private let drift: [Double]
    /// The day of the first entry.
    private let first: Int

    /// An operation's stay in the queue: the day on which it joined, and on which it was begun.
    typealias Stay = (joined: Int, begun: Int)
    /// An order's end here: the day, and the days after its planned finish.
    typealias End = (day: Int, slip: Int)

    /// The line of each resource, by number. Who finishes an order leaves no operation of it in a queue.
    static func lines(
      of runs: [Run], _ steps: [Step], resources: Int, days: ClosedRange<Int>
    ) -> [ResourceLine] {
      var stays = [[Stay]](repeating: [], count: resources)
      var ends = [[End]](repeating: [], count: resources)
      for run in runs {
        for index in run.steps {
          let step = steps[index]
          stays[step.resource].append((step.plannedStart, min(step.start, run.finish)))
          let isRepeated = steps[run.steps.lowerBound..<index].contains { $0.resource == step.resource }
          if run.finish != never, !isRepeated {
            ends[step.resource].append((run.finish, run.finish - run.plannedFinish))
          }
        }
      }
      return zip(stays, ends).map { ResourceLine(stays: $0, ends: $1, days: days) }
    }

    /// The line of orders without operations, which leave it when they are finished.
    init(of runs: [Run], days: ClosedRange<Int>) {
      let whole = runs.filter(\.steps.isEmpty)
      self.init(
        stays: whole.map { ($0.plannedStart, $0.finish) },
        ends: whole.filter { $0.finish != never }.map { ($0.finish, $0.finish - $0.plannedFinish) },
        days: days)
    }

    /// A line over `days`; evenings outside it count as its first or last.
    init(stays: [Stay], ends: [End], days: ClosedRange<Int>) {
      first = days.lowerBound
      waiting = Self.waiting(stays, over: days)
      drift = Self.drift(ends, over: days)
    }

    /// The two figures of an evening.
    func figures(at evening: Int) -> (waiting: Double, drift: Double) {
      let index = min(max(evening - first, 0), waiting.count - 1)
      return (waiting[index], drift[index])
    }

    private static func waiting(_ stays: [Stay], over days: ClosedRange<Int>) -> [Double] {
      var shares = [Double](repeating: 0, count: days.count)
      let sorted = stays.sorted { $0 < $1 }
      var next = 0
      while next < sorted.count {
        let joined = sorted[next].joined
        var end = next
        while end < sorted.count, sorted[end].joined == joined { end += 1 }
        let until = end < sorted.count ? sorted[end].joined : Int.max
        var begun = next
        var evening = max(joined, days.lowerBound)
        while evening <= days.upperBound, evening < until {
          while begun < end, sorted[begun].begun <= evening { begun += 1 }
          shares[evening - days.lowerBound] = Double(end - begun) / Double(end - next)
          evening += 1
        }
        next = end
      }
      return shares
    }

    private static func drift(_ ends: [End], over days: ClosedRange<Int>) -> [Double] {
      var sums = [Int](repeating: 0, count: days.count)
      var counts = sums
      for end in ends {
        for evening in end.day..<(end.day + driftDays) where days.contains(evening) {
          sums[evening - days.lowerBound] += end.slip
          counts[evening - days.lowerBound] += 1
        }
      }
      return zip(sums, counts).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    }
  }
}
