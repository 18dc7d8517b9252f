import CSQLite
import Gendan

extension SQLiteDatabase {
  /// Replaces the whole book by the one in another file, in one transaction: programs that have this
  /// book open see the old one or the new one. Throws `.busy` where another writer does not end.
  public func replace(with path: String) throws {
    let source = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, wait: 5)
    guard let backup = sqlite3_backup_init(connection.handle, "main", source.handle, "main") else {
      throw DatabaseError.cannotOpen(path, reason: String(cString: sqlite3_errmsg(connection.handle)))
    }
    let step = sqlite3_backup_step(backup, -1)
    let code = sqlite3_backup_finish(backup)
    try connection.check(step == SQLITE_DONE ? code : step, "restore")
  }
}
