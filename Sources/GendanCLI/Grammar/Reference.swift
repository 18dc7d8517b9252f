import Gendan

/// How a command line names orders: `SO2603-0042`, `118`, `2-0118`, `^`, `3`, `:120`, `3-7`, `po:HD-26-0331`,
/// `D2603-0097`, and a line or delivery of one: `118.2`, `118.2.1`, `^.2`, `:3.2`. Full-width digits are understood.
enum Reference: Equatable {
  /// A whole number, or the end of one.
  case number(String, line: LinePart?)
  /// All orders whose number begins so.
  case prefix(String)
  /// The last one touched (1), the one before (2) …
  case last(Int, line: LinePart?)
  /// Rows of the list last shown here.
  case rows([Int])
  /// A line of the order in a row of that list: with a colon alone, for `3.2` is a date.
  case row(Int, line: LinePart)
  /// The customer's own number.
  case customerPO(String)

  /// Reads one word; nil where it is no reference. Commands, steps and texts hold no such forms.
  init?(_ word: String) {
    let text = folded(word)
    if text.hasPrefix("po:"), text.count > 3 {
      self = .customerPO(String(word.dropFirst(3)))
      return
    }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let (head, line) = (String(parts[0]), parts.count > 1 ? Self.line(parts[1]) : nil)
    guard parts.count == 1 || line != nil else { return nil }
    if head == "@" || head == "^" {
      self = .last(1, line: line)
    } else if head.hasPrefix("^"), let back = Int(head.dropFirst()), 2...9 ~= back {
      self = .last(back, line: line)
    } else if let rows = Self.rows(head) {
      if let line {
        guard head.hasPrefix(":"), let row = rows.first else { return nil }
        self = .row(row, line: line)
      } else {
        self = .rows(rows)
      }
    } else if let named = Self.named(head, line: line) {
      self = named
    } else {
      return nil
    }
  }

  /// `2` of `118.2`, `2.1` of `118.2.1`.
  private static func line(_ text: Substring) -> LinePart? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let places = parts.compactMap { Int($0) }.filter { $0 > 0 }
    guard let number = places.first, places.count == parts.count, places.count <= 2 else { return nil }
    return LinePart(number, part: places.count > 1 ? places[1] : nil)
  }

  private static func rows(_ text: String) -> [Int]? {
    if text.hasPrefix(":") { return Int(text.dropFirst()).flatMap { $0 > 0 ? [$0] : nil } }
    var rows: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = ends.compactMap { 1...2 ~= $0.utf8.count ? Int($0) : nil }.filter { $0 > 0 }
      guard numbers.count == ends.count, let first = numbers.first, let last = numbers.last,
        numbers.count <= 2, first <= last
      else { return nil }
      rows += Array(first...last)
    }
    return rows
  }

  private static func named(_ number: String, line: LinePart?) -> Reference? {
    let letters = number.prefix { $0.isASCII && $0.isLetter }
    let rest = number.dropFirst(letters.count)
    let digits = rest.drop { $0 == "-" }
    guard letters.count <= 4, rest.count - digits.count <= 1, let first = digits.first, first.isASCII,
      first.isNumber, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") })
    else { return nil }
    if number.hasSuffix("-") { return line == nil ? .prefix(number.uppercased()) : nil }
    guard digits.filter(\.isNumber).count >= 3 else { return nil }
    return .number(number.uppercased(), line: line)
  }
}

/// An order that a reference names, with the line or delivery where it names one.
struct Referenced {
  let order: Order
  var line: LinePart?

  /// The order, for a command that concerns it as a whole; refuses a line of it.
  func whole(for sheet: CommandSheet) throws -> Order {
    guard line != nil else { return order }
    throw Complaint(
      .usage,
      Text(
        "\(sheet.word) is about an order as a whole, not one line of it",
        "\(sheet.about.simplified): 针对整张订单, 不能只写一行", "\(sheet.about.traditional): 針對整張訂單, 不能只寫一行"),
      try: "gendan \(sheet.word) \(order.no)")
  }

