/// The few of `words` a person may have meant by `word`, closest first, at most `limit` of them.
///
/// A word is close within a third of the length of `word` in typing slips, at least one and at most three,
/// or when it begins with `word`. Case and width make no difference; words equally close keep their order.
func nearest(to word: String, among words: some Sequence<String>, limit: Int = 3) -> [String] {
  let given = Array(folded(word))
  guard !given.isEmpty else { return [] }
  let allowed = min(max(given.count / 3, 1), 3)
  var seen: Set<String> = []
  let close = words.enumerated().compactMap { rank, candidate -> (word: String, distance: Int, rank: Int)? in
    guard seen.insert(candidate).inserted else { return nil }
    let letters = Array(folded(candidate))
    if letters.starts(with: given) { return (candidate, letters.count - given.count, rank) }
    // The lengths alone rule most words out, and keep the table small whatever is typed.
    guard abs(letters.count - given.count) <= allowed else { return nil }
    let distance = editDistance(given, letters)
    // A word of which no letter stays is another word: 单 is not a slip of 改.
    guard distance <= allowed, distance < max(given.count, letters.count) else { return nil }
    return (candidate, distance, rank)
  }
  return close.sorted { ($0.distance, $0.rank) < ($1.distance, $1.rank) }.prefix(max(limit, 0)).map(\.word)
}

/// Whether a word may be typed for one that is near it. Of two characters one is half of the meaning: 收货 is no slip of
/// 发货, though near it.
func isSlip(_ typed: String, of word: String) -> Bool {
  let (given, meant) = (folded(typed), folded(word))
  return meant.hasPrefix(given) || given.count > 2 || given.allSatisfy(\.isASCII)
}

/// The number of letters to insert, drop, replace or swap with their neighbour to turn `a` into `b`.
///
/// The Damerau–Levenshtein distance in its restricted form, optimal string alignment: no pair of letters
/// is changed again after being swapped.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(last.count)
    for j in b.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
