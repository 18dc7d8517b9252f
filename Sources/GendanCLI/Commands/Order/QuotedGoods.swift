import Gendan

/// What `new` takes: customer, products and quantities as typed, or as a confirmed quote has them
/// and what each line costs.
struct QuotedGoods {
  /// The customer, and a product and quantity a line.
  let words: [String]
  /// The quote that the order follows.
  let quote: Quote?

  /// A quote alone gives every word, the quantity where none is typed.
  init(_ number: String?, _ words: [String], in reading: Reading) throws {
    quote = try number.map {
      try Quote.named(folded($0), in: reading.db).standing(on: reading.today, in: reading.db)
    }
    guard let quote, words.count <= 1 else {
      self.words = words
      return
    }
    self.words = [quote.customerCode, quote.productCode, words.first ?? quote.quantity?.plain ?? ""]
  }

  /// Gives a line its price: the typed one, the quote's, or the one in force on the order's day; refuses one
  /// that is further below the standing price than the person may go.
  func price(_ line: inout NewLine, typed: String?, in order: NewOrder, _ writing: Writing) throws {
    let quoted = quote.flatMap { $0.productID == line.product ? $0 : nil }
    line.quote = quoted?.id
    let standing =
      try quoted?.offer.price
      ?? Price.inForce(
        line.product, for: order.customer, order.currency, on: order.orderedOn, in: writing.db)?.price
    line.price = try typed.map(OrderNew.price) ?? standing
    try writing.allow(price: line.price, discount: line.discount, against: standing)
  }

  /// Refuses a quote that is another customer's, of no product ordered, or of another currency.
  func verify(_ order: NewOrder) throws {
    guard let quote else { return }
    guard
      quote.customerID != order.customer || quote.offer.currency != order.currency
        || !order.lines.contains(where: { $0.quote == quote.id })
    else { return }
    throw Complaint(
      .refused,
      Text("\(quote.name) is of ", "\(quote.name) 是 ", "\(quote.name) 是 ")
        + "\(quote.customer), \(quote.product), \(quote.offer.currency)",
      facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan new --quote \(quote.no)")
  }
}
