/// Writes a document as one complete page for the browser, for paper and for mail.
public struct HTMLRenderer: Sendable {
  /// The title of the page.
  public var title: String
  /// The language of its words, as in BCP 47: `zh-Hans`.
  public var language: String
  /// The paper.
  public var paper: PageFormat
  /// What stands on every page when it is printed, and where people sign below all.
  public var frame: PageFrame

  /// A page on A4 landscape with nothing but its number around it, unless it is said.
  public init(
    title: String, language: String, paper: PageFormat = PageFormat(), frame: PageFrame = PageFrame(title: "")
  ) {
    self.title = title
    self.language = language
    self.paper = paper
    self.frame = frame
  }

  /// The page, with no script and nothing outside itself.
  public func render(_ document: Document) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(language))">
      <head>
      <meta charset="utf-8">
      <title>\(Self.escaped(title))</title>
      <style>
      @page { size: \(paper.css); margin: \(PageFormat.margin)mm }
      \(frame.css)
      \(Self.css)
      \(BarChart.css)
      </style>
      </head>
      <body>

      """
    for block in document.blocks {
      switch block {
      case .line(let text, let style):
        page += "<p\(Self.attribute(style.map(\.rawValue)))>\(Self.escaped(text))</p>\n"
      case .blank: page += "<p class=\"blank\"></p>\n"
      case .rule: page += "<hr>\n"
      case .chart(let chart): page += chart.svg(Self.escaped)
      case .table(let table): write(table, into: &page)
      }
    }
    write(frame.signatures, into: &page)
    return page + "</body>\n</html>\n"
  }

  // A table's header and the heading of its group stay with the rows; a row is never split over two pages.
  private static let css = """
    body { font: 10pt/1.4 \(PageFrame.fonts); color: #000 }
    p { margin: 0; white-space: pre-wrap } .blank { height: 1em }
    table { border-collapse: collapse; margin: 4pt 0 }
    thead { display: table-header-group } tr { break-inside: avoid } .heading { break-after: avoid }
    th, td { padding: 1pt 6pt; text-align: left; vertical-align: top; white-space: pre-wrap }
    th { border-bottom: 1pt solid #000 } td { border-bottom: .25pt solid #ccc }
    .whole th, .whole td { white-space: pre } .whole .text, .whole .heading td { white-space: pre-wrap }
    .number, .whole .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
    .sum, .whole .sum { white-space: normal } .sum span { white-space: nowrap }
    .heading td, .subtotal td, .total td, .marked td, .strong { font-weight: bold }
    .total td, .rule td { border-top: 1pt solid #000 } .rule td { padding: 0 }
    .signatures { width: 100%; table-layout: fixed; margin-top: 8mm }
    .signatures td { height: 14mm; border: .5pt solid #000 }
    .overdue { color: #b00000 } .attention { color: #8a6100 } .early { color: #006b2d } .faint { color: #666 }
    """

  private func write(_ table: Table, into page: inout String) {
    page += "<table id=\"\(Self.escaped(table.id))\"\(Self.attribute(staysWhole(table) ? "whole" : nil))>\n"
    if table.showsHeader {
      page += "<thead>\n<tr>"
      for column in table.columns {
        page += "<th scope=\"col\"\(Self.attribute(Self.side(column)))>\(Self.escaped(column.title))</th>"
      }
      page += "</tr>\n</thead>\n"
    }
    page += "<tbody>\n"
    for row in table.rows {
      switch row {
      case .cells(let cells, let marked):
        page += line(cells, of: table, marked ? "marked" : nil, runsOn: false)
      case .subtotal(let cells): page += line(cells, of: table, "subtotal", runsOn: true)
      case .heading(let text): page += line(text, across: table, "heading")
      case .rule: page += line("", across: table, "rule")
      }
    }
    if let total = table.total { page += line(total, of: table, "total", runsOn: true) }
    page += "</tbody>\n</table>\n"
  }

  /// Whether nothing but texts that may be cut needs to be broken, so that a number or a day stands in one line: what
  /// the columns need is no wider than the paper. A cell is taken for 6 points, as wide as digits get at 10 points.
  private func staysWhole(_ table: Table) -> Bool {
    var widths = table.columns.map { $0.shrinks ? $0.minimumWidth : CellWidth.of($0.title) }
    for case .cells(let cells, _) in table.rows {
      for (place, cell) in cells.enumerated() where place < widths.count && !table.columns[place].shrinks {
        let isNumber = table.columns[place].alignment == .trailing
        for part in isNumber ? cell.text.split(separator: Self.plus) : [Substring(cell.text)] {
          widths[place] = max(widths[place], CellWidth.of(String(part)))
        }
      }
    }
    return widths.reduce(0) { $0 + $1 * 6 + 12 } <= paper.room
  }

  /// What stands in a sum of several units.
  private static let plus = " + "

  /// Boxes to sign in, which stay together.
  private func write(_ signatures: [PageFrame.Signature], into page: inout String) {
    guard !signatures.isEmpty else { return }
    let boxes = signatures.map { signature in
      "<td>\(Self.escaped(signature.place))<br>\(Self.escaped(signature.name ?? ""))</td>"
    }
    page += "<table class=\"signatures\"><tr>\(boxes.joined())</tr></table>\n"
  }

  private func line(_ text: String, across table: Table, _ name: String) -> String {
    "<tr class=\"\(name)\"><td colspan=\"\(table.columns.count)\">\(Self.escaped(text))</td></tr>\n"
  }

  /// `runsOn` lets a text take the empty cells after it.
  private func line(_ cells: [Cell], of table: Table, _ name: String?, runsOn: Bool) -> String {
    let cells = table.complete(cells)
    var line = "<tr\(Self.attribute(name))>"
    var next = 0
    while next < cells.count {
      let place = next
      next += 1
      let isLabel = runsOn && table.columns[place].alignment == .leading
      while isLabel, next < cells.count, cells[next].text.isEmpty { next += 1 }
      let span = next - place > 1 ? " colspan=\"\(next - place)\"" : ""
      let (text, sum) = content(cells[place], table.columns[place])
      let classes = Self.attribute(Self.side(table.columns[place]), sum, cells[place].style?.rawValue)
      line += "<td\(span)\(classes)>\(text)</td>"
    }
    return line + "</tr>\n"
  }

  /// A cell's text, and its class where it is a sum of several units, which may be broken between them.
  private func content(_ cell: Cell, _ column: Column) -> (text: String, class: String?) {
    let parts = column.alignment == .trailing ? cell.text.split(separator: Self.plus) : []
    guard parts.count > 1 else { return (Self.escaped(cell.text), nil) }
    return (parts.map { "<span>\(Self.escaped(String($0)))</span>" }.joined(separator: Self.plus), "sum")
  }

  private static func side(_ column: Column) -> String? {
    column.alignment == .trailing ? "number" : column.shrinks ? "text" : nil
  }

  private static func attribute(_ classes: String?...) -> String {
    let names = classes.compactMap(\.self)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// The one way any text comes into the page, in an element or in a quoted attribute.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
