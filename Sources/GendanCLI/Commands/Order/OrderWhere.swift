import ArgumentParser
import Gendan
import GendanOutput

/// At which step an order stands: what was done and when, what comes next, and since when it waits
///
struct OrderWhere: BookCommand {
  static let sheet = CommandSheet(
    id: "order.where", word: "where", chinese: ["到哪", "走到哪"],
    about: Text("at which step an order stands", "订单走到哪一步", "訂單走到哪一步"), usage: "REF",
    examples: ["where 118", "where ^ --json"], part: .morning)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let way = try OrderWay.of(order, in: reading)
      let dates = try desk.dateWords(reading)
      let trail = try ApprovalTrail.of(order, in: reading)
      let next = order.isCancelled ? nil : way.next
      let lines = way.steps.map { step in
        Line(step: step, isSkipped: way.isSkipped(step), isNext: step.id == next?.id)
      }
      let names = try User.names(in: reading)
      var head = order.label
      if let next {
        head = head + Text("next: ", "下一步: ", "下一步: ") + next.id.words
        if let hands = hands(next, order, trail, names) { head = head + ", " + hands }
        if let since = way.steps.compactMap(\.takenOn).max() {
          let days = dates.calendar.workingDays(from: since, to: reading.today)
          head = head + Text(", waits ", ", 已等 ", ", 已等 ") + DateWords.days(max(0, days))
        }
      } else {
        head = head + order.state.words
      }
      let table = listing(order, desk, dates, names).list(lines)
      var answer = Answer("where", Document([.line(desk.say(head), .strong)] + table.blocks))
      answer.columns = ["mark", "step", "when", "who", "try"]
      answer.touched = [order.no]
      answer.title = Self.sheet.about
      answer.extra = [
        .init("no", .string(order.no)), .init("next", next.map { .string($0.id.rawValue) } ?? .null),
      ]
      return answer
    }
  }

  fileprivate struct Line {
    let step: WayStep
    let isSkipped: Bool
    let isNext: Bool
  }

  /// In whose hands the next step is.
  private func hands(
    _ step: WayStep, _ order: Order, _ trail: ApprovalTrail, _ names: [String: String]
  ) -> Text? {
    switch step.id {
    case .approved where !trail.next.isEmpty && trail.state == .inReview:
      trail.next.map(\.words).joined(", ")
    case .remitted, .paid: Role.finance.words
    case .made: Role.production.words
    default: order.clerk.map { Text(verbatim: names[$0] ?? $0) }
    }
  }

  private func listing(
    _ order: Order, _ desk: Desk, _ dates: DateWords, _ names: [String: String]
  ) -> Listing<Line> {
    let language = desk.language
    return Listing(
      id: "where", language: language,
      fields: [
        .init("mark", Text(verbatim: "")) { Cell($0.mark, code: $0.state) },
        .init("step", Text("Step", "步骤", "步驟")) { Cell(id: $0.step.id, language) },
        .init("when", Text("When", "时间", "時間")) { line in
          if let at = line.step.takenAt {
            return Cell(dates.time(at, utcOffset: desk.utcOffset(at)), value: .string(at.description))
          }
          return Cell(day: line.step.takenOn, dates)
        },
        .init("who", Text("Who", "谁", "誰"), priority: 2) { line in
          Cell(line.step.by.map { names[$0] ?? $0 } ?? "", code: line.step.by)
        },
        .init("try", Text("What comes next", "下一步", "下一步"), shrinks: true) { line in
          line.isNext ? Cell(line.step.id.remedy(order.no)) : .none
        },
      ])
  }
}

extension OrderWhere.Line {
  /// `[x]` taken, `[ ]` not yet, `[!]` left out while a later one was taken, `-` not asked.
  fileprivate var mark: String {
    if step.takenOn != nil { return "[x]" }
    if isSkipped { return "[!]" }
    return step.isAsked ? "[ ]" : " - "
  }

  fileprivate var state: String {
    if step.takenOn != nil { return "done" }
    if isSkipped { return "skipped" }
    return step.isAsked ? "open" : "not-asked"
  }
}

extension WayStepID: Worded {
  var words: Text {
    switch self {
    case .received: Text("received", "收单", "收單")
    case .answered: Text("priced and sent back", "计价回传", "計價回傳")
    case .remitted: Text("remittance confirmed", "汇款确认", "匯款確認")
    case .approved: Text("approved", "订单审批", "訂單審批")
    case .handedOver: Text("handed over", "交单", "交單")
    case .released: Text("in production", "下达生产", "下達生產")
    case .made: Text("made", "完工", "完工")
    case .shipped: Text("shipped", "发货", "出貨")
    case .arrived: Text("arrived", "签收", "簽收")
    case .paid: Text("paid", "收款", "收款")
    case .closed: Text("closed", "结案", "結案")
    }
  }

  /// The command that takes the step.
  fileprivate func remedy(_ no: String) -> String {
    switch self {
    case .received: "gendan set \(no) received=9:30"
    case .answered: "gendan reply \(no) --via email"
    case .remitted: "gendan payment list \(no)"
    case .approved: "gendan review check \(no)"
    case .handedOver: "gendan assign \(no) --to CLERK"
    case .released: "gendan release \(no)"
    case .made: "gendan show \(no)"
    case .shipped: "gendan ship \(no)"
    case .arrived: "gendan arrive \(no)"
    case .paid: "gendan payment amount \(no)"
    case .closed: "gendan close \(no)"
    }
  }
}

extension User {
  /// The names of people by their logins.
  static func names(in reading: Reading) throws -> [String: String] {
    Dictionary(try all(in: reading).map { ($0.login, $0.name) }, uniquingKeysWith: { name, _ in name })
  }
}
