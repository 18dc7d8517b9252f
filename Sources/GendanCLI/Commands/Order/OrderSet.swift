import ArgumentParser
import Gendan

/// Changes an order's fields: `set 118 qty=260 price=36.2 want=3/28`; `note=` clears (R-112).
struct OrderSet: BookCommand {
  static let sheet = CommandSheet(
    id: "order.set", word: "set", chinese: ["改"],
    about: Text("change an order's fields", "改订单的字段", "改訂單的欄位"),
    usage: "REF[.LINE]… FIELD=VALUE… [--reason TEXT]",
    examples: [
      "set 118 qty=260 price=36.2", "set 118.2 want=2026-03-28 --reason \"mail 3/12\"", "set 118 备注=",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer { try Self.change(words, at: desk) }

  /// Reads `REF… FIELD=VALUE…` and does it.
  static func change(_ words: [String], at desk: Desk) throws -> Answer {
    var assignments: [(field: OrderWord, value: String)] = []
    var references: [String] = []
    for word in words {
      if let typed = FieldValue(word) {
        assignments.append(
          (try OrderWord.named(typed, of: references.isEmpty ? ["118"] : references), typed.value))
      } else if assignments.isEmpty || Reference(word) != nil {
        references.append(word)
      } else {
        throw FieldValue.loose(
          word, try: "gendan set \(words.first ?? "118") \(OrderField.note.rawValue)=\"…\"")
      }
    }
    guard !assignments.isEmpty else {
      throw Complaint(
        .usage, Text("what to change is missing", "缺少要改的内容", "缺少要改的內容"),
        facts: [
          Text("fields: ", "字段: ", "欄位: ") + OrderWord.allCases.map(\.label).joined(", ")
        ],
        try: "gendan set \(words.first ?? "118") qty=260")
    }
    references = try desk.confirmed(references)
    return try desk.write { writing, answer in
      answer.warnings = Complaint.unread(terms: assignments.last { $0.field == .terms }?.value)
      for referenced in try desk.references(only: references, in: writing) {
        var change = OrderChange()
        let done = try assignments.map { field, value -> Text in
          let conversion = try field.put(value, into: &change, of: referenced, at: desk, in: writing)
          return field.words + " = " + (conversion ?? Text(verbatim: value))
        }.joined(", ")
        do {
          try writing.set(referenced.order, line: referenced.line, change)
        } catch BookError.agreed(let no) {
          throw agreed(no, line: referenced.line, assignments, reason: desk.options.reason)
        }
        answer.echo.append(referenced.label + done)
        answer.touched.append(referenced.order.no)
      }
    }
  }

  /// What is agreed is amended: the same line as an amendment, without the fields that nobody agrees upon.
  private static func agreed(
    _ no: String, line: LinePart?, _ assignments: [(field: OrderWord, value: String)], reason: String?
  ) -> Complaint {
    let values = assignments.filter { AgreedField(rawValue: $0.field.rawValue) != nil }
      .map { "\($0.field.rawValue)=\($0.value)" }
    var complaint = Complaint.of(BookError.agreed(no: no))
    complaint.tries = [
      "gendan amend " + LineWords.joined([line.map { "\(no).\($0)" } ?? no] + values) + " --reason "
        + (reason.map { LineWords.joined([$0]) } ?? "TEXT")
    ]
    return complaint
  }
}
