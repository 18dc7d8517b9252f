import GendanOutput
import Testing

/// What holds for every table, tried on many made by chance from fixed seeds.
@Suite struct TextRendererPropertyTests {
  private static let pieces = [
    "a", "7", " ", "汉", "字", "℃", "φ", "①", "→", "😀", "👨‍👩‍👧", "🇨🇳", "❤️", "e\u{301}", "\u{301}", "\t", "\n",
    "\u{1B}[2J", "ｶﾞ", "한", "，", "\u{200B}", "Acme", "SO2602", "\u{FE0F}", "\u{202E}",
  ]

  private func text(_ random: inout FixedRandom, upTo length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &random))
      .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
  }

  private func table(_ id: Int, group: String?, _ random: inout FixedRandom) -> Table {
    let columns = (0..<Int.random(in: 1...8, using: &random)).map { place in
      Column(
        "c\(place)", text(&random, upTo: 4), Bool.random(using: &random) ? .leading : .trailing,
        priority: Int.random(in: 0...4, using: &random), shrinks: Bool.random(using: &random),
        minimumWidth: Int.random(in: 2...10, using: &random))
    }
    var table = Table("t\(id)", columns: columns, ruled: Bool.random(using: &random), group: group)
    table.indent = Int.random(in: 0...4, using: &random)
    table.rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let cells = columns.map { _ in
        Cell(text(&random, upTo: 9), style: Style.allCases.randomElement(using: &random))
      }
      return switch Int.random(in: 0...6, using: &random) {
      case 0: .heading(text(&random, upTo: 40))
      case 1: .subtotal(cells)
      case 2: .rule
      default: .cells(cells, marked: Bool.random(using: &random))
      }
    }
    if Bool.random(using: &random) { table.total = [Cell(text(&random, upTo: 30))] }
    return table
  }

  @Test(arguments: 0..<8)
  func `no line of a table is wider than the page or ends in a space`(seed: UInt64) {
    var random = FixedRandom(state: seed)
    for _ in 0..<150 {
      let tables = (0..<Int.random(in: 1...3, using: &random)).map {
        table($0, group: Bool.random(using: &random) ? "g" : nil, &random)
      }
      let layout = TextLayout(
        width: Int.random(in: 1...120, using: &random), ambiguousWidth: Int.random(in: 1...2, using: &random))
      for line in TextRenderer(layout).render(Document(tables.map(Document.Block.table))).lines {
        #expect(CellWidth.of(line, ambiguous: layout.ambiguousWidth) <= layout.width, "\(line)")
        #expect(!line.hasSuffix(" "), "\(line)")
      }
    }
  }

  @Test(arguments: 0..<8)
  func `every text of a column begins or ends in the same cell`(seed: UInt64) {
    var random = FixedRandom(state: seed &+ 1000)
    // No spaces and nothing that is changed on the way: the place of each text can be worked out here.
    let pieces = ["a", "汉", "℃", "φ8", "😀", "❤️", "e\u{301}", "ｶﾞ", "，", "SO2602"]
    for _ in 0..<100 {
      let ambiguous = Int.random(in: 1...2, using: &random)
      let columns = (0..<Int.random(in: 1...6, using: &random)).map {
        Column("c\($0)", "", Bool.random(using: &random) ? .leading : .trailing)
      }
      let rows = (0..<5).map { _ in
        columns.map { _ in
          (0...Int.random(in: 0...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
            .joined()
        }
      }
      let table = Table(
        "t", columns: columns, rows: rows.map { .cells($0.map { Cell($0) }) }, showsHeader: false)
      let layout = TextLayout(width: 1000, ambiguousWidth: ambiguous)
      let lines = TextRenderer(layout).render(Document([.table(table)])).lines
      func width(_ text: String) -> Int { CellWidth.of(text, ambiguous: ambiguous) }
      var start = 0
      for (place, column) in columns.enumerated() {
        let widest = rows.map { width($0[place]) }.max() ?? 0
        for (row, line) in zip(rows, lines) {
          let before = column.alignment == .trailing ? widest - width(row[place]) : 0
          #expect(line.from(cell: start + before, ambiguous: ambiguous).hasPrefix(row[place]), "\(line)")
        }
        start += widest + 2
      }
    }
  }
}
