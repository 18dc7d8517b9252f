import ArgumentParser
import Gendan

/// Takes an order in one line.
struct OrderNew: BookCommand {
  static let sheet = CommandSheet(
    id: "order.new", word: "new", chinese: ["新", "接单", "接單"],
    about: Text("take an order", "接单", "接單"),
    usage:
      "CUSTOMER PRODUCT QTY [PRODUCT QTY…] | --quote NO [QTY] | --like REF [QTY] [--price P] [--want DATE] [--promise DATE]"
      + " [--prio H|M|L] [--kind domestic|export] [OPTION…]",
    examples: [
      "new 宏达机械 法兰DN50 300 --price 36.5 --po HD-26-0377 --want 2026-04-03",
      "new C-0001 P-88 500 P-90 200 --promise +15wd",
      "new --like 118 300 --want +15wd",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @Option var po: String?
  @Option var price: String?
  @Option var discount: String?
  @Option var quote: String?
  @Option var like: String?
  @Option var cur: String?
  @Option var terms: String?
  @Option var want: String?
  @Option var promise: String?
  @Option var on: String?
  @Option var prio: String?
  @Option var clerk: String?
  @Option var carrier: String?
  @Option var note: String?
  @Option var kind: String?
  @Option var channel: String?
  @Option var received: String?
  @Option var salesperson: String?
  @Option var commission: String?
  @Option var special: String?
  @Option(name: .customLong("goods-color")) var color: String?
  @Option var spec: String?
  @Option var require: String?
  @Flag(name: .customLong("new-material")) var isNewMaterial = false
  @Option var carton: String?
  @Option var packing: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if words.isEmpty, quote == nil, like == nil, let wizard = OrderNewWizard(desk) {
      // The options that were typed stand; what was asked for joins them.
      let typed = Array((LineWords.split(desk.line) ?? []).drop { !$0.hasPrefix("-") })
      let words = try wizard.words() + typed
      desk.retype(Program.line(["new"] + words))
      guard let asked = try Self.parsed(words) else {
        throw Complaint.missing(Noun.order.words, try: Self.sheet.examples[0])
      }
      return try asked.run(at: desk)
    }
    let isCopied = quote != nil || like != nil
    guard words.count % 2 == 1 && words.count >= 3 || isCopied && words.count <= 1,
      quote == nil || like == nil
    else {
      var complaint = Complaint(
        .usage,
        Text(
          "an order needs a customer, and a product and quantity a line", "接单要写客户, 每行一个产品和数量",
          "接單要寫客戶, 每行一個產品和數量"),
        facts: [
          Text("names with spaces go in quotes", "名称有空格请加引号", "名稱有空格請加引號")
        ], try: "gendan new 宏达机械 法兰DN50 300 --want +15wd")
      if let last = words.last, words.count % 2 == 0, want == nil, DatePhrase.isDate(last) {
        complaint.mend = Complaint.placing(last, behind: "--want")
      }
      throw complaint
    }
    let customerPO = po
    return try desk.write { writing, answer in
      let repeated = try like.map { try RepeatedOrder($0, at: desk, in: writing) }
      let quoted = try QuotedGoods(quote, try repeated?.words(words) ?? words, in: writing)
      let customer = try customer(quoted.words, in: writing)
      let order = try newOrder(customer, quoted, repeated, at: desk, in: writing)
      let (_, no) = try writing.take(order)
      writing.entry.subject = no
      answer.touched = [no]
      answer.echo = try echo(no, customer, order, desk, writing) + conversions(quoted, writing)
      if let customerPO { answer.warnings = try namesakes(customerPO, customer, no, writing) }
      answer.warnings += Complaint.unread(terms: terms)
      answer.warnings += try unnetted(customer, order, no, writing)
      let days = order.lines.flatMap(\.schedules).flatMap { [$0.requestedOn, $0.promisedOn] }.compactMap {
        $0
      }
      answer.warnings += try desk.warning(days, in: writing)
      if let promised = order.lines.first?.schedules.first?.promisedOn,
        let taken = try Order.numbered(no, in: writing.db)
      {
        answer.warnings += try desk.doubts(promised: promised, of: Referenced(order: taken), in: writing)
      }
    }
  }

  /// The customer of the first word. Where only a word behind it names one, the line is offered in its order.
  private func customer(_ words: [String], in writing: Writing) throws -> Customer {
    do {
      return try Customer.named(words[0], in: writing.db)
    } catch BookError.notFound(let noun, let typed, let near) {
      var complaint = Complaint.of(BookError.notFound(noun, typed, near: near))
      let others = words.dropFirst().filter { !$0.allSatisfy(\.isNumber) }
      if let named = try others.first(where: { try isCustomer($0, in: writing) }) {
        complaint.mend = { line in
          guard let front = line.firstIndex(of: words[0]), let place = line.lastIndex(of: named) else {
            return nil
          }
          var line = line
          line.insert(line.remove(at: place), at: front)
          return line
        }
      }
      throw complaint
    }
  }

  private func isCustomer(_ word: String, in writing: Writing) throws -> Bool {
    do {
      _ = try Customer.named(word, in: writing.db)
      return true
    } catch BookError.notFound {
      return false
    } catch BookError.ambiguous {
      return true
    }
  }

  private func newOrder(
    _ customer: Customer, _ quoted: QuotedGoods, _ repeated: RepeatedOrder?, at desk: Desk,
    in writing: Writing
  ) throws -> NewOrder {
    let ordered = try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today
    try writing.allow(factOn: ordered)
    var order = NewOrder(
      customer: customer.id, orderedOn: ordered,
      currency: try cur.map(Currency.read) ?? quoted.quote?.offer.currency ?? repeated?.order.currency
        ?? customer.currency)
    repeated?.fill(&order)
    order.customerPO = po
    order.priority = try prio.map(Priority.read) ?? .normal
    order.clerk =
      try clerk.map { try User.named($0, in: writing.db).id }
      ?? customer.clerk.map { try User.named($0, in: writing.db).id } ?? writing.user.id
    order.terms =
      terms.filled ?? quoted.quote?.offer.terms ?? order.terms ?? customer.fields[.terms]
    order.carrier = carrier ?? order.carrier
    order.note = note
    order.dateMeaning = customer.dateMeaning
    try describe(&order, at: desk, in: writing)
    let wanted = try want.map { try desk.day($0, .plan, in: writing) }
    let promised = try promise.map { try desk.day($0, .plan, in: writing) }
    for index in stride(from: 1, to: quoted.words.count, by: 2) {
      let product = try Product.named(quoted.words[index], in: writing.db)
      try writing.pass(current: product)
      let quantity = try TypedQuantity(quoted.words[index + 1], of: product, in: writing)
      var line = NewLine(
        product: product.id,
        [NewSchedule(quantity: quantity.smallest, requestedOn: wanted, promisedOn: promised)])
      let before = repeated?.fill(&line, of: product)
      line.discount = try discount.map(Percent.read) ?? line.discount
      line.isNewMaterial = isNewMaterial
      try quoted.price(&line, typed: price ?? before, in: order, writing)
      line.color = color.filled ?? line.color
      line.spec = spec.filled ?? line.spec
      line.requirement = require.filled ?? line.requirement
      line.packing.perCarton =
        try carton.filled.map { try Self.quantity($0, decimals: product.decimals) } ?? line.packing.perCarton
      line.packing.text = packing.filled ?? line.packing.text
      line.underTolerance = customer.underTolerance
      line.overTolerance = customer.overTolerance
      order.lines.append(line)
    }
    try quoted.verify(order)
    return order
  }

  /// What is said of the order as a contract. Where the firm reviews orders, the reply clock starts when
  /// an order is taken, unless it is said when it came.
  private func describe(_ order: inout NewOrder, at desk: Desk, in writing: Writing) throws {
    if let kind { order.kind = try Spelling.read(kind, as: Text("kind", "类别", "類別")) }
    if let channel { order.channel = try Spelling.read(channel, as: Text("channel", "来单方式", "來單方式")) }
    if let received {
      order.receivedAt = try desk.moment(received, in: writing).began(utcOffset: writing.utcOffset)
    } else if try order.channel != nil || writing.settings().flow != .simple {
      order.receivedAt = order.orderedOn == writing.today ? writing.now : nil
    }
    order.salesperson = try salesperson.filled.map { try User.named($0, in: writing.db).id }
    order.commission = try commission.map(Percent.read) ?? order.commission
    order.special = special.filled
  }

  /// A quantity of at least one smallest unit, small enough that worth can be computed.
  static func quantity(_ text: String, decimals: Int) throws -> Int64 {
    let quantity = try DecimalText.parse(text, decimals: decimals)
    guard quantity > 0 else { throw notAboveZero(text) }
    guard quantity <= 1_000_000_000_000 else { throw BookError.tooLarge(text) }
    return quantity
  }

  static func notAboveZero(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Text("the quantity \"\(text)\" is not above zero", "数量 \"\(text)\" 要大于零", "數量 \"\(text)\" 要大於零"))
  }

