import Gendan
import GendanOutput

extension OrderPage {
  var lineTable: Table {
    var table = tables.table("lines", rows)
    for index in table.columns.indices where ["no", "customer"].contains(table.columns[index].id) {
      table.columns[index].priority = 9
    }
    return table.selecting([
      "line", "product", "qty", "shipped", "open", "price", "amount", "want", "first", "due", "late", "step",
    ])
  }

  func productionHeading(_ production: ProductionOrder) -> Text {
    let quantity = production.quantity
    var text =
      Text("Production order ", "生产单 ", "生產單 ")
      + "\(production.no)  \(production.product)  \(quantity.with(production.good).text)/\(quantity.text)"
    if production.scrap > 0 {
      text = text + Text("  scrap ", "  报废 ", "  報廢 ") + quantity.with(production.scrap).text
    }
    if let sample = followedSample(production) { text = text + sample }
    if production.cancelledOn != nil { text = text + Text("  cancelled", "  已取消", "  已取消") }
    return text
  }

  func stepTable(_ production: (order: ProductionOrder, steps: [Operation])) -> Table {
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

  func cells(
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

  var shipmentTable: Table {
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
}
