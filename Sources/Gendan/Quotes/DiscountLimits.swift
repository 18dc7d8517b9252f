/// How far below the standing price each role may go.
public struct DiscountLimits: Sendable, Equatable {
  /// Basis points by role.
  private let points: [Role: Int64]

  /// Reads `salesperson=5,sales-manager=10`, in per cent; nil for what is not that.
  init?(_ text: String) {
    var points: [Role: Int64] = [:]
    for part in text.split(separator: ",") {
      let words = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 2, let role = Role(rawValue: words[0]), let percent = Int64(words[1]),
        0...100 ~= percent
      else { return nil }
      points[role] = percent * 100
    }
    self.points = points
  }

  /// Whether everybody decides.
  var isEmpty: Bool { points.isEmpty }

  /// The most that one of these roles may give, in basis points.
  func most(_ mayAct: (Role) throws -> Bool) rethrows -> Int64 {
    try points.filter { try mayAct($0.key) }.values.max() ?? 0
  }

  /// The roles that may give at least so much.
  func roles(giving discount: Int64) -> Set<Role> {
    Set(points.filter { discount <= $0.value }.keys)
  }
}

extension Settings {
  /// How far each role may go; empty where everybody decides.
  var discounts: DiscountLimits? { DiscountLimits(self[.discountLimits]) }
}

extension Writing {
  /// Refuses a price that is further below the standing one than this person may go: both in
  /// 1/10000 of the same currency, the discount in basis points of the price. Without a standing price
  /// only the discount counts.
  ///
  /// Throws `.discountBeyond` with those who may.
  public func allow(price: Int64?, discount: Int64 = 0, against standing: Int64?) throws {
    guard let price, let limits = try settings().discounts, !limits.isEmpty else { return }
    let base = Int128(standing ?? price)
    let paid = Int128(price) * Int128(10_000 - discount)
    let limit = try limits.most(acts)
    guard base > 0, paid < base * Int128(10_000 - limit) else { return }
    // Rounded up, so that what is told is beyond the limit too.
    let asked = Int64((base * 10_000 - paid + base - 1) / base)
    throw BookError.discountBeyond(asked: asked, limit: limit, limits.roles(giving: asked))
  }
}
