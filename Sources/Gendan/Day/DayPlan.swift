/// What somebody set out to do on a day, and how far it is.
///
/// A plan is what the day asked for when it was made: deliveries that are due, and what one is reminded of. A line of
/// it is done when nothing asks for it any more, or when the person says so of what no book can see.
public struct DayPlan: Sendable {
  /// What a line asks for.
  public enum Ask: Sendable, Equatable {
    /// A delivery that is due.
    case delivery
    /// What a rule reminds of.
    case reminder(ReminderID)

    var name: String {
      switch self {
      case .delivery: "delivery"
      case .reminder(let id): id.rawValue
      }
    }

    init?(_ name: String) {
      if name == "delivery" {
        self = .delivery
      } else {
        guard let id = ReminderID(rawValue: name) else { return nil }
        self = .reminder(id)
      }
    }
  }

  /// A line of the plan.
  public struct Line: Sendable, Equatable {
    /// Its key.
    public let id: Identifier<DayPlan>
    /// What it asks for.
    public let ask: Ask
    /// The number of the order, or of what else it is about.
    public let no: String
    /// The customer's name.
    public let customer: String
    /// The product of a delivery, or the party, shipment or product of a reminder.
    public let about: String
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

  /// The day.
  public let day: Day
  /// Its lines, in the order in which they were planned.
  public let lines: [Line]
  /// How many of them are done.
  public var done: Int { lines.count(where: \.isDone) }

  /// A person's plan of today; nil where they made none.
  public static func today(of user: User, in reading: Reading) throws -> DayPlan? {
    let asked = try Set(Draft.all(of: user, in: reading).map(\.key))
    let lines = try reading.db.all(
      """
      SELECT id, ask, no, customer, about, text, due_on, done_at FROM day_plan_lines
      WHERE day = \(reading.today) AND user_id = \(user.id) ORDER BY id
      """
    ) { row -> Line? in
      let (name, no, about): (String, String, String) = (try row[1], try row[2], try row[4])
      guard let ask = Ask(name) else { return nil }
      return Line(
        id: try row[0], ask: ask, no: no, customer: try row[3], about: about, text: try row[5],
        dueOn: try row[6], doneAt: try row[7], isAsked: asked.contains([name, no, about]))
    }
    return lines.isEmpty ? nil : DayPlan(day: reading.today, lines: lines.compactMap(\.self))
  }

  /// What the day asks of a person now.
  fileprivate struct Draft {
    let ask: Ask
    let no: String
    let customer: String
    let about: String
    let text: String
    let dueOn: Day

    /// What tells it from the others.
    var key: [String] { [ask.name, no, about] }

    static func all(of user: User, in reading: Reading) throws -> [Draft] {
      let day = try DayWrap.read(clerk: user.readsOwn ? user.login : nil, login: user.login, in: reading)
      let deliveries = day.ordersLeft.map { row in
        Draft(
          ask: .delivery, no: row.no, customer: row.customer, about: "\(row.lineNo) \(row.product)",
          text: "\(row.open.text) \(row.open.unit)", dueOn: row.dueOn ?? reading.today)
      }
      let tasks = day.tasksLeft.map { task in
        Draft(
          ask: .reminder(task.reminder), no: task.no, customer: task.customer, about: task.about,
          text: task.text, dueOn: task.dueOn)
      }
      return deliveries + tasks
    }
  }
}

extension Writing {
  /// Takes what today asks of the person who acts into their plan of today; what stands there stays. Returns how many
  /// lines are new.
  @discardableResult
  public func planDay() throws -> Int {
    entry.subject = today.description
    let known = try Set(
      DayPlan.today(of: user, in: self)?.lines.map { [$0.ask.name, $0.no, $0.about] } ?? [])
    let new = try DayPlan.Draft.all(of: user, in: self).filter { !known.contains($0.key) }
    for draft in new {
      try db.run(
        """
        INSERT INTO day_plan_lines (day, user_id, ask, no, customer, about, text, due_on)
        VALUES (\(today), \(user.id), \(draft.ask.name), \(draft.no), \(draft.customer), \(draft.about),
          \(draft.text), \(draft.dueOn))
        """)
    }
    return new.count
  }

  /// Notes that a line of the person's own plan is done.
  public func settle(_ line: DayPlan.Line) throws {
    entry.subject = line.no
    try db.run("UPDATE day_plan_lines SET done_at = \(now) WHERE id = \(line.id)")
  }
}