  /// A price of a unit in 1/10000 of the currency's, not below zero.
  static func price(_ text: String) throws -> Int64 {
    let price = try DecimalText.parse(text, decimals: 4)
    guard price >= 0 else {
      throw Complaint(
        .usage,
        Text("the price \"\(text)\" is below zero", "单价 \"\(text)\" 不能小于零", "單價 \"\(text)\" 不能小於零"))
    }
    return price
  }

  /// An old balance is netted when the order is priced; that it is there must not be overlooked.
  private func unnetted(_ customer: Customer, _ order: NewOrder, _ no: String, _ reading: Reading) throws
    -> [Complaint]
  {
    let account = try Customer.account(of: customer.id, currency: order.currency, in: reading.db)
    guard account != 0 else { return [] }
    return [
      Complaint(
        .ok,
        Text("note: the customer's account has ", "注意: 客户旧账 ", "注意: 客戶舊帳 ") + Amount.text(account),
        try: "gendan payment net \(no)")
    ]
  }

  /// A customer's own number that stands already is only a warning: customers repeat theirs.
  private func namesakes(_ po: String, _ customer: Customer, _ no: String, _ reading: Reading) throws
    -> [Complaint]
  {
    let others = try Order.customerPO(po, in: reading.db).filter {
      $0.customerID == customer.id && $0.no != no
    }
    return others.prefix(1).map {
      Complaint(
        .ok,
        Text("note: \($0.no) has the number \(po) too", "注意: \($0.no) 也是 \(po)", "注意: \($0.no) 也是 \(po)"),
        try: "gendan show \($0.no)")
    }
  }

