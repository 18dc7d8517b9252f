import ArgumentParser
import Gendan

/// Holds an order; it stays in every list, and its raw lateness stays visible.
struct OrderHold: BookCommand {
  static let sheet = CommandSheet(
    id: "order.hold", word: "hold", chinese: ["暂停", "暫停"],
    about: Text("put an order on hold", "暂停订单", "暫停訂單"),
    usage:
      "REF… --reason TEXT | REF… TEXT [--side customer|own] [--evidence TEXT] [--until DATE] [--on DATE]",
    examples: [
      "hold 118 客户改图", "hold 118 --reason 客户改图 --side customer --evidence \"mail 3/12\" --until 3/20",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @Option var side: String?
  @Option var evidence: String?
  @Option var until: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let orders = Array(words.prefix { Reference($0) != nil || $0 == "-" })
    let typed = words.dropFirst(orders.count).joined(separator: " ").filledText
    let reason =
      try typed.flatMap { global.reason == nil ? $0 : nil }
      ?? global.why(
        Text("a hold needs a reason", "暂停要写原因", "暫停要寫原因"),
        try: "gendan hold \(words.first ?? "118") --reason TEXT")
    let side: HoldSide = try side.map { try Spelling.read($0, as: Text("side", "一方", "一方")) } ?? .own
    var answer = try desk.act(on: global.reason == nil ? orders : words, reason: reason) { act in
      let untilDay = try until.map { try desk.day($0, .plan, of: act.order, in: act.writing) }
      try act.writing.hold(
        act.order, reason: reason, side: side, evidence: evidence,
        from: try desk.factDay(on, in: act.writing), until: untilDay)
      let line = Text("on hold (", "已暂停 (", "已暫停 (") + side.words + "): \(reason)"
      return untilDay.map { line + Text(", until ", ", 到 ", ", 到 ") + act.dates.echo($0) } ?? line
    }
    if self.side == nil, ["客户", "客戶", "customer"].contains(where: folded(reason).contains) {
      answer.warnings.append(Self.own(isKept: !desk.options.dryRun))
    }
    return answer
  }

  /// A hold is ours unless the line says otherwise; a reason that speaks of the customer leaves that in doubt.
  private static func own(isKept: Bool) -> Complaint {
    Complaint(
      .ok,
      Text(
        "note: counted as our own hold, which does not stop the clock", "注意: 按本厂原因登记, 超期照算",
        "注意: 按本廠原因登記, 逾期照算"), tries: (isKept ? ["gendan undo"] : []) + ["--side customer --evidence TEXT"])
  }
}

/// Ends an order's hold.
struct OrderResume: BookCommand {
  static let sheet = CommandSheet(
    id: "order.resume", word: "resume", chinese: ["恢复", "恢復"],
    about: Text("end an order's hold", "恢复暂停的订单", "恢復暫停的訂單"), usage: "REF… [--on DATE]",
    examples: ["resume 118"], part: .taking)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words) { act in
      try act.writing.resume(act.order, on: try desk.factDay(on, in: act.writing))
      return Text("goes on", "已恢复", "已恢復")
    }
  }
}
