import ArgumentParser
import Gendan
import GendanOutput

/// `problem`: what goes wrong, why, what is done about it, and who answers for it (R-163 to to
///
struct ProblemCommand: NounCommand {
  static let word = "problem"
  static let chinese = ["异常", "異常"]
  static let about = Text("what goes wrong with orders", "订单和生产的异常", "訂單和生產的異常")
  static let verbs: [any BookCommand.Type] = [
    ProblemAdd.self, ProblemExplain.self, ProblemRemedy.self, ProblemDone.self, ProblemUntil.self,
    ProblemEscalate.self, ProblemClose.self, ProblemList.self, ProblemShow.self,
  ]
  static let ofOrder: String? = "add"
}

extension Desk {
  /// Takes a problem from the front of the words: its number, or the end of it.
  func problem(_ words: inout [String], in reading: Reading) throws -> Problem {
    try first(of: &words, .problem, try: "gendan problem list") { try Problem.named($0, in: reading.db) }
  }

  /// Does something to the problem that the words begin with, and says what; the words after it are what is
  /// said of it.
  func actOnProblem(
    _ words: [String], _ body: (Problem, [String], Writing, DateWords) throws -> Text
  ) throws -> Answer {
    try write { writing, answer in
      var words = words
      let problem = try problem(&words, in: writing)
      answer.echo = [problem.label + (try body(problem, words, writing, try dateWords(writing)))]
      answer.touched = problem.orderNo.map { [$0] } ?? []
      answer.extra = [.init("problem", .string(problem.no))]
    }
  }

  /// A warning where a problem is expected to block until after the promised day: it is spoken about now
  ///
  func warning(of problem: Problem, in reading: Reading) throws -> [Complaint] {
    guard let until = problem.untilOn, let no = problem.orderNo,
      let order = try Order.numbered(no, in: reading.db),
      let due = try Schedule.of(order.id, in: reading.db).filter(\.isOpen).compactMap(\.dueOn).min(),
      due <= until
    else { return [] }
    let dates = try dateWords(reading)
    return [
      Complaint(
        .ok,
        order.label + Text("note: due ", "注意: 交期 ", "注意: 交期 ") + dates.full(due)
          + Text(", before this is over", ", 赶不上", ", 趕不上"),
        try: "gendan delay open \(no) TEXT")
    ]
  }
}

extension Problem {
  /// `PB2603-0001 宏达机械 缺料: `, with which every line about a problem begins.
  var label: Text {
    Text(verbatim: [no, customer ?? productionNo].compactMap { $0 }.joined(separator: " ") + " ") + kind.words
      + ": "
  }

  /// What is shown of a problem.
  static func listing(_ desk: Desk, _ dates: DateWords, _ now: Instant) -> Listing<Problem> {
    let language = desk.language
    func instant(_ at: Instant?) -> Cell {
      at.map { Cell(dates.time($0, utcOffset: desk.utcOffset($0)), value: .string($0.description)) } ?? .none
    }
    func said(
      _ id: String, _ heading: Text, priority: Int = 6, shrinks: Bool = false,
      _ value: @escaping (Problem) -> String?
    ) -> Listing<Problem>.Field {
      .init(id, heading, priority: priority, shrinks: shrinks) { Cell(optional: value($0)) }
    }
    return Listing(
      id: "problems", language: language,
      fields: [
        .init("no", Noun.problem.heading) { Cell($0.no) },
        said("order", OrderField.no.words, priority: 1) { $0.orderNo },
        said("production", Noun.production.heading, priority: 4) { $0.productionNo },
        said("customer", OrderField.customer.words, priority: 3, shrinks: true) { $0.customer },
        said("product", OrderField.product.words, shrinks: true) { $0.product },
        said("step", Noun.step.heading, priority: 3) { $0.step },
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: $0.kind, language) },
        said("text", Text("What", "内容", "內容"), priority: 0, shrinks: true) { $0.text },
        .init("qty", OrderField.qty.words, .trailing, priority: 4) { problem in
          problem.quantity.map { Cell($0) } ?? .none
        },
        .init("severe", Text("Severe", "严重", "嚴重"), priority: 4) { problem in
          Cell(problem.isSevere ? Answers.yes.words[language] : "", value: .bool(problem.isSevere))
        },
        said("dept", OrderField.dept.words, priority: 2) { $0.department },
        .init("until", Text("Until", "预计到", "預計到"), priority: 1) { problem in
          guard let day = problem.untilOn else { return .none }
          var cell = Cell(day: day, dates)
          if problem.isOpen && day < dates.today { cell.style = .overdue }
          return cell
        },
        said("cause", OrderField.cause.words, priority: 5, shrinks: true) { $0.finding?.text },
        said("responsible", Text("Answers for it", "责任部门", "責任部門"), priority: 4) {
          $0.finding?.department
        },
        .init("side", Text("Side", "责任方", "責任方"), priority: 6) { problem in
          problem.finding.map { Cell(id: $0.side, language) } ?? .none
        },
        .init("level", Text("Taken to", "已上报", "已上報"), priority: 4) { problem in
          guard let escalation = problem.escalation else { return Cell("", value: .integer(0)) }
          return Cell(
            escalation.person ?? escalation.role.words[language], value: .integer(Int64(escalation.level)))
        },
        .init("remedy_count", Text("Remedies", "对策", "對策"), .trailing, priority: 5) { problem in
          Cell(
            problem.remedies == 0 ? "" : "\(problem.remedies - problem.openRemedies)/\(problem.remedies)",
            value: .integer(Int64(problem.remedies)))
        },
        .init("state", OrderField.status.words) { Cell(id: $0.state, language) },
        .init("opened", Text("Opened", "登记", "登記"), priority: 2) { instant($0.openedAt) },
        said("opened_by", Text("By", "登记人", "登記人")) { $0.openedBy },
        .init("days", Text("Days", "天数", "天數"), .trailing, priority: 5) { problem in
          Cell(days: ((problem.closedAt ?? now) - problem.openedAt) / 60)
        },
        .init("closed", Text("Closed", "关闭", "關閉"), priority: 6) { instant($0.closedAt) },
        said("closed_by", Text("Closed by", "关闭人", "關閉人")) { $0.closedBy },
        said("note", OrderField.note.words, shrinks: true) { $0.closeNote },
      ])
  }
}

extension Cell {
  /// Minutes as days with one decimal, rounded down.
  init(days minutes: Int64) {
    let text = Decimal.text(max(0, minutes) / 144, decimals: 1)
    self.init(text, value: .decimal(text))
  }
}
