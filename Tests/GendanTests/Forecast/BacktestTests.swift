import Glibc
import Testing

@testable import Gendan

@Suite struct BacktestTests {
  @Test func `a steady shop has no error and no width`() throws {
    let orders = (0..<60).map { order(start: $0, slip: 2) }
    let stage = try #require(Forecast.Shop(orders).backtest(from: 30).stages.first)
    #expect(stage.stage == .ahead)
    #expect(stage.count == 30)
    #expect(stage.planMeanError == 2)
    #expect(stage.productMeanError == 0)
    #expect(stage.meanError == 0)
    #expect(stage.coverage == 1)
    #expect(stage.meanWidth == 0)
    #expect(stage.inDoubt == 0)
  }

  @Test func `the first orders are judged by the plan`() throws {
    let stage = try #require(Forecast.Shop([order(start: 0, slip: 4)]).backtest().stages.first)
    #expect(stage.meanError == 4)
    #expect(stage.productMeanError == 4)
    #expect(stage.withInterval == 0)
  }

  /// The back-test says what a caller who asked day by day would have been told.
  @Test func `the back-test asks as a caller would`() throws {
    var dice = Dice(7)
    let orders = someOrders(&dice)
    let shop = Forecast.Shop(orders)
    var error = 0
    var count = 0
    for order in orders {
      guard let finish = order.finish, order.plannedStart >= 150, finish > order.plannedStart - 1,
        let outlook = shop.outlooks(of: [order], asOf: order.plannedStart - 1)[0]
      else { continue }
      error += abs(finish - outlook.day)
      count += 1
    }
    let stage = try #require(shop.backtest(from: 150).stages.first)
    #expect(stage.count == count)
    #expect(stage.error == error)
  }
}

/// Real work orders of 2011 (AdventureWorks): forecasts of those started from September on.
@Suite struct PublicDataTests {
  static let folder = "/../shared/data/adventureworks/"
  static let orders = load()

  @Test(.enabled(if: !orders.isEmpty, "the public data is not there"))
  func `on public data the forecast is better than the plan and the median`() throws {
    let september = day("2011-09-01")
    let stages = Forecast.Shop(Self.orders).backtest(from: september).stages
    #expect(stages.map(\.stage) == Forecast.LifeStage.allCases)
    let ahead = stages[0]
    #expect(ahead.count == 4848)
    #expect(abs(ahead.planMeanError - 3.0285) < 0.0001)
    #expect(abs(ahead.productMeanError - 2.4303) < 0.0001)
    #expect(ahead.meanError < 1.95)
    // With operations in hand.
    #expect(stages[1].meanError < 1.8)
    for later in stages[2...4] { #expect(later.meanError < 1.75) }
    #expect(stages[5].meanError < 5)
    for stage in stages { #expect(0.75...0.85 ~= stage.coverage) }
  }

  @Test(.enabled(if: !orders.isEmpty, "the public data is not there"))
  func `on public data the intervals of what is in doubt hold what they say`() throws {
    let september = day("2011-09-01")
    let days = (september - 60)..<(september + 44)
    let routed = Self.orders.filter { days.contains($0.plannedStart) && !$0.operations.isEmpty }
    let ahead = try #require(
      Forecast.Shop(routed).backtest(from: september, holding: .outcomesInDoubt).stages.first)
    #expect(0.72...0.88 ~= ahead.coverageInDoubt)
    #expect(ahead.inDoubt > ahead.count * 3 / 4)
  }

  /// The reference of 2.49 days: the product's median over what was finished before September, that of all
  /// products where it has fewer than five.
  @Test(.enabled(if: !orders.isEmpty, "the public data is not there"))
  func `the median of the history before September gives the published error`() {
    let september = day("2011-09-01")
    var durations: [String: [Int]] = [:]
    var all: [Int] = []
    for order in Self.orders {
      guard let finish = order.finish, finish < september else { continue }
      durations[order.product, default: []].append(finish - order.plannedStart)
      all.append(finish - order.plannedStart)
    }
    func median(_ days: [Int]) -> Double {
      let sorted = days.sorted()
      return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    let usual = durations.filter { $0.value.count >= 5 }.mapValues(median)
    let common = median(all)
    let judged = Self.orders.filter { $0.plannedStart >= september }
    let error = judged.reduce(0) { sum, order in
      sum + abs(Double((order.finish ?? 0) - order.plannedStart) - (usual[order.product] ?? common))
    }
    #expect(abs(error / Double(judged.count) - 2.4882) < 0.0001)
  }

  private static func load() -> [Forecast.Order] {
    guard let here = getcwd(nil, 0) else { return [] }
    defer { free(here) }
    let folder = String(cString: here) + Self.folder
    var operations: [Substring: [Forecast.Operation]] = [:]
    for row in rows(folder + "work_order_routing_2011.csv") {
      operations[row[0], default: []].append(
        Forecast.Operation(
          resource: String(row[3]), plannedStart: day(row[4]), plannedFinish: day(row[5]),
          start: day(row[6]), finish: day(row[7])))
    }
    return rows(folder + "work_orders_2011.csv").map { row in
      Forecast.Order(
        product: String(row[1]), plannedStart: day(row[5]), plannedFinish: day(row[7]),
        finish: day(row[6]), operations: operations[row[0]] ?? [])
    }
  }
}

private func rows(_ path: String) -> [[Substring]] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
}

/// Days since 1970-01-01 of an ISO date, after Howard Hinnant's days_from_civil.
private func day(_ text: Substring) -> Int {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3 else { return 0 }
  let year = parts[1] > 2 ? parts[0] : parts[0] - 1
  let dayOfYear = (153 * (parts[1] > 2 ? parts[1] - 3 : parts[1] + 9) + 2) / 5 + parts[2] - 1
  return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
}
