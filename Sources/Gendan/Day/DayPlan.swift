/// What somebody set out to do on a day, and how far it is.
///
/// A plan is what the day asked for when it was made: deliveries that are due, and what one is reminded of. A line of
/// it is done when nothing asks for it any more, or when the person says so of what no book can see.
public struct DayPlan: Sendable {
  /// What a line is about, which tells it from the others.
  public struct Subject: Sendable, Hashable {
    /// The rule that asks for it; nil for a delivery that is due.
    public let reminder: ReminderID?
    /// The number of the order, or of what else it is about.
    public let no: String
    /// The line and product of a delivery, or the party, shipment or product of a reminder.
    public let about: String
  }

  /// A line of the plan.
  public struct Line: Sendable, Equatable {
    /// Its key.
    public let id: Identifier<DayPlan>
    /// What it is about.
    public let subject: Subject
    /// The customer's name.
    public let customer: String
    /// What was said, where something was.
    public let text: String
    /// The day it is due.
    public let dueOn: Day
    /// When the person said that it is done.
    public let doneAt: Instant?
    /// Whether the book still asks for it.
    public let isAsked: Bool

    /// Whether it is done.
    public var isDone: Bool { doneAt != nil || !isAsked }
  }

  /// Its lines, in the order in which they were planned.
  public let lines: [Line]
  /// How many of them are done.
  public var done: Int { lines.count(where: \.isDone) }

  /// A person's plan of today; nil where they made none.
  public static func today(of user: User, in reading: Reading) throws -> DayPlan? {
    try today(of: user, asked: try Draft.all(of: user, in: reading), in: reading)
  }

  fileprivate static func today(of user: User, asked: [Draft], in reading: Reading) throws -> DayPlan? {
    let asked = Set(asked.map(\.subject))
    let lines = try reading.db.all(
      """
      SELECT id, reminder, no, about, customer, text, due_on, done_at FROM day_plan_lines
      WHERE day = \(reading.today) AND user_id = \(user.id) ORDER BY id
      """
    ) { row in
      let subject = Subject(reminder: try row[1], no: try row[2], about: try row[3])
      return Line(
        id: try row[0], subject: subject, customer: try row[4], text: try row[5], dueOn: try row[6],
        doneAt: try row[7], isAsked: asked.contains(subject))
    }
    return lines.isEmpty ? nil : DayPlan(lines: lines)
  }

  /// What the day asks of a person now.
  fileprivate struct Draft {
    let subject: Subject
    let customer: String
    let text: String
    let dueOn: Day

    static func all(of user: User, in reading: Reading) throws -> [Draft] {
      let left = try DayWrap.left(clerk: user.readsOwn ? user.login : nil, in: reading)
      let deliveries = left.orders.map { row in
        Draft(
          subject: Subject(reminder: nil, no: row.no, about: "\(row.lineNo) \(row.product)"),
          customer: row.customer, text: "\(row.open.text) \(row.open.unit)", dueOn: row.dueOn ?? reading.today
        )
      }
      let tasks = left.tasks.map { task in
        Draft(
          subject: Subject(reminder: task.reminder, no: task.no, about: task.about), customer: task.customer,
          text: task.text, dueOn: task.dueOn)
      }
      return deliveries + tasks
    }
  }
}

extension Writing {
  /// Takes what today asks of the person who acts into their plan of today; what stands there stays. Returns the plan;
  /// nil where the day asks for nothing.
  public func planDay() throws -> DayPlan? {
    entry.subject = today.description
    let asked = try DayPlan.Draft.all(of: user, in: self)
    let known = try Set(DayPlan.today(of: user, asked: asked, in: self)?.lines.map(\.subject) ?? [])
    for draft in asked where !known.contains(draft.subject) {
      try db.run(
        """
        INSERT INTO day_plan_lines (day, user_id, reminder, no, about, customer, text, due_on)
        VALUES (\(today), \(user.id), \(draft.subject.reminder), \(draft.subject.no), \(draft.subject.about),
          \(draft.customer), \(draft.text), \(draft.dueOn))
        """)
    }
    return try DayPlan.today(of: user, asked: asked, in: self)
  }

  /// Notes that a line of the person's own plan is done.
  public func settle(_ line: DayPlan.Line) throws {
    entry.subject = today.description
    try db.run("UPDATE day_plan_lines SET done_at = \(now) WHERE id = \(line.id)")
  }
}
