import Gendan
import Glibc

extension FileSystem {
  /// The bytes of a file; 0 where there is none.
  static func size(of path: String) -> Int64 {
    var found = stat()
    return stat(path, &found) == 0 ? Int64(found.st_size) : 0
  }

  /// Whether two paths lead to one file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (a, b) = (stat(), stat())
    guard stat(path, &a) == 0, stat(other, &b) == 0 else { return false }
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }

  /// Gives a finished draft its name, on the disk before this returns; only its owner and group may
  /// read it. Nothing is overwritten.
  static func settle(_ draft: String, as path: String) throws {
    guard !exists(path) else {
      remove(draft)
      throw Complaint(
        .cannotCreate, Text("\"\(path)\" is there already", "\"\(path)\" 已经存在", "\"\(path)\" 已經存在"),
        facts: [Text("nothing was overwritten", "没有覆盖", "沒有覆蓋")])
    }
    guard chmod(draft, 0o640) == 0 else { throw failure(path) }
    try sync(draft)
    guard rename(draft, path) == 0 else { throw failure(path) }
    try sync(folder(of: path))
  }

  /// Moves a file aside.
  static func move(_ path: String, to other: String) throws {
    guard rename(path, other) == 0 else { throw failure(other) }
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }
}
