import ArgumentParser
import Gendan
import GendanOutput

/// Ships all or part of orders together.
struct ShipAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "ship.add", word: "ship", chinese: ["发货", "發貨", "出貨"],
    about: Text("ship orders", "发货", "出貨"),
    usage: "REF[.LINE][=QTY]… [--on DATE] [--carrier C] [--no TRACKING] [--note TEXT]",
    examples: ["ship 118=60 --carrier 顺丰 --no SF123456", "ship 118 0042=200 --on 昨天"], part: .delivery,
    right: .ship, noun: ShipmentCommand.word)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var carrier: String?
  @Option(name: .customLong("no")) var tracking: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard !words.isEmpty else { throw desk.missingReference(nil) }
    try desk.verifyRows(words)
    return try desk.write { writing, answer in
      var requests: [ShipRequest] = []
      for word in words { requests += try self.requests(word, at: desk, in: writing) }
      var details = ShipmentDetails(
        day: try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today)
      details.carrier = carrier ?? requests.first?.order.carrier
      details.tracking = tracking
      details.note = note
      // A delivery note goes to one customer: each has its own.
      var notes: [Identifier<Customer>: Shipment] = [:]
      for request in requests where notes[request.order.customerID] == nil {
        let customer = request.order.customerID
        notes[customer] = try writing.ship(requests.filter { $0.order.customerID == customer }, details)
      }
      for request in requests {
        guard let shipment = notes[request.order.customerID] else { continue }
        let lines = try ShipmentLine.of(shipment.id, in: writing.db)
        let schedules = try Schedule.of(request.order.id, in: writing.db)
        let left = schedules.filter { $0.isOpen && $0.open.smallest > 0 }
        let quantities = lines.filter { line in schedules.contains { $0.id == line.schedule } }
        var text =
          request.order.label
          + Text("shipped ", "已发 ", "已出 ")
          + quantities.map { "\($0.quantity.text) \($0.quantity.unit)" }.joined(separator: " + ")
          + Text(", delivery note ", ", 送货单 ", ", 送貨單 ") + shipment.no
        if left.isEmpty {
          text = text + Text(", all of it", ", 已发齐", ", 已出齊")
        } else {
          text =
            text + Text(", still owed ", ", 还欠 ", ", 還欠 ") + left.map(\.open.text).joined(separator: " + ")
        }
        answer.echo.append(text)
        answer.touched.append(request.order.no)
        answer.warnings += try doubts(request.order, quantities, in: writing)
      }
      let numbers = notes.values.map(\.no).sorted()
      writing.entry.subjects = requests.map(\.order.no)
      answer.extra = [
        .init("shipment", numbers.first.map { .string($0) } ?? .null),
        .init("shipments", .array(numbers.map { .string($0) })),
      ]
    }
  }

  /// More has left of what is produced than production has reported.
  private func doubts(
    _ order: Order, _ lines: [ShipmentLine], in reading: Reading
  ) throws -> [Complaint] {
    try UnmadeGoods.of(order.id, in: reading.db).filter { unmade in
      lines.contains { $0.lineNo == unmade.lineNo }
    }.map { unmade in
      Complaint(
        .ok,
        order.label
          + Text(
            "note: \(unmade.shipped.text) of line \(unmade.lineNo) left, \(unmade.ready.text) reported as made",
            "注意: 第 \(unmade.lineNo) 行已发 \(unmade.shipped.text), 报工合格只有 \(unmade.ready.text)",
            "注意: 第 \(unmade.lineNo) 行已出 \(unmade.shipped.text), 報工合格只有 \(unmade.ready.text)"),
        try: unmade.isReleased ? "gendan step list \(order.no)" : "gendan undo")
    }
  }

  private func requests(_ word: String, at desk: Desk, in reading: Reading) throws -> [ShipRequest] {
    let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
      .map(String.init)
    guard let first = parts.first, let reference = Reference(first) else { throw desk.missingReference(word) }
    return try desk.orders(reference, typed: first, in: reading).map { referenced in
      var quantity: Int64?
      if parts.count == 2 {
        let decimals =
          try Schedule.of(referenced.order.id, line: referenced.line, in: reading.db)
          .first?.quantity.decimals ?? 0
        quantity = try OrderNew.quantity(parts[1], decimals: decimals)
      }
      return ShipRequest(order: referenced.order, line: referenced.line, quantity: quantity)
    }
  }
}

