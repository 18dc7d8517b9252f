import ArgumentParser
import Gendan
import GendanOutput

/// `price`: what a customer pays for a product, from a day on.
struct PriceCommand: NounCommand {
  static let word = "price"
  static let chinese = ["价格", "價格"]
  static let about = Text("customers' prices", "客户价格", "客戶價格")
  static let verbs: [any BookCommand.Type] = [PriceSet.self, PriceList.self]
}

/// Enters a price.
struct PriceSet: BookCommand {
  static let sheet = CommandSheet(
    id: "price.set", word: "set", chinese: ["改"],
    about: Text("enter a customer's price", "登记客户价格", "登記客戶價格"),
    usage: "CUSTOMER PRODUCT PRICE [--from DATE] [--cur CUR]",
    examples: ["price set 宏达机械 P-88 18.50 --from 2026-03-01", "price set C-0001 P-88 2.45 --cur USD"],
    part: .taking)

  @Argument var words: [String] = []
  @Option var from: String?
  @Option var cur: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 3 else {
      throw Complaint.missing(
        Text("a customer, a product and a price", "客户, 产品和价格", "客戶, 產品和價格"),
        try: "gendan price set 宏达机械 P-88 18.50 --from 2026-03-01")
    }
    let price = try PriceText.read(words[2])
    return try desk.write { writing, answer in
      let customer = try Customer.named(words[0], in: writing.db)
      let product = try Product.named(words[1], in: writing.db)
      let currency = try cur.map(Currency.read) ?? customer.currency
      let day = try from.map { try desk.day($0, .view, in: writing) } ?? writing.today
      let old = try Price.inForce(product.id, for: customer.id, currency, on: day, in: writing.db)
      try writing.set(price: price, of: product, for: customer, currency, from: day)
      var echo = FieldEcho()
      echo.add(
        QuoteTerm.price.words, old.map { OrderTable.price($0.price) },
        OrderTable.price(price) + " " + currency)
      answer.echo = [
        echo.line("\(customer.name) \(product.name)") + Text(", from ", ", 自 ", ", 自 ")
          + (try desk.dateWords(writing)).full(day)
      ]
    }
  }
}

/// Prices in force and to come.
struct PriceList: BookCommand {
  static let sheet = CommandSheet(
    id: "price.list", word: "list", chinese: ["列表"],
    about: Text("list prices in force and to come", "列出现行和将来的价格", "列出現行和將來的價格"),
    usage: "[CUSTOMER [PRODUCT]] [--as-of DATE] [--all] \(CustomerOptions.usage)",
    examples: ["price list --region 华东", "price list 宏达机械 P-88 --all"], part: .taking)

  @Argument var words: [String] = []
  @Option(name: .customLong("as-of")) var asOf: String?
  @Flag var all = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count <= 2 else {
      throw Complaint(
        .usage,
        Text("a customer, and a product", "只写客户和产品", "只寫客戶和產品"),
        facts: [Text("names with spaces go in quotes", "名称有空格请加引号", "名稱有空格請加引號")],
        try: "gendan price list 宏达机械 P-88")
    }
    return try desk.read { reading in
      let day = try asOf.map { try desk.day($0, .view, in: reading) } ?? reading.today
      let found = try Price.list(
        try customers.filter(at: desk, in: reading),
        customer: try words.first.map { try Customer.named($0, in: reading.db).id },
        product: try words.dropFirst().first.map { try Product.named($0, in: reading.db).id },
        on: all ? nil : day, in: reading.db)
      let dates = try desk.dateWords(reading)
      var answer = Answer("prices", Self.listing(desk.language, dates).list(found))
      let levels = customers.region == nil && customers.class == nil ? [] : ["region", "class"]
      answer.columns =
        ["customer_code", "customer"] + levels
        + ["product_code", "product", "price", "currency", "from", "quote"]
      return answer
    }
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<Price> {
    Listing(
      id: "prices", language: language,
      fields: [
        .init("customer_code", Text("Code", "编号", "編號"), priority: 4) { Cell($0.customerCode) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("region", CustomerWord.region.heading, priority: 2) { Cell(optional: $0.region) },
        .init("class", CustomerWord.class.heading, priority: 3) { price in
          price.level.map { Cell(id: $0, language) } ?? .none
        },
        .init("product_code", Text("Code", "编号", "編號"), priority: 3) { Cell($0.productCode) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("price", OrderField.price.words, .trailing) { Cell(OrderTable.price($0.price)) },
        .init("currency", Text("Currency", "币种", "幣別"), priority: 2) { Cell($0.currency) },
        .init("from", Text("From", "自", "自")) { price in
          Cell(dates.short(price.from), value: .string(price.from.description))
        },
        .init("quote", Noun.quote.heading, priority: 1) { Cell(optional: $0.quote) },
      ])
  }
}
