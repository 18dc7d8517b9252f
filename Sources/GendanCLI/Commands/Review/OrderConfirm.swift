import ArgumentParser
import Gendan

/// The customer confirms an order.
struct OrderConfirm: BookCommand {
  static let sheet = CommandSheet(
    id: "order.confirm", word: "confirm", chinese: ["确认", "確認"],
    about: Text("the customer confirms an order", "客户确认订单", "客戶確認訂單"),
    usage: "REF… [TEXT] [--told WHO] [--via phone|email|fax…]",
    examples: ["confirm 118 --told 刘工 --via phone"], part: .taking)

  @Argument var words: [String] = []
  @Option var told: String?
  @Option var via: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words, withText: true) { act in
      try act.writing.confirm(
        act.order, by: told.filled, via: via.filled, note: act.rest.joined(separator: " ").filledText)
      return Text("confirmed by the customer", "客户已确认", "客戶已確認") + (told.filled.map { ", \($0)" } ?? "")
    }
  }
}
