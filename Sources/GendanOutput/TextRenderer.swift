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
    let tables = document.tables
    let grids = Dictionary(grouping: tables.filter { $0.group != nil }, by: \.group)
      .mapValues { Grid($0, layout: layout) }
    let parts = document.blocks.map { block -> Part in
      switch block {
      case .line(let text, let style): .lines([line(text, style)])
      case .blank: .lines([TextLine()])
      case .rule: .rule
      case .chart(let chart): .lines(chart.parts.map(line))
      case .table(let table):
        .lines(TableWriter(table, grids[table.group] ?? Grid([table], layout: layout), layout).lines)
      }
    }
    let ruleWidth = min(parts.reduce(0) { max($0, $1.width) }, layout.width)
    var text = ""
    for part in parts {
      switch part {
      case .lines(let lines): for line in lines { text += line.text + "\n" }
      case .rule: text += String(repeating: "-", count: max(ruleWidth, 0)) + "\n"
      }
    }
    return text
  }

  /// Lines that are known, or one whose length depends on the others.
  private enum Part {
    case lines([TextLine])
    case rule

    var width: Int {
      guard case .lines(let lines) = self else { return 0 }
      return lines.reduce(0) { max($0, $1.width) }
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
    let text = text.cellText
    line.append(text, width: layout.width(of: text), style: layout.colour ? style : nil)
    return line
  }
}
