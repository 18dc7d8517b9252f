import ArgumentParser
import Gendan
import GendanOutput

/// Shows an order: its dates, its lines, its steps, and what happened (R-081, R-093).
struct OrderShow: BookCommand {
  static let sheet = CommandSheet(
    id: "order.show", word: "show", short: "s", chinese: ["看"],
    about: Text("show an order", "看一张订单", "看一張訂單"), usage: "REF… [--all]",
    examples: ["show 118", "118", "show ^ --all"], part: .morning)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let orders = try desk.references(&words, in: reading).map(\.order)
      if let left = words.first { throw desk.missingReference(left) }
      var blocks: [Document.Block] = []
      var json: [JSON] = []
      for order in orders {
        let page = try OrderPage(order, at: desk, in: reading, showsAll: all)
        if !blocks.isEmpty { blocks += [.blank, .blank] }
        blocks += page.blocks
        json.append(page.json)
      }
      var answer = Answer("order", Document(blocks, json: .object([.init("orders", .array(json))])))
      answer.touched = orders.map(\.no)
      answer.title = Text("Order", "订单", "訂單")
      return answer
    }
  }
}

/// The page of one order.
struct OrderPage {
  private let order: Order
  private let desk: Desk
  private let reading: Reading
  private let dates: DateWords
  private let tables: OrderTable
  private let rows: [OrderRow]
  private let showsAll: Bool

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

  private let sections: Sections

  /// What is read of an order besides its rows.
  private struct Sections {
    let productions: [(order: ProductionOrder, steps: [Operation])]
    let shipments: [ShipmentLine]
    let contacts: [Contact]
    let holds: [Hold]
    let events: [Event]
    let promises: [Promise]
    /// The names of people by their logins.
    let names: [String: String]

