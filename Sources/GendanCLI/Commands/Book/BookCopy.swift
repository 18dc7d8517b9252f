import Gendan
import GendanSQLite

/// A whole book in a file of its own.
struct BookCopy {
  let path: String
  /// Its size.
  let bytes: Int64
  /// What was found in it; nil where nobody looked.
  var inspection: Inspection?

  /// Copies a book to a new file: under another name first, so that a copy that has its name is whole.
  static func write(
    _ database: any Database, to path: String, verifying: Bool = false, at desk: Desk
  ) throws -> BookCopy {
    try FileSystem.makeFolder(of: path)
    let draft = path + ".tmp"
    FileSystem.remove(draft)
    do {
      try database.copy(to: draft)
      let inspection = verifying ? try inspect(draft, at: desk) : nil
      let bytes = FileSystem.size(of: draft)
      try FileSystem.settle(draft, as: path)
      return BookCopy(path: path, bytes: bytes, inspection: inspection)
    } catch {
      for leftover in [draft, draft + "-wal", draft + "-shm"] { FileSystem.remove(leftover) }
      throw error
    }
  }

  /// Reads a copy through: its bytes, its version, its journal. Throws `.damaged` where the engine
  /// cannot read all of it.
  static func inspect(_ path: String, at desk: Desk) throws -> Inspection {
    let now = desk.surroundings.now
    let book = try Book(
      SQLiteDatabase(path: path, wait: desk.wait), actor: desk.actor, now: now, today: now.day(utcOffset: 0))
    let inspection = try book.inspect(BookRule.all.filter { [.engine, .journal].contains($0.id) })
    for case .damaged(let words) in inspection.findings { throw DatabaseError.damaged(words) }
    return inspection
  }

  /// Whether its journal accounts for every row.
  var isSound: Bool { inspection?.findings.isEmpty ?? true }

  /// `1.2 MB`.
  var size: String {
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return tenths < 10 ? "\((bytes + 1023) >> 10) KB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
