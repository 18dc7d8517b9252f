/// How long deliveries took: from the order to the day they were complete, and their production (R-404).
public struct LeadTimeReport: Sendable {
  /// The days of one group, all in calendar days.
  public struct Figures: Sendable {
    /// The group's name.
    public let group: String
    /// From the order to completion.
    public fileprivate(set) var whole: [Int] = []
    /// From the release to the last piece.
    public fileprivate(set) var made: [Int] = []
    /// From the order to what was first promised.
    public fileprivate(set) var promised: [Int] = []
  }

  /// The deliveries that were complete in a period, by product or by customer.
  public static func figures(_ period: Period, byCustomer: Bool, in reading: Reading) throws -> [Figures] {
    var figures: [String: Figures] = [:]
    // What is complete left in the period, or not long before it arrived.
    let left = Period(first: period.first?.adding(days: -365), last: period.last)
    try reading.db.each(
      """
      SELECT \(byCustomer ? "c.name" : "p.name" as SQL), o.ordered_on, s.completed_on, s.first_promised_on,
        (SELECT min(w.released_on) FROM production_orders w WHERE w.schedule_id = s.id AND w.finished_on IS NOT NULL),
        (SELECT max(w.finished_on) FROM production_orders w WHERE w.schedule_id = s.id)
      FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
      WHERE s.id IN (SELECT x.schedule_id FROM shipments h JOIN shipment_lines x ON x.shipment_id = h.id
          WHERE \(left.condition(on: "h.shipped_on")))
        AND s.completed_on IS NOT NULL AND \(period.condition(on: "s.completed_on"))
      """
    ) { row in
      let (ordered, completed): (Day, Day) = (try row[1], try row[2])
      let name: String = try row[0]
      var group = figures[name] ?? Figures(group: name)
      group.whole.append(completed - ordered)
      if let promised: Day = try row[3] { group.promised.append(promised - ordered) }
      if let released: Day = try row[4], let finished: Day = try row[5] {
        group.made.append(finished - released)
      }
      figures[name] = group
    }
    return figures.values.sorted { ($1.whole.count, $0.group) < ($0.whole.count, $1.group) }
  }
}

extension [Int] {
  /// The number below or at which so many hundredths of the numbers are; nil of none. The nearest rank.
  public func percentile(_ hundredths: Int) -> Int? {
    guard !isEmpty else { return nil }
    let rank = Swift.max(1, (count * hundredths + 99) / 100)
    return sorted()[Swift.min(rank, count) - 1]
  }
}
