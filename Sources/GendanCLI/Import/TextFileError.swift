/// Why a text file could not be read; `code` is an `errno`.
enum TextFileError: Error, Equatable {
  /// There is no such file.
  case missing(path: String)
  /// It is a folder, or may not be opened.
  case unreadable(path: String, code: Int32)
  /// Reading stopped half-way: a failing disk, a lost connection.
  case readFailed(path: String, code: Int32)
  /// It holds more than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// The bytes at `offset` (from 0), on `line` (from 1), are not text in the encoding.
  case badBytes(path: String, encoding: TextEncoding, offset: Int, line: Int, bytes: [UInt8])
  /// The C library of this machine cannot read the encoding.
  case encodingUnavailable(path: String, encoding: TextEncoding)
}
