import Gendan

/// What `set` and `amend` can change of an order.
enum OrderWord: String, CaseIterable, Worded {
  case qty, price, want, po, clerk, prio, carrier, note
  case terms, special, salesperson, commission, color, spec, requirement, kind, channel, received
  case carton, packing, mark
  case newMaterial = "new-material"

  var words: Text {
    switch self {
    case .qty: OrderField.qty.words
    case .price: OrderField.price.words
    case .want: OrderField.want.words
    case .po: OrderField.po.words
    case .clerk: OrderField.clerk.words
    case .prio: OrderField.prio.words
    case .carrier: OrderField.carrier.words
    case .note: OrderField.note.words
    case .terms: OrderTerm.terms.words
    case .special: Text("Special", "特殊条款", "特殊條款")
    case .salesperson: Role.salesperson.words
    case .commission: Text("Commission", "佣金", "佣金")
    case .color: OrderTerm.color.words
    case .spec: OrderTerm.spec.words
    case .requirement: OrderTerm.requirement.words
    case .kind: OrderField.kind.words
    case .channel: OrderField.channel.words
    case .received: Text("Received", "收单时间", "收單時間")
    case .newMaterial: Text("New material", "新材料", "新材料")
    case .carton: Text("Per carton", "每箱", "每箱")
    case .packing: Text("Packing", "包装", "包裝")
    case .mark: Text("Mark", "唛头", "嘜頭")
    }
  }

  /// How a list of fields names it: as it is typed in English, by its word elsewhere.
  var label: Text {
    let words = words
    return Text(rawValue, words.simplified, words.traditional)
  }

  /// What else it is called on pages and in speech.
  private var synonyms: [String] {
    switch self {
    case .want: Basis.want.words.all + OrderTerm.want.words.all + ["要求日", "要求日期"]
    case .price: ["价格", "價格"]
    case .terms: CustomerField.terms.words.all
    case .prio: ["急", "急单", "急單"]
    default: []
    }
  }

  /// Everything by which it may be typed, folded.
  var spellings: [String] {
    ([rawValue] + words.all + (OrderField(rawValue: rawValue)?.words.all ?? []) + synonyms).map(folded)
  }

  /// The field that a typed word means; throws a complaint with the nearest.
  static func named(_ name: String) throws -> OrderWord {
    let word = folded(name)
    if let match = allCases.first(where: { $0.spellings.contains(word) }) { return match }
    let close = nearest(to: word, among: allCases.flatMap(\.spellings))
    var complaint = Complaint(
      .usage, Text("\"\(name)\" cannot be set", "不能改 \"\(name)\"", "不能改 \"\(name)\""),
      facts: [Text("fields: ", "字段: ", "欄位: ") + allCases.map(\.label).joined(", ")], tries: [])
    complaint.meant = (name, close.filter { isSlip(name, of: $0) })
    throw complaint
  }

  /// The field that `FIELD=VALUE` means, behind references; what follows from other entries is refused with the line
  /// that enters it.
  static func named(_ typed: FieldValue, of references: [String]) throws -> OrderWord {
    do {
      return try named(typed.field)
    } catch let complaint as Complaint {
      guard let field = OrderField.named(typed.field) else { throw complaint }
      throw Complaint(
        .usage,
        Text(
          "\"\(typed.field)\" follows from other entries and is not set", "\"\(typed.field)\" 由别的登记得出, 不能直接改",
          "\"\(typed.field)\" 由別的登記得出, 不能直接改"),
        tries: (field.line(entering: typed.value, of: references).map { ["gendan \($0)"] } ?? [])
          + ["gendan explain \(field.rawValue)"])
    }
  }

  /// Notes a typed value as a change; an empty one clears what may be empty. Quantities are of the line's
  /// product, or of the one that is given. Returns how a quantity in another unit was converted.
  @discardableResult
  func put(
    _ value: String, into change: inout OrderChange, of referenced: Referenced, product: Product? = nil,
    at desk: Desk, in writing: Writing
  ) throws -> Text? {
    let text = value.filledText
    func quantity(_ text: String) throws -> TypedQuantity {
      let schedules = try Schedule.of(referenced.order.id, line: referenced.line, in: writing.db)
      let code = schedules.first?.productCode
      guard let product = try product ?? code.map({ try Product.named($0, in: writing.db) }) else {
        return try TypedQuantity(text)
      }
      return try TypedQuantity(text, of: product, in: writing)
    }
    switch self {
    case .qty:
      let quantity = try quantity(value)
      change.quantity = quantity.smallest
      return quantity.conversion
    case .carton: change.perCarton = .some(try text.map { try quantity($0).smallest })
    case .packing: change.packing = .some(text)
    case .mark: change.mark = .some(text)
    case .price: change.price = .some(try text.map { try OrderNew.price($0) })
    case .want:
      change.requestedOn = .some(
        try text.map {
          try desk.day($0, .plan, of: referenced.order, line: referenced.line, in: writing)
        })
    case .po: change.customerPO = .some(text)
    case .carrier: change.carrier = .some(text)
    case .note: change.note = .some(text)
    case .prio: change.priority = try Priority.read(value)
    case .clerk: change.clerk = try User.named(value, in: writing.db).id
    case .salesperson: change.salesperson = try User.named(value, in: writing.db).id
    case .terms: change.terms = .some(text)
    case .special: change.special = .some(text)
    case .commission: change.commission = try Percent.read(value)
    case .color: change.color = .some(text)
    case .spec: change.spec = .some(text)
    case .requirement: change.requirement = .some(text)
    case .kind: change.kind = try Spelling.read(value, as: words)
    case .channel: change.channel = .some(try text.map { try Spelling.read($0, as: words) })
    case .received:
      change.receivedAt = .some(
        try text.flatMap { try desk.moment($0, in: writing).began(utcOffset: writing.utcOffset) })
    case .newMaterial: change.isNewMaterial = try Answers.isYes(value)
    }
    return nil
  }
}
