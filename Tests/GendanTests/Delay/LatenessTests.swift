import Gendan
import Testing

/// The rules of lateness, each tricky point with its own numbers.
@Suite struct `Lateness` {
  let calendar = ChinaCalendar.calendar

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func record(
    _ ordered: Int64, due: String, _ deliveries: [(String, Int64)]
  ) throws -> DeliveryRecord {
    DeliveryRecord(
      ordered: ordered, reference: try day(due),
      deliveries: try deliveries.map { Delivery(quantity: $0.1, shippedOn: try day($0.0)) })
  }

  @Test func `a partial on the day and the rest the next day is late by one day`() throws {
    let record = try record(100, due: "2026-03-10", [("2026-03-10", 60), ("2026-03-11", 40)])
    let asOf = try day("2026-03-31")
    #expect(try record.completedOn == day("2026-03-11"))
    #expect(record.lateness(asOf: asOf, calendar: calendar).days == 1)
    #expect(record.quantityDaysLate(asOf: asOf) == 40)
    #expect(record.firstShipmentOnTime == true)
    #expect(record.isOnTime(asOf: asOf) == false)
    #expect(record.isOnTimeInFull(asOf: asOf) == false)
  }

  /// Tricky point 6.
  @Test func `what had left before the customer moved the date keeps its own`() throws {
    var record = try record(100, due: "2026-03-23", [("2026-03-16", 60), ("2026-03-24", 40)])
    let asOf = try day("2026-03-31")
    #expect(record.quantityDaysLate(asOf: asOf) == 40)
    #expect(record.firstShipmentOnTime == true)
    record.deliveries[0].reference = try day("2026-03-12")
    #expect(record.quantityDaysLate(asOf: asOf) == 60 * 4 + 40)
    #expect(record.firstShipmentOnTime == false)
    #expect(record.lateness(asOf: asOf, calendar: calendar).days == 1)
  }

  @Test func `two partials that are both on time are on time`() throws {
    let record = try record(100, due: "2026-03-10", [("2026-03-09", 60), ("2026-03-10", 40)])
    let asOf = try day("2026-03-31")
    #expect(record.isOnTime(asOf: asOf) == true)
    #expect(record.isOnTimeInFull(asOf: asOf) == true)
    #expect(record.quantityDaysLate(asOf: asOf) == 0)
  }

  @Test func `two pieces of a quarter million still owed keep the row open`() throws {
    let record = try record(250_002, due: "2026-03-10", [("2026-03-09", 250_000)])
    #expect(record.completedOn == nil)
    #expect(record.lateness(asOf: try day("2026-03-13"), calendar: calendar).days == 3)
    #expect(record.quantityDaysLate(asOf: try day("2026-03-13")) == 6)
  }

  @Test func `within the tolerance under, less is all of it`() throws {
    var record = try record(1000, due: "2026-03-10", [("2026-03-10", 950)])
    #expect(record.completedOn == nil)
    record.underTolerance = 500
    #expect(try record.completedOn == day("2026-03-10"))
  }

  @Test func `more than the tolerance over is not in full`() throws {
    var record = try record(100, due: "2026-03-10", [("2026-03-10", 106)])
    record.overTolerance = 500
    #expect(record.isOnTime(asOf: try day("2026-03-11")) == true)
    #expect(record.isOnTimeInFull(asOf: try day("2026-03-11")) == false)
    record.overTolerance = 600
    #expect(record.isOnTimeInFull(asOf: try day("2026-03-11")) == true)
  }

  @Test func `what is due today and still owed is not late until tomorrow`() throws {
    let record = try record(100, due: "2026-03-10", [])
    #expect(!record.lateness(asOf: try day("2026-03-10"), calendar: calendar).isLate)
    #expect(record.isOnTime(asOf: try day("2026-03-10")) == nil)
    #expect(record.lateness(asOf: try day("2026-03-11"), calendar: calendar).isLate)
    #expect(record.isOnTime(asOf: try day("2026-03-11")) == false)
  }

  @Test func `working days skip Qingming and count a make-up Saturday`() throws {
    let qingming = try record(1, due: "2026-04-03", [])
    let afterwards = qingming.lateness(asOf: try day("2026-04-07"), calendar: calendar)
    #expect(afterwards.days == 4)
    #expect(afterwards.workingDays == 1)
    // 2026-05-09 is a Saturday that is worked.
    let makeUp = try record(1, due: "2026-05-08", [])
    #expect(makeUp.lateness(asOf: try day("2026-05-09"), calendar: calendar).workingDays == 1)
  }

