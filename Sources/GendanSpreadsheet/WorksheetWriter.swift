import Gendan
import GendanOutput

/// Writes one worksheet from the top, row by row; a row that is written has left the memory.
struct WorksheetWriter {
  typealias Look = SpreadsheetFormats.Look

  private let workbook: Workbook
  private let sheet: SpreadsheetLibrary.Worksheet
  private let utcOffset: (Instant) -> Int
  private var library: SpreadsheetLibrary { workbook.library }
  /// The next row.
  private var row: UInt32 = 0
  /// The cells that each column has needed so far.
  private var widths: [Int] = []

  /// The widest that a column gets; a longer text is broken.
  private static let widest = 60
  /// The characters that a cell holds.
  private static let longest = 32_767

  init(_ workbook: Workbook, name: String, utcOffset: @escaping (Instant) -> Int) throws(SpreadsheetError) {
    self.workbook = workbook
    self.utcOffset = utcOffset
    sheet = try workbook.sheet(name)
  }

  /// Leaves a row free.
  mutating func skip() { row += 1 }

  /// A line of prose, which runs on over the cells to its right.
  mutating func line(_ text: String, _ look: Look = Look()) throws(SpreadsheetError) {
    if !text.isEmpty { try put(.text(text), at: 0, look) }
    row += 1
  }

  /// A table: its header, which stays in view, is filtered by and repeated on paper, and its rows, each gone once
  /// it is written; a feed gives others than the table holds. Columns that are for the screen only are left out.
  mutating func write(_ table: Table, feed: RowFeed?, showsHeader: Bool) throws {
    let places = table.columns.indices.filter { !table.columns[$0].isForPeopleOnly }
    let columns = places.map { table.columns[$0] }
    guard !columns.isEmpty else { return }
    widths = [Int](repeating: 6, count: columns.count)
    let header = row
    if showsHeader {
      for (place, column) in columns.enumerated() {
        try put(
          .text(column.title), at: place,
          Look(isBold: true, side: column.alignment, bottom: true))
        widen(place, CellWidth.of(column.title) + 3)
      }
      row += 1
      library.freeze(sheet, row, 0)
      try library.check(library.repeatRows(sheet, header, header))
    }
    let first = row
    if let feed {
      try feed { try write($0, places, columns) }
    } else {
      for entry in table.rows { try write(entry, places, columns) }
    }
    if showsHeader && row > first {
      try library.check(library.autofilter(sheet, header, 0, row - 1, UInt16(columns.count - 1)))
    }
    if let total = table.total { try write(total, places, columns, Look(isBold: true, top: true)) }
  }

  /// Places to sign, side by side over the width of the table.
  mutating func sign(_ signatures: [PageFrame.Signature]) throws(SpreadsheetError) {
    let step = max(1, widths.count / max(1, signatures.count))
    for (index, signature) in signatures.enumerated() {
      let text = "\(signature.place): \(signature.name ?? "")"
      try put(.text(text), at: index * step, Look(bottom: true))
      if step == 1 { widen(index, CellWidth.of(text) + 8) }
    }
    row += 1
  }

  /// What is settled once all rows are known: widths, and the page.
  func finish(_ paper: PageFormat, footer: String) throws(SpreadsheetError) {
    for (place, width) in widths.enumerated() {
      let column = UInt16(place)
      try library.check(library.setColumn(sheet, column, column, Double(width) + 1, nil))
    }
    if !paper.isPortrait { library.landscape(sheet) }
    library.setPaper(sheet, paper.excel)
    library.fitToPages(sheet, 1, 0)
    if row > 0 {
      try library.check(library.printArea(sheet, 0, 0, row - 1, UInt16(max(widths.count, 1) - 1)))
    }
    // An ampersand begins an instruction there, and the whole may have 255 characters.
    let words = footer.printable.prefix(200).replacing("&", with: "&&")
    try library.check(library.setFooter(sheet, "&L\(words)&R&P / &N"))
  }

  private mutating func write(
    _ entry: Table.Row, _ places: [Int], _ columns: [Column]
  ) throws(SpreadsheetError) {
    switch entry {
    case .cells(let cells, let marked): try write(cells, places, columns, Look(isBold: marked))
    case .heading(let text): try line(text, Look(isBold: true))
    case .subtotal(let cells): try write(cells, places, columns, Look(isBold: true))
    case .rule: break
    }
  }

  private mutating func write(
    _ cells: [Cell], _ places: [Int], _ columns: [Column], _ look: Look
  ) throws(SpreadsheetError) {
    for (column, place) in places.enumerated() {
      let cell = cells.indices.contains(place) ? cells[place] : .none
      var look = look
      look.style = cell.style
      look.side = columns[column].alignment
      try put(
        SpreadsheetValue(cell, of: columns[column], utcOffset: utcOffset), at: column, look, widening: true)
    }
    row += 1
  }

  private mutating func put(
    _ value: SpreadsheetValue, at column: Int, _ look: Look, widening: Bool = false
  ) throws(SpreadsheetError) {
    var look = look
    let place = UInt16(clamping: column)
    switch value {
    case .blank:
      if look.top { try library.check(library.blank(sheet, row, place, try workbook.format(look))) }
    case .boolean(let flag):
      try library.check(library.boolean(sheet, row, place, flag ? 1 : 0, try workbook.format(look)))
    case .number(let number, let format):
      look.number = format
      if widening { widen(column, max(format.utf8.count, Int(number.magnitude.exponent) / 3 + 2)) }
      try library.check(library.number(sheet, row, place, number, try workbook.format(look)))
    case .text(let text):
      let text = String(text.printable.prefix(Self.longest))
      let width = widening ? CellWidth.of(text) : 0
      look.wraps = width > Self.widest
      if widening { widen(column, width) }
      try library.check(library.string(sheet, row, place, text, try workbook.format(look)))
    }
  }

  private mutating func widen(_ column: Int, _ width: Int) {
    guard widths.indices.contains(column) else { return }
    widths[column] = max(widths[column], min(width, Self.widest))
  }
}

extension PageFormat {
  /// The number by which spreadsheets know it.
  fileprivate var excel: UInt8 {
    switch size {
    case .letter: 1
    case .a4: 9
    case .a5: 11
    }
  }
}
