import ArgumentParser
import Gendan
import GendanOutput

/// Quotes by customer and state; all versions where asked.
struct QuoteList: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.list", word: "list", chinese: ["列表"],
    about: Text("list quotes", "列出报价单", "列出報價單"),
    usage: "[CUSTOMER] [--open | --won | --lost] [--all] \(CustomerOptions.usage)",
    examples: ["quote list", "quote list --open --mine", "quote list 宏达机械 --all"], part: .taking)

  @Argument var words: [String] = []
  @Flag var open = false
  @Flag var won = false
  @Flag var lost = false
  @Flag var all = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let name = words.joined(separator: " ")
      let customer = try name.isEmpty ? nil : Customer.named(name, in: reading.db)
      let found = try Quote.list(
        try customers.filter(at: desk, in: reading), customer: customer?.id, everyVersion: all, in: reading.db
      )
      let isWhole = !open && !won && !lost
      let shown = found.filter { quote in
        let state = quote.state(on: reading.today)
        return isWhole || (open && state.isOpen) || (won && state == .won)
          || (lost && (state == .lost || state == .expired))
      }
      var answer = Answer("quotes", Quote.listing(desk, reading).list(shown))
      answer.columns = [
        "no", "version", "customer", "product", "qty", "price", "currency", "valid", "state", "order",
      ]
      return answer
    }
  }
}

extension Quote {
  /// What is shown of a quote.
  static func listing(_ desk: Desk, _ reading: Reading) -> Listing<Quote> {
    let language = desk.language
    let today = reading.today
    func text(_ word: QuoteWord, _ alignment: Alignment = .leading, priority: Int) -> Listing<Quote>.Field {
      .init(word.rawValue, word.heading, alignment, priority: priority, shrinks: alignment == .leading) {
        Cell(optional: word.text($0))
      }
    }
    return Listing(
      id: "quotes", language: language,
      fields: [
        .init("no", Noun.quote.heading) { Cell($0.no) },
        .init("version", Text("Version", "版本", "版本"), .trailing, priority: 4) { Cell(number: $0.version) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("customer_code", Text("Customer's code", "客户编号", "客戶編號"), priority: 9) {
          Cell($0.customerCode)
        },
        .init("product", OrderField.product.words, priority: 1, shrinks: true) { Cell($0.product) },
        .init("product_code", Text("Product's code", "产品编号", "產品編號"), priority: 9) { Cell($0.productCode) },
        text(.qty, .trailing, priority: 3), text(.price, .trailing, priority: 0),
        text(.currency, priority: 5), text(.valid, priority: 4),
        .init("state", OrderField.status.words) { Cell(id: $0.state(on: today), language) },
        .init("order", Noun.order.heading, priority: 2) { Cell(optional: $0.order) },
        text(.maker, priority: 8), text(.lead, .trailing, priority: 8), text(.terms, priority: 8),
        text(.packing, priority: 8), text(.note, priority: 9),
        .init("enquiry", Noun.enquiry.heading, priority: 9) { Cell(optional: $0.enquiry) },
        .init("lost_reason", Text("Lost because", "未成交原因", "未成交原因"), priority: 9, shrinks: true) {
          Cell(optional: $0.lostReason)
        },
      ])
  }
}
