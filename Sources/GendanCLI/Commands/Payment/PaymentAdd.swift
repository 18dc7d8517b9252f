import ArgumentParser
import Gendan
import GendanOutput

/// Writes down that a customer says to have paid; it counts once finance confirms it (R-338).
struct PaymentAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.add", word: "pay", chinese: ["收款"],
    about: Text("a customer says it has paid", "登记客户付款", "登記客戶付款"),
    usage: "REF AMOUNT | CUSTOMER AMOUNT --spread [--cur CUR] [--on DATE] [--method M] [--note TEXT]",
    examples: [
      "pay 118 14400", "pay 118 14400 --on 昨天 --method 电汇", "pay 宏达 48600 --spread",
    ], part: .delivery, noun: PaymentCommand.word)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var method: String?
  @Option var note: String?
  @Flag var spread = false
  @Option var cur: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if spread { return try spread(at: desk) }
    if words.count > 1, Reference(words[0]) == nil {
      var complaint = desk.missingReference(words[0])
      complaint.lacking = ["--spread"]
      throw complaint
    }
    return try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let example = "gendan pay \(order.no) \(words.first ?? "14400")"
      guard cur == nil else {
        throw Complaint(
          .usage,
          Text(
            "an order is paid in its own currency, \(order.currency)", "订单按自己的币种 \(order.currency) 收款",
            "訂單按自己的幣別 \(order.currency) 收款"), try: example)
      }
      let payment = try writing.claim(try new(words, example, at: desk, in: writing), for: order)
      answer.echo = [order.label + Self.echo(payment) + Self.waiting]
      answer.touched = [order.no]
      answer.extra = [.init("payment", .string(payment.no))]
      let money = try OrderMoney.of(order.id, in: writing.db)
      if payment.amount > 0, money.unpriced.isEmpty, money.unclaimed < 0 {
        let over = Amount.text(-money.unclaimed)
        answer.warnings = [
          Complaint(
            .ok,
            order.label + Text("note: \(over) more than it costs", "注意: 比应付多 \(over)", "注意: 比應付多 \(over)"),
            try: "gendan payment list \(order.no)")
        ]
      }
    }
  }

  /// One payment for the customer's open orders, the oldest first.
  private func spread(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let example = "gendan pay 宏达 48600 --spread"
      guard words.count > 1 else {
        throw Complaint.missing(Text("the customer and the amount", "客户和金额", "客戶和金額"), try: example)
      }
      let customer = try Customer.named(words.dropLast().joined(separator: " "), in: writing.db)
      let paid = try writing.spread(
        try new(words.suffix(1), example, at: desk, in: writing), of: customer,
        currency: try cur.map(Currency.read))
      answer.echo = paid.map { money, payment in
        let rest = money.unclaimed - payment.amount
        return Text(verbatim: "\(money.no) \(money.customer): ") + Self.echo(payment)
          + (rest == 0
            ? Text(", settled", ", 结清", ", 結清")
            : Text(", still open ", ", 还欠 ", ", 還欠 ") + Amount.text(rest)) + Self.waiting
      }
      answer.touched = paid.map(\.money.no)
      answer.extra = [.init("payments", .array(paid.map { .string($0.payment.no) }))]
    }
  }

  private func new(
    _ words: some Collection<String>, _ example: String, at desk: Desk, in writing: Writing
  ) throws -> NewPayment {
    guard let amount = try Amount.read(words) else {
      throw Complaint.missing(Text("the amount", "金额", "金額"), try: example)
    }
    var new = NewPayment(amount: amount, day: try desk.factDay(on, in: writing) ?? writing.today)
    new.method = method.filled
    new.note = note.filled
    return new
  }

  private static let waiting = Text(", waits for finance", ", 待财务确认", ", 待財務確認")

  private static func echo(_ payment: Payment) -> Text {
    let what =
      payment.amount < 0
      ? Text("paid back, ", "退款 ", "退款 ") : Text("payment ", "收款 ", "收款 ")
    return what + "\(payment.no) \(Amount.text(payment.amount)) \(payment.currency)"
  }
}
