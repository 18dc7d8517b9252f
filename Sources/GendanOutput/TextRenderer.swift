/// Writes a document for a terminal, a mail or a printer of fixed width.
public struct TextRenderer: Sendable {
  /// The page or terminal.
  public var layout: TextLayout

  /// A renderer for a page or terminal.
  public init(_ layout: TextLayout = TextLayout()) {
    self.layout = layout
  }

  /// The document as lines, each with its line end; no line of a table is wider than the layout.
  public func render(_ document: Document) -> String {
    lines(document).reduce(into: "") { text, line in text += line.content.text + "\n" }
  }

  /// The same lines, each with what it means for the end of a page.
  func lines(_ document: Document) -> [PageLine] {
    let tables = document.tables
    let grids = Dictionary(grouping: tables.filter { $0.group != nil }, by: \.group)
      .mapValues { Grid($0, layout: layout) }
    let parts = document.blocks.map { block -> Part in
      switch block {
      case .line(let text, let style):
        .lines(
          layout.lines(of: text.cellText).map {
            PageLine(line($0, style), style == .strong ? .title : .prose)
          })
      case .blank: .lines([PageLine(TextLine(), .prose)])
      case .rule: .rule
      case .chart(let chart):
        .lines(
          chart.parts.map { PageLine(line($0), .prose) }
            + chart.legendLine.map { layout.lines(of: $0).map { PageLine(line($0, nil), .prose) } }.joined())
      case .table(let table):
        .lines(TableWriter(table, grids[table.group] ?? Grid([table], layout: layout), layout).lines)
      }
    }
    let ruleWidth = min(parts.reduce(0) { max($0, $1.width) }, layout.width)
    return parts.flatMap { part -> [PageLine] in
      switch part {
      case .lines(let lines): lines
      case .rule:
        [PageLine(TextLine(String(repeating: "-", count: max(ruleWidth, 0)), width: ruleWidth), .prose)]
      }
    }
  }

  /// Lines that are known, or one whose length depends on the others.
  private enum Part {
    case lines([PageLine])
    case rule

    var width: Int {
      guard case .lines(let lines) = self else { return 0 }
      return lines.reduce(0) { max($0, $1.content.width) }
    }
  }

  private func line(_ parts: [BarChart.Part]) -> TextLine {
    var line = TextLine()
    for (text, style) in parts {
      let text = text.printable
      line.append(text, width: layout.width(of: text), style: layout.colour ? style : nil)
    }
    return line
  }

  private func line(_ text: String, _ style: Style?) -> TextLine {
    var line = TextLine()
    line.append(text, width: layout.width(of: text), style: layout.colour ? style : nil)
    return line
  }
}
