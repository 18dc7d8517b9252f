/// What a customer asked before ordering (R-031, R-032).
public struct Enquiry: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Enquiry>
  /// Its number.
  public let no: String
  /// The customer's key.
  public let customerID: Identifier<Customer>
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// What was asked.
  public let text: String
  /// How it came.
  public let channel: Channel?
  /// When it came.
  public let receivedAt: Instant
  /// The login of who answers it.
  public let clerk: String?
  /// The name of who answers it.
  public let clerkName: String?
  /// What was answered.
  public let answer: String?
  /// When it was answered.
  public let answeredAt: Instant?

  /// Seconds after which an enquiry without an answer is late.
  public static let limit = Int64(ReminderID.enquiryUnanswered.rule.clock.count) * 3600

  /// Seconds that it waited for its answer, or has waited until now.
  public func age(at now: Instant) -> Int64 { (answeredAt ?? now) - receivedAt }

  /// Whether it waits, or waited, longer than it may.
  public func isLate(at now: Instant) -> Bool { age(at: now) >= Enquiry.limit }
}

extension Enquiry: Numbered {
  static let noun = Noun.enquiry
  static let table: SQL = "e"
  var candidate: Candidate { Candidate(name: no, details: [customer, text], isOpen: answeredAt == nil) }

  static let query: SQL =
    """
    SELECT e.id, e.no, e.customer_id, c.code, c.name, e.text, e.channel, e.received_at, u.login, u.name,
      e.answer, e.answered_at
    FROM enquiries e JOIN customers c ON c.id = e.customer_id LEFT JOIN users u ON u.id = e.clerk_id
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    customerID = try row[2]
    customerCode = try row[3]
    customer = try row[4]
    text = try row[5]
    channel = try row[6]
    receivedAt = try row[7]
    clerk = try row[8]
    clerkName = try row[9]
    answer = try row[10]
    answeredAt = try row[11]
  }

  /// Enquiries, the oldest first: those that wait, or all.
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), customer: Identifier<Customer>? = nil, onlyOpen: Bool,
    in db: any Transaction
  ) throws -> [Enquiry] {
    var conditions = [filter.condition, onlyOpen ? "e.answered_at IS NULL" : "1 = 1"]
    if let customer { conditions.append("e.customer_id = \(customer)") }
    return try db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY e.received_at, e.id", Enquiry.init)
  }

  /// The enquiry that a text names: its number, or the end of it.
  public static func named(_ text: String, in db: any Transaction) throws -> Enquiry {
    try called(text, in: db)
  }
}

extension Writing {
  /// Registers what a customer asked (R-031); whoever follows the customer answers, else who enters it.
  public func enquire(
    _ customer: Customer, _ text: String, via channel: Channel? = nil, at instant: Instant? = nil,
    clerk: Identifier<User>? = nil
  ) throws -> Enquiry {
    let received = instant ?? now
    let day = received.day(utcOffset: utcOffset)
    try allow(factOn: day)
    let no = try number(.enquiryPrefix, on: day)
    let answers = try clerk ?? customer.clerk.map { try User.named($0, in: db).id } ?? user.id
    entry.subject = no
    try db.run(
      """
      INSERT INTO enquiries (no, customer_id, text, channel, received_at, clerk_id, entered_at, entered_by)
      VALUES (\(no), \(customer.id), \(text), \(channel), \(received), \(answers), \(now), \(user.id))
      """)
    return try Enquiry.named(no, in: db)
  }

  /// Writes down what was answered, and when (R-032).
  ///
  /// Throws `.nothingLeft` where it is answered, `.answeredBefore` where the answer would come first.
  public func answer(_ enquiry: Enquiry, _ text: String, at instant: Instant? = nil) throws -> Enquiry {
    let answered = instant ?? now
    guard enquiry.answeredAt == nil else { throw BookError.nothingLeft(.enquiry, enquiry.no) }
    guard answered >= enquiry.receivedAt else { throw BookError.answeredBefore(enquiry.no) }
    try allow(factOn: answered.day(utcOffset: utcOffset))
    entry.subject = enquiry.no
    try db.run(
      "UPDATE enquiries SET answer = \(text), answered_at = \(answered) WHERE id = \(enquiry.id)")
    return try Enquiry.named(enquiry.no, in: db)
  }
}

extension Reminder {
  /// Not answered by the end of its day; late after 24 hours (R-032).
  static let enquiryUnanswered = Reminder(.enquiryUnanswered) { scope, reading in
    guard let midnight = Instant(scope.day, hour: 0, minute: 0, utcOffset: reading.utcOffset) else {
      return []
    }
    return try reading.db.all(
      """
      SELECT e.no, c.name, e.text, NULL, e.received_at FROM enquiries e
      JOIN customers c ON c.id = e.customer_id
      WHERE e.answered_at IS NULL AND e.received_at < \(midnight) AND \(scope.isFor("e.clerk_id"))
      ORDER BY e.received_at, e.no
      """
    ) { row in
      let received: Instant = try row[4]
      return try Task(.enquiryUnanswered, row, dueAt: received.adding(seconds: Enquiry.limit), reading)
    }
  }
}
