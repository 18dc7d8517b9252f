/// Old balances of a customer. The account holds what the customer owes (positive) or has paid too
/// much (negative) outside of any order. To net it in an order is to move it there: two rows that add
/// up to nothing, one of the order and one of the account, so no amount is ever counted twice.
extension Customer {
  /// What stands in the account, in 1/100 of the currency's unit.
  public static func account(
    of customer: Identifier<Customer>, currency: String, in db: any Transaction
  ) throws -> Int64 {
    try db.value(
      """
      SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM balances
      WHERE customer_id = \(customer) AND order_id IS NULL AND currency = \(currency)
      """) ?? 0
  }
}

extension OrderMoney {
  /// What can be netted between the order and an account that holds so much: an order that is paid
  /// beyond what it asks gives its surplus (positive), another takes a surplus as far as it is open
  /// (negative), or a debt (positive).
  func nettable(account: Int64) -> Int64 {
    if open < 0 { return -open }
    return account < 0 ? max(account, -open) : account
  }
}

extension Writing {
  /// Brings an old balance into a customer's account; only finance does, for it counts like money.
  public func enterBalance(
    of customer: Customer, _ amount: Int64, currency: String, note: String?
  ) throws {
    try require(.confirmMoney)
    try addBalance(amount, of: customer.id, in: nil, currency, note)
    entry.subject = customer.code
  }

  /// Nets a customer's old balance in an order, all that can be or part of it; returns what was moved
  /// into the order.
  ///
  /// Throws `.nothingLeft` where there is nothing to net, and `.beyond` where there is less.
  @discardableResult
  public func net(_ order: Order, _ amount: Int64? = nil) throws -> Int64 {
    let money = try OrderMoney.of(order.id, in: db)
    let account = try Customer.account(of: order.customerID, currency: order.currency, in: db)
    let most = money.nettable(account: account)
    guard most != 0 else { throw BookError.nothingLeft(.customer, order.customerCode) }
    let part = amount ?? most
    guard part.signum() == most.signum(), part.magnitude <= most.magnitude else {
      throw BookError.beyond(order.no, money.money(most))
    }
    try move(part, into: money, note: nil)
    entry.subjects = [order.no, order.customerCode]
    return part
  }

  /// Books what came beyond what an order asks as the customer's surplus; returns how much. What an
  /// order without all its prices asks is not known yet.
  @discardableResult
  func bookSurplus(of order: Identifier<Order>, note: String) throws -> Int64 {
    let money = try OrderMoney.of(order, in: db)
    guard money.unpriced.isEmpty, money.open < 0 else { return 0 }
    try move(-money.open, into: money, note: note)
    return -money.open
  }

  private func move(_ amount: Int64, into money: OrderMoney, note: String?) throws {
    try addBalance(amount, of: money.customerID, in: money.order, money.currency, note)
    try addBalance(-amount, of: money.customerID, in: nil, money.currency, note ?? money.no)
  }

  private func addBalance(
    _ amount: Int64, of customer: Identifier<Customer>, in order: Identifier<Order>?, _ currency: String,
    _ note: String?
  ) throws {
    try db.run(
      """
      INSERT INTO balances (customer_id, order_id, currency, amount, note, happened_on, entered_at,
        entered_by)
      VALUES (\(customer), \(order), \(currency), \(amount), \(note), \(today), \(now), \(user.id))
      """)
  }
}
