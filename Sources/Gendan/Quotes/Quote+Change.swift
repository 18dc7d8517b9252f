extension Quote {
  /// What an offer of a product to a customer says before anybody said anything: what the two have by
  /// themselves.
  public static func offer(
    _ product: Product, to customer: Customer, in db: any Transaction
  ) throws -> QuoteOffer {
    var offer = QuoteOffer(currency: customer.currency)
    offer.maker = try db.value("SELECT maker FROM products WHERE id = \(product.id)", as: String?.self) ?? nil
    offer.leadDays = product.leadDays
    offer.terms = customer.fields[.terms]
    return offer
  }
}

extension Writing {
  /// Quotes a product to a customer; the first version under a new number.
  public func quote(
    _ product: Product, to customer: Customer, _ offer: QuoteOffer, for enquiry: Enquiry? = nil
  ) throws -> Quote {
    try pass(current: product)
    let no = try number(.quotePrefix, on: today)
    return try insert(
      offer, no: no, version: 1, customer: customer.id, product: product.id, enquiry: enquiry?.id)
  }

  /// Makes the next version of a quote; the one before stays as it is.
  public func revise(_ quote: Quote, _ offer: QuoteOffer) throws -> Quote {
    let newest = try db.count("SELECT max(version) FROM quotes WHERE no = \(quote.no)")
    let enquiry = try db.value(
      "SELECT enquiry_id FROM quotes WHERE id = \(quote.id)", as: Identifier<Enquiry>?.self)
    return try insert(
      offer, no: quote.no, version: newest + 1, customer: quote.customerID, product: quote.productID,
      enquiry: enquiry ?? nil)
  }

  private func insert(
    _ offer: QuoteOffer, no: String, version: Int, customer: Identifier<Customer>,
    product: Identifier<Product>, enquiry: Identifier<Enquiry>?
  ) throws -> Quote {
    try allow(offer, of: product, for: customer)
    entry.subject = no
    let id = try db.insert(
      """
      INSERT INTO quotes (no, version, customer_id, product_id, enquiry_id, maker, qty, lead_days, terms,
        packing, currency, material, labour, packaging, other, margin_bp, price, valid_until_on, note,
        entered_at, entered_by)
      VALUES (\(no), \(version), \(customer), \(product), \(enquiry), \(offer.maker), \(offer.quantity),
        \(offer.leadDays), \(offer.terms), \(offer.packing), \(offer.currency), \(offer.cost.material),
        \(offer.cost.labour), \(offer.cost.packaging), \(offer.cost.other), \(offer.margin),
        \(offer.price), \(offer.validUntil), \(offer.note), \(now), \(user.id)) RETURNING id
      """)
    return try Quote.with(Identifier(id), in: db)
  }

  /// Fills in or corrects a version that nobody has seen yet.
  public func set(_ quote: Quote, _ offer: QuoteOffer) throws -> Quote {
    try quote.requireOpen(in: self)
    try pass(.quoteUnchanged, on: quote)
    try allow(offer, of: quote.productID, for: quote.customerID)
    entry.subject = quote.no
    try db.run(
      """
      UPDATE quotes SET maker = \(offer.maker), qty = \(offer.quantity), lead_days = \(offer.leadDays),
        terms = \(offer.terms), packing = \(offer.packing), currency = \(offer.currency),
        material = \(offer.cost.material), labour = \(offer.cost.labour),
        packaging = \(offer.cost.packaging), other = \(offer.cost.other), margin_bp = \(offer.margin),
        price = \(offer.price), valid_until_on = \(offer.validUntil), note = \(offer.note)
      WHERE id = \(quote.id)
      """)
    return try Quote.with(quote.id, in: db)
  }

  /// Hands a quote in for signatures.
  public func submit(quote: Quote, note: String? = nil) throws -> ApprovalTrail {
    try quote.requireOpen(in: self)
    try pass(.quoteComplete, on: quote)
    return try submit(quote, note: note)
  }

  /// Writes down that the customer confirmed a quote, and with it the price from today on (R-038,
  /// R-042); `by` is who confirmed.
  public func confirm(quote: Quote, by: String? = nil) throws {
    try quote.requireOpen(in: self)
    try pass(.quoteComplete, .quoteSigned, on: quote)
    try allow(.confirm, on: quote)
    try append(.confirm, to: quote, note: by)
    guard let price = quote.offer.price else { return }
    try set(
      price: price, of: quote.productID, for: quote.customerID, quote.offer.currency, from: today,
      quote: quote.id)
  }

  /// Gives a quote up, with the reason.
  public func lose(quote: Quote, reason: String) throws {
    let state = quote.state(on: today)
    guard state.isOpen || state == .expired else { throw BookError.quoteState(no: quote.no, state) }
    entry.subject = quote.no
    entry.reason = reason
    try db.run("UPDATE quotes SET lost_reason = \(reason) WHERE id = \(quote.id)")
  }

  /// Amounts and quantities stay so small that worth can be computed, and the price is not further below
  /// the one in force than this person may go.
  private func allow(
    _ offer: QuoteOffer, of product: Identifier<Product>, for customer: Identifier<Customer>
  ) throws {
    let amounts = offer.cost.parts.map(\.amount) + [offer.price ?? 0]
    if let amount = amounts.first(where: { !(Price.range ~= $0) }) {
      throw BookError.tooLarge(Decimal.text(amount, decimals: 4))
    }
    if let quantity = offer.quantity, !(1...1_000_000_000_000 ~= quantity) {
      throw BookError.tooLarge(String(quantity))
    }
    let standing = try Price.inForce(product, for: customer, offer.currency, on: today, in: db)
    try allow(price: offer.price, against: standing?.price)
  }
}

extension QuoteOffer {
  /// The margin as it is kept.
  fileprivate var margin: Int64? {
    if case .margin(let points) = pricing { points } else { nil }
  }
}