  @Test func `grace makes it on time, but days late count from the date itself`() throws {
    let record = try record(100, due: "2026-03-10", [("2026-03-12", 100)])
    let asOf = try day("2026-03-31")
    #expect(record.isOnTime(asOf: asOf, grace: 2) == true)
    #expect(record.isOnTime(asOf: asOf, grace: 1) == false)
    #expect(record.lateness(asOf: asOf, calendar: calendar).days == 2)
  }

  @Test func `a hold stops the clock only with a customer, an end and evidence`() throws {
    var record = try record(100, due: "2026-03-10", [])
    let asOf = try day("2026-03-20")
    func hold(_ side: HoldSide, _ evidence: String?, to: String?) throws -> Hold {
      Hold(
        side: side, reason: "drawing", evidence: evidence, fromOn: try day("2026-03-09"), untilOn: nil,
        resumedOn: try to.map(day))
    }
    record.holds = [try hold(.own, "mail", to: "2026-03-13")]
    #expect(record.adjustedDaysLate(asOf: asOf, calendar: calendar) == 10)
    record.holds = [try hold(.customer, nil, to: "2026-03-13")]
    #expect(record.adjustedDaysLate(asOf: asOf, calendar: calendar) == 10)
    record.holds = [try hold(.customer, "mail 3/9", to: nil)]
    #expect(record.adjustedDaysLate(asOf: asOf, calendar: calendar) == 10)
    record.holds = [try hold(.customer, "mail 3/9", to: "2026-03-13")]
    #expect(record.adjustedDaysLate(asOf: asOf, calendar: calendar) == 7)
    #expect(record.lateness(asOf: asOf, calendar: calendar).days == 10)
  }

  @Test func `quantity counts as accepted once the arrival is known`() throws {
    var record = try record(100, due: "2026-03-10", [])
    record.deliveries = [
      Delivery(
        quantity: 100, shippedOn: try day("2026-03-09"), arrivedOn: try day("2026-03-11"), rejected: 3)
    ]
    #expect(record.completedOn == nil)
    record.deliveries.append(Delivery(quantity: 3, shippedOn: try day("2026-03-12")))
    #expect(try record.completedOn == day("2026-03-12"))
  }

  @Test func `where a date means arrival, the arrival day counts`() throws {
    var record = try record(100, due: "2026-03-10", [])
    record.meaning = .arrived
    record.deliveries = [Delivery(quantity: 100, shippedOn: try day("2026-03-09"))]
    #expect(record.completedOn == nil)
    record.deliveries = [
      Delivery(quantity: 100, shippedOn: try day("2026-03-09"), arrivedOn: try day("2026-03-12"))
    ]
    #expect(record.lateness(asOf: try day("2026-03-31"), calendar: calendar).days == 2)
  }

  @Test func `as of a day, later shipments are not known`() throws {
    let record = try record(100, due: "2026-03-10", [("2026-03-20", 100)])
    #expect(record.lateness(asOf: try day("2026-03-15"), calendar: calendar).days == 5)
    #expect(record.lateness(asOf: try day("2026-03-31"), calendar: calendar).days == 10)
    #expect(record.quantityDaysLate(asOf: try day("2026-03-15")) == 500)
  }

  @Test func `nothing counted has no rate, and a rate has its Wilson interval`() throws {
    var rate = OnTimeRate()
    #expect(rate.rate == nil)
    for isOnTime in Array(repeating: true, count: 9) + Array(repeating: false, count: 3) {
      rate.count(isOnTime: isOnTime, isDelivered: true)
    }
    let ratio = try #require(rate.rate)
    #expect(ratio.basisPoints == 7500)
    // The published example: 9 of 12 gives 46.8 % to 91.1 %.
    #expect((ratio.wilson95.low + 5) / 10 == 468)
    #expect((ratio.wilson95.high + 5) / 10 == 911)
    #expect(!rate.isTooFew)
  }

  @Test func `a rate never exceeds one whatever was shipped`() throws {
    for part in 0...20 {
      let ratio = try #require(Ratio(part, of: 20))
      #expect(0...10000 ~= ratio.basisPoints)
      #expect(ratio.wilson95.low <= ratio.basisPoints)
      #expect(ratio.basisPoints <= ratio.wilson95.high)
    }
  }
}
