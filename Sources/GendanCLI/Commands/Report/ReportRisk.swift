import ArgumentParser
import Gendan
import GendanOutput

/// Deliveries that are not late yet and are expected to be: their forecast passes the promise.
struct ReportRisk: BookCommand {
  static let sheet = CommandSheet(
    id: "report.risk", word: "risk", chinese: ["风险", "風險"],
    about: Text("deliveries expected to be late", "预计赶不上交期的订单", "預計趕不上交期的訂單"),
    usage: "[FILTER…] [--days 14] [--by dept|clerk|customer|step] [--totals] [--all] [--check]",
    examples: ["risk", "risk --days 14 --by dept", "risk 客户:宏达 --all", "risk --check -q"], part: .supervisor,
    repaints: true)

  @Argument var words: [String] = []
  @Option var days: String?
  @Flag var all = false
  @Flag var totals = false
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var tables = try OrderTable(desk, reading)
      let forecasts = try reading.forecasts()
      tables.forecasts = forecasts
      let filter = try desk.filter(words, in: reading)
      let ahead = try rows(filter, in: reading)
      let known = ahead.filter { forecasts[$0.schedule] != nil }
      let risky = known.filter { forecasts[$0.schedule]?.isBehind == true }
      var shown = (all ? known : risky).worstFirst(by: forecasts, tables.calendar)
      if let limit = try desk.limit() { shown = Array(shown.prefix(limit)) }
      let title =
        Text("Expected to be late  as of ", "预计赶不上交期  截至 ", "預計趕不上交期  截至 ")
        + tables.dates.full(reading.today)
      var table = tables.table("risk", shown, numberedFrom: 1)
      if let grouping = try desk.orderGrouping(in: reading), !shown.isEmpty {
        (table, shown) = grouping.table("risk", shown, tables)
      } else {
        // Programs find the columns of an empty table all the same.
        table.ruled = !shown.isEmpty
        table.showsHeader = !shown.isEmpty
        if totals { table.total = tables.total(shown) }
      }
      var blocks: [Document.Block] = [.line(desk.say(title), .strong), .blank, .table(table)]
      if !shown.isEmpty { blocks.append(.blank) }
      let cut = (all ? known : risky).count - shown.count
      let found = summary(risky.count, known.count, ahead.count, cut: cut)
      blocks.append(.line(desk.say(ahead.isEmpty ? desk.nothing(found) : found)))
      if let left = try leftOut(filter, desk.terms, in: reading) {
        blocks.append(.line(desk.say(left), .faint))
      }
      var answer = Answer("risk", Document(blocks))
      answer.columns = [
        "row", "no", "customer", "product", "qty", "due", "forecast", "behind", "range", "step", "dept",
        "ground", "clerk",
      ]
      answer.rows = shown.map(\.no)
      answer.title = title
      answer.extra = [
        .init("at_risk", .integer(Int64(risky.count))), .init("forecast", .integer(Int64(known.count))),
        .init("open", .integer(Int64(ahead.count))),
      ]
      if check && !risky.isEmpty { answer.exit = .attention }
      if check && desk.options.quiet { answer.verbatim = "" }
      return answer
    }
  }

  /// Deliveries that are owed and not late, due within `--days`.
  private func rows(_ filter: OrderFilter, in reading: Reading) throws -> [OrderRow] {
    var last: Day?
    if let days {
      guard let count = Int(folded(days)), 0...3650 ~= count else {
        throw Complaint(
          .usage,
          Text("--days \"\(days)\" is no count", "--days \"\(days)\" 不是天数", "--days \"\(days)\" 不是天數"),
          try: "gendan risk --days 14")
      }
      last = reading.today.adding(days: count)
    }
    var list = Gendan.OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .all([filter, .owed, .days(.due, from: reading.today, to: last)])
    return try list.rows(in: reading)
  }

  /// What nobody finds here: deliveries whose day is past, and those that have none; nil where there are none.
  private func leftOut(_ filter: OrderFilter, _ terms: [String], in reading: Reading) throws -> Text? {
    func line(_ words: [String]) -> String { LineWords.joined(["gendan"] + words + terms + ["--lines"]) }
    func count(_ term: OrderFilter) throws -> Int {
      var list = Gendan.OrderList(.now(reading.today))
      list.filter = .all([filter, .owed, term])
      return try list.count(in: reading).rows
    }
    let late = try count(.days(.due, from: nil, to: reading.today.adding(days: -1)))
    let undated = try count(.missing(.due))
    let parts =
      (late > 0
        ? [Text("\(late) overdue: ", "已超期 \(late) 行: ", "已逾期 \(late) 行: ") + line(["overdue"])] : [])
      + (undated > 0
        ? [
          Text("\(undated) without a date: ", "没有交期 \(undated) 行: ", "沒有交期 \(undated) 行: ")
            + line(["list", "no:due"])
        ] : [])
    return parts.isEmpty ? nil : Text("not here: ", "不在此表: ", "不在此表: ") + parts.joined("; ")
  }

  private func summary(_ risky: Int, _ known: Int, _ ahead: Int, cut: Int) -> Text {
    let unknown = ahead - known
    return Text(
      "\(risky) of \(ahead) open deliveries are expected to be late", "\(ahead) 行未到期, 预计迟交 \(risky) 行",
      "\(ahead) 行未到期, 預計遲交 \(risky) 行")
      + (unknown == 0
        ? Text("", "", "")
        : Text(
          "; of \(unknown) nobody knows: not in production, no lead time",
          "; 无法预计 \(unknown) 行 (未下生产单, 产品没有标准周期)", "; 無法預計 \(unknown) 行 (未下生產單, 產品沒有標準週期)"))
      + (cut == 0 ? Text(verbatim: "") : Text("; \(cut) not shown", "; \(cut) 行没有列出", "; \(cut) 行沒有列出"))
  }
}
