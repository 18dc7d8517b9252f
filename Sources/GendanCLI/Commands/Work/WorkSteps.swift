import ArgumentParser
import Gendan
import GendanOutput

/// How the operations of each department kept to their plan.
struct WorkSteps: BookCommand {
  static let sheet = CommandSheet(
    id: "work.steps", word: "steps", chinese: ["工序"],
    about: Text("late steps of each department", "各部门工序的拖期", "各部門工序的延誤"),
    usage: "[--by department] [--as-of DATE]", examples: ["work steps", "work steps --as-of 2026-03-31"],
    part: .supervisor)

  @Option(name: .customLong("as-of")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if let by = global.by, !TableField.department.words.all.map(folded).contains(folded(by)) {
      throw Complaint(
        .usage, Text("no group \"\(by)\"", "没有分组 \"\(by)\"", "沒有分組 \"\(by)\""),
        try: "gendan work steps --by department")
    }
    let (day, figures) = try desk.read { reading in
      let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .view)
      let day = try asOf.map { try DatePhrase.parse($0, in: context) } ?? reading.today
      return (day, try OperationFigures.byDepartment(asOf: day, in: reading))
    }
    func title(_ text: Text) -> String { text[desk.language] }
    let columns = [
      Column("department", title(TableField.department.words)),
      Column("count", title(Text("Steps", "工序数", "工序數")), .trailing),
      Column("late_start", title(Text("Late start", "开工晚", "開工晚")), .trailing),
      Column("late_finish", title(Text("Late finish", "完工晚", "完工晚")), .trailing),
      Column("open", title(Text("Open", "未完", "未完")), .trailing),
    ]
    let rows = figures.map { figure -> Table.Row in
      .cells(
        [Cell(figure.department)]
          + [figure.count, figure.lateStart, figure.lateFinish, figure.open].map {
            Cell(String($0), value: .integer(Int64($0)))
          })
    }
    var answer = Answer("work-steps", Document([.table(Table("steps", columns: columns, rows: rows))]))
    answer.asOf = day
    answer.title = Self.sheet.about
    return answer
  }
}
