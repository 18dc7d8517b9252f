import Gendan

/// What is to be done, how urgent it is, and the line that does it.
struct UrgentAction {
  /// How urgent: what stops others or is late already comes first.
  enum Grade: Int, CaseIterable {
    case change, overdue, today, task, risk

    var words: Text {
      switch self {
      case .change: Text("a change that others must know of", "变更还有人不知道", "變更還有人不知道")
      case .overdue: Text("overdue, the longest first", "已超期, 天数多的在前", "已逾期, 天數多的在前")
      case .today: Text("due today", "今天到期", "今天到期")
      case .task: Text("asked for by a rule, the oldest first", "到时该办, 早的在前", "到時該辦, 早的在前")
      case .risk: Text("expected to be late", "预计赶不上", "預計趕不上")
      }
    }
  }

  let grade: Grade
  let no: String
  let customer: String
  let what: Text
  /// The day it was due.
  let dueOn: Day?
  /// The line, without `gendan`; words in capitals are the person's to fill in.
  let command: String

  /// Everything that a day asks for, the most urgent first.
  static func all(of report: DayReport, in reading: Reading) throws -> [UrgentAction] {
    let explained = try Problem.ordersWithOpen(in: reading.db)
    func of(_ row: OrderRow, _ grade: Grade) -> UrgentAction {
      Self.of(row, grade, isExplained: row.cause != nil || explained.contains(row.order))
    }
    let tasks = report.tasks.map { task in
      UrgentAction(
        grade: task.isChange ? .change : .task, no: task.no, customer: task.customer,
        what: task.reminder.words + (task.about.isEmpty ? "" : " \(task.about)"), dueOn: task.dueOn,
        command: task.remedy)
    }
    let goods =
      report.overdue.map { of($0, .overdue) } + report.dueToday.map { of($0, .today) }
      + report.risks.loud.map { of($0, .risk) }
    return (tasks + goods).enumerated().sorted { a, b in
      // What stands at the same grade keeps its order: the lists come the worst first.
      func rank(_ action: UrgentAction) -> Int {
        action.grade == .task ? Int(action.dueOn?.number ?? .max) : 0
      }
      return (a.element.grade.rawValue, rank(a.element), a.offset)
        < (b.element.grade.rawValue, rank(b.element), b.offset)
    }.map(\.element)
  }

  private static func of(_ row: OrderRow, _ grade: Grade, isExplained: Bool) -> UrgentAction {
    let line = "\(row.no).\(row.place)"
    let (what, command): (Text, String) =
      if grade == .risk {
        (Text("see why it will be late", "看为什么会迟", "看為什麼會遲"), "why \(row.no)")
      } else if case .step(let step, _, _) = row.stage {
        !isExplained && grade == .overdue
          ? (
            Text("say why it stands at \(step)", "登记卡在\(step)的原因", "登記卡在\(step)的原因"),
            "problem \(row.no) \(step) KIND TEXT"
          )
          : (Text("chase \(step)", "催\(step)", "催\(step)"), "chase \(row.no) \(step) TEXT --next DATE")
      } else if row.stage == .made {
        (Text("ship it", "发货", "出貨"), "ship \(line)")
      } else if row.shipped > 0 {
        (Text("ship the rest", "发余数", "出餘數"), "ship \(line)")
      } else {
        (Text("release it", "下达生产", "下達生產"), "release \(row.no)")
      }
    return UrgentAction(
      grade: grade, no: row.no, customer: row.customer, what: what, dueOn: row.dueOn, command: command)
  }
}
