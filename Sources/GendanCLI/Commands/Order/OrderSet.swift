import ArgumentParser
import Gendan

/// Changes an order's fields: `set 118 qty=260 price=36.2 want=3/28`; `note=` clears (R-112).
struct OrderSet: BookCommand {
  static let sheet = CommandSheet(
    id: "order.set", word: "set", chinese: ["改"],
    about: Text("change an order's fields", "改订单的字段", "改訂單的欄位"),
    usage: "REF… FIELD=VALUE… [--reason TEXT]",
    examples: [
      "set 118 qty=260 price=36.2", "set 118.2 want=2026-03-28 --reason \"mail 3/12\"", "set 118 备注=",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  /// The fields that can be changed here.
  private static let fields: [OrderField] = [.qty, .price, .want, .po, .clerk, .prio, .carrier, .note]

  func run(at desk: Desk) throws -> Answer {
    var assignments: [(field: OrderField, value: String)] = []
    var references: [String] = []
    for word in words {
      let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
      if parts.count == 2 {
        assignments.append((try field(String(parts[0])), String(parts[1].trimmed)))
      } else {
        references.append(word)
      }
    }
    guard !assignments.isEmpty else {
      throw Complaint(
        .usage, Text("what to change is missing", "缺少要改的内容", "缺少要改的內容"),
        facts: [Text("fields: ", "字段: ", "欄位: ") + Self.fields.map(\.rawValue).joined(separator: ", ")],
        try: "gendan set \(words.first ?? "118") qty=260")
    }
    return try desk.write { writing, answer in
      for referenced in try desk.references(&references, in: writing) {
        let change = try change(assignments, of: referenced, at: desk, in: writing)
        try writing.set(referenced.order, line: referenced.line, change)
        let done = assignments.map { Text(verbatim: "") + $0.field.words + " = \($0.value)" }.joined(", ")
        answer.echo.append(referenced.order.label + done)
        answer.touched.append(referenced.order.no)
      }
    }
  }

  private func field(_ name: String) throws -> OrderField {
    if let field = OrderField.named(name), Self.fields.contains(field) { return field }
    let close = nearest(to: name, among: Self.fields.flatMap { [$0.rawValue] + $0.words.all })
    throw Complaint(
      .usage, Text("\"\(name)\" cannot be set", "不能改 \"\(name)\"", "不能改 \"\(name)\""),
      facts: [
        Text("fields: ", "字段: ", "欄位: ") + Self.fields.map(\.rawValue).joined(separator: ", ")
      ], try: close.first.map { "gendan set 118 \($0)=…" } ?? "gendan promise 118 +3wd")
  }

  private func change(
    _ assignments: [(field: OrderField, value: String)], of referenced: Referenced, at desk: Desk,
    in writing: Writing
  ) throws -> OrderChange {
    var change = OrderChange()
    for (field, value) in assignments {
      let text: String? = value.isEmpty ? nil : value
      switch field {
      case .qty:
        let decimals =
          try Schedule.of(referenced.order.id, line: referenced.line, in: writing.db)
          .first?.quantity.decimals ?? 0
        change.quantity = try OrderNew.quantity(value, decimals: decimals)
      case .price: change.price = .some(try text.map(OrderNew.price))
      case .want:
        change.requestedOn = .some(
          try text.map { try desk.day($0, .plan, of: referenced.order, in: writing) })
      case .po: change.customerPO = .some(text)
      case .carrier: change.carrier = .some(text)
      case .note: change.note = .some(text)
      case .prio: change.priority = try Spelling.read(value, as: field.words)
      case .clerk: change.clerk = try User.named(value, in: writing.db).id
      default: continue
      }
    }
    return change
  }
}
