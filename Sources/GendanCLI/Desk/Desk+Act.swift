import Gendan

/// One act on one order, as a command's words name it.
struct OrderActing {
  let order: Order
  /// The words after the references.
  let rest: [String]
  let writing: Writing
  let dates: DateWords
}

extension Desk {
  /// Does the same to each order that the words name; more may follow them only `withText`. What `body` says
  /// of each is echoed after the order's label.
  func act(
    on words: [String], withText: Bool = false, reason: String? = nil, _ body: (OrderActing) throws -> Text
  ) throws -> Answer {
    let words = try confirmed(words)
    return try write(reason: reason) { writing, answer in
      var words = words
      let dates = try dateWords(writing)
      let orders = try references(&words, in: writing)
      if let left = words.first, !withText { throw missingReference(left) }
      for found in orders {
        let acting = OrderActing(
          order: found.order, rest: words, writing: writing, dates: dates)
        answer.echo.append(found.order.label + (try body(acting)))
        answer.touched.append(found.order.no)
      }
    }
  }

  /// The words, after a yes where they name more than three orders; `-` stands for the lines of standard input.
  func confirmed(_ words: [String]) throws -> [String] {
    var words = words
    if words.first == "-" { words.replaceSubrange(...0, with: try standardInputWords()) }
    let references = words.prefix { Reference($0) != nil }.compactMap { Reference($0) }
    let mayBeMany =
      references.count > 3
      || references.contains { reference in
        switch reference {
        case .prefix: true
        case .rows(let rows): rows.count > 1
        default: false
        }
      }
    guard mayBeMany, !options.yes, !options.dryRun else { return words }
    let count = try read { reading in
      var words = words
      return Set(try self.references(&words, in: reading).map(\.order.no)).count
    }
    if count > 3 {
      let what = GendanCommand.sheet(command)?.about ?? Text("", "", "")
      try confirm(what + Text(": \(count) orders?", ": \(count) 张订单?", ": \(count) 張訂單?"))
    }
    return words
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
        try: fault.remedy(order.no, of: .order, isAgreed: order.isAgreed))
    }
  }
}
