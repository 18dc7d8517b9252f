import Gendan

/// An order that is taken again (`new --like 118`): for whom, what, at what price and on which terms; never its days, nor
/// the customer's number. What is typed counts before it.
struct RepeatedOrder {
  /// The order.
  let order: Order
  /// A delivery of each line, with the quantity of them all.
  private var lines: [(row: OrderRow, quantity: Quantity)] = []
  private let packing: [Int: Packing]

  /// The order that a text names.
  init(_ text: String, at desk: Desk, in reading: Reading) throws {
    var words = [text]
    order = try desk.reference(&words, in: reading).whole(for: OrderNew.sheet)
    var list = Gendan.OrderList(.now(reading.today))
    list.filter = .numbered(order.no)
    list.rollsUp = false
    list.order = .number
    for row in try list.rows(in: reading) {
      if let last = lines.last, last.row.lineNo == row.lineNo {
        lines[lines.count - 1].quantity.add(row.quantity)
      } else {
        lines.append((row, row.quantity))
      }
    }
    packing = Dictionary(
      try PackedLine.of(order.id, in: reading.db).map { ($0.lineNo, $0.packing) }
    ) { first, _ in first }
  }

  /// The customer, and a product and quantity a line; one quantity alone is that of the one line.
  func words(_ typed: [String]) throws -> [String] {
    if typed.count > 1 { return typed }
    guard typed.isEmpty || lines.count == 1 else {
      throw Complaint(
        .usage,
        Text(
          "\(order.no) has \(lines.count) lines: which does \"\(typed[0])\" mean?",
          "\(order.no) 有 \(lines.count) 行, \"\(typed[0])\" 是哪一行的?",
          "\(order.no) 有 \(lines.count) 行, \"\(typed[0])\" 是哪一行的?"),
        try: "gendan new --like \(order.no)")
    }
    return [order.customerCode] + lines.flatMap { [$0.row.productCode, typed.first ?? $0.quantity.plain] }
  }

  /// Gives an order the terms, the carrier, the kind and the commission.
  func fill(_ new: inout NewOrder) {
    new.terms = order.terms
    new.carrier = order.carrier
    new.kind = order.kind
    new.commission = order.commission
  }

  /// Gives a line of a product its make-up, discount and packing; answers its price as it is typed.
  func fill(_ new: inout NewLine, of product: Product) -> String? {
    guard let line = lines.first(where: { $0.row.productCode == product.code })?.row else { return nil }
    new.discount = line.discount
    new.color = line.color
    new.spec = line.spec
    new.requirement = line.requirement
    new.packing = packing[line.lineNo] ?? Packing()
    return line.price.map { Decimal.text($0, decimals: 4) }
  }
}
