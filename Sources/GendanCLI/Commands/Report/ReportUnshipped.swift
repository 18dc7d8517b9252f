import ArgumentParser
import Gendan
import GendanOutput

/// What is finished and has not left: for how long, what is open of its money, and what was decided (R-186, P16).
struct ReportUnshipped: BookCommand {
  static let sheet = CommandSheet(
    id: "report.unshipped", word: "unshipped", chinese: ["待发货", "待出貨"],
    about: Text("finished goods that have not left", "完工未发货", "完工未出貨"),
    usage: "[--for CLERK] [--check]",
    examples: ["unshipped", "unshipped --for chenting", "unshipped --check -q"],
    part: .delivery)

  @Option(name: .customLong("for")) var clerk: String?
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let login = try clerk.map { try User.named($0, in: reading.db).login }
      let goods = try FinishedGoods.all(clerk: login, in: reading)
      let lines = try goods.map { Line(goods: $0, money: try OrderMoney.of($0.order, in: reading.db)) }
      let dates = try desk.dateWords(reading)
      var table = Self.listing(desk.language, dates).table(lines)
      table.ruled = true
      let undecided = goods.filter { !$0.isDecided }.count
      var answer = Answer(
        "unshipped",
        Document([
          .line(
            desk.say(
              Text("Finished, not shipped  ", "完工未发货  ", "完工未出貨  ") + dates.full(reading.today)
                + Text(
                  "   \(goods.count), undecided \(undecided)", "   \(goods.count) 行, 未定 \(undecided)",
                  "   \(goods.count) 行, 未定 \(undecided)")), .strong), .blank, .table(table),
        ]))
      answer.title = Self.sheet.about
      answer.rows = goods.map(\.orderNo)
      answer.extra = [.init("undecided", .integer(Int64(undecided)))]
      if check && !goods.isEmpty { answer.exit = .attention }
      if check && desk.options.quiet { answer.verbatim = "" }
      return answer
    }
  }

  /// Goods with their order's money.
  private struct Line {
    let goods: FinishedGoods
    let money: OrderMoney
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<Line> {
    Listing(
      id: "unshipped", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.goods.orderNo) },
        .init("line", Noun.line.heading, .trailing, priority: 6) { Cell(number: $0.goods.lineNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.goods.customer) },
        .init("product", OrderField.product.words, priority: 1, shrinks: true) { Cell($0.goods.product) },
        .init("qty", Text("Ready", "待发数", "待出數"), .trailing) { Cell($0.goods.quantity) },
        .init("finished", Text("Finished", "完工", "完工")) { Cell(day: $0.goods.finishedOn, dates) },
        .init("waiting", Text("Waits", "已等", "已等"), .trailing) { line in
          let days = dates.calendar.workingDays(from: line.goods.finishedOn, to: dates.today)
          return Cell(DateWords.days(days)[language], value: .integer(Int64(days)))
        },
        .init("due", OrderField.due.words, priority: 2) { Cell(day: $0.goods.dueOn, dates) },
        .init("balance", Text("Balance open", "未收款", "未收款"), .trailing, priority: 3) { line in
          // Without its prices nobody knows what an order is worth.
          guard line.money.unpriced.isEmpty else { return Cell("-", value: .null) }
          return Cell(line.money.money(line.money.open).grouped, value: Amount.json(line.money.open))
        },
        .init("currency", Text("Currency", "币种", "幣別"), priority: 8) { Cell($0.money.currency) },
        .init("decision", Text("Decision", "决定", "決定")) { line in
          guard line.goods.isDecided, let decision = line.goods.decision else {
            return Cell(Text("undecided", "未定", "未定")[language], value: .null)
          }
          return Cell(id: decision.ruling, language)
        },
        .init("decided_by", Text("By", "决定人", "決定人"), priority: 4) { line in
          Cell(optional: line.goods.isDecided ? line.goods.decision?.by : nil)
        },
        .init("note", OrderField.note.words, priority: 5, shrinks: true) { line in
          Cell(optional: line.goods.isDecided ? line.goods.decision?.note : nil)
        },
        .init("clerk", OrderField.clerk.words, priority: 7) { Cell(optional: $0.goods.clerk) },
      ])
  }
}
