/// An entry of the promise ledger: appended, never changed.
public struct Promise: Sendable, Equatable {
  /// 1, until the customer's own change voids the old promise.
  public let series: Int
  /// 1 for the first of a series.
  public let seq: Int
  /// The promised day.
  public let promisedOn: Day
  /// Why the one before was given up.
  public let cause: Cause?
  /// Who at the customer was told.
  public let told: String?
  /// Anything else.
  public let note: String?
  /// The day it was made.
  public let madeOn: Day
  /// The instant it was entered.
  public let enteredAt: Instant
}

/// Why a date was moved or missed.
public enum Cause: String, SQLConvertible, Sendable, CaseIterable {
  /// Material is missing.
  case shortage
  /// The goods are not as they should be.
  case quality
  /// Something is done again.
  case rework
  /// A machine stands still.
  case machine
  /// The drawing is missing or wrong.
  case drawing
  /// A subcontractor is late.
  case outsource
  /// Hands are missing.
  case labour
  /// The customer asked, or has not answered.
  case customer
  /// The carrier.
  case transport
  /// Something else.
  case other
}

/// What was moved by a promise.
public struct PromiseMade: Sendable {
  /// The delivery's promise before; nil for the first.
  public let before: Day?
  /// How often this delivery was re-promised, this time included.
  public let repromises: Int
  /// The delivery.
  public let place: LinePart
  /// Whether the promise before had already passed (lateness, tricky point 8).
  public let wasPast: Bool
}

extension Promise {
  /// A delivery's ledger, oldest first.
  public static func ledger(of schedule: Identifier<Schedule>, in db: any Transaction) throws -> [Promise] {
    try db.all(
      """
      SELECT series, seq, promised_on, cause, told, note, made_on, entered_at FROM promises
      WHERE schedule_id = \(schedule) ORDER BY series, seq
      """
    ) {
      Promise(
        series: try $0[0], seq: try $0[1], promisedOn: try $0[2], cause: try $0[3], told: try $0[4],
        note: try $0[5], madeOn: try $0[6], enteredAt: try $0[7])
    }
  }
}

extension Writing {
  /// Promises a day for an order's open deliveries, or those of one line.
  ///
  /// The first promise stays for ever; a later one needs a cause. Throws `.nothingLeft` where
  /// nothing is owed, `.causeMissing`, and the gates' refusals.
  public func promise(
    _ order: Order, line: LinePart? = nil, _ day: Day, cause: Cause? = nil, told: String? = nil,
    note: String? = nil, madeOn: Day? = nil
  ) throws -> [PromiseMade] {
    try allow(.promise, on: order)
    try pass(.promiseAgreed, .promiseScheduled, on: PromiseMove(order: order, line: line, day: day))
    let open = try Schedule.of(order.id, line: line, in: db).filter(\.isOpen)
    guard !open.isEmpty else { throw BookError.nothingLeft(.order, order.named(line)) }
    entry.subject = order.no
    var made: [PromiseMade] = []
    for schedule in open where schedule.promisedOn != day {
      if schedule.promisedOn != nil && cause == nil { throw BookError.causeMissing(order: order.no) }
      let last = try Promise.ledger(of: schedule.id, in: db).last
      try db.run(
        """
        INSERT INTO promises
          (schedule_id, series, seq, promised_on, cause, told, note, made_on, entered_at, entered_by)
        VALUES (\(schedule.id), \(last?.series ?? 1), \((last?.seq ?? 0) + 1), \(day),
          \(last == nil ? nil : cause), \(told), \(note), \(madeOn ?? today), \(now), \(user.id))
        """)
      try Schedule.refresh(schedule.id, in: db)
      made.append(
        PromiseMade(
          before: last?.promisedOn, repromises: schedule.promiseCount, place: schedule.place,
          wasPast: last.map { $0.promisedOn < today } ?? false))
    }
    return made
  }
}
