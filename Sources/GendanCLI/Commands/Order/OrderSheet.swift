import ArgumentParser
import Gendan
import GendanOutput

/// The order in writing, on one standard form; with a place to sign, it is what is sent back to the customer
///
struct OrderSheet: BookCommand {
  static let sheet = CommandSheet(
    id: "order.sheet", word: "sheet", chinese: ["订货单", "訂貨單"],
    about: Text("the order on the standard form", "标准订货单", "標準訂貨單"), usage: "REF [--confirmation]",
    examples: ["sheet 118", "sheet 118 --confirmation --lang en -O markdown"], part: .taking)

  @Argument var words: [String] = []
  @Flag var confirmation = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      if confirmation { try reading.verifyAnswerable(order) }
      let form = try OrderForm(order, at: desk, in: reading)
      var answer = Answer("sheet", Document(form.blocks(isConfirmation: confirmation), json: form.json))
      answer.document?.records = form.lines
      if confirmation, let due = try order.replyDue(reading.settings()),
        try Reply.of(order.id, in: reading.db).isEmpty
      {
        // The sheet that goes back is the answer: one clock runs for both.
        let clock = ReplyClock(due: due, now: reading.now).words
        answer.warnings = [
          Complaint(
            .ok, order.label + Text("answer ", "回复", "回覆") + clock,
            try: "gendan reply \(order.no) --via fax")
        ]
      }
      // A reader cannot take it upon himself, and a supervisor may have: it is said, not refused.
      if confirmation { answer.warnings += try desk.brokenPromise(of: order, in: reading) }
      answer.touched = [order.no]
      answer.isOutward = confirmation
      return answer
    }
  }
}

/// The standard form of an order: who, what, and on which terms.
struct OrderForm {
  private let order: Order
  private let desk: Desk
  private let dates: DateWords
  private let customer: Customer
  private let money: OrderMoney
  private let rows: [OrderRow]
  private let bank: String
  let lines: Table

  init(_ order: Order, at desk: Desk, in reading: Reading) throws {
    self.order = order
    self.desk = desk
    dates = try desk.dateWords(reading)
    customer = try Customer.named(order.customerCode, in: reading.db)
    money = try OrderMoney.of(order.id, in: reading.db)
    bank = try reading.settings()[.bankAccount]
    var list = Gendan.OrderList(.now(reading.today))
    list.filter = .numbered(order.no)
    list.rollsUp = false
    list.order = .number
    rows = try list.rows(in: reading)
    let dates = dates
    lines = Self.listing(desk.language, dates).table(rows)
  }

  func blocks(isConfirmation: Bool) -> [Document.Block] {
    let labels = facts.map { CellWidth.of(desk.say($0.label)) }.max() ?? 0
    var blocks: [Document.Block] = [
      .line(desk.say(Text("Order sheet  ", "订货单  ", "訂貨單  ") + order.no), .strong), .rule,
    ]
    blocks += facts.map {
      .line("\(CellWidth.pad(desk.say($0.label), to: labels))  \(desk.say($0.text))")
    }
    blocks += [.blank, .table(lines), .blank]
    blocks += conditions.map { .line(desk.say($0)) }
    if isConfirmation { blocks += signature }
    return blocks
  }

  private var facts: [(label: Text, text: Text)] {
    var facts: [(label: Text, text: Text)] = [
      (OrderField.customer.words, Text(verbatim: "\(order.customer) (\(order.customerCode))"))
    ]
    func add(_ label: Text, _ text: String?) {
      if let text, !text.isEmpty { facts.append((label, Text(verbatim: text))) }
    }
    for field in [CustomerField.address, .contact, .phone, .fax] {
      add(CustomerWord(rawValue: field.rawValue)?.heading ?? field.words, customer.fields[field])
    }
    add(OrderField.po.words, order.customerPO)
    facts.append((OrderField.created.words, dates.full(order.orderedOn)))
    if order.kind == .export { facts.append((OrderField.kind.words, order.kind.words)) }
    if order.version > 1 { add(Text("Version", "版本", "版本"), String(order.version)) }
    return facts
  }

  private var conditions: [Text] {
    var texts: [Text] = []
    if money.unpriced.isEmpty {
      texts.append(
        Text("Total ", "合计 ", "合計 ") + "\(Amount.text(money.total)) \(money.currency)"
          + (money.deposit > 0
            ? Text("   deposit ", "   订金 ", "   訂金 ") + Amount.text(money.deposit) : Text(verbatim: "")))
    }
    func add(_ label: Text, _ text: String?) {
      if let text { texts.append(label + ": " + text) }
    }
    add(OrderTerm.terms.words, order.terms)
    add(OrderWord.special.words, order.special)
    add(OrderField.carrier.words, order.carrier)
    add(OrderField.note.words, order.note)
    return texts
  }

  /// What the customer signs.
  private var signature: [Document.Block] {
    let ask = Text(
      "Please check colour, quantity and date, sign and send this sheet back.", "请核对颜色, 数量, 交期, 签字盖章后回传。",
      "請核對顏色, 數量, 交期, 簽字蓋章後回傳。")
    let sign = Text(
      "Confirmed by: ______________________   Date: ______________",
      "客户确认 (签字盖章): ______________________   日期: ______________",
      "客戶確認 (簽字蓋章): ______________________   日期: ______________")
    let account: [Document.Block] =
      bank.isEmpty ? [] : [.line(desk.say(Text("Account: ", "收款账号: ", "收款帳號: ") + bank))]
    return account + [.blank, .line(desk.say(ask)), .blank, .line(desk.say(sign))]
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<OrderRow> {
    Listing(
      id: "lines", language: language,
      fields: [
        .init("line", OrderField.line.words, .trailing) { Cell(number: $0.lineNo) },
        .init("product_code", Text("Code", "编号", "編號")) { Cell($0.productCode) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("color", OrderField.color.words) { Cell(optional: $0.color) },
        .init("spec", OrderField.spec.words, shrinks: true) { Cell(optional: $0.spec) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("unit", Text("Unit", "单位", "單位")) { Cell($0.quantity.unit) },
        .init("price", OrderField.price.words, .trailing) { row in
          row.price.map { Cell(OrderTable.price($0)) } ?? .none
        },
        .init("amount", OrderField.amount.words, .trailing) { row in
          row.amount.map { Cell(amount: $0.cents) } ?? .none
        },
        .init("due", OrderField.due.words) { row in
          row.dueOn.map { Cell($0.description) } ?? .none
        },
        .init("requirement", OrderTerm.requirement.words, shrinks: true) {
          Cell($0.requirement == "-" ? "" : $0.requirement ?? "")
        },
      ])
  }

  /// The form for machines.
  var json: JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    return [
      "no": .string(order.no), "version": .integer(Int64(order.version)),
      "customer": .string(order.customer), "customer_code": .string(order.customerCode),
      "address": text(customer.fields[.address]), "contact": text(customer.fields[.contact]),
      "phone": text(customer.fields[.phone]), "fax": text(customer.fields[.fax]),
      "po": text(order.customerPO), "created": .string(order.orderedOn.description),
      "kind": .string(order.kind.rawValue), "terms": text(order.terms), "special": text(order.special),
      "currency": .string(order.currency),
      "total": money.unpriced.isEmpty ? Amount.json(money.total) : .null,
      "deposit": Amount.json(money.deposit), "lines": lines.json,
    ]
  }
}