/// Confirms that a shipment arrived, short or damaged as told.
struct ShipArrive: BookCommand {
  static let sheet = CommandSheet(
    id: "ship.arrive", word: "arrive", chinese: ["签收", "簽收"],
    about: Text("confirm an arrival", "确认签收", "確認簽收"),
    usage: "REF[.LINE] | DELIVERY-NOTE [--on DATE] [--short N] [--damaged N] [--by WHO]",
    examples: ["arrive D2603-0097 --on 3/13", "arrive 118 --short 2 --damaged 1 --by 王经理"],
    part: .delivery, right: .ship)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var short: String?
  @Option var damaged: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let word = words.first else { throw desk.missingReference(nil) }
    return try desk.write { writing, answer in
      let day = try on.map { try desk.day($0, .fact, in: writing) } ?? writing.today
      let (lines, subject, label) = try self.lines(word, at: desk, in: writing)
      let quantity = lines.first?.quantity
      func number(_ text: String?) throws -> Int64 {
        let number = try text.map { try DecimalText.parse($0, decimals: quantity?.decimals ?? 0) } ?? 0
        guard number >= 0 else { throw NumberError.notANumber(text ?? "") }
        return number
      }
      let missing = try (short: number(short), damaged: number(damaged))
      // Whose goods were missing nobody may guess.
      let waiting = lines.filter { $0.arrivedOn == nil }
      if waiting.count > 1, missing.short + missing.damaged > 0 {
        throw try unclear(waiting, in: writing)
      }
      try writing.arrive(
        lines, subject: subject, on: day, short: missing.short, damaged: missing.damaged,
        receivedBy: global.by)
      var text = label + Text("arrived ", "签收 ", "簽收 ") + (try desk.dateWords(writing).full(day))
      if missing.short > 0 {
        text = text + Text(", short ", ", 短少 ", ", 短少 ") + (quantity?.with(missing.short).text ?? "")
      }
      if missing.damaged > 0 {
        text = text + Text(", damaged ", ", 损坏 ", ", 損壞 ") + (quantity?.with(missing.damaged).text ?? "")
      }
      if missing.short + missing.damaged > 0 {
        text = text + Text(": owed again", ": 转为未交", ": 轉為未交")
      }
      answer.echo = [text]
      answer.touched = try Order.inShipment(lines.first?.shipment ?? "", in: writing.db).map(\.no)
    }
  }

  /// The complaint that goods of several lines are on their way, and which of them were missing is not said.
  private func unclear(_ lines: [ShipmentLine], in reading: Reading) throws -> Complaint {
    let named = try lines.map { line -> String in
      let order = try Order.inShipment(line.shipment, in: reading.db).first { order in
        try Schedule.of(order.id, in: reading.db).contains { $0.id == line.schedule }
      }
      return "\(order?.no ?? line.shipment).\(line.place)"
    }
    // One line that left with several notes is told by its note.
    let names = Set(named).count == lines.count ? named : lines.map(\.shipment)
    return Complaint(
      .ambiguous,
      Text(
        "\(lines.count) lines are on their way: of which was it missing?", "在途的有 \(lines.count) 行, 哪一行短少或损坏?",
        "在途的有 \(lines.count) 行, 哪一行短少或損壞?"),
      facts: zip(named, lines).map {
        Text(verbatim: "\($1.shipment)  \($0)  \($1.quantity.text) \($1.quantity.unit)")
      },
      tries: names.prefix(2).map {
        "gendan arrive \($0)" + (short.map { " --short \($0)" } ?? "")
          + (damaged.map { " --damaged \($0)" } ?? "")
      })
  }

  /// The parts of a delivery note, or of an order.
  private func lines(
    _ word: String, at desk: Desk, in reading: Reading
  ) throws -> ([ShipmentLine], String, Text) {
    if let shipment = try Shipment.numbered(folded(word).uppercased(), in: reading.db) {
      return (
        try ShipmentLine.of(shipment.id, in: reading.db), shipment.no, Text(verbatim: "\(shipment.no): ")
      )
    }
    var words = [word]
    let referenced = try desk.reference(&words, in: reading)
    let meant = try Schedule.of(referenced.order.id, line: referenced.line, in: reading.db).map(\.id)
    let lines = try ShipmentLine.of(referenced.order.id, in: reading.db).filter {
      meant.contains($0.schedule)
    }
    guard !lines.isEmpty else {
      throw Complaint(
        .refused,
        Text(
          "nothing of \(referenced.order.no) was shipped", "\(referenced.order.no) 还没发货",
          "\(referenced.order.no) 還沒出貨"),
        try: "gendan ship \(referenced.order.no)")
    }
    return (lines, referenced.order.no, referenced.order.label)
  }
}
