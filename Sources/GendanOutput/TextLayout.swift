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
  /// Whether a line of prose that is wider is broken; a program that reads lines wants them whole.
  public var breaksProse = true

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

  /// A line of prose on as many lines as it needs: it is broken at its wider gaps and after its commas alone, so that
  /// a command in it can be copied, and goes on two cells further in. What has neither stays as long as it is.
  public func lines(of text: String) -> [String] {
    guard breaksProse, width(of: text) > width else { return [text] }
    let indent = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = ""
    var rest = text[...]
    while !rest.isEmpty {
      // A gap, and what stands up to the next one.
      let gap = rest.prefix { $0 == " " }
      var piece = rest[gap.endIndex...]
      let ends = [
        piece.firstRange(of: "  ")?.lowerBound,
        piece.firstRange(of: ", ").map { piece.index(after: $0.lowerBound) },
        piece.firstRange(of: "; ").map { piece.index(after: $0.lowerBound) },
      ]
      if let end = ends.compactMap({ $0 }).min() { piece = piece[..<end] }
      let longer = line + gap + piece
      if line.isEmpty || width(of: longer) <= width {
        line = longer
      } else {
        lines.append(line)
        line = indent + "  " + piece
      }
      rest = rest[piece.endIndex...]
    }
    return lines + [line]
  }

  /// `text` cut to `width` cells.
  func cut(_ text: String, to width: Int) -> String {
    CellWidth.cut(text, to: width, ambiguous: ambiguousWidth)
  }
}
