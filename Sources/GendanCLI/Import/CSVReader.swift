/// Reads comma-separated values, RFC 4180, from UTF-8 bytes, one record at a time.
///
/// Fields may be parted by another byte, lines may end in LF, CRLF or CR, blank lines are passed over, and
/// a quote inside a field that does not begin with one is a letter like any other (`DN50 2"`).
struct CSVReader: Sendable {
  /// The names of the columns.
  private(set) var header: [String] = []
  /// The byte between fields.
  let delimiter: UInt8

  private let bytes: [UInt8]
  private var position = 0
  private var row = 1
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads the header; without a delimiter, the header tells whether it is a comma, a semicolon or a tab.
  init(bytes: [UInt8], delimiter: UInt8? = nil) throws(CSVError) {
    self.bytes = bytes
    self.delimiter = delimiter ?? CSVReader.delimiter(of: bytes)
    skipBlankLines()
    guard position < bytes.count else { throw .empty }
    header = try record().texts
    skipBlankLines()
    guard position < bytes.count else { throw .noRows(header: header) }
  }

  /// The next record, nil after the last.
  ///
  /// A bad record is passed over when its error is thrown, so that asking again gives the one after it.
  mutating func next() throws(CSVError) -> TableRecord? {
    skipBlankLines()
    guard position < bytes.count else { return nil }
    let record = try record()
    guard record.fields.count == header.count else {
      throw .fieldCount(
        row: record.row, line: record.line, expected: header.count, found: record.fields.count)
    }
    return record
  }

  private mutating func record() throws(CSVError) -> TableRecord {
    let (row, line) = (row, line)
    var fields: [TableRecord.Field] = []
    fields.reserveCapacity(header.count)
    repeat {
      let isQuoted = position < bytes.count && bytes[position] == CSVReader.quote
      fields.append(isQuoted ? try quotedField(column: fields.count) : plainField())
    } while skipDelimiter()
    skipLineEnd()
    self.row += 1
    return TableRecord(row: row, line: line, fields: fields, bytes: bytes)
  }

  private mutating func plainField() -> TableRecord.Field {
    let start = position
    skipToFieldEnd()
    return TableRecord.Field(start: start, end: position, form: .plain)
  }

  private mutating func quotedField(column: Int) throws(CSVError) -> TableRecord.Field {
    let firstLine = line
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while true {
      guard position < bytes.count else { throw .unterminatedQuote(row: row, line: firstLine) }
      let byte = bytes[position]
      if byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn {
        skipLineEnd()
        continue
      }
      position += 1
      guard byte == CSVReader.quote else { continue }
      guard position < bytes.count, bytes[position] == CSVReader.quote else { break }
      position += 1
      hasDoubledQuotes = true
    }
    let field = TableRecord.Field(
      start: start, end: position - 1, form: hasDoubledQuotes ? .doubledQuotes : .plain)
    guard isAtFieldEnd else {
      let error = CSVError.textAfterQuote(row: row, line: line, column: column)
      skipLine()
      throw error
    }
    return field
  }

  private var isAtFieldEnd: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == delimiter || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
  }

  private mutating func skipToFieldEnd() {
    while !isAtFieldEnd { position += 1 }
  }

  private mutating func skipDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  /// Passes over one line end, if one is here.
  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    guard byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn else { return }
    position += 1
    line += 1
    guard byte == CSVReader.carriageReturn else { return }
    if position < bytes.count, bytes[position] == CSVReader.lineFeed { position += 1 }
  }

  /// Passes over the rest of a bad record, which can only be taken to end with its line.
  private mutating func skipLine() {
    repeat { skipToFieldEnd() } while skipDelimiter()
    skipLineEnd()
    row += 1
  }

  private mutating func skipBlankLines() {
    while true {
      let start = position
      skipLineEnd()
      guard position > start else { return }
      row += 1
    }
  }

  /// The most frequent of tab, comma and semicolon outside quotes in the first line with text, else a comma.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    // A tab comes first where two are as frequent, for hardly a name has one inside.
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == lineFeed || $0 == carriageReturn }) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    guard most > 0, let best = counts.firstIndex(of: most) else { return UInt8(ascii: ",") }
    return candidates[best]
  }
}
