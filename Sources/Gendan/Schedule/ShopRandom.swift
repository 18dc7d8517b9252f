/// The search's own random numbers, the same everywhere: SplitMix64 (Steele, Lea and Flood 2014).
struct ShopRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to a bound of at least 1, by multiplication (Lemire 2019, without its rejection).
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// An exponential variate of mean 1 by comparisons alone (von Neumann 1951), so that no logarithm of
  /// one system's library or another's can change a plan.
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = unit()
      var last = first
      var length = 1
      var draw = unit()
      while draw < last {
        last = draw
        length += 1
        draw = unit()
      }
      if length % 2 == 1 { return whole + first }
      whole += 1
    }
  }
}
