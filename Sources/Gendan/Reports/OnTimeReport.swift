/// On-time rates over a period (lateness rules 7, 8, 12 to 15): which rows were due in it, and how
/// many were complete by then.
public struct OnTimeReport: Sendable {
  /// What one row of the count is.
  public enum Level: String, Sendable, CaseIterable {
    /// A delivery.
    case row
    /// An order, on time when all its rows are.
    case order
    /// A production order against its due day.
    case production
  }
  /// By what rows are put together.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Everything in one.
    case none
    /// By the day of the reference.
    case day
    /// By the ISO week of the reference.
    case week
    /// By the month of the reference.
    case month
    /// By the quarter of the reference.
    case quarter
    /// By clerk.
    case clerk
    /// By customer.
    case customer
    /// By product.
    case product
    /// By carrier.
    case carrier
  }
  /// One group's figures.
  public struct Group: Sendable {
    /// The group's name; empty for everything.
    public let name: String
    /// Against the chosen basis.
    public internal(set) var rate = OnTimeRate()
    /// Against the standing promise, printed beside it.
    public internal(set) var latest = OnTimeRate()
    /// On time and in full, against the chosen basis.
    public internal(set) var inFull = OnTimeRate()
    /// With a first shipment by the reference.
    public internal(set) var firstShipment = OnTimeRate()
    /// Calendar days late of the late ones, complete or not.
    public internal(set) var daysLate = 0
    /// How many are late, complete or not.
    public internal(set) var lateCount = 0
    /// Calendar days from the reference to completion over all complete ones, negative when early.
    public internal(set) var deviation = 0
    /// Quantity-days late, in the products' smallest units.
    public internal(set) var quantityDays: Int64 = 0
  }

  /// Against which date.
  public var basis = Basis.first
  /// Which references count.
  public var period = Period(first: nil, last: nil)
  /// As of which day.
  public var asOf: Day
  /// What one row is.
  public var level = Level.row
  /// By what rows are put together.
  public var grouping = Grouping.none
  /// Days of grace.
  public var grace = 0
  /// Which deliveries.
  public var filter = OrderFilter.everything

  /// All rows as of a day, against the first promise.
  public init(asOf: Day) { self.asOf = asOf }

  /// The figures, and how many rows have no such date and are left out (lateness rule 15).
  public func groups(in reading: Reading) throws -> (groups: [Group], undated: Int) {
    groups(of: try records(in: reading))
  }

  /// The rows that are counted, whatever the period and the days of grace.
  func records(in reading: Reading) throws -> [OnTimeRecord] {
    try level == .production ? productionRecords(reading) : orderRecords(reading)
  }

  /// The figures of these rows.
  func groups(of records: [OnTimeRecord]) -> (groups: [Group], undated: Int) {
    var groups: [String: Group] = [:]
    var undated = 0
    for record in records {
      guard let reference = record.dated.day else {
        undated += 1
        continue
      }
      guard period.contains(reference) else { continue }
      let name = name(of: record, reference)
      record.count(into: &groups[name, default: Group(name: name)], self)
    }
    return (groups.values.sorted { $0.name < $1.name }, undated)
  }

  private func name(of record: OnTimeRecord, _ reference: Day) -> String {
    switch grouping {
    case .none: ""
    case .day: reference.description
    case .month: String(reference.description.prefix(7))
    case .quarter: "\(reference.year)-Q\((reference.month + 2) / 3)"
    case .week:
      String(reference.isoWeek.year) + "-W" + (reference.isoWeek.week < 10 ? "0" : "")
        + String(reference.isoWeek.week)
    case .clerk, .customer, .product, .carrier: record.name
    }
  }

  private var nameColumn: SQL {
    switch grouping {
    case .none, .day, .week, .month, .quarter: "''"
    case .clerk: "coalesce(u.login, '')"
    case .customer: NamedRegister.customers.name("c")
    case .product: NamedRegister.products.name("p")
    case .carrier: "coalesce(o.carrier, '')"
    }
  }

  /// Rows with their references; an order's rows become one, which is as late as the worst of those that are due.
  private func orderRecords(_ reading: Reading) throws -> [OnTimeRecord] {
    let scope: OrderScope = asOf < reading.today ? .asOf(asOf) : .now(asOf)
    let moved = try MovedReferences(of: basis, in: reading.db)
    var records: [OnTimeRecord] = []
    var last: Int64?
    try reading.db.each(
      """
      SELECT o.id, \(nameColumn), \(scope.reference(basis)), \(scope.due), \(scope.completed), s.qty,
        l.under_bp, l.over_bp, c.date_meaning, s.id, o.cancelled, o.cancelled_on
      \(OrderList.tables)
      WHERE o.ordered_on <= \(asOf) AND \(filter.condition(scope, me: reading.actor.login))
        AND \(narrowing ?? "1 = 1") ORDER BY o.id, s.id
      """
    ) { row in
      let order: Int64 = try row[0]
      let schedule: Int64 = try row[9]
      let completed: Day? = try row[4]
      let reference = moved.reference(of: schedule, on: min(completed ?? asOf, asOf), now: try row[2])
      var record = DeliveryRecord(ordered: try row[5], reference: reference ?? asOf, deliveries: [])
      record.underTolerance = try row[6]
      record.overTolerance = try row[7]
      record.meaning = try row[8]
      let one = OnTimeRecord(
        name: try row[1], dated: .init(reference, completed), promised: .init(try row[3], completed),
        deliveries: reference == nil ? [] : [(schedule, record)], isCancelled: try row[10],
        cancelledOn: try row[11])
      // What was cancelled before its reference, and never complete, was not due (lateness rule 7).
      if one.isCancelledBeforeDue { return }
      if level == .order, order == last {
        records[records.count - 1].merge(one, asOf: asOf)
      } else {
        records.append(one)
      }
      last = order
    }
    try fill(&records, moved, reading)
    return records
  }

  /// The orders that a period can count: one of their dates lies in it, is missing, or was moved. nil where all have to
  /// be looked at, as they have where the standing promise of a day gone by is asked.
  private var narrowing: SQL? {
    let column: SQL
    switch basis {
    case .first: column = "z.first_promised_on"
    case .want: column = "z.requested_on"
    case .latest: return nil
    }
    guard period.first != nil || period.last != nil else { return nil }
    return """
      o.id IN (SELECT z.order_id FROM schedules z
        WHERE \(period.condition(on: column)) OR \(column) IS NULL OR z.id IN (\(MovedReferences.schedules(basis))))
      """
  }

  /// Adds what left of each delivery, for the in-full figures.
  private func fill(
    _ records: inout [OnTimeRecord], _ moved: MovedReferences, _ reading: Reading
  ) throws {
    var deliveries: [Int64: [Delivery]] = [:]
    // Of a few by their keys; of all in one reading.
    let keys = records.flatMap { $0.deliveries.map(\.schedule) }
    let parts: [SQL] = narrowing == nil ? ["1 = 1"] : keys.bindable.map { "l.schedule_id IN \(list: $0)" }
    for part in parts {
      try reading.db.each(
        """
        SELECT l.schedule_id, l.qty, h.shipped_on, a.arrived_on, coalesce(a.short + a.damaged, 0)
        FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
        LEFT JOIN arrivals a ON a.shipment_line_id = l.id AND a.arrived_on <= \(asOf)
        WHERE h.shipped_on <= \(asOf) AND \(part)
        """
      ) { row in
        let schedule: Int64 = try row[0]
        var delivery = Delivery(
          quantity: try row[1], shippedOn: try row[2], arrivedOn: try row[3], rejected: try row[4])
        delivery.reference = moved.reference(of: schedule, on: delivery.shippedOn, now: nil)
        deliveries[schedule, default: []].append(delivery)
      }
    }
    for index in records.indices {
      for part in records[index].deliveries.indices {
        let (schedule, _) = records[index].deliveries[part]
        records[index].deliveries[part].record.deliveries = deliveries[schedule] ?? []
      }
    }
  }

  private func productionRecords(_ reading: Reading) throws -> [OnTimeRecord] {
    let name: SQL = grouping == .product ? NamedRegister.products.name("p") : "''"
    return try reading.db.all(
      """
      SELECT \(name), w.due_on, w.finished_on, w.cancelled_on FROM production_orders w
      JOIN products p ON p.id = w.product_id
      WHERE w.released_on <= \(asOf) ORDER BY w.id
      """
    ) {
      let cancelled: Day? = try $0[3]
      return OnTimeRecord(
        name: try $0[0], dated: .init(try $0[1], try $0[2]), promised: .init(try $0[1], try $0[2]),
        deliveries: [],
        isCancelled: cancelled != nil, cancelledOn: cancelled)
    }.filter { !$0.isCancelledBeforeDue }
  }
}

