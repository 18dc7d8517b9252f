import Gendan
import Glibc

/// A folder for drafts that is gone, with all in it, when its work is done.
enum TemporaryFolder {
  /// Does some work in a new folder that only this person can look into; it is made in `parent`.
  static func with<T>(in parent: String, _ work: (_ folder: String) throws -> T) throws -> T {
    var template = Array("\(parent)/gendan-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileSystem.failure(parent) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { remove(folder) }
    return try work(folder)
  }

  /// Removes a file or a folder with all in it; a link goes without what it leads to.
  private static func remove(_ path: String) {
    var found = stat()
    if lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR {
      for name in FileSystem.names(in: path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
