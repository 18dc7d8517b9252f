import ArgumentParser
import Gendan
import GendanOutput

/// Payments of an order, or those that finance has to look for.
struct PaymentList: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.list", word: "list", chinese: ["列表"],
    about: Text("list payments", "列出收款", "列出收款"), usage: "[REF | --unconfirmed] [-L N]",
    examples: ["payment list 118", "payment list --unconfirmed"], part: .delivery)

  @Argument var words: [String] = []
  @Flag var unconfirmed = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = words.isEmpty ? nil : try desk.reference(&words, in: reading).order
      var payments =
        unconfirmed
        ? try Payment.unconfirmed(in: reading.db) : try Payment.list(of: order?.id, in: reading.db)
      if unconfirmed, let order { payments.removeAll { $0.order != order.id } }
      if let limit = try desk.limit() { payments = Array(payments.prefix(limit)) }
      let dates = try desk.dateWords(reading)
      var answer = Answer("payments", Self.listing(desk.language, dates).list(payments))
      answer.title = Noun.payment.words
      return answer
    }
  }

  static func listing(_ language: Language, _ dates: DateWords) -> Listing<Payment> {
    Listing(
      id: "payments", language: language,
      fields: [
        .init("payment", Noun.payment.words) { Cell($0.no) },
        .init("no", OrderField.no.words) { Cell($0.orderNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("on", Text("On", "日期", "日期")) { Cell(day: $0.happenedOn, dates) },
        .init("amount", OrderField.amount.words, .trailing) { Cell(amount: $0.amount) },
        .init("confirmed", Text("Confirmed", "到账", "到帳"), .trailing) { Cell(amount: $0.confirmed) },
        .init("bank", Text("Bank day", "到账日", "到帳日"), priority: 2) { Cell(day: $0.bankOn, dates) },
        .init("currency", CustomerWord.currency.heading, priority: 4) { Cell($0.currency) },
        .init("state", OrderField.status.words) { Cell(id: $0.state, language) },
        .init("method", Text("Method", "方式", "方式"), priority: 3) { Cell(optional: $0.method) },
        .init("by", Text("Entered by", "登记人", "登記人"), priority: 5) { Cell(optional: $0.by) },
        .init("note", OrderField.note.words, priority: 6, shrinks: true) { Cell(optional: $0.note) },
      ])
  }
}

/// What is due or overdue, the longest due first.
struct PaymentDue: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.due", word: "due", chinese: ["应收", "應收"],
    about: Text("what customers have to pay by today", "到期应收的货款", "到期應收的貨款"), usage: "[-p PERIOD] [-L N]",
    examples: ["payment due", "payment due -p thisweek"], part: .supervisor)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var due = try Receivable.due(desk.period(in: reading), in: reading)
      if let limit = try desk.limit() { due = Array(due.prefix(limit)) }
      let listing = Self.listing(desk.language, try desk.dateWords(reading))
      var answer = Answer("receivables", listing.list(due))
      answer.title = Text("Payments due", "到期应收", "到期應收")
      let untold = try Receivable.withoutTerms(in: reading)
      answer.extra = [.init("without_terms", .array(untold.map { .string($0.no) }))]
      if let first = untold.first {
        let remedy = Fault.unsaid(.terms, line: nil).remedy(first.no, of: .order, isAgreed: first.isAgreed)
        answer.document?.blocks += [
          .line(
            desk.say(
              Text(
                "shipped, not paid, and without terms that say when:", "已发货未付清, 没有可算到期日的付款方式:",
                "已出貨未付清, 沒有可算到期日的付款方式:")), .faint),
          .line("  " + Self.few(untold.map(\.no)), .faint),
          .line("  " + OfferedLine.text(remedy, desk.language), .faint),
        ]
      }
      return answer
    }
  }

  /// `SO2603-0001, SO2603-0004, SO2603-0007, SO2603-0011 +2`.
  private static func few(_ numbers: [String]) -> String {
    numbers.prefix(4).joined(separator: ", ") + (numbers.count > 4 ? " +\(numbers.count - 4)" : "")
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<Receivable> {
    Listing(
      id: "receivables", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.money.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.money.customer) },
        .init("kind", Text("What", "款项", "款項")) { Cell(id: $0.part.kind, language) },
        .init("shipment", Noun.shipment.heading, priority: 3) { Cell(optional: $0.part.shipment) },
        .init("amount", OrderField.amount.words, .trailing, priority: 2) { Cell(amount: $0.part.amount) },
        .init("open", Text("Open", "未付", "未付"), .trailing) { Cell(amount: $0.part.open) },
        .init("currency", CustomerWord.currency.heading, priority: 4) { Cell($0.money.currency) },
        .init("due", Text("Due", "到期", "到期")) { Cell(day: $0.part.dueOn, dates) },
        .init("days", Text("Days", "超期天数", "逾期天數"), .trailing) { row in
          row.ageing == nil
            ? .none
            : Cell(String(row.daysOverdue), value: .integer(Int64(row.daysOverdue)), style: .overdue)
        },
        .init("ageing", Text("Ageing", "账龄", "帳齡")) { row in
          row.ageing.map { Cell(id: $0, language) } ?? .none
        },
        .init("state", OrderField.status.words, priority: 1) { Cell(id: $0.part.state, language) },
      ])
  }
}
