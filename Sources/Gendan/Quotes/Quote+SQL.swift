extension Quote: Numbered {
  static let noun = Noun.quote
  static let table: SQL = "q"
  var candidate: Candidate { Candidate(name: no, details: [customer, product]) }

  /// The version q was confirmed by the customer, after this instant.
  private static func isConfirmed(since instant: Instant? = nil) -> SQL {
    let later: SQL = instant.map { "AND a.entered_at > \($0)" } ?? ""
    return """
      EXISTS (SELECT 1 FROM approvals a WHERE a.subject = 'quote' AND a.subject_id = q.id
        AND a.act = 'confirm' \(later))
      """
  }

  /// A later version takes the place of q: what was confirmed stands until the next is confirmed.
  private static let replaced: SQL =
    """
    EXISTS (SELECT 1 FROM quotes n WHERE n.no = q.no AND n.version > q.version
      AND (NOT \(isConfirmed()) OR EXISTS (SELECT 1 FROM approvals b
        WHERE b.subject = 'quote' AND b.subject_id = n.id AND b.act = 'confirm')))
    """

  private static let newestVersion: SQL = "(SELECT max(m.version) FROM quotes m WHERE m.no = q.no)"

  static let query: SQL =
    """
    SELECT q.id, q.no, q.version, q.customer_id, c.code, c.name, q.product_id, p.code, p.name, p.decimals,
      p.unit, e.no, q.maker, q.qty, q.lead_days, q.terms, q.packing, q.currency, q.material, q.labour,
      q.packaging, q.other, q.margin_bp, q.price, q.valid_until_on, q.note, q.lost_reason, q.entered_at,
      (SELECT a.act FROM approvals a WHERE a.subject = 'quote' AND a.subject_id = q.id
        AND a.act <> 'sign' ORDER BY a.id DESC LIMIT 1),
      (SELECT min(o.no) FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.customer_id = q.customer_id AND o.cancelled = 0 AND l.quote_id = q.id),
      \(replaced)
    FROM quotes q JOIN customers c ON c.id = q.customer_id JOIN products p ON p.id = q.product_id
    LEFT JOIN enquiries e ON e.id = q.enquiry_id
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    version = try row[2]
    customerID = try row[3]
    customerCode = try row[4]
    customer = try row[5]
    productID = try row[6]
    productCode = try row[7]
    product = try row[8]
    counted = Quantity(1, decimals: try row[9], unit: try row[10])
    enquiry = try row[11]
    offer = try QuoteOffer(row, from: 12)
    lostReason = try row[26]
    enteredAt = try row[27]
    review = ApprovalState(after: try row[28])
    order = try row[29]
    isReplaced = try Order.flag(row, 30)
  }

  /// The quote that a text names: its number or the end of it, and after a point a version, else the
  /// newest.
  public static func named(_ text: String, in db: any Transaction) throws -> Quote {
    let parts = text.split(separator: ".", maxSplits: 1)
    let version: SQL = parts.count > 1 ? "\(Int(parts[1]) ?? 0)" : newestVersion
    return try called(parts.first.map(String.init) ?? "", where: "q.version = \(version)", in: db)
  }

  /// The quotes that wait for signatures, by number.
  public static func unsigned(in reading: Reading) throws -> [Quote] {
    try list(in: reading.db).filter {
      $0.review == .inReview && $0.state(on: reading.today).isOpen
    }
  }

  /// The newest version under exactly this number.
  public static func numbered(_ no: String, in db: any Transaction) throws -> Quote? {
    try db.first("\(query) WHERE q.no = \(no) ORDER BY q.version DESC LIMIT 1", Quote.init)
  }

  static func with(_ id: Identifier<Quote>, in db: any Transaction) throws -> Quote {
    guard let quote = try db.first("\(query) WHERE q.id = \(id)", Quote.init) else {
      throw BookError.notFound(.quote, id.description, near: [])
    }
    return quote
  }

  /// Quotes by number and version: the newest version of each, or every one (R-045).
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), customer: Identifier<Customer>? = nil,
    everyVersion: Bool = false, in db: any Transaction
  ) throws -> [Quote] {
    var conditions = [filter.condition]
    if let customer { conditions.append("q.customer_id = \(customer)") }
    if !everyVersion {
      conditions.append("q.version = \(newestVersion)")
    }
    return try db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY q.no, q.version", Quote.init)
  }

  /// All versions under this quote's number, oldest first.
  public func versions(in db: any Transaction) throws -> [Quote] {
    try db.all("\(Quote.query) WHERE q.no = \(no) ORDER BY q.version", Quote.init)
  }

  /// The version under this quote's number that holds on a day: what was confirmed stands while the
  /// next is being talked about. Throws `.quoteState` where none does.
  public func standing(on day: Day, in db: any Transaction) throws -> Quote {
    let versions = try versions(in: db)
    if let standing = versions.last(where: { $0.holds(on: day) }) { return standing }
    let last = versions.last { $0.review == .confirmed } ?? self
    throw BookError.quoteState(no: no, last.isExpired(on: day) ? .expired : last.state(on: day))
  }

  /// The quotes that an order's lines name.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Quote] {
    try db.all(
      """
      \(query) WHERE q.id IN (SELECT l.quote_id FROM order_lines l WHERE l.order_id = \(order))
      ORDER BY q.no, q.version
      """, Quote.init)
  }

  /// The newest quote of a product to an order's customer that holds on the order's day (R-037), confirmed
  /// since an instant.
  static func inForce(
    _ product: Identifier<Product>, for order: Order, since instant: Instant? = nil, in db: any Transaction
  ) throws -> Quote? {
    try db.all(
      """
      \(query) WHERE q.customer_id = \(order.customerID) AND q.product_id = \(product)
        AND q.currency = \(order.currency) AND \(isConfirmed(since: instant)) ORDER BY q.id DESC
      """, Quote.init
    ).first { $0.holds(on: order.orderedOn) }
  }
}

extension QuoteOffer {
  /// Reads the columns from `maker` to `note`.
  init(_ row: any Row, from first: Int) throws {
    maker = try row[first]
    quantity = try row[first + 1]
    leadDays = try row[first + 2]
    terms = try row[first + 3]
    packing = try row[first + 4]
    currency = try row[first + 5]
    cost.material = try row[first + 6]
    cost.labour = try row[first + 7]
    cost.packaging = try row[first + 8]
    cost.other = try row[first + 9]
    let margin: Int64? = try row[first + 10]
    let price: Int64? = try row[first + 11]
    pricing = margin.map(QuotePricing.margin) ?? price.map(QuotePricing.given)
    validUntil = try row[first + 12]
    note = try row[first + 13]
  }
}
