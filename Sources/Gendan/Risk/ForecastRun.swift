/// What telling all forecasts anew has brought.
public struct ForecastRun: Sendable, Equatable {
  /// Deliveries with a forecast.
  public internal(set) var told = 0
  /// Deliveries that are owed and of which nobody can tell.
  public internal(set) var unknown = 0
  /// Deliveries at risk, those that are overdue among them.
  public internal(set) var atRisk = 0
  /// Deliveries that came to be at risk, or got worse than was known.
  public internal(set) var news = 0
  /// Deliveries that are out of risk.
  public internal(set) var recovered = 0
}

extension RiskState.Limits {
  /// The firm's limits.
  init(_ settings: Settings) {
    self.init(
      enter: settings.number(.riskEnterDays), leave: settings.number(.riskLeaveDays),
      worse: settings.number(.riskWorseDays))
  }
}

extension Reading {
  /// Tells every open delivery's forecast anew and keeps it, with what is to be told of its risk. Kept forecasts
  /// follow from the facts and are not journaled: it is called where only such figures are written.
  public func keepForecasts() throws -> ForecastRun {
    let forecasts = try forecasts()
    let before = try KeptForecast.read("s.is_open = 1", in: db)
    let calendar = try calendar()
    let limits = RiskState.Limits(try settings())
    var run = ForecastRun()
    for id in Set(forecasts.keys).union(before.keys) {
      var risk = before[id]?.risk ?? RiskState()
      let forecast = forecasts[id]
      if let behind = forecast?.daysBehind(calendar) { risk.note(behind: behind, at: now, limits) }
      try keep(id, forecast, risk)
      run.told += forecast == nil ? 0 : 1
      run.atRisk += risk.isAtRisk ? 1 : 0
      run.news += risk.isAtRisk && risk.newsAt == now ? 1 : 0
      run.recovered += risk.recoveredAt == now ? 1 : 0
    }
    run.recovered += try settleDelivered()
    run.unknown =
      try db.count(
        "SELECT count(*) FROM schedules s JOIN orders o ON o.id = s.order_id WHERE s.is_open = 1 AND o.cancelled = 0"
      )
      - run.told
    return run
  }

  /// What was at risk and is no longer owed: made good where it was there in time. Its last forecast stays.
  private func settleDelivered() throws -> Int {
    let ended = try db.all(
      """
      SELECT f.schedule_id, s.completed_on, s.due_on FROM forecasts f JOIN schedules s ON s.id = f.schedule_id
      WHERE f.risk_since IS NOT NULL AND s.is_open = 0
      """
    ) { row -> (id: Identifier<Schedule>, isInTime: Bool) in
      let completed: Day? = try row[1]
      let due: Day? = try row[2]
      return (try row[0], completed.map { completed in due.map { completed <= $0 } ?? true } ?? false)
    }
    for delivery in ended {
      let recovered = delivery.isInTime ? now : nil
      try db.run(
        """
        UPDATE forecasts SET risk_since = NULL, recovered_at = coalesce(\(recovered), recovered_at)
        WHERE schedule_id = \(delivery.id)
        """)
    }
    return ended.count { $0.isInTime }
  }

  private func keep(_ id: Identifier<Schedule>, _ forecast: DeliveryForecast?, _ risk: RiskState) throws {
    let columns: [(SQL, SQL)] = [
      ("told_on", "\(today)"), ("ready_on", "\(forecast?.day)"),
      ("low_on", "\(forecast?.interval?.lowerBound)"),
      ("high_on", "\(forecast?.interval?.upperBound)"), ("cases", "\(forecast?.count ?? 0)"),
      ("ground", "\(forecast?.ground)"), ("risk_since", "\(risk.since)"), ("news_at", "\(risk.newsAt)"),
      ("recovered_at", "\(risk.recoveredAt)"),
    ]
    try db.run(
      """
      INSERT INTO forecasts (schedule_id, \(SQL.join(columns.map(\.0), ", ")))
      VALUES (\(id), \(SQL.join(columns.map(\.1), ", ")))
      ON CONFLICT (schedule_id) DO UPDATE SET \(SQL.join(columns.map { "\($0.0) = excluded.\($0.0)" }, ", "))
      """)
  }
}

extension Writing {
  /// Notes that somebody knows that deliveries of an order, or those of one line, are at risk: people are not told
  /// again until it gets materially worse. Returns them, each with the working days that it is expected late.
  ///
  /// Throws `BookError.notAtRisk`.
  public func acknowledgeRisk(
    of order: Order, line: LinePart?, reason: String?
  ) throws -> [(schedule: Schedule, behind: Int)] {
    entry.subject = order.no
    let kept = try KeptForecast.of(order.id, in: db)
    let calendar = try calendar()
    let known = try Schedule.of(order.id, line: line, in: db).compactMap { schedule -> (Schedule, Int)? in
      guard schedule.isOpen, let kept = kept[schedule.id], kept.risk.isAtRisk else { return nil }
      return (schedule, kept.forecast?.daysBehind(calendar) ?? 0)
    }
    if known.isEmpty { throw BookError.notAtRisk(no: order.no) }
    for (schedule, behind) in known {
      try db.run(
        """
        INSERT INTO risk_acknowledgements (schedule_id, behind, reason, at, entered_by)
        VALUES (\(schedule.id), \(behind), \(reason), \(now), \(user.id))
        """)
    }
    return known
  }
}
