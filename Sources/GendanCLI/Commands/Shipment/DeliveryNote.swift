import Gendan
import GendanOutput

/// A shipment with what it carries, and to whom.
struct DeliveryNote {
  private let shipment: Shipment
  private let goods: [ShippedGoods]
  private let customers: [Customer]
  private let desk: Desk
  private let dates: DateWords
  private let listing: Listing<ShippedGoods>

  init(_ words: [String], at desk: Desk, in reading: Reading) throws {
    guard words.count == 1 else {
      throw Complaint(
        .usage, Text("a delivery note's number is needed", "要写送货单号", "要寫送貨單號"), try: "gendan ship list")
    }
    self.desk = desk
    shipment = try Shipment.named(folded(words[0]).uppercased(), in: reading.db)
    var filter = ShippedGoods.Filter()
    filter.shipment = shipment.id
    goods = try ShippedGoods.list(filter, in: reading)
    customers = try Set(goods.map(\.customerCode)).sorted().map { try Customer.named($0, in: reading.db) }
    dates = try desk.dateWords(reading)
    listing = ShippedGoods.listing(desk.language, dates, reading)
  }

  /// What the page is called.
  private var title: Text { Text("Delivery note  ", "送货单  ", "送貨單  ") + shipment.no }

  /// The numbers of the orders that it carries goods of.
  var orders: [String] { goods.map(\.order).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  private var facts: [(id: String, label: Text, text: String?)] {
    func fields(_ field: CustomerField) -> String? {
      let known = customers.compactMap { $0.fields[field]?.filledText }
      return known.isEmpty ? nil : known.joined(separator: "; ")
    }
    func words(_ field: CustomerField) -> Text {
      CustomerWord(rawValue: field.rawValue)?.heading ?? field.words
    }
    return [
      ("shipment", Noun.shipment.heading, shipment.no),
      ("shipped", Text("Shipped", "发货", "出貨"), dates.full(shipment.shippedOn)[desk.language]),
      ("customer", OrderField.customer.words, customers.map(\.name).joined(separator: "; ")),
      ("address", words(.address), fields(.address)), ("contact", words(.contact), fields(.contact)),
      ("phone", words(.phone), fields(.phone)),
      ("carrier", OrderField.carrier.words, shipment.carrier),
      ("tracking", Text("Tracking", "运单号", "運單號"), shipment.tracking),
      ("note", OrderField.note.words, goods.first?.note),
    ]
  }

  /// What it is and what became of it.
  var card: Document {
    let arrived = shipment.arrivedOn.map { dates.full($0)[desk.language] }
    let all = facts + [("arrived", Text("Arrived", "签收", "簽收"), arrived)]
    let table = listing.table(goods)
    let members = all.map { fact -> JSON.Member in
      switch fact.id {
      case "shipped": .init(fact.id, .string(shipment.shippedOn.description))
      case "arrived": .init(fact.id, shipment.arrivedOn.map { .string($0.description) } ?? .null)
      default: .init(fact.id, fact.text.map { .string($0) } ?? .null)
      }
    }
    let shown = table.selecting([
      "no", "line", "po", "product", "spec", "qty", "unit", "arrived", "short", "damaged",
    ])
    var document = Document(
      heading(all) + [.blank, .table(shown)], json: .object(members + [.init("goods", table.json)]))
    document.records = table
    return document
  }

  /// What goes with the goods.
  var page: Document {
    var table = listing.table(goods).selecting(["no", "po", "code", "product", "spec", "qty", "unit"])
    table.ruled = true
    let sign = Text(
      "Sent by: ______________   Driver: ______________   Received by, date: ____________________",
      "发货人: ______________   司机: ______________   收货人签字, 日期: ____________________",
      "出貨人: ______________   司機: ______________   收貨人簽字, 日期: ____________________")
    var document = Document(
      heading(facts) + [.blank, .table(table), .blank, .line(desk.say(sign))], json: card.json)
    document.records = table
    return document
  }

  private func heading(_ facts: [(id: String, label: Text, text: String?)]) -> [Document.Block] {
    let told = facts.dropFirst().filter { $0.text?.isEmpty == false }
    let width = told.map { CellWidth.of(desk.say($0.label)) }.max() ?? 0
    return [.line(desk.say(title), .strong), .blank]
      + told.map { .line("\(CellWidth.pad(desk.say($0.label), to: width))  \($0.text ?? "")") }
  }
}

extension ShippedGoods {
  /// A row for each line of a delivery note.
  static func listing(
    _ language: Language, _ dates: DateWords, _ reading: Reading
  ) -> Listing<ShippedGoods> {
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    func part(_ line: ShipmentLine, _ number: Int64) -> Cell {
      number == 0 ? .none : Cell(line.quantity.with(number))
    }
    return Listing(
      id: "shipments", language: language,
      fields: [
        .init("shipment", Noun.shipment.heading) { Cell($0.line.shipment) },
        .init("shipped", Text("Shipped", "发货", "出貨")) { day($0.line.shippedOn) },
        .init("no", OrderField.no.words) { Cell($0.order) },
        .init("line", OrderField.line.words, .trailing, priority: 4) { Cell($0.line.place) },
        .init("part", Text("Part", "批次", "批次"), .trailing) { Cell(number: $0.line.place.part ?? 1) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("po", OrderField.po.words, priority: 3, shrinks: true) { Cell(optional: $0.customerPO) },
        .init("code", Text("Code", "编号", "編號")) { Cell($0.productCode) },
        .init("product", OrderField.product.words, priority: 1, shrinks: true, minimumWidth: 10) {
          Cell($0.product)
        },
        .init("spec", OrderField.spec.words, priority: 3, shrinks: true) { Cell(optional: $0.spec) },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.line.quantity) },
        .init("unit", Text("Unit", "单位", "單位")) { Cell($0.line.quantity.unit) },
        .init("carrier", OrderField.carrier.words, priority: 2, shrinks: true) {
          Cell(optional: $0.line.carrier)
        },
        .init("tracking", Text("Tracking", "运单号", "運單號"), priority: 2, shrinks: true) {
          Cell(optional: $0.line.tracking)
        },
        .init("waits", Text("On its way", "在途", "在途"), .trailing) { goods in
          guard goods.line.arrivedOn == nil else { return .none }
          let days = dates.calendar.workingDays(from: goods.line.shippedOn, to: reading.today)
          return Cell(Text("\(days)d", "\(days) 天", "\(days) 天")[language], value: .integer(Int64(days)))
        },
        .init("arrived", Text("Arrived", "签收", "簽收")) { day($0.line.arrivedOn) },
        .init("received_by", Text("Received by", "签收人", "簽收人")) { Cell(optional: $0.line.receivedBy) },
        .init("short", Text("Short", "短少", "短少"), .trailing, priority: 3) { part($0.line, $0.line.short) },
        .init("damaged", Text("Damaged", "损坏", "損壞"), .trailing, priority: 3) {
          part($0.line, $0.line.damaged)
        },
      ])
  }
}
