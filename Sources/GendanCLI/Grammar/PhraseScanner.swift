/// Reads a folded phrase from left to right, one expected piece at a time.
struct PhraseScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ phrase: String) {
    scalars = Array(phrase.unicodeScalars)
  }

  var isAtEnd: Bool { position == scalars.count }

  /// Passes over the literal if it comes next.
  mutating func take(_ literal: String) -> Bool {
    var next = position
    for scalar in literal.unicodeScalars {
      guard next < scalars.count, scalars[next] == scalar else { return false }
      next += 1
    }
    position = next
    return true
  }

  /// Passes over the first literal of a table that comes next, and gives what it stands for.
  mutating func take<Meaning>(_ table: KeyValuePairs<String, Meaning>) -> Meaning? {
    for (literal, meaning) in table where take(literal) { return meaning }
    return nil
  }

  /// Passes over all ASCII digits that come next; nil if there is none.
  mutating func digits() -> Digits? {
    let start = position
    while position < scalars.count, "0"..."9" ~= scalars[position] { position += 1 }
    return position == start ? nil : Digits(scalars: scalars[start..<position])
  }

  /// A run of digits: its length tells a year from a day.
  struct Digits {
    fileprivate let scalars: ArraySlice<Unicode.Scalar>

    var count: Int { scalars.count }

    /// The number, cut at a billion, which is beyond anything a date can count.
    var value: Int {
      scalars.reduce(0) { min($0 * 10 + Int($1.value) - 0x30, 1_000_000_000) }
    }

    /// The numbers of consecutive groups of digits of these lengths.
    func split(_ lengths: Int...) -> [Int] {
      var rest = scalars
      return lengths.map { length in
        defer { rest = rest.dropFirst(length) }
        return Digits(scalars: rest.prefix(length)).value
      }
    }
  }
}
