import Gendan
import GendanOutput

/// Deliveries on a calendar, a day a column: when each began, when it is due, and when it is expected
/// (R-154, R-156, R-164).
struct GanttBoard {
  private let language: Language
  private let lines: [GanttLine]
  private let labels: [[String]]
  private let tails: [Text]
  private let grouping: OrderGrouping?
  private let today: Day
  private let calendar: WorkingCalendar
  private let days: [Day]
  private let widths: [Int]

  /// The widest that a number, a customer and a step are shown.
  private static let most = [20, 12, 12]
  private static let headings = [Noun.order.heading, Noun.customer.heading, Noun.step.heading]

  /// Lays the lines out for the desk's width; `period` and `count` say which days, as far as they fit.
  init(_ lines: [GanttLine], period: Period?, days count: Int?, at desk: Desk, in reading: Reading) throws {
    let (today, calendar, language) = (reading.today, try reading.calendar(), desk.language)
    let numbers = Dictionary(grouping: lines, by: \.row.no)
    let labels = lines.map { line in
      let row = line.row
      let isOneOfSeveral = (numbers[row.no]?.count ?? 0) > 1
      return [
        isOneOfSeveral ? "\(row.no).\(row.place)" : row.no, row.customer, row.stage.name(row)[language],
      ]
    }
    let tails = lines.map { Self.gap($0.daysBehind(today, calendar)) }
    let widths = Self.headings.enumerated().map { place, heading in
      min(
        Self.most[place], (labels.map { $0[place] } + [heading[language]]).map { CellWidth.of($0) }.max() ?? 0
      )
    }
    let first = period?.first ?? today.firstOfWeek.adding(days: -7)
    let ends = lines.flatMap { [$0.row.dueOn, $0.readyOn(today)] }.compactMap { $0 }
    let last =
      period?.last ?? count.map { first.adding(days: $0 - 1) }
      ?? max(ends.max()?.adding(days: 2) ?? today, first.adding(days: 27))
    let room =
      try desk.width(standard: 100) - widths.reduce(2) { $0 + $1 + 2 }
      - (tails.map { CellWidth.of($0[language]) }.max() ?? 0)
    self.language = language
    self.lines = lines
    self.labels = labels
    self.tails = tails
    self.today = today
    self.calendar = calendar
    self.widths = widths
    grouping = try desk.orderGrouping(in: reading)
    days = (0..<min(max(last - first + 1, 1), max(room, 14))).map { first.adding(days: $0) }
  }

  /// `+6 天`, `早 1 天`.
  private static func gap(_ behind: Int?) -> Text {
    guard let behind, behind != 0 else { return Text(verbatim: "") }
    return behind > 0
      ? Text(verbatim: "+") + DateWords.days(behind) : Text("early ", "早 ", "早 ") + DateWords.days(-behind)
  }

  /// The title, the chart, and what its marks mean; for machines a row for each delivery.
  func document(_ words: [String]) -> Document {
    let title =
      Text("Open orders", "在手订单甘特", "在手訂單甘特") + Text(verbatim: words.map { "  " + $0 }.joined())
      + Text(verbatim: "   \(days.first?.description ?? "")..\(days.last?.description ?? "")")
      + Text("   a day a column", "   每格一天", "   每格一天")
    guard !lines.isEmpty else {
      return Document(
        [
          .line(title[language], .strong),
          .line(Text("no delivery is open", "没有在手的交货", "沒有在手的交貨")[language]),
        ], json: json, records: records)
    }
    return Document([.line(title[language], .strong), .blank, .chart(chart)], json: json, records: records)
  }

  private var chart: BarChart {
    var rows: [BarChart.Row] = []
    func add(_ place: Int) {
      rows.append(
        BarChart.Row(
          labels[place], lines[place].marks(days, today: today, calendar), tail: tails[place][language]))
    }
    if let grouping {
      for (name, places) in grouping.groups(of: Array(lines.indices), language, row: { lines[$0].row }) {
        rows.append(BarChart.Row(heading: name))
        places.forEach(add)
      }
    } else {
      lines.indices.forEach(add)
    }
    var chart = BarChart(
      headings: Self.headings.map { $0[language] }, widths: widths, ticks: BarChart.weeks(days), rows: rows)
    chart.legend = [
      ("=", Text("made", "已做", "已做")), ("-", Text("to make", "计划", "計劃")),
      ("!", Text("past due", "交期以后", "交期以後")), (">", Text("expected", "预计", "預計")),
      ("v", Text("due", "交期", "交期")), ("|", Text("today", "今天", "今天")),
      (".", Text("rest", "休息日", "休息日")),
    ].map { ($0.0, $0.1[language]) }
    return chart
  }

  private func values(_ line: GanttLine) -> [JSON.Member] {
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    var step = JSON.null
    var department = JSON.null
    if case .step(let name, let where_, _) = line.row.stage {
      step = .string(name)
      department = where_.map { .string($0) } ?? .null
    }
    return [
      .init("no", .string(line.row.no)), .init("line", .integer(Int64(line.row.lineNo))),
      .init("customer", .string(line.row.customer)), .init("product", .string(line.row.product)),
      .init("step", step), .init("dept", department), .init("started", day(line.startedOn)),
      .init("plan_start", day(line.planStartOn)), .init("plan_finish", day(line.planFinishOn)),
      .init("made", day(line.madeOn)), .init("due", day(line.row.dueOn)),
      .init("forecast", day(line.forecast?.day)),
      .init("behind", line.daysBehind(today, calendar).map { .integer(Int64($0)) } ?? .null),
    ]
  }

  private var json: JSON {
    [
      "from": .string(days.first?.description ?? ""), "to": .string(days.last?.description ?? ""),
      "rows": .array(lines.map { .object(values($0)) }),
    ]
  }

  /// The same as records.
  private var records: Table? {
    guard let first = lines.first else { return nil }
    return Table(
      "gantt", columns: values(first).map { Column($0.name, $0.name) },
      rows: lines.map { line in
        .cells(values(line).map { Cell($0.value == .null ? "" : $0.value.text, value: $0.value) })
      })
  }
}

extension BarChart {
  /// The days of the month over their Mondays, and over the first day where it is none.
  static func weeks(_ days: [Day], cells: Int = 1) -> [(day: Int, name: String)] {
    days.enumerated().compactMap { index, day in
      guard day.weekday == .monday || index == 0 else { return nil }
      // Two weeks' names never meet: a Monday soon after the first day goes without.
      if index > 0 && index * cells < 6 { return nil }
      return (index, "\(day.month)/\(day.dayOfMonth)")
    }
  }
}

extension Stage {
  /// Where a delivery stands, in a word or two.
  fileprivate func name(_ row: OrderRow) -> Text {
    switch self {
    case _ where !row.isOpen: Text("delivered", "已交", "已交")
    case _ where row.isHeld: Text("on hold", "暂停", "暫停")
    case .step(let name, _, _): Text(verbatim: name)
    case .made: Text("ready", "待发货", "待出貨")
    case .none: Text("not released", "未下达", "未下達")
    }
  }
}
