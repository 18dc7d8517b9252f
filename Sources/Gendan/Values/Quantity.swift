/// A quantity of one product, in its smallest unit.
public struct Quantity: Sendable, Hashable {
  /// The count in 1/10^decimals of the unit.
  public var smallest: Int64
  /// How many decimals of the unit the product is counted in, 0 to 6.
  public let decimals: Int
  /// The product's unit, such as pcs or m.
  public let unit: String

  /// A quantity in the product's smallest unit.
  public init(_ smallest: Int64, decimals: Int, unit: String) {
    self.smallest = smallest
    self.decimals = decimals
    self.unit = unit
  }

  /// `1,200` or `2.50`.
  public var text: String { Decimal.text(smallest, decimals: decimals, grouped: true) }
  /// `1200` or `2.50`, for machines.
  public var plain: String { Decimal.text(smallest, decimals: decimals) }

  /// Adds as much of the same unit; what no number can hold stays at the largest.
  public mutating func add(_ other: Quantity) {
    let (sum, overflows) = smallest.addingReportingOverflow(other.smallest)
    smallest = overflows ? .max : sum
  }

  /// The same product in another quantity.
  public func with(_ smallest: Int64) -> Quantity { Quantity(smallest, decimals: decimals, unit: unit) }
}
