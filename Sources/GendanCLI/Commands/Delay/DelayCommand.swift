import ArgumentParser
import Gendan
import GendanOutput

/// `delay`: a promise that cannot be kept, in four steps (R-171, R-175 to R-178).
struct DelayCommand: NounCommand {
  static let word = "delay"
  static let chinese = ["延误", "延誤"]
  static let about = Text("promises that cannot be kept", "交期延误的四步", "交期延誤的四步")
  static let verbs: [any BookCommand.Type] = [
    DelayOpen.self, DelayExplain.self, DelayTold.self, DelayClose.self, DelayList.self, DelayReport.self,
    DelayConfirm.self, DelayOverrule.self,
  ]
  static let ofOrder: String? = "open"
}

extension Desk {
  /// Takes a delay case from the front of the words: its number, or the end of it.
  func delay(_ words: inout [String], in reading: Reading) throws -> DelayCase {
    try first(of: &words, .delay, try: "gendan delay list") { try DelayCase.named($0, in: reading.db) }
  }

  /// Takes the next step of the delay case that the words begin with, and says what, and what comes next.
  func actOnDelay(
    _ words: [String], _ body: (DelayCase, [String], Writing, DateWords) throws -> (DelayCase, Text)
  ) throws -> Answer {
    try write { writing, answer in
      var words = words
      let delay = try delay(&words, in: writing)
      let (after, text) = try body(delay, words, writing, try dateWords(writing))
      answer.echo = [after.label + text] + after.nextEcho
      answer.touched = [after.orderNo]
      answer.extra = [.init("delay", .string(after.no))]
    }
  }

  /// The moment of `--at`, the day's last minute where only a day is known; nil where it is left out.
  func instant(_ text: String?, in reading: Reading) throws -> Instant? {
    try text.flatMap { try moment($0, in: reading).ended(utcOffset: reading.utcOffset) }
  }
}

extension DelayCase {
  /// `Y2603-0001 SO2603-0001 宏达机械: `, with which every line about a delay case begins.
  var label: Text { Text(verbatim: "\(no) \(orderNo)\(line.map { ".\($0)" } ?? "") \(customer): ") }

  /// The command of the next step, where one is open.
  var nextEcho: [Text] {
    guard closedAt == nil else { return [] }
    return [Text("  next: ", "  下一步: ", "  下一步: ") + stage.next(no)]
  }

  /// Where it stands: `客户还没同意`, or how it ended.
  var standing: Text {
    guard closedAt != nil else { return stage.awaited }
    guard let answer else { return stage.awaited }
    return Text("ended: ", "已结束: ", "已結束: ") + Noun.customer.words + " " + answer.words
  }

  /// What is shown of a delay case.
  static func listing(
    _ desk: Desk, _ dates: DateWords, _ clock: DelayClock, _ now: Instant
  ) -> Listing<DelayCase> {
    let language = desk.language
    func instant(_ at: Instant?) -> Cell {
      at.map { Cell(dates.time($0, utcOffset: desk.utcOffset($0)), value: .string($0.description)) } ?? .none
    }
    func time(
      _ id: String, _ heading: Text, _ value: @escaping (DelayCase) -> Instant?
    ) -> Listing<DelayCase>.Field { .init(id, heading, priority: 5) { instant(value($0)) } }
    func said(
      _ id: String, _ heading: Text, priority: Int = 5, shrinks: Bool = false,
      _ value: @escaping (DelayCase) -> String?
    ) -> Listing<DelayCase>.Field {
      .init(id, heading, priority: priority, shrinks: shrinks) { Cell(optional: value($0)) }
    }
    return Listing(
      id: "delays", language: language,
      fields: [
        .init("no", Noun.delay.heading) { Cell($0.no) },
        .init("order", OrderField.no.words) { Cell($0.orderNo) },
        .init("line", OrderField.line.words, .trailing, priority: 6) { Cell(number: $0.line) },
        said("customer", OrderField.customer.words, priority: 2, shrinks: true) { $0.customer },
        said("text", Text("What", "内容", "內容"), priority: 3, shrinks: true) { $0.text },
        .init("promised", Text("Promised", "原交期", "原交期")) { Cell(day: $0.dueOn, dates) },
        .init("forecast", Text("Expected", "预计", "預計"), priority: 5) { Cell(day: $0.forecastOn, dates) },
        .init("new", Text("New", "新交期", "新交期")) { Cell(day: $0.newOn, dates) },
        .init("days", Text("Days", "天数", "天數"), .trailing, priority: 1) { delay in
          delay.days.map { Cell($0 > 0 ? "+\($0)" : String($0), value: .integer(Int64($0))) } ?? .none
        },
        .init("cause", OrderField.cause.words, priority: 3) { delay in
          delay.explanation.map { Cell(id: $0.cause, language) } ?? .none
        },
        said("why", Text("Why", "原因说明", "原因說明"), shrinks: true) { $0.explanation?.text },
        said("responsible", Text("Answers for it", "责任部门", "責任部門"), priority: 4) {
          $0.explanation?.department ?? $0.department
        },
        said("remedy", Noun.remedy.heading, shrinks: true) { $0.explanation?.remedy },
        .init("answer", Text("Customer", "客户答复", "客戶答覆"), priority: 4) { delay in
          delay.answer.map { Cell(id: $0.answer, language) } ?? .none
        },
        .init("stage", Text("Last step", "已到", "已到")) { Cell(id: $0.stage, language) },
        .init("turn", Text("Turn of", "轮到", "輪到")) { delay in
          Cell(
            optional: (delay.stage == .reported ? delay.department : nil) ?? delay.stage.turn?[language])
        },
        .init("waits", Text("Waits", "已等", "已等"), priority: 1) { delay in
          guard delay.closedAt == nil else { return .none }
          let minutes = (now - delay.lastAt) / 60
          var cell = Cell(Elapsed.text(minutes: minutes)[language], value: .integer(minutes))
          if now > clock.due(delay) { cell.style = .overdue }
          return cell
        },
        time("found", DelayStage.found.words) { $0.foundAt },
        time("reported", DelayStage.reported.words) { $0.reportedAt },
        time("explained", DelayStage.explained.words) { $0.explanation?.at },
        time("told", DelayStage.told.words) { $0.answer?.at },
        time("closed", DelayStage.closed.words) { $0.closedAt },
        .init("report_minutes", Text("To report", "上报用时", "上報用時"), priority: 1) { delay in
          let minutes = delay.minutesToReport
          var cell = Cell(Elapsed.text(minutes: minutes)[language], value: .integer(minutes))
          guard clock.isReportedLate(delay) else { return cell }
          cell.text += Text(", late", ", 超时", ", 超時")[language]
          cell.style = .overdue
          return cell
        },
        .init("reported_late", Text("Reported late", "上报超时", "上報超時"), priority: 6) {
          Cell(flag: clock.isReportedLate($0), language)
        },
      ])
  }
}

extension DelayAnswer {
  /// `接受 2026-03-31 周二`, `坚持原交期`.
  var words: Text {
    acceptedOn.map { answer.words + " " + $0.description + " " + $0.weekday.words } ?? answer.words
  }
}
