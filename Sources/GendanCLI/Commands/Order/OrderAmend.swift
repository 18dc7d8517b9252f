import ArgumentParser
import Gendan
import GendanOutput

/// Amends what was agreed, or tells what was amended (R-111 to R-115).
struct OrderAmend: BookCommand {
  static let sheet = CommandSheet(
    id: "order.amend", word: "amend", chinese: ["变更", "變更"],
    about: Text("amend a confirmed order", "变更已确认的订单", "變更已確認的訂單"),
    usage:
      "REF[.LINE] [FIELD=VALUE…] [--line \"N FIELD=VALUE…\"]… [--add \"PRODUCT QTY[@PRICE] [FIELD=VALUE…]\"]… [--drop N]… --reason TEXT [--side customer|own] [--promise DATE] [--remark DEPT=TEXT]…",
    examples: [
      "amend 118", "amend 118 qty=1300 packing=彩盒 --reason \"客户加单 3/11\" --dry-run",
      "amend 118 --line \"2 qty=1300 want=4/10\" --add \"P-88 200@18.5\" --drop 3 --reason \"mail 3/11\"",
      "amend 118 want=4/20 --promise 4/20 --reason 客户推迟",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @Option var line: [String] = []
  @Option var add: [String] = []
  @Option var drop: [String] = []
  @Option var side: String?
  @Option var promise: String?
  @Option var remark: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let values = words.compactMap(FieldValue.init)
    guard !values.isEmpty || !(line + add + drop).isEmpty || promise != nil else {
      return try history(at: desk)
    }
    let reason = try global.why(
      Text("an amendment needs a reason", "变更要写原因", "變更要寫原因"),
      try: "gendan amend \(words.joined(separator: " ")) --reason TEXT")
    try desk.confirm(rehearsing: reason) { writing in
      let (order, made) = try amend(values, reason, at: desk, in: writing)
      guard !made.impact.isNothing else { return [] }
      let page = try AmendmentPage(order, made, at: desk, in: writing)
      return page.lines + [order.label + page.brief + Text("; amend it?", "; 确定变更?", "; 確定變更?")]
    }
    return try desk.write(reason: reason) { writing, answer in
      let (order, made) = try amend(values, reason, at: desk, in: writing)
      let page = try AmendmentPage(order, made, at: desk, in: writing)
      answer.echo = page.lines
      answer.extra = [.init("amendment", page.json)]
      answer.touched = [order.no]
      answer.warnings = Complaint.unread(terms: made.amendment.changes.last { $0.field == .terms }?.new)
    }
  }

  private func amend(
    _ values: [FieldValue], _ reason: String, at desk: Desk, in writing: Writing
  ) throws -> (Order, AmendmentMade) {
    var name = words.filter { FieldValue($0) == nil }
    let found = try desk.reference(&name, in: writing)
    if let loose = name.first {
      throw FieldValue.loose(loose, try: "gendan amend \(found.order.no) qty=1300 --reason TEXT")
    }
    var request = AmendmentRequest(
      side: try side.map { try Spelling.read($0, as: Text("side", "一方", "一方")) } ?? .customer,
      reason: reason)
    let grammar = AmendmentGrammar(order: found.order, desk: desk, writing: writing)
    if !values.isEmpty { request.parts.append(try grammar.part(values, line: found.line)) }
    request.parts += try line.map(grammar.part)
    request.added = try add.map { try grammar.added($0) }
    request.dropped = try drop.map(grammar.dropped)
    request.promisedOn = try promise.map { try desk.day($0, .plan, of: found.order, in: writing) }
    request.remarks = try PlanOptions.remarks(remark)
    return (found.order, try writing.amend(found.order, request))
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
        .init("field", Text("Field", "项目", "項目")) { Cell(id: $0.1.field, language) },
        .init("old", Text("Old", "原来", "原來"), shrinks: true) { Cell(optional: $0.1.old) },
        .init("new", Text("New", "现在", "現在"), shrinks: true) { Cell(optional: $0.1.new) },
        .init("side", Text("Asked by", "提出方", "提出方"), priority: 1) { Cell(id: $0.0.side, language) },
        .init("reason", Text("Reason", "原因", "原因"), priority: 2, shrinks: true) { Cell($0.0.reason) },
        .init("by", Text("By", "经手", "經手"), priority: 3) { Cell(optional: $0.0.by) },
      ])
  }
}
