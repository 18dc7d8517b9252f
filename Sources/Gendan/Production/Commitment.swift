/// From when until when production says it makes a production order (R-158).
public struct Commitment: Sendable, Equatable {
  /// The day it begins.
  public let startOn: Day
  /// The day it is finished.
  public let finishOn: Day
  /// Anything else.
  public let note: String?
  /// When it was answered.
  public let at: Instant
  /// The name of who wrote it down.
  public let by: String

  /// What production answered about a production order, the oldest first; the newest counts.
  public static func of(
    _ production: Identifier<ProductionOrder>, in db: any Transaction
  ) throws -> [Commitment] {
    try db.all(
      """
      SELECT m.start_on, m.finish_on, m.note, m.entered_at, u.name FROM commitments m
      JOIN users u ON u.id = m.entered_by WHERE m.production_order_id = \(production) ORDER BY m.id
      """
    ) {
      Commitment(startOn: try $0[0], finishOn: try $0[1], note: try $0[2], at: try $0[3], by: try $0[4])
    }
  }

  /// The answers about production orders that counted at a moment.
  static func newest(
    of productions: [Identifier<ProductionOrder>], before moment: Instant, in db: any Transaction
  ) throws -> [Identifier<ProductionOrder>: Commitment] {
    var newest: [Identifier<ProductionOrder>: Commitment] = [:]
    for part in productions.bindable {
      try db.each(
        """
        SELECT m.production_order_id, m.start_on, m.finish_on, m.note, m.entered_at, u.name FROM commitments m
        JOIN users u ON u.id = m.entered_by WHERE m.production_order_id IN \(list: part) AND m.entered_at < \(moment)
        ORDER BY m.id
        """
      ) {
        newest[try $0[0]] = Commitment(
          startOn: try $0[1], finishOn: try $0[2], note: try $0[3], at: try $0[4], by: try $0[5])
      }
    }
    return newest
  }
}

extension ProductionOrder {
  /// The day on which it is expected to be finished: as production answered, else as it is planned, else as it
  /// is due.
  func expectedFinish(in db: any Transaction) throws -> Day? {
    if let answered = try Commitment.of(id, in: db).last { return answered.finishOn }
    return try Operation.of(id, in: db).compactMap(\.planFinishOn).max() ?? dueOn
  }
}

extension Writing {
  /// Notes from when until when production says it makes a production order (R-158).
  ///
  /// Throws `.endsBefore`, and `.nothingLeft` where nothing of it is still to be made.
  public func answer(
    _ production: ProductionOrder, from start: Day, to finish: Day, note: String? = nil
  ) throws {
    try production.requireOpen(in: self)
    guard start <= finish else {
      throw BookError.endsBefore(no: production.no, start: start, finish: finish)
    }
    entry.subjects = production.subjects
    try db.run(
      """
      INSERT INTO commitments (production_order_id, start_on, finish_on, note, entered_at, entered_by)
      VALUES (\(production.id), \(start), \(finish), \(note), \(now), \(user.id))
      """)
  }
}

/// The last of what production answered about the goods of a delivery.
struct ScheduledFinish {
  /// The production order.
  let no: String
  /// The day on which it is finished.
  let finishOn: Day

  /// Of the open production orders that make the open deliveries of an order, or of one of its lines.
  static func of(_ schedules: [Schedule], in db: any Transaction) throws -> ScheduledFinish? {
    var last: ScheduledFinish?
    for schedule in schedules {
      let open = try db.first(
        """
        SELECT w.no, m.finish_on FROM production_orders w JOIN commitments m
          ON m.id = (SELECT max(c.id) FROM commitments c WHERE c.production_order_id = w.id)
        WHERE w.id IN (\(ProductionOrder.making("\(schedule.id)"))) AND w.is_open = 1
        ORDER BY m.finish_on DESC, w.id LIMIT 1
        """
      ) { ScheduledFinish(no: try $0[0], finishOn: try $0[1]) }
      if let open, last.map({ $0.finishOn < open.finishOn }) ?? true { last = open }
    }
    return last
  }

  /// What is wrong with a promise: the goods are finished, and have travelled where the promise means their
  /// arrival, only later (R-159).
  func fault(promise day: Day, of order: Order) -> Fault? {
    guard order.latestShipDay(for: day) < finishOn else { return nil }
    let possible = finishOn.adding(days: day - order.latestShipDay(for: day))
    return .promiseTooSoon(promise: day, no: no, finish: finishOn, possible: possible)
  }
}

extension Gate where Subject == PromiseMove {
  /// Nothing is promised before production says it is finished (R-159).
  static let promiseScheduled = Gate(.promiseScheduled) { move, reading in
    let open = try Schedule.of(move.order.id, line: move.line, in: reading.db).filter(\.isOpen)
    let fault = try ScheduledFinish.of(open, in: reading.db)?.fault(promise: move.day, of: move.order)
    return fault.map { .lacking([.promiseScheduled], no: move.order.no, [$0]) }
  }
}

extension Gate where Subject == Order {
  /// The customer is not told a day before production says it is finished (R-159).
  static let replyScheduled = Gate(lacking: .promiseScheduled) { order, reading in
    try reading.brokenPromise(of: order).map { [$0] } ?? []
  }
}

extension Reading {
  /// The first promise of an order that stands before production says it is finished; nil where none does (R-159).
  public func brokenPromise(of order: Order) throws -> Fault? {
    for schedule in try Schedule.of(order.id, in: db).filter(\.isOpen) {
      guard let promise = schedule.promisedOn else { continue }
      let finish = try ScheduledFinish.of([schedule], in: db)
      if let fault = finish?.fault(promise: promise, of: order) { return fault }
    }
    return nil
  }
}

extension Reminder {
  /// Production has not said from when until when it makes a production order that is not begun (R-158): asked
  /// for where somebody keeps what it answers.
  static let scheduleUnanswered = Reminder(.scheduleUnanswered) { scope, reading in
    let anyAnswer: SQL = "SELECT count(*) FROM (SELECT 1 FROM commitments LIMIT 1) m"
    guard try reading.db.count(anyAnswer) > 0 else { return [] }
    let days = try reading.clock(.scheduleUnanswered)
    let limit = try reading.calendar().day(-days, workingDaysAfter: scope.day)
    let isAsked: SQL =
      scope.department == nil
      ? scope.mine
      : """
      EXISTS (SELECT 1 FROM operations x JOIN departments d ON d.id = x.department_id
        WHERE x.production_order_id = w.id AND \(scope.isDepartment))
      """
    return try reading.db.all(
      """
      SELECT coalesce(o.no, w.no), coalesce(c.name, p.name), w.no, p.name, w.released_on
      FROM production_orders w JOIN products p ON p.id = w.product_id
      LEFT JOIN schedules s ON s.id = w.schedule_id LEFT JOIN orders o ON o.id = s.order_id
      LEFT JOIN customers c ON c.id = o.customer_id
      WHERE w.is_open = 1 AND w.good_qty = 0 AND w.released_on <= \(limit) AND \(isAsked)
        AND NOT EXISTS (SELECT 1 FROM commitments m WHERE m.production_order_id = w.id)
        AND NOT EXISTS (SELECT 1 FROM operations x
          WHERE x.production_order_id = w.id AND (x.started_on IS NOT NULL OR x.good_qty > 0))
      ORDER BY w.released_on, w.no
      """
    ) { try Task(.scheduleUnanswered, $0) }
  }
}
