import ArgumentParser
import Gendan
import GendanOutput

/// Brings an old balance into a customer's account, or says what stands there.
struct CustomerBalance: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.balance", word: "balance", chinese: ["旧账", "舊帳"],
    about: Text("an old balance: owed, or a surplus (-)", "旧账: 欠款为正, 余款为负", "舊帳: 欠款為正, 餘款為負"),
    usage: "NAME AMOUNT [--cur CUR] [--order REF] [--note TEXT]",
    examples: ["customer balance C-0001 -600 --note 上年多付", "customer balance C-0001 -600 --order 118"],
    part: .admin, right: .confirmMoney)

  @Argument var words: [String] = []
  @Option var cur: String?
  @Option var order: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count >= 2, let last = words.last else {
      throw Complaint.missing(
        Text("the customer and the amount", "客户和金额", "客戶和金額"), try: "gendan customer balance C-0001 -600")
    }
    let amount = try Amount.read(last)
    return try desk.write { writing, answer in
      let customer = try Customer.named(words.dropLast().joined(separator: " "), in: writing.db)
      let currency = cur.map { folded($0).uppercased() } ?? customer.currency
      guard Setting.currency.accepts(currency) else {
        throw BookError.badSetting(.currency, currency)
      }
      try writing.enterBalance(of: customer, amount, currency: currency, note: note.filled)
      if let order {
        var words = [order]
        let order = try desk.reference(&words, in: writing).order
        guard order.customerID == customer.id else {
          throw Complaint(
            .refused,
            Text(
              "\(order.no) is not an order of \(customer.code)", "\(order.no) 不是 \(customer.code) 的订单",
              "\(order.no) 不是 \(customer.code) 的訂單"), try: "gendan show \(order.no)")
        }
        try writing.net(order, amount)
        answer.echo.append(order.label + (try order.netted(amount, in: writing)))
        answer.touched = [order.no]
      }
      let account = try Customer.account(of: customer.id, currency: currency, in: writing.db)
      answer.echo.append(
        Text(verbatim: "\(customer.code) \(customer.name): ") + Text("account ", "旧账 ", "舊帳 ")
          + "\(Amount.text(account)) \(currency)")
    }
  }
}
