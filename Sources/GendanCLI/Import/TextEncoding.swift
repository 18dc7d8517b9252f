/// A way to write text as bytes; the raw value is its name on the command line and for `iconv`.
enum TextEncoding: String, CaseIterable, Sendable {
  /// Unicode in one to four bytes.
  case utf8 = "utf-8"
  /// The Chinese national standard: all of Unicode, and every GBK file is one.
  case gb18030
  /// What simplified Chinese Windows calls ANSI.
  case gbk
  /// What traditional Chinese Windows calls ANSI.
  case big5
  /// Unicode in pairs of bytes, low byte first where no byte order mark says otherwise.
  case utf16 = "utf-16"

  /// The encoding `raw` seems to be in: what its byte order mark says, else UTF-8 if it is, else GB18030.
  init(detectedIn raw: [UInt8]) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if raw.starts(with: TextEncoding.byteOrderMark) {
      self = .utf8
    } else if let bad = raw.firstInvalidUTF8 {
      // One damaged byte must not turn a UTF-8 file into Chinese nonsense: eight letters in a row that are
      // UTF-8 by chance happen in about one GB18030 file of a million.
      self = raw[..<bad.lowerBound].count { $0 >= 0xC0 } >= 8 ? .utf8 : .gb18030
    } else {
      self = .utf8
    }
  }

  /// The byte order mark, U+FEFF, in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension [UInt8] {
  /// The places of the first bytes that are not UTF-8, nil when all are.
  var firstInvalidUTF8: Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }
}

extension GlobalOptions {
  /// The encoding of a file that is read; nil where the bytes tell.
  func textEncoding() throws -> TextEncoding? {
    guard let name = encoding.map(folded), name != "auto" else { return nil }
    guard let encoding = TextEncoding(rawValue: name) else {
      throw Complaint(
        .usage, Text("no encoding \"\(name)\"", "没有编码 \"\(name)\"", "沒有編碼 \"\(name)\""),
        try: "--encoding auto|utf-8|gb18030|gbk|big5|utf-16")
    }
    return encoding
  }
}