  /// The number of the line, for what concerns lines as a whole; refuses one delivery of it.
  func wholeLine() throws -> Int? {
    guard let line, line.part != nil else { return line?.number }
    throw Complaint(
      .usage,
      Text(
        "this concerns line \(line.number) as a whole, not one delivery of it",
        "这里针对第 \(line.number) 行整行, 不能只写其中一批", "這裡針對第 \(line.number) 行整行, 不能只寫其中一批"),
      tries: ["\(order.no).\(line.number)"])
  }
}

extension Desk {
  /// The orders of one reference: exactly one, or several where it is a prefix or a range of rows.
  func orders(_ reference: Reference, typed: String, in reading: Reading) throws -> [Referenced] {
    switch reference {
    case .number(let number, let line):
      return [try verified(Referenced(order: try order(number, in: reading), line: line), in: reading)]
    case .prefix(let prefix):
      let orders = try Order.beginning(with: prefix, in: reading.db)
      guard !orders.isEmpty else { throw BookError.notFound(.order, typed, near: []) }
      return orders.map { Referenced(order: $0) }
    case .last(let back, let line):
      guard let no = memory.last(back, book: place), let order = try Order.numbered(no, in: reading.db) else {
        throw Complaint(
          .notFound,
          Text("no order was touched in this terminal", "这个终端还没有处理过订单", "這個終端機還沒有處理過訂單"),
          try: "gendan today")
      }
      return [try verified(Referenced(order: order, line: line), in: reading)]
    case .rows(let rows):
      return try rows.map { Referenced(order: try row($0, in: reading)) }
    case .row(let number, let line):
      return [try verified(Referenced(order: try row(number, in: reading), line: line), in: reading)]
    case .customerPO(let po):
      let orders = try Order.customerPO(po, in: reading.db)
      guard !orders.isEmpty else {
        throw Complaint(
          .notFound,
          Text(
            "no order has the customer's number \"\(po)\"", "没有客户单号为 \"\(po)\" 的订单", "沒有客戶單號為 \"\(po)\" 的訂單"),
          try: "gendan find \(po) --all")
      }
      guard orders.count == 1 else { throw try unclear(po, orders, in: reading) }
      return orders.map { Referenced(order: $0) }
    }
  }

  /// A line that is named is there, and what is done concerns lines: else it would be done to the whole order.
  private func verified(_ found: Referenced, in reading: Reading) throws -> Referenced {
    guard let line = found.line else { return found }
    let schedules = try Schedule.of(found.order.id, in: reading.db)
    guard schedules.contains(where: line.contains) else {
      throw BookError.notFound(
        .line, found.order.named(line),
        near: schedules.map {
          Candidate(
            name: found.order.named($0.place), details: [$0.product, $0.quantity.text], day: $0.dueOn)
        })
    }
    if reading is Writing, let sheet = GendanCommand.sheet(command), !sheet.usage.contains(".LINE") {
      _ = try found.whole(for: sheet)
    }
    return found
  }

  private func row(_ number: Int, in reading: Reading) throws -> Order {
    guard let no = memory.row(number, book: place) else {
      throw Complaint(
        .notFound,
        Text(
          "row \(number) is on no list of this terminal", "这个终端的清单上没有第 \(number) 行",
          "這個終端機的清單上沒有第 \(number) 行"),
        facts: [
          Text(
            "1 and 2 digits are rows of the last list, 3 and more the end of a number",
            "1 到 2 位是上次清单的行号, 3 位以上是单号的尾号", "1 到 2 位是上次清單的行號, 3 位以上是單號的尾號")
        ], try: "gendan list")
    }
    // What one is reminded of may be something else, such as an enquiry.
    if let noun = try Noun.called(no, in: reading.db) {
      throw Complaint(
        .notFound,
        Text(
          "row \(number) is \(no), which is no order", "第 \(number) 行是 \(no), 不是订单",
          "第 \(number) 行是 \(no), 不是訂單"),
        try: noun == .customer ? "gendan customer show \(no)" : "gendan \(noun.rawValue) list")
    }
    guard let order = try Order.numbered(no, in: reading.db) else {
      throw Complaint(
        .notFound,
        Text(
          "row \(number) is \(no), which is no order", "第 \(number) 行是 \(no), 不是订单",
          "第 \(number) 行是 \(no), 不是訂單"), try: "gendan next")
    }
    return order
  }

