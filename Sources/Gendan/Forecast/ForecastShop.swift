extension Forecast {
  /// The orders of a shop, laid out so that any as-of day can be asked for. Whatever is told as of a day rests on
  /// facts of that day and earlier ones alone; the others are passed over where they are read.
  public struct Shop: Sendable {
    /// The days before and after the middle order over which queues are known; a typing error lies outside.
    private static let keptDays = 10_000

    /// In the order of their planned start.
    let runs: [Run]
    let steps: [Step]
    /// Places of the finished in `runs`, in the order in which they were finished.
    let finished: [Int]
    private let keys: Keys
    private let ofProduct: [[Int]]
    private let ofRoute: [[Int]]
    private let all: [Int]
    /// The queue before each resource.
    private let lines: [ResourceLine]
    /// The shop as one queue, for orders without operations.
    private let wholeLine: ResourceLine

    /// Lays out the orders, in any order; each may be finished or not.
    public init(_ orders: [Order]) {
      var keys = Keys()
      var steps: [Step] = []
      let runs = Self.sorted(Array(orders.indices)) { orders[$0].plannedStart }
        .map { keys.register(orders[$0], &steps) }
      var ofProduct = Array(repeating: [Int](), count: keys.products.count)
      var ofRoute = Array(repeating: [Int](), count: keys.routes.count)
      for (index, run) in runs.enumerated() {
        ofProduct[run.product].append(index)
        ofRoute[run.route].append(index)
      }
      all = Array(runs.indices)
      finished = Self.sorted(all.filter { runs[$0].finish != never }) { runs[$0].finish }
      let days = Self.days(of: runs)
      wholeLine = ResourceLine(of: runs, days: days)
      lines = ResourceLine.lines(of: runs, steps, resources: keys.resources.count, days: days)
      self.runs = runs
      self.steps = steps
      self.keys = keys
      self.ofProduct = ofProduct
      self.ofRoute = ofRoute
    }

    /// An order that need not be one of the shop's, with numbers for the keys that the shop knows.
    func look(up order: Order) -> (run: Run, steps: [Step]) {
      var steps: [Step] = []
      let run = keys.look(up: order, &steps)
      return (run, steps)
    }

    /// The orders of a group, in the order of their planned start.
    func group(_ level: Level, of run: Run) -> [Int] {
      switch level {
      case .product: ofProduct.indices.contains(run.product) ? ofProduct[run.product] : []
      case .route: ofRoute.indices.contains(run.route) ? ofRoute[run.route] : []
      case .shop: all
      }
    }

    /// The queue before a resource; nil is that of an order without operations.
    func line(before resource: Int?) -> ResourceLine? {
      guard let resource else { return wholeLine }
      return lines.indices.contains(resource) ? lines[resource] : nil
    }

    /// How many of the places, sorted by a day, have one no later than `last`.
    static func count(of places: [Int], upTo last: Int, by day: (Int) -> Int) -> Int {
      var low = 0
      var high = places.count
      while low < high {
        let middle = low + (high - low) / 2
        if day(places[middle]) <= last { low = middle + 1 } else { high = middle }
      }
      return low
    }

    private static func sorted(_ places: [Int], by day: (Int) -> Int) -> [Int] {
      places.map { (day($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }

    private static func days(of runs: [Run]) -> ClosedRange<Int> {
      guard let first = runs.first?.plannedStart,
        let middle = runs.dropFirst(runs.count / 2).first?.plannedStart
      else { return 0...0 }
      let last = runs.reduce(first) {
        max($0, $1.plannedStart, $1.finish == never ? $1.plannedFinish : $1.finish)
      }
      return (first...(last + driftDays)).clamped(to: (middle - keptDays)...(middle + keptDays))
    }
  }
}
