import ArgumentParser
import Gendan
import GendanOutput

/// Asks the customer for the next part that is to be paid, and notes that it was asked.
struct PaymentRequest: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.request", word: "request", chinese: ["请款", "請款"],
    about: Text("ask a customer for the next payment", "请客户付款", "請客戶付款"), usage: "REF",
    examples: ["payment request 118"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let part = try writing.request(order)
      let money = try OrderMoney.of(order.id, in: writing.db)
      let dates = try desk.dateWords(writing)
      var first =
        Text(verbatim: "\(order.customer): ") + Text("order ", "订单 ", "訂單 ") + order.no
        + (order.customerPO.map { " (\($0))" } ?? "") + Text(", total ", ", 合计 ", ", 合計 ")
        + Amount.text(money.total)
      if money.netted != 0 {
        first = first + Text(", old balance ", ", 旧账 ", ", 舊帳 ") + Amount.text(money.netted)
      }
      if money.confirmed != 0 {
        first = first + Text(", received ", ", 已收 ", ", 已收 ") + Amount.text(money.confirmed)
      }
      var second =
        Text("please pay: ", "请付", "請付") + part.kind.words + " \(Amount.text(part.open)) \(money.currency)"
      if let due = part.dueOn, due > writing.today {
        second = second + Text(" by ", ", 最迟 ", ", 最遲 ") + dates.full(due)
      }
      let account = try writing.settings()[.bankAccount]
      if !account.isEmpty { second = second + Text(", to ", ", 账户 ", ", 帳戶 ") + account }
      answer.echo = [
        first, second,
        order.label + part.kind.words + Text(" asked for", "已请款", "已請款"),
      ]
      answer.touched = [order.no]
      answer.extra = [
        .init("kind", .string(part.kind.rawValue)), .init("amount", Amount.json(part.open)),
        .init("due", part.dueOn.map { .string($0.description) } ?? .null),
      ]
    }
  }
}

/// Nets a customer's old balance in an order.
struct PaymentNet: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.net", word: "net", chinese: ["冲平", "沖平"],
    about: Text("net an old balance in an order", "在订单里冲平旧账", "在訂單裡沖平舊帳"), usage: "REF [AMOUNT]",
    examples: ["payment net 118", "payment net 118 -600"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let moved = try writing.net(order, Amount.read(words))
      answer.echo = [order.label + (try order.netted(moved, in: writing))]
      answer.touched = [order.no]
    }
  }
}

extension Order {
  /// `old balance -600.00 netted, open 33,000.00`.
  func netted(_ moved: Int64, in reading: Reading) throws -> Text {
    let money = try OrderMoney.of(id, in: reading.db)
    return Text("old balance ", "旧账 ", "舊帳 ") + Amount.text(moved)
      + Text(" netted, to pay ", " 已冲平, 应付 ", " 已沖平, 應付 ") + Amount.text(money.payable)
      + Text(", open ", ", 未付 ", ", 未付 ") + Amount.text(money.open)
  }
}
