import ArgumentParser
import Gendan
import GendanOutput

/// On-time rates: how many were complete by their date, with n and interval (lateness rules 7, 14).
struct ReportOnTime: BookCommand {
  static let sheet = CommandSheet(
    id: "report.otd", word: "otd", chinese: ["准交率", "準交率"],
    about: Text("print on-time delivery", "准交率", "準交率"),
    usage:
      "[FILTER…] [-p PERIOD] [--every day|week|month|quarter] [--by clerk|customer|product|carrier] [--basis first|latest|want] [--level row|order|production] [--as-of DATE]",
    examples: ["otd", "otd -p lastmonth --by customer", "otd --every month --basis want --level order"],
    part: .supervisor)

  @Argument var words: [String] = []
  @Option var every: String?
  @Option var basis: String?
  @Option var level: String?
  @Option(name: .customLong("as-of")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let settings = try reading.settings()
      var report = OnTimeReport(asOf: try asOf.map { try desk.day($0, .view, in: reading) } ?? reading.today)
      report.basis = try desk.basis(basis, standard: Basis(rawValue: settings[.otdBasis]) ?? .first)
      report.grace = settings.number(.graceDays)
      report.period = try desk.period(in: reading) ?? Period(first: nil, last: report.asOf)
      report.filter = try desk.filter(words, in: reading, asOf: report.asOf)
      report.level = try option(level, "--level") ?? .row
      report.grouping =
        try option(every, "--every", of: Self.intervals)
        ?? option(desk.options.by, "--by", of: Self.properties + Self.intervals) ?? .none
      let (groups, undated) = try report.groups(in: reading)
      return page(report, try table(report, groups, desk.language, in: reading), undated, at: desk)
    }
  }

  private static let intervals: [OnTimeReport.Grouping] = [.day, .week, .month, .quarter]
  private static let properties: [OnTimeReport.Grouping] = [.clerk, .customer, .product, .carrier]

  private func option<T: RawRepresentable & CaseIterable & Equatable>(
    _ text: String?, _ name: String, of values: [T] = Array(T.allCases)
  ) throws -> T? where T.RawValue == String {
    guard let text else { return nil }
    if let value = values.first(where: { $0.rawValue == folded(text) }) { return value }
    let known = values.map(\.rawValue).joined(separator: ", ")
    throw Complaint(
      .usage, Text("\(name) \"\(text)\" is unknown", "\(name) 没有 \"\(text)\"", "\(name) 沒有 \"\(text)\""),
      facts: [Text("known: ", "可用: ", "可用: ") + known],
      try: "gendan otd \(name) \(values.last?.rawValue ?? "")")
  }

  private func page(
    _ report: OnTimeReport, _ table: Table, _ undated: Int, at desk: Desk
  ) -> Answer {
    let title =
      Text("On-time delivery  ", "准交率  ", "準交率  ") + report.period.description
      + Text("  as of ", "  截至 ", "  截至 ") + "\(report.asOf)"
      + Text("  against the ", "  口径: ", "  口徑: ") + report.basis.words
    var blocks: [Document.Block] = [.line(desk.say(title), .strong), .blank]
    blocks.append(.table(table))
    if table.rows.isEmpty {
      blocks.append(
        .line(desk.say(desk.nothing(Text("n/a: nothing was due", "n/a: 没有到期的", "n/a: 沒有到期的")))))
    }
    if undated > 0 {
      blocks += [
        .blank,
        .line(
          desk.say(
            Text(
              "\(undated) without such a date are left out", "另有 \(undated) 行没有这个日期, 未计入",
              "另有 \(undated) 行沒有這個日期, 未計入"))),
      ]
    }
    var answer = Answer("otd", Document(blocks))
    answer.columns = [
      "group", "n", "on_time", "late", "open", "rate", "interval", "latest_rate", "otif_rate", "days_late",
    ]
    answer.asOf = report.asOf
    answer.title = title
    answer.extra = [
      .init("basis", .string(report.basis.rawValue)), .init("level", .string(report.level.rawValue)),
      .init("undated", .integer(Int64(undated))),
    ]
    return answer
  }

  private func table(
    _ report: OnTimeReport, _ groups: [OnTimeReport.Group], _ language: Language, in reading: Reading
  ) throws -> Table {
    let people = report.grouping == .clerk ? try Member.all(in: reading.db).map(\.user) : []
    let names = Dictionary(people.map { ($0.login, $0.name) }) { name, _ in name }
    func title(_ group: OnTimeReport.Group) -> Cell {
      if report.grouping == .none { return Cell(Text("all", "全部", "全部")[language], value: .string("")) }
      return names[group.name].map { Cell($0, code: group.name) } ?? Cell(group: group.name, language)
    }
    var table = Table(
      "otd",
      columns: [
        Column("group", Text("Group", "分组", "分組")[language], shrinks: true),
        Column("n", Text("Due", "应交", "應交")[language], .trailing),
        Column("on_time", Text("On time", "准时", "準時")[language], .trailing),
        Column("late", Text("Late", "迟交", "遲交")[language], .trailing),
        Column("open", Text("Owed", "未交", "未交")[language], .trailing),
        Column("rate", Text("Rate", "准交率", "準交率")[language], .trailing),
        Column("interval", "95 %", .trailing, priority: 3),
        Column("latest_rate", Basis.latest.words[language], .trailing, priority: 1),
        Column("otif_rate", Text("In full", "按期足量", "按期足量")[language], .trailing, priority: 2),
        Column(
          "days_late", Text("Cal. days late", "平均迟交(日历天)", "平均遲交(日曆天)")[language], .trailing,
          priority: 4),
        Column("delivered", Text("Complete", "已交清", "已交清")[language], .trailing),
        Column("delivered_rate", Text("Of complete", "已交清准交率", "已交清準交率")[language], .trailing),
        Column("first_shipment_rate", Text("First shipment", "首批准交率", "首批準交率")[language], .trailing),
        Column("late_count", Text("Late or owed", "迟交和拖欠", "遲交和拖欠")[language], .trailing),
        Column("total_days_late", Text("Days late", "迟交天数", "遲交天數")[language], .trailing),
        Column("deviation_days", Text("Deviation", "偏差天数", "偏差天數")[language], .trailing),
        Column("qty_days_late", Text("Quantity-days", "数量天", "數量天")[language], .trailing),
      ], ruled: true)
    table.rows = groups.map { .cells([title($0)] + cells($0, language)) }
    // Programs find the columns all the same.
    table.showsHeader = !groups.isEmpty
    table.ruled = !groups.isEmpty
    return table
  }

  private func cells(_ group: OnTimeReport.Group, _ language: Language) -> [Cell] {
    func number(_ number: Int) -> Cell { Cell(String(number), value: .integer(Int64(number))) }
    let rate = group.rate
    return [
      number(rate.counted), number(rate.onTime), number(rate.late), number(rate.open),
      Self.cell(rate.rate, rate),
      interval(rate), Self.cell(group.latest.rate, group.latest), Self.cell(group.inFull.rate, group.inFull),
      mean(group), number(rate.delivered), Self.cell(rate.deliveredRate, rate),
      Self.cell(group.firstShipment.rate, group.firstShipment), number(group.lateCount),
      number(group.daysLate),
      number(group.deviation), Cell(String(group.quantityDays), value: .integer(group.quantityDays)),
    ]
  }

  private static func cell(_ ratio: Ratio?, _ rate: OnTimeRate) -> Cell {
    Cell(ratio, isTooFew: rate.isTooFew)
  }

  static func percent(_ ratio: Ratio) -> String { Decimal.text(Int64(ratio.of(1000)), decimals: 1) + "%" }

  private static func percent(_ basisPoints: Int) -> String {
    Decimal.text(Int64((basisPoints + 5) / 10), decimals: 1) + "%"
  }

  private func interval(_ rate: OnTimeRate) -> Cell {
    guard let ratio = rate.rate, !rate.isTooFew else { return .none }
    let (low, high) = ratio.wilson95
    return Cell("\(Self.percent(low))-\(Self.percent(high))")
  }

  private func mean(_ group: OnTimeReport.Group) -> Cell {
    guard group.lateCount > 0 else { return .none }
    let tenths = (group.daysLate * 20 + group.lateCount) / (group.lateCount * 2)
    let text = Decimal.text(Int64(tenths), decimals: 1)
    return Cell(text, value: .string(text))
  }
}
