import ArgumentParser
import Gendan
import GendanOutput

/// `payment`: what customers are to pay, say they paid, and paid.
struct PaymentCommand: NounCommand {
  static let word = "payment"
  static let chinese = ["货款", "貨款"]
  static let about = Text("customers' payments", "客户货款", "客戶貨款")
  static let verbs: [any BookCommand.Type] = [
    PaymentConfirm.self, PaymentList.self, PaymentDue.self, PaymentAmount.self, PaymentRequest.self,
    PaymentNet.self, PaymentVoid.self,
  ]
}

/// An amount of money as it is typed.
enum Amount {
  /// In 1/100 of the unit; not zero, and small enough to be added up.
  static func read(_ text: String) throws -> Int64 {
    let amount = try DecimalText.parse(text, decimals: 2)
    guard amount.magnitude <= 10_000_000_000_000 else { throw BookError.tooLarge(text) }
    guard amount != 0 else {
      throw Complaint(
        .usage, Text("the amount \"\(text)\" is nothing", "金额 \"\(text)\" 不能是零", "金額 \"\(text)\" 不能是零"))
    }
    return amount
  }

  /// The one amount that is left of the words; nil where none is. Throws for more.
  static func read(_ words: some Collection<String>) throws -> Int64? {
    guard words.count <= 1 else {
      throw Complaint(
        .usage,
        Text(
          "one amount, not \(words.count): ", "只要一个金额, 写了 \(words.count) 个: ",
          "只要一個金額, 寫了 \(words.count) 個: ") + words.joined(separator: " "))
    }
    return try words.first.map(read)
  }

  /// `14,400.00`.
  static func text(_ cents: Int64) -> String { Decimal.text(cents, decimals: 2, grouped: true) }

  /// An amount for programs.
  static func json(_ cents: Int64) -> JSON { .string(Decimal.text(cents, decimals: 2)) }
}

extension Cell {
  /// An amount in 1/100 of a currency's unit.
  init(amount cents: Int64, style: Style? = nil) {
    self.init(Amount.text(cents), value: Amount.json(cents), style: style)
  }

  /// A day, short for people.
  init(day: Day?, _ dates: DateWords) {
    self = day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
  }
}

extension InstalmentKind: Worded {
  var words: Text {
    switch self {
    case .deposit: Text("deposit", "订金", "訂金")
    case .balance: Text("balance", "余款", "餘款")
    case .credit: Text("on credit", "赊账货款", "賒帳貨款")
    case .cod: Text("on delivery", "货到付款", "貨到付款")
    }
  }
}

extension InstalmentState: Worded {
  var words: Text {
    switch self {
    case .pending: Text("not asked for", "未请款", "未請款")
    case .requested: Text("asked for", "已请款", "已請款")
    case .claimed: Text("not confirmed", "待财务确认", "待財務確認")
    case .partPaid: Text("part paid", "部分到账", "部分到帳")
    case .paid: Text("paid", "已到账", "已到帳")
    }
  }
}

extension PaymentState: Worded {
  var words: Text {
    switch self {
    case .claimed: Text("not confirmed", "待财务确认", "待財務確認")
    case .partConfirmed: Text("part confirmed", "部分到账", "部分到帳")
    case .confirmed: Text("confirmed", "已到账", "已到帳")
    case .voided: Text("void", "已作废", "已作廢")
    }
  }
}

extension Ageing: Worded {
  var words: Text { Text("\(rawValue) days", "\(rawValue) 天", "\(rawValue) 天") }
}
