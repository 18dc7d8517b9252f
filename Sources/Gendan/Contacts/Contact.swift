/// A chase or a note on an order.
public struct Contact: Sendable, Equatable {
  /// Chase or note.
  public let kind: ContactKind
  /// The step, department or person chased.
  public let party: String?
  /// What was said.
  public let text: String
  /// The day to chase again.
  public let nextOn: Day?
  /// The day it happened.
  public let happenedOn: Day
  /// The instant it was entered.
  public let enteredAt: Instant
  /// Who entered it.
  public let by: String?
}

/// What is written down of a talk.
public enum ContactKind: String, SQLConvertible, Sendable {
  /// Somebody was pressed for something.
  case chase
  /// Something to remember.
  case note
}

extension Contact {
  /// An order's chases and notes, newest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Contact] {
    try db.all(
      """
      SELECT c.kind, c.party, c.text, c.next_on, c.happened_on, c.entered_at, u.name FROM contacts c
      LEFT JOIN users u ON u.id = c.entered_by WHERE c.order_id = \(order) ORDER BY c.id DESC
      """
    ) {
      Contact(
        kind: try $0[0], party: try $0[1], text: try $0[2], nextOn: try $0[3], happenedOn: try $0[4],
        enteredAt: try $0[5], by: try $0[6])
    }
  }

  /// The steps, departments and people of an order that a chase can name.
  public static func parties(of order: Order, in db: any Transaction) throws -> [String] {
    try db.all(
      """
      SELECT x.name FROM schedules s JOIN operations x
        ON x.production_order_id IN (\(ProductionOrder.making("s.id"))) WHERE s.order_id = \(order.id)
      UNION SELECT name FROM departments UNION SELECT name FROM users
      UNION SELECT login FROM users
      """
    ) { try $0[0] as String }
  }
}

extension Writing {
  /// Writes down a chase with the day to chase again, or a note.
  public func add(
    _ kind: ContactKind, to order: Order, party: String? = nil, text: String, next: Day? = nil,
    on day: Day? = nil
  ) throws {
    if let day { try allow(factOn: day) }
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO contacts (order_id, kind, party, text, next_on, happened_on, entered_at, entered_by)
      VALUES (\(order.id), \(kind), \(party), \(text), \(next), \(day ?? today), \(now), \(user.id))
      """)
  }
}
