/// The forecast of a delivery as it was told last, and what people were told of its risk: what `today`, `morning`
/// and `show` read, for telling all forecasts anew takes longer than a daily command may. The last one stays beside
/// the asked, promised and actual day when the delivery is done.
public struct KeptForecast: Sendable, Equatable {
  /// The delivery.
  public let schedule: Identifier<Schedule>
  /// The day as of which it was told.
  public let toldOn: Day
  /// The forecast; nil where nobody could tell.
  public let forecast: DeliveryForecast?
  /// Its risk.
  public internal(set) var risk: RiskState
}

extension KeptForecast {
  /// The day as of which forecasts were told last; nil where they never were.
  public static func lastTold(in db: any Transaction) throws -> Day? {
    try db.value("SELECT told_on FROM forecasts ORDER BY told_on DESC LIMIT 1", as: Day.self)
  }

  /// The forecasts of an order's deliveries.
  public static func of(
    _ order: Identifier<Order>, in db: any Transaction
  ) throws -> [Identifier<Schedule>: KeptForecast] {
    try read("s.order_id = \(order)", in: db)
  }

  /// The forecasts of deliveries that are owed and at risk.
  public static func atRisk(in db: any Transaction) throws -> [Identifier<Schedule>: KeptForecast] {
    try read("f.risk_since IS NOT NULL AND s.is_open = 1", in: db)
  }

  /// Those that came out of risk after a moment.
  public static func recovered(
    after moment: Instant, in db: any Transaction
  ) throws -> [Identifier<Schedule>: KeptForecast] {
    try read("f.recovered_at > \(moment) AND f.risk_since IS NULL", in: db)
  }

  static func read(_ condition: SQL, in db: any Transaction) throws -> [Identifier<Schedule>: KeptForecast] {
    var kept: [Identifier<Schedule>: KeptForecast] = [:]
    // The newest acknowledgement comes last and stays.
    try db.each(
      """
      SELECT f.schedule_id, f.told_on, f.ready_on, f.low_on, f.high_on, f.cases, f.ground, s.due_on,
        \(Customer.travelDays), f.risk_since, f.news_at, f.recovered_at, a.behind, a.at, u.name, a.reason
      FROM forecasts f JOIN schedules s ON s.id = f.schedule_id JOIN orders o ON o.id = s.order_id
      JOIN customers c ON c.id = o.customer_id
      LEFT JOIN risk_acknowledgements a ON a.schedule_id = f.schedule_id LEFT JOIN users u ON u.id = a.entered_by
      WHERE \(condition) ORDER BY a.id
      """
    ) { row in
      let one = try KeptForecast(row)
      kept[one.schedule] = one
    }
    return kept
  }

  private init(_ row: any Row) throws {
    schedule = try row[0]
    toldOn = try row[1]
    let ready: Day? = try row[2]
    let low: Day? = try row[3]
    let high: Day? = try row[4]
    let ground: DeliveryForecast.Ground? = try row[6]
    let due: Day? = try row[7]
    let travel: Int = try row[8]
    if let ready, let ground {
      forecast = DeliveryForecast(
        schedule: schedule, day: ready,
        interval: low.flatMap { low in high.map { low...max(low, $0) } }, count: try row[5], ground: ground,
        neededOn: due?.adding(days: -travel))
    } else {
      forecast = nil
    }
    var risk = RiskState()
    risk.since = try row[9]
    risk.newsAt = try row[10]
    risk.recoveredAt = try row[11]
    if !row.isNull(12) {
      risk.known = RiskState.Acknowledgement(
        behind: try row[12], at: try row[13], by: try row[14], reason: try row[15])
    }
    self.risk = risk
  }
}
