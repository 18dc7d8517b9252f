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
    text = text + (production.ending.map { Text(verbatim: "  ") + $0 } ?? Text(verbatim: ""))
    return text
  }

  func stepTable(_ production: Made) -> Table {
    StepTable(desk: desk, dates: dates).table(production.order, production.steps)
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
        Cell(line.shipment), Cell(line.place),
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
