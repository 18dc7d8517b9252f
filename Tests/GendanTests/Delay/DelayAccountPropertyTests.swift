import GendanTestSupport
import Testing

@testable import Gendan

/// Whatever happens to the orders of a book, the links of a delivery's account tell all of its late days and no more
///
struct DelayAccountPropertyTests {
  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func `the links of every delivery add up to its days late, open or done, made or not`(seed: UInt64) throws {
    var spring = try Spring(seed)
    for passed in stride(from: 0, through: 48, by: 3) {
      try spring.happen(on: TestShop.day("2026-03-02").adding(days: passed))
      try spring.checkAccounts()
    }
  }

  /// Tricky point 21.
  @Test(arguments: 17...24 as ClosedRange<UInt64>)
  func `where nothing is promised anew, the latest promise tells what the first tells`(seed: UInt64) throws {
    var spring = try Spring(seed)
    spring.keepsPromises = true
    for passed in stride(from: 0, through: 48, by: 3) {
      try spring.happen(on: TestShop.day("2026-03-02").adding(days: passed))
      try spring.checkRates()
    }
  }
}

/// A book in which anything happens from 2 March 2026 on, over Qingming.
private struct Spring {
  private let shop: TestShop
  private let seed: UInt64
  private var dice: Dice
  private var today: Day
  private var orders: [String] = []
  /// Whether a promise, once made, stands.
  var keepsPromises = false

  init(_ seed: UInt64) throws {
    shop = try TestShop()
    self.seed = seed
    dice = Dice(seed)
    today = try TestShop.day("2026-03-02")
    try shop.write { writing in
      var terms = CustomerTerms()
      terms.dateMeaning = .arrived
      terms.transitDays = 3
      try writing.set(customer: "C-2", [:], terms)
      let metal = try Route.named("metal", in: writing.db).id
      try writing.addProduct(code: "UCP205", name: "轴承座 UCP205", route: metal, leadDays: 15)
    }
  }

  mutating func happen(on day: Day) throws {
    today = day
    for _ in 0..<dice.roll(1...4) {
      if orders.isEmpty || dice.roll(0...4) == 0 { try take() }
      try act(on: orders[dice.roll(0...(orders.count - 1))])
    }
  }

  private mutating func near(_ days: ClosedRange<Int>) -> Day { today.adding(days: dice.roll(days)) }

  /// Of cloth that nobody makes, flanges of which nobody knows how long they take, or housings of 15 days; wanted, promised, both or neither.
  private mutating func take() throws {
    let (want, promise, known) = (near(-2...30), near(-2...30), dice.roll(0...3))
    let schedule = NewSchedule(
      quantity: Int64(dice.roll(1...9) * 10), requestedOn: known & 1 == 0 ? nil : want,
      promisedOn: known & 2 == 0 ? nil : promise)
    let product = ["CLOTH", "FL-50", "FL-50", "UCP205", "UCP205"][dice.roll(0...4)]
    let customer = "C-\(dice.roll(1...2))"
    orders.append(
      try shop.write(today.description) { writing in
        var order = NewOrder(
          customer: try Customer.named(customer, in: writing.db).id, orderedOn: writing.today, currency: "CNY"
        )
        order.lines = [
          NewLine(product: try Product.named(product, in: writing.db).id, price: 365_000, [schedule])
        ]
        return try writing.take(order).no
      })
  }

  private mutating func act(on no: String) throws {
    let part = Int64(dice.roll(1...9) * 10)
    let isPart = dice.roll(0...1) == 0
    let (past, ahead) = (near(-4...0), near(-2...20))
    let steps = (dice.roll(0...2), ["备料", "机加", "检验"])
    let action = dice.roll(0...13)
    try change { writing in
      let order = try TestShop.order(no, writing)
      switch action {
      case 0, 1, 2:
        var request = ReleaseRequest()
        request.quantity = isPart ? part : nil
        request.startOn = isPart ? ahead : nil
        _ = try writing.release(order, request)
      case 3, 4: _ = try writing.finish(order, step: steps.1[steps.0], on: past)
      case 5, 6:
        _ = try writing.progress(order, step: steps.1[steps.0], ProgressReport(good: part, day: past))
      case 7:
        if keepsPromises, try Schedule.of(order.id, in: writing.db).contains(where: { $0.promisedOn != nil })
        {
          return
        }
        _ = try writing.promise(order, ahead, cause: .shortage)
      case 8, 9:
        _ = try writing.ship(
          [ShipRequest(order: order, line: nil, quantity: isPart ? part : nil)], ShipmentDetails(day: past))
      case 10:
        let lines = try ShipmentLine.of(order.id, in: writing.db)
        try writing.arrive(lines, subject: no, on: writing.today, damaged: isPart ? 1 : 0)
      case 11:
        try writing.hold(order, reason: "改图", side: isPart ? .customer : .own, evidence: "邮件", until: nil)
      case 12: try writing.resume(order)
      default:
        if isPart {
          try writing.cancel(order, reason: "撤单")
        } else {
          for production in try ProductionOrder.of(order.id, in: writing.db).prefix(1) {
            try writing.cancel(production, reason: "重排")
          }
        }
      }
    }
  }

  /// A refusal leaves the book as it was.
  private func change(_ body: (Writing) throws -> Void) throws {
    do {
      try shop.write(today.description, as: "zhaolei", right: .supervise, body)
    } catch is Refusal {
    } catch is BookError {
    }
  }

  func checkAccounts() throws {
    try shop.read(today.description) { reading in
      let calendar = try reading.calendar()
      for no in orders {
        for account in try reading.delayAccounts(of: TestShop.order(no, reading)) {
          let links = account.parts.map(\.link)
          let told = "seed \(seed), \(today), \(no): \(account)"
          #expect(links.reduce(0) { $0 + $1.days } == account.daysLate, "\(told)")
          #expect(links.allSatisfy { 0 < $0.days && $0.days <= $0.lost }, "\(told)")
          #expect(account.neededOn != nil || links.isEmpty, "\(told)")
          guard let needed = account.neededOn, let ready = account.readyOn else { continue }
          #expect(account.daysLate == max(0, calendar.workingDays(from: needed, to: ready)), "\(told)")
        }
      }
    }
  }
  func checkRates() throws {
    try shop.read(today.description) { reading in
      for level in [OnTimeReport.Level.row, .order] {
        var report = OnTimeReport(asOf: today)
        report.level = level
        report.grouping = .customer
        for group in try report.groups(in: reading).groups {
          #expect(group.rate == group.latest, "seed \(seed), \(today), \(group)")
        }
      }
      for row in try OrderList(.now(today)).rows(in: reading) where row.firstPromisedOn != nil {
        #expect(row.firstPromisedOn == row.promisedOn && row.promiseCount == 1, "seed \(seed), \(row.no)")
      }
    }
  }
}
