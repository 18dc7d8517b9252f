extension Forecast {
  /// A fact that has not happened: later than any day that is asked for.
  static let never = Int.max

  /// An order with numbers for its keys, as small as can be, since a forecast passes many.
  struct Run: Sendable {
    let plannedStart: Int
    let plannedFinish: Int
    /// `never` while it is not finished.
    let finish: Int
    let product: Int
    let route: Int
    /// Its operations, where those of all orders lie.
    let steps: Range<Int>
  }

  /// An operation with a number for its resource.
  struct Step: Sendable {
    let resource: Int
    let plannedStart: Int
    let plannedFinish: Int
    /// `never` while it is not begun.
    let start: Int
    /// `never` while it is not finished.
    let finish: Int
  }

  /// Numbers for keys, in the order in which they are met; -1 for one that was never met.
  struct Keys: Sendable {
    private(set) var products: [String: Int] = [:]
    private(set) var routes: [[Int]: Int] = [:]
    private(set) var resources: [String: Int] = [:]

    /// Numbers an order's keys and lays its operations after the others.
    mutating func register(_ order: Order, _ steps: inout [Step]) -> Run {
      for operation in order.operations { Self.register(operation.resource, in: &resources) }
      Self.register(order.product, in: &products)
      Self.register(order.operations.map { resources[$0.resource] ?? -1 }, in: &routes)
      return look(up: order, &steps)
    }

    /// An order that need not be one of those registered, its operations laid after the others.
    func look(up order: Order, _ steps: inout [Step]) -> Run {
      let first = steps.count
      for operation in order.operations {
        steps.append(
          Step(
            resource: resources[operation.resource] ?? -1, plannedStart: operation.plannedStart,
            plannedFinish: operation.plannedFinish, start: operation.start ?? never,
            finish: operation.finish ?? never))
      }
      return Run(
        plannedStart: order.plannedStart, plannedFinish: order.plannedFinish, finish: order.finish ?? never,
        product: products[order.product] ?? -1, route: routes[steps[first...].map(\.resource)] ?? -1,
        steps: first..<steps.count)
    }

    private static func register<Key>(_ key: Key, in numbers: inout [Key: Int]) {
      if numbers[key] == nil { numbers[key] = numbers.count }
    }
  }
}
