import Gendan

/// An order as a text that a person edits: a field a line, those of a line of goods under its heading.
///
///     客户单号: HD-26-0331
///     [1] 不锈钢法兰 DN50
///     数量: 200
struct EditedOrder {
  /// A field of the order, or of one of its lines.
  struct Place: Hashable {
    let line: LinePart?
    let field: OrderWord
  }

  /// A value that differs.
  struct Change {
    let place: Place
    let old: String
    let new: String
  }

  private let order: Order
  private var lines: [(place: LinePart, product: String)] = []
  private var values: [(place: Place, value: String)] = []

  /// An order as it stands. Where a line goes out in parts, each has its own quantity and day.
  init(_ order: Order, in reading: Reading) throws {
    self.order = order
    let head: [(OrderWord, String?)] = [
      (.po, order.customerPO), (.clerk, order.clerk), (.prio, order.priority.rawValue),
      (.carrier, order.carrier), (.note, order.note), (.terms, order.terms), (.special, order.special),
      (.salesperson, order.salesperson), (.commission, Percent.text(order.commission)),
      (.kind, order.kind.rawValue), (.channel, order.channel?.rawValue),
    ]
    for (field, value) in head { values.append((Place(line: nil, field: field), value ?? "")) }
    var list = Gendan.OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .numbered(order.no)
    let rows = try list.rows(in: reading).sorted {
      ($0.lineNo, $0.place.part ?? 1) < ($1.lineNo, $1.place.part ?? 1)
    }
    for row in rows {
      let line = LinePart(row.lineNo)
      let delivery: [(OrderWord, String?)] = [
        (.qty, row.quantity.plain), (.want, row.requestedOn?.description),
      ]
      if !lines.contains(where: { $0.place == line }) {
        add(
          (row.place == line ? delivery : []) + [
            (.price, row.price.map(OrderTable.price)), (.color, row.color), (.spec, row.spec),
            (.requirement, row.requirement),
          ], to: line, row.product)
      }
      if row.place != line { add(delivery, to: row.place, row.product) }
    }
  }

  private mutating func add(_ fields: [(OrderWord, String?)], to line: LinePart, _ product: String) {
    lines.append((line, product))
    for (field, value) in fields { values.append((Place(line: line, field: field), value ?? "")) }
  }

  /// The text, with what to do with it above.
  func text(_ language: Language) -> String {
    let hint = Text(
      "save and leave: what changed is shown and asked about; an empty value clears the field",
      "存盘退出后列出改动并确认; 值留空就是清空", "存檔退出後列出更動並確認; 值留空就是清空")
    func block(_ line: LinePart?) -> String {
      values.filter { $0.place.line == line }.map { "\($0.place.field.words[language]): \($0.value)\n" }
        .joined()
    }
    return "# \(order.no) \(order.customer)\n# \(hint[language])\n" + block(nil)
      + lines.map { "\n[\($0.place)] \($0.product)\n" + block($0.place) }.joined()
  }

  /// What an edited text says otherwise; a line that was taken out says nothing.
  func changes(in text: String) throws -> [Change] {
    var line: LinePart?
    var changes: [Change] = []
    for (index, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let row = row.trimmed
      if row.isEmpty || row.hasPrefix("#") { continue }
      if row.hasPrefix("["), let end = row.firstIndex(of: "]") {
        let name = row[row.index(after: row.startIndex)..<end]
        guard let named = lines.first(where: { $0.place.description == name }) else {
          throw Self.unreadable(row, index)
        }
        line = named.place
        continue
      }
      guard let colon = row.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
        throw Self.unreadable(row, index)
      }
      let field = try OrderWord.named(String(row[..<colon].trimmed))
      let new = String(row[row.index(after: colon)...].trimmed)
      // What is the whole order's is understood below a line of goods too.
      let places = [Place(line: line, field: field), Place(line: nil, field: field)]
      guard let (place, old) = values.first(where: { places.contains($0.place) }) else {
        throw Self.unreadable(row, index)
      }
      if new != old { changes.append(Change(place: place, old: old, new: new)) }
    }
    return changes
  }

  private static func unreadable(_ row: Substring, _ index: Int) -> Complaint {
    Complaint(
      .data,
      Text(
        "line \(index + 1) is no field of this order: \"\(row)\"", "第 \(index + 1) 行不是这张订单的字段: \"\(row)\"",
        "第 \(index + 1) 行不是這張訂單的欄位: \"\(row)\""), tries: [])
  }
}
