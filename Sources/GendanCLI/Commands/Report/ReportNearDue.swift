import ArgumentParser
import Gendan
import GendanOutput

/// What is due within a few days: how far it is, and what stands in the way (R-172, P17).
struct ReportNearDue: BookCommand {
  static let sheet = CommandSheet(
    id: "report.near-due", word: "near-due", chinese: ["临近交期", "臨近交期"],
    about: Text("what is due within a few days", "临近交期的订单", "臨近交期的訂單"),
    usage: "[FILTER…] [--days N] [--check]",
    examples: ["report near-due", "report near-due --days 7 跟单:chenting"], part: .morning)

  @Argument var words: [String] = []
  @Option var days: Int?
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let days = try min(max(days ?? reading.settings().number(.nearDueDays), 0), 3650)
      let lines = try NearDue.all(
        by: reading.today.adding(days: days), desk.filter(words, in: reading), in: reading)
      let dates = try desk.dateWords(reading)
      let tables = try OrderTable(desk, reading)
      var page = try ReportPage(
        "near-due",
        Text("Due within \(days) days  ", "\(days) 天内到期  ", "\(days) 天內到期  ") + dates.full(reading.today),
        at: desk)
      try page.table(Self.listing(desk.language, dates, tables).table(lines), numbers: lines.map(\.row.no))
      page.note(
        Text(
          "against the latest promise, calendar days; done: made or shipped", "按最新答复交期, 日历天; 完成: 已完工或已发货",
          "按最新答覆交期, 日曆天; 完成: 已完工或已出貨"))
      return page.answer(check: check)
    }
  }

  private static func listing(
    _ language: Language, _ dates: DateWords, _ tables: OrderTable
  ) -> Listing<NearDue> {
    Listing(
      id: "near-due", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.row.no) },
        .init("line", OrderField.line.words, .trailing, priority: 5) { Cell(number: $0.row.lineNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { line in
          Cell(
            (line.row.isRush ? OrderTable.rush[language] : "") + line.row.customer,
            value: .string(line.row.customer))
        },
        .init("product", OrderField.product.words, priority: 1, shrinks: true) { Cell($0.row.product) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.row.quantity) },
        .init("due", OrderField.due.words) { Cell(day: $0.row.dueOn, dates) },
        .init("days", Text("Left", "还有", "還有"), .trailing) { line in
          let left = (line.row.dueOn ?? dates.today) - dates.today
          return Cell(DateWords.days(left)[language], value: .integer(Int64(left)))
        },
        .init("percent", Text("Done", "完成率", "完成率"), .trailing) { Cell(percent: $0.share) },
        .init("obstacle", Text("Obstacle", "障碍", "障礙"), shrinks: true) { line in
          if let problem = line.problem {
            return Cell(
              problem.kind.words[language] + ": " + problem.text,
              value: [
                "problem": .string(problem.no), "kind": .string(problem.kind.rawValue),
                "text": .string(problem.text),
              ])
          }
          return tables.stageCell(line.row)
        },
        .init("clerk", OrderField.clerk.words, priority: 2) { Cell(optional: $0.row.clerkName) },
      ])
  }
}
