extension Forecast {
  /// When an open order is expected to be finished, and what that rests on.
  public struct Outlook: Sendable, Equatable {
    /// The median of the days on which it may be finished; always after the as-of day.
    public internal(set) var day: Int
    /// The days among which four outcomes of five fall; nil where too little is known to say.
    public let interval: ClosedRange<Int>?
    /// How many finished orders it was told from.
    public let count: Int
    /// The narrowest group of orders that carries at least half of it; nil where the plan speaks alone.
    public let level: Level?
    /// Why it rests on what it rests on.
    public let reason: Reason
  }

  /// A group of orders that a forecast is told from, narrowest first.
  public enum Level: Int, Sendable, CaseIterable {
    /// Orders of the same product.
    case product
    /// Orders that pass the same resources in the same order.
    case route
    /// Orders of the whole shop.
    case shop
  }

  /// Why a forecast rests on what it rests on.
  public enum Reason: Sendable, CaseIterable {
    /// Enough orders were in a like situation: a day and an interval.
    case likeOrders
    /// Some orders were in a like situation, too few of them for an interval.
    case fewLikeOrders
    /// Nothing has been finished yet: the planned finish, or the next day where that is past.
    case noHistory
    /// It has taken longer, or stands otherwise, than any order finished so far: as without history.
    case beyondHistory
  }
}
