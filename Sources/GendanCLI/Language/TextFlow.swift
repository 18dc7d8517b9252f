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

  /// A line that is too wide, broken at its spaces or, in Chinese, where the width ends; what goes
  /// on stands four cells further in than the line.
  static func wrapped(_ line: String, width: Int) -> [String] {
    var lines: [String] = []
    var rest = line
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count + 4)
    while CellWidth.of(rest) > width {
      var cells = 0
      var end = rest.startIndex
      var space: String.Index?
      for index in rest.indices {
        cells += CellWidth.of(String(rest[index]))
        if cells > width { break }
        if rest[index] == " ", index > rest.startIndex, cells > width / 2 { space = index }
        end = rest.index(after: index)
      }
      lines.append(String(rest[..<(space ?? end)].trimmedEnd))
      rest = indent + rest[(space ?? end)...].trimmed
    }
    return lines + [rest]
  }

  /// The lines under a label at their left.
  static func labelled(_ label: String, width: Int, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in CellWidth.pad(index == 0 ? label : "", to: width) + line }
  }
}

extension StringProtocol {
  /// Without spaces at its end.
  fileprivate var trimmedEnd: SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[..<end]
  }
}
