import CSQLite
import Gendan
import Glibc

/// One open file, its prepared statements, and the hook that tells of every changed row.
final class Connection {
  private(set) var handle: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]
  /// Statements that are used once, beside a kept one that is still being read.
  private var passing: [OpaquePointer] = []
  private let deadline: BusyDeadline
  /// Where changed rows are told while a write runs.
  var capture: ChangeSet?
  private var hasher = RowHasher()
  private var tables: [WatchedTable] = []

  init(path: String, flags: Int32, wait seconds: Int) throws {
    _ = Connection.countsNoMemory
    deadline = BusyDeadline(seconds: seconds)
    // One connection is never used from two threads at once: it needs no lock of its own.
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else {
      let reason = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw DatabaseError.cannotOpen(path, reason: reason)
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_handler(
      handle,
      { context, tries in
        guard let context else { return 0 }
        return Unmanaged<BusyDeadline>.fromOpaque(context).takeUnretainedValue().wait(tries: tries)
      }, Unmanaged.passUnretained(deadline).toOpaque())
    sqlite3_preupdate_hook(
      handle,
      { context, _, act, _, table, oldKey, newKey in
        guard let context, let table else { return }
        Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
          .changed(act: act, table: table, oldKey: oldKey, newKey: newKey)
      }, Unmanaged.passUnretained(self).toOpaque())
    try execute("PRAGMA foreign_keys=ON")
    try execute("PRAGMA synchronous=FULL")
  }

  /// SQLite is told, before it is first used, not to keep count of its memory: nobody asks for the count,
  /// and a lock is taken for it at each allocation.
  private static let countsNoMemory = csqlite_count_no_memory() == SQLITE_OK

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Runs statements without values or answers; they may change the schema, and with it what the hook
  /// knows of the tables.
  func execute(_ text: String) throws {
    tables.removeAll(keepingCapacity: true)
    try check(sqlite3_exec(handle, text, nil, nil, nil), text)
  }

  func rollback() {
    // There is nothing better to do when a rollback fails: the engine has already rolled back.
    if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  /// A prepared statement with its values bound; statements are kept from call to call.
  func prepare(_ sql: SQL) throws -> OpaquePointer {
    let statement: OpaquePointer
    if let kept = statements[sql.text], sqlite3_stmt_busy(kept) == 0 {
      statement = kept
    } else {
      var prepared: OpaquePointer?
      try check(sqlite3_prepare_v2(handle, sql.text, -1, &prepared, nil), sql.text)
      guard let prepared else { throw DatabaseError.failed("empty statement", statement: sql.text) }
      // A statement that is being read further out stays with its reader.
      if statements[sql.text] == nil { statements[sql.text] = prepared } else { passing.append(prepared) }
      statement = prepared
    }
    for (index, value) in sql.values.enumerated() {
      try check(bind(value, to: statement, at: Int32(index + 1)), sql.text)
    }
    return statement
  }

  /// Ends the use of a statement: kept ones are made ready for the next, others are freed.
  func finish(_ statement: OpaquePointer) {
    if let index = passing.lastIndex(of: statement) {
      passing.remove(at: index)
      sqlite3_finalize(statement)
    } else {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
  }

  var changedRows: Int { Int(sqlite3_changes(handle)) }

  /// Whether there is a table with this name.
  func hasTable(_ name: String) -> Bool {
    sqlite3_table_column_metadata(handle, nil, name, nil, nil, nil, nil, nil, nil) == SQLITE_OK
  }

  /// The columns of a table, in their order; none where there is no such table.
  func columns(of table: String) -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, "SELECT * FROM \"\(table)\"", -1, &statement, nil) == SQLITE_OK else {
      return []
    }
    return (0..<sqlite3_column_count(statement)).compactMap { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) }
    }
  }

  func copy(to path: String) throws {
    var target: OpaquePointer?
    defer { sqlite3_close_v2(target) }
    guard sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK
    else {
      throw DatabaseError.cannotOpen(path, reason: String(cString: sqlite3_errmsg(target)))
    }
    guard let backup = sqlite3_backup_init(target, "main", handle, "main") else {
      throw DatabaseError.cannotOpen(path, reason: String(cString: sqlite3_errmsg(target)))
    }
    // One step: a copy in pieces starts anew each time another process writes.
    let step = sqlite3_backup_step(backup, -1)
    let code = sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE else { try throwError(step, "backup") }
    try check(code, "backup")
  }

  func check(_ code: Int32, _ statement: String) throws {
    guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else {
      try throwError(code, statement)
    }
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), transient)
        }
      }
    }
  }

  private func throwError(_ code: Int32, _ statement: String) throws -> Never {
    let words = String(cString: sqlite3_errmsg(handle))
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: throw DatabaseError.busy(seconds: deadline.seconds)
    case SQLITE_CORRUPT: throw DatabaseError.damaged(words)
    case SQLITE_NOTADB:
      let path = sqlite3_db_filename(handle, "main").map { String(cString: $0) }
      throw DatabaseError.notABook(path ?? words)
    case SQLITE_FULL: throw DatabaseError.full
    case SQLITE_READONLY: throw DatabaseError.readOnly
    case SQLITE_CANTOPEN: throw DatabaseError.readOnly
    case SQLITE_IOERR: throw DatabaseError.io(words)
    case SQLITE_CONSTRAINT: throw DatabaseError.constraint(words)
    default: throw DatabaseError.failed(words, statement: statement)
    }
  }
}

