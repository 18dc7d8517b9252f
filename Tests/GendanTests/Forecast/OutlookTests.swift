import Testing

@testable import Gendan

@Suite struct OutlookTests {
  @Test func `without history the plan speaks and says so`() {
    let shop = Forecast.Shop([order(start: 0, slip: nil)])
    let plan = shop.outlooks(of: [order(start: 0, slip: nil)], asOf: 3)
    #expect(plan == [Forecast.Outlook(day: 10, interval: nil, count: 0, level: nil, reason: .noHistory)])
    #expect(shop.outlooks(of: [order(start: 0, slip: nil)], asOf: 30).first??.day == 31)
    #expect(Forecast.Shop([]).outlooks(of: [order(start: 0, slip: nil)], asOf: 3) == plan)
  }

  @Test func `one finished order gives a day without an interval`() {
    let shop = Forecast.Shop([order(start: 0, slip: 2)])
    #expect(
      shop.outlooks(of: [order(start: 20, slip: nil)], asOf: 19) == [
        // One of its own weighs less than the shop, though the shop has no other.
        Forecast.Outlook(day: 32, interval: nil, count: 1, level: .shop, reason: .fewLikeOrders)
      ])
  }

  @Test func `equal slips give one day`() throws {
    let shop = Forecast.Shop((0..<30).map { order(start: $0, slip: 2) })
    let outlook = try #require(shop.outlooks(of: [order(start: 60, slip: nil)], asOf: 59)[0])
    #expect(outlook.day == 72)
    #expect(outlook.interval == 72...72)
    #expect(outlook.level == .product)
    #expect(outlook.reason == .likeOrders)
    #expect(outlook.count == Forecast.neighbours)
  }

  @Test func `a new product asks its route`() throws {
    let shop = Forecast.Shop(
      (0..<30).map { order("A", start: $0, slip: 2) }
        + (0..<30).map { order("B", start: $0, slip: 7, resource: "mill") })
    let outlook = try #require(shop.outlooks(of: [order("C", start: 60, slip: nil)], asOf: 59)[0])
    #expect(outlook.level == .route)
    #expect(outlook.day == 72)
  }

  @Test func `an unknown route asks the shop`() throws {
    let shop = Forecast.Shop((0..<30).map { order("A", start: $0, slip: 2) })
    let stranger = order("Z", start: 60, slip: nil, resource: "oven")
    #expect(try #require(shop.outlooks(of: [stranger], asOf: 59)[0]).level == .shop)
  }

  @Test func `few of its own are shrunken towards the route`() {
    let shop = Forecast.Shop(
      (0..<30).map { order("A", start: $0, slip: 0) } + [order("B", start: 1, slip: 9)])
    let (run, steps) = shop.look(up: order("B", start: 60, slip: nil))
    let telling = shop.telling(of: run, steps, asOf: 59)
    #expect(telling.slips?.points.last?.mass == 0.25)  // 1 of 1 + 3
    #expect(telling.slips?.median == 0)
    #expect(telling.level == .route)
  }

  @Test func `those whose wait is like its own count`() throws {
    // Those begun at once are in time, those that wait five days are five days late.
    let shop = Forecast.Shop((0..<60).map { order(start: $0, slip: $0 % 2 * 5, wait: $0 % 2 * 5) })
    let begun = order(start: 100, slip: nil, wait: 0)
    let waiting = order(start: 100, slip: nil, wait: 5)
    #expect(shop.outlooks(of: [begun, waiting], asOf: 102).map { $0?.day } == [110, 115])
  }

  @Test func `what runs longer than any knows no history`() throws {
    let shop = Forecast.Shop((0..<30).map { order(start: $0, slip: 2) })
    let outlook = try #require(shop.outlooks(of: [order(start: 60, slip: nil)], asOf: 90)[0])
    #expect(outlook.reason == .beyondHistory)
    #expect(outlook.day == 91)
    #expect(outlook.interval == nil)
  }

  @Test func `orders that still run count as longer runs`() {
    // Ten finished in time, ten of the same days are still running: half outlast the plan.
    let done = (0..<10).map { order(start: $0, slip: 0) } + [order(start: 0, slip: 12)]
    let still = (0..<10).map { order(start: $0, slip: nil) }
    let (run, steps) = Forecast.Shop(done + still).look(up: order(start: 40, slip: nil))
    let blind = Forecast.Shop(done).telling(of: run, steps, asOf: 39)
    let seeing = Forecast.Shop(done + still).telling(of: run, steps, asOf: 39)
    let mass = (blind.slips?.points.last?.mass ?? 1, seeing.slips?.points.last?.mass ?? 0)
    #expect(mass.0 < mass.1)
  }

  @Test func `the finished are not forecast`() {
    let done = order(start: 0, slip: 0)
    #expect(Forecast.Shop([done]).outlooks(of: [done], asOf: 10) == [nil])
    #expect(Forecast.Shop([done]).outlooks(of: [done], asOf: 9)[0] != nil)
  }

  @Test func `absurd days do not stop anybody`() {
    let days = [Int.min, -1, 0, 9, Int.max]
    var orders = (0..<20).map { order(start: $0, slip: $0 % 3) }
    for start in days {
      for finish in days {
        orders.append(
          Forecast.Order(
            product: "A", plannedStart: start, plannedFinish: finish, finish: start,
            operations: [
              Forecast.Operation(
                resource: "saw", plannedStart: finish, plannedFinish: start, start: finish, finish: start)
            ]))
        orders.append(
          Forecast.Order(product: "A", plannedStart: start, plannedFinish: finish, finish: finish))
      }
    }
    let shop = Forecast.Shop(orders)
    for asOf in days { #expect(shop.outlooks(of: orders, asOf: asOf).count == orders.count) }
    #expect(!shop.backtest().stages.isEmpty)
    #expect(Forecast.Shop([]).backtest(from: Int.max).stages.isEmpty)
  }
}

@Suite struct OutlookPropertyTests {
  @Test(arguments: 1...10)
  func `the day lies ahead and in its interval`(seed: Int) {
    var dice = Dice(UInt64(seed))
    let orders = someOrders(&dice)
    let shop = Forecast.Shop(orders)
    for asOf in [-5, 20, 100, 185, 400] {
      for outlook in shop.outlooks(of: orders, asOf: asOf) {
        guard let outlook else { continue }
        #expect(outlook.day > asOf)
        #expect((outlook.level == nil) == (outlook.reason == .noHistory || outlook.reason == .beyondHistory))
        #expect((outlook.interval != nil) == (outlook.reason == .likeOrders))
        if let interval = outlook.interval {
          #expect(interval.contains(outlook.day))
          #expect(interval.lowerBound > asOf)
        }
      }
    }
  }

  @Test(arguments: 1...10)
  func `what happens later changes nothing`(seed: Int) {
    var dice = Dice(UInt64(seed))
    let orders = someOrders(&dice)
    for asOf in [40, 120, 180] {
      let later = orders.map { retold($0, after: asOf, &dice) }
      let now = Forecast.Shop(orders).outlooks(of: orders, asOf: asOf)
      #expect(Forecast.Shop(later).outlooks(of: later, asOf: asOf) == now)
    }
  }

  @Test func `the order of the list does not matter among different days`() {
    let orders = (0..<60).map { order(start: $0 * 2, slip: $0 % 7, wait: $0 % 3) }
    let open = [order(start: 118, slip: nil)]
    let forward = Forecast.Shop(orders).outlooks(of: open, asOf: 120)
    #expect(Forecast.Shop(orders.reversed()).outlooks(of: open, asOf: 120) == forward)
  }
}
