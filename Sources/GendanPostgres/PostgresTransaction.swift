#if PostgreSQL
  import Gendan

  /// Statements on one connection, between its begin and its end.
  final class PostgresTransaction: Transaction {
    private let connection: Connection
    private let writes: Bool
    private let changeSet = ChangeSet()
    private var lastChange: Int64 = 0
    /// How many changed rows the server has told of.
    private(set) var changesRead = 0
    /// The first error a statement met: the server then refuses everything until the rollback.
    private(set) var refusal: (any Error)?

    init(_ connection: Connection, writes: Bool) {
      self.connection = connection
      self.writes = writes
    }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
      // libpq hands over the whole answer at once, so statements may run inside `body`.
      let answer = try perform(sql)
      let row = PostgresRow(answer)
      for index in 0..<answer.count {
        row.index = Int32(index)
        try body(row)
      }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int { try perform(sql).changedRows }

    /// What was changed so far: what the server kept since the last call is read.
    var changes: ChangeSet {
      get throws {
        guard writes else { return changeSet }
        try noting {
          changesRead += try RowChanges.read(connection, after: &lastChange, into: changeSet) { table in
            if ChangeSet.keepsFigures(table) {
              changeSet.learn(table, columns: try columns(of: table))
            }
          }
        }
        return changeSet
      }
    }

    func columns(of table: String) throws -> [String] {
      if let known = connection.columns[table] { return known }
      let names = try all(
        """
        SELECT CAST(attname AS TEXT) FROM pg_attribute
        WHERE attrelid = to_regclass(quote_ident(\(table))) AND attnum > 0 AND NOT attisdropped
        ORDER BY attnum
        """
      ) { row in try row[0] as String }
      connection.columns[table] = names
      return names
    }

    private func perform(_ sql: SQL) throws -> Answer {
      try noting {
        guard isDefinition(sql) else { return try connection.run(sql) }
        // Tables cannot change while foreign keys of their rows wait to be checked.
        try connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        let answer = try connection.execute(Respelling.postgres(sql.text))
        // A table that a migration made or renamed must be watched, and statements prepared before it
        // may mean something else now.
        try RowChanges.watch(connection)
        try connection.execute("SET CONSTRAINTS ALL DEFERRED")
        try connection.forgetStatements()
        return answer
      }
    }

    private func isDefinition(_ sql: SQL) -> Bool {
      sql.values.isEmpty && ["CREATE ", "ALTER ", "DROP "].contains { sql.text.hasPrefix($0) }
    }

    private func noting<T>(_ act: () throws -> T) throws -> T {
      do {
        return try act()
      } catch {
        if refusal == nil { refusal = error }
        throw error
      }
    }
  }
#endif
