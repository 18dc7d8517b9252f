/// Lays the rows of one table out in lines.
struct TableWriter {
  private let table: Table
  private let columns: [(place: Int, width: Int)]
  private let layout: TextLayout

  init(_ table: Table, _ grid: Grid, _ layout: TextLayout) {
    self.table = table
    self.columns = grid.columns(of: table)
    self.layout = layout
  }

  var lines: [PageLine] {
    var lines: [PageLine] = []
    if layout.showsHeaders && table.showsHeader {
      lines.append(PageLine(line(table.columns.map { Cell($0.title) }), .header))
      if table.ruled { lines.append(PageLine(rule, .header)) }
    }
    lines += table.rows.map { row in
      switch row {
      case .cells(let cells, let marked): PageLine(line(cells, marked: marked), .row)
      case .heading(let text): PageLine(heading(text), .heading)
      case .subtotal(let cells): PageLine(line(cells, runsOn: true), .row)
      case .rule: PageLine(rule, .row)
      }
    }
    if table.ruled { lines.append(PageLine(rule, .row)) }
    if let total = table.total { lines.append(PageLine(line(total, runsOn: true), .row)) }
    return lines
  }

  private var indent: Int { min(max(table.indent, 0), max(layout.width, 0)) }

  private var rule: TextLine {
    let width = columns.reduce(0) { $0 + $1.width } + Grid.gap * max(columns.count - 1, 0)
    var line = TextLine()
    line.space(indent)
    line.append(String(repeating: "-", count: width), width: width)
    return line
  }

  private func heading(_ text: String) -> TextLine {
    var line = TextLine()
    line.space(indent)
    let text = layout.cut(text.cellText, to: layout.width - indent)
    line.append(text, width: layout.width(of: text))
    return line
  }

  private func line(_ cells: [Cell], marked: Bool = false, runsOn: Bool = false) -> TextLine {
    let cells = table.complete(cells)
    var line = TextLine()
    if marked && indent >= 2 {
      line.append(">", width: 1, style: layout.colour ? .strong : nil)
      line.space(indent - 1)
    } else {
      line.space(indent)
    }
    var next = 0
    while next < columns.count {
      let (place, ownWidth) = columns[next]
      let cell = cells[place]
      let alignment = table.columns[place].alignment
      var text = cell.text.cellText
      var width = ownWidth
      if next > 0 { line.space(Grid.gap) }
      next += 1
      // A label of sums takes the empty cells after it, as many as it needs.
      while runsOn, alignment == .leading, next < columns.count, layout.width(of: text) > width,
        cells[columns[next].place].text.isEmpty
      {
        width += Grid.gap + columns[next].width
        next += 1
      }
      text = layout.cut(text, to: width)
      let taken = layout.width(of: text)
      if alignment == .trailing { line.space(width - taken) }
      line.append(text, width: taken, style: layout.colour ? cell.style ?? (marked ? .strong : nil) : nil)
      if alignment == .leading { line.space(width - taken) }
    }
    return line
  }
}
