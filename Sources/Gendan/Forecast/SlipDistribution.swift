extension Forecast {
  /// The days after its planned finish on which an order may be finished, each with its probability.
  struct SlipDistribution: Sendable, Equatable {
    /// Days after the planned finish and probability, in the order of the days; the probabilities sum to 1.
    private(set) var points: [(slip: Int, mass: Double)] = []

    static func == (left: Self, right: Self) -> Bool {
      left.points.elementsEqual(right.points) { $0.slip == $1.slip && $0.mass == $1.mass }
    }

    /// The product-limit estimate (Kaplan and Meier 1958) from slips that ended and slips that still ran when
    /// last seen; nil where nothing ended. What outlasts the last that ended is put upon it.
    init?(ended: [Int], running: [Int]) {
      let ended = ended.sorted()
      let running = running.sorted()
      var left = 1.0
      var index = 0
      var gone = 0  // of those running when last seen
      while index < ended.count {
        let slip = ended[index]
        var end = index
        while end < ended.count, ended[end] == slip { end += 1 }
        while gone < running.count, running[gone] < slip { gone += 1 }
        let atRisk = ended.count - index + running.count - gone
        let mass = end == ended.count ? left : left * Double(end - index) / Double(atRisk)
        points.append((slip, mass))
        left -= mass
        index = end
      }
      guard !points.isEmpty else { return nil }
    }

    /// Mixes in a wider group's distribution: shrinkage towards it (Efron and Morris 1975).
    mutating func shrink(towards wider: Self, by share: Double) {
      var mixed: [(slip: Int, mass: Double)] = []
      let all =
        points.map { ($0.slip, $0.mass * (1 - share)) } + wider.points.map { ($0.slip, $0.mass * share) }
      for (slip, mass) in all.sorted(by: { $0.0 < $1.0 }) {
        if let last = mixed.last, last.slip == slip {
          mixed[mixed.count - 1].mass += mass
        } else {
          mixed.append((slip, mass))
        }
      }
      points = mixed
    }

    /// The slip before which half of the outcomes fall: least mean absolute error (Laplace 1774).
    var median: Int { points[medianIndex].slip }

    private var medianIndex: Int {
      var sum = 0.0
      for (index, point) in points.enumerated() {
        sum += point.mass
        if sum >= 0.5 - 1e-9 { return index }
      }
      return points.count - 1
    }

    /// The days around the median, grown until they hold more than `level` of the probability.
    func interval(level: Double) -> ClosedRange<Int> {
      var nest = Nest(points, around: medianIndex)
      while nest.mass <= level, nest.grow() {}
      return points[nest.low].slip...points[nest.high].slip
    }

    /// The conformity score of an outcome: the greatest probability that intervals around the median hold
    /// without it; it lies in those of this level and above.
    func score(of slip: Int) -> Double {
      var nest = Nest(points, around: medianIndex)
      var mass = 0.0
      while !(points[nest.low].slip...points[nest.high].slip).contains(slip) {
        mass = nest.mass
        if !nest.grow() { return 1 }
      }
      return mass
    }
  }

  /// Intervals around a day, each within the next, that gain most probability for a day of width: the narrow
  /// ones of a skewed distribution lean to its heavy side.
  fileprivate struct Nest {
    private let points: [(slip: Int, mass: Double)]
    private(set) var low: Int
    private(set) var high: Int
    private(set) var mass: Double

    init(_ points: [(slip: Int, mass: Double)], around index: Int) {
      self.points = points
      low = index
      high = index
      mass = points[index].mass
    }

    /// Takes in the next point on one side; false where all are in.
    mutating func grow() -> Bool {
      let below =
        low > 0 ? points[low - 1].mass / Double(points[low].slip - points[low - 1].slip) : -1
      let above =
        high + 1 < points.count
        ? points[high + 1].mass / Double(points[high + 1].slip - points[high].slip) : -1
      if below < 0, above < 0 { return false }
      if below > above {
        low -= 1
        mass += points[low].mass
      } else {
        high += 1
        mass += points[high].mass
      }
      return true
    }
  }
}
