/// A price offered to a customer for one product: one version of it.
public struct Quote: Sendable, Equatable {
  /// The version's key.
  public let id: Identifier<Quote>
  /// The number, which all its versions share.
  public let no: String
  /// 1, and one more for each revision.
  public let version: Int
  /// The customer's key.
  public let customerID: Identifier<Customer>
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// The product's key.
  public let productID: Identifier<Product>
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// One smallest unit of the product: its unit and decimals.
  let counted: Quantity
  /// The number of the enquiry that it answers.
  public let enquiry: String?
  /// What is offered.
  public let offer: QuoteOffer
  /// Where it stands on its way to approval.
  public let review: ApprovalState
  /// Why it did not become an order.
  public let lostReason: String?
  /// The first order that names it.
  public let order: String?
  /// Whether a later version takes its place.
  public let isReplaced: Bool
  /// When it was entered.
  public let enteredAt: Instant

  /// The quantity that is offered.
  public var quantity: Quantity? { offer.quantity.map(counted.with) }

  /// Whether its last day has passed.
  public func isExpired(on day: Day) -> Bool { offer.validUntil.map { $0 < day } ?? false }

  /// Whether both sides confirmed it and it still holds on a day.
  public func holds(on day: Day) -> Bool {
    review == .confirmed && lostReason == nil && !isReplaced && !isExpired(on: day)
  }

  /// Where it stands on a day, derived from its facts.
  public func state(on day: Day) -> QuoteState {
    if lostReason != nil { return .lost }
    if order != nil { return .won }
    if isReplaced { return .replaced }
    return isExpired(on: day) ? .expired : QuoteState(review)
  }
}

/// Where a quote stands; derived from facts, never stored.
public enum QuoteState: String, Sendable, CaseIterable {
  /// Being written.
  case draft
  /// Signatures are awaited.
  case inReview = "in-review"
  /// It was sent back.
  case returned
  /// Every signature is there.
  case approved
  /// The customer confirmed it.
  case confirmed
  /// An order names it.
  case won
  /// It will not become an order.
  case lost
  /// Its last day has passed.
  case expired
  /// A later version takes its place.
  case replaced

  /// Whether something may still come of it.
  public var isOpen: Bool {
    switch self {
    case .draft, .inReview, .returned, .approved, .confirmed: true
    case .won, .lost, .expired, .replaced: false
    }
  }

  /// The state of a quote of which nothing but its review is known.
  public init(_ review: ApprovalState) {
    self =
      switch review {
      case .draft: .draft
      case .inReview: .inReview
      case .returned: .returned
      case .approved: .approved
      case .confirmed, .handedOver: .confirmed
      }
  }
}
