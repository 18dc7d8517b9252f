import ArgumentParser
import Gendan
import GendanOutput

/// A mail to a superior: what was done, what is open, what is wrong, what comes (R-396, R-397).
struct ReportWork: BookCommand {
  static let sheet = CommandSheet(
    id: "report.work", word: "work", chinese: ["工作汇报", "工作彙報"],
    about: Text("a work report for a mail: done, open, plan", "工作汇报邮件: 已办 在办 计划", "工作彙報郵件: 已辦 在辦 計劃"),
    usage: "[--for NAME] [--user LOGIN] [--week | -p PERIOD]",
    examples: ["report work --for 徐董 --week", "report work --user chenting -p lastweek"], part: .supervisor)

  @Option(name: .customLong("for")) var reader: String?
  @Option var user: String?
  @Flag var week = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let user = try user.map { try User.named($0, in: reading.db) }
      let period = try desk.period(in: reading) ?? .week(of: reading.today)
      let report = try WorkReport.read(period, user: user, in: reading)
      let dates = try desk.dateWords(reading)
      let title = Text("Work report  ", "工作汇报  ", "工作彙報  ") + period.description + (user?.name ?? "").spaced
      var page = [title]
      if let reader = reader.filled { page.insert(Text("To ", "呈 ", "呈 ") + reader, at: 0) }
      for (number, section) in zip(1..., sections(report, period, reading, dates)) {
        page += [Text(verbatim: ""), Text(verbatim: "\(number). ") + section.heading]
        page += section.lines.map { Text(verbatim: "   - ") + $0 }
      }
      let orders: [(Part, [OrderRow])] = [
        (.overdue, report.overdue), (.rest, report.rest), (.next, report.next),
      ]
      let records = Self.listing(desk.language, dates).table(
        orders.flatMap { part, rows in rows.map { (part, $0) } })
      var answer = Answer(
        "work",
        Document(page.map { .line(desk.say($0)) }, json: Self.json(report, period), records: records))
      answer.title = title
      return answer
    }
  }

  private typealias Section = (heading: Text, lines: [Text])

  private func sections(_ report: WorkReport, _ period: Period, _ reading: Reading, _ dates: DateWords)
    -> [Section]
  {
    func counted(_ heading: Text, _ rows: [OrderRow]) -> Section {
      (heading + ": \(rows.count)", rows.map { Self.line($0, dates) })
    }
    var sections: [Section] = [
      (Text("Done", "已办", "已辦"), done(report)),
      (
        Text("Late: ", "超期: ", "逾期: ") + "\(report.counts.overdue) / \(report.counts.open)"
          + Text(" open orders", " 单 (在手)", " 單 (在手)"), report.overdue.map { Self.line($0, dates) }
      ),
      (
        Text("Open problems: ", "未解决的异常: ", "未解決的異常: ") + String(report.problems.count),
        report.problems.map { problem in
          Text(
            verbatim:
              "\(problem.no) \(problem.orderNo ?? problem.productionNo ?? "") \(problem.customer ?? "") ")
            + problem.kind.words + ": " + problem.text
        }
      ),
    ]
    if let last = period.last, reading.today <= last {
      sections.append(counted(Text("Still due by ", "本期待交, 至 ", "本期待交, 至 ") + "\(last)", report.rest))
    }
    let next = report.nextPeriod.description
    return sections + [counted(Text("Next, due ", "下期到期 ", "下期到期 ") + next, report.next)]
  }

  private func done(_ report: WorkReport) -> [Text] {
    let sums = report.turnover.map { line in
      let (ordered, shipped) = (Amount.text(line.ordered), Amount.text(line.shipped))
      return Text(
        "orders \(line.orders), \(ordered) \(line.currency); shipments \(line.shipments), \(shipped); received ",
        "接单 \(line.orders) 单 \(ordered) \(line.currency), 发货 \(line.shipments) 票 \(shipped), 到账 ",
        "接單 \(line.orders) 單 \(ordered) \(line.currency), 出貨 \(line.shipments) 票 \(shipped), 到帳 ")
        + Amount.text(line.received)
    }
    return sums + [
      Text(
        "promises moved \(report.slips.count), problems settled \(report.settled)",
        "改期 \(report.slips.count) 次, 解决异常 \(report.settled) 件",
        "改期 \(report.slips.count) 次, 解決異常 \(report.settled) 件")
    ]
  }

  /// `SO2603-0001 宏达机械 法兰 +1 150 04-30`.
  private static func line(_ row: OrderRow, _ dates: DateWords) -> Text {
    Text(
      verbatim:
        "\(row.no) \(row.customer) \(OrderTable.products(row).text) \(OrderTable.quantity(row.goods.map(\.open)).text) \(row.dueOn.map(dates.short) ?? "")"
    )
  }

  /// Where an order stands on the page.
  private enum Part: String, Worded {
    case overdue, rest, next

    var words: Text {
      switch self {
      case .overdue: Text("late", "超期", "逾期")
      case .rest: Text("still due", "本期待交", "本期待交")
      case .next: Text("next", "下期到期", "下期到期")
      }
    }
  }

  /// The orders of the page, for formats that have records alone.
  private static func listing(
    _ language: Language, _ dates: DateWords
  ) -> Listing<(part: Part, row: OrderRow)> {
    Listing(
      id: "work", language: language,
      fields: [
        .init("part", Text("Part", "部分", "部分")) { Cell(id: $0.part, language) },
        .init("no", OrderField.no.words) { Cell($0.row.no) },
        .init("customer", OrderField.customer.words) { Cell($0.row.customer) },
        .init("product", OrderField.product.words) { OrderTable.products($0.row) },
        .init("open", OrderField.open.words, .trailing) { OrderTable.quantity($0.row.goods.map(\.open)) },
        .init("due", OrderField.due.words) { Cell(day: $0.row.dueOn, dates) },
      ])
  }

  private static func json(_ report: WorkReport, _ period: Period) -> JSON {
    func orders(_ rows: [OrderRow]) -> JSON { .array(rows.map { .string($0.no) }) }
    return [
      "period": .string(period.description),
      "turnover": Turnover.listing("turnover", nil, .english).table(report.turnover).json,
      "moved": .integer(Int64(report.slips.count)), "settled": .integer(Int64(report.settled)),
      "open": .integer(Int64(report.counts.open)), "overdue": orders(report.overdue),
      "problems": .array(report.problems.map { .string($0.no) }), "rest": orders(report.rest),
      "next": orders(report.next),
    ]
  }
}
