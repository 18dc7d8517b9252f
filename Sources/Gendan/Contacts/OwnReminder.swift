/// What a person wants to be reminded of about an order (R-083).
public struct OwnReminder: Sendable, Equatable {
  /// How often it comes again.
  public struct Every: Sendable, Equatable {
    /// What it counts in.
    public enum Unit: String, SQLConvertible, Sendable, CaseIterable {
      case days = "d"
      case workingDays = "wd"
      case weeks = "w"
      case months = "m"
    }
    /// How many, 1 to 365.
    public let count: Int
    /// Of what.
    public let unit: Unit

    /// A distance.
    public init(_ count: Int, _ unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// The first day so far after a day that lies after today.
    func next(after day: Day, today: Day, _ calendar: WorkingCalendar) -> Day {
      var next = day
      var turn = 0
      repeat {
        turn += 1
        next =
          switch unit {
          case .days: day.adding(days: count * turn)
          case .workingDays: calendar.day(count * turn, workingDaysAfter: day)
          case .weeks: day.adding(days: count * turn * 7)
          case .months: day.adding(months: count * turn)
          }
      } while next <= today && next < .latest
      return next
    }
  }

  /// Its key.
  public let id: Identifier<OwnReminder>
  /// The order's number.
  public let orderNo: String
  /// The customer's name.
  public let customer: String
  /// What of.
  public let text: String
  /// From which day on.
  public let dueOn: Day
  /// How often it comes again; nil: once.
  public let every: Every?
  /// The login of who wants it.
  public let login: String

  /// Those that are not done, of one person or one order, the earliest first.
  public static func open(
    of login: String? = nil, order: Identifier<Order>? = nil, in db: any Transaction
  ) throws -> [OwnReminder] {
    var conditions: [SQL] = ["m.done_at IS NULL"]
    if let login { conditions.append("u.login = \(login)") }
    if let order { conditions.append("m.order_id = \(order)") }
    return try db.all(
      """
      SELECT m.id, o.no, c.name, m.text, m.due_on, m.every_count, m.every_unit, u.login
      FROM own_reminders m JOIN orders o ON o.id = m.order_id JOIN customers c ON c.id = o.customer_id
      JOIN users u ON u.id = m.entered_by WHERE \(SQL.join(conditions, " AND ")) ORDER BY m.due_on, m.id
      """
    ) { row in
      let count: Int? = try row[5]
      let unit: Every.Unit? = try row[6]
      return OwnReminder(
        id: try row[0], orderNo: try row[1], customer: try row[2], text: try row[3], dueOn: try row[4],
        every: count.flatMap { count in unit.map { Every(count, $0) } }, login: try row[7])
    }
  }
}

extension Reminder {
  /// A day that a person has set themselves has come (R-083).
  static let ownDue = Reminder(.ownDue) { scope, reading in
    guard scope.department == nil else { return [] }
    return try OwnReminder.open(of: scope.clerk, in: reading.db).filter { $0.dueOn <= scope.day }.map { own in
      Task(.ownDue, no: own.orderNo, customer: own.customer, about: "", text: own.text, dueOn: own.dueOn)
    }
  }
}

extension Writing {
  /// Notes that the person who acts wants to be reminded from a day on.
  public func remind(
    of order: Order, on day: Day, text: String, every: OwnReminder.Every? = nil
  ) throws {
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO own_reminders (order_id, text, due_on, every_count, every_unit, entered_at, entered_by)
      VALUES (\(order.id), \(text), \(day), \(every?.count), \(every?.unit), \(now), \(user.id))
      """)
  }

  /// Notes that what the person who acts was to be reminded of is done: what comes again moves to its next day.
  /// Returns each with that day; throws `.nothingLeft` where nothing is due by the day.
  public func settleReminders(of order: Order) throws -> [(reminder: OwnReminder, nextOn: Day?)] {
    entry.subject = order.no
    let due = try OwnReminder.open(of: user.login, order: order.id, in: db).filter { $0.dueOn <= today }
    guard !due.isEmpty else { throw BookError.nothingLeft(.reminder, order.no) }
    return try due.map { reminder in
      let next = try reminder.every?.next(after: reminder.dueOn, today: today, calendar())
      if let next {
        try db.run("UPDATE own_reminders SET due_on = \(next) WHERE id = \(reminder.id)")
      } else {
        try db.run("UPDATE own_reminders SET done_at = \(now) WHERE id = \(reminder.id)")
      }
      return (reminder, next)
    }
  }
}
