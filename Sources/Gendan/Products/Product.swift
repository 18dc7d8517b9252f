/// Something that is ordered and made.
public struct Product: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Product>
  /// Its code.
  public let code: String
  /// Its name and specification.
  public let name: String
  /// The unit it is counted in.
  public let unit: String
  /// How many decimals of the unit it is counted in, 0 to 6.
  public let decimals: Int
  /// The route it is made by.
  public let route: String?
  /// The standard lead time in working days.
  public let leadDays: Int?
  /// Whether the customer approves a sample of it before it is made.
  public let isSampled: Bool
  /// Whether the law has it inspected.
  public let isStatutory: Bool
  /// Below this quantity in stock it is made, in the smallest unit; nil where nobody said.
  public let minimum: Int64?
  /// Up to which quantity it is made then.
  public let maximum: Int64?
  /// Whether it is printed, so that a piece of its first run is kept.
  public let isPrinted: Bool
  /// Whether it is current.
  public let isActive: Bool

  /// A quantity of it.
  public func quantity(_ smallest: Int64) -> Quantity {
    Quantity(smallest, decimals: decimals, unit: unit)
  }
}

/// The steps by which a product is made.
public struct Route: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Route>
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// Its steps in order.
  public var steps: [RouteStep]
}

/// One step of a route.
public struct RouteStep: Sendable, Equatable {
  /// 10, 20, 30 …
  public let seq: Int
  /// What is done.
  public let name: String
  /// Who does it.
  public let department: String?
  /// The standard duration in working days.
  public let days: Int
  /// What it takes, where that is known to the minute.
  public var capacity: StepCapacity

  /// A step.
  public init(
    seq: Int, name: String, department: String?, days: Int, capacity: StepCapacity = StepCapacity()
  ) {
    self.seq = seq
    self.name = name
    self.department = department
    self.days = days
    self.capacity = capacity
  }
}

extension Gate where Subject == Product {
  /// The product is current.
  static let productCurrent = Gate(.productCurrent) { product, _ in
    product.isActive ? nil : .productRetired(code: product.code)
  }
}

extension Writing {
  /// Refuses a product that is no longer current.
  public func pass(current product: Product) throws { try pass(.productCurrent, on: product) }
}