    init(_ order: Order, _ reading: Reading) throws {
      productions = try ProductionOrder.of(order.id, in: reading.db).map {
        ($0, try Operation.of($0.id, in: reading.db))
      }
      shipments = try ShipmentLine.of(order.id, in: reading.db)
      contacts = try Contact.of(order.id, in: reading.db)
      holds = try Order.holds(of: order.id, in: reading.db)
      names = Dictionary(
        try User.all(in: reading).map { ($0.login, $0.name) }, uniquingKeysWith: { name, _ in name })
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

  private func say(_ text: Text) -> String { desk.say(text) }

  private var worst: OrderRow? {
    rows.filter(\.isOpen).min { ($0.dueOn ?? .latest) < ($1.dueOn ?? .latest) } ?? rows.first
  }

  private var heading: Text {
    var text = Text(verbatim: "\(order.no)   \(order.customer)")
    if let po = order.customerPO { text = text + Text("   PO ", "   客户单号 ", "   客戶單號 ") + po }
    text = text + "   " + order.state.words
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
  private func adjusted(_ row: OrderRow, _ late: Lateness) -> Text {
    guard let due = row.dueOn, !sections.holds.isEmpty else { return Text("", "", "") }
    let deliveries = row.completedOn.map { [Delivery(quantity: 1, shippedOn: $0)] } ?? []
    var record = DeliveryRecord(ordered: 1, reference: due, deliveries: deliveries)
    record.holds = sections.holds
    let days = record.adjustedDaysLate(asOf: reading.today, calendar: dates.calendar)
    guard days != late.days else { return Text("", "", "") }
    return Text(
      ", \(days) without the customer's holds", ", 扣除客户暂停 \(days) 天", ", 扣除客戶暫停 \(days) 天")
  }

  private var labelWidth: Int { facts.map { CellWidth.of(say($0.label)) }.max() ?? 0 }

  private var facts: [(label: Text, text: Text)] {
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
    facts.append((OrderField.created.words, dates.full(order.orderedOn)))
    for (label, day) in referenceDates { facts.append((label, day)) }
    if let clerk = worst?.clerkName { facts.append((OrderField.clerk.words, Text(verbatim: clerk))) }
    if let carrier = order.carrier { facts.append((OrderField.carrier.words, Text(verbatim: carrier))) }
    if let note = order.note { facts.append((OrderField.note.words, Text(verbatim: note))) }
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
  private var referenceDates: [(Text, Text)] {
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

  private func made(_ row: OrderRow) -> String {
    let good = sections.productions.filter { $0.order.schedule == row.schedule }.reduce(0) {
      $0 + $1.order.good
    }
    return row.quantity.with(good).text
  }

  private func words(_ hold: Hold) -> Text {
    var text = hold.side.words + ", \(hold.reason)  " + (hold.fromOn.map { dates.short($0) } ?? "?") + " -> "
    if let resumed = hold.resumedOn {
      text = text + dates.short(resumed)
    } else {
      text = text + (hold.untilOn.map { dates.short($0) } ?? "") + Text(" running", " 进行中", " 進行中")
    }
    return hold.evidence.map { text + " (\($0))" } ?? text
  }

  private var lineTable: Table {
    var table = tables.table("lines", rows)
    for index in table.columns.indices where ["no", "customer"].contains(table.columns[index].id) {
      table.columns[index].priority = 9
    }
    return table.selecting([
      "line", "product", "qty", "shipped", "open", "price", "amount", "want", "first", "due", "late", "step",
    ])
  }

  private func productionHeading(_ production: ProductionOrder) -> Text {
    let quantity = production.quantity
    var text =
      Text("Production order ", "生产单 ", "生產單 ")
      + "\(production.no)  \(production.product)  \(quantity.with(production.good).text)/\(quantity.text)"
    if production.scrap > 0 {
      text = text + Text("  scrap ", "  报废 ", "  報廢 ") + quantity.with(production.scrap).text
    }
    if production.cancelledOn != nil { text = text + Text("  cancelled", "  已取消", "  已取消") }
    return text
  }

  private func stepTable(_ production: (order: ProductionOrder, steps: [Operation])) -> Table {
    let language = desk.language
    var table = Table(
      "steps",
      columns: [
        Column("seq", "#", .trailing), Column("step", Text("Step", "工序", "工序")[language], shrinks: true),
        Column("dept", Text("Dept", "部门", "部門")[language], priority: 3, shrinks: true),
        Column("plan", Text("Planned", "计划完成", "計劃完成")[language]),
        Column("finished", Text("Finished", "实际完成", "實際完成")[language]),
        Column("late", Text("Off by", "差", "差")[language], .trailing, priority: 1),
        Column("good", Text("Done", "完成数", "完成數")[language], .trailing),
        Column("status", Text("Status", "状态", "狀態")[language], priority: 2),
      ], indent: 2)
    let current = production.steps.first { $0.finishedOn == nil }
    table.rows = production.steps.map { step in
      let isCurrent = step.id == current?.id && production.order.isOpen
      return .cells(cells(step, production.order, isCurrent: isCurrent), marked: isCurrent)
    }
    return table
  }

  private func cells(
    _ step: Operation, _ production: ProductionOrder, isCurrent: Bool
  ) -> [Cell] {
    let quantity = production.quantity
    let end = step.finishedOn ?? reading.today
    var off = Cell.none
    if let plan = step.planFinishOn {
      let days = dates.calendar.workingDays(from: plan, to: end)
      // A step that waits for the one before is not late of itself.
      if step.finishedOn != nil || (isCurrent && days > 0) {
        let sign = days > 0 ? "+" : ""
        off = Cell(
          sign + say(DateWords.days(days)), value: .integer(Int64(days)), style: days > 0 ? .overdue : nil)
      }
    }
    let status =
      step.finishedOn != nil
      ? Text("done", "完成", "完成")
      : step.good > 0 || step.startedOn != nil ? Text("running", "进行中", "進行中") : Text("waiting", "等待", "等待")
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    return [
      Cell(String(step.seq), value: .integer(Int64(step.seq))), Cell(step.name), Cell(step.department ?? ""),
      day(step.planFinishOn), day(step.finishedOn), off,
      Cell("\(quantity.with(step.good).text)/\(quantity.text)", value: .integer(step.good)),
      Cell(say(status)),
    ]
  }

  private var shipmentTable: Table {
    let language = desk.language
    var table = Table(
      "shipments",
      columns: [
        Column("shipment", Noun.shipment.words[language]),
        Column("line", OrderField.line.words[language], .trailing, priority: 3),
        Column("shipped", Text("Shipped", "发货", "出貨")[language]),
        Column("qty", OrderField.qty.words[language], .trailing),
        Column("carrier", OrderField.carrier.words[language], priority: 2, shrinks: true),
        Column("tracking", Text("Tracking", "运单号", "運單號")[language], priority: 2, shrinks: true),
        Column("arrived", Text("Arrived", "签收", "簽收")[language]),
        Column("short", Text("Short", "短少", "短少")[language], .trailing, priority: 1),
        Column("damaged", Text("Damaged", "损坏", "損壞")[language], .trailing, priority: 1),
      ], indent: 2)
    table.rows = sections.shipments.map { line in
      func part(_ number: Int64) -> Cell {
        number == 0 ? .none : Cell(line.quantity.with(number).text, value: .integer(number))
      }
      return .cells([
        Cell(line.shipment), Cell(String(line.lineNo), value: .integer(Int64(line.lineNo))),
        Cell(dates.short(line.shippedOn), value: .string(line.shippedOn.description)),
        Cell(line.quantity.text, value: .integer(line.quantity.smallest)), Cell(line.carrier ?? ""),
        Cell(line.tracking ?? ""),
        line.arrivedOn.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none,
        part(line.short), part(line.damaged),
      ])
    }
    return table
  }

  /// Chases, notes and the journal's lines, newest first.
  private var history: [String] {
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

  private func time(_ at: Instant) -> String {
    let offset = desk.utcOffset(at)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return
      "\(dates.short(at.day(utcOffset: offset))) \(padded(at.hour(utcOffset: offset))):\(padded(at.minute(utcOffset: offset)))"
  }

  /// The whole order for machines.
  var json: JSON {
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    return [
      "no": .string(order.no), "customer": .string(order.customer),
      "customer_code": .string(order.customerCode),
      "po": text(order.customerPO), "clerk": text(order.clerk), "status": .string(order.state.rawValue),
      "held": .bool(order.isHeld), "created": day(order.orderedOn), "closed": day(order.closedOn),
      "cancelled": .bool(order.isCancelled), "cancelled_on": day(order.cancelledOn),
      "prio": .string(order.priority.rawValue), "carrier": text(order.carrier), "note": text(order.note),
      "currency": .string(order.currency),
      "lines": records(tables.table("lines", rows)),
      "promises": .array(
        sections.promises.map { promise in
          [
            "series": .integer(Int64(promise.series)), "seq": .integer(Int64(promise.seq)),
            "promise": day(promise.promisedOn), "cause": text(promise.cause?.rawValue),
            "told": text(promise.told), "note": text(promise.note), "made": day(promise.madeOn),
            "entered": .string(promise.enteredAt.description),
          ]
        }),
      "production": .array(
        sections.productions.map { production in
          [
            "no": .string(production.order.no), "qty": .integer(production.order.quantity.smallest),
            "good": .integer(production.order.good), "scrap": .integer(production.order.scrap),
            "due": day(production.order.dueOn), "finished": day(production.order.finishedOn),
            "steps": records(stepTable(production)),
          ]
        }),
      "shipments": records(shipmentTable),
      "contacts": .array(
        sections.contacts.map { contact in
          [
            "kind": .string(contact.kind.rawValue), "party": text(contact.party),
            "text": .string(contact.text),
            "next": day(contact.nextOn), "on": day(contact.happenedOn), "by": text(contact.by),
          ]
        }),
    ]
  }

  private func records(_ table: Table) -> JSON {
    .array(
      table.records.map { cells in
        .object(zip(table.columns, cells).map { .init($0.id, $1.value) })
      })
  }
}

extension Desk {
  /// Seconds east of UTC at an instant, in the book's zone.
  func utcOffset(_ at: Instant) -> Int { surroundings.utcOffset(zone, at) }
}
