import Gendan
import GendanOutput

/// The page of one order.
struct OrderPage {
  let order: Order
  let desk: Desk
  let reading: Reading
  let dates: DateWords
  let tables: OrderTable
  let rows: [OrderRow]
  let showsAll: Bool

  init(_ order: Order, at desk: Desk, in reading: Reading, showsAll: Bool) throws {
    self.order = order
    self.desk = desk
    self.reading = reading
    self.showsAll = showsAll
    dates = try desk.dateWords(reading)
    tables = try OrderTable(desk, reading)
    var list = Gendan.OrderList(.now(reading.today))
    list.filter = .numbered(order.no)
    list.rollsUp = false
    list.order = .number
    rows = try list.rows(in: reading)
    sections = try Sections(order, reading)
  }

  let sections: Sections

  /// A production order with its steps, and for which deliveries it is made.
  struct Made {
    let order: ProductionOrder
    let steps: [Operation]
    let shares: [ProductionShare]
  }

  /// What is read of an order besides its rows.
  struct Sections {
    let productions: [Made]
    /// Departments that have not acknowledged, where that is asked of them.
    let awaited: [Notice]
    let shipments: [ShipmentLine]
    let contacts: [Contact]
    let holds: [Hold]
    let quotes: [Quote]
    let newMaterial: [NewMaterialLine]
    let decision: QuoteDecision?
    let events: [Event]
    /// The promises of each delivery, oldest first.
    let ledgers: [(schedule: Identifier<Schedule>, promises: [Promise])]
    let trail: ApprovalTrail
    let replies: [Reply]
    let replyDue: Instant?
    let samples: [Sample]
    let papers: [Paper]
    /// The approved samples that production orders follow.
    let followed: [Identifier<ProductionOrder>: Sample]
    let money: OrderMoney
    let shares: OrderShares
    let questions: [Question]
    let problems: [Problem]
    let delays: [DelayCase]
    let delayClock: DelayClock
    let forecasts: [Identifier<Schedule>: KeptForecast]
    let packed: [PackedLine]
    let amendments: [Amendment]
    let confirmed: Confirmed
    /// The names of people by their logins.
    let names: [String: String]

    init(_ order: Order, _ reading: Reading) throws {
      productions = try ProductionOrder.of(order.id, in: reading.db).map {
        Made(
          order: $0, steps: try Operation.of($0.id, in: reading.db), shares: try $0.shares(in: reading.db))
      }
      samples = try Sample.of(order.id, in: reading.db)
      papers = try Paper.of(PaperOwner(order), in: reading.db)
      followed = Dictionary(
        try productions.compactMap { production in
          try Sample.followed(by: production.order.id, in: reading.db).map { (production.order.id, $0) }
        }, uniquingKeysWith: { sample, _ in sample })
      awaited =
        try reading.settings().expectsAcknowledgement
        ? Notice.list(order: order.id, isOpen: true, in: reading.db) : []
      shipments = try ShipmentLine.of(order.id, in: reading.db)
      contacts = try Contact.of(order.id, in: reading.db)
      holds = try Order.holds(of: order.id, in: reading.db)
      quotes = try Quote.of(order.id, in: reading.db)
      names = try User.names(in: reading)
      shares = try OrderShares.of(order.id, in: reading.db)
      questions = try Question.list(order: order.id, isOpen: true, in: reading.db)
      problems = try Problem.of(order.id, in: reading.db)
      delays = try DelayCase.of(order.id, in: reading.db)
      delayClock = try DelayClock(reading)
      forecasts = try KeptForecast.of(order.id, in: reading.db)
      newMaterial = try NewMaterialLine.of(order, in: reading.db)
      decision = try QuoteDecision.of(order.id, in: reading.db)
      trail = try ApprovalTrail.of(order, in: reading)
      replies = try Reply.of(order.id, in: reading.db)
      replyDue = try order.replyDue(reading.settings())
      money = try OrderMoney.of(order.id, in: reading.db)
      packed = try PackedLine.of(order.id, in: reading.db)
      amendments = try Amendment.of(order.id, in: reading.db)
      confirmed = try Confirmed(order, productions.map(\.order), in: reading)
      events = try Journal.events(subject: order.no, limit: 200, in: reading)
      ledgers = try Schedule.of(order.id, in: reading.db).map {
        ($0.id, try Promise.ledger(of: $0.id, in: reading.db))
      }
    }
  }

