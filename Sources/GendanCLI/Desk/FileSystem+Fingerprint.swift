import Gendan
import Glibc

extension FileSystem {
  /// The path from the top, whatever folder a later command runs in.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// What a file is, read in pieces. Only a file that holds bytes is one: a pipe would never end.
  static func fingerprint(of path: String) throws(TextFileError) -> FileFingerprint {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(reading: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, code: EISDIR) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(reading: path) }
    defer { close(descriptor) }
    var hasher = ByteHasher()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count == 0 { return hasher.finish() }
      if count > 0 {
        hasher.add(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      } else if errno != EINTR {
        throw .readFailed(path: path, code: errno)
      }
    }
  }

  private static func failure(reading path: String) -> TextFileError {
    errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path, code: errno)
  }
}

extension Paper {
  /// How its file stands now; one that cannot be read is as good as lost.
  var state: PaperState {
    do { return state(try FileSystem.fingerprint(of: path)) } catch { return .missing }
  }
}
