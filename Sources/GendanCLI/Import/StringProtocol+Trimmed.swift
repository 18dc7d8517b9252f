extension StringProtocol {
  /// The text without the spaces around it, full-width and no-break ones too.
  var trimmed: SubSequence {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex
    return start[..<end]
  }
}
