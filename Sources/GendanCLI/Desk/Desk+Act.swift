import Gendan

/// One act on one order, as a command's words name it.
struct OrderActing {
  let order: Order
  /// The line, where the reference names one.
  let line: Int?
  /// The words after the references.
  let rest: [String]
  let writing: Writing
  let dates: DateWords
}

extension Desk {
  /// Does the same to each order that the words begin with. What `body` says of each is echoed after
  /// the order's label.
  func act(
    on words: [String], reason: String? = nil, _ body: (OrderActing) throws -> Text
  ) throws -> Answer {
    try write(reason: reason) { writing, answer in
      var words = words
      let dates = try dateWords(writing)
      for found in try references(&words, in: writing) {
        let acting = OrderActing(
          order: found.order, line: found.line, rest: words, writing: writing, dates: dates)
        answer.echo.append(found.order.label + (try body(acting)))
        answer.touched.append(found.order.no)
      }
    }
  }

  /// The day of `--on`, on which a fact happened; nil where it is left out.
  func factDay(_ text: String?, in reading: Reading) throws -> Day? {
    try text.map { try day($0, .fact, in: reading) }
  }

  /// Warnings of what gates that are not in force would ask of an order.
  func doubts(of gates: [GateID], on order: Order, in reading: Reading) throws -> [Complaint] {
    try reading.doubts(of: gates, on: order).map { fault in
      Complaint(
        .ok, Text("note: ", "注意: ", "注意: ") + fault.words,
        try: fault.remedy(order.no, of: .order))
    }
  }
}
