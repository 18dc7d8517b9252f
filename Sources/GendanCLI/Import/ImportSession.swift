import Gendan

/// One run over a file to import: reads its rows, compares them with the book, and in a writing brings
/// them in.
struct ImportSession {
  let kind: ImportKind
  let table: ImportTable
  /// The file of lines beside a file of orders.
  let lines: ImportTable?
  /// Whether missing customers and products are made.
  let creates: Bool
  /// Why standing promises move.
  let cause: Cause?

  /// Compares; with a `Writing` whose bad rows may be left out, writes too.
  ///
  /// Throws `BadRows` in a writing where rows are bad and may not be left out.
  func run(in reading: Reading, leavingOut: Bool) throws -> ImportFindings {
    let index = try ImportIndex(reading, creates: creates)
    let writing = (reading as? Writing).map { Applying(writing: $0, leavesOut: leavingOut) }
    switch kind {
    case .customers: return try customers(index, reading, writing)
    case .products: return try products(index, reading, writing)
    case .orders: return try orders(index, reading, writing)
    case .shipments: return try shipments(index, reading, writing)
    case .production: return try production(index, reading, writing)
    case .operations: return try operations(index, reading, writing)
    case .routes: return try routes(index, reading, writing)
    }
  }

  /// A writing, and whether it may leave bad rows out.
  struct Applying {
    let writing: Writing
    let leavesOut: Bool

    /// Throws unless the findings may be written.
    func check(_ findings: ImportFindings) throws {
      if !findings.problems.isEmpty && !leavesOut { throw BadRows(findings: findings) }
    }
  }

  /// Bad rows, of which none was to be left out.
  struct BadRows: Error {
    let findings: ImportFindings
  }

  /// Reads the rows of the table; a row for which `read` gives nil is bad, and so is one in which it
  /// found something wrong.
  func rows<Row>(
    _ reader: inout RowReader, _ read: (inout RowReader) throws -> Row?
  ) rethrows -> [(record: TableRecord, row: Row?)] {
    var rows: [(record: TableRecord, row: Row?)] = []
    rows.reserveCapacity(table.records.count)
    for record in table.records {
      reader.turn(to: record)
      let before = reader.problems.count
      let row = try read(&reader)
      rows.append((record, reader.problems.count == before ? row : nil))
    }
    return rows
  }
}