  var blocks: [Document.Block] {
    var blocks = head
    let facts = facts
    let width = facts.map { CellWidth.of(say($0.label)) }.max() ?? 0
    blocks += facts.map { .line("\(CellWidth.pad(say($0.label), to: width))  \(say($0.text))") }
    if rows.count > 1 { blocks += [.blank, .table(lineTable)] }
    blocks += stepBlocks
    if !sections.awaited.isEmpty {
      let departments = sections.awaited.map { notice in
        "\(notice.department) (\(say(Elapsed.text(minutes: Int64(notice.minutes(at: reading.now))))))"
      }
      blocks += [
        .blank,
        .line(
          say(Text("Not acknowledged: ", "未签收通知: ", "未簽收通知: ")) + departments.joined(separator: ", ")),
      ]
    }
    if !sections.shipments.isEmpty {
      blocks += [.blank, .line(say(Text("Shipments", "发货", "出貨")), .strong), .table(shipmentTable)]
    }
    return blocks + logBlocks(isWhole: showsAll)
  }

  /// What every page of the order begins with.
  var head: [Document.Block] { [.line(say(heading), .strong), .rule] }

  /// Its production, step by step.
  var stepBlocks: [Document.Block] {
    sections.productions.flatMap { production -> [Document.Block] in
      [.blank, .line(say(productionHeading(production.order)), .strong)]
        + (production.steps.isEmpty ? [] : [.table(stepTable(production))])
    }
  }

  /// What happened, the newest first; the last of it, or all.
  func logBlocks(isWhole: Bool) -> [Document.Block] {
    let history = history
    guard !history.isEmpty else { return [] }
    let shown = isWhole ? history : Array(history.prefix(8))
    let title =
      shown.count < history.count
      ? Text(
        "What happened (newest first, \(history.count) in all, --all shows them)",
        "经过 (新的在上, 共 \(history.count) 条, --all 看全部)", "經過 (新的在上, 共 \(history.count) 條, --all 看全部)")
      : Text("What happened (newest first)", "经过 (新的在上)", "經過 (新的在上)")
    return [.blank, .line(say(title), .strong)] + shown.map { .line(" " + $0) }
  }

  func say(_ text: Text) -> String { desk.say(text) }

  var worst: OrderRow? {
    rows.filter(\.isOpen).min { ($0.dueOn ?? .latest) < ($1.dueOn ?? .latest) } ?? rows.first
  }

  var heading: Text {
    var text = Text(verbatim: "\(order.no)   \(order.customer)")
    let isUnderReview = order.state == .taken && !sections.trail.acts.isEmpty
    if let po = order.customerPO { text = text + Text("   PO ", "   客户单号 ", "   客戶單號 ") + po }
    if order.kind == .export { text = text + "   " + order.kind.words }
    if let row = worst, row.isRush { text = text + "   " + StateWord.rush.words }
    text = text + "   " + (isUnderReview ? order.review.words : order.state.words)
    if order.isHeld { text = text + Text(", on hold", ", 暂停", ", 暫停") }
    if let row = worst, let late = row.lateness(asOf: reading.today, calendar: dates.calendar), late.isLate {
      text =
        text
        + Text(
          "   \(late.workingDays)d late (\(late.days) calendar day\(late.days == 1 ? "" : "s")",
          "   超期 \(late.workingDays) 天 (日历 \(late.days) 天", "   逾期 \(late.workingDays) 天 (日曆 \(late.days) 天")
        + adjusted(row, late) + ")"
    }
    return text
  }

  /// The days without the customer's holds, beside the raw ones where they differ (lateness rule 9).
  func adjusted(_ row: OrderRow, _ late: Lateness) -> Text {
    guard let due = row.dueOn, !sections.holds.isEmpty else { return Text("", "", "") }
    let deliveries = row.completedOn.map { [Delivery(quantity: 1, shippedOn: $0)] } ?? []
    var record = DeliveryRecord(ordered: 1, reference: due, deliveries: deliveries)
    record.holds = sections.holds
    let days = record.adjustedDaysLate(asOf: reading.today, calendar: dates.calendar)
    guard days != late.days else { return Text("", "", "") }
    return Text(
      ", \(days) without the customer's holds", ", 扣除客户暂停 \(days) 天", ", 扣除客戶暫停 \(days) 天")
  }
}
