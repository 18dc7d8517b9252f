import Gendan

/// What can be typed about a customer: its texts, and the terms of its orders.
enum CustomerWord: String, CaseIterable, Worded {
  case name, address, contact, phone, fax, terms, `class`, region, currency, note
  case type, principal, source, grade
  case clerk, under, over, limit, transit
  case dateMeaning = "date-meaning"

  /// The text that it is, where it is one.
  var field: CustomerField? { CustomerField(rawValue: rawValue) }

  var words: Text {
    switch self {
    case .clerk: Text("clerk", "跟单", "跟單")
    case .under: Text("under %", "允许少交 %", "允許少交 %")
    case .over: Text("over %", "允许多交 %", "允許多交 %")
    case .limit: Text("credit limit", "信用额度", "信用額度")
    case .transit: Text("transit days", "运输天数", "運輸天數")
    case .dateMeaning: Text("date means", "交期指", "交期指")
    case .name, .address, .contact, .phone, .fax, .terms, .class, .region, .currency, .note, .type,
      .principal, .source, .grade:
      field?.words ?? Text(verbatim: rawValue)
    }
  }
}

/// What was typed about a customer, understood.
struct CustomerEntry {
  private(set) var fields: [CustomerField: String] = [:]
  private(set) var terms = CustomerTerms()

  /// Takes one value; an empty one clears.
  mutating func put(_ word: CustomerWord, _ text: String, in reading: Reading) throws {
    let text = String(text.trimmed)
    switch word {
    case .clerk: terms.clerk = .some(text.isEmpty ? nil : try User.named(text, in: reading.db).id)
    case .under: terms.under = try Percent.read(text)
    case .over: terms.over = try Percent.read(text)
    case .limit: terms.creditLimit = .some(text.isEmpty ? nil : try CustomerEntry.limit(text))
    case .transit: terms.transitDays = try CustomerEntry.transit(text)
    case .dateMeaning: terms.dateMeaning = text.isEmpty ? .shipped : try Spelling.read(text, as: word.words)
    case .class:
      let value: CustomerClass = text.isEmpty ? .normal : try Spelling.read(text, as: word.words)
      fields[.class] = value.rawValue
    case .type:
      let value: CustomerType = text.isEmpty ? .domestic : try Spelling.read(text, as: word.words)
      fields[.type] = value.rawValue
    case .currency:
      fields[.currency] = try text.isEmpty ? reading.settings()[.currency] : Currency.read(text)
    case .name, .address, .contact, .phone, .fax, .terms, .region, .note, .principal, .source, .grade:
      if let field = word.field { fields[field] = text }
    }
  }

  /// Calendar days; none for an empty text.
  private static func transit(_ text: String) throws -> Int {
    guard let days = text.isEmpty ? 0 : Int(folded(text)), 0...365 ~= days else {
      throw Complaint(
        .usage,
        Text("\"\(text)\" is not 0 to 365 days", "\"\(text)\" 不是 0 到 365 天", "\"\(text)\" 不是 0 到 365 天"),
        try: "transit=3")
    }
    return days
  }

  private static func limit(_ text: String) throws -> Int64 {
    let limit = try DecimalText.parse(text, decimals: 2)
    guard 0...10_000_000_000_000 ~= limit else { throw BookError.tooLarge(text) }
    return limit
  }

  /// Only what differs from the customer as it stands, so that nothing is recorded of the rest.
  func differing(from customer: Customer) -> CustomerEntry {
    var entry = self
    entry.fields = fields.filter { ($0.value.isEmpty ? nil : $0.value) != customer.fields[$0.key] }
    if terms.under == customer.underTolerance { entry.terms.under = nil }
    if terms.over == customer.overTolerance { entry.terms.over = nil }
    if terms.creditLimit == .some(customer.creditLimit) { entry.terms.creditLimit = nil }
    if terms.transitDays == customer.transitDays { entry.terms.transitDays = nil }
    if terms.dateMeaning == customer.dateMeaning { entry.terms.dateMeaning = nil }
    return entry
  }
}

/// A percentage with at most two decimals, as basis points.
enum Percent {
  static func read(_ text: String) throws -> Int64 {
    let digits = folded(text).replacing("%", with: "")
    let points = digits.trimmed.isEmpty ? 0 : try DecimalText.parse(digits, decimals: 2)
    guard 0...10_000 ~= points else {
      throw Complaint(
        .usage,
        Text(
          "\"\(text)\" is not between 0 and 100 %", "\"\(text)\" 不在 0 到 100 % 之间",
          "\"\(text)\" 不在 0 到 100 % 之間"),
        try: "over=3%")
    }
    return points
  }

  /// `3` or `2.5`.
  static func text(_ points: Int64) -> String {
    Decimal.text(points % 100 == 0 ? points / 100 : points, decimals: points % 100 == 0 ? 0 : 2)
  }
}
