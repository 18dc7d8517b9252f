/// A delivery on a calendar: when its production began, when it was made or is expected, and when it is due
/// (R-154, R-156, R-164).
public struct GanttLine: Sendable {
  /// The delivery.
  public let row: OrderRow
  /// The day its production began; nil where nothing has.
  public let startedOn: Day?
  /// The first planned day of its production.
  public let planStartOn: Day?
  /// The last planned day of its production.
  public let planFinishOn: Day?
  /// The day all of its production was finished.
  public let madeOn: Day?
  /// When it is expected; nil where nobody can tell, or it is complete.
  public let forecast: DeliveryForecast?

  /// The day on which it was, or is expected to be, ready; nil where nobody can tell.
  public func readyOn(_ today: Day) -> Day? {
    if !row.isOpen { return row.completedOn ?? madeOn }
    return madeOn ?? forecast?.day ?? planFinishOn.map { max($0, today) }
  }

  /// Working days by which it is expected after it is due; negative for slack, nil where nobody can tell.
  public func daysBehind(_ today: Day, _ calendar: WorkingCalendar) -> Int? {
    if let behind = forecast?.daysBehind(calendar) { return behind }
    guard let due = row.dueOn, let ready = readyOn(today) else { return nil }
    return calendar.workingDays(from: due, to: ready)
  }

  /// A character for each day: `=` made, `-` to be made, `!` after its day, `>` expected, `v` due, `|` today, `.` rest.
  public func marks(_ days: [Day], today: Day, _ calendar: WorkingCalendar) -> [Character] {
    let ready = readyOn(today)
    let isMade = madeOn != nil || !row.isOpen
    // What has not begun begins today at the earliest.
    let start =
      startedOn ?? (isMade ? madeOn : planStartOn.map { max($0, today) } ?? ready.map { min($0, today) })
    return days.map { day in
      if day == row.dueOn { return "v" }
      if day == today { return "|" }
      if day == ready, !isMade { return ">" }
      guard calendar.isWorking(day) else { return "." }
      guard let start, let ready, start <= day, day <= ready else { return " " }
      if let due = row.dueOn, day > due { return "!" }
      return day < today || isMade ? "=" : "-"
    }
  }
}

extension GanttLine {
  /// The lines of deliveries, in their order.
  public static func of(_ rows: [OrderRow], in reading: Reading) throws -> [GanttLine] {
    let forecasts = try reading.forecasts()
    var dates: [Identifier<Schedule>: (Day?, Day?, Day?, Day?)] = [:]
    for ids in rows.map(\.schedule.rawValue).bindable {
      try reading.db.each(
        """
        SELECT s.id, min(x.started_on), min(x.plan_start_on), max(x.plan_finish_on),
          CASE WHEN count(*) = count(w.finished_on) THEN max(w.finished_on) END
        FROM schedules s JOIN production_orders w ON w.id IN (\(ProductionOrder.making("s.id")))
        JOIN operations x ON x.production_order_id = w.id
        WHERE s.id IN \(list: ids) AND w.cancelled_on IS NULL GROUP BY s.id
        """
      ) { dates[try $0[0]] = (try $0[1], try $0[2], try $0[3], try $0[4]) }
    }
    return rows.map { row in
      let (started, planStart, planFinish, made) = dates[row.schedule] ?? (nil, nil, nil, nil)
      return GanttLine(
        row: row, startedOn: started, planStartOn: planStart, planFinishOn: planFinish, madeOn: made,
        forecast: row.isOpen ? forecasts[row.schedule] : nil)
    }
  }
}
