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
    let events: [Event]
    let promises: [Promise]
    let trail: ApprovalTrail
    let replies: [Reply]
    let replyDue: Instant?
    let samples: [Sample]
    let papers: [Paper]
    /// The approved samples that production orders follow.
    let followed: [Identifier<ProductionOrder>: Sample]
    let money: OrderMoney
    let packed: [PackedLine]
    let amendments: [Amendment]
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
      names = Dictionary(
        try User.all(in: reading).map { ($0.login, $0.name) }, uniquingKeysWith: { name, _ in name })
      trail = try ApprovalTrail.of(order, in: reading)
      replies = try Reply.of(order.id, in: reading.db)
      replyDue = try order.replyDue(reading.settings())
      money = try OrderMoney.of(order.id, in: reading.db)
      packed = try PackedLine.of(order.id, in: reading.db)
      amendments = try Amendment.of(order.id, in: reading.db)
      events = try Journal.events(subject: order.no, limit: 200, in: reading)
      promises = try Schedule.of(order.id, in: reading.db).flatMap {
        try Promise.ledger(of: $0.id, in: reading.db)
      }
    }
  }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [.line(say(heading), .strong), .rule]
    blocks += facts.map { .line("\(CellWidth.pad(say($0.label), to: labelWidth))  \(say($0.text))") }
    if rows.count > 1 { blocks += [.blank, .table(lineTable)] }
    for production in sections.productions {
      blocks += [.blank, .line(say(productionHeading(production.order)), .strong)]
      if !production.steps.isEmpty { blocks.append(.table(stepTable(production))) }
    }
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
    let history = history
    if !history.isEmpty {
      let shown = showsAll ? history : Array(history.prefix(8))
      let title =
        shown.count < history.count
        ? Text(
          "What happened (newest first, \(history.count) in all, --all shows them)",
          "经过 (新的在上, 共 \(history.count) 条, --all 看全部)", "經過 (新的在上, 共 \(history.count) 條, --all 看全部)")
        : Text("What happened (newest first)", "经过 (新的在上)", "經過 (新的在上)")
      blocks += [.blank, .line(say(title), .strong)]
      blocks += shown.map { .line(" " + $0) }
    }
    return blocks
  }

  func say(_ text: Text) -> String { desk.say(text) }

  var worst: OrderRow? {
    rows.filter(\.isOpen).min { ($0.dueOn ?? .latest) < ($1.dueOn ?? .latest) } ?? rows.first
  }

  var heading: Text {
    var text = Text(verbatim: "\(order.no)   \(order.customer)")
    let isUnderReview = order.state == .taken && !sections.trail.acts.isEmpty
    if let po = order.customerPO { text = text + Text("   PO ", "   客户单号 ", "   客戶單號 ") + po }
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

  var labelWidth: Int { facts.map { CellWidth.of(say($0.label)) }.max() ?? 0 }

  var facts: [(label: Text, text: Text)] {
    var facts: [(label: Text, text: Text)] = []
    if let row = rows.first, rows.count == 1 {
      facts.append((OrderField.product.words, Text(verbatim: row.product)))
      facts.append(
        (
          OrderField.qty.words,
          Text(verbatim: "\(row.quantity.text) \(row.quantity.unit)   ")
            + Text("made ", "已完 ", "已完 ") + made(row)
            + Text("   shipped ", "   已发 ", "   已出 ") + row.quantity.with(row.shipped).text
            + Text("   open ", "   未交 ", "   未交 ") + row.open.text
        ))
      if let price = row.price {
        facts.append(
          (
            OrderField.price.words,
            Text(verbatim: "\(OrderTable.price(price)) \(row.currency)   ") + OrderField.amount.words
              + " \(row.amount.map { Decimal.text($0.cents, decimals: 2, grouped: true) } ?? "") \(row.currency)"
          ))
      }
    }
    if let line = sections.money.line { facts.append((Text("Money", "货款", "貨款"), line)) }
    for quote in sections.quotes { facts.append((Noun.quote.heading, words(quote))) }
    facts.append((OrderField.created.words, dates.full(order.orderedOn)))
    for (label, day) in referenceDates { facts.append((label, day)) }
    if let clerk = worst?.clerkName { facts.append((OrderField.clerk.words, Text(verbatim: clerk))) }
    if let carrier = order.carrier { facts.append((OrderField.carrier.words, Text(verbatim: carrier))) }
    if let note = order.note { facts.append((OrderField.note.words, Text(verbatim: note))) }
    if let special = order.special {
      facts.append((Text("Special", "特殊条款", "特殊條款"), Text(verbatim: special)))
    }
    facts += packingFacts + amendmentFacts
    facts += reviewFacts
    facts += fileFacts
    for hold in sections.holds { facts.append((Text("Hold", "暂停", "暫停"), words(hold))) }
    if let closed = order.closedOn { facts.append((Text("Closed", "结案", "結案"), dates.full(closed))) }
    if order.isCancelled {
      facts.append(
        (
          Text("Cancelled", "取消", "取消"),
          order.cancelledOn.map(dates.full) ?? Text("day not known", "日期不详", "日期不詳")
        ))
    }
    return facts
  }

  /// R, P1 and Pn of the row that is worst.
  var referenceDates: [(Text, Text)] {
    guard let row = worst else { return [] }
    let none = Text("not given", "未登记", "未登記")
    var dated = [(Text("Wanted", "客户要求", "客戶要求"), row.requestedOn.map(dates.full) ?? none)]
    dated.append(
      (
        Text("First promise", "首次答复", "首次答覆"),
        row.firstPromisedOn.map(dates.full) ?? Text("none yet", "未答复", "未答覆")
      ))
    if row.promiseCount > 1, let day = row.promisedOn {
      dated.append(
        (
          Text("Latest promise", "最新答复", "最新答覆"),
          dates.full(day)
            + Text(
              " (re-promise \(row.promiseCount - 1)", " (第 \(row.promiseCount - 1) 次改期",
              " (第 \(row.promiseCount - 1) 次改期")
            + (row.cause.map { Text(", cause ", ", 原因 ", ", 原因 ") + $0.words } ?? Text("", "", "")) + ")"
        ))
    }
    if let day = row.completedOn { dated.append((Text("Completed", "交清", "交清"), dates.full(day))) }
    return dated
  }

  func made(_ row: OrderRow) -> String {
    let good = sections.productions.flatMap(\.shares).filter { $0.schedule == row.schedule }.reduce(0) {
      $0 + $1.good
    }
    return row.quantity.with(good).text
  }

  func words(_ hold: Hold) -> Text {
    var text = hold.side.words + ", \(hold.reason)  " + (hold.fromOn.map { dates.short($0) } ?? "?") + " -> "
    if let resumed = hold.resumedOn {
      text = text + dates.short(resumed)
    } else {
      text = text + (hold.untilOn.map { dates.short($0) } ?? "") + Text(" running", " 进行中", " 進行中")
    }
    return hold.evidence.map { text + " (\($0))" } ?? text
  }

  /// Chases, notes and the journal's lines, newest first.
  var history: [String] {
    let talks = sections.contacts.map { contact -> (Instant, String) in
      let kind = contact.kind == .chase ? Text("chase", "跟催", "跟催") : Text("note", "备注", "備註")
      let party = contact.party.map { "\($0): " } ?? ""
      let next = contact.nextOn.map { say(Text(". Next ", "。下次 ", "。下次 ")) + dates.short($0) } ?? ""
      return (contact.enteredAt, "\(contact.by ?? "")  \(say(kind))  \(party)\(contact.text)\(next)")
    }
    let talked: Set<String> = ["contact.add", "note.add"]
    let changes = sections.events.filter { !talked.contains($0.command) }.map { event -> (Instant, String) in
      let reason = event.reason.map { event.line.contains($0) ? "" : " (\($0))" } ?? ""
      return (event.at, "\(sections.names[event.login] ?? event.login)  \(event.line)\(reason)")
    }
    return (talks + changes).sorted { $1.0 < $0.0 }.map { at, text in "\(time(at))  \(text)" }
  }

  func time(_ at: Instant) -> String { dates.time(at, utcOffset: desk.utcOffset(at)) }
}
