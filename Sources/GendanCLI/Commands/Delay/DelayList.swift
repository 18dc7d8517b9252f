import ArgumentParser
import Gendan
import GendanOutput

/// Delay cases, whose turn it is and for how long; or overdue orders without one.
struct DelayList: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("list delay cases, and whose turn it is", "列出延误, 轮到谁", "列出延誤, 輪到誰"),
    usage: "[FILTER…] [--open | --all | --missing]",
    examples: ["delay list", "delay list --missing", "delay list customer:宏达 --all"], part: .follow)

  @Argument var words: [String] = []
  @Flag var open = false
  @Flag var all = false
  @Flag var missing = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var answer: Answer
      if missing {
        let rows = try DelayCase.missing(try desk.filter(words, in: reading), in: reading)
        answer = Answer(
          "orders", Document([.table(try OrderTable(desk, reading).table("orders", rows, numberedFrom: 1))]))
        answer.columns = [
          "no", "customer", "product", "qty", "open", "first", "due", "late", "step", "cause", "clerk",
        ]
        answer.rows = rows.map(\.no)
      } else {
        let (words, orders) = try desk.wordsAndOrders(words, in: reading)
        let found = try DelayCase.list(
          containing: words, orders: orders, isOpen: open || !all, in: reading)
        answer = Answer(
          "delays",
          DelayCase.listing(desk, try desk.dateWords(reading), try DelayClock(reading), reading.now).list(
            found))
        answer.columns =
          ["no", "order", "customer", "promised", "new", "days", "cause", "responsible", "stage"]
          + (all ? ["answer", "closed"] : ["turn", "waits", "report_minutes"])
        answer.rows = found.map(\.orderNo)
      }
      answer.title = Self.sheet.about
      return answer
    }
  }
}

/// One delay case on a page: for the manager with everything (P3, R-171), for the customer with nothing that is
/// ours alone.
struct DelayReport: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.report", word: "report", chinese: ["报告", "報告"],
    about: Text("the delay report", "交期延误报告", "交期延誤報告"), usage: "NO [--customer]",
    examples: ["delay report Y2603-0001", "delay report Y2603-0001 --customer --lang en -O html"],
    part: .supervisor)

  @Argument var words: [String] = []
  @Flag var customer = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let delay = try desk.delay(&words, in: reading)
      let page = try DelayPage(delay, at: desk, in: reading)
      var answer = customer ? Answer("delay_notice", page.outward) : Answer("delay_report", page.inward)
      answer.touched = [delay.orderNo]
      answer.isOutward = customer
      return answer
    }
  }
}

/// The page of a delay case.
struct DelayPage {
  private let delay: DelayCase
  private let desk: Desk
  private let reading: Reading
  private let dates: DateWords
  private let rows: [OrderRow]
  private let answers: [DelayAnswer]
  private let clock: DelayClock

  init(_ delay: DelayCase, at desk: Desk, in reading: Reading) throws {
    self.delay = delay
    self.desk = desk
    self.reading = reading
    dates = try desk.dateWords(reading)
    var list = Gendan.OrderList(.now(reading.today))
    list.filter = .numbered(delay.orderNo)
    list.rollsUp = false
    list.order = .number
    rows = try list.rows(in: reading).filter { delay.line == nil || $0.lineNo == delay.line }
    answers = try DelayAnswer.of(delay, in: reading.db)
    clock = try DelayClock(reading)
  }

  /// For the sales manager or the general manager: all of it, with the four steps and their times.
  var inward: Document {
    let steps = stepTable
    var document = DelayCase.listing(desk, dates, clock, reading.now).card(
      delay,
      with: [
        .init("reported_by", .string(delay.reportedBy)), .init("goods", goods.json),
        .init("steps", steps.json), .init("note", delay.note.map { .string($0) } ?? .null),
      ])
    document.blocks =
      head(Text("Delay report  ", "交期延误报告  ", "交期延誤報告  ") + delay.no, inwardFacts) + [
        .blank, .table(goods), .blank, .table(steps),
      ]
    return document
  }

  /// For the customer: no names of ours, no departments, no money.
  var outward: Document {
    let text = Text(
      "We are sorry that we cannot keep the promised day.", "很抱歉, 我们不能按原答复的交期交货。",
      "很抱歉, 我們不能按原答覆的交期交貨。")
    var blocks = head(
      Text("Change of delivery date", "交期变更通知", "交期變更通知") + "  \(delay.orderNo)", outwardFacts)
    blocks += [.blank, .table(goods), .blank, .line(desk.say(text))]
    if delay.newOn == nil {
      blocks.append(.line(desk.say(Text("We will name the new day.", "新交期另行通知。", "新交期另行通知。"))))
    } else if delay.answer == nil {
      blocks += [
        .blank,
        .line(
          desk.say(
            Text(
              "Please confirm the new day: ______________________   Date: ______________",
              "请确认新交期 (签字盖章): ______________________   日期: ______________",
              "請確認新交期 (簽字蓋章): ______________________   日期: ______________"))),
      ]
    }
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    return Document(
      blocks,
      json: [
        "order": .string(delay.orderNo), "po": delay.customerPO.map { .string($0) } ?? .null,
        "customer": .string(delay.customer), "promised": day(delay.dueOn), "new": day(delay.newOn),
        "days": delay.days.map { .integer(Int64($0)) } ?? .null,
        "cause": delay.explanation.map { .string($0.cause.rawValue) } ?? .null,
        "explanation": delay.explanation?.outward.map { .string($0) } ?? .null,
        "answer": delay.answer.map { .string($0.answer.rawValue) } ?? .null, "goods": goods.json,
      ], records: goods)
  }

