/// Why a file gives no rows of a workbook.
public enum WorkbookError: Error, Equatable, Sendable {
  /// It is in the form that Excel wrote before 2007 (`.xls`).
  case oldFormat
  /// It asks for a password.
  case encrypted
  /// It is an OpenDocument file (`.ods`).
  case openDocument
  /// It is a binary workbook (`.xlsb`).
  case binary
  /// It is no archive at all, or one without a workbook in it.
  case notWorkbook
  /// A part of it cannot be read, and why, in words for those who look into such files.
  case damaged(part: String, detail: String)
  /// A part of it, or the whole, would be larger than this reader takes in.
  case tooLarge(part: String)
  /// A part brings a document type along, with which files hide what they hold.
  case documentType(part: String)
  /// A part lies outside the file.
  case outside(part: String)
}
