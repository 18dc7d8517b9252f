/// What settlement terms mean for the money of an order (contradiction 5): what is due before
/// production, before shipping, or later.
public enum PaymentTerms: Sendable, Equatable {
  /// A share in basis points before production, the rest before shipping.
  case deposit(Int64)
  /// All of it before shipping.
  case prepaid
  /// So many days after shipping.
  case credit(days: Int)
  /// On delivery.
  case cod

  /// Reads terms as people write them: `30%`, 订金30%, prepaid, 款到发货, 月结30天, net 30, COD, 现结. Nil where
  /// they name no such thing: such an order is asked for no money by a gate.
  public init?(_ text: String?) {
    guard let text else { return nil }
    let lower = text.lowercased()
    let number = Int(text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    func names(_ words: String...) -> Bool { words.contains { lower.contains($0) } }
    if let number, 1...100 ~= number, names("%", "％", "deposit", "订金", "訂金", "定金", "预付", "預付") {
      self = number == 100 ? .prepaid : .deposit(Int64(number) * 100)
    } else if names("prepaid", "prepayment", "款到发货", "款到發貨", "先款", "现款", "現款", "现金", "現金", "cash") {
      self = .prepaid
    } else if names("cod", "货到付款", "貨到付款", "现结", "現結") {
      self = .cod
    } else if names("net", "credit", "月结", "月結", "账期", "帳期", "赊", "賒", "days", "天") {
      self = .credit(days: number.map { min($0, 3650) } ?? 30)
    } else {
      return nil
    }
  }

  /// Whether something is due before the goods leave.
  public var isPaidAhead: Bool {
    switch self {
    case .deposit, .prepaid: true
    case .credit, .cod: false
    }
  }
}