  private func order(_ number: String, in reading: Reading) throws -> Order {
    if let exact = try Order.numbered(number, in: reading.db) { return exact }
    var matches = try Order.ending(in: number, in: reading.db)
    if matches.isEmpty, let shipment = try Shipment.numbered(number, in: reading.db) {
      matches = try Order.inShipment(shipment.no, in: reading.db)
    }
    if matches.isEmpty, let production = try ProductionOrder.numbered(number, in: reading.db) {
      guard let order = try production.customerOrder(in: reading.db) else {
        throw noOrder(of: .production, number, page: "gendan work show \(number)")
      }
      matches = [order]
    }
    if matches.isEmpty, let sample = try Sample.numbered(number, in: reading.db) {
      guard let no = sample.orderNo else {
        throw noOrder(of: .sample, number, page: "gendan sample show \(number)")
      }
      matches = [try order(no, in: reading)]
    }
    if matches.isEmpty, let quote = try Quote.numbered(number, in: reading.db) {
      guard let no = quote.order else {
        throw noOrder(of: .quote, number, page: "gendan quote show \(number)")
      }
      matches = [try order(no, in: reading)]
    }
    if matches.isEmpty, let problem = try Problem.numbered(number, in: reading.db) {
      guard let no = problem.orderNo else {
        throw noOrder(of: .problem, number, page: "gendan problem show \(number)")
      }
      matches = [try order(no, in: reading)]
    }
    if matches.isEmpty, let delay = try DelayCase.numbered(number, in: reading.db) {
      matches = [try order(delay.orderNo, in: reading)]
    }
    guard matches.count == 1, let match = matches.first else {
      throw try unclear(number, matches, in: reading)
    }
    return match
  }

  /// A document that an order's reference names, and that belongs to none.
  private func noOrder(of noun: Noun, _ no: String, page: String) -> Complaint {
    Complaint(
      .notFound,
      Text("the ", "", "") + noun.words
        + Text(" \(no) belongs to no order", " \(no) 没有订单", " \(no) 沒有訂單"), try: page)
  }

  /// No order, or several.
  private func unclear(_ text: String, _ orders: [Order], in reading: Reading) throws -> BookError {
    guard orders.isEmpty else {
      return .ambiguous(.order, text, try orders.map { try $0.candidate(in: reading.db) })
    }
    // Numbers differ in a digit or two: the nearest among the newest are what was meant.
    let known = try Order.numbers(limit: 5000, in: reading.db)
    let tails = known.map { ($0, String($0.suffix(max(4, text.count)))) }
    let near = nearest(to: text, among: tails.map(\.1))
    let orders = try near.compactMap { tail in tails.first { $0.1 == tail }?.0 }
      .compactMap { try Order.numbered($0, in: reading.db) }
    return .notFound(.order, text, near: try orders.prefix(3).map { try $0.candidate(in: reading.db) })
  }

  /// Takes the references from the front of the words; throws a complaint where there is none.
  func references(_ words: inout [String], in reading: Reading) throws -> [Referenced] {
    var found: [Referenced] = []
    var taken = 0
    try verifyRows(words)
    for word in words {
      if word == "-" && taken == 0 {
        found = try standardInputReferences(in: reading)
        taken = 1
        break
      }
      guard let reference = Reference(word) else { break }
      // A date such as 0315 looks like a number: the last word of several may not be an order.
      found += try orders(reference, typed: word, in: reading)
      taken += 1
    }
    guard taken > 0 else { throw missingReference(words.first) }
    words.removeFirst(taken)
    return found
  }