  /// What was typed in another unit than the product's, and what it came to.
  private func conversions(_ quoted: QuotedGoods, _ reading: Reading) throws -> [Text] {
    let converted = try stride(from: 1, to: quoted.words.count, by: 2).compactMap { index in
      try TypedQuantity(
        quoted.words[index + 1], of: Product.named(quoted.words[index], in: reading.db), in: reading
      ).conversion
    }
    return converted.isEmpty ? [] : [Text(verbatim: "  ") + converted.joined(", ")]
  }

  private func echo(
    _ no: String, _ customer: Customer, _ order: NewOrder, _ desk: Desk, _ reading: Reading
  ) throws -> [Text] {
    let dates = try desk.dateWords(reading)
    var rows = Gendan.OrderList(.now(reading.today))
    rows.filter = .numbered(no)
    rows.rollsUp = false
    let lines = try rows.rows(in: reading)
    let goods = lines.prefix(3).map { "\($0.product) \($0.quantity.text) \($0.quantity.unit)" }
    var second = Text(verbatim: "  " + goods.joined(separator: ", "))
    let amounts = lines.compactMap(\.amount)
    if let first = amounts.first, amounts.count == lines.count {
      let sum = Money(tenThousandths: amounts.reduce(0) { $0 + $1.tenThousandths }, currency: first.currency)
      second = second + "   \(Decimal.text(sum.cents, decimals: 2, grouped: true)) \(sum.currency)"
    }
    var third = Text(verbatim: "  ")
    if let day = order.lines.first?.schedules.first?.requestedOn {
      third = third + Text("wanted ", "要求 ", "要求 ") + dates.echo(day) + "   "
    }
    if let day = order.lines.first?.schedules.first?.promisedOn {
      third = third + Text("promised ", "答复 ", "答覆 ") + dates.echo(day)
    } else {
      third =
        third
        + Text(
          "not promised yet: gendan promise \(no) DATE", "未答复交期: gendan promise \(no) 日期",
          "未答覆交期: gendan promise \(no) 日期")
    }
    return [
      Text("taken ", "已接单 ", "已接單 ") + "\(no)  \(customer.name)" + (order.customerPO.map { "  \($0)" } ?? ""),
      second, third,
    ]
  }
}
