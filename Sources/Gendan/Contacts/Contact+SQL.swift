extension Contact: Numbered {
  static let noun = Noun.contact
  static let table: SQL = "k"
  var candidate: Candidate { Candidate(name: no, details: [customer, text], day: happenedOn) }

  static let query: SQL =
    """
    SELECT k.id, coalesce(k.no, ''), k.kind, c.code, c.name, o.no, p.name, k.party, h.name, k.text, k.result,
      k.quality, k.delivery, k.service, k.next_on, k.happened_on, k.entered_at, u.name
    FROM contacts k LEFT JOIN orders o ON o.id = k.order_id
    JOIN customers c ON c.id = coalesce(k.customer_id, o.customer_id)
    LEFT JOIN products p ON p.id = k.product_id LEFT JOIN users h ON h.id = k.host_id
    LEFT JOIN users u ON u.id = k.entered_by
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    kind = try row[2]
    customerCode = try row[3]
    customer = try row[4]
    orderNo = try row[5]
    product = try row[6]
    party = try row[7]
    host = try row[8]
    text = try row[9]
    result = try row[10]
    scores =
      row.isNull(11)
      ? nil : Satisfaction(quality: try row[11], delivery: try row[12], service: try row[13])
    nextOn = try row[14]
    happenedOn = try row[15]
    enteredAt = try row[16]
    by = try row[17]
  }

  /// What was said about an order, newest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Contact] {
    try db.all("\(query) WHERE k.order_id = \(order) ORDER BY k.id DESC", Contact.init)
  }

  /// What was said with and of a customer, newest first; its orders' chases and notes are not among it.
  public static func with(_ customer: Identifier<Customer>, in db: any Transaction) throws -> [Contact] {
    try db.all("\(query) WHERE k.customer_id = \(customer) ORDER BY k.id DESC", Contact.init)
  }

  /// The talk that a text names: its number, or the end of it.
  public static func named(_ text: String, in db: any Transaction) throws -> Contact {
    try called(text, in: db)
  }

  /// Talks with customers that fit a filter, newest first: of some kind, in a period, or those that
  /// somebody is to follow up by a day.
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), kind: ContactKind? = nil, during period: Period? = nil,
    dueBy day: Day? = nil, in db: any Transaction
  ) throws -> [Contact] {
    var conditions: [SQL] = ["k.customer_id IS NOT NULL", filter.condition]
    if let kind { conditions.append("k.kind = \(kind)") }
    if let period { conditions.append(period.condition(on: "k.happened_on")) }
    if let day { conditions.append(isDue(by: day)) }
    return try db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY k.happened_on DESC, k.id DESC", Contact.init)
  }

  /// The condition that k is to be followed up by a day: nothing came of it yet, and nobody has spoken with
  /// the customer about the same since.
  static func isDue(by day: Day) -> SQL {
    """
    k.next_on <= \(day) AND k.result IS NULL AND NOT EXISTS (SELECT 1 FROM contacts x
      WHERE x.customer_id = k.customer_id AND x.id > k.id AND x.order_id IS NOT DISTINCT FROM k.order_id
        AND x.kind IN \(ContactKind.talks))
    """
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
