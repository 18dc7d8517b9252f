/// What one version of a quote offers.
public struct QuoteOffer: Sendable, Equatable {
  /// Who makes the goods.
  public var maker: String?
  /// How many, in the product's smallest unit.
  public var quantity: Int64?
  /// The lead time in working days.
  public var leadDays: Int?
  /// The settlement terms.
  public var terms: String?
  /// How the goods are packed.
  public var packing: String?
  /// ISO 4217.
  public var currency: String
  /// What a unit costs us.
  public var cost = QuoteCost()
  /// How the price is found.
  public var pricing: QuotePricing?
  /// The last day on which it may be accepted; nil: no end.
  public var validUntil: Day?
  /// Anything else.
  public var note: String?

  /// An offer that says nothing yet.
  public init(currency: String) { self.currency = currency }

  /// The price of a unit in 1/10000 of the currency's; nil where nothing gives it.
  public var price: Int64? {
    switch pricing {
    case .given(let price): price
    case .margin(let points): cost.price(margin: points)
    case nil: nil
    }
  }

  /// What is still to be said before a customer may see it.
  public var unsaid: [QuoteTerm] {
    let said: [(QuoteTerm, Bool)] = [
      (.maker, maker != nil), (.quantity, quantity != nil), (.leadTime, leadDays != nil),
      (.terms, terms != nil), (.packing, packing != nil), (.price, price != nil),
    ]
    return said.filter { !$0.1 }.map(\.0)
  }

  /// Of what the price consists, in 1/10000 of the currency's unit and in basis points, which add up to
  /// the whole; empty without costs or a price.
  public var composition: [(part: PricePart, amount: Int64, share: Int64)] {
    guard let price, price > 0, let total = cost.total else { return [] }
    var parts: [(part: PricePart, amount: Int64, share: Int64)] = []
    for (part, amount) in cost.parts + [(part: .margin, amount: price - total)] {
      guard let share = Decimal.product(amount, 10_000, over: price) else { return [] }
      parts.append((part, amount, share))
    }
    // What rounding leaves over goes to the largest of the costs: the margin is as it was agreed.
    if let largest = parts.indices.dropLast().max(by: { parts[$0].amount < parts[$1].amount }) {
      parts[largest].share += 10_000 - parts.reduce(0) { $0 + $1.share }
    }
    return parts
  }
}

/// What a unit costs us, by kind; each in 1/10000 of the currency's unit.
public struct QuoteCost: Sendable, Equatable {
  /// Material.
  public var material: Int64?
  /// Labour.
  public var labour: Int64?
  /// Packaging.
  public var packaging: Int64?
  /// Everything else.
  public var other: Int64?

  /// No costs.
  public init() {}

  /// The kinds that were given.
  public var parts: [(part: PricePart, amount: Int64)] {
    let all: [(PricePart, Int64?)] = [
      (.material, material), (.labour, labour), (.packaging, packaging), (.other, other),
    ]
    return all.compactMap { part, amount in amount.map { (part: part, amount: $0) } }
  }

  /// All together; nil where nothing was given, or more than can be counted.
  public var total: Int64? {
    var total: Int64?
    for part in parts {
      let (sum, isTooLarge) = (total ?? 0).addingReportingOverflow(part.amount)
      if isTooLarge { return nil }
      total = sum
    }
    return total
  }

  /// The price of which `points` basis points are margin, half up: 12.00 at 20 % make 15.00.
  public func price(margin points: Int64) -> Int64? {
    guard let total, 0..<10_000 ~= points else { return nil }
    return Decimal.product(total, 10_000, over: 10_000 - points)
  }
}

/// How a quote's price is found.
public enum QuotePricing: Sendable, Equatable {
  /// It is said, in 1/10000 of the currency's unit.
  case given(Int64)
  /// It follows from the costs, with so many basis points of the price as margin.
  case margin(Int64)
}

/// What a price consists of.
public enum PricePart: String, Sendable, CaseIterable {
  /// Material.
  case material
  /// Labour.
  case labour
  /// Packaging.
  case packaging
  /// Other costs.
  case other
  /// What is left to us.
  case margin
}

/// What a quote must say besides its product.
public enum QuoteTerm: String, Sendable, CaseIterable {
  /// Who makes the goods.
  case maker
  /// How many.
  case quantity = "qty"
  /// The lead time.
  case leadTime = "lead"
  /// The settlement terms.
  case terms
  /// How the goods are packed.
  case packing
  /// The price.
  case price
}
