import ArgumentParser
import Gendan
import GendanOutput

/// The order tracking table: each open delivery in one line.
struct ReportTracking: BookCommand {
  static let sheet = CommandSheet(
    id: "report.tracking", word: "tracking", chinese: ["跟踪表", "跟蹤表"],
    about: Text("the order tracking table", "订单跟踪表", "訂單跟蹤表"), usage: "[FILTER…] [--by FIELD] [-L N]",
    examples: ["tracking", "tracking 客户:宏达", "tracking --by customer -o 跟踪表.xlsx", "tracking -O csv"],
    part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var tables = try OrderTable(desk, reading)
      tables.forecasts = try reading.forecasts()
      let events = try TrackingReport.events(in: reading)
      var list = Gendan.OrderList(.now(reading.today))
      list.rollsUp = false
      list.filter = .all([try desk.filter(words, in: reading), .owed])
      list.limit = try desk.limit()
      let grouping = try desk.orderGrouping(in: reading)
      let found = try list.rows(in: reading)
      let groups = grouping.map { $0.groups(of: found, desk.language) { $0 } } ?? [("", found)]
      let rows = groups.flatMap(\.members)
      var table = tables.table("tracking", rows, numberedFrom: 1)
      table.columns += Self.columns(desk.language)
      let stale = try reading.calendar().day(-1, workingDaysAfter: reading.today)
      table.rows = zip(table.rows, rows).map { line, row in
        guard case .cells(let cells, let marked) = line else { return line }
        let more = Self.cells(events[row.order] ?? TrackingReport.Events(), tables.dates, stale: stale)
        return .cells(cells + more, marked: marked)
      }
      if grouping != nil {
        var lines = table.rows[...]
        table.rows = groups.flatMap { group in
          defer { lines = lines.dropFirst(group.members.count) }
          return [.heading(group.name)] + lines.prefix(group.members.count)
        }
      }
      table.ruled = true
      let title =
        Text("Order tracking  as of ", "订单跟踪表  截至 ", "訂單跟蹤表  截至 ") + tables.dates.full(reading.today)
      var answer = Answer("tracking", Document([.line(desk.say(title), .strong), .blank, .table(table)]))
      answer.columns = [
        "row", "no", "customer", "product", "qty", "due", "forecast", "behind", "confirmed", "instructed",
        "made", "touched", "step", "clerk",
      ]
      answer.rows = rows.map(\.no)
      answer.title = title
      return answer
    }
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column("confirmed", Text("Confirmed", "确认", "確認")[language], priority: 2),
      Column("instructed", Text("Instructed", "下达", "下達")[language], priority: 2),
      Column("made", Text("Made", "做完", "做完")[language], priority: 2),
      Column("touched", Text("Touched", "最近登记", "最近登記")[language], priority: 1),
    ]
  }

  /// What nobody touched for more than a working day is marked.
  private static func cells(_ events: TrackingReport.Events, _ dates: DateWords, stale: Day) -> [Cell] {
    func day(_ day: Day?, style: Style? = nil) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description), style: style) } ?? .none
    }
    let isStale = events.touchedOn.map { $0 < stale } ?? false
    return [
      day(events.confirmedOn), day(events.instructedOn), day(events.madeOn),
      day(events.touchedOn, style: isStale ? .attention : nil),
    ]
  }
}
