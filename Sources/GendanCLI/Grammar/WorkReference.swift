import Gendan

extension Desk {
  /// Takes a production order from the front of the words: its number, or the end of it.
  func production(_ words: inout [String], in reading: Reading) throws -> ProductionOrder {
    try first(of: &words, .production, try: "gendan work list --open") {
      try ProductionOrder.named($0, in: reading.db)
    }
  }

  /// Takes what the first word names from the front of the words; throws a complaint where there is none.
  func first<Thing>(
    of words: inout [String], _ noun: Noun, try example: String, named: (String) throws -> Thing
  ) throws -> Thing {
    guard let word = words.first else { throw Complaint.missing(noun.words, try: example) }
    let thing = try named(folded(word))
    words.removeFirst()
    return thing
  }

  /// Takes what progress is reported of from the front of the words: a production order by its whole
  /// number, an order, or a line of one.
  func work(_ words: inout [String], in reading: Reading) throws -> any Producible {
    if let no = words.first.map({ folded($0).uppercased() }), try Order.numbered(no, in: reading.db) == nil,
      let production = try ProductionOrder.numbered(no, in: reading.db)
    {
      words.removeFirst()
      return production
    }
    let found = try reference(&words, in: reading)
    return found.line.map { OrderGoods(found.order, $0) } ?? found.order
  }

  /// How a line of echo begins: the customer's order, or the production order's number for stock.
  func label(_ work: any Producible, in reading: Reading) throws -> Text {
    try work.customerOrder(in: reading.db)?.label ?? Text(verbatim: "\(work.no): ")
  }
}
