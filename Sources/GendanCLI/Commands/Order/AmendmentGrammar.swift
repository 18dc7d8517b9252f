import Gendan

/// How the parts of an amendment are typed: `2 qty=1300 want=4/10`, `P-88 200@18.5 carton=24`, `3`.
struct AmendmentGrammar {
  let order: Order
  let desk: Desk
  let writing: Writing

  /// What typed fields change of a line, or of the order.
  func part(_ values: [FieldValue], line: LinePart?) throws -> AmendmentRequest.Part {
    let change = try change(values, of: Referenced(order: order, line: line))
    return AmendmentRequest.Part(line: line, change)
  }

  /// `N FIELD=VALUE…`
  func part(_ text: String) throws -> AmendmentRequest.Part {
    let (name, values) = Self.split(text)
    guard name.count == 1, let line = Self.place(name[0]), !values.isEmpty else {
      throw Self.unreadable(text, try: "--line \"2 qty=1300 want=4/10\"")
    }
    return try part(values, line: line)
  }

  /// `PRODUCT QTY[@PRICE] [FIELD=VALUE…]`, with the customer's tolerances, and the price in force where
  /// none is typed.
  func added(
    _ text: String, try example: String = "--add \"P-88 200@18.5\""
  ) throws -> (line: NewLine, change: OrderChange) {
    var (name, values) = Self.split(text)
    guard name.count >= 2, let amount = name.popLast() else {
      throw Self.unreadable(text, try: example)
    }
    let product = try Product.named(name.joined(separator: " "), in: writing.db)
    try writing.pass(current: product)
    let parts = amount.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "@" || $0 == "＠" }
    let quantity = try TypedQuantity(String(parts[0]), of: product, in: writing).smallest
    var line = NewLine(product: product.id, [NewSchedule(quantity: quantity)])
    line.price =
      try parts.count > 1
      ? OrderNew.price(String(parts[1]))
      : Price.inForce(
        product.id, for: order.customerID, order.currency, on: order.orderedOn, in: writing.db)?.price
    let customer = try Customer.named(order.customerCode, in: writing.db)
    line.underTolerance = customer.underTolerance
    line.overTolerance = customer.overTolerance
    let change = try change(values, of: Referenced(order: order), product: product)
    return (line, change)
  }

  /// `N`
  func dropped(_ text: String) throws -> Int {
    guard let line = Self.number(text) else {
      throw Self.unreadable(text, try: "--drop 3")
    }
    return line
  }

  private func change(
    _ values: [FieldValue], of referenced: Referenced, product: Product? = nil
  ) throws -> OrderChange {
    var change = OrderChange()
    for value in values {
      let word = try OrderWord.named(value, of: [order.no])
      guard AgreedField(rawValue: word.rawValue) != nil else {
        throw Complaint(
          .usage,
          Text(
            "\(word.rawValue) is not agreed with the customer: set it",
            "\(word.words.simplified) 不是与客户约定的: 直接改", "\(word.words.traditional) 不是與客戶約定的: 直接改"),
          try: "gendan set \(order.no) \(word.rawValue)=\(value.value)")
      }
      try word.put(
        value.value, into: &change, of: referenced, product: product, at: desk, in: writing)
    }
    return change
  }

  /// The words before the first `FIELD=VALUE`, and the fields: a value goes on until the next one.
  private static func split(_ text: String) -> (name: [String], values: [FieldValue]) {
    var name: [String] = []
    var typed: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if FieldValue(word) != nil {
        typed.append(word)
      } else if typed.isEmpty {
        name.append(word)
      } else {
        typed[typed.count - 1] += " " + word
      }
    }
    return (name, typed.compactMap(FieldValue.init))
  }

  /// `2`, or one delivery of it, `2.1`.
  private static func place(_ text: String) -> LinePart? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { number(String($0)) }
    guard (1...2).contains(numbers.count), let line = numbers[0] else { return nil }
    guard numbers.count == 2 else { return LinePart(line) }
    return numbers[1].map { LinePart(line, part: $0) }
  }

  private static func number(_ text: String) -> Int? {
    Int(folded(text)).flatMap { 1...1_000_000 ~= $0 ? $0 : nil }
  }

  private static func unreadable(_ text: String, try example: String) -> Complaint {
    Complaint(
      .usage, Text("\"\(text)\" cannot be read", "\"\(text)\" 看不懂", "\"\(text)\" 看不懂"), try: example)
  }
}
