import Gendan
import Glibc

/// What the program asks of the file system besides reading a file.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Makes the folder that a file will stand in, with those above it.
  static func makeFolder(of path: String) throws { try makeFolder(folder(of: path)) }

  static func makeFolder(_ folder: String) throws {
    guard !exists(folder) else { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o770) == 0 || errno == EEXIST else {
      throw DatabaseError.cannotOpen(folder, reason: String(cString: strerror(errno)))
    }
  }

  /// The names in a folder; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Writes a file whole or not at all: to a name beside it, then renamed.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    if !replacing && exists(path) { throw taken(path) }
    let draft = path + ".\(getpid()).tmp"
    let descriptor = Glibc.open(draft, O_CREAT | O_WRONLY | O_TRUNC, 0o660)
    guard descriptor >= 0 else { throw failure(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        let reason = failure(path)
        close(descriptor)
        unlink(draft)
        throw reason
      }
      written += count
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
      let reason = failure(path)
      unlink(draft)
      throw reason
    }
  }

  static func failure(_ path: String) -> Complaint {
    let reason = String(cString: strerror(errno))
    let code: ExitCode = errno == ENOSPC || errno == EIO ? .io : .cannotCreate
    return Complaint(
      code, Text("cannot write \"\(path)\"", "无法写入 \"\(path)\"", "無法寫入 \"\(path)\""),
      facts: [Text(verbatim: reason)])
  }
}

extension FileSystem {
  /// Takes a file away; one that is not there is gone already.
  static func remove(_ path: String) { unlink(path) }
}

extension FileSystem {
  /// The complaint about a file that would be overwritten.
  static func taken(_ path: String) -> Complaint {
    Complaint(
      .cannotCreate, Text("\"\(path)\" is there already", "\"\(path)\" 已经存在", "\"\(path)\" 已經存在"),
      facts: [Text("nothing was overwritten", "没有覆盖", "沒有覆蓋")], try: "--force")
  }
}
