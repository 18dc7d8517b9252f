import ArgumentParser
import Gendan
import GendanOutput

/// The list of what was sold on a day, or sales by customer, region, product or clerk (R-391, R-405, P8).
struct ReportSales: BookCommand {
  static let sheet = CommandSheet(
    id: "report.sales", word: "sales", chinese: ["销售", "銷售"],
    about: Text("sales of a day, or by region, product …", "销售清单, 或按区域 产品汇总", "銷售清單, 或按區域 產品彙總"),
    usage: "[--day] [-p PERIOD] [--by customer|region|product|clerk]",
    examples: ["report sales --day", "report sales -p month --by region"], part: .evening)

  @Flag var day = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let grouping: Turnover.Grouping? = try desk.grouping()
      let standard = grouping == nil || day ? Period.day(reading.today) : .month(of: reading.today)
      let period = try desk.period(in: reading) ?? standard
      let dates = try desk.dateWords(reading)
      let title = Text("Sales  ", "销售  ", "銷售  ") + dates.span(period)
      guard let grouping else { return try list(period, title, at: desk, reading) }
      var page = try ReportPage(
        "sales", title + Text("   by ", "   按", "   按") + grouping.words, at: desk)
      let lines = try Turnover(period, by: grouping).lines(in: reading)
      try page.table(Turnover.listing("sales", grouping, desk.language).table(lines))
      page.note(Turnover.note)
      return page.answer()
    }
  }

  /// A row a line of an order, with the sums of each currency.
  private func list(_ period: Period, _ title: Text, at desk: Desk, _ reading: Reading) throws -> Answer {
    let lines = try SalesLine.taken(in: period, reading)
    var page = try ReportPage("sales", title, at: desk)
    try page.table(SalesLine.listing("sales", desk.language).table(lines), numbers: lines.map(\.no))
    var sums: [String: Int64] = [:]
    for money in lines.compactMap(\.amount) { sums[money.currency, default: 0] += money.cents }
    let orders = Set(lines.map(\.no)).count
    page.note(
      Text("orders \(orders)  ", "\(orders) 单  ", "\(orders) 單  ") + Cell(amounts: sums).text)
    return page.answer()
  }
}

extension SalesLine {
  /// What is shown of a line that was sold.
  static func listing(_ id: String, _ language: Language) -> Listing<SalesLine> {
    Listing(
      id: id, language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("line", OrderField.line.words, .trailing, priority: 5) { Cell(number: $0.lineNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("product_code", Text("Code", "编号", "編號"), priority: 6) { Cell($0.productCode) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("unit", Text("Unit", "单位", "單位"), priority: 4) { Cell($0.quantity.unit) },
        .init("price", OrderField.price.words, .trailing, priority: 2) { line in
          line.price.map { Cell(OrderTable.price($0), value: .string(OrderTable.price($0))) } ?? .none
        },
        .init("amount", OrderField.amount.words, .trailing) { line in
          line.amount.map { Cell(amount: $0.cents) } ?? Cell("-", value: .null)
        },
        .init("currency", CustomerWord.currency.heading) { Cell($0.currency) },
        .init("clerk", OrderField.clerk.words, priority: 3) { Cell(optional: $0.clerk) },
      ])
  }
}

extension Turnover.Grouping: Worded {
  var words: Text {
    switch self {
    case .customer: OrderField.customer.words.lowercased
    case .region: CustomerField.region.words
    case .product: OrderField.product.words.lowercased
    case .clerk: OrderField.clerk.words.lowercased
    }
  }
}

extension Text {
  /// As it stands within a sentence.
  var lowercased: Text { Text(english.lowercased(), simplified, traditional) }
}

extension Turnover {
  /// How its amounts are counted.
  static let note = Text(
    "at order prices; shipped less short and damaged; received: found by finance; currencies apart",
    "金额按订单价; 发货已减短少和损坏; 到账以财务确认为准; 各币种分列",
    "金額按訂單價; 出貨已減短少和損壞; 到帳以財務確認為準; 各幣別分列")

  /// What is shown of a group's turnover.
  static func listing(
    _ id: String, _ grouping: Grouping?, _ language: Language
  ) -> Listing<Turnover.Line> {
    let group: [Listing<Turnover.Line>.Field] =
      grouping.map { grouping in
        [
          .init(grouping.rawValue, grouping.words.capitalized, shrinks: true) {
            Cell(group: $0.group, language)
          }
        ]
      } ?? []
    return Listing(
      id: id, language: language,
      fields: group + [
        .init("currency", CustomerWord.currency.heading) { Cell($0.currency) },
        .init("orders", Text("Orders", "订单数", "訂單數"), .trailing) { Cell(count: $0.orders) },
        .init("ordered", Text("Ordered", "接单金额", "接單金額"), .trailing) { Cell(amount: $0.ordered) },
        .init("unpriced", Text("Unpriced", "无价行", "無價行"), .trailing, priority: 5) {
          Cell(count: $0.unpriced)
        },
        .init("notes", Text("Notes", "送货单", "送貨單"), .trailing, priority: 2) { Cell(count: $0.shipments) },
        .init("shipped_qty", Text("Shipped", "发货数", "出貨數"), .trailing, priority: 3) { line in
          line.shippedQuantity.map { Cell($0) } ?? (line.shipments > 0 ? Cell("n/a", value: .null) : .none)
        },
        .init("shipped", Text("Shipped amount", "发货金额", "出貨金額"), .trailing) { Cell(amount: $0.shipped) },
        .init("received", Text("Received", "到账", "到帳"), .trailing) { line in
          grouping == .product ? Cell("n/a", value: .null) : Cell(amount: line.received)
        },
      ])
  }
}

extension Text {
  /// As it stands above a column.
  var capitalized: Text {
    Text(english.prefix(1).uppercased() + english.dropFirst(), simplified, traditional)
  }
}
