import ArgumentParser
import Gendan

/// Hands a quote in for its signatures.
struct QuoteSubmit: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.submit", word: "submit", chinese: ["提交"],
    about: Text("hand a quote in for signatures", "提交报价单审核", "提交報價單審核"), usage: "NO [--note TEXT]",
    examples: ["quote submit Q2603-0001"], part: .taking)

  @Argument var words: [String] = []
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let quote = try Quote.typed(words, try: "gendan quote submit Q2603-0001", in: writing)
      let trail = try writing.submit(quote: quote, note: note)
      answer.echo = [quote.label + Text("handed in", "已提交", "已提交") + trail.outlook]
    }
  }
}

/// Signs a quote; `sign` does it as well, by the whole number.
struct QuoteSign: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.sign", word: "sign", chinese: ["签", "簽"],
    about: Text("sign a quote", "签报价单", "簽報價單"), usage: "NO [--role ROLE] [--note TEXT]",
    examples: ["quote sign Q2603-0001", "quote sign 0001 --role finance"], part: .supervisor, right: .sign)

  @Argument var words: [String] = []
  @Option var role: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.sign(as: role, note: note) { writing in
      [try Quote.typed(words, try: "gendan quote sign Q2603-0001", in: writing)]
    }
  }
}

/// Writes down that the customer confirmed a quote; its price holds from today.
struct QuoteConfirm: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.confirm", word: "confirm", chinese: ["确认", "確認"],
    about: Text("the customer confirmed a quote", "客户确认报价", "客戶確認報價"), usage: "NO [--by WHO]",
    examples: ["quote confirm Q2603-0001 --by 李明"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let quote = try Quote.typed(words, try: "gendan quote confirm Q2603-0001", in: writing)
      try writing.confirm(quote: quote, by: global.by)
      let price = quote.offer.price.map { "   \(OrderTable.price($0)) \(quote.offer.currency)" } ?? ""
      answer.echo = [
        quote.label + Text("confirmed", "客户已确认", "客戶已確認") + (global.by.map { " (\($0))" } ?? "") + price
          + Text(", from ", ", 自 ", ", 自 ") + (try desk.dateWords(writing)).full(writing.today)
      ]
    }
  }
}

/// Gives a quote up.
struct QuoteLost: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.lost", word: "lost", chinese: ["未成交"],
    about: Text("a quote will not become an order", "报价未成交", "報價未成交"), usage: "NO --reason TEXT",
    examples: ["quote lost Q2603-0001 --reason 价格高于同行"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan quote lost Q2603-0001 --reason 价格高于同行")
    return try desk.write { writing, answer in
      let quote = try Quote.typed(words, try: "gendan quote lost Q2603-0001 --reason TEXT", in: writing)
      try writing.lose(quote: quote, reason: reason)
      answer.echo = [quote.label + QuoteState.lost.words + ": \(reason)"]
    }
  }
}

extension ApprovalTrail {
  /// What follows after an act: whose turn it is, or that every signature is there.
  var outlook: Text {
    guard state == .approved else {
      return Text(", awaiting ", ", 待签: ", ", 待簽: ") + awaited.map(\.role.words).joined(", ")
    }
    return Text(", ", ", ", ", ") + state.words
  }
}