  private typealias Fact = (label: Text, text: Text?)

  private func head(_ title: Text, _ facts: [Fact]) -> [Document.Block] {
    let said = facts.compactMap { fact in fact.text.map { (fact.label, $0) } }
    let width = said.map { CellWidth.of(desk.say($0.0)) }.max() ?? 0
    return [.line(desk.say(title), .strong), .rule]
      + said.map { .line(CellWidth.pad(desk.say($0.0), to: width) + "  " + desk.say($0.1)) }
  }

  private var orderFacts: [Fact] {
    [
      (OrderField.customer.words, Text(verbatim: delay.customer)),
      (OrderField.po.words, delay.customerPO.map { Text(verbatim: $0) }),
    ]
  }

  private var dayFacts: [Fact] {
    [
      (Text("Promised", "原答复交期", "原答覆交期"), dates.full(delay.dueOn)),
      (Text("New day", "新交期", "新交期"), delay.newOn.map { dates.full($0) + delay.later }),
    ]
  }

  private var inwardFacts: [Fact] {
    let explanation = delay.explanation
    return [(OrderField.no.words, Text(verbatim: delay.orderNo))] + orderFacts + [
      (Text("Found", "情况", "情況"), Text(verbatim: delay.text)),
      (Text("Expected", "预计交期", "預計交期"), delay.forecastOn.map(dates.full)),
    ] + dayFacts + [
      (OrderField.cause.words, explanation.map { $0.cause.words + ", " + $0.text }),
      (Text("Answers for it", "责任部门", "責任部門"), explanation.map { Text(verbatim: $0.department) }),
      (Noun.remedy.heading, explanation?.remedy.map { Text(verbatim: $0) }),
    ]
      + answers.map { answer in
        let who = [answer.told, answer.via, answer.note].compactMap { $0 }.joined(separator: ", ")
        return (
          Text("Customer's answer", "客户答复", "客戶答覆"), answer.words + (who.isEmpty ? "" : " (\(who))")
        )
      } + [
        (OrderField.status.words, delay.standing),
        (OrderField.note.words, delay.note.map { Text(verbatim: $0) }),
      ]
  }

  private var outwardFacts: [Fact] {
    [(Text("Our order", "我方单号", "我方單號"), Text(verbatim: delay.orderNo))] + orderFacts + dayFacts + [
      (OrderField.cause.words, delay.explanation.map(\.cause.words)),
      (Text("Explanation", "说明", "說明"), delay.explanation?.outward.map { Text(verbatim: $0) }),
    ]
  }

  /// What is delayed, without a price.
  private var goods: Table {
    Listing<OrderRow>(
      id: "goods", language: desk.language,
      fields: [
        .init("line", OrderField.line.words, .trailing) { Cell(number: $0.lineNo) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("spec", OrderField.spec.words, shrinks: true) { Cell(optional: $0.spec) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("open", OrderField.open.words, .trailing) { Cell($0.open) },
        .init("unit", Text("Unit", "单位", "單位")) { Cell($0.quantity.unit) },
      ]
    ).table(rows)
  }

  private struct StepTime {
    let stage: DelayStage
    let at: Instant?
    let minutes: Int64?
  }

  /// The steps with their times, and how long each took.
  private var stepTable: Table {
    let steps = delay.steps
    let taken = zip(steps, [nil] + steps.map(\.at)).map { step, before in
      StepTime(
        stage: step.stage, at: step.at, minutes: step.at.flatMap { at in before.map { (at - $0) / 60 } })
    }
    let people = [
      DelayStage.reported: delay.reportedBy, .explained: delay.explanation?.by, .told: delay.answer?.by,
      .closed: delay.closedBy,
    ]
    return Listing<StepTime>(
      id: "steps", language: desk.language,
      fields: [
        .init("step", Text("Step", "步骤", "步驟")) { Cell(id: $0.stage, desk.language) },
        .init("at", Text("When", "时间", "時間")) { step in
          guard let at = step.at else { return .none }
          return Cell(desk.stamp(at), value: .string(at.description))
        },
        .init("took", Text("After", "历时", "歷時")) { step in
          guard let minutes = step.minutes else { return .none }
          return Cell(Elapsed.text(minutes: minutes)[desk.language], value: .integer(minutes))
        },
        .init("by", Text("By", "经办", "經辦")) { Cell(optional: people[$0.stage] ?? nil) },
      ]
    ).table(taken)
  }
}
