import ArgumentParser
import Gendan
import GendanOutput

/// Each workshop's days, quality and quantity, with the counts behind each rate.
struct ReportWorkshops: BookCommand {
  static let sheet = CommandSheet(
    id: "report.workshops", word: "workshops", chinese: ["车间", "車間"],
    about: Text("each workshop on time, on quality, on quantity", "各车间按时按质按量", "各車間按時按質按量"),
    usage: "[-p PERIOD] [--every month]",
    examples: ["workshops", "workshops -p lastmonth", "workshops -p 2026q1 --every month"], part: .supervisor,
    repaints: true)

  @Option var every: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var report = WorkshopReport()
      report.period = try desk.period(in: reading) ?? Period.month(of: reading.today)
      if let every {
        guard folded(every) == "month" else {
          throw Complaint(
            .usage,
            Text("--every \"\(every)\" is unknown", "--every 没有 \"\(every)\"", "--every 沒有 \"\(every)\""),
            facts: [Text("known: month", "可用: month", "可用: month")], try: "gendan workshops --every month")
        }
        report.isByMonth = true
      }
      let figures = try report.figures(in: reading)
      var table = Self.listing(desk.language).table(figures)
      table.ruled = true
      let title = Text("Workshops  ", "各车间  ", "各車間  ") + report.period.description
      var blocks: [Document.Block] = [.line(desk.say(title), .strong), .blank, .table(table)]
      blocks.append(
        .line(
          desk.say(
            figures.isEmpty
              ? Text("n/a: nothing was to be finished", "n/a: 没有该完工的工序", "n/a: 沒有該完工的工序")
              : Text(
                "against the plan at release; passed: good of good, scrap and rework",
                "按下达时的计划; 合格率: 良品占良品, 报废, 返工之和", "按下達時的計劃; 合格率: 良品佔良品, 報廢, 重工之和")), .faint))
      var answer = Answer("workshops", Document(blocks))
      answer.columns =
        (report.isByMonth ? ["month"] : []) + [
          "dept", "n", "on_time", "late", "open", "rate", "finished", "in_full", "pieces", "passed",
        ]
      answer.title = title
      return answer
    }
  }

  private static func listing(_ language: Language) -> Listing<WorkshopReport.Figures> {
    func number(
      _ id: String, _ heading: Text, priority: Int = 0,
      _ value: @escaping (WorkshopReport.Figures) -> Int
    ) -> Listing<WorkshopReport.Figures>.Field {
      .init(id, heading, .trailing, priority: priority) { Cell(number: value($0)) }
    }
    return Listing(
      id: "workshops", language: language,
      fields: [
        .init("month", Text("Month", "月份", "月份")) { figures in
          figures.month.map { Cell(String($0.description.prefix(7))) } ?? .none
        },
        .init("dept", OrderField.dept.words, shrinks: true) { figures in
          figures.department.isEmpty
            ? Cell(Text("(nobody named)", "(未登记)", "(未登記)")[language], value: .null)
            : Cell(figures.department)
        },
        number("n", Text("Steps due", "应完工序", "應完工序")) { $0.onTime.counted },
        number("on_time", Text("On time", "准时", "準時"), priority: 3) { $0.onTime.onTime },
        number("late", Text("Late", "迟", "遲"), priority: 3) { $0.onTime.late },
        number("open", Text("Not done", "未完", "未完"), priority: 3) { $0.onTime.open },
        .init("rate", Text("On time %", "准时率", "準時率"), .trailing) {
          Cell($0.onTime.rate, isTooFew: $0.onTime.isTooFew)
        },
        number("finished", Text("Finished", "已完", "已完"), priority: 2) { $0.inFull.counted },
        .init("in_full", Text("In full %", "足量率", "足量率"), .trailing) {
          Cell($0.inFull.rate, isTooFew: $0.inFull.isTooFew)
        },
        .init("pieces", Text("Reported", "报工数", "報工數"), .trailing, priority: 1) { figures in
          figures.quantity.map { Cell($0) } ?? Cell("n/a", value: .null)
        },
        .init("passed", Text("Passed %", "合格率", "合格率"), .trailing) { figures in
          Cell(figures.passed, isTooFew: figures.reported < 5)
        },
      ])
  }
}
