/// Who gets a copy of the customers' data.
public enum CopyRecipient: String, SQLConvertible, Sendable, CaseIterable {
  /// The superior.
  case supervisor
  /// The billing clerk.
  case billing
  /// The keeper of finished goods, who is told only what he needs to deliver.
  case warehouse

  /// The fields that the copy has, after the code where it has one.
  public var fields: [CustomerField] {
    switch self {
    case .supervisor, .billing:
      [.name, .principal, .contact, .phone, .fax, .address, .terms, .class, .type, .region, .note]
    case .warehouse: [.principal, .contact, .phone, .fax, .address]
    }
  }
}

/// A copy of the customers' data that somebody was given: what changed since the one before.
public struct CustomerCopy: Sendable {
  /// Who gets it.
  public let recipient: CopyRecipient
  /// The day of the copy before; nil where this is the first.
  public let since: Day?
  /// The customers that were registered or changed since then, by code.
  public let customers: [Customer]
}

extension Writing {
  /// Gives somebody a copy of the customers that changed since their last one, or of all, and keeps that
  /// they have it.
  public func copyCustomers(to recipient: CopyRecipient, all: Bool = false) throws -> CustomerCopy {
    let last = try db.first(
      """
      SELECT event_id, made_on FROM customer_copies WHERE recipient = \(recipient) ORDER BY id DESC LIMIT 1
      """
    ) { (event: try $0[0] as Int64, on: try $0[1] as Day) }
    let changed: SQL =
      """
      EXISTS (SELECT 1 FROM event_changes x WHERE x.table_name = 'customers'
        AND c.id BETWEEN x.first_id AND x.last_id AND x.event_id > \(last?.event ?? 0))
      """
    let customers = try Customer.list(where: all ? "1 = 1" : changed, in: db).sorted { $0.code < $1.code }
    entry.subject = recipient.rawValue
    try db.run(
      """
      INSERT INTO customer_copies (recipient, event_id, customers, made_on, entered_at, entered_by)
      VALUES (\(recipient), \(try Journal.newest(in: self)), \(customers.count), \(today), \(now), \(user.id))
      """)
    return CustomerCopy(recipient: recipient, since: last?.on, customers: customers)
  }
}
