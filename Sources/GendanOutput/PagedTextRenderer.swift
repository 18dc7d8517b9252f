/// Writes a document for mail and for printers of fixed width, in pages: each has the title, the header of the
/// table that goes on and the name of its group, and a foot; the last has the places to sign.
public struct PagedTextRenderer: Sendable {
  /// The page's width, and how its text is measured.
  public var layout: TextLayout
  /// What stands on every page.
  public var frame: PageFrame
  /// The lines of a page; nil for one page as long as it must be.
  public var length: Int?
  /// Whether a form feed ends each page but the last; otherwise pages are filled up with empty lines.
  public var feedsForms: Bool

  /// A renderer for one long page, unless it is said.
  public init(_ layout: TextLayout, frame: PageFrame, length: Int? = nil, feedsForms: Bool = false) {
    self.layout = layout
    self.frame = frame
    self.length = length
    self.feedsForms = feedsForms
  }

  /// The pages, one after the other; no line is wider than the layout.
  public func render(_ document: Document) -> String {
    var lines = TextRenderer(layout).lines(folded(document))
    while lines.last?.content.text.isEmpty == true { lines.removeLast() }
    let head = head(page: 1, of: 1).count
    let room = length.map { max($0 - head - foot(isSigned: false).count, 8) } ?? .max
    if !frame.signatures.isEmpty {
      // A page of signatures alone would vouch for nothing.
      for place in lines.indices.suffix(3) { lines[place].staysWithNext = true }
      lines += signatures
    }
    var pages = PageBreaker(room: room).pages(lines)
    if pages.isEmpty { pages = [[]] }
    var text = ""
    for (index, page) in pages.enumerated() {
      let isLast = index == pages.count - 1
      var page = self.head(page: index + 1, of: pages.count) + page.map(\.text)
      page += foot(isSigned: isLast && !frame.signatures.isEmpty)
      if let length, !feedsForms {
        page += [String](repeating: "", count: max(length - page.count, 0))
      }
      for line in page { text += line + "\n" }
      if feedsForms && !isLast { text += "\u{C}" }
    }
    return text
  }

  private var rule: String { String(repeating: "=", count: max(layout.width, 0)) }

  /// The title in the middle, and what it is of with the page's number.
  private func head(page: Int, of count: Int) -> [String] {
    let isWide = frame.title.allSatisfy { CellWidth.of(String($0)) == 2 }
    let spaced = isWide ? frame.title.map(String.init).joined(separator: " ") : frame.title
    let title = layout.cut(spaced.cellText, to: layout.width)
    let indent = String(repeating: " ", count: max((layout.width - layout.width(of: title)) / 2, 0))
    let number = frame.numbering.text(page, of: count)
    // The same room whatever the number is, so that all heads are alike.
    let room = layout.width - layout.width(of: frame.numbering.text(999, of: 999)) - 2
    let scope = folded(frame.scope.cellText, to: max(room, 20))
    return [indent + title, sides(scope[0], number)] + scope.dropFirst() + [rule]
  }

  private func foot(isSigned: Bool) -> [String] {
    (isSigned ? [] : [rule])
      + (frame.origin.isEmpty && frame.stamp.isEmpty ? [] : [sides(frame.origin, frame.stamp)])
  }

  /// A text at the left and one at the right, which is never cut.
  private func sides(_ left: String, _ right: String) -> String {
    let right = right.cellText
    guard !right.isEmpty else { return layout.cut(left.cellText, to: layout.width) }
    let room = layout.width - layout.width(of: right)
    let left = layout.cut(left.cellText, to: max(room - 2, 0))
    return CellWidth.pad(left, to: room, ambiguous: layout.ambiguousWidth) + right
  }

  private var signatures: [PageLine] {
    let width = layout.width / max(frame.signatures.count, 1)
    let slots = frame.signatures.map { signature in
      let place = signature.place.cellText + ": "
      let line = String(repeating: "_", count: max(min(14, width - layout.width(of: place) - 2), 4))
      return CellWidth.pad(
        place + (signature.name?.cellText ?? line), to: width, ambiguous: layout.ambiguousWidth)
    }
    let text = slots.joined().cellText
    return [
      PageLine(TextLine(rule, width: layout.width), .title), PageLine(TextLine(), .title),
      PageLine(TextLine(text, width: layout.width(of: text)), .prose),
    ]
  }

  /// The document with its prose broken to the page's width: a printer that breaks a line loses count of them.
  private func folded(_ document: Document) -> Document {
    var document = document
    document.blocks = document.blocks.flatMap { block -> [Document.Block] in
      guard case .line(let text, let style) = block else { return [block] }
      return folded(text.cellText, to: layout.width).map { .line($0, style) }
    }
    return document
  }

  private func folded(_ text: String, to width: Int) -> [String] {
    guard layout.width(of: text) > width else { return [text] }
    var lines = [""]
    var left = width
    for character in text {
      let needed = layout.width(of: String(character))
      if needed > left {
        lines.append("")
        left = width
      }
      lines[lines.count - 1].append(character)
      left -= needed
    }
    return lines
  }
}
