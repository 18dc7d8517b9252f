/// Which styles of a workbook show a number as a day or a time.
final class CellFormats: XMLHandler {
  private var codes: [Int: String] = [:]
  private var isDate: [Bool] = []
  private var isInCells = false
  /// A style names a format by its number; formats come first in the part, but need not.
  private var formats: [Int] = []

  /// Whether a style, from 0, is of days or times; a style that is not there is not.
  func showsDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  func begin(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"]?.number else { return }
      codes[id] = attributes["formatCode"]?.string ?? ""
    case "cellXfs": isInCells = true
    case "xf" where isInCells: formats.append(attributes["numFmtId"]?.number ?? 0)
    default: return
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: XMLText) {
    if "cellXfs" ~= name { isInCells = false }
    if "styleSheet" ~= name {
      isDate = formats.map { id in codes[id].map(CellFormats.isDate) ?? CellFormats.isBuiltInDate(id) }
    }
  }

  /// The formats that need no code in the file; those from 27 and from 50 are Chinese, Japanese and Korean.
  static func isBuiltInDate(_ id: Int) -> Bool {
    [14...22, 27...36, 45...47, 50...58].contains { $0.contains(id) }
  }

  /// Whether a code such as `yyyy"年"m"月"d"日";@` is of days or times: one of their letters stands outside
  /// quotes and brackets.
  static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isLiteral = false
    var weekday = 0
    // The word for no format at all has letters of dates in some languages.
    for letter in code.replacing("General", with: "") {
      if isLiteral {
        isLiteral = false
      } else if isQuoted || isBracketed {
        if letter == "\"" { isQuoted = false }
        if letter == "]" { isBracketed = false }
      } else {
        weekday = letter == "a" ? weekday + 1 : 0
        switch letter {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isLiteral = true
        case _ where "yYmMdDhHsS年月日时時分秒".contains(letter) || weekday == 3: return true
        default: continue
        }
      }
    }
    return false
  }
}
