/// Money that a customer says was paid for an order, and what finance found of it.
///
/// Amounts are in 1/100 of the currency's unit; negative ones are paid back.
public struct Payment: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Payment>
  /// Its number, such as P2603-0001.
  public let no: String
  /// The order that it pays.
  public let order: Identifier<Order>
  /// That order's number.
  public let orderNo: String
  /// The customer's name.
  public let customer: String
  /// ISO 4217.
  public let currency: String
  /// What the customer says.
  public let amount: Int64
  /// What finance confirmed.
  public let confirmed: Int64
  /// The day of the last confirmation at the bank.
  public let bankOn: Day?
  /// How it was paid.
  public let method: String?
  /// Anything else.
  public let note: String?
  /// The day the customer said so.
  public let happenedOn: Day
  /// The day it was withdrawn.
  public let voidedOn: Day?
  /// Who entered it.
  public let by: String?

  /// What finance has still to find.
  public var awaited: Int64 { voidedOn == nil ? Self.awaited(of: amount, confirmed: confirmed) : 0 }

  /// What is still to be found of a claim; more than was claimed leaves nothing.
  static func awaited(of amount: Int64, confirmed: Int64) -> Int64 {
    amount < 0 ? min(0, amount - confirmed) : max(0, amount - confirmed)
  }

  /// Where it stands.
  public var state: PaymentState {
    if voidedOn != nil {
      .voided
    } else if confirmed == 0 {
      .claimed
    } else {
      awaited == 0 ? .confirmed : .partConfirmed
    }
  }
}

/// Where a payment stands; derived, never stored.
public enum PaymentState: String, Sendable, CaseIterable {
  /// The customer says so.
  case claimed
  /// Finance found part of it.
  case partConfirmed = "part-confirmed"
  /// Finance found it.
  case confirmed
  /// It was withdrawn.
  case voided
}

extension Payment: Numbered {
  static let noun = Noun.payment
  static let table: SQL = "p"
  var candidate: Candidate { Candidate(name: no, details: [orderNo, customer], day: happenedOn) }

  static let query: SQL =
    """
    SELECT p.id, p.no, o.id, o.no, c.name, p.currency, p.amount,
      (SELECT CAST(coalesce(sum(r.amount), 0) AS BIGINT) FROM receipts r WHERE r.payment_id = p.id),
      (SELECT max(r.bank_on) FROM receipts r WHERE r.payment_id = p.id),
      p.method, p.note, p.happened_on, p.voided_on, u.name
    FROM payments p JOIN orders o ON o.id = p.order_id JOIN customers c ON c.id = o.customer_id
    LEFT JOIN users u ON u.id = p.entered_by
    """

  init(_ row: any Row) throws {
    id = try row[0]
    no = try row[1]
    order = try row[2]
    orderNo = try row[3]
    customer = try row[4]
    currency = try row[5]
    amount = try row[6]
    confirmed = try row[7]
    bankOn = try row[8]
    method = try row[9]
    note = try row[10]
    happenedOn = try row[11]
    voidedOn = try row[12]
    by = try row[13]
  }

  /// Payments, newest first: of one order where one is given.
  public static func list(of order: Identifier<Order>? = nil, in db: any Transaction) throws -> [Payment] {
    let condition: SQL = order.map { "WHERE o.id = \($0)" } ?? ""
    return try db.all("\(query) \(condition) ORDER BY p.id DESC", Payment.init)
  }

  /// Payments that finance has not found, or not all, oldest first.
  public static func unconfirmed(
    where condition: SQL = "1 = 1", in db: any Transaction
  ) throws -> [Payment] {
    try db.all(
      """
      \(query) WHERE p.voided_on IS NULL AND \(condition) AND p.amount <>
        (SELECT CAST(coalesce(sum(r.amount), 0) AS BIGINT) FROM receipts r WHERE r.payment_id = p.id)
      ORDER BY p.happened_on, p.id
      """, Payment.init
    ).filter { $0.awaited != 0 }
  }

  /// The payment whose number is this or ends in it.
  public static func named(_ text: String, in db: any Transaction) throws -> Payment {
    try called(text, in: db)
  }
}
