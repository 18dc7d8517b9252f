import ArgumentParser
import Gendan
import GendanOutput

/// Overdue orders with cause and responsible department, for the supervisor (R-160, P2).
struct ReportOverdue: BookCommand {
  static let sheet = CommandSheet(
    id: "report.overdue", word: "overdue", short: "o", chinese: ["超期", "逾期"],
    about: Text("print overdue orders", "超期订单表", "逾期訂單表"),
    usage:
      "[FILTER…] [--by dept|clerk|customer|step|cause] [--basis latest|first|want] [--min 3wd] [--as-of DATE] [--lines] [--totals] [--check]",
    examples: [
      "overdue", "overdue --by dept", "overdue --basis first --as-of 2026-03-01", "overdue --check -q",
    ],
    part: .supervisor, repaints: true)

  @Argument var words: [String] = []
  @Option var basis: String?
  @Option var min: String?
  @Option(name: .customLong("as-of")) var asOf: String?
  @Flag var lines = false
  @Flag var totals = false
  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let scope = try desk.scope(asOf, in: reading)
      let basis = try desk.basis(basis, standard: .latest)
      var list = Gendan.OrderList(scope)
      list.order = .reference(basis)
      list.rollsUp = try !lines && !desk.groupsLines
      list.filter = .all([try filter(at: desk, in: reading, scope, basis)])
      let total = try list.count(in: reading)
      let sort = try desk.sort(OrderSort.self)
      if sort.isNative && desk.options.by == nil { list.limit = try desk.limit(sorting: true) }
      var rows = sort.sorted(try list.rows(in: reading), scope.day)
      if let limit = try desk.limit(sorting: true) { rows = Array(rows.prefix(limit)) }
      var answer = try page(rows, total.orders, scope, basis, at: desk, in: reading)
      answer.isArranged = true
      if check && total.orders > 0 { answer.exit = .attention }
      if check && desk.options.quiet { answer.verbatim = "" }
      return answer
    }
  }

  /// Owed and past its reference, within what the line asks for.
  private func filter(
    at desk: Desk, in reading: Reading, _ scope: OrderScope, _ basis: Basis
  ) throws -> OrderFilter {
    var terms = [try desk.filter(words, in: reading, asOf: scope.day)]
    let field: OrderField = basis == .first ? .first : basis == .want ? .want : .due
    terms += [.owed, .days(field, from: nil, to: scope.day.adding(days: -1))]
    if let min { terms.append(try desk.filter(["late:\(min).."], in: reading, asOf: scope.day)) }
    return .all(terms)
  }

  private func page(
    _ rows: [OrderRow], _ count: Int, _ scope: OrderScope, _ basis: Basis, at desk: Desk, in reading: Reading
  ) throws -> Answer {
    let tables = try OrderTable(desk, reading, asOf: scope.day, basis: basis)
    let dates = DateWords(today: scope.day, calendar: tables.calendar)
    let title =
      Text("Overdue orders  as of ", "超期订单  截至 ", "逾期訂單  截至 ") + dates.full(scope.day)
      + Text("   against the ", "   口径: ", "   口徑: ") + basis.words
      + Text(", in working days", ", 超期天数按工作日计", ", 逾期天數按工作日計")
    var blocks: [Document.Block] = [.line(desk.say(title), .strong), .blank]
    let grouping = try desk.orderGrouping(in: reading)
    var shown = rows
    if let grouping {
      let (table, order) = grouping.table("overdue", rows, tables)
      blocks.append(.table(table))
      shown = order
    } else {
      var table = tables.table("overdue", rows, numberedFrom: 1)
      table.ruled = true
      if totals { table.total = tables.total(rows) }
      blocks.append(.table(table))
    }
    blocks += [.blank, .line(desk.say(summary(rows, count, scope, basis, tables.calendar)))]
    let unclear = rows.filter { $0.cause == nil }
    if let first = unclear.first {
      blocks.append(
        .line(
          desk.say(
            Text("causes: ", "原因: ", "原因: ") + causes(rows)
              + Text(
                "  (not given: gendan promise \(first.no) DATE --cause KIND)",
                "  (未登记可补: gendan promise \(first.no) 日期 --cause 原因)",
                "  (未登記可補: gendan promise \(first.no) 日期 --cause 原因)"))))
    } else if !rows.isEmpty {
      blocks.append(.line(desk.say(Text("causes: ", "原因: ", "原因: ") + causes(rows))))
    }
    if rows.isEmpty {
      // Programs find the columns all the same.
      var empty = tables.table("overdue", [])
      empty.showsHeader = false
      blocks = [blocks[0], .blank, .line(desk.say(desk.nothing(none))), .table(empty)]
    }
    var answer = Answer("overdue", Document(blocks))
    answer.columns = [
      "row", "no", "customer", "product", "qty", "open", "first", "due", "late", "step", "dept", "cause",
      "clerk",
    ]
    answer.rows = shown.map(\.no)
    answer.asOf = scope.day
    answer.title = title
    answer.extra = [
      .init("basis", .string(basis.rawValue)), .init("orders", .integer(Int64(count))),
      .init(
        "worst_days",
        rows.compactMap { $0.lateness(basis, asOf: scope.day, calendar: tables.calendar)?.days }.max().map {
          .integer(Int64($0))
        } ?? .null),
    ]
    return answer
  }

  private var none: Text { Text("nothing is overdue", "没有超期订单", "沒有逾期訂單") }

  private func summary(
    _ rows: [OrderRow], _ count: Int, _ scope: OrderScope, _ basis: Basis, _ calendar: WorkingCalendar
  ) -> Text {
    let late = rows.compactMap { $0.lateness(basis, asOf: scope.day, calendar: calendar) }
    let worst = late.map(\.days).max() ?? 0
    let shown = rows.orders
    let again = rows.filter { $0.promiseCount > 2 }.orders
    let held = rows.filter(\.isHeld).orders
    return Text(
      "\(count) order\(count == 1 ? "" : "s") overdue", "合计超期 \(count) 单", "合計逾期 \(count) 單")
      + (shown < count
        ? Text("; of the \(shown) shown: ", "; 列出的 \(shown) 单: ", "; 列出的 \(shown) 單: ")
        : Text(verbatim: "; "))
      + Text(
        "worst \(worst) calendar day\(worst == 1 ? "" : "s"); re-promised twice or more \(again); on hold \(held)",
        "最久 \(worst) 个日历天; 改期 2 次以上 \(again) 单; 暂停 \(held) 单",
        "最久 \(worst) 個日曆天; 改期 2 次以上 \(again) 單; 暫停 \(held) 單")
  }

  private func causes(_ rows: [OrderRow]) -> Text {
    let known = Cause.allCases.compactMap { cause -> Text? in
      let count = rows.filter { $0.cause == cause }.count
      return count == 0 ? nil : cause.words + " \(count)"
    }
    let unknown = rows.filter { $0.cause == nil }.count
    return (known + (unknown == 0 ? [] : [Text("not given \(unknown)", "未登记 \(unknown)", "未登記 \(unknown)")]))
      .joined("   ")
  }
}
