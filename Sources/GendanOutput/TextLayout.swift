/// The page or terminal that text is laid out for.
public struct TextLayout: Sendable, Equatable {
  /// The cells of a line.
  public var width: Int
  /// The cells a character of East Asian Ambiguous width takes, 1 or 2.
  public var ambiguousWidth: Int
  /// Whether styles are written as ANSI colours.
  public var colour: Bool
  /// Whether tables have the titles of their columns above them.
  public var showsHeaders: Bool

  /// A layout of 100 cells without colour, unless it is said.
  public init(width: Int = 100, ambiguousWidth: Int = 1, colour: Bool = false, showsHeaders: Bool = true) {
    self.width = width
    self.ambiguousWidth = ambiguousWidth
    self.colour = colour
    self.showsHeaders = showsHeaders
  }

  /// The cells that `text` takes here.
  func width(of text: String) -> Int {
    CellWidth.of(text, ambiguous: ambiguousWidth)
  }

  /// `text` cut to `width` cells.
  func cut(_ text: String, to width: Int) -> String {
    CellWidth.cut(text, to: width, ambiguous: ambiguousWidth)
  }
}
