/// A file of records, be it comma-separated text or a sheet of a workbook.
struct TableFile {
  /// The headings, by column.
  let header: [String]
  /// The readable records below them.
  let records: [TableRecord]
  /// What is wrong with the others.
  var faults: [CSVError] = []
  /// The sheet; nil where the file is text.
  var sheet: String?
  /// The merged cells whose value counts for their first row alone, such as `A3:A5`.
  var loneMerges: [String] = []

  /// How a file is read.
  struct Options {
    /// nil: the bytes tell.
    var encoding: TextEncoding?
    /// nil: the header tells.
    var delimiter: UInt8?
    /// nil: the first that is shown.
    var sheet: String?
    /// Whether the value of merged cells counts for each of their rows.
    var fillsMerged = false
  }

  /// Reads a file, or standard input where the path is `-`; what it is its bytes tell, not its name.
  ///
  /// `headings` are words that a row of headings may hold: a sheet often has titles above it.
  static func read(_ path: String, headings: [String], _ options: Options) throws -> TableFile {
    let bytes = try TextFile.contents(of: path)
    if let sheet = try OpenSheet(bytes, path: path, named: options.sheet) {
      return try TableFile(sheet, headings: headings, fillsMerged: options.fillsMerged)
    }
    return try TableFile(TextFile(path: path, raw: bytes, encoding: options.encoding), options.delimiter)
  }

  /// Reads comma-separated text.
  private init(_ file: TextFile, _ delimiter: UInt8?) throws {
    var reader = try CSVReader(bytes: file.bytes, delimiter: delimiter)
    header = reader.header
    var records: [TableRecord] = []
    while true {
      do throws(CSVError) {
        guard let record = try reader.next() else { break }
        if !record.isEmpty { records.append(record) }
      } catch {
        faults.append(error)
        if case .unterminatedQuote = error { break }
      }
    }
    self.records = records
  }
}