  /// Refuses a small number behind an order that is named otherwise: `ship 118 5` means five pieces as likely as row 5.
  func verifyRows(_ words: [String]) throws {
    for (named, word) in zip(words, words.dropFirst()) {
      guard case .rows(let rows)? = Reference(word), rows.count == 1, folded(word).allSatisfy(\.isNumber),
        let before = Reference(named.prefix { !"=＝".contains($0) }.description)
      else { continue }
      if case .rows = before { continue }
      var complaint = Complaint(
        .usage,
        Text(
          "is \"\(word)\" a row of the last list, or a number?", "\"\(word)\" 是上次清单的行号, 还是数量?",
          "\"\(word)\" 是上次清單的列號, 還是數量?"),
        facts: [Text("a row is :\(word)", "行号写成 :\(word)", "列號寫成 :\(word)")],
        tries: [UsageCheck.help(command)])
      if GendanCommand.sheet(command)?.usage.contains("[=QTY]") ?? false {
        complaint.mend = { line in
          line.indices.dropLast().first { line[$0] == named && line[$0 + 1] == word }
            .map { Array(line[..<$0] + ["\(named)=\(word)"] + line[($0 + 2)...]) }
        }
      }
      throw complaint
    }
  }

  /// The orders that words name, every one of them; throws a complaint at the first that names none.
  func references(only words: [String], in reading: Reading) throws -> [Referenced] {
    var words = words
    let found = try references(&words, in: reading)
    if let left = words.first { throw missingReference(left) }
    return found
  }

  private func standardInputReferences(in reading: Reading) throws -> [Referenced] {
    try standardInputWords().flatMap { word -> [Referenced] in
      guard let reference = Reference(word) else { throw BookError.notFound(.order, word, near: []) }
      return try orders(reference, typed: word, in: reading)
    }
  }

  /// The lines of standard input, each a reference.
  func standardInputWords() throws -> [String] {
    String(decoding: try TextFile.read("-").bytes, as: UTF8.self).split { $0 == "\n" || $0 == "\0" }
      .map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  func missingReference(_ word: String?) -> Complaint {
    let what =
      word.map {
        Text("\"\($0)\" names no order", "\"\($0)\" 不是单号", "\"\($0)\" 不是單號")
      } ?? Text("an order is missing", "缺少单号", "缺少單號")
    let sheet = GendanCommand.sheet(command)
    var complaint = Complaint(
      .usage, what,
      facts: [
        Text(
          "118 (end of a number), ^ (the last one), 3 (row of the last list), po:NUMBER",
          "118 (尾号), ^ (上一张), 3 (上次清单第 3 行), po:客户单号", "118 (尾號), ^ (上一張), 3 (上次清單第 3 行), po:客戶單號")
      ],
      tries: [UsageCheck.help(sheet?.id ?? "order.show")])
    complaint.mend = word.flatMap { word in sheet.flatMap { UsageCheck.dated(word, $0) } }
    return complaint
  }

  /// Takes exactly one order from the front of the words.
  func reference(_ words: inout [String], in reading: Reading) throws -> Referenced {
    guard let first = words.first else { throw missingReference(nil) }
    var one = [first]
    let found = try references(&one, in: reading)
    guard found.count == 1, let only = found.first else {
      throw Complaint(
        .ambiguous,
        Text(
          "\"\(first)\" names \(found.count) orders, one is needed",
          "\"\(first)\" 是 \(found.count) 张订单, 这里只要一张",
          "\"\(first)\" 是 \(found.count) 張訂單, 這裡只要一張"), try: "gendan show \(found.first?.order.no ?? first)")
    }
    words.removeFirst()
    return only
  }
}
