import ArgumentParser
import Gendan
import GendanOutput

/// The register of finished business: a line for each order whose file was closed.
struct ReportRegister: BookCommand {
  static let sheet = CommandSheet(
    id: "report.register", word: "register", chinese: ["登记簿", "登記簿"],
    about: Text("the register of finished orders", "完成订单登记簿", "完成訂單登記簿"), usage: "[-p PERIOD] [-L N]",
    examples: ["register", "register -p lastmonth"], part: .evening)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let period = try desk.period(in: reading) ?? Period.month(of: reading.today)
      var lines = try FinishedBusiness.register(period, in: reading)
      if let limit = try desk.limit() { lines = Array(lines.prefix(limit)) }
      let dates = try desk.dateWords(reading)
      let title = Text("Register  ", "登记簿  ", "登記簿  ") + period.description
      var table = Self.listing(desk.language, dates).table(lines)
      table.ruled = true
      var answer = Answer("register", Document([.line(desk.say(title), .strong), .blank, .table(table)]))
      if !lines.isEmpty { answer.document?.blocks.append(.line(desk.say(Self.total(lines)))) }
      answer.rows = lines.map(\.money.no)
      answer.title = title
      return answer
    }
  }

  /// `2 orders   66,400.00 CNY   1,200.00 EUR`.
  private static func total(_ lines: [FinishedBusiness]) -> Text {
    var sums: [String: Int64] = [:]
    for line in lines {
      sums[line.money.currency] =
        sums[line.money.currency, default: 0].addingReportingOverflow(line.money.total).partialValue
    }
    let amounts = sums.sorted { $0.key < $1.key }.map { "   \(Amount.text($0.value)) \($0.key)" }
    return Text("\(lines.count) orders", "\(lines.count) 单", "\(lines.count) 單") + amounts.joined()
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<FinishedBusiness> {
    Listing(
      id: "register", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.money.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.money.customer) },
        .init("po", OrderField.po.words, priority: 3) { Cell(optional: $0.customerPO) },
        .init("amount", OrderField.amount.words, .trailing) { Cell(amount: $0.money.total) },
        .init("currency", CustomerWord.currency.heading, priority: 2) { Cell($0.money.currency) },
        .init("ordered", OrderField.created.words) { Cell(day: $0.money.orderedOn, dates) },
        .init("shipped", Text("Shipped", "发货", "出貨")) { Cell(day: $0.shippedOn, dates) },
        .init("arrived", Text("Arrived", "签收", "簽收")) { Cell(day: $0.arrivedOn, dates) },
        .init("paid", Text("Paid", "收款", "收款")) { Cell(day: $0.money.confirmedOn, dates) },
        .init("open", Text("Not paid", "未付", "未付"), .trailing, priority: 4) {
          $0.money.open == 0 ? .none : Cell(amount: $0.money.open)
        },
        .init("closed", OrderState.closed.heading) { Cell(day: $0.closedOn, dates) },
        .init("clerk", OrderField.clerk.words, priority: 1) { Cell(optional: $0.clerk) },
      ])
  }
}

extension FinishedBusiness {
  /// What `close` echoes of its line in the register.
  func echo(_ dates: DateWords) -> Text {
    func part(_ label: Text, _ day: Day?) -> Text? { day.map { label + " " + dates.short($0) } }
    return [
      part(Text("ordered", "接单", "接單"), money.orderedOn), part(Text("shipped", "发货", "出貨"), shippedOn),
      part(Text("arrived", "签收", "簽收"), arrivedOn), part(Text("paid", "收款", "收款"), money.confirmedOn),
      Text(verbatim: "\(Amount.text(money.total)) \(money.currency)"),
    ].compactMap { $0 }.joined("  ")
  }
}
