import Glibc

/// A text file read whole, its text in UTF-8 whatever it was on disk.
struct TextFile: Equatable, Sendable {
  /// The file's path as given; `-` is standard input.
  let path: String
  /// The encoding it was in.
  let encoding: TextEncoding
  /// Its text in UTF-8, without a byte order mark.
  let bytes: [UInt8]

  /// Reads a file, or standard input where the path is `-`, of at most `limit` bytes.
  ///
  /// Where no encoding is given the bytes tell it.
  static func read(
    _ path: String, encoding: TextEncoding? = nil, limit: Int = 1 << 28
  ) throws(TextFileError) -> TextFile {
    let raw = try contents(of: path, limit: limit)
    return try TextFile(path: path, raw: raw, encoding: encoding)
  }

  /// Takes bytes already read from `path` for text.
  init(path: String, raw: [UInt8], encoding: TextEncoding? = nil) throws(TextFileError) {
    let encoding = encoding ?? TextEncoding(detectedIn: raw)
    let text = try TextFile.text(of: raw, in: encoding, path: path)
    self.path = path
    self.encoding = encoding
    let mark = TextEncoding.byteOrderMark
    bytes = text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
  }

  private static func text(
    of raw: [UInt8], in encoding: TextEncoding, path: String
  ) throws(TextFileError) -> [UInt8] {
    if encoding == .utf8 {
      guard let bad = raw.firstInvalidUTF8 else { return raw }
      throw .badBytes(
        path: path, encoding: encoding, offset: bad.lowerBound,
        line: lineNumber(after: raw[..<bad.lowerBound]), bytes: Array(raw[bad]))
    }
    do throws(Iconv.Failure) {
      return try Iconv.convert(raw, from: encoding.rawValue, to: TextEncoding.utf8.rawValue)
    } catch {
      switch error {
      case .unavailable:
        throw .encodingUnavailable(path: path, encoding: encoding)
      case .badBytes(let offset, let converted):
        // A letter of these encodings is mostly two bytes; iconv does not say which of them is wrong.
        throw .badBytes(
          path: path, encoding: encoding, offset: offset,
          line: lineNumber(after: converted[...]), bytes: Array(raw[offset...].prefix(2)))
      }
    }
  }

  /// The line, from 1, on which the byte after `text` stands.
  private static func lineNumber(after text: ArraySlice<UInt8>) -> Int {
    var line = 1
    var last: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && last != UInt8(ascii: "\r") { line += 1 }
      last = byte
    }
    return line
  }

  /// The bytes of a file, or of standard input where the path is `-`.
  static func contents(of path: String, limit: Int) throws(TextFileError) -> [UInt8] {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, code: code)
    }
    defer { if !isStandardInput { close(descriptor) } }
    var bytes: [UInt8] = []
    let chunkSize = 1 << 16
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunkSize)
      let code = errno
      if count == 0 { return bytes }
      if count > 0 {
        guard count <= limit - bytes.count else { throw .tooLarge(path: path, limit: limit) }
        bytes += chunk[..<count]
      } else if code == EISDIR {
        throw .unreadable(path: path, code: code)
      } else if code != EINTR {
        throw .readFailed(path: path, code: code)
      }
    }
  }
}
