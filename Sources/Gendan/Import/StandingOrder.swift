/// An order as the book has it, to compare a file with.
struct StandingOrder {
  let id: Identifier<Order>
  let no: String
  let customer: Identifier<Customer>
  let customerCode: String
  let customerPO: String?
  let clerk: Identifier<User>?
  let clerkName: String?
  let orderedOn: Day
  let currency: String
  let priority: Priority
  let carrier: String?
  let note: String?
  let closedOn: Day?
  let isCancelled: Bool
  let cancelledOn: Day?
  let isHeld: Bool
  var lines: [SchedulePlace: StandingLine] = [:]

  /// Why it takes no changes any more.
  var ended: OrderState? { isCancelled ? .cancelled : closedOn != nil ? .closed : nil }
}

/// A delivery as the book has it.
struct StandingLine {
  let line: Identifier<OrderLine>
  let schedule: Identifier<Schedule>
  let product: Identifier<Product>
  let productCode: String
  let decimals: Int
  let quantity: Int64
  let price: Int64?
  let discount: Int64
  let requestedOn: Day?
  let firstPromisedOn: Day?
  let promisedOn: Day?
  let shipped: Int64
  let completedOn: Day?
}

extension StandingOrder {
  /// The orders with these numbers.
  static func numbered(_ numbers: [String], in db: any Transaction) throws -> [String: StandingOrder] {
    var orders: [String: StandingOrder] = [:]
    for part in numbers.bindable {
      try db.each("\(query) WHERE o.no IN \(list: part) ORDER BY o.id, l.line_no, s.seq") { row in
        let no: String = try row[1]
        if orders[no] == nil { orders[no] = try StandingOrder(row) }
        if !row.isNull(17) {
          orders[no]?.lines[SchedulePlace(line: try row[17], seq: try row[18])] = try StandingLine(row)
        }
      }
    }
    return orders
  }

  /// The numbers of the orders that a customer's own numbers belong to.
  static func numbers(
    ofCustomerPOs numbers: [String], in db: any Transaction
  ) throws -> [String: [(customer: Identifier<Customer>, no: String)]] {
    var found: [String: [(customer: Identifier<Customer>, no: String)]] = [:]
    for part in numbers.bindable {
      try db.each(
        "SELECT customer_po, customer_id, no FROM orders WHERE customer_po IN \(list: part) ORDER BY id"
      ) { found[try $0[0], default: []].append((try $0[1], try $0[2])) }
    }
    return found
  }

  private static let query: SQL =
    """
    SELECT o.id, o.no, o.customer_id, c.code, o.customer_po, o.clerk_id, u.login, o.ordered_on,
      o.currency, o.priority, o.carrier, o.note, o.closed_on, o.cancelled, o.cancelled_on,
      CASE WHEN EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL)
        THEN 1 ELSE 0 END,
      l.id, l.line_no, s.seq, s.id, l.product_id, p.code, p.decimals, s.qty, l.price, l.discount_bp,
      s.requested_on, s.first_promised_on, s.promised_on, s.shipped_qty, s.completed_on
    FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN users u ON u.id = o.clerk_id
    LEFT JOIN schedules s ON s.order_id = o.id LEFT JOIN order_lines l ON l.id = s.line_id
    LEFT JOIN products p ON p.id = l.product_id
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    customer = try row[2]
    customerCode = try row[3]
    customerPO = try row[4]
    clerk = try row[5]
    clerkName = try row[6]
    orderedOn = try row[7]
    currency = try row[8]
    priority = try row[9]
    carrier = try row[10]
    note = try row[11]
    closedOn = try row[12]
    isCancelled = try row[13]
    cancelledOn = try row[14]
    isHeld = try row[15]
  }
}

extension StandingLine {
  fileprivate init(_ row: any Row) throws {
    line = try row[16]
    schedule = try row[19]
    product = try row[20]
    productCode = try row[21]
    decimals = try row[22]
    quantity = try row[23]
    price = try row[24]
    discount = try row[25]
    requestedOn = try row[26]
    firstPromisedOn = try row[27]
    promisedOn = try row[28]
    shipped = try row[29]
    completedOn = try row[30]
  }
}
