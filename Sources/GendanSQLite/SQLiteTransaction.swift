import CSQLite
import Gendan

/// Statements on one connection, between its begin and its end.
final class SQLiteTransaction: Transaction {
  private let connection: Connection
  private let writes: Bool
  let changes = ChangeSet()

  init(_ connection: Connection, writes: Bool) {
    self.connection = connection
    self.writes = writes
  }

  func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
    let statement = try connection.prepare(sql)
    defer { connection.finish(statement) }
    if !writes && sqlite3_stmt_readonly(statement) == 0 { throw DatabaseError.readOnly }
    let row = SQLiteRow(statement)
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        try connection.check(code, sql.text)
        return
      }
      try body(row)
    }
  }

  @discardableResult
  func run(_ sql: SQL) throws -> Int {
    try each(sql) { _ in }
    return connection.changedRows
  }

  func columns(of table: String) -> [String] { connection.columns(of: table) }
}

/// The row that a statement stands on.
private final class SQLiteRow: Row {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }
  func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }
  func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
