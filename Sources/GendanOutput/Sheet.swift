/// The records of all tables of a document under one row of columns.
struct Sheet {
  /// The columns of all tables, each id once, after `section` if there are several tables.
  private(set) var columns: [Column] = []
  /// The cells, one for each column.
  private(set) var records: [[Cell]] = []

  init(_ document: Document) {
    let tables = document.tablesForPrograms
    if tables.count > 1 { columns.append(Column("section", "section")) }
    var places: [String: Int] = [:]
    for column in tables.flatMap(\.columns) where places[column.id] == nil {
      places[column.id] = columns.count
      columns.append(column)
    }
    for table in tables {
      for cells in table.records {
        var record = [Cell](repeating: .none, count: columns.count)
        if tables.count > 1 { record[0] = Cell(table.id) }
        for (column, cell) in zip(table.columns, cells) {
          if let place = places[column.id] { record[place] = cell }
        }
        records.append(record)
      }
    }
  }
}
