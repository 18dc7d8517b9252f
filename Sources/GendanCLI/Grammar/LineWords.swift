/// The words of a line as a shell splits it: spaces part them, quotes keep them.
enum LineWords {
  /// The words; nil where a quote is not closed.
  static func split(_ line: String) -> [String]? {
    let (words, isOpen) = read(line)
    return isOpen ? nil : words
  }

  /// The words of a line that is still being typed; the last one, perhaps empty, is the one at the cursor.
  static func typed(_ line: String) -> [String] {
    let words = read(line).words
    let endsWord = line.unicodeScalars.last.map { isSpace($0) } ?? true
    return endsWord ? words + [""] : words
  }

  /// Words as one line: those with spaces, and empty ones, are quoted.
  static func joined(_ words: [String]) -> String {
    words.map { $0.isEmpty || $0.contains { $0 == " " || $0 == "\n" } ? "\"\($0)\"" : $0 }
      .joined(separator: " ")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    " \t\u{3000}".unicodeScalars.contains(scalar)
  }

  private static func read(_ line: String) -> (words: [String], isOpen: Bool) {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if let open = quote {
        if scalar == open { quote = nil } else { word = (word ?? "") + String(scalar) }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
        word = word ?? ""
      } else if isSpace(scalar) {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(scalar)
      }
    }
    if let word { words.append(word) }
    return (words, quote != nil)
  }
}
