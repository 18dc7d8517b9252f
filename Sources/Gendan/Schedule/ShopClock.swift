/// A calendar as a clock that only runs while it is open.
///
/// The clock's hand is the number of open minutes so far. Work that nothing but closed time interrupts is
/// an interval of the hand, so a place's tasks stand one after the other on its clock.
struct ShopClock {
  /// Later than any minute a shop can name: work that the calendar has no time for ends here.
  static let never = 1 << 42

  /// A clock that always runs: its hand is the minute itself.
  static let always = ShopClock(runsAlways: true, intervals: [])

  private let runsAlways: Bool
  private let starts: [Int]
  private let before: [Int]  // open minutes before each interval, and at last in all
  private let ends: [Int]
  private let byMinute: Hints  // the first interval that ends after a minute
  private let byHand: Hints  // the interval that a hand is in

  /// A clock of sorted intervals that do not touch.
  init(_ calendar: Shop.OpenTime) {
    self.init(runsAlways: false, intervals: calendar.intervals)
  }

  private init(runsAlways: Bool, intervals: [Range<Int>]) {
    self.runsAlways = runsAlways
    starts = intervals.map(\.lowerBound)
    ends = intervals.map(\.upperBound)
    before = intervals.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    byMinute = Hints(ends: ends, from: starts.first ?? 0)
    byHand = Hints(ends: Array(before.dropFirst()), from: 0)
  }

  /// The open minutes before a minute.
  @inline(__always)
  func hand(at minute: Int) -> Int {
    if runsAlways { return minute }
    let i = byMinute.first(after: minute, in: ends)
    guard i < starts.count else { return before[i] }
    return before[i] + max(0, minute - starts[i])
  }

  /// The minute at which work that begins at a hand begins: the last one with so many open minutes before.
  @inline(__always)
  func opening(_ hand: Int) -> Int {
    if runsAlways { return hand }
    let i = byHand.first(after: hand, in: before, shift: 1)
    guard i < starts.count else { return Self.never }
    return starts[i] + hand - before[i]
  }

  /// The minute at which work that ends at a hand ends: the first one with so many open minutes before.
  @inline(__always)
  func closing(_ hand: Int) -> Int {
    if runsAlways { return hand }
    let i = byHand.first(after: hand - 1, in: before, shift: 1)
    guard i < starts.count else { return Self.never }
    return starts[i] + hand - before[i]
  }
}

/// Where to begin looking in sorted numbers: for each of equally wide buckets the first one after its
/// beginning, so that a look-up is a division and, where the numbers are spread evenly, a step or two.
struct Hints {
  private let from: Int
  private let shift: Int  // a bucket is 2^shift wide
  private let hints: [Int32]

  init(ends: [Int], from: Int) {
    self.from = from
    let span = max(0, (ends.last ?? from) - from)
    var shift = 0
    while span >> shift > 2 * ends.count { shift += 1 }
    self.shift = shift
    var hints: [Int32] = []
    var i = 0
    for bucket in 0...(ends.isEmpty ? 0 : span >> shift) {
      while i < ends.count, ends[i] <= from + (bucket << shift) { i += 1 }
      hints.append(Int32(truncatingIfNeeded: i))
    }
    self.hints = hints
  }

  /// The index of the first of the sorted numbers, from their `shift`-th on, that is after `value`.
  @inline(__always)
  func first(after value: Int, in numbers: [Int], shift skipped: Int = 0) -> Int {
    let count = numbers.count - skipped
    guard value >= from else { return 0 }
    let bucket = (value - from) >> shift
    guard bucket < hints.count else { return count }
    var i = Int(hints[bucket])
    while i < count, numbers[i + skipped] <= value { i += 1 }
    return i
  }
}
