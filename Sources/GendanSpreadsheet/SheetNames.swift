/// Names for the worksheets of one workbook, as spreadsheets allow them: no two alike, 31 characters at most.
struct SheetNames {
  private var taken: Set<String> = []

  /// The nearest allowed name that is still free.
  mutating func name(_ wish: String) -> String {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    var name = String(
      String.UnicodeScalarView(wish.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    name = name.filter { !forbidden.contains($0) }
    // An apostrophe may stand inside only, and Excel keeps the word History for itself.
    while let first = name.first, first == "'" || first == " " { name.removeFirst() }
    name = Self.cut(name, to: 31)
    if name.isEmpty || name.lowercased() == "history" { name += "_" }
    var free = name
    var count = 1
    while !taken.insert(free.lowercased()).inserted {
      count += 1
      let end = " (\(count))"
      free = Self.cut(name, to: 31 - end.count) + end
    }
    return free
  }

  /// Spreadsheets count in UTF-16.
  private static func cut(_ text: String, to limit: Int) -> String {
    var text = text
    while text.utf16.count > limit { text.removeLast() }
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    return text
  }
}
