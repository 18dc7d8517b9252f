/// Why text is not a number; each case but the first carries the text as it was given.
enum NumberError: Error, Equatable {
  /// There is nothing but spaces.
  case empty
  /// It has letters or signs that are no part of a number, as `2百` or `1e5`.
  case notANumber(String)
  /// Its commas do not part groups of three digits, as `1,20`.
  case misplacedComma(String)
  /// It has more than `decimals` digits after the point, and not all zeros.
  case tooPrecise(String, decimals: Int)
  /// It is further from zero than the program can count.
  case outOfRange(String)
}
