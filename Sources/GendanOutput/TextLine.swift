/// A line being written, which never ends in spaces.
struct TextLine {
  /// The line as written so far, colours included.
  private(set) var text = ""
  /// Its cells, colours and spaces at its end not counted.
  private(set) var width = 0
  private var spaces = 0

  /// A line of `content`, which takes `width` cells.
  init(_ content: String = "", width: Int = 0) {
    append(content, width: width)
  }

  /// Leaves `count` cells free before what comes next.
  mutating func space(_ count: Int) {
    spaces += count
  }

  /// Appends `content`, which takes `width` cells; nothing if it is empty.
  mutating func append(_ content: String, width: Int, style: Style? = nil) {
    guard !content.isEmpty else { return }
    text += String(repeating: " ", count: max(spaces, 0))
    text += style?.coloured(content) ?? content
    self.width += max(spaces, 0) + width
    spaces = 0
  }
}
