/// How much packaging may be ordered for a production order: bags, one a piece, with
/// a tolerance; cartons to the piece.
public struct PackagingLimits: Sendable, Equatable {
  /// Pieces to be packed; one that is begun is packed whole.
  public let pieces: Int64

  /// The packaging of a quantity.
  public init(_ quantity: Quantity) {
    pieces = quantity.smallest.filling(Decimal.scale(quantity.decimals))
  }

  /// How many more bags than pieces may be ordered, in basis points: 20 % of the regular ones, 5 % of a
  /// new version.
  public static func tolerance(isNewVersion: Bool) -> Int64 { isNewVersion ? 500 : 2_000 }

  /// The most bags that may be ordered; a part of a bag is none.
  public func bags(isNewVersion: Bool) -> Int64 {
    let points = Self.tolerance(isNewVersion: isNewVersion)
    return pieces + pieces / 10_000 * points + pieces % 10_000 * points / 10_000
  }

  /// The cartons that the pieces fill, the last one perhaps in part; nil for cartons that hold nothing.
  public func cartons(of perCarton: Int64) -> Int64? {
    perCarton > 0 ? pieces.filling(perCarton) : nil
  }
}

/// Packaging as it would be ordered for a production order.
public enum PackagingOrder: Sendable, Equatable {
  /// So many bags, of the regular print or of a new one.
  case bags(Int64, isNewVersion: Bool)
  /// So many cartons that hold so many pieces each.
  case cartons(Int64, perCarton: Int64)
}

/// An order of packaging as its gate is asked.
struct PackagingQuestion: Sendable {
  let no: String
  let limits: PackagingLimits
  let order: PackagingOrder
}

extension Gate where Subject == PackagingQuestion {
  /// Bags stay within their tolerance, cartons are neither more nor fewer than needed.
  static let packagingWithinLimits = Gate(.packagingWithinLimits) { question, _ in
    let limits = question.limits
    switch question.order {
    case .bags(let asked, let isNewVersion):
      return asked > limits.bags(isNewVersion: isNewVersion)
        ? .tooManyBags(no: question.no, asked: asked, limits: limits, isNewVersion: isNewVersion) : nil
    case .cartons(let asked, let perCarton):
      return asked == limits.cartons(of: perCarton)
        ? nil : .cartonsDiffer(no: question.no, asked: asked, limits: limits, perCarton: perCarton)
    }
  }
}

extension ProductionOrder {
  /// How much packaging may be ordered for it.
  public var packaging: PackagingLimits { PackagingLimits(quantity) }

  /// How many whole pieces a carton holds, as the customer's order has it; nil where nobody said, or where
  /// a carton holds a part of a piece.
  public var piecesPerCarton: Int64? {
    let unit = Decimal.scale(quantity.decimals)
    return packing.perCarton.flatMap { $0 % unit == 0 ? $0 / unit : nil }
  }
}

extension Reading {
  /// Refuses packaging that is more than a production order needs, or other.
  public func check(_ order: PackagingOrder, for production: ProductionOrder) throws {
    try ask(
      .packagingWithinLimits,
      of: PackagingQuestion(no: production.no, limits: production.packaging, order: order))
  }
}
