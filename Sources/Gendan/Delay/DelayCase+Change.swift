/// A delay as it is reported.
public struct NewDelay: Sendable {
  /// The order.
  public var order: Order
  /// Its line; nil for the whole order.
  public var line: Int?
  /// What was found.
  public var text: String
  /// The new day as far as it is known.
  public var forecastOn: Day?
  /// When it was found; now where nil.
  public var foundAt: Instant?
  /// The department that is asked for the cause.
  public var department: Identifier<Department>?

  /// A delay of an order.
  public init(_ order: Order, line: Int? = nil, _ text: String) {
    self.order = order
    self.line = line
    self.text = text
  }
}

/// What a department says of a delay.
public struct NewExplanation: Sendable {
  /// The kind of cause.
  public var cause: Cause
  /// Why.
  public var text: String
  /// The department that answers for it.
  public var department: Identifier<Department>
  /// The day as it was computed anew.
  public var newOn: Day?
  /// What is done about it.
  public var remedy: String?
  /// What the customer may read of it.
  public var outward: String?
  /// When; now where nil.
  public var at: Instant?

  /// A cause, and the department that answers for it.
  public init(_ cause: Cause, _ text: String, _ department: Identifier<Department>) {
    self.cause = cause
    self.text = text
    self.department = department
  }
}

/// What a customer was told, and said.
public struct NewAnswer: Sendable {
  /// What was said.
  public var answer: DelayReply
  /// The day that was accepted, with `.accepted` alone.
  public var acceptedOn: Day?
  /// By what the customer was told.
  public var via: String?
  /// Who at the customer was told.
  public var told: String?
  /// What else was said.
  public var note: String?
  /// When; now where nil.
  public var at: Instant?

  /// The customer accepts a day.
  public static func accepted(_ day: Day) -> NewAnswer {
    var answer = NewAnswer(.accepted)
    answer.acceptedOn = day
    return answer
  }

  /// An answer without a day.
  public init(_ answer: DelayReply) { self.answer = answer }
}

extension Writing {
  /// Opens a delay case, which reports it to the department.
  ///
  /// Throws `.nothingLeft` where nothing is owed, `.unpromised` where no day stands, and `.taken` where a
  /// case is open already.
  public func open(_ new: NewDelay) throws -> DelayCase {
    try allow(.promise, on: new.order)
    let owed = try Schedule.of(new.order.id, line: new.line.map { LinePart($0) }, in: db).filter(\.isOpen)
    guard !owed.isEmpty else { throw BookError.nothingLeft(.order, new.order.no) }
    guard let due = owed.compactMap(\.dueOn).min() else { throw BookError.unpromised(new.order.no) }
    let standing = try DelayCase.of(new.order.id, in: db).first { delay in
      delay.closedAt == nil && (delay.line == nil || new.line == nil || delay.line == new.line)
    }
    if let standing { throw BookError.taken(.delay, standing.no) }
    let no = try number(.delayPrefix, on: today)
    try db.run(
      """
      INSERT INTO delays (no, order_id, line_no, text, due_on, forecast_on, found_at, reported_at,
        department_id, entered_at, entered_by)
      VALUES (\(no), \(new.order.id), \(new.line), \(new.text), \(due), \(new.forecastOn),
        \(new.foundAt ?? now), \(now), \(new.department), \(now), \(user.id))
      """)
    return try changedDelay(no)
  }

  /// Writes down the cause of a delay and the day as the department computes it anew; until the
  /// customer is told it may be written anew.
  public func explain(_ delay: DelayCase, _ new: NewExplanation) throws -> DelayCase {
    let at = try moment(of: .explained, delay, new.at, after: delay.reportedAt)
    try db.run(
      """
      UPDATE delays SET cause = \(new.cause), cause_text = \(new.text), responsible_id = \(new.department),
        new_on = \(new.newOn), remedy = \(new.remedy), outward = \(new.outward), explained_at = \(at),
        explained_by = \(user.id) WHERE id = \(delay.id)
      """)
    return try changedDelay(delay.no)
  }

  /// Notes what the customer said; a day that was accepted becomes the promise, with the cause.
  public func tell(_ delay: DelayCase, _ new: NewAnswer) throws -> (DelayCase, [PromiseMade]) {
    let at = try moment(of: .told, delay, new.at, after: delay.answer?.at ?? delay.explanation?.at)
    try db.run(
      """
      INSERT INTO delay_answers (delay_id, answer, accepted_on, via, told, note, told_at, entered_at,
        entered_by)
      VALUES (\(delay.id), \(new.answer), \(new.acceptedOn), \(new.via), \(new.told), \(new.note), \(at),
        \(now), \(user.id))
      """)
    var made: [PromiseMade] = []
    if let day = new.acceptedOn {
      made = try promise(
        try Order.with(delay.order, in: db), line: delay.line.map { LinePart($0) }, day,
        cause: delay.explanation?.cause,
        told: new.told, note: delay.no, madeOn: at.day(utcOffset: utcOffset))
    }
    return (try changedDelay(delay.no), made)
  }

  /// Ends a delay case: it was fed back to the supervisor.
  public func close(_ delay: DelayCase, note: String?, at instant: Instant? = nil) throws -> DelayCase {
    let at = try moment(of: .closed, delay, instant, after: delay.answer?.at)
    try db.run(
      """
      UPDATE delays SET closed_at = \(at), closed_by = \(user.id), note = \(note) WHERE id = \(delay.id)
      """)
    return try changedDelay(delay.no)
  }

  /// When a step is taken; refuses one out of turn, and one before the last step's time.
  private func moment(
    of stage: DelayStage, _ delay: DelayCase, _ instant: Instant?, after last: Instant?
  ) throws -> Instant {
    try pass(.delayInTurn, on: DelayStep(delay: delay, stage: stage))
    let at = instant ?? now
    if let last, at < last { throw BookError.beforeLastStep(no: delay.no) }
    return at
  }

  /// The case as it stands now; the event is found under its order too.
  private func changedDelay(_ no: String) throws -> DelayCase {
    let delay = try DelayCase.named(no, in: db)
    entry.subjects = [delay.orderNo, delay.no]
    return delay
  }
}
