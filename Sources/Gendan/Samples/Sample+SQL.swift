extension Sample: Numbered {
  static let noun = Noun.sample
  static let table: SQL = "m"
  var candidate: Candidate { Candidate(name: no, details: [customer, product]) }

  static let query: SQL =
    """
    SELECT m.id, m.no, m.kind, c.name, c.code, p.code, p.name, o.no, w.no, m.requirement, m.place,
      m.maker, b.borrower, b.lent_on, b.back_on, \(SampleRound.columns)
    FROM samples m JOIN customers c ON c.id = m.customer_id JOIN products p ON p.id = m.product_id
    LEFT JOIN orders o ON o.id = m.order_id LEFT JOIN production_orders w ON w.id = m.production_order_id
    LEFT JOIN sample_loans b ON b.sample_id = m.id AND b.returned_on IS NULL
    JOIN sample_rounds r ON r.sample_id = m.id
      AND r.round = (SELECT max(x.round) FROM sample_rounds x WHERE x.sample_id = m.id)
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    kind = try row[2]
    customer = try row[3]
    customerCode = try row[4]
    productCode = try row[5]
    product = try row[6]
    orderNo = try row[7]
    productionNo = try row[8]
    requirement = try row[9]
    place = try row[10]
    maker = try row[11]
    loan =
      row.isNull(12)
      ? nil : SampleLoan(borrower: try row[12], lentOn: try row[13], backOn: try row[14], returnedOn: nil)
    round = try SampleRound(row, from: 15)
  }

  /// Samples whose number, order, customer or product has every word, newest last; only those that
  /// somebody is still waited for where `isOpen` (R-119), only those that are lent where `isOut` (R-129).
  public static func list(
    containing words: [String] = [], _ filter: CustomerFilter = CustomerFilter(), isOpen: Bool = false,
    isOut: Bool = false, in db: any Transaction
  ) throws -> [Sample] {
    var conditions = [filter.condition]
    if isOut { conditions.append("b.id IS NOT NULL") }
    for word in words {
      let pattern = "%" + word.lowercased() + "%"
      conditions.append(
        """
        (lower(m.no) LIKE \(pattern) OR lower(coalesce(o.no, '')) LIKE \(pattern)
          OR lower(c.name) LIKE \(pattern) OR lower(c.code) LIKE \(pattern)
          OR lower(p.name) LIKE \(pattern) OR lower(p.code) LIKE \(pattern))
        """)
    }
    if isOpen {
      conditions.append(
        "m.kind <> 'retained' AND coalesce(r.answer, 'rejected') = 'rejected' AND \(isWanted)")
    }
    return try db.all("\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY m.id", Sample.init)
  }

  /// The condition that the order of a sample (o), where it has one, is not over.
  static let isWanted: SQL = "(o.id IS NULL OR (o.closed_on IS NULL AND o.cancelled = 0))"

  /// The samples for an order, both kinds.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Sample] {
    try db.all("\(query) WHERE m.order_id = \(order) ORDER BY m.id", Sample.init)
  }

  /// The approved sample that a production order follows (R-124).
  public static func followed(
    by production: Identifier<ProductionOrder>, in db: any Transaction
  ) throws -> Sample? {
    try db.first(
      "\(query) WHERE m.id = (SELECT sample_id FROM production_orders WHERE id = \(production))", Sample.init)
  }

  /// The first-run sample of a production order (R-125).
  static func firstRun(of production: Identifier<ProductionOrder>, in db: any Transaction) throws -> Sample? {
    try db.first(
      """
      \(query) WHERE m.production_order_id = \(production) AND m.kind = 'first-run'
      ORDER BY m.id DESC LIMIT 1
      """, Sample.init)
  }

  /// The sample by which a product is made for an order: the newest that was asked for with this order,
  /// else the newest of its customer (R-123).
  static func newest(
    of product: Identifier<Product>, for order: Order, in db: any Transaction
  ) throws -> Sample? {
    try db.first(
      """
      \(query) WHERE m.kind = 'customer' AND m.product_id = \(product) AND m.customer_id = \(order.customerID)
      ORDER BY CASE WHEN m.order_id = \(order.id) THEN 0 ELSE 1 END, m.id DESC LIMIT 1
      """, Sample.init)
  }

  /// The sample with exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> Sample? {
    try db.first("\(query) WHERE m.no = \(no)", Sample.init)
  }

  /// The sample whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> Sample {
    try called(text, in: db)
  }
}

extension SampleRound {
  /// Of r (sample_rounds) and p (products).
  static let columns: SQL =
    """
    r.id, r.round, r.qty, p.decimals, p.unit, r.due_on, r.requested_at, r.made_at, r.machine, r.sent_on,
    r.carrier, r.tracking, r.followed_on, r.answer, r.answered_on, r.answered_at, r.answered_by, r.note
    """

  fileprivate init(_ row: any Row, from first: Int) throws {
    id = try row[first]
    number = try row[first + 1]
    quantity = Quantity(try row[first + 2], decimals: try row[first + 3], unit: try row[first + 4])
    dueOn = try row[first + 5]
    requestedAt = try row[first + 6]
    madeAt = try row[first + 7]
    machine = try row[first + 8]
    sentOn = try row[first + 9]
    carrier = try row[first + 10]
    tracking = try row[first + 11]
    followedOn = try row[first + 12]
    answer = try row[first + 13]
    answeredOn = try row[first + 14]
    answeredAt = try row[first + 15]
    answeredBy = try row[first + 16]
    note = try row[first + 17]
  }

  /// A sample's rounds, the first one first.
  public static func of(_ sample: Identifier<Sample>, in db: any Transaction) throws -> [SampleRound] {
    try db.all(
      """
      SELECT \(columns) FROM sample_rounds r JOIN samples m ON m.id = r.sample_id
      JOIN products p ON p.id = m.product_id WHERE r.sample_id = \(sample) ORDER BY r.round
      """
    ) { try SampleRound($0, from: 0) }
  }
}
