import ArgumentParser
import Gendan
import GendanOutput

/// Amends what was agreed, or tells what was amended (R-111 to R-115).
struct OrderAmend: BookCommand {
  static let sheet = CommandSheet(
    id: "order.amend", word: "amend", chinese: ["变更", "變更"],
    about: Text("amend a confirmed order", "变更已确认的订单", "變更已確認的訂單"),
    usage: "REF[.LINE] [FIELD=VALUE… --reason TEXT] [--side customer|own]",
    examples: [
      "amend 118", "amend 118.1 qty=1300 --reason \"客户加单 3/11\"", "amend 118 want=4/10 --reason 客户推迟",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @Option var side: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let values = words.compactMap(FieldValue.init)
    guard !values.isEmpty else { return try history(at: desk) }
    let name = words.filter { FieldValue($0) == nil }
    let reason = try global.neededReason(
      Text("an amendment needs a reason", "变更要写原因", "變更要寫原因"),
      try: "gendan amend \(words.joined(separator: " ")) --reason TEXT")
    let side: HoldSide =
      try side.map { try Spelling.read($0, as: Text("side", "一方", "一方")) } ?? .customer
    let (order, impact) = try desk.read { reading in
      var name = name
      let order = try desk.reference(&name, in: reading).order
      return (order, try AmendmentImpact.of(order, in: reading))
    }
    if !impact.isNothing {
      try desk.confirm(order.label + impact.words + Text("; amend it?", "; 确定变更?", "; 確定變更?"))
    }
    return try desk.write(reason: reason) { writing, answer in
      var name = name
      let found = try desk.reference(&name, in: writing)
      var change = OrderChange()
      for value in values {
        try OrderWord.named(value.field).put(value.value, into: &change, of: found, at: desk, in: writing)
      }
      let amendment = try writing.amend(
        found.order, AmendmentRequest(change, line: found.line, side: side, reason: reason))
      answer.echo = [found.order.label + amendment.words]
      answer.touched = [found.order.no]
    }
  }

  /// What was amended, version by version.
  private func history(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let lines = try Amendment.of(order.id, in: reading.db).flatMap { amendment in
        amendment.changes.map { (amendment, $0) }
      }
      var answer = Answer("amendments", Self.listing(try desk.dateWords(reading), desk.language).list(lines))
      answer.touched = [order.no]
      return answer
    }
  }

  private static func listing(
    _ dates: DateWords, _ language: Language
  ) -> Listing<(Amendment, Amendment.Change)> {
    Listing(
      id: "amendments", language: language,
      fields: [
        .init("version", Text("Version", "版本", "版本"), .trailing) { Cell(number: $0.0.version) },
        .init("made", Text("Made", "日期", "日期")) { line in
          Cell(dates.short(line.0.madeOn), value: .string(line.0.madeOn.description))
        },
        .init("line", OrderField.line.words, .trailing) { Cell(number: $0.1.line) },
        .init("field", Text("Field", "项目", "項目")) { line in
          OrderWord(column: line.1.field).map { Cell($0.words[language], value: .string(line.1.field)) }
            ?? Cell(line.1.field)
        },
        .init("old", Text("Old", "原来", "原來"), shrinks: true) { Cell(optional: $0.1.old) },
        .init("new", Text("New", "现在", "現在"), shrinks: true) { Cell(optional: $0.1.new) },
        .init("side", Text("Asked by", "提出方", "提出方"), priority: 1) { Cell(id: $0.0.side, language) },
        .init("reason", Text("Reason", "原因", "原因"), priority: 2, shrinks: true) { Cell($0.0.reason) },
        .init("by", Text("By", "经手", "經手"), priority: 3) { Cell(optional: $0.0.by) },
      ])
  }
}

extension OrderWord {
  /// The word of a column that an amendment names.
  init?(column: String) {
    self.init(rawValue: column == "customer_po" ? OrderWord.po.rawValue : column)
  }
}

extension Amendment {
  /// `version 2: Qty 1000 -> 1300`.
  var words: Text {
    let parts = changes.map { change in
      let field = OrderWord(column: change.field)?.words ?? Text(verbatim: change.field)
      let line = change.line.map { "\($0) " } ?? ""
      return Text(verbatim: line) + field + " \(change.old ?? "-") -> \(change.new ?? "-")"
    }
    return Text("version \(version): ", "第 \(version) 版: ", "第 \(version) 版: ") + parts.joined(", ")
  }
}

extension AmendmentImpact {
  /// Whether nothing but the order itself is touched.
  var isNothing: Bool { production.isEmpty && shipped == 0 && signatures == 0 }

  /// What is touched, in one line.
  var words: Text {
    var parts: [Text] = []
    if !production.isEmpty {
      parts.append(Text("in production ", "在产 ", "在產 ") + production.joined(separator: " "))
    }
    if shipped > 0 { parts.append(Text("partly shipped, which stays so", "已发部分收不回", "已出部分收不回")) }
    if signatures > 0 {
      parts.append(
        Text("\(signatures) signatures are asked for again", "\(signatures) 个签字要重签", "\(signatures) 個簽字要重簽"))
    }
    return parts.joined(", ")
  }
}
