extension Shop {
  /// How much the search may try: counted in moves, so that the same plan comes out on any machine.
  public struct Budget: Sendable, Hashable {
    /// The moves it may try.
    public var moves: Int

    /// What its random numbers begin with.
    public var seed: UInt64

    /// So many moves, from the same random numbers unless said otherwise.
    public init(moves: Int, seed: UInt64 = 1) {
      self.moves = moves
      self.seed = seed
    }

    /// The moves that take about a second, the same for shops of one size: fewer in a larger shop, where
    /// each move reaches further.
    public static func standard(for shop: Shop) -> Budget {
      let tasks = shop.jobs.reduce(0) { $0 + $1.tasks.count }
      return Budget(moves: 60_000_000 / (60 + tasks + tasks * tasks / 5_000))
    }
  }
}
