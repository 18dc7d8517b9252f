/// The order tracking table: each open delivery in one line, with its three events, the forecast, and when its clerk
/// last touched it.
public struct TrackingReport: Sendable {
  /// What happened to an order, and when.
  public struct Events: Sendable, Equatable {
    /// The day the customer confirmed it.
    public var confirmedOn: Day?
    /// The day the workshop was instructed: its first production order.
    public var instructedOn: Day?
    /// The day all its production was finished; nil while some runs, or none was released.
    public var madeOn: Day?
    /// The day of the last event about it.
    public var touchedOn: Day?

    /// Nothing happened.
    public init() {}
  }

  /// The events of orders that are not closed, by key.
  public static func events(in reading: Reading) throws -> [Identifier<Order>: Events] {
    let zone = reading.utcOffset
    var events: [Identifier<Order>: Events] = [:]
    let open: SQL = "o.closed_on IS NULL AND o.cancelled = 0"
    try reading.db.each(
      """
      SELECT o.id, min(a.entered_at) FROM orders o JOIN approvals a
        ON a.subject = 'order' AND a.subject_id = o.id AND a.act = 'confirm' WHERE \(open) GROUP BY o.id
      """
    ) { row in
      let at: Instant = try row[1]
      events[try row[0], default: Events()].confirmedOn = at.day(utcOffset: zone)
    }
    try reading.db.each(
      """
      SELECT o.id, min(w.released_on), CASE WHEN count(*) = count(w.finished_on) THEN max(w.finished_on) END
      FROM orders o JOIN schedules s ON s.order_id = o.id JOIN production_orders w ON w.schedule_id = s.id
      WHERE \(open) AND w.cancelled_on IS NULL GROUP BY o.id
      """
    ) { row in
      let id: Identifier<Order> = try row[0]
      events[id, default: Events()].instructedOn = try row[1]
      events[id]?.madeOn = try row[2]
    }
    try reading.db.each(
      """
      SELECT o.id, max(e.at) FROM orders o JOIN event_subjects x ON x.subject = o.no
      JOIN events e ON e.id = x.event_id WHERE \(open) GROUP BY o.id
      """
    ) { row in
      let at: Instant = try row[1]
      events[try row[0], default: Events()].touchedOn = at.day(utcOffset: zone)
    }
    return events
  }
}
