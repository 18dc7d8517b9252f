/// A day at its end: what somebody did of it, what is left, and what the next working day asks for.
public struct DayWrap: Sendable {
  /// A thing that was worked on: the order or other subject, and the lines that were entered about it.
  public struct Done: Sendable {
    /// The number of the order, or what the line was about.
    public let subject: String
    /// The customer's name, where it is an order.
    public let customer: String?
    /// The lines, the oldest first.
    public fileprivate(set) var lines: [String]
  }

  /// What was done, in the order in which it was begun. What was undone is not among it.
  public let done: [Done]
  /// Deliveries that are due by the day and are owed.
  public let ordersLeft: [OrderRow]
  /// What people were to do by the day.
  public let tasksLeft: [Task]
  /// The next working day.
  public let next: Day
  /// Deliveries that are due after the day and by the next working day.
  public let ordersNext: [OrderRow]
  /// What is asked for by the next working day besides.
  public let tasksNext: [Task]

  /// How much is left.
  public var left: Int { ordersLeft.count + tasksLeft.count }

  /// Reads the day of a person: what they answer for, or of everybody where nil; and what was entered by `login`, or
  /// by everybody.
  public static func read(clerk: String?, login: String?, in reading: Reading) throws -> DayWrap {
    let today = reading.today
    let next = try reading.calendar().nextWorking(onOrAfter: today.adding(days: 1))
    let left = try Self.left(clerk: clerk, in: reading)
    let coming = try Reminder.tasks(ReminderScope(day: next, clerk: clerk), in: reading)
      .filter { task in
        task.dueOn <= next && !left.tasks.contains { $0.reminder == task.reminder && $0.no == task.no }
      }
    return DayWrap(
      done: try done(on: today, by: login, in: reading), ordersLeft: left.orders, tasksLeft: left.tasks,
      next: next,
      ordersNext: try owed(clerk, from: today.adding(days: 1), to: next, in: reading), tasksNext: coming)
  }

  /// What is left of today: deliveries that are due by it and are owed, and what a person was to do by it.
  static func left(clerk: String?, in reading: Reading) throws -> (orders: [OrderRow], tasks: [Task]) {
    let today = reading.today
    return (
      try owed(clerk, from: nil, to: today, in: reading),
      try Reminder.tasks(ReminderScope(day: today, clerk: clerk), in: reading).filter { $0.dueOn <= today }
    )
  }

  private static func owed(
    _ clerk: String?, from: Day?, to: Day, in reading: Reading
  ) throws -> [OrderRow] {
    var list = OrderList(.now(reading.today))
    let mine = clerk.map { [OrderFilter.text(.clerk, [.equals($0)])] } ?? []
    list.filter = .all([.owed, .days(.due, from: from, to: to)] + mine)
    return try list.rows(in: reading)
  }

  private struct Enough: Error {}

  /// What a person, or everybody, entered on a day.
  ///
  /// The journal is read backwards and left where the day before begins: it grows for ever.
  public static func done(on day: Day, by login: String?, in reading: Reading) throws -> [Done] {
    guard let midnight = Instant(day, hour: 0, minute: 0, utcOffset: reading.utcOffset) else { return [] }
    let end = midnight.adding(seconds: 86_400)
    var lines: [(subject: String, line: String)] = []
    do {
      try reading.db.each(
        """
        SELECT e.at, e.login, e.subject, e.line, e.undoes,
          EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.id) FROM events e ORDER BY e.id DESC
        """
      ) { row in
        let at: Instant = try row[0]
        guard at >= midnight else { throw Enough() }
        let isMine = login.map { $0 == row.text(1) } ?? true
        guard at < end, isMine, row.isNull(4), try !Order.flag(row, 5), let subject = try row[2] as String?
        else {
          return
        }
        lines.append((subject, try row[3]))
      }
    } catch is Enough {}
    var places: [String: Int] = [:]
    var done: [Done] = []
    for (subject, line) in lines.reversed() {
      let first = subject.split(separator: " ").first.map(String.init) ?? subject
      if let place = places[first] {
        done[place].lines.append(line)
      } else {
        places[first] = done.count
        done.append(Done(subject: first, customer: try customer(of: first, in: reading.db), lines: [line]))
      }
    }
    return done
  }

  private static func customer(of no: String, in db: any Transaction) throws -> String? {
    try db.value(
      "SELECT c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.no = \(no)",
      as: String.self)
  }
}
