import ArgumentParser
import Gendan
import GendanOutput

/// `quote`: a price offered for a product, from its costs to the customer's word.
struct QuoteCommand: NounCommand {
  static let word = "quote"
  static let chinese = ["报价", "報價"]
  static let about = Text("quotes", "报价单", "報價單")
  static let verbs: [any BookCommand.Type] = [
    QuoteAdd.self, QuoteList.self, QuoteShow.self, QuoteSet.self, QuoteRevise.self, QuoteSubmit.self,
    QuoteSign.self, QuoteConfirm.self, QuoteDecide.self, QuoteLost.self,
  ]
}

/// What can be said of a quote.
enum QuoteWord: String, CaseIterable, Worded {
  case qty, maker, lead, terms, packing, currency, material, labour, packaging, other, margin, price, valid,
    note

  var words: Text {
    switch self {
    case .qty, .maker, .lead, .terms, .packing, .price:
      QuoteTerm(rawValue: rawValue)?.words ?? Text(verbatim: rawValue)
    case .material, .labour, .packaging, .other, .margin:
      PricePart(rawValue: rawValue)?.words ?? Text(verbatim: rawValue)
    case .currency: CustomerField.currency.words
    case .valid: Text("valid until", "有效期至", "有效期至")
    case .note: CustomerField.note.words
    }
  }

  /// What a quote says of it; nil where nothing.
  func text(_ quote: Quote) -> String? {
    let offer = quote.offer
    return switch self {
    case .qty: quote.quantity.map { "\($0.text) \($0.unit)" }
    case .maker: offer.maker
    case .lead: offer.leadDays.map(String.init)
    case .terms: offer.terms
    case .packing: offer.packing
    case .currency: offer.currency
    case .material: offer.cost.material.map(OrderTable.price)
    case .labour: offer.cost.labour.map(OrderTable.price)
    case .packaging: offer.cost.packaging.map(OrderTable.price)
    case .other: offer.cost.other.map(OrderTable.price)
    case .margin: offer.composition.last.map { Percent.text($0.share) + "%" }
    case .price: offer.price.map(OrderTable.price)
    case .valid: offer.validUntil?.description
    case .note: offer.note
    }
  }
}

extension QuoteOffer {
  /// Takes what was typed; an empty value clears.
  mutating func put(
    _ typed: [(word: QuoteWord, text: String)], decimals: Int, at desk: Desk, in reading: Reading
  ) throws {
    let words = typed.filter { !$0.text.trimmed.isEmpty }.map(\.word)
    if words.contains(.price) && words.contains(.margin) {
      throw Complaint(
        .usage,
        Text(
          "a price, or a margin from which it follows, not both", "售价和毛利只写一个", "售價和毛利只寫一個"),
        try: "margin=20%", "price=15")
    }
    for (word, text) in typed { try put(word, Optional(text).filled, decimals, desk, reading) }
  }

  private mutating func put(
    _ word: QuoteWord, _ text: String?, _ decimals: Int, _ desk: Desk, _ reading: Reading
  ) throws {
    switch word {
    case .qty: quantity = try text.map { try OrderNew.quantity($0, decimals: decimals) }
    case .maker: maker = text
    case .lead: leadDays = try ProductWord.leadDays(text ?? "")
    case .terms: terms = text
    case .packing: packing = text
    case .currency: currency = try text.map(Currency.read) ?? currency
    case .material: cost.material = try text.map(PriceText.read)
    case .labour: cost.labour = try text.map(PriceText.read)
    case .packaging: cost.packaging = try text.map(PriceText.read)
    case .other: cost.other = try text.map(PriceText.read)
    case .margin: pricing = try text.map { .margin(try Self.margin($0)) }
    case .price: pricing = try text.map { .given(try PriceText.read($0)) }
    case .valid: validUntil = try text.map { try desk.day($0, .plan, in: reading) }
    case .note: note = text
    }
  }

  private static func margin(_ text: String) throws -> Int64 {
    let points = try Percent.read(text)
    guard points < 10_000 else {
      throw Complaint(
        .usage,
        Text("a margin is less than the whole price", "毛利不能是整个售价", "毛利不能是整個售價"), try: "margin=20%")
    }
    return points
  }
}

/// A price of a unit, as it is typed.
enum PriceText {
  /// In 1/10000 of the currency's unit, not below zero.
  static func read(_ text: String) throws -> Int64 {
    let price = try DecimalText.parse(text, decimals: 4)
    guard price >= 0 else {
      throw Complaint(
        .usage, Text("\"\(text)\" is below zero", "\"\(text)\" 小于零", "\"\(text)\" 小於零"), try: "15.00")
    }
    return price
  }
}

extension Quote {
  /// `Q2603-0001`, with the version where it is not the first: as it can be typed.
  var name: String { version > 1 ? "\(no).\(version)" : no }
  /// What an echo begins with.
  var label: Text { Text(verbatim: "\(name) \(customer): ") }

  /// The quote that a command's first word names.
  static func typed(_ words: [String], try example: String, in reading: Reading) throws -> Quote {
    let text = try words.name(Noun.quote.words, try: example)
    return try Quote.named(folded(text), in: reading.db)
  }

  /// What is offered, its cost, and what is still to be said.
  var summary: [Text] {
    var line = Text(verbatim: "  \(product)")
    if let quantity { line = line + " \(quantity.text) \(quantity.unit)" }
    if let price = offer.price { line = line + "   \(OrderTable.price(price)) \(offer.currency)" }
    if let total = offer.cost.total, let margin = QuoteWord.margin.text(self) {
      line =
        line
        + Text(
          "  (cost \(OrderTable.price(total)), margin \(margin))",
          "  (成本 \(OrderTable.price(total)), 毛利 \(margin))", "  (成本 \(OrderTable.price(total)), 毛利 \(margin))"
        )
    }
    guard !offer.unsaid.isEmpty else { return [line] }
    return [line, Text(verbatim: "  ") + Fault.quoteUnsaid(offer.unsaid).words]
  }
}
