/// An amount of one currency, exact to 1/10000 of its unit so that lines add up before they are
/// rounded; printed to two decimals, half up (D-02).
public struct Money: Sendable, Hashable {
  /// 1/10000 of the currency's unit.
  public var tenThousandths: Int64
  /// The ISO 4217 code.
  public let currency: String

  /// An amount in 1/10000 of the unit.
  public init(tenThousandths: Int64, currency: String) {
    self.tenThousandths = tenThousandths
    self.currency = currency
  }

  /// The amount in 1/100 of the unit, half away from zero.
  public var cents: Int64 {
    let half: Int64 = tenThousandths < 0 ? -50 : 50
    return tenThousandths.addingReportingOverflow(half).partialValue / 100
  }

  /// An amount in 1/100 of the unit; one beyond what can be counted becomes the largest that can.
  public init(cents: Int64, currency: String) {
    let largest = Int64.max / 100
    self.init(tenThousandths: max(-largest, min(largest, cents)) * 100, currency: currency)
  }

  /// What a quantity of a product is worth, in 1/10000 of the unit: by its price in the same, less a
  /// discount in basis points; nil where it does not fit.
  public static func worth(of quantity: Int64, decimals: Int, price: Int64, discount: Int64) -> Int64? {
    Decimal.product(quantity, price, over: Decimal.scale(decimals))
      .flatMap { Decimal.product($0, 10000 - discount, over: 10000) }
  }

  /// A sum a currency, by its code.
  public static func sums(of amounts: [Money]) -> [Money] {
    var sums: [String: Int64] = [:]
    for amount in amounts {
      let sum = sums[amount.currency, default: 0].addingReportingOverflow(amount.tenThousandths)
      sums[amount.currency] = sum.partialValue
    }
    return sums.sorted { $0.key < $1.key }.map { Money(tenThousandths: $1, currency: $0) }
  }

  /// `7300.00`, without grouping or currency.
  public var text: String { Decimal.text(cents, decimals: 2) }

  /// `7,300.00`.
  public var grouped: String { Decimal.text(cents, decimals: 2, grouped: true) }

  /// `7,300.00 CNY`.
  public var withCurrency: String { "\(grouped) \(currency)" }
}

/// A whole number that stands for a decimal one.
public enum Decimal {
  /// 10 to the power of `decimals`; 1 outside 0 to 18.
  public static func scale(_ decimals: Int) -> Int64 {
    (0..<max(0, min(decimals, 18))).reduce(1) { scale, _ in scale * 10 }
  }

  /// Writes `value / 10^decimals`; with `grouped`, thousands are set off by commas.
  public static func text(_ value: Int64, decimals: Int, grouped: Bool = false) -> String {
    let scale = scale(decimals)
    let magnitude = value.magnitude
    let whole = String(magnitude / UInt64(scale))
    var text = value < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if grouped && index > 0 && (whole.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    if decimals > 0 {
      let fraction = String(magnitude % UInt64(scale))
      text += "." + String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    }
    return text
  }

  /// Multiplies and divides, rounding half up; nil where the result does not fit.
  public static func product(_ a: Int64, _ b: Int64, over divisor: Int64) -> Int64? {
    let (high, low) = a.multipliedFullWidth(by: b)
    let exact = Int128(high) << 64 + Int128(low)
    let (quotient, remainder) = exact.quotientAndRemainder(dividingBy: Int128(divisor))
    return Int64(exactly: quotient + (remainder.magnitude * 2 >= divisor.magnitude ? exact.signum() : 0))
  }
}
