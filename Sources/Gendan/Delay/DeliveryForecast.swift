/// When an open delivery is expected to be ready, and what that rests on.
public struct DeliveryForecast: Sendable, Equatable {
  /// What a forecast rests on.
  public enum Ground: String, SQLConvertible, Sendable, CaseIterable {
    /// All of it is made: it can leave.
    case made
    /// How production orders of the product kept their plans.
    case product
    /// How production orders of its route did.
    case route
    /// How all production orders did.
    case shop
    /// The plan alone: nothing like it was finished yet.
    case plan
    /// The product's standard lead time from now: it is not, or not all of it, in production yet.
    case leadTime = "lead-time"
  }

  /// The delivery.
  public let schedule: Identifier<Schedule>
  /// The day on which it is expected to be ready.
  public let day: Day
  /// The days within which four of five such forecasts come true; nil where too little is known.
  public let interval: ClosedRange<Day>?
  /// How many finished production orders it was told from.
  public let count: Int
  /// What it rests on.
  public let ground: Ground
  /// The day by which it has to be ready: what is due, less the days that goods travel where the promise means
  /// their arrival.
  public let neededOn: Day?

  /// Working days by which it is expected after it is needed; nil without a due day, negative for slack.
  public func daysBehind(_ calendar: WorkingCalendar) -> Int? {
    neededOn.map { calendar.workingDays(from: $0, to: day) }
  }

  /// Whether it is expected after it is needed.
  public var isBehind: Bool { neededOn.map { day > $0 } ?? false }
}

extension Reading {
  /// The forecasts of open deliveries, those of cancelled orders left out; none for one of which nobody knows how
  /// long it takes.
  public func forecasts() throws -> [Identifier<Schedule>: DeliveryForecast] {
    let record = try WorkshopRecord(in: self)
    let open = record.orders.filter { $0.order.finish == nil }
    // What happened until yesterday evening is known; today's work is part of what is forecast.
    let calendar = try calendar()
    let yesterday = calendar.count(of: today.adding(days: -1))
    let outlooks = Forecast.Shop(record.orders.map(\.order)).outlooks(of: open.map(\.order), asOf: yesterday)
    var expected: [Identifier<ProductionOrder>: Forecast.Outlook] = [:]
    // The plan alone knows nothing of what is behind it: what is left of it is laid out from today.
    let planned = zip(open, outlooks).filter { $0.1?.level == nil }.map(\.0.id)
    let ends = try RemainingWork.ends(
      of: planned, today: calendar.count(of: calendar.nextWorking(onOrAfter: today)),
      count: calendar.count(of:), in: db)
    for (production, outlook) in zip(open, outlooks) {
      guard var outlook else { continue }
      if let end = ends[production.id] { outlook.day = max(outlook.day, end) }
      expected[production.id] = outlook
    }
    var forecasts: [Identifier<Schedule>: DeliveryForecast] = [:]
    for delivery in try openDeliveries() {
      let latest = delivery.makers.compactMap { expected[$0] }.max { $0.day < $1.day }
      forecasts[delivery.id] = delivery.forecast(latest, today: today, calendar)
    }
    return forecasts
  }

  private func openDeliveries() throws -> [OpenDelivery] {
    var covered: [Identifier<Schedule>: Int64] = [:]
    var makers: [Identifier<Schedule>: [Identifier<ProductionOrder>]] = [:]
    let made: SQL = "CASE WHEN w.is_open = 1 THEN w.qty ELSE w.good_qty END"
    try db.each(
      """
      SELECT s.id, w.id, \(made) FROM schedules s JOIN production_orders w ON w.schedule_id = s.id
      WHERE s.is_open = 1 AND w.cancelled_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM production_shares h WHERE h.production_order_id = w.id)
      UNION ALL SELECT s.id, w.id, h.qty FROM schedules s JOIN production_shares h ON h.schedule_id = s.id
      JOIN production_orders w ON w.id = h.production_order_id
      WHERE s.is_open = 1 AND w.cancelled_on IS NULL
      UNION ALL SELECT s.id, NULL, r.qty FROM schedules s JOIN reservations r ON r.schedule_id = s.id
      WHERE s.is_open = 1 AND r.released_on IS NULL
      """
    ) { row in
      let schedule: Identifier<Schedule> = try row[0]
      covered[schedule, default: 0] += row.integer(2)
      if !row.isNull(1) { makers[schedule, default: []].append(try row[1]) }
    }
    return try db.all(
      """
      SELECT s.id, s.due_on, \(Customer.travelDays), p.lead_days,
        s.qty, l.under_bp, s.accepted_qty
      FROM schedules s JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.is_open = 1 AND o.cancelled = 0
      """
    ) { row in
      let id: Identifier<Schedule> = try row[0]
      let needed = ScheduleFacts(ordered: try row[4], underTolerance: try row[5], requestedOn: nil).needed
      // What left was made, or held, before.
      return OpenDelivery(
        id: id, dueOn: try row[1], transit: try row[2], leadDays: try row[3], makers: makers[id] ?? [],
        isCovered: max(covered[id] ?? 0, row.integer(6)) >= needed)
    }
  }
}

extension DeliveryForecast.Ground {
  /// What an outlook was told from; nil: from its plan alone.
  fileprivate init(_ level: Forecast.Level?) {
    self =
      switch level {
      case .product: .product
      case .route: .route
      case .shop: .shop
      case nil: .plan
      }
  }
}

/// An open delivery, as a forecast asks of it.
private struct OpenDelivery {
  let id: Identifier<Schedule>
  let dueOn: Day?
  let transit: Int
  let leadDays: Int?
  /// The production orders that make it.
  let makers: [Identifier<ProductionOrder>]
  /// Whether stock and production, finished or not, give all of it.
  let isCovered: Bool

  private var neededOn: Day? { dueOn?.adding(days: -transit) }

  /// By the last of its production orders; where that leaves a part of it uncovered, not before the product's
  /// lead time, and nothing is told where nobody knows that.
  func forecast(
    _ outlook: Forecast.Outlook?, today: Day, _ calendar: WorkingCalendar
  ) -> DeliveryForecast? {
    func day(_ number: Int) -> Day { max(calendar.day(counted: number), today) }
    let made = DeliveryForecast(
      schedule: id, day: outlook.map { day($0.day) } ?? today,
      interval: outlook?.interval.map { day($0.lowerBound)...day($0.upperBound) }, count: outlook?.count ?? 0,
      ground: outlook.map { DeliveryForecast.Ground($0.level) } ?? .made, neededOn: neededOn)
    guard !isCovered else { return made }
    guard let leadDays else { return nil }
    let ready = calendar.day(leadDays, workingDaysAfter: today)
    guard outlook == nil || ready > made.day else { return made }
    return DeliveryForecast(
      schedule: id, day: ready, interval: nil, count: 0, ground: .leadTime, neededOn: neededOn)
  }
}
