/// Writes a document as GitHub Flavored Markdown.
public struct MarkdownRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// Lines as paragraphs, tables as tables; a heading between rows is a bold line, and a table follows it.
  public func render(_ document: Document) -> String {
    let parts = document.blocks.flatMap { block -> [String] in
      switch block {
      case .line(let text, let style): paragraph(text, isBold: style == .strong)
      case .blank: []
      case .rule: ["---"]
      // A fence that no line of the chart can end.
      case .chart(let chart): [(["````"] + chart.lines.map(\.cellText) + ["````"]).joined(separator: "\n")]
      case .table(let table): paragraphs(of: table)
      }
    }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ text: String, isBold: Bool) -> [String] {
    let text = Self.escaped(text)
    guard !text.isEmpty else { return [] }
    if isBold { return ["**\(text)**"] }
    // At the start of a line these two would make a heading or a quotation.
    return [text.hasPrefix("#") || text.hasPrefix(">") ? "\\" + text : text]
  }

  private func paragraphs(of table: Table) -> [String] {
    var paragraphs: [String] = []
    var rows: [String] = []
    func endTable() {
      if !rows.isEmpty { paragraphs.append((head(of: table) + rows).joined(separator: "\n")) }
      rows = []
    }
    for row in table.rows {
      switch row {
      case .cells(let cells, let marked): rows.append(line(cells, of: table, isBold: marked))
      case .subtotal(let cells): rows.append(line(cells, of: table, isBold: true))
      case .rule: break
      case .heading(let text):
        endTable()
        paragraphs += paragraph(text, isBold: true)
      }
    }
    if let total = table.total { rows.append(line(total, of: table, isBold: true)) }
    endTable()
    return paragraphs
  }

  /// Markdown has no table without a header: where none is shown, its cells are empty.
  private func head(of table: Table) -> [String] {
    let titles = table.columns.map { Cell(table.showsHeader ? $0.title : "") }
    let marks = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
    return [line(titles, of: table, isBold: false), "| " + marks.joined(separator: " | ") + " |"]
  }

  private func line(_ cells: [Cell], of table: Table, isBold: Bool) -> String {
    let texts = table.complete(cells).map { cell in
      let text = Self.escaped(cell.text)
      return text.isEmpty || !(isBold || cell.style == .strong) ? text : "**\(text)**"
    }
    return "| " + texts.joined(separator: " | ") + " |"
  }

  /// Data is never markup: a product called `a|b` or `<b>` stands there as it is.
  private static func escaped(_ text: String) -> String {
    let words = text.printable.split(separator: " ").joined(separator: " ")
    var result = ""
    for scalar in words.unicodeScalars {
      if "\\`*_[]<|~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
