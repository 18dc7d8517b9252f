import ArgumentParser
import Gendan

/// `line`: the lines of an order that the customer has not confirmed yet; what was confirmed is amended.
struct LineCommand: NounCommand {
  static let word = "line"
  static let chinese = ["订单行", "訂單行"]
  static let about = Text("the lines of an order", "订单的行", "訂單的行")
  static let verbs: [any BookCommand.Type] = [LineAdd.self, LineSet.self, LineDrop.self]
}

/// Adds a line (R-050).
struct LineAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "line.add", word: "add", chinese: ["新增"],
    about: Text("add a line to an order", "订单加一行", "訂單加一行"),
    usage: "REF PRODUCT QTY[@PRICE] [FIELD=VALUE…] [--want DATE]",
    examples: ["line add 118 P-88 200", "line add 118 P-88 200@18.5 颜色=红 --want 4/10"], part: .taking)

  @Argument var words: [String] = []
  @Option var want: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let typed = (words + (want.map { ["want=\($0)"] } ?? [])).joined(separator: " ")
      let grammar = AmendmentGrammar(order: order, desk: desk, writing: writing)
      let (line, change) = try grammar.added(typed, try: "gendan line add \(order.no) P-88 200@18.5")
      do {
        let added = try writing.addLine(line, change, to: order)
        let goods = "\(added.product) \(added.quantity.text) \(added.quantity.unit)"
        answer.echo = [
          order.label
            + Text("line \(added.lineNo): ", "第 \(added.lineNo) 行: ", "第 \(added.lineNo) 行: ") + goods
        ]
      } catch BookError.agreed {
        throw LineCommand.agreed(order, "--add \"\(typed)\"")
      }
      answer.touched = [order.no]
    }
  }
}

/// Changes the fields of a line: `set` under the noun's name.
struct LineSet: BookCommand {
  static let sheet = CommandSheet(
    id: "line.set", word: "set", chinese: ["修改"],
    about: Text("change the fields of a line", "改订单行的字段", "改訂單行的欄位"),
    usage: "REF.LINE… FIELD=VALUE…", examples: ["line set 118.2 qty=260 want=3/28"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer { try OrderSet.change(words, at: desk) }
}

/// Drops a line of which nothing has left.
struct LineDrop: BookCommand {
  static let sheet = CommandSheet(
    id: "line.drop", word: "drop", chinese: ["删除", "刪除"],
    about: Text("drop a line from an order", "订单去掉一行", "訂單去掉一行"), usage: "REF.LINE --reason TEXT",
    examples: ["line drop 118.3 --reason 客户来电不要了"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan line drop \(words.first ?? "118.3") --reason TEXT")
    try desk.confirm(rehearsing: reason) { writing in
      let (order, line, ended) = try drop(reason, at: desk, in: writing)
      return [order.label + LineCommand.dropped(line, ended) + Text("; drop it?", "; 确定?", "; 確定?")]
    }
    return try desk.write(reason: reason) { writing, answer in
      let (order, line, ended) = try drop(reason, at: desk, in: writing)
      answer.echo = [order.label + LineCommand.dropped(line, ended)]
      answer.touched = [order.no]
    }
  }

  private func drop(
    _ reason: String, at desk: Desk, in writing: Writing
  ) throws -> (Order, Int, [ProductionOrder]) {
    var words = words
    let found = try desk.reference(&words, in: writing)
    if let loose = words.first { throw desk.missingReference(loose) }
    guard let line = try found.wholeLine() else {
      throw Complaint.missing(
        OrderField.line.words, try: "gendan line drop \(found.order.no).2 --reason TEXT")
    }
    do {
      return (found.order, line, try writing.dropLine(line, of: found.order, reason: reason))
    } catch BookError.agreed {
      throw LineCommand.agreed(found.order, "--drop \(line)")
    }
  }
}

extension LineCommand {
  /// `第 3 行去掉, MO2603-0007 停产`.
  fileprivate static func dropped(_ line: Int, _ ended: [ProductionOrder]) -> Text {
    let text = Text("line \(line) dropped", "去掉第 \(line) 行", "去掉第 \(line) 行")
    guard !ended.isEmpty else { return text }
    return text + ", " + ended.map(\.no).joined(separator: ", ") + Text(" ended", " 停产", " 停產")
  }

  /// What the customer has confirmed is amended.
  fileprivate static func agreed(_ order: Order, _ option: String) -> Complaint {
    var complaint = Complaint.of(BookError.agreed(no: order.no))
    complaint.tries = ["gendan amend \(order.no) \(option) --reason TEXT"]
    return complaint
  }
}
