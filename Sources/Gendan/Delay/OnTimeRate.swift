/// A share of rows that were on time, with what it was counted from (lateness rules 7 and 14).
public struct OnTimeRate: Sendable, Equatable {
  /// Rows that were complete by their reference.
  public var onTime = 0
  /// Rows that count: due by the as-of day and not cancelled before.
  public var counted = 0
  /// Counted rows that are complete, on time or late.
  public var delivered = 0

  /// Nothing counted yet.
  public init() {}

  /// Counts one row.
  public mutating func count(isOnTime: Bool, isDelivered: Bool) {
    counted += 1
    if isOnTime { onTime += 1 }
    if isDelivered { delivered += 1 }
  }

  /// Complete but late.
  public var late: Int { delivered - onTime }
  /// Past the reference and still owed.
  public var open: Int { counted - delivered }
  /// The share of all that count; nil where nothing does: no data is not 100 %.
  public var rate: Ratio? { Ratio(onTime, of: counted) }
  /// The share of those delivered.
  public var deliveredRate: Ratio? { Ratio(onTime, of: delivered) }
  /// Fewer than five rows give counts, no percentage.
  public var isTooFew: Bool { counted < 5 }
}

/// A share: a count of a count.
public struct Ratio: Sendable, Equatable {
  /// How many.
  public let part: Int
  /// Of how many, at least 1.
  public let whole: Int

  /// A share; nil of nothing.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    self.part = part
    self.whole = whole
  }

  /// In hundredths of a percent, half up.
  public var basisPoints: Int { of(10000) }

  /// The share of a number, half up, from the share itself: what was rounded once is not rounded again.
  public func of(_ number: Int) -> Int { (part * number * 2 + whole) / (whole * 2) }

  /// The Wilson score interval at 95 % (Wilson 1927), in basis points.
  public var wilson95: (low: Int, high: Int) {
    let z = 1.959963984540054
    let n = Double(whole)
    let p = Double(part) / n
    let centre = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    func points(_ share: Double) -> Int { Int((min(1, max(0, share)) * 10000).rounded()) }
    return (points((centre - spread) / scale), points((centre + spread) / scale))
  }
}
