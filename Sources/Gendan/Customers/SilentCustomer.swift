/// A customer whom nobody has heard of for long.
public struct SilentCustomer: Sendable, Equatable {
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// The login of its clerk.
  public let clerk: String?
  /// The last day on which it was spoken with or ordered; nil: never.
  public let lastOn: Day?

  /// Customers that fit a filter and were neither spoken with nor ordered within the last `days` days; the
  /// longest silent first.
  public static func list(
    _ filter: CustomerFilter, days: Int, in reading: Reading
  ) throws -> [SilentCustomer] {
    let last = reading.today.adding(days: -days)
    let heard: SQL =
      """
      (SELECT max(day) FROM (
        SELECT k.happened_on AS day FROM contacts k WHERE k.customer_id = c.id AND k.kind IN \(ContactKind.talks)
        UNION ALL SELECT o.ordered_on FROM orders o WHERE o.customer_id = c.id) heard)
      """
    return try reading.db.all(
      """
      SELECT c.code, c.name, u.login, \(heard) FROM customers c LEFT JOIN users u ON u.id = c.clerk_id
      WHERE \(filter.condition) AND coalesce(\(heard), '') <= \(last) ORDER BY 4 NULLS FIRST, c.code
      """
    ) { SilentCustomer(code: try $0[0], name: try $0[1], clerk: try $0[2], lastOn: try $0[3]) }
  }
}
