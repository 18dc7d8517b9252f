import GendanWorkbook

extension TableFile {
  /// How many rows are looked at for the headings: titles, a period and a filter stand above them.
  private static let mostTitles = 20

  /// Takes the records of a sheet.
  init(_ sheet: OpenSheet, headings: [String], fillsMerged: Bool) throws {
    let contents = sheet.contents
    let head = TableFile.headRow(of: contents, headings: Set(headings.map(ColumnMap.key)))
    guard let head else { throw CSVError.empty }
    var header: [String] = []
    for cell in contents.cells[contents.rows[head].cells] {
      header += Array(repeating: "", count: Int(cell.column) - header.count) + [contents.text(cell)]
    }
    let tooLarge = Complaint.of(.tooLarge(part: sheet.name), path: sheet.path)
    guard var rows = TableFile.fields(of: contents, below: head) else { throw tooLarge }
    guard !rows.isEmpty else { throw CSVError.noRows(header: header) }
    var loneMerges: [String] = []
    var work = 0
    for area in contents.merges where area.rows.count > 1 {
      let filled = TableFile.rows(of: area, in: rows)
      guard filled.count > 1, let first = filled.first, rows[first].number == area.rows.lowerBound else {
        continue
      }
      let column = area.columns.lowerBound
      guard rows[first].fields.indices.contains(column) else { continue }
      work += filled.count
      guard work <= TableFile.mostFields else { throw tooLarge }
      if fillsMerged {
        for row in filled.dropFirst() { rows[row].put(rows[first].fields[column], in: column) }
      } else if rows[first].fields[column].start < rows[first].fields[column].end {
        loneMerges.append(
          ColumnMap.letters(of: column) + "\(area.rows.lowerBound):"
            + ColumnMap.letters(of: area.columns.upperBound)
            + "\(area.rows.upperBound)")
      }
    }
    // What stands to the right of the headings is shown as a column without one.
    let width = rows.reduce(header.count) { max($0, $1.fields.count) }
    self.header = header + Array(repeating: "", count: width - header.count)
    records = rows.map {
      TableRecord(row: $0.number, line: $0.number, fields: $0.fields, bytes: contents.bytes)
    }
    self.sheet = sheet.name
    self.loneMerges = loneMerges
  }

  /// Fields take memory where they are empty too: a million rows with one far to the right would fill it.
  private static let mostFields = 1 << 23

  /// A row on its way to be a record.
  private struct Row {
    let number: Int
    var fields: [TableRecord.Field]

    /// Puts a field where none is.
    mutating func put(_ field: TableRecord.Field, in column: Int) {
      while fields.count <= column { fields.append(Row.none) }
      if fields[column].start == fields[column].end { fields[column] = field }
    }

    static let none = TableRecord.Field(start: 0, end: 0, form: .plain)
  }

  /// The place of the row with most of the headings, at least two; else of the first with several cells,
  /// else of the first; nil where there is no row.
  private static func headRow(of contents: SheetContents, headings: Set<String>) -> Int? {
    let rows = contents.rows.prefix(mostTitles)
    let counts = rows.map { row in
      Set(contents.cells[row.cells].map { ColumnMap.key(contents.text($0)) }).intersection(headings).count
    }
    if let most = counts.max(), most >= 2 { return counts.firstIndex(of: most) }
    return rows.firstIndex { $0.cells.count > 1 } ?? rows.indices.first
  }

  /// The rows below the headings; nil where they are too many.
  private static func fields(of contents: SheetContents, below head: Int) -> [Row]? {
    var rows: [Row] = []
    rows.reserveCapacity(contents.rows.count - head - 1)
    var count = 0
    for row in contents.rows.dropFirst(head + 1) {
      var made = Row(number: row.number, fields: [])
      let cells = contents.cells[row.cells]
      count += cells.last.map { Int($0.column) + 1 } ?? 0
      guard count <= mostFields else { return nil }
      made.fields.reserveCapacity(cells.last.map { Int($0.column) + 1 } ?? 0)
      for cell in cells {
        while made.fields.count < cell.column { made.fields.append(Row.none) }
        made.fields.append(
          .init(start: Int(cell.start), end: Int(cell.end), form: cell.form == .value ? .plain : .failed))
      }
      rows.append(made)
    }
    return rows
  }

  /// The places of the rows in an area.
  private static func rows(of area: SheetContents.Area, in rows: [Row]) -> Range<Int> {
    func place(of number: Int) -> Int {
      var range = rows.indices
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        if rows[middle].number < number {
          range = middle + 1..<range.upperBound
        } else {
          range = range.lowerBound..<middle
        }
      }
      return range.lowerBound
    }
    return place(of: area.rows.lowerBound)..<place(of: area.rows.upperBound + 1)
  }
}
