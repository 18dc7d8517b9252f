import ArgumentParser
import Gendan
import GendanOutput

/// Writes a quote of one product.
struct QuoteAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.add", word: "add", chinese: ["新增"],
    about: Text("quote a product to a customer", "给客户报价", "給客戶報價"),
    usage: "CUSTOMER PRODUCT QTY [--material P] [--labour P] [--packaging P] [--other P]"
      + " [--margin % | --price P] [--cur CUR] [--maker M] [--lead WORKING-DAYS] [--terms T] [--packing P]"
      + " [--valid DATE] [--enquiry NO] [--note TEXT]",
    examples: [
      "quote add 宏达机械 P-88 12400 --material 8.20 --labour 3 --packaging 0.80 --margin 20%",
      "quote add C-0001 P-88 500 --price 15 --maker 本厂 --packing 纸箱 --valid +30d",
    ], part: .taking)

  @Argument var words: [String] = []
  @Option var material: String?
  @Option var labour: String?
  @Option var packaging: String?
  @Option var other: String?
  @Option var margin: String?
  @Option var price: String?
  @Option var cur: String?
  @Option var maker: String?
  @Option var lead: String?
  @Option var terms: String?
  @Option var packing: String?
  @Option var valid: String?
  @Option var enquiry: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 3 else {
      throw Complaint.missing(
        Text("a customer, a product and a quantity", "客户, 产品和数量", "客戶, 產品和數量"),
        try: "gendan quote add 宏达机械 P-88 500 --price 15")
    }
    let typed: [(QuoteWord, String?)] = [
      (.qty, words[2]), (.currency, cur), (.maker, maker), (.lead, lead), (.terms, terms),
      (.packing, packing), (.material, material), (.labour, labour), (.packaging, packaging), (.other, other),
      (.margin, margin), (.price, price), (.valid, valid), (.note, note),
    ]
    return try desk.write { writing, answer in
      let customer = try Customer.named(words[0], in: writing.db)
      let product = try Product.named(words[1], in: writing.db)
      var offer = try Quote.offer(product, to: customer, in: writing.db)
      try offer.put(
        typed.compactMap { word, text in text.map { (word, $0) } }, decimals: product.decimals, at: desk,
        in: writing)
      let quote = try writing.quote(
        product, to: customer, offer,
        for: try enquiry.map { try Enquiry.named(folded($0), in: writing.db) })
      answer.echo = [Text("quote ", "报价单 ", "報價單 ") + "\(quote.no)  \(quote.customer)"] + quote.summary
      answer.extra = [.init("no", .string(quote.no))]
      answer.warnings = Complaint.unread(terms: terms)
    }
  }
}
