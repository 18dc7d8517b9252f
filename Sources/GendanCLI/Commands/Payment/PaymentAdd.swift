import ArgumentParser
import Gendan
import GendanOutput

/// Writes down that a customer says to have paid; it counts once finance confirms it.
struct PaymentAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.add", word: "pay", chinese: ["收款"],
    about: Text("a customer says it has paid", "登记客户付款", "登記客戶付款"),
    usage: "REF AMOUNT [--on DATE] [--method M] [--note TEXT]",
    examples: ["pay 118 14400", "pay 118 14400 --on 昨天 --method 电汇"], part: .delivery)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var method: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      guard let amount = try Amount.read(words) else {
        throw Complaint.missing(Text("the amount", "金额", "金額"), try: "gendan pay \(order.no) 14400")
      }
      var new = NewPayment(amount: amount, day: try desk.factDay(on, in: writing) ?? writing.today)
      new.method = method.filled
      new.note = note.filled
      let payment = try writing.claim(new, for: order)
      answer.echo = [
        order.label + Text("payment \(payment.no) ", "收款 \(payment.no) ", "收款 \(payment.no) ")
          + "\(Amount.text(amount)) \(payment.currency)"
          + Text(", waits for finance", ", 待财务确认", ", 待財務確認")
      ]
      answer.touched = [order.no]
      answer.extra = [.init("payment", .string(payment.no))]
    }
  }
}
