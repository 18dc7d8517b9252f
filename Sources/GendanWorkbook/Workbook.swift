/// A workbook as Excel, LibreOffice, WPS and programs write it (`.xlsx`, `.xlsm`): its sheets and their rows.
///
/// Nothing is written, fetched or computed: of formulas only the value that the file holds is read.
public struct Workbook {
  /// A sheet, without its rows.
  public struct Sheet: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Whether the spreadsheet does not show it.
    public let isHidden: Bool
    /// The part that holds its rows; nil where it is a chart, or lies outside the file.
    let part: String?

    /// Whether it has rows at all.
    public var hasRows: Bool { part != nil }
  }

  /// Its sheets, in the order of their tabs.
  public let sheets: [Sheet]

  private let archive: Archive
  private let limits: ArchiveLimits
  private let relationships: Relationships
  private let outline: WorkbookOutline
  private let folder: String

  /// Opens a workbook that is in memory, and reads the list of its sheets.
  public init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(WorkbookError) {
    guard Archive.isLikely(bytes) else { throw FileForm.of(bytes) ?? .notWorkbook }
    let archive = try Archive(bytes, limits: limits)
    (self.archive, self.limits) = (archive, limits)
    let part = try Self.workbookPart(archive, limits)
    outline = WorkbookOutline()
    try XMLStream.read(part, of: archive, limits: limits, to: outline)
    let relationships = try Relationships(of: part, in: archive, limits: limits)
    self.relationships = relationships
    folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    sheets = outline.sheets.map { sheet in
      let target = relationships.targets[sheet.relationship]
      let isSheet = target.map { $0.kind == "worksheet" } ?? false
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: isSheet ? target?.part : nil)
    }
  }

  /// The rows of a sheet.
  public func contents(of sheet: Sheet) throws(WorkbookError) -> SheetContents {
    guard let part = sheet.part else { throw .outside(part: sheet.name) }
    let strings = SharedStrings()
    let formats = CellFormats()
    try read("sharedStrings", named: "sharedStrings.xml", to: strings)
    try read("styles", named: "styles.xml", to: formats)
    let dates = SerialDate(isFrom1904: outline.isFrom1904)
    let reader = SheetReader(part, strings: strings, formats: formats, dates: dates, limits: limits)
    try XMLStream.read(part, of: archive, limits: limits, to: reader)
    return reader.contents
  }

  /// Reads a part of the workbook that need not be there.
  private func read(_ kind: String, named name: String, to handler: any XMLHandler) throws(WorkbookError) {
    // Some programs write the part and forget to say that it belongs to the workbook.
    let part = try relationships.part(kind) ?? (archive.holds(folder + name) ? folder + name : nil)
    if let part { try XMLStream.read(part, of: archive, limits: limits, to: handler) }
  }

  private static func workbookPart(
    _ archive: Archive, _ limits: ArchiveLimits
  ) throws(WorkbookError) -> String {
    let said = try Relationships(of: "", in: archive, limits: limits).part("officeDocument")
    if let said, said.hasSuffix(".bin") { throw .binary }
    if let said, archive.holds(said) {
      // A text document or a slide show is an archive too.
      guard !said.hasPrefix("word/"), !said.hasPrefix("ppt/") else { throw .notWorkbook }
      return said
    }
    if archive.holds("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.holds("mimetype"),
      try String(decoding: archive.bytes(of: "mimetype"), as: UTF8.self).contains("opendocument")
    {
      throw .openDocument
    }
    throw .notWorkbook
  }
}
