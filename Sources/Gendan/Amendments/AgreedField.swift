/// What a customer and the firm agree upon: what an amendment may change.
public enum AgreedField: String, SQLConvertible, Sendable, CaseIterable {
  /// The customer's own number.
  case po
  /// The settlement terms.
  case terms
  /// What makes the contract special.
  case special
  /// The salesperson's part, in %.
  case commission
  /// Who carries the goods.
  case carrier
  /// The product of a line: a line was added or dropped.
  case product
  /// The quantity of a delivery.
  case qty
  /// The day the customer asks for.
  case want
  /// The price of a unit.
  case price
  /// The discount of a line, in %.
  case discount
  /// The colour.
  case color
  /// The size, material or make-up.
  case spec
  /// What the customer demands.
  case requirement
  /// How much goes into a carton.
  case carton
  /// What the goods are packed in.
  case packing
  /// The shipping mark.
  case mark

  /// What a production order says of its goods: where one of these changes, it is written anew.
  public static let ofProduction: Set<AgreedField> = ofGoods.union([.qty])
  /// What the workshop is told of a change: its goods and dates, never the money.
  public static let ofWorkshop: Set<AgreedField> = ofProduction.union([.want])
  /// What the goods are and how they are packed.
  static let ofGoods: Set<AgreedField> = [.product, .color, .spec, .requirement, .carton, .packing, .mark]
  /// What makes the worth of an order.
  static let ofWorth: Set<AgreedField> = [.product, .qty, .price, .discount]
}

extension ReviewItem {
  /// What a question of the review is about: its answer holds for a later version in which none of this
  /// changed. nil: it is about the customer's paper, and is asked of every version.
  var subjects: Set<AgreedField>? {
    switch self {
    case .callback: nil
    case .salesperson: AgreedField.ofWorth.union([.terms, .special, .commission])
    case .delivery, .capacity: [.product, .qty, .want]
    case .payment: [.product, .price, .discount, .terms]
    case .color: [.product, .color]
    case .quantity, .counted, .sound, .ready: [.product, .qty]
    case .quality, .process, .processSheet, .pattern, .sampleGarment, .consumption: AgreedField.ofGoods
    case .material: AgreedField.ofProduction
    // The contract, which holds for later versions.
    case .genuine: [.special]
    }
  }
}

extension SignerCondition {
  /// Why somebody signs because of a condition: nil, the order as a whole, which is signed in every version.
  var subjects: Set<AgreedField>? {
    switch self {
    case .always: nil
    case .amount: AgreedField.ofWorth
    case .prepayment: [.terms]
    case .commission: [.commission]
    case .special: [.special]
    }
  }
}