/// One row of a count.
struct OnTimeRecord {
  /// A date with the day on which what it stands for was complete.
  struct Dated {
    let day: Day?
    let completedOn: Day?

    init(_ day: Day?, _ completedOn: Day?) {
      (self.day, self.completedOn) = (day, completedOn)
    }

    /// The one that speaks for both: the later against its date of those that are due, else what is due first.
    func worse(_ other: Dated, asOf: Day) -> Dated {
      guard let mine = day else { return other }
      guard let its = other.day else { return self }
      if mine > asOf || its > asOf { return mine <= its ? self : other }
      func end(_ dated: Dated) -> Day {
        dated.completedOn.flatMap { $0 <= asOf ? $0 : nil } ?? asOf.adding(days: 1)
      }
      return end(self) - mine >= end(other) - its ? self : other
    }
  }

  let name: String
  /// Against the chosen basis.
  var dated: Dated
  /// Against the standing promise.
  var promised: Dated
  /// Of those that have a date.
  var deliveries: [(schedule: Int64, record: DeliveryRecord)]
  let isCancelled: Bool
  let cancelledOn: Day?

  var isCancelledBeforeDue: Bool {
    guard isCancelled, dated.completedOn == nil else { return false }
    guard let cancelledOn, let reference = dated.day else { return true }
    return cancelledOn <= reference
  }

