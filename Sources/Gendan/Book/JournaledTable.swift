/// A journaled table as it stands in the book, with the storage types of its columns.
struct JournaledTable {
  let name: String
  /// By column; nil for kept figures, which are compared with the facts.
  private var types: [SQLType?] = []

  /// Every journaled table. Of their own tables the engines speak no common language.
  static func all(_ engine: Engine, in db: any Transaction) throws -> [JournaledTable] {
    let query: SQL =
      switch engine {
      case .sqlite:
        """
        SELECT t.name, c.name, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' ORDER BY t.name, c.cid
        """
      case .postgresql:
        """
        SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), upper(data_type)
        FROM information_schema.columns
        WHERE table_schema = (SELECT CAST(n.nspname AS TEXT) FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('schema_versions'))
        ORDER BY table_name, ordinal_position
        """
      }
    var tables: [JournaledTable] = []
    try db.each(query) { row in
      let name = row.text(0)
      if tables.last?.name != name {
        guard row.text(1) == "id", !ChangeSet.unjournaled.contains(name) else { return }
        tables.append(JournaledTable(name: name))
      }
      let isKept = KeptFigures.columns[name]?.contains(row.text(1)) == true
      tables[tables.count - 1].types.append(isKept ? nil : type(row.text(2)))
    }
    return tables
  }

  private init(name: String) { self.name = name }

  private static func type(_ word: String) -> SQLType {
    switch word {
    case "INTEGER", "BIGINT": .integer
    case "REAL", "DOUBLE PRECISION": .real
    default: .text
    }
  }

  /// Hands over each row's id and its fingerprint as it stands, by id.
  func each(in db: any Transaction, _ body: (Int64, RowDigest) -> Void) throws {
    var hasher = RowHasher()
    try db.each("SELECT * FROM \(name: name) ORDER BY id") { row in
      let id = row.integer(0)
      hasher.begin(table: name, id: id)
      for (column, type) in types.enumerated() where !row.isNull(column) {
        switch type {
        case nil: break
        case .integer: hasher.add(column, integer: row.integer(column))
        case .real: hasher.add(column, real: row.real(column))
        case .text:
          var text = row.text(column)
          text.withUTF8 { hasher.add(column, text: UnsafeRawBufferPointer($0)) }
        }
      }
      body(id, hasher.finish())
    }
  }
}
