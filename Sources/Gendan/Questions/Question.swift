/// What is unclear of an order, and who was asked (R-089).
public struct Question: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Question>
  /// The order's number.
  public let orderNo: String
  /// The customer's name.
  public let customer: String
  /// Its number in the order, from 1.
  public let seq: Int
  /// The department or person that was asked.
  public let addressee: String
  /// What was asked.
  public let text: String
  /// The day by which an answer is wanted.
  public let dueOn: Day
  /// When it was asked.
  public let askedAt: Instant
  /// The name of who asked.
  public let askedBy: String
  /// What was answered.
  public let answer: String?
  /// When it was answered.
  public let answeredAt: Instant?
  /// The name of who answered.
  public let answeredBy: String?
  /// How often whoever was asked was chased about the order since (R-403).
  public let chased: Int

  /// Whether it waits for its answer.
  public var isOpen: Bool { answeredAt == nil }

  /// For how many full hours it waited, or waits at a moment, by the clock (R-403).
  public func hoursWaited(at now: Instant) -> Int { Int(((answeredAt ?? now) - askedAt) / 3600) }
}

/// Whom a question is put to.
public enum Addressee: Sendable, Equatable {
  /// A department.
  case department(Identifier<Department>)
  /// A person.
  case person(Identifier<User>)

  /// The department or person that a text names; throws `.notFound` with the departments, or `.ambiguous`.
  public static func named(_ text: String, in db: any Transaction) throws -> Addressee {
    // A department's own name goes before a part of somebody's.
    if let exact = try Department.all(in: db).first(where: { $0.name == text || $0.code == text }) {
      return .department(exact.id)
    }
    do {
      return .person(try User.named(text, in: db).id)
    } catch BookError.notFound {
      return .department(try Department.named(text, in: db).id)
    }
  }
}

extension Question {
  private static let query: SQL =
    """
    SELECT q.id, o.no, c.name, q.seq, coalesce(d.name, u.name), q.text, q.due_on, q.entered_at, e.name,
      q.answer, q.answered_at, w.name,
      (SELECT count(*) FROM contacts k WHERE k.order_id = q.order_id AND k.kind = 'chase'
        AND k.party = coalesce(d.name, u.name) AND k.entered_at >= q.entered_at
        AND (q.answered_at IS NULL OR k.entered_at <= q.answered_at))
    FROM questions q JOIN orders o ON o.id = q.order_id JOIN customers c ON c.id = o.customer_id
    LEFT JOIN departments d ON d.id = q.department_id LEFT JOIN users u ON u.id = q.user_id
    JOIN users e ON e.id = q.entered_by LEFT JOIN users w ON w.id = q.answered_by
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    orderNo = try row[1]
    customer = try row[2]
    seq = try row[3]
    addressee = try row[4]
    text = try row[5]
    dueOn = try row[6]
    askedAt = try row[7]
    askedBy = try row[8]
    answer = try row[9]
    answeredAt = try row[10]
    answeredBy = try row[11]
    chased = try row[12]
  }

  /// Questions, those due first before the others: of one order, or of open orders; only what waits where asked.
  public static func list(
    order: Identifier<Order>? = nil, isOpen: Bool = false, in db: any Transaction
  ) throws -> [Question] {
    var conditions: [SQL] = [
      order.map { "q.order_id = \($0)" } ?? "o.closed_on IS NULL AND o.cancelled = 0"
    ]
    if isOpen { conditions.append("q.answered_at IS NULL") }
    return try db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY q.due_on, o.no, q.seq", Question.init)
  }
}

extension Writing {
  /// Puts a question about an order to a department or person; an answer is wanted by the next working day
  /// unless another is named.
  public func ask(
    _ addressee: Addressee, about order: Order, _ text: String, dueOn: Day? = nil
  ) throws -> Question {
    let seq = try db.count("SELECT coalesce(max(seq), 0) FROM questions WHERE order_id = \(order.id)") + 1
    var (department, person): (Identifier<Department>?, Identifier<User>?)
    switch addressee {
    case .department(let id): department = id
    case .person(let id): person = id
    }
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO questions (order_id, seq, department_id, user_id, text, due_on, entered_at, entered_by)
      VALUES (\(order.id), \(seq), \(department), \(person), \(text),
        \(dueOn ?? calendar().day(1, workingDaysAfter: today)), \(now), \(user.id))
      """)
    return try question(seq, of: order)
  }

  /// Writes down the answer to an order's open question, or to its only one where no number is given.
  ///
  /// Throws `.nothingLeft` where none is open, `.ambiguous` where several are.
  public func answer(_ seq: Int? = nil, of order: Order, _ text: String) throws -> Question {
    let open = try Question.list(order: order.id, isOpen: true, in: db)
    let meant = seq.map { seq in open.filter { $0.seq == seq } } ?? open
    guard let question = meant.first else { throw BookError.nothingLeft(.question, order.no) }
    guard meant.count == 1 else {
      throw BookError.ambiguous(
        .question, order.no,
        meant.map { Candidate(name: String($0.seq), details: [$0.addressee, $0.text], day: $0.dueOn) })
    }
    entry.subject = order.no
    try db.run(
      """
      UPDATE questions SET answer = \(text), answered_at = \(now), answered_by = \(user.id)
      WHERE id = \(question.id)
      """)
    return try self.question(question.seq, of: order)
  }

  private func question(_ seq: Int, of order: Order) throws -> Question {
    guard let question = try Question.list(order: order.id, in: db).first(where: { $0.seq == seq }) else {
      throw BookError.notFound(.question, "\(order.no) \(seq)", near: [])
    }
    return question
  }
}

extension Reminder {
  /// A department or person has not answered by the day (R-089).
  static let questionOpen = Reminder(.questionOpen) { scope, reading in
    try reading.db.all(
      """
      SELECT o.no, c.name, coalesce(d.name, u.name), q.text, q.due_on FROM questions q
      JOIN orders o ON o.id = q.order_id JOIN customers c ON c.id = o.customer_id
      LEFT JOIN departments d ON d.id = q.department_id LEFT JOIN users u ON u.id = q.user_id
      WHERE q.answered_at IS NULL AND q.due_on <= \(scope.day) AND o.closed_on IS NULL
        AND o.cancelled = 0 AND \(scope.mine)
      ORDER BY q.due_on, o.no, q.seq
      """
    ) { try Task(.questionOpen, $0) }
  }
}
