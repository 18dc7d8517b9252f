import ArgumentParser
import Gendan

/// Writes a production order anew for the rest, after a change (R-114).
struct WorkReissue: BookCommand {
  static let sheet = CommandSheet(
    id: "work.reissue", word: "reissue", chinese: ["重开", "重開"],
    about: Text("write a production order anew", "重新开生产单", "重新開生產單"),
    usage: "MO [QTY] --reason TEXT [--route R] [--start DATE] [--maker FACTORY]"
      + " [--remark DEPT=TEXT]… [--inspection TEXT]",
    examples: ["work reissue MO2603-0001 --reason 客户加量", "work reissue 0001 900 --reason v2 --remark 包装=彩盒"],
    part: .follow, right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var plan: PlanOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan work reissue \(words.first ?? "MO") --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      var words = words
      let old = try desk.production(&words, in: writing)
      let order = try old.customerOrder(in: writing.db)
      var request = try plan.request(of: order, at: desk, in: writing)
      request.quantity = try words.first.map { try OrderNew.quantity($0, decimals: old.quantity.decimals) }
      let new = try writing.supersede(old, request, reason: reason)
      answer.echo = [
        Text(
          "\(old.no) ends at \(old.quantity.with(old.good).text) of \(old.quantity.text)",
          "\(old.no) 做到 \(old.quantity.with(old.good).text)/\(old.quantity.text) 为止",
          "\(old.no) 做到 \(old.quantity.with(old.good).text)/\(old.quantity.text) 為止"),
        try order == nil
          ? WorkStock.echo(new, desk.dateWords(writing), in: writing)
          : desk.label(new, in: writing) + WorkRelease.echo(new, desk.dateWords(writing), in: writing),
      ]
      answer.touched = order.map { [$0.no] } ?? []
    }
  }
}

/// Cancels a production order (R-114).
struct WorkCancel: BookCommand {
  static let sheet = CommandSheet(
    id: "work.cancel", word: "cancel", chinese: ["取消"],
    about: Text("cancel a production order", "取消生产单", "取消生產單"), usage: "MO --reason TEXT",
    examples: ["work cancel MO2603-0001 --reason 客户撤单"], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan work cancel \(words.first ?? "MO") --reason TEXT")
    return try desk.change(words, reason: reason) { production, writing in
      try writing.cancel(production, reason: reason)
      return Text(
        "cancelled, \(production.quantity.with(production.good).text) of \(production.quantity.text) made",
        "已取消, 已做 \(production.quantity.with(production.good).text)/\(production.quantity.text)",
        "已取消, 已做 \(production.quantity.with(production.good).text)/\(production.quantity.text)")
        + ": \(reason)"
    }
  }
}

/// Stops production until it is resumed (R-187).
struct WorkHold: BookCommand {
  static let sheet = CommandSheet(
    id: "work.hold", word: "hold", chinese: ["停产", "停產"],
    about: Text("stop production", "停产", "停產"), usage: "MO --reason TEXT [--on DATE]",
    examples: ["work hold MO2603-0001 --reason 尺寸超差"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan work hold \(words.first ?? "MO") --reason TEXT")
    return try desk.change(words, reason: reason) { production, writing in
      try writing.hold(production, reason: reason, on: try desk.factDay(on, in: writing))
      return Text("stopped: ", "停产: ", "停產: ") + reason
    }
  }
}

/// Lets stopped production go on (R-187).
struct WorkResume: BookCommand {
  static let sheet = CommandSheet(
    id: "work.resume", word: "resume", chinese: ["恢复", "恢復"],
    about: Text("let stopped production go on", "恢复生产", "恢復生產"), usage: "MO [--on DATE]",
    examples: ["work resume MO2603-0001"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.change(words) { production, writing in
      try writing.resume(production, on: try desk.factDay(on, in: writing))
      return Text("goes on", "恢复生产", "恢復生產")
    }
  }
}

extension Desk {
  /// Changes one production order; what `body` says is echoed after its number.
  fileprivate func change(
    _ words: [String], reason: String? = nil, _ body: (ProductionOrder, Writing) throws -> Text
  ) throws -> Answer {
    try write(reason: reason) { writing, answer in
      var words = words
      let production = try production(&words, in: writing)
      answer.echo = [Text(verbatim: "\(production.no): ") + (try body(production, writing))]
      answer.touched = production.orderNo.map { [$0] } ?? []
    }
  }
}
