extension PageFrame {
  /// The margins of printed pages, for browsers and other programs that know the boxes of CSS in them.
  var css: String {
    let number = "\(quoted(numbering.before)) counter(page) \(quoted(numbering.between)) counter(pages) "
    var boxes = [
      "@bottom-right { content: \(number)\(quoted(numbering.after)); white-space: nowrap }"
    ]
    if !title.isEmpty {
      boxes.append(
        "@top-left { content: \(quoted(title)); font-size: 14pt; font-weight: bold; white-space: nowrap }")
      boxes.append("@top-right { content: \(quoted(scope)); text-align: right }")
    }
    let foot = [origin, stamp].filter { !$0.isEmpty }.joined(separator: "   ")
    if !foot.isEmpty { boxes.append("@bottom-left { content: \(quoted(foot)) }") }
    let room = title.isEmpty ? "" : "margin: 16mm 12mm 14mm; "
    return "@page { \(room)font: 9pt \(Self.fonts); \(boxes.joined(separator: " ")) }"
  }

  /// What texts are set in, the first that the machine has.
  static let fonts = "\"Noto Sans CJK SC\", \"Microsoft YaHei\", \"PingFang SC\", sans-serif"

  /// A text as a string of CSS, which no text can end, nor the element around it.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&", "'": quoted += "\\" + String(scalar.value, radix: 16) + " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
