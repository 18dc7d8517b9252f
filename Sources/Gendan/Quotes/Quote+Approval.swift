extension Quote: Approvable {
  /// Quotes are signed before the customer confirms them.
  public static let approvalSubject = ApprovalSubject.quote

  /// The firm signs, the customer confirms; then only a new version changes anything. Whether
  /// the customer's word waits for the signatures is the gate's to say, which may be overridden.
  public static let approvalLifecycle = Lifecycle<ApprovalState, ApprovalAct>([
    .draft: [.submit, .confirm],
    .inReview: [.sign, .reject, .confirm],
    .returned: [.submit, .confirm],
    .approved: [.confirm],
  ])

  /// The version's key.
  public var approvalID: Int64 { id.rawValue }

  /// Whether a condition on signers holds.
  public func meets(_ condition: SignerCondition, in reading: Reading) throws -> Bool {
    switch condition {
    case .always: true
    case .amount: try worth.cents >= Int64(reading.settings().number(.largeAmount)) * 100
    case .prepayment: PaymentTerms(offer.terms)?.isPaidAhead ?? false
    case .commission, .special: false
    }
  }

  /// What the whole quantity costs the customer.
  public var worth: Money {
    get throws {
      let scale = Decimal.scale(counted.decimals)
      guard let worth = Decimal.product(offer.quantity ?? 0, offer.price ?? 0, over: scale) else {
        throw BookError.tooLarge(no)
      }
      return Money(tenThousandths: worth, currency: offer.currency)
    }
  }
}

extension Gate where Subject == Quote {
  /// It says all that a customer must know.
  static let quoteComplete = Gate(lacking: .quoteComplete) { quote, _ in
    quote.offer.unsaid.isEmpty ? [] : [.quoteUnsaid(quote.offer.unsaid)]
  }

  /// What was handed in or confirmed is not changed, but made anew.
  static let quoteUnchanged = Gate(lacking: .quoteUnchanged) { quote, _ in
    quote.review == .draft || quote.review == .returned ? [] : [.quoteSettled(version: quote.version)]
  }

  /// Everybody who must sign has signed.
  static let quoteSigned = Gate(lacking: .quoteSigned) { quote, reading in
    let trail = try ApprovalTrail.of(quote, in: reading)
    let awaited = trail.awaited.map(\.role)
    switch trail.state {
    case .draft: return awaited.isEmpty ? [] : [.unsubmitted]
    case .inReview: return [.unsigned(awaited)]
    case .returned: return [trail.rejection ?? .unsubmitted]
    case .approved, .confirmed, .handedOver: return []
    }
  }
}
