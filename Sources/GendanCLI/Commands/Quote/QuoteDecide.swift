import ArgumentParser
import Gendan

/// The general manager's word on an order with new material: whether its price changes.
struct QuoteDecide: BookCommand {
  static let sheet = CommandSheet(
    id: "quote.decide", word: "decide", chinese: ["定价", "定價"],
    about: Text("whether new material moves the price", "新材料报价变不变", "新材料報價變不變"),
    usage: "REF keep|change [--note TEXT]",
    examples: ["quote decide 118 keep", "quote decide 118 change --note 铜价上涨"], part: .supervisor,
    right: .sign)

  @Argument var words: [String] = []
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 2 else {
      throw Complaint.missing(
        Text("the order, and keep or change", "单号, 和 不变 或 要改", "單號, 和 不變 或 要改"),
        try: "gendan quote decide 118 keep")
    }
    let ruling: QuoteRuling = try Spelling.read(words[1], as: Text("ruling", "决定", "決定"))
    return try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let lines = try writing.decide(ruling, for: order, note: note.filled)
      answer.touched = [order.no]
      answer.echo = lines.map { line in
        let head = order.label + "\(line.product): "
        switch ruling {
        case .keep:
          let price = line.price.map { "\(OrderTable.price($0)) \(order.currency)" } ?? "-"
          return head + Text("price kept ", "报价不变 ", "報價不變 ") + price
            + (line.quote.map { " (\($0.name))" } ?? "")
        case .change:
          let next = line.quote.map { "gendan quote revise \($0.no)" } ?? "gendan quote add"
          return head + Text("quote anew: ", "重新报价: ", "重新報價: ") + next
        }
      }
    }
  }
}
