import ArgumentParser
import Gendan
import GendanOutput

/// What a customer has to pay for an order: lines, total, old balance, deposit and balance.
struct PaymentAmount: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.amount", word: "amount", chinese: ["核算"],
    about: Text("what an order costs and what is paid", "核定货款总额", "核定貨款總額"), usage: "REF",
    examples: ["payment amount 118"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let money = try OrderMoney.of(order.id, in: reading.db)
      let account = try Customer.account(of: order.customerID, currency: order.currency, in: reading.db)
      var list = Gendan.OrderList(.now(reading.today))
      list.filter = .numbered(order.no)
      list.rollsUp = false
      list.order = .number
      let lines = try OrderTable(desk, reading).table("lines", list.rows(in: reading))
        .selecting(["line", "product", "qty", "price", "amount"])
      var blocks: [Document.Block] = [
        .line("\(money.no)   \(money.customer)   \(money.currency)", .strong), .table(lines), .blank,
        .table(table(money, desk.language, try desk.dateWords(reading))),
      ]
      if let commission = try order.commissionAmount(in: reading.db) {
        let label = OrderWord.commission.words + " \(Percent.text(order.commission))%: "
        blocks += [.blank, .line(desk.say(label + commission.withCurrency))]
      }
      if let note = note(money, account) { blocks += [.blank, .line(desk.say(note))] }
      var answer = Answer("money", Document(blocks, json: money.json))
      answer.title = Text("Amount", "货款", "貨款")
      answer.rows = [money.no]
      return answer
    }
  }

  /// What is missing to know the amount, or could still be netted.
  private func note(_ money: OrderMoney, _ account: Int64) -> Text? {
    if let line = money.unpriced.min() {
      return Text("no price yet: ", "还没有单价: ", "還沒有單價: ") + "gendan set \(money.no).\(line) price=…"
    }
    guard account != 0 else { return nil }
    return Text("the customer's account has ", "客户旧账 ", "客戶舊帳 ") + Amount.text(account)
      + Text(": gendan payment net ", ", 冲平: gendan payment net ", ", 沖平: gendan payment net ") + money.no
  }

  private func table(_ money: OrderMoney, _ language: Language, _ dates: DateWords) -> Table {
    var table = Table(
      "money",
      columns: [
        Column("item", Text("What", "款项", "款項")[language]),
        Column("amount", OrderField.amount.words[language], .trailing),
        Column("due", Text("Due", "到期", "到期")[language]),
        Column("state", OrderField.status.words[language]),
      ])
    func add(_ item: Text, _ amount: Int64) {
      table.rows.append(.cells([Cell(item[language]), Cell(amount: amount)]))
    }
    add(Text("Total", "合计", "合計"), money.total)
    if money.netted != 0 {
      add(Text("Old balance netted", "旧账冲平", "舊帳沖平"), money.netted)
      add(Text("To pay", "应付", "應付"), money.payable)
    }
    for part in money.instalments {
      table.rows.append(
        .cells([
          Cell("  " + part.kind.words[language] + (part.shipment.map { " \($0)" } ?? "")),
          Cell(amount: part.amount), Cell(day: part.dueOn, dates), Cell(id: part.state, language),
        ]))
    }
    add(Text("Confirmed", "到账", "到帳"), money.confirmed)
    if money.awaited != 0 { add(Text("Not confirmed", "待财务确认", "待財務確認"), money.awaited) }
    add(Text("Open", "未付", "未付"), money.open)
    return table
  }
}

extension OrderMoney {
  /// The money for machines.
  var json: JSON {
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    let parts = instalments.map { part -> JSON in
      [
        "kind": .string(part.kind.rawValue), "shipment": part.shipment.map { .string($0) } ?? .null,
        "amount": Amount.json(part.amount), "paid": Amount.json(part.paid),
        "due": day(part.dueOn), "requested": day(part.requestedOn), "state": .string(part.state.rawValue),
      ]
    }
    return [
      "no": .string(no), "customer": .string(customer), "currency": .string(currency),
      "total": Amount.json(total), "netted": Amount.json(netted), "payable": Amount.json(payable),
      "deposit": Amount.json(deposit), "confirmed": Amount.json(confirmed),
      "awaited": Amount.json(awaited), "open": Amount.json(open), "instalments": .array(parts),
    ]
  }

  /// `total 48,000.00 CNY   deposit 14,400.00   paid 14,400.00   open 33,600.00`; nil where nobody is asked
  /// for money ahead and nothing was paid.
  var line: Text? {
    guard terms?.isPaidAhead ?? false || claimed != 0 || netted != 0 else { return nil }
    var text = Text("total ", "合计 ", "合計 ") + "\(Amount.text(total)) \(currency)"
    if netted != 0 { text = text + Text("   netted ", "   冲旧账 ", "   沖舊帳 ") + Amount.text(netted) }
    if deposit != 0 { text = text + Text("   deposit ", "   订金 ", "   訂金 ") + Amount.text(deposit) }
    text = text + Text("   paid ", "   到账 ", "   到帳 ") + Amount.text(confirmed)
    if awaited != 0 {
      text = text + Text("   not confirmed ", "   待财务确认 ", "   待財務確認 ") + Amount.text(awaited)
    }
    return text + Text("   open ", "   未付 ", "   未付 ") + Amount.text(open)
  }
}
