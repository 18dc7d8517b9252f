import ArgumentParser
import Gendan

/// Fills in or corrects a quote that was not handed in yet.
struct QuoteSet: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.set", word: "set", chinese: ["改"],
    about: Text("fill in a quote's draft", "补改报价单草稿", "補改報價單草稿"),
    usage: "NO qty=N maker=M lead=DAYS terms=T packing=P material=P margin=% price=P valid=DATE …",
    examples: ["quote set Q2603-0001 maker=本厂 packing=纸箱", "quote set Q2603-0001 margin=18% valid=+30d"],
    part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.change(words, try: "gendan quote set Q2603-0001 maker=本厂") { try $0.set($1, $2) }
  }
}

/// Makes the next version of a quote; the one before stays as it was.
struct QuoteRevise: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.revise", word: "revise", chinese: ["改版"],
    about: Text("make a quote's next version", "报价单改版", "報價單改版"),
    usage: "NO qty=N price=P margin=% valid=DATE …",
    examples: ["quote revise Q2603-0001 price=14.80", "quote revise Q2603-0001 material=8.60 valid=+30d"],
    part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.change(words, try: "gendan quote revise Q2603-0001 price=14.80") { try $0.revise($1, $2) }
  }
}

extension Desk {
  /// Writes a quote with the values that were typed after its number, and tells what differs.
  fileprivate func change(
    _ words: [String], try example: String, _ body: (Writing, Quote, QuoteOffer) throws -> Quote
  ) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: example)
    let typed = try values.map { (word: try $0.key(QuoteWord.self), text: $0.value) }
    return try write { writing, answer in
      let old = try Quote.typed([name], try: example, in: writing)
      let product = try Product.named(old.productCode, in: writing.db)
      var offer = old.offer
      try offer.put(typed, decimals: product.decimals, at: self, in: writing)
      let new = try body(writing, old, offer)
      var echo = FieldEcho()
      for word in QuoteWord.allCases { echo.add(word.words, word.text(old), word.text(new)) }
      answer.echo = [echo.line("\(new.name) \(new.customer)")] + new.summary
      answer.warnings = Complaint.unread(terms: typed.last { $0.word == .terms }?.text)
    }
  }
}
