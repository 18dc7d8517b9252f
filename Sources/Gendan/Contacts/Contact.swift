/// What was said: a chase or a note of an order, a talk with a customer, its visit, what it complained of or
/// thinks of us.
public struct Contact: Sendable, Equatable {
  /// Its key.
  let id: Identifier<Contact>
  /// Its number, such as L2603-0001; empty for an order's chases and notes.
  public let no: String
  /// What it was.
  public let kind: ContactKind
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// The order that it is about.
  public let orderNo: String?
  /// The product that it is about.
  public let product: String?
  /// The step, department or person.
  public let party: String?
  /// The name of who received the visitor or spoke for us.
  public let host: String?
  /// What was said.
  public let text: String
  /// What came of it.
  public let result: String?
  /// What the customer thinks of us.
  public let scores: Satisfaction?
  /// The day to ask again.
  public let nextOn: Day?
  /// The day it happened.
  public let happenedOn: Day
  /// The instant it was entered.
  public let enteredAt: Instant
  /// Who entered it.
  public let by: String?
}

/// What is written down of a talk.
public enum ContactKind: String, SQLConvertible, Sendable, CaseIterable {
  /// Somebody was pressed for something.
  case chase
  /// Something to remember.
  case note
  /// By telephone.
  case phone
  /// By letter, fax or e-mail.
  case mail
  /// The customer came.
  case visit
  /// The customer asked something that is no enquiry.
  case question
  /// Service after the sale.
  case service
  /// Asked after delivery how it was.
  case returnCall = "return-call"
  /// A survey of satisfaction.
  case survey
  /// Put before the department, as important.
  case flag
  /// The department talked about the customer.
  case discussion

  /// Whether the customer was spoken with.
  public var isTalk: Bool {
    switch self {
    case .phone, .mail, .visit, .question, .service, .returnCall, .survey: true
    case .chase, .note, .flag, .discussion: false
    }
  }

  /// Those in which the customer was spoken with, for `IN`.
  static let talks: SQL = "\(list: allCases.filter(\.isTalk))"
}

/// What a customer thinks of us, 1 to 5 each.
public struct Satisfaction: Sendable, Equatable {
  /// The quality of the goods.
  public let quality: Int
  /// Whether they come in time.
  public let delivery: Int
  /// The service.
  public let service: Int

  /// The marks that can be given.
  public static let range = 1...5

  /// Three marks from 1 to 5; nil where one is none.
  public init?(quality: Int, delivery: Int, service: Int) {
    guard [quality, delivery, service].allSatisfy(Satisfaction.range.contains) else { return nil }
    self.quality = quality
    self.delivery = delivery
    self.service = service
  }
}

/// A talk with a customer, as it is written down.
public struct NewContact: Sendable {
  /// What it was.
  public var kind: ContactKind
  /// With whom.
  public var customer: Customer
  /// About which order.
  public var order: Order?
  /// About which product.
  public var product: Identifier<Product>?
  /// The person spoken with, or who came.
  public var party: String?
  /// Who received them; the person who acts where nil.
  public var host: Identifier<User>?
  /// What was said.
  public var text: String
  /// What came of it.
  public var result: String?
  /// What the customer thinks of us.
  public var scores: Satisfaction?
  /// The day to ask again.
  public var nextOn: Day?
  /// The day it happened; today where nil.
  public var day: Day?

  /// A talk.
  public init(_ kind: ContactKind, with customer: Customer, _ text: String) {
    self.kind = kind
    self.customer = customer
    self.text = text
  }
}

extension Writing {
  /// Writes down a chase with the day to chase again, or a note.
  public func add(
    _ kind: ContactKind, to order: Order, party: String? = nil, text: String, next: Day? = nil,
    on day: Day? = nil
  ) throws {
    if let day { try allow(factOn: day) }
    entry.subject = order.no
    try db.run(
      """
      INSERT INTO contacts (order_id, kind, party, text, next_on, happened_on, entered_at, entered_by)
      VALUES (\(order.id), \(kind), \(party), \(text), \(next), \(day ?? today), \(now), \(user.id))
      """)
  }

  /// Writes down a talk with a customer.
  ///
  /// Throws `.unscored` for a survey without marks.
  public func log(_ new: NewContact) throws -> Contact {
    if new.kind == .survey && new.scores == nil { throw BookError.unscored }
    let day = new.day ?? today
    try allow(factOn: day)
    let no = try number(.contactPrefix, on: today)
    entry.subjects = (new.order.map { [$0.no] } ?? []) + [new.customer.code, no]
    try db.run(
      """
      INSERT INTO contacts (no, customer_id, order_id, product_id, kind, party, host_id, text, result,
        quality, delivery, service, next_on, happened_on, entered_at, entered_by)
      VALUES (\(no), \(new.customer.id), \(new.order?.id), \(new.product), \(new.kind), \(new.party),
        \(new.host ?? user.id), \(new.text), \(new.result), \(new.scores?.quality), \(new.scores?.delivery),
        \(new.scores?.service), \(new.nextOn), \(day), \(now), \(user.id))
      """)
    return try Contact.named(no, in: db)
  }

  /// Writes down what came of a talk, which ends what is to follow from it.
  ///
  /// Throws `.nothingLeft` where that is known.
  public func finish(_ contact: Contact, result: String) throws -> Contact {
    guard contact.result == nil else { throw BookError.nothingLeft(.contact, contact.no) }
    entry.subjects = [contact.customerCode, contact.no]
    try db.run("UPDATE contacts SET result = \(result) WHERE id = \(contact.id)")
    return try Contact.named(contact.no, in: db)
  }
}