extension Connection {
  /// Tells the change set of one row, before SQLite changes it.
  fileprivate func changed(
    act: Int32, table pointer: UnsafePointer<CChar>, oldKey: Int64, newKey: Int64
  ) {
    guard let capture, let (table, kept) = journaled(pointer, capture) else { return }
    if act == SQLITE_INSERT {
      let digest = digestOfNewRow(table, newKey, without: kept)
      capture.inserted(table, id: newKey, digest: digest) { self.values(.new) }
    } else if act == SQLITE_UPDATE, let kept, changesOnly(kept) {
      // As when an import ships 70,000 deliveries: their values need not be taken.
      capture.refigured(table, id: oldKey)
    } else {
      let before = values(.old)
      let after = act == SQLITE_UPDATE ? values(.new) : nil
      if before != after { capture.altered(table, id: oldKey, before: before, after: after) }
    }
  }

  /// Whether an update changes some of these columns and no other.
  private func changesOnly(_ columns: Set<Int>) -> Bool {
    var isChanged = false
    for column in 0..<sqlite3_preupdate_count(handle) where !isSame(column) {
      guard columns.contains(Int(column)) else { return false }
      isChanged = true
    }
    return isChanged
  }

  private func isSame(_ column: Int32) -> Bool {
    let (old, new) = (value(.old, column), value(.new, column))
    let type = sqlite3_value_type(old)
    guard type == sqlite3_value_type(new) else { return false }
    switch type {
    case SQLITE_NULL: return true
    case SQLITE_INTEGER: return sqlite3_value_int64(old) == sqlite3_value_int64(new)
    case SQLITE_FLOAT: return sqlite3_value_double(old) == sqlite3_value_double(new)
    default:
      let count = sqlite3_value_bytes(old)
      guard count == sqlite3_value_bytes(new) else { return false }
      guard let oldBytes = sqlite3_value_text(old), let newBytes = sqlite3_value_text(new) else {
        return true
      }
      return memcmp(oldBytes, newBytes, Int(count)) == 0
    }
  }

  /// A table's name and the columns that keep figures, or nil where it is not journaled.
  ///
  /// SQLite hands out the same pointer for a table as long as the schema stands, so this is found out
  /// once, and only of tables that change: most writes change none that keeps figures. To prepare a
  /// statement here is allowed; SQLite's session extension does it in its own hook.
  private func journaled(
    _ pointer: UnsafePointer<CChar>, _ capture: ChangeSet
  ) -> (name: String, kept: Set<Int>?)? {
    if let known = tables.first(where: { $0.pointer == pointer }) { return known.journaled }
    let name = String(cString: pointer)
    var table = WatchedTable(pointer: pointer)
    if !ChangeSet.unjournaled.contains(name) && !name.hasPrefix("sqlite_") {
      if ChangeSet.keepsFigures(name) { capture.learn(name, columns: columns(of: name)) }
      table.journaled = (name, capture.keptColumns(name))
    }
    tables.append(table)
    return table.journaled
  }

  private enum Side { case old, new }

  private func value(_ side: Side, _ column: Int32) -> OpaquePointer? {
    var value: OpaquePointer?
    _ =
      side == .old
      ? sqlite3_preupdate_old(handle, column, &value) : sqlite3_preupdate_new(handle, column, &value)
    return value
  }

  private func digestOfNewRow(_ table: String, _ id: Int64, without kept: Set<Int>?) -> RowDigest {
    hasher.begin(table: table, id: id)
    for column in 0..<sqlite3_preupdate_count(handle) where kept?.contains(Int(column)) != true {
      let value = value(.new, column)
      switch sqlite3_value_type(value) {
      case SQLITE_INTEGER: hasher.add(Int(column), integer: sqlite3_value_int64(value))
      case SQLITE_FLOAT: hasher.add(Int(column), real: sqlite3_value_double(value))
      case SQLITE_NULL: break
      default:
        let start = UnsafeRawPointer(sqlite3_value_text(value))
        hasher.add(
          Int(column), text: UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
      }
    }
    return hasher.finish()
  }

  private func values(_ side: Side) -> [SQLValue] {
    (0..<sqlite3_preupdate_count(handle)).map { column in
      let value = value(side, column)
      switch sqlite3_value_type(value) {
      case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
      case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
      case SQLITE_NULL: return .null(.text)
      default: return .text(sqlite3_value_text(value).map { String(cString: $0) } ?? "")
      }
    }
  }
}

/// A table as the hook meets it.
private struct WatchedTable {
  /// Where SQLite keeps its name.
  let pointer: UnsafePointer<CChar>
  /// Its name and the columns that keep figures; nil where it is not journaled.
  var journaled: (name: String, kept: Set<Int>?)?
}

/// Tells SQLite to copy a bound text (`SQLITE_TRANSIENT`, a macro that Swift does not import).
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
