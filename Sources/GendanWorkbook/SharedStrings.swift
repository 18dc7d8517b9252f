/// The texts of a workbook that its cells share.
///
/// The pieces of one text are joined; what says how it is pronounced is left out.
final class SharedStrings: XMLHandler {
  /// All texts, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []
  private var isInText = false
  private var isPhonetic = false
  private var start = 0

  /// Where the text of a number, from 0, stands; nil where there is none.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index > 0 ? ends[index - 1] : 0)..<ends[index]
  }

  func begin(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "si": start = bytes.count
    case "rPh": isPhonetic = true
    case "t": isInText = !isPhonetic
    default: return
    }
  }

  func text(_ text: UnsafeRawBufferPointer) {
    if isInText { bytes += text }
  }

  func end(_ name: XMLText) {
    switch name {
    case "t": isInText = false
    case "rPh": isPhonetic = false
    case "si":
      if let text = bytes.unescaped(start..<bytes.count) { bytes.replaceSubrange(start..., with: text) }
      ends.append(bytes.count)
    default: return
    }
  }
}
