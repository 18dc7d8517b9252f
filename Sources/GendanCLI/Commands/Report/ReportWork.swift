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
      var lines = [title]
      if let reader = reader.filled { lines.insert(Text("To ", "呈 ", "呈 ") + reader, at: 0) }
      lines += done(report)
      lines += numbered(
        Text("2. Late: ", "2. 超期: ", "2. 逾期: ") + "\(report.counts.overdue) / \(report.counts.open)"
          + Text(" open orders", " 单 (在手)", " 單 (在手)"), report.overdue.map { Self.line($0, dates) })
      lines += numbered(
        Text("3. Open problems: ", "3. 未解决的异常: ", "3. 未解決的異常: ") + String(report.problems.count),
        report.problems.map { problem in
          Text(
            verbatim:
              "\(problem.no) \(problem.orderNo ?? problem.productionNo ?? "") \(problem.customer ?? "") ")
            + problem.kind.words + ": " + problem.text
        })
      lines += numbered(
        Text("4. Next, due ", "4. 下期到期 ", "4. 下期到期 ") + report.nextPeriod.description
          + ": \(report.next.count)",
        report.next.map { Self.line($0, dates) })
      var answer = Answer(
        "work", Document(lines.map { .line(desk.say($0)) }, json: Self.json(report, period)))
      answer.title = title
      return answer
    }
  }

  private func done(_ report: WorkReport) -> [Text] {
    let sums = report.turnover.map { line in
      Text("orders ", "接单 ", "接單 ") + "\(line.orders) "
        + Text(verbatim: "\(Amount.text(line.ordered)) \(line.currency)")
        + Text(", shipped ", ", 发货 ", ", 出貨 ") + Amount.text(line.shipped)
        + Text(", received ", ", 到账 ", ", 到帳 ") + Amount.text(line.received)
    }
    let rest = Text(
      "promises moved \(report.slips.count), problems settled \(report.settled)",
      "改期 \(report.slips.count) 次, 解决异常 \(report.settled) 件",
      "改期 \(report.slips.count) 次, 解決異常 \(report.settled) 件")
    return numbered(Text("1. Done", "1. 已办", "1. 已辦"), sums + [rest])
  }

  private func numbered(_ heading: Text, _ lines: [Text]) -> [Text] {
    [Text(verbatim: ""), heading] + lines.map { Text(verbatim: "   - ") + $0 }
  }

  /// `SO2603-0001 宏达机械 法兰 100 04-30`.
  private static func line(_ row: OrderRow, _ dates: DateWords) -> Text {
    Text(
      verbatim:
        "\(row.no) \(row.customer) \(row.product) \(row.open.text) \(row.dueOn.map(dates.short) ?? "")")
  }

  private static func json(_ report: WorkReport, _ period: Period) -> JSON {
    func orders(_ rows: [OrderRow]) -> JSON { .array(rows.map { .string($0.no) }) }
    return [
      "period": .string(period.description),
      "turnover": Turnover.listing("turnover", nil, .english).table(report.turnover).json,
      "moved": .integer(Int64(report.slips.count)), "settled": .integer(Int64(report.settled)),
      "open": .integer(Int64(report.counts.open)), "overdue": orders(report.overdue),
      "problems": .array(report.problems.map { .string($0.no) }), "next": orders(report.next),
    ]
  }
}
