import ArgumentParser
import Gendan
import GendanOutput

/// Finance found a payment, or part of it, on the account.
struct PaymentConfirm: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.confirm", word: "confirm", chinese: ["到账", "到帳"],
    about: Text("finance confirms that money has come", "财务确认到账", "財務確認到帳"),
    usage: "PAYMENT [AMOUNT] [--bank DATE]",
    examples: ["payment confirm P2603-0001", "payment confirm P2603-0001 14000 --bank 3/6"], part: .delivery,
    right: .confirmMoney)

  @Argument var words: [String] = []
  @Option var bank: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let no = try Array(words.prefix(1)).name(Noun.payment.words, try: "gendan payment list --unconfirmed")
    let amount = try Amount.read(words.dropFirst())
    return try desk.write { writing, answer in
      let claim = try Payment.named(folded(no), in: writing.db)
      let day = try desk.factDay(bank, in: writing)
      let surplus = try writing.confirm(claim, amount, bankOn: day)
      let payment = try Payment.named(claim.no, in: writing.db)
      let money = try OrderMoney.of(payment.order, in: writing.db)
      var line =
        Text(verbatim: "\(money.no) \(money.customer): \(payment.no) ")
        + Text("confirmed ", "到账 ", "到帳 ") + Amount.text(payment.confirmed - claim.confirmed)
      if payment.awaited != 0 {
        line = line + Text(", still missing ", ", 还差 ", ", 還差 ") + Amount.text(payment.awaited)
      }
      line = line + Text("; order open ", "; 订单未付 ", "; 訂單未付 ") + Amount.text(money.open)
      if surplus > 0 {
        line =
          line + Text("; surplus ", "; 多付 ", "; 多付 ") + Amount.text(surplus)
          + Text(" booked to \(money.customerCode)", " 记为客户余账", " 記為客戶餘帳")
      }
      answer.echo = [line]
      answer.touched = [money.no]
      answer.extra = [.init("payment", .string(payment.no)), .init("money", money.json)]
    }
  }
}

/// Withdraws a payment of which nothing was confirmed.
struct PaymentVoid: BookCommand {
  static let sheet = CommandSheet(
    id: "payment.void", word: "void", chinese: ["作废", "作廢"],
    about: Text("withdraw a payment that never came", "作废没到的收款", "作廢沒到的收款"),
    usage: "PAYMENT --reason TEXT", examples: ["payment void P2603-0001 --reason 登记错单"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let no = try words.name(Noun.payment.words, try: "gendan payment list")
    let reason = try global.why(
      Text("to void a payment needs a reason", "作废要写原因", "作廢要寫原因"),
      try: "gendan payment void \(no) --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      let payment = try Payment.named(folded(no), in: writing.db)
      try writing.void(payment, reason: reason)
      answer.echo = [
        Text(
          verbatim: "\(payment.orderNo) \(payment.customer): \(payment.no) \(Amount.text(payment.amount)) ")
          + Text("is void, \(reason)", "已作废, \(reason)", "已作廢, \(reason)")
      ]
      answer.touched = [payment.orderNo]
    }
  }
}
