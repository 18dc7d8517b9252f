import GendanOutput

/// Lines filled with words, measured in cells.
enum TextFlow {
  /// The words on as few lines as fit them, `gap` spaces between.
  static func fill(_ words: [String], width: Int, gap: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, CellWidth.of(last) + gap + CellWidth.of(word) <= width {
        lines[lines.count - 1] += String(repeating: " ", count: gap) + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// The lines under a label at their left.
  static func labelled(_ label: String, width: Int, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in CellWidth.pad(index == 0 ? label : "", to: width) + line }
  }
}
