/// Something that a person may mean while typing.
public struct Suggestion: Sendable, Equatable {
  /// What is typed.
  public let value: String
  /// What tells it apart.
  public let note: String

  /// A suggestion.
  public init(_ value: String, _ note: String) {
    self.value = value
    self.note = note
  }
}

extension Suggestion {
  /// Open orders whose number, customer or product contains a text, the newest first; where none is open, all
  /// whose number ends so.
  public static func orders(_ text: String, limit: Int = 30, in db: any Transaction) throws -> [Suggestion] {
    // The end of a number is looked for among open orders alone, the newest first, and no further than is shown.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let numbered = try read(
        """
        SELECT o.no, c.name, (SELECT p.name FROM order_lines l JOIN products p ON p.id = l.product_id
          WHERE l.order_id = o.id ORDER BY l.line_no LIMIT 1)
        FROM orders o JOIN customers c ON c.id = o.customer_id
        WHERE o.closed_on IS NULL AND o.cancelled = 0 AND o.no LIKE \(pattern(text.uppercased()))
        ORDER BY o.no DESC LIMIT \(limit)
        """, in: db)
      if !numbered.isEmpty { return numbered }
    }
    let open = try read(
      """
      SELECT o.no, c.name, p.name FROM schedules s JOIN orders o ON o.id = s.order_id
      JOIN customers c ON c.id = o.customer_id JOIN order_lines l ON l.id = s.line_id
      JOIN products p ON p.id = l.product_id
      WHERE s.is_open = 1 AND (o.no LIKE \(pattern(text.uppercased())) OR lower(c.name) LIKE \(pattern(text))
        OR lower(p.name) LIKE \(pattern(text)))
      ORDER BY o.id DESC, s.id LIMIT \(limit * 2)
      """, in: db)
    if !open.isEmpty { return Array(once(open).prefix(limit)) }
    return try Order.ending(in: text, in: db).map { Suggestion($0.no, $0.customer) }
  }

  /// Production orders that are still to be made, the newest first.
  public static func productions(_ text: String, limit: Int = 30, in db: any Transaction) throws
    -> [Suggestion]
  {
    try read(
      """
      SELECT w.no, p.name, '' FROM production_orders w JOIN products p ON p.id = w.product_id
      WHERE w.is_open = 1 AND (w.no LIKE \(pattern(text.uppercased())) OR lower(p.name) LIKE \(pattern(text)))
      ORDER BY w.id DESC LIMIT \(limit)
      """, in: db)
  }

  /// The steps of the production orders of an order, or of one production order, that are not done.
  public static func steps(of no: String, in db: any Transaction) throws -> [Suggestion] {
    let orders = try Order.numbered(no, in: db).map { [$0] } ?? Order.ending(in: no, in: db)
    let order = orders.count == 1 ? orders.first : nil
    return try once(
      read(
        """
        SELECT x.name, coalesce(d.name, ''), w.no FROM production_orders w
        JOIN operations x ON x.production_order_id = w.id LEFT JOIN departments d ON d.id = x.department_id
        WHERE w.is_open = 1 AND x.finished_on IS NULL AND (w.no = \(no.uppercased()) OR w.schedule_id IN (
          SELECT s.id FROM schedules s WHERE s.order_id = \(order?.id))) ORDER BY w.id, x.seq
        """, in: db))
  }

  /// What has a name or code that contains a text: customers, products, users, departments, routes, resources.
  public static func named(
    _ noun: Noun, _ text: String, limit: Int = 30, in db: any Transaction
  ) throws -> [Suggestion] {
    let (table, code): (SQL, SQL)
    switch noun {
    case .customer: (table, code) = ("customers", "name")
    case .product: (table, code) = ("products", "code")
    case .user: (table, code) = ("users", "login")
    case .department: (table, code) = ("departments", "name")
    case .route: (table, code) = ("routes", "code")
    case .resource: (table, code) = ("resources", "code")
    default: return []
    }
    let note: SQL = noun == .customer || noun == .department ? "code" : "name"
    return try read(
      """
      SELECT \(code), \(note), '' FROM \(table)
      WHERE lower(\(code)) LIKE \(pattern(text)) OR lower(\(note)) LIKE \(pattern(text))
      ORDER BY 1 LIMIT \(limit)
      """, in: db)
  }

  private static func pattern(_ text: String) -> String { TextMatch.contains(text).pattern }

  private static func once(_ suggestions: [Suggestion]) -> [Suggestion] {
    var seen: Set<String> = []
    return suggestions.filter { seen.insert($0.value).inserted }
  }

  private static func read(_ sql: SQL, in db: any Transaction) throws -> [Suggestion] {
    try db.all(sql) { row in
      let notes = [row.text(1), row.text(2)].filter { !$0.isEmpty }
      return Suggestion(row.text(0), notes.joined(separator: "  "))
    }
  }
}
