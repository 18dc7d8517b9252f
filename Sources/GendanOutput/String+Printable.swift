extension String {
  /// The text with a space for each character that would move the cursor, change the terminal
  /// or turn the direction of writing, so that a customer's name cannot repaint a screen.
  public var printable: String {
    guard utf8.contains(where: Self.mayStartControl) else { return self }
    var result = ""
    for character in self {
      if character == "\r\n" {
        result += " "
      } else {
        for scalar in character.unicodeScalars {
          result.unicodeScalars.append(Self.isControl(scalar) ? " " : scalar)
        }
      }
    }
    return result
  }

  /// The same with its tabs and line ends, for records that quote them.
  var printableLines: String {
    guard utf8.contains(where: Self.mayStartControl) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isKept = scalar == "\t" || scalar == "\n" || scalar == "\r" || !Self.isControl(scalar)
      result.append(isKept ? scalar : " ")
    }
    return String(result)
  }

  /// The text as it stands in a cell: printable and without spaces at its end.
  var cellText: String {
    var text = printable
    while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
    return text
  }

  private static func mayStartControl(_ byte: UInt8) -> Bool {
    // 0xC2 leads U+0080 to U+00BF, 0xE2 leads U+2000 to U+2FFF.
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x2028...0x202E, 0x2066...0x2069: true  // line separators; marks of direction
    default: false
    }
  }
}