  /// Takes another row of the same order in.
  mutating func merge(_ other: OnTimeRecord, asOf: Day) {
    dated = dated.worse(other.dated, asOf: asOf)
    promised = promised.worse(other.promised, asOf: asOf)
    deliveries += other.deliveries
  }

  func count(into group: inout OnTimeReport.Group, _ report: OnTimeReport) {
    guard let reference = dated.day else { return }
    func known(_ day: Day?) -> Day? { day.flatMap { $0 <= report.asOf ? $0 : nil } }
    let done = known(dated.completedOn)
    if let isOnTime = isOnTime(against: reference, done, report) {
      group.rate.count(isOnTime: isOnTime, isDelivered: done != nil)
      let end = done ?? min(cancelledOn ?? report.asOf, report.asOf)
      if end > reference {
        group.lateCount += 1
        group.daysLate += end - reference
      }
      if let done { group.deviation += done - reference }
      if !deliveries.isEmpty {
        // What is not due yet says nothing of an order.
        let parts = deliveries.map(\.record).filter { $0.reference <= report.asOf }
        group.inFull.count(
          isOnTime: parts.allSatisfy { $0.isOnTimeInFull(asOf: report.asOf, grace: report.grace) ?? false },
          isDelivered: done != nil)
        group.firstShipment.count(
          isOnTime: parts.contains { $0.firstShipmentOnTime ?? false }, isDelivered: done != nil)
        group.quantityDays += parts.reduce(0) { $0 + $1.quantityDaysLate(asOf: report.asOf) }
      }
    }
    let kept = known(promised.completedOn)
    if let due = promised.day, let isOnTime = isOnTime(against: due, kept, report) {
      group.latest.count(isOnTime: isOnTime, isDelivered: kept != nil)
    }
  }

  /// nil while it does not count: the reference lies ahead, or is today and it is still owed.
  private func isOnTime(against reference: Day, _ done: Day?, _ report: OnTimeReport) -> Bool? {
    guard reference <= report.asOf else { return nil }
    let limit = reference.adding(days: report.grace)
    if let done { return done <= limit }
    return report.asOf > limit ? false : nil
  }
}
