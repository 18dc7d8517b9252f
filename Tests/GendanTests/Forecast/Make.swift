import Gendan

/// A generator that gives the same numbers each time (Knuth's MMIX constants).
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}

/// An order of 10 planned days with one operation that begins and ends with it.
func order(
  _ product: String = "A", start: Int, slip: Int?, wait: Int = 0, resource: String = "saw"
) -> Forecast.Order {
  Forecast.Order(
    product: product, plannedStart: start, plannedFinish: start + 10, finish: slip.map { start + 10 + $0 },
    operations: [
      Forecast.Operation(
        resource: resource, plannedStart: start, plannedFinish: start + 10, start: start + wait,
        finish: slip.map { start + 10 + $0 })
    ])
}

/// A shop of three hundred orders of five products on three resources, some still running at the end.
func someOrders(_ dice: inout Dice) -> [Forecast.Order] {
  (0..<300).map { _ in
    let product = dice.roll(0...4)
    let start = dice.roll(0...200)
    let days = dice.roll(0...15)
    var day = start + dice.roll(0...3)
    var operations: [Forecast.Operation] = []
    for step in 0..<(product % 3) {
      let end = day + dice.roll(0...8)
      operations.append(
        Forecast.Operation(
          resource: "r\((product + step) % 3)", plannedStart: start + step, plannedFinish: start + days,
          start: day < 190 ? day : nil, finish: end < 190 ? end : nil))
      day = end + dice.roll(0...2)
    }
    return Forecast.Order(
      product: "p\(product)", plannedStart: start, plannedFinish: start + days,
      finish: day < 190 ? day : nil, operations: operations)
  }
}

/// The order with what happened after a day told otherwise, or not at all.
func retold(_ order: Forecast.Order, after asOf: Int, _ dice: inout Dice) -> Forecast.Order {
  func other(_ day: Int?) -> Int? {
    if let day, day <= asOf { return day }
    return dice.roll(0...3) == 0 ? nil : asOf + dice.roll(1...60)
  }
  return Forecast.Order(
    product: order.product, plannedStart: order.plannedStart, plannedFinish: order.plannedFinish,
    finish: other(order.finish),
    operations: order.operations.map {
      Forecast.Operation(
        resource: $0.resource, plannedStart: $0.plannedStart, plannedFinish: $0.plannedFinish,
        start: other($0.start), finish: other($0.finish))
    })
}
