extension Customer {
  /// Calendar days before a day agreed with customer `c` on which goods leave: SQL of `Order.latestShipDay`.
  static let travelDays: SQL = "CASE WHEN c.date_meaning = 'arrived' THEN c.transit_days ELSE 0 END"

  private static let columns: SQL =
    """
    c.id, c.code, u.login, c.under_bp, c.over_bp, c.date_meaning, c.credit_limit, c.transit_days,
    \(SQL.join(CustomerField.allCases.map { "c.\(name: $0.rawValue)" }, ", "))
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    code = try row[1]
    clerk = try row[2]
    underTolerance = try row[3]
    overTolerance = try row[4]
    dateMeaning = try row[5]
    creditLimit = try row[6]
    transitDays = try row[7]
    var fields: [CustomerField: String] = [:]
    for (offset, field) in CustomerField.allCases.enumerated() { fields[field] = try row[8 + offset] }
    self.fields = fields
  }

  /// Customers that fit a filter (R-005), key ones first, then by code.
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), in db: any Transaction
  ) throws -> [Customer] {
    try list(where: filter.condition, in: db)
  }

  static func list(where condition: SQL, in db: any Transaction) throws -> [Customer] {
    try db.all(
      """
      SELECT \(columns) FROM customers c LEFT JOIN users u ON u.id = c.clerk_id WHERE \(condition)
      ORDER BY CASE c.class WHEN 'key' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.code
      """, Customer.init)
  }

  /// The numbers of the customers that have exactly this name.
  public static func codes(of name: String, in db: any Transaction) throws -> [String] {
    try db.all("SELECT code FROM customers WHERE name = \(name) ORDER BY id") { try $0[0] }
  }

  /// The customer a text names: code or name, or part of a name that fits one.
  ///
  /// Throws `.notFound` with the nearest, or `.ambiguous` with all that fit.
  public static func named(_ text: String, in db: any Transaction) throws -> Customer {
    let exact = try list(where: "c.code = \(text) OR c.name = \(text)", in: db)
    let matches = exact.isEmpty ? try list(CustomerFilter(words: [text]), in: db) : exact
    return try only(of: matches, text) {
      try db.all("SELECT code, name FROM customers ORDER BY code LIMIT 2000") {
        Candidate(name: try $0[0], details: [try $0[1]])
      }
    }
  }

  /// What was recorded of one customer: events about it, newest first (R-003).
  public func history(in reading: Reading) throws -> [Event] {
    try Journal.events(subject: code, in: reading)
  }
}

extension Customer: Named {
  static var noun: Noun { .customer }
  var candidate: Candidate { Candidate(name: code, details: [name]) }
}

/// What can be said of a customer besides its texts.
public struct CustomerTerms: Sendable {
  /// The clerk; `.some(nil)` clears.
  public var clerk: Identifier<User>??
  /// Basis points under.
  public var under: Int64?
  /// Basis points over.
  public var over: Int64?
  /// Which day a promise means.
  public var dateMeaning: DateMeaning?
  /// The credit limit in 1/100 of the currency's unit; `.some(nil)` clears. Only who answers for the risk
  /// may say it (R-009).
  public var creditLimit: Int64??
  /// Calendar days that goods travel, 0 to 365 (R-082).
  public var transitDays: Int?

  /// Nothing said.
  public init() {}
}

extension Writing {
  /// Registers a customer whose six fields are filled (R-001); returns its code.
  public func addCustomer(
    code: String? = nil, _ fields: [CustomerField: String], _ terms: CustomerTerms = CustomerTerms()
  ) throws -> Customer {
    try pass(.customerComplete, on: fields)
    let code = try code ?? nextCode()
    try insertCustomer(code: code, fields, clerk: Region.named(fields[.region], in: db)?.clerkID)
    try set(customer: code, [:], terms)
    entry.subject = code
    return try Customer.named(code, in: db)
  }

  /// The next number that no customer has: an import may have brought some.
  private func nextCode() throws -> String {
    while true {
      let code = try Numbering.next(settings()[.customerPrefix], in: db)
      if try db.count("SELECT count(*) FROM customers WHERE code = \(code)") == 0 { return code }
    }
  }

  /// Writes a customer as another system knew it, complete or not (R-079).
  @discardableResult
  public func insertCustomer(
    code: String, _ fields: [CustomerField: String], clerk: Identifier<User>? = nil
  ) throws -> Identifier<Customer> {
    guard try db.count("SELECT count(*) FROM customers WHERE code = \(code)") == 0 else {
      throw BookError.taken(.customer, code)
    }
    return Identifier(
      try db.insert(
        """
        INSERT INTO customers (code, name, address, contact, phone, fax, terms, class, region,
          currency, note, type, principal, source, grade, clerk_id)
        VALUES (\(code), \(fields[.name] ?? code), \(fields[.address]), \(fields[.contact]),
          \(fields[.phone]), \(fields[.fax]), \(fields[.terms]), \(fields[.class] ?? "normal"),
          \(fields[.region]), \(fields[.currency] ?? settings()[.currency]), \(fields[.note]),
          \(fields[.type] ?? CustomerType.domestic.rawValue), \(fields[.principal]), \(fields[.source]),
          \(fields[.grade]), \(clerk))
        RETURNING id
        """))
  }

  /// Changes fields of a customer; an empty text clears one that may be empty (R-003).
  public func set(
    customer code: String, _ fields: [CustomerField: String], _ terms: CustomerTerms
  ) throws {
    entry.subject = code
    for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if value.isEmpty && CustomerField.required.contains(field) {
        throw Refusal.customerNeeds(field, code: code)
      }
      let stored: String? = value.isEmpty ? nil : value
      try db.run("UPDATE customers SET \(name: field.rawValue) = \(stored) WHERE code = \(code)")
    }
    if let clerk = terms.clerk {
      try db.run("UPDATE customers SET clerk_id = \(clerk) WHERE code = \(code)")
    }
    if let under = terms.under {
      try db.run("UPDATE customers SET under_bp = \(under) WHERE code = \(code)")
    }
    if let over = terms.over { try db.run("UPDATE customers SET over_bp = \(over) WHERE code = \(code)") }
    if let meaning = terms.dateMeaning {
      try db.run("UPDATE customers SET date_meaning = \(meaning) WHERE code = \(code)")
      // Which day counts says when each of its deliveries was complete.
      try Schedule.refresh(
        db.all(
          """
          SELECT s.id FROM schedules s JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
          WHERE c.code = \(code)
          """
        ) { try $0[0] }, in: db)
    }
    if let days = terms.transitDays {
      try db.run("UPDATE customers SET transit_days = \(days) WHERE code = \(code)")
    }
    if let limit = terms.creditLimit {
      guard try acts(as: .finance) || acts(as: .supervisor) else {
        throw BookError.notAllowed([.finance, .supervisor])
      }
      try db.run("UPDATE customers SET credit_limit = \(limit) WHERE code = \(code)")
    }
  }
}
