extension Forecast {
  /// The median duration of each product's finished orders, in days from planned start to finish, as time passes:
  /// what a clerk who keeps such a list would say.
  struct ProductMedians {
    private let finished: [Run]
    private var next = 0
    private var sorted: [Int: [Int]] = [:]

    /// Begins before the first of the orders, given in the order in which they were finished.
    init(_ finished: [Run]) { self.finished = finished }

    /// The median as of a day, no earlier than the last one asked for; nil where none was finished.
    mutating func duration(of product: Int, asOf: Int) -> Double? {
      while next < finished.count, finished[next].finish <= asOf {
        let days = finished[next].finish - finished[next].plannedStart
        sorted[finished[next].product, default: []].insertSorted(days)
        next += 1
      }
      guard let durations = sorted[product], !durations.isEmpty else { return nil }
      let middle = durations.count / 2
      if durations.count % 2 == 1 { return Double(durations[middle]) }
      return Double(durations[middle - 1] + durations[middle]) / 2
    }
  }
}

extension [Int] {
  fileprivate mutating func insertSorted(_ value: Int) {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    insert(value, at: low)
  }
}
